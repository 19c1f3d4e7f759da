"""A source of news: where it is, how often to look, how much to expect, and what its publisher asks for."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

Kind = Literal["feed", "sitemap", "listing", "page", "folder", "jsonl"]
"""``feed``: RSS or Atom; ``sitemap``: also an index of some; ``listing``: a page of links to articles;
``page``: one article; ``folder`` and ``jsonl``: files on this machine, as ``liqaa ingest`` reads them."""

LOCAL: frozenset[Kind] = frozenset({"folder", "jsonl"})

_DURATION = re.compile(r"(\d+)\s*([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def _duration(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("is no length of time: write a number and s, m, h or d, such as 30m")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _xpath(value: str) -> str:
    from lxml import etree

    try:
        etree.XPath(value)
    except etree.XPathError as error:
        raise ValueError(f"is no XPath ({error}): write one such as //div[@id='story']") from None
    return value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"is no regular expression ({error})") from None
    return value


Duration = Annotated[timedelta, BeforeValidator(_duration)]
XPath = Annotated[str, AfterValidator(_xpath)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
HostPort = Annotated[str, StringConstraints(pattern=r"^[\w.\-\[\]:]+:\d+$")]


class Part(BaseModel):
    """What all parts of a source share: unknown fields are errors, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Volume(Part):
    """How many articles the source lists at one look.

    Attributes:
        min: with fewer, the run fails before anything is loaded.
        max: with more, it fails too.
    """

    min: int = Field(ge=0)
    max: int = Field(ge=1, le=50_000)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("min is greater than max: swap them")
        return self


class Politeness(Part):
    """How the publisher's server is spared.

    Attributes:
        delay: between two requests to one host; a longer Crawl-delay of its robots.txt counts instead.
        most_pages: pages asked for in one run; the rest waits for the next.
        robots: whether robots.txt is obeyed; only to be switched off where the publisher agreed.
    """

    delay: Duration = timedelta(seconds=2)
    most_pages: int = Field(default=200, ge=1, le=5_000)
    robots: bool = True


class Selectors(Part):
    """XPaths, each only where the library's own reading of this site is wrong.

    Attributes:
        title: the headline.
        body: the element or elements that hold the article's text and nothing else.
        date: an element or attribute that holds the day of publication.
        remove: what is taken out of the page before it is read.
    """

    title: XPath | None = None
    body: XPath | None = None
    date: XPath | None = None
    remove: tuple[XPath, ...] = ()


class Source(Part):
    """One source, as its YAML file says.

    Attributes:
        id: the file's name without its ending.
        name_ar: the publisher, as articles name it.
        name_en: the publisher in English.
        country: ISO 3166-1 alpha-2 code of the publisher's state; None for one of no single state.
        kind: what stands at the address.
        address: web address, or path of a folder or JSONL file (relative to the YAML file).
        cadence: how often to look.
        volume: how many articles it lists at one look.
        silent_after: without a new article for so long, the source counts as silent.
        licence: what is known of the right to use its texts.
        attested: where the address is attested in public; every source that ships says it.
        note: what else a person should know.
        links: regular expression that an article's address matches; for a listing or a mixed feed.
        politeness: how its server is spared.
        selectors: where the library's reading is wrong.
        private_hosts: ``host:port`` pairs on private or loopback addresses that may be asked: an intranet.
        credentials: name of the environment variable that holds the value of an Authorization header.
        enabled: False to keep the file and not run it.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
    name_ar: Line
    name_en: Line
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    kind: Kind
    address: Line
    cadence: Duration
    volume: Volume
    silent_after: Duration
    licence: Line
    attested: Line | None = None
    note: Line | None = None
    links: Annotated[str, AfterValidator(_pattern)] | None = None
    politeness: Politeness = Politeness()
    selectors: Selectors = Selectors()
    private_hosts: tuple[HostPort, ...] = ()
    credentials: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")] | None = None
    enabled: bool = True

    @field_validator("cadence")
    @classmethod
    def _not_too_often(cls, value: timedelta) -> timedelta:
        if not timedelta(minutes=1) <= value <= timedelta(days=31):
            raise ValueError("is not between 1m and 31d")
        return value

    @model_validator(mode="after")
    def _address_fits(self) -> Self:
        if self.kind in LOCAL:
            if "://" in self.address:
                raise ValueError("address: a folder or jsonl source is on this machine: give a path")
            return self
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("address: is no web address: write it whole, https://…")
        if parts.username or parts.password:
            raise ValueError(
                "address: holds a name or password: take it out, and name a variable in credentials"
            )
        if self.silent_after < self.cadence:
            raise ValueError("silent_after: is shorter than cadence: nothing could be new that soon")
        return self

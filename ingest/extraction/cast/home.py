"""Home: the state whose officials a newspaper names without their nationality."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from liqaa.ontology.folding import fold
from liqaa.ontology.lexicon_parties import Publisher
from liqaa.ontology.model import Article

# A word before a paper's name that says what it is.
_KINDS = ("صحيفه ", "جريده ", "قناه ", "وكاله ", "موقع ", "بوابه ")
# What a news agency of a state is called, folded, without the words that say whose.
_AGENCIES = ("وكاله الانباء", "وكاله انباء", "للانباء")
# Where an article says in front that it is a dispatch: "كونا - ", "الرياض / واس / ", "عمان 5 آب (بترا) -".
_DATELINE = r"(?:[^.\n]{{0,30}}?[-–/(\s])?({names})\s*[-–:/)\n]"
# Country-code domains of the states whose press is in Arabic.
_DOMAINS = {
    *("eg", "sa", "kw", "ae", "qa", "bh", "om", "jo", "lb", "sy", "iq", "ye", "ps"),
    *("ly", "tn", "dz", "ma", "sd", "mr", "so", "dj"),
}


class Homes:
    """Finds a publisher by its host or its name.

    Attributes:
        agencies: what the news agencies are called, as they sign their dispatches: "كونا".
    """

    def __init__(self, publishers: tuple[Publisher, ...]) -> None:
        self._by_host = {host: p.country for p in publishers for host in p.hosts}
        self._by_name = {
            fold(name): p.country for p in publishers for name in (p.name_ar, p.name_en, *p.names)
        }
        agencies = [p for p in publishers if any(word in fold(p.name_ar) for word in _AGENCIES)]
        self.agencies = [name for p in agencies for name in p.names if not name.isascii()]
        names = map(re.escape, self.agencies)
        self._dateline = re.compile(_DATELINE.format(names="|".join(names)))

    def of(self, article: Article) -> str | None:
        """The home country of an article's publisher; None for pan-Arab and unknown ones.

        The host of the address counts first, then the source as a host or a name, then the
        country-code domain of a host that nobody lists, and last the agency whose dispatch it is.
        """
        hosts = [urlsplit(article.url).hostname or ""] if article.url else []
        source = (article.source or "").strip()
        if "." in source and " " not in source:
            hosts.append(source.lower())
        for host in hosts:
            listed = self._listed(host.removeprefix("www."))
            if listed is not None:
                return listed or None
        name = fold(source)
        for form in (name, *(name.removeprefix(kind) for kind in _KINDS)):
            if form in self._by_name:
                return self._by_name[form]
        for host in hosts:
            domain = host.rpartition(".")[2]
            if domain in _DOMAINS:
                return domain.upper()
        dispatch = self._dateline.match(article.text)
        return self._by_name.get(fold(dispatch[1])) if dispatch else None

    def _listed(self, host: str) -> str | None:
        """Country of the longest listed suffix of a host: empty for none, None for an unlisted host."""
        parts = host.split(".")
        for start in range(len(parts) - 1):
            suffix = ".".join(parts[start:])
            if suffix in self._by_host:
                return self._by_host[suffix] or ""
        return None

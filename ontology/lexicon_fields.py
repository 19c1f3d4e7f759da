"""What a value of a lexicon may be, checked as it loads.

``Texts`` and ``Forms`` keep what was written, in its order; ``Words`` and ``Phrases`` are lists for
comparing, folded as they load and without order. None may hold an entry twice, and but for ``Texts``, which
record spellings, no two that fold to one: the second would never be used.
"""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any

from liqaa.ontology.folding import fold
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
)


def _text(value: str) -> str:
    text = unicodedata.normalize("NFC", value).strip()
    if not fold(text):
        raise ValueError("is empty: give the word or delete the entry")
    return text


def _texts(values: tuple[str, ...]) -> tuple[str, ...]:
    repeated = [value for value in dict.fromkeys(values) if values.count(value) > 1]
    if repeated:
        raise ValueError(f"given twice: {'، '.join(repeated)}")
    return values


def _forms(values: tuple[str, ...]) -> tuple[str, ...]:
    folded = [fold(value) for value in values]
    repeated = [v for v, form in zip(values, folded, strict=True) if folded.count(form) > 1]
    if repeated:
        raise ValueError(f"given twice: {'، '.join(repeated)}")
    return values


def _phrases(values: Any) -> frozenset[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError("is no list of words")
    return frozenset(fold(value) for value in _forms(tuple(_text(value) for value in values)))


def _words(values: Any) -> frozenset[str]:
    words = _phrases(values)
    longer = sorted(word for word in words if " " in word)
    if longer:
        raise ValueError(f"more than one word, which never matches here: {'، '.join(longer)}")
    return words


def _day(value: Any) -> Any:
    # YAML reads 2018-05-01 as a date and 2018 as a number; the lexicons keep what was written.
    return str(value) if value is not None else None


Text = Annotated[str, AfterValidator(_text)]
Folded = Annotated[str, AfterValidator(_text), AfterValidator(fold)]
Texts = Annotated[tuple[Text, ...], AfterValidator(_texts)]
Forms = Annotated[tuple[Text, ...], AfterValidator(_forms)]
Phrases = Annotated[frozenset[str], BeforeValidator(_phrases)]
Words = Annotated[frozenset[str], BeforeValidator(_words)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9+-]{1,19}$")]
Day = Annotated[str, BeforeValidator(_day), StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Entry(BaseModel):
    """What every lexicon entry has in common: no key but those named, no change after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

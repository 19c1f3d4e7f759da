"""Lines of an extracted body that are not the article's: bylines, dates, sources, buttons, disclaimers."""

from __future__ import annotations

import re

from liqaa.ingest.reading import phrases
from liqaa.ingest.reading.published import is_date_line
from liqaa.ontology.folding import fold

_LONGEST_BYLINE = 45  # characters
_LONGEST_FURNITURE = 160  # characters of a line of buttons, labels, or an invitation
_LONGEST_SOURCE = 70  # characters of a line that says where the text is from
_LONGEST_SIGNATURE = 40  # characters of a line that holds the name of an agency or of the site
_LONGEST_CAPTION = 250  # characters
_HEAD_LINES = 4  # lines at the start that may stand before the repeated title
_HASHTAGS = re.compile(r"(?:#[\w\u064b-\u0652]+\s*)+")
_PLACE_AND_NAME = re.compile(r"[\w ]{2,20}\s*[-–—ـ/:]+\s*[\w .]{4,25}")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_CREDIT = re.compile(r"\(([^()]{2,25})\)$")
_A_WORD = re.compile(r"[^\W\d_]{3}")
_JOINED = re.compile(r"[-–—/(:،.|]")


def trimmed(lines: list[str], title: str, site: str = "") -> list[str]:
    """The lines that are the article's own.

    Args:
        lines: of the extracted body.
        title: the headline, which some bodies repeat.
        site: what the page calls its site, for a signature at the end.

    Returns:
        The lines without furniture anywhere, without title, byline, date and agency before the text, and
        without title, date, source and signature after it.
    """
    lines = [line for line in lines if not is_furniture(line)]
    return _without_foot(_without_head(lines, title, site), title, site)


def is_furniture(line: str) -> bool:
    """Whether a line is none of the article's wherever it stands: a button, a label, hashtags."""
    if _HASHTAGS.fullmatch(line.strip()):
        return True
    folded = fold(line)
    if is_disclaimer(folded):
        return True
    return len(line) <= _LONGEST_FURNITURE and bool(
        phrases.begin("whole_lines", "labels", "read_also").fullmatch(folded)
    )


def is_disclaimer(folded: str) -> bool:
    """Whether folded words are a disclaimer, rules for commenting, or ask for consent."""
    return bool(phrases.within("disclaimers").search(folded)) or any(
        sum(bool(rule.search(folded)) for rule in phrases.each(group)) >= 2 for group in ("rules", "consent")
    )


def is_byline(line: str) -> bool:
    """Whether a line says who wrote."""
    return len(line) <= _LONGEST_BYLINE and bool(phrases.begin("bylines").match(fold(line)))


def _without_head(lines: list[str], title: str, site: str) -> list[str]:
    folded = fold(title)
    for place, line in enumerate(lines[:_HEAD_LINES]):
        if any(map(_is_sentence, lines[:place])):
            break
        if (folded and fold(line) == folded) or is_byline(line):
            lines = lines[place if is_byline(line) else place + 1 :]
            break
    after_byline = False
    while lines and (
        is_byline(lines[0])
        or _is_title_and_date(lines[0], folded)
        or is_date_line(lines[0])
        or _is_agency(lines[0])
        or _is_signature(lines[0], site)
        or _is_credit(lines[0])
        or _is_caption(lines[0])
        or _is_speaker(lines[0])
        or (after_byline and _PLACE_AND_NAME.fullmatch(lines[0]))
    ):
        after_byline = is_byline(lines[0])
        lines = lines[1:]
    return lines


def _without_foot(lines: list[str], title: str, site: str) -> list[str]:
    folded = fold(title)
    while len(lines) > 1 and (
        fold(lines[-1]) == folded
        or is_date_line(lines[-1])
        or _is_source(lines[-1])
        or _is_mark(lines[-1])
        or _is_caption(lines[-1])
        or _is_agency(lines[-1])
        or _is_signature(lines[-1], site)
    ):
        lines = lines[:-1]
    return lines


def _is_sentence(line: str) -> bool:
    return len(line) > _LONGEST_SOURCE or line.rstrip().endswith((".", "؟", "!"))


def _is_title_and_date(line: str, title: str) -> bool:
    """Whether a line holds the headline and at most a date, as where both are inline elements."""
    folded = fold(line)
    if not title or not folded.startswith(title):
        return False
    rest = folded[len(title) :].strip()
    return not rest or (len(rest) <= _LONGEST_SOURCE and re.search(r"\b\d{4}\b", rest) is not None)


def _is_source(line: str) -> bool:
    return (
        len(line) <= _LONGEST_SOURCE
        and bool(phrases.begin("sources").match(fold(line)))
        and not line.rstrip().endswith(".")
    ) or bool(phrases.begin("ends").fullmatch(fold(line)))


def _is_agency(line: str) -> bool:
    """Whether a line holds names of agencies, with a place or initials beside them or alone."""
    folded, found = phrases.within("agencies").subn(" ", fold(line))
    if len(line) > _LONGEST_SIGNATURE or not found:
        return False
    beside = [word for word in folded.split() if len(word) > 2]
    return not beside or (len(beside) <= 2 and bool(_JOINED.search(line)) and not line.endswith("."))


def _is_signature(line: str, site: str) -> bool:
    """Whether a short line holds the site's name, with a place beside it or alone."""
    words, own = fold(line).split(), set(fold(site).split())
    if not words or len(words) > 4 or len(line) > _LONGEST_SIGNATURE:
        return False
    beside = [word for word in words if word not in own]
    return not beside or (len(beside) == 1 and len(words) > 2 and ":" in line)


def _is_credit(line: str) -> bool:
    """Whether a short line without Arabic says whose photograph it is."""
    return (
        len(line) <= _LONGEST_SIGNATURE
        and not _ARABIC.search(line)
        and bool(phrases.within("credits").search(fold(line)))
    )


def _is_caption(line: str) -> bool:
    """Whether a line ends with whose photograph it describes or begins as captions do, without a stop."""
    if len(line) <= _LONGEST_SOURCE and phrases.begin("captions").match(fold(line)):
        return not _is_sentence(line)
    found = _CREDIT.search(line)
    return (
        found is not None
        and len(line) <= _LONGEST_CAPTION
        and bool(phrases.begin("agencies").fullmatch(fold(found[1])))
        and not line[: found.start()].rstrip().endswith((".", "»", "؟", "!"))
    )


def _is_speaker(line: str) -> bool:
    """Whether a short line names a paper with a colon, as some papers open what they took from another."""
    return len(line) <= _LONGEST_SIGNATURE and line.rstrip().endswith(":") and len(fold(line).split()) <= 3


def _is_mark(line: str) -> bool:
    """Whether a line has no word: initials of editors, a number, a time."""
    return len(line) <= _LONGEST_SIGNATURE and not _A_WORD.search(fold(line))

"""What stops one input from being read, said with a stable code and with what to do about it."""

from __future__ import annotations

import unicodedata

from liqaa.ontology.model import Issue


class Unreadable(Exception):  # noqa: N818 - reads as what it is: the input can not be read
    """An input, or the rest of it, can not be used.

    Attributes:
        code: short stable name of the problem, as in ``Issue.code``.
        message: what is wrong and what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def issue(self, where: str, doc_id: str | None = None) -> Issue:
        """The issue record of this problem at one place."""
        return Issue(self.code, where, self.message, doc_id)


def printable(name: str, limit: int = 300) -> str:
    """A file name, address or fragment as one line that any terminal and any archive takes.

    Undecodable bytes, control characters, line ends and direction controls are written as escapes, so that
    a name can neither break the line of a log nor turn it round; Arabic letters and quotes stay.
    """
    shown = "".join(char if _plain(char) else char.encode("unicode_escape").decode() for char in name[:limit])
    return shown if len(name) <= limit else shown + "…"


def _plain(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} or char in "\u200c\u200d"

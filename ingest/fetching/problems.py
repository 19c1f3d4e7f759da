"""What keeps a page or a list from being fetched."""

from __future__ import annotations

from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.model import Issue


class FetchError(LiqaaError):
    """An address that could not be read.

    Attributes:
        code: ``address``, ``private-address``, ``unreachable``, ``tls``, ``slow``, ``too-large``, ``bomb``,
            ``encoding``, ``redirect``, ``robots``, ``gone``, ``refused``, ``server``, ``header``, ``list``.
        message: what is wrong and what to do; it holds no secret.
        passing: whether trying again soon may help.
        retry_after: seconds that the server asks to wait before that, 0 where it does not say.
    """

    def __init__(self, code: str, message: str, *, passing: bool = False, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.passing = passing
        self.retry_after = retry_after

    def issue(self, where: str) -> Issue:
        """The issue record of this problem; ``where`` is an address as ``shown`` writes it."""
        return Issue(self.code, where, self.message)

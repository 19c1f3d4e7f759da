"""What papers put in quotation marks though it is no title, and "to" written apart: "لـ"حزب الله""."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

# Words of the longest name that is looked up.
_LONGEST = 4
# "To", written apart from what it leads to, also behind "and".
_APART = frozenset(("ل", "ول"))


def quoted_names(words: list[str], names: Mapping[str, tuple[str, ...]], quotes: Set[str]) -> Iterator[range]:
    """The tokens of each name in quotation marks, the marks left out.

    Args:
        words: the folded words of the document.
        names: folded names, each with what the word before its marks may end in.
        quotes: the marks.
    """
    if quotes.isdisjoint(words):
        return
    for at in range(1, len(words) - 2):
        if words[at] not in quotes:
            continue
        near = range(at + 2, min(at + 2 + _LONGEST, len(words)))
        end = next((t for t in near if words[t] in quotes), at)
        heads = names.get(" ".join(words[at + 1 : end]))
        if heads is not None and words[at - 1].endswith(heads):
            yield range(at + 1, end)


def leading_apart(words: list[str]) -> list[int]:
    """The tokens that are a "to" parted from the word it leads to: "لـ حزب"."""
    return [at for at in range(len(words) - 1) if words[at] in _APART and _is_word(words[at + 1])]


def _is_word(word: str) -> bool:
    return len(word) > 1 and word.isalpha()

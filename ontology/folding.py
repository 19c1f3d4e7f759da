"""Folding: one comparison form for the many spellings of an Arabic word.

Folding is for comparing, never for showing: offsets and quotes always come from the text as stored.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that newspapers use for one another (hamza seats, final ya, ta marbuta, letters for foreign sounds)
# and everything that carries no letter: vowel signs, tatweel, zero-width and direction controls.
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    "گ": "ج", "ڤ": "ف", "ڨ": "ق", "پ": "ب", "چ": "ج", "ژ": "ز", "ک": "ك", "ی": "ي", "ھ": "ه", "ﷲ": "الله",
}  # fmt: skip
# Letters as they look within a word, which some papers' typesetting leaves: "البﻻد".
_SHAPES = range(0xFE80, 0xFEFD)
_SILENT = [
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0640,
    0x0670,
    *range(0x06D6, 0x06EE),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    0xFEFF,
]
_SHAPED = {
    chr(code): "".join(_LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFKC", chr(code)))
    for code in _SHAPES
}
_WORD = str.maketrans({**_LETTERS, **_SHAPED, **{chr(code): "" for code in _SILENT}})
_SEPARATORS = re.compile(r"[^\w]+|_+")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def fold_word(word: str) -> str:
    """Fold one word: letters unified, marks and invisible characters removed, lower case."""
    return word.translate(_WORD).lower()


def fold(text: str) -> str:
    """Fold a phrase: as ``fold_word``, with punctuation, ``#`` and ``_`` read as one space.

    Args:
        text: any text; presentation forms are unified first (NFKC).

    Returns:
        Folded words joined by single spaces; empty when the text has no word.
    """
    return _SEPARATORS.sub(" ", fold_word(unicodedata.normalize("NFKC", text))).strip()


def without_article(word: str) -> str:
    """A folded word without the definite article, when enough of it stays to be a word."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def ascii_digits(text: str) -> str:
    """The text with Arabic-Indic digits, eastern ones included, written as 0 to 9."""
    return text.translate(_DIGITS)

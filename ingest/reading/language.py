"""Is this Arabic? Persian, Urdu, other languages in Arabic letters, and English are named and left out.

Arabic is told by its function words and by letters that only its neighbours use. An Arabic article with a
Persian name, a ``گ`` for a foreign sound, a Persian keyboard's ``ی`` or a long English quote stays Arabic.
"""

from __future__ import annotations

import re

SAMPLE = 3000  # characters looked at
# Share of words that are Arabic function words or carry the article. Half of it would do: Arabic news is well
# above, Persian, Urdu and Kurdish well below; of 38,568 Arabic articles none is taken for a neighbour.
ENOUGH_ARABIC = 0.15
ENOUGH_FOREIGN = 0.08
_ARABIC_LETTER = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_KEYBOARD = str.maketrans({"ی": "ي", "ک": "ك", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})
_FUNCTION_WORDS = {
    "ar": "في من علي الي ان التي الذي عن مع هذا هذه بعد قبل خلال بين كان كما او لا لم قد وقال وقد ذلك "
    "حيث وفي ومن",
    "fa": "از به در كه را اين است با براي ان تا بر هم شد هاي خود كرد مي يك شده بود دارد خواهد",
    "ur": "كے كي ميں ہے سے اور كو كا نے پر ہيں كہ اس بهي يہ ايك تها",
    "ckb": "له به بو ئه و ده لە بە بۆ کە لەگەڵ ئەو دەکات هەر كە",
}  # fmt: skip
_WORDS_OF = {
    language: frozenset(words.translate(_KEYBOARD).split()) for language, words in _FUNCTION_WORDS.items()
}
# Letters that stand in no Arabic word, foreign names included, by the language they give away most.
_LETTERS_OF = {"ur": "ٹڈڑںےہھۓ", "ckb": "ێۆەڕڵ", "ps": "ښږځڅټډړڼۍې", "ug": "ۇۈۋې", "fa": "پچژ"}
NAMES = {
    "fa": "Persian", "ur": "Urdu", "ckb": "Kurdish", "ps": "Pashto", "ug": "Uyghur",
    "latin": "English or another language in Latin letters", "other": "a language in other letters",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """The language of a text that is not Arabic.

    Args:
        text: title and text of an article; its first ``SAMPLE`` characters are looked at.

    Returns:
        A key of ``NAMES``; None for Arabic, for too few letters to tell, and in doubt.
    """
    sample = text[:SAMPLE]
    arabic = len(_ARABIC_LETTER.findall(sample))
    letters = len(_LETTER.findall(sample))
    if letters < 20:
        return None
    if arabic < 0.4 * letters:
        return "latin" if len(re.findall("[A-Za-zÀ-ɏ]", sample)) > 0.5 * letters else "other"
    return _neighbour(sample, arabic)


def _neighbour(sample: str, arabic_letters: int) -> str | None:
    words = [word.translate(_KEYBOARD) for word in _WORD.findall(sample)]
    arabic = sum(word in _WORDS_OF["ar"] or word.startswith(("ال", "وال", "بال", "لل")) for word in words)
    if arabic >= ENOUGH_ARABIC * len(words):
        return None
    scores = {
        language: sum(word in _WORDS_OF.get(language, ()) for word in words) / len(words)
        + 3 * sum(map(sample.count, letters)) / arabic_letters
        for language, letters in _LETTERS_OF.items()
    }
    likeliest = max(sorted(scores), key=lambda language: scores[language])
    return likeliest if scores[likeliest] >= ENOUGH_FOREIGN else None

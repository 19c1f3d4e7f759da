"""A read article as words, sentences and sections, with offsets back into title and text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from liqaa.ingest.extraction.text.quoted import leading_apart, quoted_names
from liqaa.ingest.extraction.text.sums import sums
from liqaa.ontology.folding import ascii_digits, fold_word
from liqaa.ontology.model import Article, Span

COMMAS = frozenset("،,")
QUOTES = frozenset('"«»“”')

# A word: letters, digits, marks, and the invisible controls that may stand inside it. `#` and `_`, which
# tie hashtags together, are read as spaces of the same length.
_TOKEN = re.compile(
    r"[^\W_\u0640](?:[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
    r"[\w\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed])*"
    r"|[^\w\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u0640+"
)
# Where a number is written without a space beside a word of two letters or more: "في20", "مايو2017". The
# article alone is part of it: "من ال22 إلى ال24".
_GLUED = re.compile(
    r"(?<!^ال)(?<!^[وبلف]ال)"
    r"(?<=[\u0621-\u063a\u0641-\u064a]{2})(?=[0-9\u0660-\u0669])"
    r"|(?<=[0-9\u0660-\u0669])(?=[\u0621-\u063a\u0641-\u064a]{2})"
)
_HASHTAG = str.maketrans({"#": " ", "_": " "})
_STOPS = frozenset(".؟!?…")
_CLOSERS = frozenset("\"'”’»)]}")
_MARKS = _STOPS | _CLOSERS
_READ_ALSO = re.compile(
    r"^\W*(?:[إا]قر[أا]\s+[أا]يض[اًا]*|شاهد\s+[أا]يض[اًا]*|طالع\s+[أا]يض[اًا]*)\W*(?P<rest>.*)$"
)
_RELATED = re.compile(
    r"^\W*(?:مقالات\s+(?:مشابهة|ذات\s+صلة)|مواضيع\s+(?:متعلقة|ذات\s+صلة|مشابهة)|[أا]خبار\s+(?:متعلقة|ذات\s+صلة)|"
    r"موضوعات\s+(?:متعلقة|ذات\s+صلة)|المزيد\s+من\s+الأخبار|أخبار\s+أخرى)\W*$"
)
# "And", which some papers write apart from its word, and the letters of the shortest word it is joined to.
_AND = "و"
_SHORTEST = 3
# The word behind a number that is an age in brackets: "أ (55 عاما)".
_YEARS = "عاما"
# Tokens of an aside that tells who said so, those among which the paper stands, and what ends it or shows
# that it is none.
_ASIDE, _SOURCE = 10, 6
_ENDS_ASIDE = COMMAS | QUOTES | _STOPS | frozenset(":؛()[]")
# Tokens of a clause that tells who somebody is.
WHO = 24
_KEPT_TOKENS = 100_000  # the vocabulary of some thousand articles, as written
_BULLET = re.compile(r"^\s*[•·▪●◦*\-–]\s+")

_NONE_QUOTED: Mapping[str, tuple[str, ...]] = MappingProxyType({})

SectionKind = Literal["main", "story", "headlines"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article that is read on its own: the main story, another story, or headlines."""

    index: int
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens ``first`` to ``last`` (exclusive).

    Attributes:
        index: position in the document.
        first: index of the first token.
        last: index after the last token.
        section: the section it belongs to.
        title: whether it lies in the article's title.
        order: position within its section, the title being 0 for the main section, a dateline -1.
    """

    index: int
    first: int
    last: int
    section: Section
    title: bool
    order: int


@lru_cache(maxsize=_KEPT_TOKENS)
def _parts(token: str) -> tuple[tuple[str, int], ...]:
    """The words that a token holds, folded, each with its length as written."""
    return tuple((fold_word(part) or "-", len(part)) for part in _GLUED.split(token))


class Document:
    """An article's tokens as parallel lists, and its sentences.

    Attributes:
        article: the article read.
        content: title, a newline, text: the coordinate of ``starts`` and ``ends``.
        words: folded form of each token.
        starts: offset of each token's first character in ``content``.
        ends: offset after each token's last character.
        sentences: the sentences in reading order.
        gaps: the tokens before which an aside is left out; a name does not go on past one.
    """

    __slots__ = (
        "_begins",
        "article",
        "content",
        "ends",
        "gaps",
        "sentence_of",
        "sentences",
        "starts",
        "words",
    )

    def __init__(
        self,
        article: Article,
        quoted: Mapping[str, tuple[str, ...]] = _NONE_QUOTED,
        attributions: Collection[str] = (),
        sources: Collection[str] = (),
        companions: Collection[str] = (),
        relatives: Collection[str] = (),
    ) -> None:
        """Read an article.

        Args:
            article: the article.
            quoted: folded words whose quotation marks are passed over, to those that may stand before them.
            attributions: folded words, one or two, with which an aside begins that tells who said so.
            sources: folded words for papers and statements: an aside that names one of them is passed over.
            companions: folded words with which an aside begins that tells who comes along; it is passed over.
            relatives: folded words that open a clause which tells who somebody is.
        """
        self.article = article
        self.content = f"{article.title}\n{article.text}"
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[Sentence] = []
        self.gaps: frozenset[int] = frozenset()
        self._begins = 0
        self._tokenise()
        self._sum_up()
        self._unquote(quoted)
        self.gaps = frozenset()  # marks alone are no aside
        self._pass_over(attributions, sources, companions, relatives)
        self._divide()

    def leave_out(self, tokens: set[int], seamless: bool = False) -> None:
        """Read on without some tokens, as if they had not been written.

        Args:
            tokens: those to leave out.
            seamless: whether an office or a name goes on past them.
        """
        self._leave_out(tokens, seamless)
        self.sentences = []
        self._divide()

    def begin_at(self, token: int) -> None:
        """Part what stands before the first sentence of the text from it, where anything does."""
        if token:
            self._begins = self.starts[token]
            self.sentences = []
            self._divide()

    def _tokenise(self) -> None:
        words, starts, ends = self.words, self.starts, self.ends
        for match in _TOKEN.finditer(self.content.translate(_HASHTAG)):
            start = match.start()
            for word, length in _parts(match[0]):
                if words and words[-1] == _AND and self._follows_and(word, start):
                    words[-1] = f"{_AND}{word}"
                    ends[-1] = start + length
                else:
                    words.append(word)
                    starts.append(start)
                    ends.append(start + length)
                start += length

    def _sum_up(self) -> None:
        """Keep of a sum its two numbers, what encloses it in their span: "مجموعة (5+1)"."""
        marks = set[int]()
        for whole in sums(self.words) if "+" in self.content else ():
            one, other = whole.plus - 1, whole.plus + 1
            self.words[one], self.words[other] = (ascii_digits(self.words[t])[-1] for t in (one, other))
            self.starts[one], self.ends[other] = self.starts[whole.first], self.ends[whole.last - 1]
            marks.update(t for t in range(whole.first, whole.last) if t not in (one, other))
        self._leave_out(marks)

    def _unquote(self, quoted: Mapping[str, tuple[str, ...]]) -> None:
        """Drop the quotation marks that say nothing of a name: "الجيش "الإسرائيلي"", "لـ"حزب الله""."""
        marks = set[int]()
        for name in quoted_names(self.words, quoted, QUOTES):
            before, behind = name.start - 1, name.stop
            self.starts[name.start], self.ends[behind - 1] = self.starts[before], self.ends[behind]
            marks |= {before, behind}
        self._leave_out(marks)
        self._join(leading_apart(self.words))

    def _join(self, tokens: list[int]) -> None:
        """Write some tokens onto the words behind them."""
        for at in tokens:
            self.words[at + 1], self.starts[at + 1] = self.words[at] + self.words[at + 1], self.starts[at]
        self._leave_out(set(tokens))

    def _pass_over(
        self,
        attributions: Collection[str],
        sources: Collection[str],
        companions: Collection[str],
        relatives: Collection[str],
    ) -> None:
        """Drop the asides that tell which paper said so or who comes along: a sentence reads on without them.

        Such as "استقبل أ، بحسب الوكالة، ب", "وصل أ، يرافقه وفد، إلى ب". Somebody who said so stays, and a
        comma before what "and" joins: "زار أ ب، وفق البيان، والتقى ج".
        """
        words, left_out = self.words, set[int]()
        for at in range(1, len(words) - 3):
            if words[at] == "(" and words[at + 1].isdecimal() and words[at + 2 : at + 4] == [_YEARS, ")"]:
                left_out.update(range(at, at + 4))  # an age
            told = words[at] in COMMAS and at not in left_out
            along = told and _opens_with(words, at + 1, companions)
            if not (along or (told and _opens_with(words, at + 1, attributions))):
                continue
            near = range(at + 2, min(at + _ASIDE, len(words) - 1))
            end = next((t for t in near if words[t] in _ENDS_ASIDE), None)
            if end is None or words[end] not in COMMAS or "\n" in self.text(at, end + 1):
                continue
            if along or any(_is_one(word, sources) for word in words[at + 2 : min(at + _SOURCE, end)]):
                begin = at + _tells_who(words, at, relatives)
                left_out.update(range(begin, end + (not words[end + 1].startswith(_AND))))
        self._leave_out(left_out)

    def _leave_out(self, tokens: set[int], seamless: bool = False) -> None:
        """Drop some tokens."""
        if tokens:
            kept = [at for at in range(len(self.words)) if at not in tokens]
            ends = frozenset[int]() if seamless else tokens
            gaps = [i for i, at in enumerate(kept) if at - 1 in ends or at in self.gaps]
            self.gaps = frozenset(gaps)
            self.words = [self.words[at] for at in kept]
            self.starts = [self.starts[at] for at in kept]
            self.ends = [self.ends[at] for at in kept]

    def _follows_and(self, word: str, start: int) -> bool:
        """Whether a word stands after an "and" that a space parts from it: "و استقبل أ"."""
        if len(word) < _SHORTEST or not word.isalpha():
            return False
        if self.words[-2:-1] and self.words[-2].isdecimal():
            return False  # "في عامي 2000 و عام 2007"
        return self.content[self.ends[-1] : start] == " "

    def _divide(self) -> None:
        """Cut the tokens into sections by their lines and into sentences."""
        words, title_length = self.words, len(self.article.title)
        order: dict[int, int] = {}
        at = 0
        for section, last in self._lines():
            while at < last:
                marks = (t for t in range(at, last - 1) if words[t] in _MARKS)
                end = next((mark + 1 for mark in marks if self._ends_sentence(mark)), last)
                position = order.get(section.index, 0)
                order[section.index] = position + 1
                if title_length < self.starts[at] < self._begins:
                    end = bisect_left(self.starts, self._begins)
                    order[section.index], position = position, -1
                title = self.starts[at] < title_length
                self.sentences.append(Sentence(len(self.sentences), at, end, section, title, position))
                at = end
        self.sentence_of = [s.index for s in self.sentences for _ in range(s.first, s.last)]

    def _lines(self) -> Iterator[tuple[Section, int]]:
        """The section of each line, with the token after the line."""
        lines = _sections(self.content, len(self.article.title))
        for number, (_, section) in enumerate(lines, start=1):
            end = lines[number][0] if number < len(lines) else len(self.content)
            yield section, bisect_left(self.starts, end)

    def _ends_sentence(self, token: int) -> bool:
        """Whether a token ends a sentence before the end of its line."""
        word = self.words[token]
        if word in _CLOSERS and token and self.words[token - 1] in _STOPS:
            return self.words[token + 1] not in _CLOSERS and self.words[token + 1] not in "،,:"
        if word not in _STOPS:
            return False
        following = self.starts[token + 1]
        if self.words[token + 1] in _STOPS or self.words[token + 1] in _CLOSERS:
            return False
        if token and self.words[token - 1] == "." and word == ".":
            # An ellipsis ties headlines together, "فرنسا.. منح", and ends what "and" goes on from.
            titled = self.starts[token] < len(self.article.title)
            return not titled and self.words[token + 1].startswith(_AND) and following > self.ends[token]
        if (
            token
            and word == "."
            and len(self.words[token - 1].removeprefix("و")) == 1
            and self.words[token - 1].isalnum()
            and self.starts[token] == self.ends[token - 1]
        ):
            return False  # initials: أ. ف. ب, degrees: "أ ود. محمد"
        if following > self.ends[token]:
            return True
        return self.words[token + 1].isalpha() and bool(token) and self.words[token - 1].isalpha()

    def end_of_run(self, token: int, last: int) -> int:
        """The first token after a token before which an aside is left out, at most the last."""
        return min((gap for gap in self.gaps if token < gap), default=last) if self.gaps else last

    def span(self, first: int, last: int) -> Span:
        """The span of tokens ``first`` to ``last`` (exclusive), which lie in one field."""
        return self.span_of(self.starts[first], self.ends[last - 1])

    def span_of(self, start: int, end: int) -> Span:
        """The span of a stretch of ``content``, which lies in one field."""
        body = len(self.article.title) + 1
        if start < body:
            return Span("title", start, min(end, body - 1))
        return Span("text", start - body, end - body)

    def text(self, first: int, last: int) -> str:
        """The very characters of tokens ``first`` to ``last`` (exclusive)."""
        return self.content[self.starts[first] : self.ends[last - 1]] if last > first else ""


def _is_one(word: str, words: Collection[str]) -> bool:
    """Whether a word is one of some, also behind a preposition and with the article: "لوكالة", "للوكالة"."""
    bare = word.removeprefix("ل").removeprefix("ل").removeprefix("ال")
    return word in words or bare in words


def _tells_who(words: list[str], at: int, relatives: Collection[str]) -> bool:
    """Whether a comma ends what tells who somebody is, and must go on to: "أ، الذي انتخب، وفق البيان،"."""
    opening = next((t for t in range(at - 1, max(at - WHO, 0), -1) if words[t] in _ENDS_ASIDE), at)
    return words[opening] in COMMAS and words[opening + 1] in relatives


def _opens_with(words: list[str], at: int, phrases: Collection[str]) -> bool:
    """Whether one of some phrases of one or two words begins at a token."""
    return words[at] in phrases or f"{words[at]} {words[at + 1]}" in phrases


def _sections(content: str, title_length: int) -> list[tuple[int, Section]]:
    """The section of each line, with the offset at which the line begins.

    A "read also" or "related" line opens a new section: a story when it holds a full sentence, else
    headlines. A "read also" line that carries its headline itself is that headline alone. Each headline is
    its own section, since nothing in it can be resolved from its neighbours.
    """
    lines: list[tuple[int, Section]] = []
    main = Section(0, "main")
    current = main
    count = 1
    position = 0
    rows = content.split("\n")
    for number, row in enumerate(rows):
        opener = _READ_ALSO.match(row) if position > title_length else None
        if opener and opener["rest"]:
            lines.append((position, Section(count, "headlines")))
            count += 1
        elif opener or (position > title_length and _RELATED.match(row)):
            current = Section(count, "story" if _holds_story(rows[number + 1 :]) else "headlines")
            count += 1
            lines.append((position, current))
        elif (current.kind == "headlines" and row.strip()) or (
            position > title_length and _BULLET.match(row) and _is_bullet_list(rows, number)
        ):
            lines.append((position, Section(count, "headlines")))
            count += 1
        else:
            lines.append((position, current))
        position += len(row) + 1
    return lines


def _holds_story(rows: list[str]) -> bool:
    """Whether a full sentence comes before the next opener or bullet."""
    for row in rows:
        text = row.strip()
        if _RELATED.match(row) or _BULLET.match(row):
            return False
        if len(text) > 80 and text[-1] in '.؟!"”»':
            return True
    return False


def _is_bullet_list(rows: list[str], number: int) -> bool:
    """Whether a bullet stands in a list at the page's end, which holds headlines, not paragraphs."""
    rest = [row for row in rows[number:] if row.strip()]
    return all(_BULLET.match(row) for row in rest) and not any(row.strip().endswith(".") for row in rest)

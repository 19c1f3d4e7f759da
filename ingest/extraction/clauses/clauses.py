"""Clauses: what stands to the left and right of a trigger within its reach."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.clauses.arguments import Argument, arguments_of
from liqaa.ingest.extraction.clauses.asides import asides_of, stressed
from liqaa.ingest.extraction.clauses.circumstances import follows_circumstance
from liqaa.ingest.extraction.clauses.comebacks import is_comeback
from liqaa.ingest.extraction.clauses.new_clauses import opening_clauses
from liqaa.ingest.extraction.clauses.rounds import is_of_contests, is_round, is_top
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import TriggerForm
from liqaa.ingest.extraction.text.phrasebook import Match, readings

_JOINERS = COMMAS | {"و"}
# Tokens of "and in the city of" before a place.
_PLACE = 2
# Tokens of an aside between commas after a verb.
_ASIDE = 9
# Members of a list after one joined by a comma among which و joins one.
_LISTED = 8
# Tokens from one of a list to the land of a conference beside which he meets the others.
_BESIDE = 6
# Tokens behind that land in which a comma ends the list.
_PAUSE = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger form found in a sentence: tokens ``first`` to ``last``."""

    first: int
    last: int
    form: TriggerForm


class Clause:
    """One sentence's arguments and triggers.

    Attributes:
        met: indexes of the mentions that have been read as whom a subject met, so that they are none.
        guests: indexes of those that have been read as received, who receive nobody themselves.
    """

    def __init__(
        self, document: Document, cast: Cast, sentence: Sentence, indexes: list[int], knowledge: Knowledge
    ) -> None:
        self.document = document
        self.words = document.words
        self.sentence = sentence
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.syntax
        self.cast = cast
        self.arguments = arguments_of(document, cast, sentence, indexes, self.lists)
        self.inside = {t for a in self.arguments for t in range(a.first, a.last)}
        self.hits = self._find_hits()
        self._stressed = stressed(self)
        self.met: set[int] = set()
        self._openings = opening_clauses(self) if self.hits else frozenset[int]()
        self.guests: set[int] = set()
        self.asides = asides_of(self) if self.hits else {}

    def _find_hits(self) -> list[Hit]:
        hits: list[Hit] = []
        here, triggers = self.sentence.first, self.knowledge.triggers
        for at in triggers.where(self.words, self.sentence.first, self.sentence.last):
            match = triggers.match(self.words, at) if at >= here and at not in self.inside else None
            if (
                match
                and match.last <= self.sentence.last
                and (self._clitic_fits(match.clitic, match.value) or self._is_aim(match, hits))
                and not (match.value.trigger.id.endswith("-verb") and self._is_governed(at))
                and not (match.value.trigger.id == "visit-noun" and is_round(self, at))
                and not (match.value.trigger.id == "round-noun" and is_of_contests(self))
                and not (match.value.trigger.id == "summit-noun" and is_top(self, match.last))
                and not (match.value.trigger.id == "return-verb" and not is_comeback(self, at))
            ):
                hits.append(Hit(at, match.last, match.value))
                here = match.last
        return hits

    def _is_governed(self, token: int) -> bool:
        """Whether a preposition stands before a token, after which no verb stands: "على هاتف المستشارة"."""
        before = token - 1
        if before < self.sentence.first or before in self.inside:
            return False
        return self.words[before] in self.lists.before_nouns

    def _is_aim(self, match: Match[TriggerForm], hits: list[Hit]) -> bool:
        """Whether a verb of meeting with ل is what a journey before it is for: "توجه إلى أ ليلتقي ب"."""
        meets = match.value.trigger.id in ("meet-verb", "gather-verb")
        verb = self.words[match.last - 1].removeprefix("ل")
        travels = any(h.form.trigger.type == "visit" for h in hits)
        return match.clitic == "ل" and meets and travels and verb.startswith(("ي", "ت"))

    def _clitic_fits(self, clitic: str, form: TriggerForm) -> bool:
        verbal = form.trigger.pattern in (
            "transitive",
            "prepositional",
            "discuss",
            "receive",
            "arrive",
            "visit",
            "leave",
            "award",
        )
        return clitic in ("", "و", "ف") if verbal else True

    def is_boundary(self, token: int) -> bool:
        """Whether a token ends the reach of a trigger."""
        word = self.words[token]
        if token in self.inside:
            return False
        if token and self.words[token - 1] == "من" and word in ("قبل", ":"):
            return False  # "by"; "كلا من: سفير أ وسفير ب"
        if word in QUOTES and (self._ends_name(token) or self._quotes_name(token)):
            return False  # "الرئيس "أ" للقاهرة", "مع "أ" في القاهرة"
        if token in self._stressed:
            return False
        if word in self.lists.temporal and self._only_tells_when(token):
            return False  # "سيتوجه بعد ذلك إلى", "وصل قبل قليل إلى"
        if word in self.lists.boundaries or word in ':"؛…' or self._is_ellipsis(token):
            return True
        return any(
            stem in self.lists.boundaries for clitic, stem in readings(word)[1:2] if clitic in ("و", "ف")
        )

    def _is_ellipsis(self, token: int) -> bool:
        """Whether two full stops part what a headline tells: "أ يلتقي ب.. ودمشق ترحب"."""
        return self.words[token] == "." and self.words[token + 1 : token + 2] == ["."]

    def _ends_name(self, token: int) -> bool:
        """Whether a quotation mark only closes the name of somebody that began with one."""
        before = next((a for a in self.arguments if a.last == token), None)
        return before is not None and any(self.words[t] in QUOTES for t in range(before.first, token))

    def _quotes_name(self, token: int) -> bool:
        """Whether quotation marks enclose just the name of somebody, and the token is one of them."""
        return any(
            token in (a.first - 1, a.last)
            and a.first > self.sentence.first
            and a.last < self.sentence.last
            and self.words[a.first - 1] in QUOTES
            and self.words[a.last] in QUOTES
            for a in self.arguments
        )

    def _only_tells_when(self, token: int) -> bool:
        """Whether a moment or some time follows "before" or "after": "بعد ظهر اليوم", not "بعد يوم من"."""
        after = self.words[token + 1 : token + 4]
        units = self.knowledge.lexicon.cues.countdown
        length = next((i for i, word in enumerate(after[:2], start=1) if word in units), 0)
        if length and not self.inside.intersection(range(token + 1, token + 1 + length)):
            return after[length : length + 1] not in (["من"], ["علي"])  # "قبل ثلاثة أيام"
        return bool(after) and after[0] in self.lists.moments and after[1:2] != ["من"]

    def right(self, token: int, reach: int = 30, over: frozenset[str] = frozenset()) -> list[Argument]:
        """Arguments after a token, up to the first boundary that is none of the words to pass over.

        The reach counts a mention as one word: titles are as long as their holders are high.
        """
        out: list[Argument] = []
        at = token
        stop = min(self.sentence.last, token + reach)
        by_first = {a.first: a for a in self.arguments}
        while at < stop:
            argument = by_first.get(at)
            if at in self._openings and at > token:
                break
            if argument:
                out.append(argument)
                at = argument.last
                stop = min(self.sentence.last, stop + argument.last - argument.first - 1)
                continue
            if at in self.asides:
                stop = min(self.sentence.last, stop + self.asides[at] - at)
                at = self.asides[at]
                continue
            if self.is_boundary(at) and self.words[at] not in over:
                after = self._over_relative(at, stop, out)
                if after is None:
                    break
                at = after
                continue
            at += 1
        return out

    def _over_relative(self, token: int, stop: int, found: list[Argument]) -> int | None:
        """Past a relative clause about the last argument that ends in a comma: "كارتر الذي يقوم بجولة، ب"."""
        if self.words[token] not in ("الذي", "التي") or not found or token - found[-1].last > 1:
            return None
        for at in range(token + 1, min(stop, token + 16)):
            if self.words[at] in COMMAS:
                return at + 1
        return None

    def passed(self, token: int) -> set[int]:
        """The tokens of asides that are over at a token."""
        return {t for first, last in self.asides.items() if last <= token for t in range(first, last)}

    def left(self, token: int, reach: int = 30) -> list[Argument]:
        """Arguments before a token, nearest first, within the sentence."""
        out = [a for a in self.arguments if a.last <= token and token - a.last <= reach]
        return out[::-1]

    def chain(self, arguments: list[Argument], start: int) -> list[Argument]:
        """An argument and those joined to it by و or commas, as far as nothing else stands between."""
        out = [arguments[start]]
        end = out[0].last
        for a in arguments[start + 1 :]:
            if a.first in self._openings:
                break  # "قمة أ، وب ترحب بها"
            paused = not COMMAS.isdisjoint(self.words[a.last : a.last + _PAUSE])
            beside = not paused and self.tells_beside_what(a, out[-1].last)
            if beside or (self._tells_where(a) and a.first - end <= 1):
                end = a.last  # "سفير هولندا في إسرائيل وب", "أ على هامش مؤتمر ميونخ وب"
                continue
            if a.preposition == "الي" != out[0].preposition:
                break  # "حيث يلتقي أ الثلاثاء، وإلى ب"
            gap = self.words[end : a.first]
            if "." in gap:
                break  # "مع وفد أ.. وب: سنعود"
            comma = any(w in _JOINERS for w in gap)
            if any(
                h.form.trigger.id.endswith("-verb") and end <= h.first and h.last < a.first for h in self.hits
            ):
                break  # "أ وب يتباحثان هاتفيا وج تدعو": another's clause; not "أ التقى ونظيره ب"
            if "بين" in gap:
                break  # "اجتماعا مع أ يستعرض العلاقات بين ب وج"
            if any(w in self.lists.facing for w in gap):
                break  # "بحث أ العمليات ضد ب وج"
            again = a.preposition == out[0].preposition in ("مع", "ب")  # "مع أ في أبريل، ومع ب في مايو"
            near = len([w for w in gap if not (again and self._is_passed_in_list(w))]) <= 4
            if (a.joined and near and not any(self.is_boundary(t) for t in range(end, a.first))) or (
                comma and len(gap) <= 1 and self._list_goes_on(arguments, a)
            ):
                out.append(a)
                end = a.last
            else:
                break
        return out

    def _tells_where(self, argument: Argument) -> bool:
        """Whether an argument is the place where those before it are."""
        here = argument.preposition in ("في", "ب") and not argument.joined
        return here and self.cast.mentions[argument.index].kind == "state"

    def tells_beside_what(self, argument: Argument, end: int) -> bool:
        """Whether an argument is of what those before it only met beside: "أ على هامش مؤتمر ميونخ"."""
        beside = self.words[end : end + 1] == ["علي"] and argument.first - end <= _BESIDE
        margins = self.knowledge.lexicon.events.margins
        people = self.cast.mentions[argument.index].kind in ("person", "delegation")
        return beside and not (people or argument.joined) and self.words[end + 1] in margins

    def _list_goes_on(self, arguments: list[Argument], argument: Argument) -> bool:
        """Whether a comma joins: a later member of the run is joined by و, and no contact stands between."""
        position = arguments.index(argument)
        return any(
            a.joined and a.first - argument.last < 25 and not self.hit_between(argument.last, a.first)
            for a in arguments[position + 1 : position + _LISTED]
        )

    def past_aside(self, token: int) -> int:
        """The token after an aside between commas that tells when or where: "تلقى، أمس بالجزائر، أ"."""
        if token >= self.sentence.last or self.words[token] not in COMMAS:
            return token
        people = {a.first for a in self.arguments if a.entity is None or a.entity.kind != "state"}
        for at in range(token + 1, min(token + _ASIDE, self.sentence.last)):
            if self.words[at] in COMMAS:
                return at + 1
            if at in people or self.is_boundary(at):
                break
        return token

    def tells_when(self, word: str) -> bool:
        """Whether a word only belongs to a time: "قبل", "قليل", "اليوم"."""
        parts_of_day = self.knowledge.lexicon.dates.parts_of_day
        lists = (self.lists.temporal, self.lists.moments, parts_of_day, self.knowledge.days)
        return any(word in words for words in lists)

    def past_time(self, token: int) -> int:
        """The token after the words that tell when from a token on: "زار صباح اليوم السفير أ"."""
        while token < self.sentence.last and self.knowledge.tells_day(self.words[token]):
            token += 1
        return token

    def before_time(self, token: int) -> int:
        """The token before another and before the words between them that tell when."""
        token -= 1
        while token > self.sentence.first and self.knowledge.tells_day(self.words[token]):
            token -= 1
        return token

    def is_of_time(self, word: str) -> bool:
        """Whether a word belongs to a time or says which one: "الأسبوع الماضي", "الشهر المقبل"."""
        dates = self.knowledge.lexicon.dates
        return self.tells_when(word) or any(word in said for said in (dates.past, dates.next, dates.this))

    def _is_passed_in_list(self, word: str) -> bool:
        """Whether a word only gives the day of one of several: "مع أ، في أواخر أبريل/نيسان، ومع ب"."""
        return self.is_of_time(word) or word == "في" or not word.isalpha()

    def apart(self, first: int, last: int) -> int:
        """How many words stand between two tokens outside mentions."""
        return sum(t not in self.inside and self.words[t].isalpha() for t in range(first, last))

    def hit_between(self, first: int, last: int) -> bool:
        """Whether another trigger begins between two tokens."""
        return any(first <= h.first < last for h in self.hits)

    def at_clause_start(self, token: int) -> bool:
        """Whether a verb opens its clause, so that its subject follows it."""
        if token == self.sentence.first:
            return True
        word, before = self.words[token], self.words[token - 1]
        if token - 1 in self.inside:
            joins = word[0] == "و" and len(word) > 3
            return joins or follows_circumstance(self, token) or self._follows_next_place(token)
        opener = before in self.lists.clause_openers or before.removeprefix("و") in self.lists.onward
        opens = not before.isalpha() or opener or word[0] == "و"
        return opens or follows_circumstance(self, token)

    def _follows_next_place(self, token: int) -> bool:
        """Whether the place where a sentence goes on stands right before a verb: "يزور أ ب، وفي ج سيلتقي"."""
        for argument in self.arguments:
            if argument.last == token and self.cast.mentions[argument.index].kind == "state":
                before = self.words[max(self.sentence.first, argument.first - _PLACE) : argument.first]
                return any(word in self.lists.next_places for word in before)
        return False

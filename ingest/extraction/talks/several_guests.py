"""Several guests: who receives them, and whether all meet at once."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.sides import is_of_several
from liqaa.ingest.extraction.text.document import COMMAS

# Words after a meeting among which it is told whose it is.
_ALL = 6


def parts_host(hit: Hit, clause: Clause, people: list[Argument]) -> bool:
    """Whether a comma parts who receives from the guests: "يستضيف أ، ب وج".

    Args:
        hit: a verb of receiving.
        clause: its sentence.
        people: those who stand after it.
    """
    if hit.form.trigger.pattern != "receive" or len(people) < 3:
        return False
    return not people[1].joined and clause.words[people[0].last] in COMMAS


def at_one_meeting(hit: Hit, clause: Clause, scene: Scene, frames: list[Frame]) -> list[Frame]:
    """The guests of several parties in one frame where all meet: "يستضيف أ، ب وج في قمة ثلاثية".

    Or where that is what he receives them for, or the title told that they did: "أ وب وج يجتمعون".

    Args:
        hit: a verb of receiving.
        clause: its sentence.
        scene: what was told before.
        frames: one for each party received.
    """
    meetings = [h for h in clause.hits if h.form.trigger.pattern == "noun" and h.first >= hit.last]
    together = {i for frame in frames for i in frame.entities()} == {*scene.pair}
    ways = (is_of_several, _is_to_be_held, _is_of_them_all)
    together = together or any(tells(h, clause) for h in meetings for tells in ways)
    if len(frames) < 2 or not together:
        return frames
    guests = [f for frame in frames[1:] for f in frame.fillers if f.role == "guest"]
    frames[0].fillers.extend(guests)
    return frames[:1]


def _is_to_be_held(meeting: Hit, clause: Clause) -> bool:
    """Whether a meeting is what somebody receives others for: "لعقد قمة"."""
    before = clause.words[meeting.first - 1]
    return before.startswith("ل") and before[1:] in clause.knowledge.lexicon.cues.holding


def _is_of_them_all(meeting: Hit, clause: Clause) -> bool:
    """Whether a meeting is said to be that of all: "في أول قمة بين زعماء الدول الثلاث"."""
    after = clause.words[meeting.last : min(meeting.last + _ALL, clause.sentence.last)]
    led = clause.words[meeting.first - 1]
    held = led in clause.lists.prepositions or clause.words[meeting.first - 2] in clause.lists.prepositions
    return held and any(word in clause.lists.counted for word in after)

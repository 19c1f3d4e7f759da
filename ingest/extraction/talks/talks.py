"""Talks: who met whom, by the pattern of the trigger."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.credentials import read_credentials
from liqaa.ingest.extraction.talks.hospitality import read_hospitality
from liqaa.ingest.extraction.talks.hosts import set_host
from liqaa.ingest.extraction.talks.meeting_nouns import read_nominal
from liqaa.ingest.extraction.talks.meeting_verbs import read_verbal
from liqaa.ingest.extraction.talks.nouns import noun_of
from liqaa.ingest.extraction.talks.press import read_press
from liqaa.ingest.extraction.talks.reception_nouns import read_reception
from liqaa.ingest.extraction.talks.requested_sessions import read_requested
from liqaa.ingest.extraction.talks.states_talking import read_gathering_states
from liqaa.ingest.extraction.talks.trios import read_trio_meeting


def read_talks(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks a trigger states: one frame for each counterpart party, one for a joint meeting."""
    pattern = hit.form.trigger.pattern
    if pattern in ("transitive", "prepositional", "discuss", "receive"):
        frames = read_trio_meeting(hit, clause, scene) or read_verbal(hit, clause, scene)
    elif pattern == "receive-noun":
        frames = read_reception(hit, clause, scene)
    elif pattern == "credentials":
        frames = read_credentials(hit, clause, scene)
    elif pattern == "hospitality":
        frames = read_hospitality(hit, clause, scene)
    elif pattern == "press":
        frames = read_press(noun_of(hit, clause, scene))
    else:
        frames = read_nominal(hit, clause, scene)
    if not frames and pattern in ("noun", "prepositional"):
        frames = read_requested(hit, clause, scene) or read_gathering_states(hit, clause, scene)
    for frame in frames:
        set_host(frame, clause, scene)
    return frames

"""A program that remembers its last run gives what one that begins from nothing gives, byte for byte."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from liqaa.graph.identity import Resolution, resolve
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.projection import Projection, project
from liqaa.graph.recall import Recall
from liqaa.ontology.judgement import Judgement
from liqaa.ontology.model import Report
from told import told, written

DOCS = "abcdefghijkl"
# Of the register, with a like name, of a family learnt from reports, by surname, by office, and unnamed.
PEOPLE = [
    "SA:سلمان بن عبدالعزيز/الملك",
    "SA:محمد بن سلمان",
    "US:باراك أوباما",
    "US:آشتون كارتر/وزير الدفاع",
    "US:كارتر",
    "US:/وزير الدفاع",
    "US:جورج هاملتون/المبعوث الخاص",
    "US:هاملتون",
    "US:جورج والاس هاملتون",
    "SA:",
]
DAYS = ["2015-06-05", "2015-06-06", "2015-06-20", "2015-09-02", "2016-06-05", "2015-06", None]
SENTENCES = ["قال", "استقبل الملك في قصره بجدة أمس وزير الدفاع الأميركي وبحثا معا شؤون المنطقة كلها"]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports of few blocks, so that many of them may be one event, or speak of one in passing."""
    report = told(
        draw(st.sampled_from(DOCS)),
        draw(st.sampled_from(("talks", "talks", "visit", "honor"))),
        draw(st.sampled_from(PEOPLE[:2] + PEOPLE[-1:])),
        draw(st.sampled_from(PEOPLE[2:-1])),
        date=draw(st.sampled_from(DAYS)),
        status=draw(st.sampled_from(("occurred", "occurred", "planned", "cancelled"))),
        country=draw(st.sampled_from(("SA", "SA", None))),
        place=draw(st.sampled_from((None, "جدة", "جده"))),
        at=draw(st.integers(0, 2)),
    )
    noun = draw(st.booleans())
    return replace(
        report, rule="meeting-noun" if noun else "meeting", evidence=draw(st.sampled_from(SENTENCES))
    )


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("come", "go", "move", "same", "different", "undo", "read")),
        st.integers(0, 59),
        st.integers(0, 59),
        st.booleans(),
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=150)
@given(st.lists(reports(), min_size=6, max_size=60), STEPS)
def test_remembered_is_as_from_nothing(every: list[Report], steps: list[tuple[str, int, int, bool]]) -> None:
    """Reports come, go and are read anew; articles are dated otherwise; judgements come and go."""
    recall, log = Recall(), list[Judgement]()
    known = {report.report_id: report for report in every[: len(every) // 2]}
    published = {doc_id: f"2015-06-{4 + at:02}" for at, doc_id in enumerate(DOCS)}
    versions = dict.fromkeys((report.report_id for report in every), "lines-1")
    for number, (step, one, other, written_down) in enumerate(steps):
        left, right = every[one % len(every)], every[other % len(every)]
        if step == "come":
            known.update((report.report_id, report) for report in every[min(one, other) : max(one, other)])
        elif step == "go":
            for report in every[one : one + 1 + other % 3]:
                known.pop(report.report_id, None)
        elif step == "move":
            published[DOCS[one % len(DOCS)]] = f"2015-0{6 + other % 3}-{1 + other % 28:02}"
        elif step == "read":
            versions[left.report_id] = f"lines-{other}"
        elif step == "undo":
            log = [entry for at, entry in enumerate(log) if at != one % len(log)] if log else []
        else:
            log.append(judgement(step, left, right, number, of_names=one % 2 == 0, known=known))
        remembered = resolve(known, log, published=published, recall=recall)
        fresh = resolve(dict(reversed(known.items())), log, published=published)
        assert text_of(remembered) == text_of(fresh)
        if written_down:  # a run may be resolved without being written down
            graphs = [
                graph_of(found, known, published, versions, where)
                for found, where in ((remembered, recall), (fresh, None))
            ]
            assert list(graphs[0].lines()) == list(graphs[1].lines())


def test_names_judged_different_part_the_actor_that_they_were() -> None:
    told_of = ("US:جورج هاملتون", "US:جورج والاس هاملتون", "US:جورج والاس هاملتون")
    reports_of = [told(doc_id, "talks", "SA:", name) for doc_id, name in zip("abc", told_of, strict=True)]
    recall = Recall()
    (before,) = (actor for actor in resolve(reports_of, recall=recall).actors if actor.named)
    (former,) = before.former
    log = [Judgement(before.id, former, "different", "قرأتهما", "محررة", "1")]
    remembered = resolve(reports_of, log, recall=recall)
    assert {before.id, former} <= {actor.id for actor in remembered.actors}
    assert text_of(remembered) == text_of(resolve(reports_of, log))
    assert text_of(resolve(reports_of, recall=recall)) == text_of(resolve(reports_of))


def judgement(
    verdict: Any, left: Report, right: Report, number: int, *, of_names: bool, known: dict[str, Report]
) -> Judgement:
    """A judgement of two reports, or of two names as they are."""
    pair = left.report_id, right.report_id
    if of_names:
        ids = sorted(id_ for actor in resolve(known).actors for id_ in (actor.id, *actor.former))
        pair = (ids[number % len(ids)], ids[-1 - number % len(ids)]) if ids else pair
    return Judgement(*pair, verdict, "قرأتهما", "محررة", f"{number}")


def text_of(resolution: Resolution) -> str:
    """The whole resolution as text."""
    claims = [
        (id_, claim.status, claim.block, [(party, lead.actor, lead.name) for party, lead in claim.leads])
        for id_, claim in sorted(resolution.claims.items())
    ]
    maps = (resolution.event_of, resolution.actor_of, resolution.redirects, resolution.outcome_of)
    whole = (resolution.events, resolution.actors, resolution.links, sorted(resolution.by_office), claims)
    return repr((whole, *(sorted(one.items()) for one in maps)))


LABELS = Labels()


def graph_of(
    resolution: Resolution,
    known: dict[str, Report],
    published: dict[str, str],
    versions: dict[str, str],
    recall: Recall | None,
) -> Projection:
    """The graph of a resolution."""
    articles = {doc_id: written(doc_id, day) for doc_id, day in published.items()}
    return project(resolution, known, articles, LABELS, extractors=versions, recall=recall)


def test_a_run_that_breaks_off_is_forgotten() -> None:
    recall, first, second = Recall(), told("a", "talks", *PEOPLE[1:3]), told("b", "talks", *PEOPLE[1:3])
    resolve([first], recall=recall)
    unreadable = replace(second, evidence=None)  # type: ignore[arg-type]
    with pytest.raises((AttributeError, TypeError)):
        resolve({"x": first, "y": second, "z": unreadable}, recall=recall)
    assert text_of(resolve([first, second], recall=recall)) == text_of(resolve([first, second]))

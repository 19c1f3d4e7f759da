"""Whatever is edited in an archive, an old export and the patch since it are the new export."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line_extractor import LineExtractor, newspaper
from liqaa.graph.rdf.export import write
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import History
from liqaa.graph.rdf.patch import PatchError, applied, write_patch
from liqaa.graph.rdf.selection import Selection
from liqaa.graph.recall import Recall
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.errors import ArchiveError
from liqaa.ingest.archive.moments import instant
from liqaa.ingest.jobs.facts import keep_up
from liqaa.ingest.jobs.rdf import Request, export_rdf
from liqaa.ontology.judgement import Judgement, Undoing
from rdf_tools import missing, patched
from skipping import skip_or_fail
from told_archive import filled, ran, sound_newspaper

# What may be done to an archive between two exports.
EDITS = ("add", "edit", "empty", "reread", "judge", "undo")


def edited(archive: Archive, verb: str, random: Random) -> None:
    """Do one thing to an archive, and leave a moment after it."""
    articles = list(archive.articles())
    reports = sorted(kept.report_id for kept in archive.current_reports())
    later = (
        instant(archive.newest_moment().at) + timedelta(microseconds=random.randrange(1, 999_999))
    ).isoformat()
    if verb == "add":
        ran(archive, newspaper(5, seed=random.randrange(1_000)))
    elif verb == "reread":
        ran(
            archive,
            articles,
            LineExtractor("lines-2", types=random.sample(("visit", "call", "talks", "honor"), 3)),
        )
    elif verb in ("edit", "empty") and articles:
        one = random.choice(articles)
        lines = [line for line in one.text.split("\n") if verb == "edit" and random.random() < 0.7]
        ran(archive, [replace(one, title=f"{one.title} !", text="\n".join(lines) or "لا خبر.")])
    elif verb == "judge" and len(reports) > 1:
        left, right = sorted(random.sample(reports, 2))
        archive.judge(Judgement(left, right, random.choice(("same", "different")), "رأي", "م", later))
    elif verb == "undo":
        standing = [entry.number for entry in archive.judgements() if not entry.undone]
        if standing:
            archive.undo(random.choice(standing), Undoing("خطأ", "م", later))


def hash_of(statements: set[str]) -> str:
    """RDFC-1.0 of statements, by Oxigraph."""
    dataset = pyoxigraph.Dataset(pyoxigraph.parse("".join(statements), format=pyoxigraph.RdfFormat.N_QUADS))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return hashlib.sha256("".join(sorted(f"{quad} .\n" for quad in dataset)).encode()).hexdigest()


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


@settings(max_examples=25)
@given(
    edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=6),
    seed=st.integers(0, 10_000),
    quotes=st.booleans(),
    selection=st.sampled_from([Selection(), Selection(("SA",)), Selection((), "2015-07-05", "2015-07-20")]),
)
def test_old_and_patch_are_new(edits: list[str], seed: int, quotes: bool, selection: Selection) -> None:
    random, profile, recall = Random(seed), Profile(quotes=quotes, selection=selection), Recall()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            Archive.open(folder / "archive.sqlite") as archive,
            History(folder / "history.sqlite") as history,
        ):
            filled(archive, 12, runs=2)
            states = [keep_up(archive, history)]
            files = [folder / "0.nq"]
            hashes = [write(files[0], "nquads", history, states[0], profile).hash]
            for number, verb in enumerate(edits, 1):
                edited(archive, verb, random)
                states.append(keep_up(archive, history, recall=recall))
                files.append(folder / f"{number}.nq")
                hashes.append(write(files[-1], "nquads", history, states[-1], profile).hash)
            for at in range(len(edits)):
                write_patch(folder / "delta.rdfp", history, states[at], states[-1], profile)
                after = applied(lines_of(files[at]), folder / "delta.rdfp")
                assert after == set(lines_of(files[-1]))
                assert hash_of(after) == hashes[-1]
            # A state that is read from the history again is what it was, and what it is made from nothing.
            assert [write(folder / "x", "nquads", history, one, profile).hash for one in states] == hashes
            with History(folder / "fresh.sqlite") as fresh:
                assert (
                    write(folder / "x", "nquads", fresh, keep_up(archive, fresh), profile).hash == hashes[-1]
                )


def test_a_delta_since_a_run_that_nobody_kept_is_worked_out_again(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / "kept.sqlite") as kept:
        ran(archive, sound_newspaper(20))
        old = keep_up(archive, kept)
        write(tmp_path / "old.nq", "nquads", kept, old, Profile())
        ran(archive, sound_newspaper(12, first=15))
        with History(tmp_path / "late.sqlite") as late:
            for history, out in ((kept, "kept"), (late, "late")):
                export_rdf(archive, history, tmp_path / out, Request(since="1"))
        assert (tmp_path / "kept/delta.rdfp").read_bytes() == (tmp_path / "late/delta.rdfp").read_bytes()
        write(tmp_path / "new.nq", "nquads", kept, keep_up(archive, kept), Profile())
        after = applied(lines_of(tmp_path / "old.nq"), tmp_path / "late/delta.rdfp")
        assert after == set(lines_of(tmp_path / "new.nq"))


def test_a_delta_says_the_hashes_of_both_ends_when_asked(tmp_path: Path) -> None:
    with (
        Archive.open(tmp_path / "archive.sqlite") as archive,
        History(tmp_path / "history.sqlite") as history,
    ):
        ran(archive, sound_newspaper(12))
        first = export_rdf(archive, history, tmp_path / "whole", Request())
        ran(archive, sound_newspaper(9, first=12))
        export_rdf(archive, history, tmp_path / "delta", Request(since="1", verify=True))
        again = export_rdf(archive, history, tmp_path / "again", Request())
        text = (tmp_path / "delta/delta.rdfp").read_text(encoding="utf-8")
        assert f'H previous "sha256:{first.hash}" .\nH hash "sha256:{again.hash}" .\n' in text
        assert f"sha256:{again.hash}" in (tmp_path / "delta/dataset.ttl").read_text(encoding="utf-8")
        for since, said in (
            ("99", "There is no run 99"),
            ("soon", "neither the number of a run"),
            ("2001-01-01", "No run"),
        ):
            with pytest.raises(ArchiveError, match=said):
                export_rdf(archive, history, tmp_path / "x", Request(since=since))


def old_new_and_patch(folder: Path) -> Path:
    """Write ``old.nq``, ``new.nq`` and what leads from one to the other, which is returned."""
    with Archive.open(folder / "archive.sqlite") as archive, History(folder / "history.sqlite") as history:
        filled(archive, 6, runs=1)
        old = keep_up(archive, history)
        write(folder / "old.nq", "nquads", history, old, Profile())
        ran(archive, newspaper(9, seed=2))
        new = keep_up(archive, history)
        write(folder / "new.nq", "nquads", history, new, Profile())
        write_patch(folder / "delta.rdfp", history, old, new, Profile())
    return folder / "delta.rdfp"


def test_a_patch_for_another_state_or_cut_off_is_refused(tmp_path: Path) -> None:
    patch = old_new_and_patch(tmp_path)
    lines = lines_of(tmp_path / "old.nq")
    with pytest.raises(PatchError, match=r"delta.rdfp:\d+ adds what is there already"):
        applied(applied(lines, patch), patch_without(patch, "D "))
    with pytest.raises(PatchError, match=r"delta.rdfp:\d+ deletes what is not there"):
        applied(applied(lines, patch), patch)
    patch.write_text("".join(lines_of(patch)[:-1]), encoding="utf-8")
    with pytest.raises(PatchError, match="cut off"):
        applied(lines, patch)


def patch_without(patch: Path, beginning: str) -> Path:
    other = patch.with_name("other-delta.rdfp")
    other.write_text("".join(x for x in lines_of(patch) if not x.startswith(beginning)), encoding="utf-8")
    return other


def test_jena_applies_a_patch(tmp_path: Path) -> None:
    if reason := missing():
        skip_or_fail(reason)
    old_new_and_patch(tmp_path)
    made = tmp_path / "made.nq"
    made.write_text(patched(tmp_path / "old.nq", tmp_path / "delta.rdfp"), encoding="utf-8")
    read = {str(quad) for quad in pyoxigraph.parse(path=str(made))}
    assert read == {str(quad) for quad in pyoxigraph.parse(path=str(tmp_path / "new.nq"))}

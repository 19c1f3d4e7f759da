"""The formats say the same, the same every time, with everything that the graph has."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from an_export import Demo, items_of_graph
from liqaa.graph.rdf.blocks import BlockWriter
from liqaa.graph.rdf.export import write
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import History
from liqaa.graph.rdf.selection import Selection
from liqaa.graph.rdf.terms import BaseError, Names
from liqaa.graph.rdf.writers import FORMATS
from liqaa.ontology.vocabulary import SHAPES_FILE
from pyshacl import validate
from rdf_tools import missing, rdf4j_says, riot_complaints, riot_counts, shacl_report
from rdflib import Dataset, Graph
from region import REGION
from skipping import skip_or_fail

LIQAA = "https://w3id.org/liqaa/ontology#"
WITH_GRAPHS = ("trig", "nquads", "jsonld")


def statements(path: Path) -> set[str]:
    return {str(quad) for quad in pyoxigraph.parse(path=str(path))}


def test_every_format_has_the_same_statements(demo: Demo) -> None:
    read = {form: statements(path) for form, path in demo.files.items()}
    assert read["trig"] == read["nquads"] == read["jsonld"]
    assert read["turtle"] == read["ntriples"]
    written = demo.written
    assert {len(found) for found in read.values()} == {one.statements for one in written.values()}
    assert len(read["trig"]) > 4_000


@pytest.mark.parametrize("form", FORMATS)
def test_rdflib_reads_each_format_without_inventing_a_prefix(demo: Demo, form: str) -> None:
    path = demo.files[form]
    known = Dataset()
    known.parse(path, format={"jsonld": "json-ld", "ntriples": "nt"}.get(form, form))
    assert len(known) == demo.written[form].statements
    if form == "trig":
        assert "ns1:" not in known.serialize(format="trig")


def test_the_hash_is_what_rdfc_gives(demo: Demo) -> None:
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=str(demo.files["trig"])))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(f"{quad} .\n" for quad in dataset)
    canonical = hashlib.sha256("".join(lines).encode()).hexdigest()
    nquads = demo.files["nquads"].read_bytes()
    assert demo.written["trig"].hash == hashlib.sha256(nquads).hexdigest() == canonical


def test_the_same_archive_gives_the_same_bytes_in_another_process(demo: Demo, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from liqaa.graph.rdf.export import write\n"
        "from liqaa.graph.rdf.header import Profile\n"
        "from liqaa.graph.rdf.history import History\n"
        "from liqaa.ingest.archive.archive import Archive\n"
        "from liqaa.ingest.jobs.facts import keep_up\n"
        "out = Path(sys.argv[2])\n"
        "with Archive.open(Path(sys.argv[1])) as archive, History(out / 'history.sqlite') as history:\n"
        "    state = keep_up(archive, history)\n"
        "    write(out / 'again', 'trig', history, state, Profile())\n"
    )
    archive = demo.folder / "archive.sqlite"
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-c", program, archive, folder]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"})
        trig = demo.files["trig"].read_bytes()
        assert (folder / "again").read_bytes() == trig


def test_nothing_that_stands_on_an_edge_is_lost(demo: Demo) -> None:
    """A participation a role, a tenure an office, an alias a report: as many nodes as the graph has edges."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(demo.files["nquads"]))
    counts = demo.state.counts

    def number(pattern: str) -> int:
        query = f"PREFIX l: <{LIQAA}> SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
        (row,) = store.query(query, use_default_graph_as_union=True)
        return int(row["n"].value)

    took_part = (
        "?e l:participation ?p . ?p a l:Participation ; l:participant ?a ; l:role ?r ;"
        " l:reportCount ?n ; l:byOffice ?b"
    )
    assert number(took_part) == counts["TOOK_PART"]
    assert (
        number("?t a l:Tenure ; l:holder ?a ; l:office ?o ; l:evidence ?r . ?r a l:Report") >= counts["HELD"]
    )
    assert number("?a l:hasAlias ?n . ?n l:alias ?w ; l:aliasReport ?r . ?r a l:Report") > 30
    assert number("?d a l:Redirect ; <http://purl.org/dc/terms/isReplacedBy> ?n ;"
                  " <http://www.w3.org/2002/07/owl#sameAs> ?n") == counts.get("Redirect", 0)  # fmt: skip
    assert (
        number("?a l:name ?n FILTER(LANG(?n) = 'ar')") > number("?x l:name ?n FILTER(LANG(?n) = 'en')") > 20
    )


def test_each_report_says_which_words_which_run_and_which_extractor(demo: Demo) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(demo.files["trig"]))
    texts = {article.doc_id: article for article in demo.archive.articles()}
    rows = list(store.query(
        f"""PREFIX l: <{LIQAA}> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?run_graph ?run ?doc ?exact ?start ?end ?field ?version WHERE {{ GRAPH ?run_graph {{
            ?r a l:Report ; oa:hasTarget ?t ; l:field ?field ;
                prov:wasGeneratedBy ?run ; prov:wasAttributedTo ?by .
            ?t oa:hasSource/l:docId ?doc ; oa:hasSelector/oa:exact ?exact ; oa:hasSelector ?at .
            ?at oa:start ?start ; oa:end ?end . }}
            GRAPH ?agreed {{ ?by a prov:SoftwareAgent ; l:extractor ?version }} }}"""
    ))  # fmt: skip
    assert len(rows) == demo.state.counts["report"]
    assert {row["run"].value.rpartition("-")[2] for row in rows} == {"1", "2"}
    for row in rows:
        article = texts[row["doc"].value]
        text = article.title if row["field"].value == "title" else article.text
        assert text[int(row["start"].value) : int(row["end"].value)] == row["exact"].value
        assert row["run_graph"].value.endswith("graph/" + row["run"].value.rpartition("/")[2])
        assert row["version"].value.startswith("0.")


def test_without_quotes_no_words_of_articles_are_there(demo: Demo, tmp_path: Path) -> None:
    path = tmp_path / "bare.nq"
    write(path, "nquads", demo.history, demo.state, Profile(quotes=False))
    text = path.read_text(encoding="utf-8")
    reports = [one.report for one in demo.archive.current_reports()]
    assert not [report.evidence for report in reports if report.evidence in text]
    assert not [article.title for article in demo.archive.articles() if f'"{article.title}"' in text]
    assert "oa#TextPositionSelector" in text and "oa#exact" not in text


def test_a_base_is_the_publishers_own(demo: Demo, tmp_path: Path) -> None:
    for base in ("https://example.org/rdf/", "https://zzz.example/"):
        written = write(tmp_path / "x.nq", "nquads", demo.history, demo.state, Profile(Names(base)))
        text = (tmp_path / "x.nq").read_text(encoding="utf-8")
        assert "w3id.org/liqaa/id/" not in text and f"<{base}id/e-" in text
        assert text.splitlines() == sorted(text.splitlines())
        assert written.hash == hashlib.sha256(text.encode()).hexdigest()
    for base in ("example.org/", "https://example.org", "https://exa mple.org/", "https://example.org/#"):
        with pytest.raises(BaseError, match="ends in a slash"):
            Names(base)


def test_a_selection_has_the_events_wanted_with_all_that_belongs_to_them(tmp_path: Path) -> None:
    with History(tmp_path / "history.sqlite") as history:
        state = history.record(1, "2030-01-01T00:00:00+00:00", items_of_graph(REGION))
        wanted = Selection(("TR",), "2030-03-02", "2030-06-30")
        write(tmp_path / "part.nt", "ntriples", history, state, Profile(selection=wanted))
        found = Graph().parse(tmp_path / "part.nt")
    events = {
        str(s).rpartition("/")[2] for s in found.subjects() if "/id/e-" in str(s) and str(s).count("-") < 6
    }
    named = {one for one in events if any(one == e.id for e in REGION.nodes)}
    between = {}
    for edge in REGION.edges:
        if edge.type == "BETWEEN":
            between.setdefault(edge.source, set()).add(edge.target)
    dates = {node.id: node.properties["date"] for node in REGION.nodes if node.label == "Event"}
    assert named == {
        one for one, codes in between.items()
        if "TR" in codes and dates[one] and "2030-03-02" <= str(dates[one]) <= "2030-06-30"
    }  # fmt: skip
    assert (None, None, None) in found
    assert "لوكا مارتيني" not in (tmp_path / "part.nt").read_text(encoding="utf-8")


def test_names_do_not_turn_the_line_round_but_quotes_stay_as_they_are() -> None:
    writer = BlockWriter(Names())
    node = '["Place","p-0123456789ab",{"name_ar":"\\u202eعمان","name_en":null}]'
    assert "\u202e" not in str(writer.block("p-0123456789ab", [node]).triples)


def test_pyshacl_conforms(demo: Demo) -> None:
    conforms, _, text = validate(Graph().parse(demo.files["ntriples"]), shacl_graph=str(SHAPES_FILE))
    assert conforms, text


def test_jena_and_rdf4j_read_every_format_without_a_word_and_count_the_same(demo: Demo) -> None:
    if reason := missing():
        skip_or_fail(reason)
    paths = list(demo.files.values())
    count = demo.written["trig"].statements
    assert riot_complaints(paths) == ""
    assert riot_counts(paths) == [count] * len(paths)
    assert rdf4j_says(paths) == [f"{path} {count}" for path in paths]


def test_jena_finds_that_the_shapes_hold(demo: Demo, tmp_path: Path) -> None:
    if reason := missing():
        skip_or_fail(reason)
    assert shacl_report(demo.files["ntriples"], SHAPES_FILE) == "Conforms"
    text = demo.files["ntriples"].read_text(encoding="utf-8")
    (tmp_path / "bad.nt").write_text(text.replace(f"{LIQAA}role-visitor", f"{LIQAA}role-attendee"))
    assert "A visit has a visitor" in shacl_report(tmp_path / "bad.nt", SHAPES_FILE)


def test_the_tools_complain_of_what_is_wrong(tmp_path: Path) -> None:
    if reason := missing():
        skip_or_fail(reason)
    bad = tmp_path / "bad.nt"
    bad.write_text('<urn:x> <urn:y> "nope"^^<http://www.w3.org/2001/XMLSchema#date> .\n')
    assert "WARN" in riot_complaints([bad])
    assert any("error" in line or "fatal" in line for line in rdf4j_says([bad]))

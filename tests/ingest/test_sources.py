"""Sources as data: those that ship are sound, and what is wrong with one is said with file and field."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from liqaa.ingest.fetching.source_files import SourceError, chosen, load
from liqaa.ontology import lexicon

SOUND = {
    "name_ar": "صحيفة الميناء",
    "name_en": "Port News",
    "country": "EG",
    "kind": "feed",
    "address": "https://news.example.org/rss",
    "cadence": "30m",
    "volume": {"min": 3, "max": 300},
    "silent_after": "1d",
    "licence": "ours",
    "attested": "written for this test",
}


def own(folder: Path, name: str = "port.yml", **changes: object) -> Path:
    fields = {key: value for key, value in {**SOUND, **changes}.items() if value is not ...}
    (folder / name).write_text(yaml.safe_dump(fields, allow_unicode=True), encoding="utf-8")
    return folder


def test_the_sources_that_ship() -> None:
    sources = load()
    enabled = [source for source in sources.values() if source.enabled]
    assert len(enabled) >= 15
    countries = {country.code for country in lexicon.load().countries}
    assert {source.country for source in sources.values() if source.country} <= countries
    assert len({urlsplit(source.address).hostname for source in sources.values()}) == len(sources)
    assert all(source.attested for source in sources.values())
    assert all(source.politeness.robots and not source.private_hosts for source in sources.values())


def test_a_source_of_the_users_own_is_added_or_takes_a_place(tmp_path: Path) -> None:
    own(own(tmp_path), "wam.yml", address="https://mirror.example.org/wam")
    sources = load(tmp_path)
    assert sources["port"].cadence.total_seconds() == 1800
    assert sources["wam"].address == "https://mirror.example.org/wam"
    assert set(sources) - set(load()) == {"port"}
    assert [source.id for source in chosen(sources, ["wam", "port", "wam"])] == ["wam", "port"]


def test_the_example_of_the_readme_is_a_source(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "my-paper.yml").write_text(example, encoding="utf-8")
    assert load(tmp_path)["my-paper"].volume.min == 5


def test_a_folder_stands_beside_its_file(tmp_path: Path) -> None:
    own(tmp_path, kind="folder", address="news")
    assert load(tmp_path)["port"].address == str(tmp_path / "news")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "rss"}, "port.yml: kind: Input should be 'feed'"),
        ({"cadence": "often"}, "port.yml: cadence: is no length of time: write a number and"),
        ({"cadence": "5s"}, "port.yml: cadence: is not between 1m and 31d"),
        ({"silent_after": "5m"}, "silent_after: is shorter than cadence"),
        ({"address": "ftp://example.org/x"}, "address: is no web address: write it whole"),
        ({"address": "https://me:pw@example.org/x"}, "address: holds a name or password: take it out"),
        ({"address": "file:///etc/passwd"}, "address: is no web address"),
        (
            {"kind": "folder", "address": "https://example.org"},
            "address: a folder or jsonl source is on this",
        ),
        ({"volume": {"min": 9, "max": 2}}, "port.yml: volume: min is greater than max"),
        ({"volume": {"min": -1, "max": 2}}, "port.yml: volume.min: "),
        ({"volume": ...}, "port.yml: volume: is missing: add it"),
        ({"licence": ...}, "port.yml: licence: is missing: add it"),
        ({"selector": {}}, "port.yml: selector: is no field of a source: take it out"),
        ({"selectors": {"body": "//div["}}, "port.yml: selectors.body: is no XPath"),
        ({"links": "("}, "port.yml: links: is no regular expression"),
        ({"private_hosts": ["localhost"]}, "port.yml: private_hosts.0: "),
        ({"id": "other"}, "port.yml: id: is other, not the file's name"),
        ({"address": "https://sana.sy/feed/"}, "address: is that of"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_field(
    tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    with pytest.raises(SourceError) as caught:
        load(own(tmp_path, **changes))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("../port.yml", "", ""),
        ("Port.yml", yaml.safe_dump(SOUND), "Port.yml: id: String should match"),
        ("port.yml", "- a list", "is no list of fields"),
        ("port.yml", "a: [", "port.yml: is no YAML"),
        ("port.yml", "a: &a [*a, *a]\n" * 9000, "port.yml: is larger than 100 kB"),
        ("port.yml", "name_ar: !!python/object/apply:os.system [true]", "port.yml: is no YAML"),
    ],
)
def test_a_file_that_is_no_source(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / name).write_text(text, encoding="utf-8")
    if not said:
        assert "port" not in load(tmp_path / "own")
        return
    with pytest.raises(SourceError) as caught:
        load(tmp_path / "own")
    assert said in str(caught.value)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    own(own(tmp_path, kind="x", cadence="y"), "b.yml", licence=...)
    with pytest.raises(SourceError) as caught:
        load(tmp_path)
    lines = str(caught.value).splitlines()
    assert len(lines) == 3
    assert all(line.startswith(str(tmp_path)) for line in lines)


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(SourceError, match="Near it: hespress"):
        chosen(load(), ["hespres"])

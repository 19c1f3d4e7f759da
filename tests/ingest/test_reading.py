"""Reading: every form of input comes to the same articles, streamed, with stable ids and plain dates."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from liqaa.ingest.reading import dates, read
from liqaa.ingest.reading.encoding import decode
from liqaa.ingest.reading.jsonl import lines
from liqaa.ingest.reading.language import foreign_language
from liqaa.ontology.model import Article, Issue

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

SHARED = Path(os.environ.get("LIQAA_SHARED", Path(__file__).parents[3] / "shared"))
TEXT = "استقبل وزير الدفاع في مكتبه اليوم نظيره الزائر، وبحث معه سبل التعاون العسكري بين البلدين."
RECORD = {
    "doc_id": "n-1",
    "corpus": "ours",
    "source": "صحيفة الميناء",
    "url": "https://example.org/أخبار/1",
    "date": "2024-05-01",
    "title": "وزير الدفاع يستقبل نظيره",
    "text": TEXT,
}
ARTICLE = Article(
    "n-1", "وزير الدفاع يستقبل نظيره", TEXT, "صحيفة الميناء", "https://example.org/أخبار/1", "2024-05-01"
)
JSONL = json.dumps(RECORD, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", JSONL),
        ("a.jsonl", JSONL.rstrip()),
        ("a.jsonl", b"\xef\xbb\xbf" + JSONL),
        ("a.jsonl", JSONL.replace(b"\n", b"\r\n")),
        ("a.jsonl", json.dumps(RECORD).encode()),
        ("a.ndjson", JSONL),
        ("a.json", JSONL),
        ("a.jsonl.gz", gzip.compress(JSONL)),
        ("a.jsonl.gz", gzip.compress(JSONL[:40]) + gzip.compress(JSONL[40:])),
        ("a.jsonl.xz", lzma.compress(JSONL)),
        ("a.jsonl.xz", lzma.compress(JSONL[:40]) + lzma.compress(JSONL[40:])),
        ("a.jsonl.zst", zstd.compress(JSONL)),
        ("a.jsonl.zst", zstd.compress(JSONL[:40]) + zstd.compress(JSONL[40:])),
    ],
)
def test_jsonl_in_every_wrapping_is_the_same_article(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert list(read([str(tmp_path / name)])) == [ARTICLE]
    assert list(read(["-"], stdin=io.BytesIO(content))) == [ARTICLE]


def test_missing_optional_fields_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        json.dumps({"doc_id": "x", "title": None, "text": TEXT, "url": None, "date": ""}), encoding="utf-8"
    )
    assert list(read([str(path)])) == [Article("x", "", TEXT)]


def test_a_text_file_has_no_title_and_all_its_words(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(f"لقاء\r\n\r\n{TEXT}\r\n".encode())
    assert list(read([str(path)])) == [Article("note.txt", "", f"لقاء\n\n{TEXT}\n")]


def test_a_folder_is_read_sorted_and_ids_are_paths_inside_it(tmp_path: Path) -> None:
    for name in ("b/two.txt", "b/a/one.txt", "a.txt", "z.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    ids = [record.doc_id for record in read([str(tmp_path)])]
    assert ids == ["a.txt", "z.TXT", "b/two.txt", "b/a/one.txt"]
    assert ids == [record.doc_id for record in read([f"{tmp_path}/"])]


def test_text_from_standard_input_has_an_id_of_its_content() -> None:
    first, again, other = (
        next(iter(read(["-"], stdin=io.BytesIO(text.encode())))).doc_id for text in (TEXT, TEXT, TEXT + "!")
    )
    assert first == again != other
    assert first is not None
    assert first.startswith("stdin-")


def test_an_article_is_handed_on_before_the_next_is_read() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = JSONL * (len(buffer) // len(JSONL))
            buffer[: len(line)] = line
            self.given += len(line)
            return len(line)

    endless = Endless()
    records = read(["-"], stdin=endless)  # type: ignore[arg-type]
    assert [next(records) for _ in range(5)] == [ARTICLE] * 5
    assert endless.given < 2 << 20


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_lines_do_not_depend_on_where_the_pieces_end(size: int) -> None:
    content = b"one\n\ntwo\r\n" + "ثلاثة".encode() + b"\nlast"
    parts: Iterator[bytes] = (content[start : start + size] for start in range(0, len(content), size))
    assert list(lines(parts)) == list(enumerate(content.split(b"\n"), start=1))


@pytest.mark.parametrize(
    "text",
    [
        unicodedata.normalize("NFD", TEXT),
        "ﻻ ﷲ " + TEXT,
        TEXT.replace(" ", "\u200f ").replace("و", "\u200bو"),
        "١٢٣ " + TEXT + " e\u0301 \u00a0\u2028 🎖",
    ],
)
def test_the_text_is_kept_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"doc_id": "x", "title": text, "text": text}), encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    one, two = read([str(tmp_path)])
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.title, one.text, two.text) == (text, text, text)


@pytest.mark.parametrize(
    ("raw", "declared", "text", "encoding", "noted"),
    [
        (TEXT.encode(), None, TEXT, "utf-8", False),
        (TEXT.encode(), "windows-1256", TEXT, "utf-8", False),
        (TEXT.encode("cp1256"), "windows-1256", TEXT, "cp1256", False),
        (TEXT.encode("cp1256"), None, TEXT, "cp1256", True),
        (TEXT.encode("cp1256"), "utf-8", TEXT, "cp1256", True),
        (TEXT.encode("cp1256"), "no-such-thing", TEXT, "cp1256", True),
        (TEXT.replace("،", "").encode("iso8859-6"), "iso-8859-6", TEXT.replace("،", ""), "iso8859-6", False),
        (TEXT.encode("utf-16"), None, TEXT, "utf-16-le", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), None, TEXT, "utf-16-be", False),
        (TEXT.encode("utf-16-be"), None, TEXT, "utf-16-be", True),
        (TEXT.encode("utf-32"), None, TEXT, "utf-32-le", False),
        (b"caf\xe9", "latin-1", "caf\ufffd", "utf-8", True),
        (TEXT.encode() + b"\xd8", None, TEXT + "\ufffd", "utf-8", True),
        (b"", None, "", "utf-8", False),
    ],
)
def test_encodings(raw: bytes, declared: str | None, text: str, encoding: str, noted: bool) -> None:
    decoded = decode(raw, declared)
    assert (decoded.text, decoded.encoding, bool(decoded.note)) == (text, encoding, noted)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2020-12-01", "2020-12-01"),
        ("2020-12-25T01:59:50+02:00", "2020-12-25"),
        ("2020-12-01 02:00:00", "2020-12-01"),
        ("20201201", "2020-12-01"),
        ("2020/2/9", "2020-02-09"),
        ("٢٠٢٦-٠٧-٠٧T١٤:٢٩:٢١+0400", "2026-07-07"),
        ("\u200f٢٠٢٦/٠٧/٠٧", "2026-07-07"),
        ("31/07/2015", "2015-07-31"),
        ("07/07/2015", "2015-07-07"),
        ("الجمعة 8 فيفري 2019", "2019-02-08"),
        ("الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00", "2013-08-28"),
        ("٢٣ تموز ٢٠٢٠", "2020-07-23"),
        ("24 أغسطس 2020 09:23 ص", "2020-08-24"),
        ("ديسمبر 25, 2020", "2020-12-25"),
        ("3 كانون الثاني 2021", "2021-01-03"),
        ("3 كانون الأول 2021", "2021-12-03"),
        ("1 ماي 2021", "2021-05-01"),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("1436-10-05", None),
        ("2024-02-30", None),
        ("2023-02-29", None),
        ("2024-13-01", None),
        ("03/04/2024", None),
        ("2024-05", None),
        ("2024", None),
        ("اليوم", None),
        ("30 فبراير 2020", None),
        ("1438300800", None),
        ("'; DROP TABLE", None),
        ("", None),
    ],
)
def test_dates_are_one_day_or_refused(words: str, day: str | None) -> None:
    if day:
        assert dates.day_of(words) == day
    else:
        with pytest.raises(ValueError, match=r"\w"):
            dates.day_of(words)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, None),
        ("لقاء", None),
        ("", None),
        (TEXT + " The minister said: we welcome our guests and hope to work with them.", None),
        (TEXT.replace("ي", "ی").replace("ك", "ک"), None),
        ("وزیر دفاع در دیدار با همتای خود گفت که این سفر برای گسترش همکاری دو کشور است و ادامه دارد.", "fa"),
        ("رئيس جمهور در ديدار با وزير دفاع گفت كه اين سفر براي همكاري دو كشور است و ادامه خواهد داشت.", "fa"),
        ("وزیر دفاع نے اپنے ہم منصب سے ملاقات کی اور دونوں ملکوں کے درمیان تعاون پر بات چیت کی۔", "ur"),
        ("وەزیری بەرگری لەگەڵ هاوتاکەی کۆبووەوە و باسی هاوکاری سەربازییان کرد لە نێوان وڵاتەکان.", "ckb"),
        ("The minister of defence met his counterpart on Monday in the capital.", "latin"),
        ("Министр обороны встретился со своим коллегой в понедельник.", "other"),
        ("The minister met وزير الدفاع in the capital on Monday and they talked about borders.", "latin"),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert foreign_language(text) == language


def test_importing_and_reading_jsonl_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(JSONL)
    code = (
        "import sys; from liqaa.ingest.reading import read; assert len(list(read(sys.argv[1:]))) == 1;"
        "print(sorted({'trafilatura', 'htmldate', 'lxml', 'yaml', 'spacy', 'rdflib'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the development articles are not here (LIQAA_SHARED)"
)
def test_the_development_articles_are_read_as_they_stand() -> None:
    path = SHARED / "gold" / "dev.docs.jsonl"
    with path.open(encoding="utf-8") as stored:
        expected = [json.loads(line) for line in stored]
    records = list(read([str(path)]))
    assert not [record for record in records if isinstance(record, Issue)]
    found = [
        {
            "doc_id": a.doc_id,
            "title": a.title,
            "text": a.text,
            "date": a.date,
            "url": a.url,
            "source": a.source,
        }
        for a in records
        if isinstance(a, Article)
    ]
    assert found == [{key: record[key] for key in found[0]} for record in expected]


@pytest.mark.skipif(not (SHARED / "seed").is_dir(), reason="the seed page is not here (LIQAA_SHARED)")
def test_the_seed_page_is_read_as_its_record_says() -> None:
    (article,) = read([str(SHARED / "seed" / "article.txt")])
    (record,) = read([str(SHARED / "seed" / "seed.docs.jsonl")])
    assert isinstance(article, Article)
    assert isinstance(record, Article)
    assert (article.title, article.text, article.date) == (record.title, record.text, record.date)

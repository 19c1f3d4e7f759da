"""Hostile inputs: each a clear issue with a stable code, and the good articles around it still arrive.

A row is a name, a function that makes the input in an empty folder and returns what to pass to ``read``, the
codes of the issues that must come out (each once, sorted), and the ids of what can still be read in it.
"""

# ruff: noqa: E501 - a row of the table stays on its line

from __future__ import annotations

import gzip
import io
import json
import lzma
import os
import random
import socket
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from liqaa.ingest.reading import read
from liqaa.ontology.model import Article, Issue

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = "استقبل وزير الدفاع في مكتبه اليوم نظيره الزائر، وبحث معه سبل التعاون العسكري بين البلدين."
PARAGRAPHS = "".join(
    f"<p>{TEXT} وجرى خلال اللقاء استعراض {word}.</p>" for word in ("العلاقات", "التدريب", "التسليح")
)
Row = tuple[str, Callable[[Path], str | list[str] | bytes], list[str], list[str]]


def line(doc_id: object = "good", **fields: object) -> bytes:
    record = {"doc_id": doc_id, "title": "لقاء", "text": TEXT, "date": "2024-05-01", **fields}
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def page(body: str = f"<article><h1>لقاء في الوزارة</h1>{PARAGRAPHS}</article>", head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>لقاء في الوزارة</title>{head}</head><body>{body}</body></html>".encode()


def file(name: str | bytes, content: bytes) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        path = os.path.join(os.fsencode(folder), name if isinstance(name, bytes) else name.encode())  # noqa: PTH118
        with open(path, "wb") as out:  # noqa: PTH123 - some names are no text
            out.write(content)
        return os.fsdecode(path)

    return make


def bomb(name: str, pack: Callable[[bytes], bytes], start: bytes = b"") -> Callable[[Path], str]:
    """A small file that unpacks to 200 MB: members of one letter, one after another, behind a harmless start."""

    def make(folder: Path) -> str:
        return file(name, pack(start) + pack(b"x" * (10 << 20)) * 20)(folder)

    return make


def dangling(folder: Path) -> str:
    link = folder / "link.txt"
    link.symlink_to(folder / "nowhere.txt")
    return str(link)


def symlink_loop(folder: Path) -> str:
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    return str(folder)


def folder_loop(folder: Path) -> str:
    (folder / "inside").mkdir()
    (folder / "inside" / "again").symlink_to(folder)
    (folder / "inside" / "one.jsonl").write_bytes(line())
    return str(folder)


def pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe.jsonl")
    return str(folder)


def door(folder: Path) -> str:
    """A socket; its address must be short, so it is bound by a relative name."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("door.txt")
    finally:
        os.chdir(before)
    return str(folder / "door.txt")


def deep(folder: Path) -> str:
    (folder / "empty").mkdir()
    return str(folder / "empty")


def ten_kinds(folder: Path) -> str:
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n")
    (folder / "style.css").write_text("p {}")
    (folder / ".hidden.txt").write_text(TEXT)
    (folder / "ok.jsonl").write_bytes(line())
    return str(folder)


ENTITIES = (
    b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)
MIXED = f"\u202e{TEXT}\u202c\u200f\u200b مع نظي\u200dره\u2069 John \u2066Smith\u2069\ufeff"
PERSIAN = (
    "وزیر دفاع ایران در دیدار با همتای خود گفت که همکاری نظامی دو کشور را گسترش می‌دهند و این سفر برای آن است. "
    * 3
)
URDU = (
    "وزیر دفاع نے اپنے ہم منصب سے ملاقات کی اور دونوں ملکوں کے درمیان فوجی تعاون کے بارے میں بات چیت کی ہے۔ "
    * 3
)
ENGLISH = (
    "The minister of defence met his counterpart in the capital on Monday and discussed cooperation. " * 3
)
KURDISH = "وەزیری بەرگری لەگەڵ هاوتاکەی کۆبووەوە و باسی هاوکاری سەربازییان کرد لە نێوان هەردوو وڵات. " * 3

ROWS: list[Row] = [
    ("empty file", file("a.txt", b""), ["empty"], []),
    ("empty page", file("a.html", b""), ["empty"], []),
    ("only white space", file("a.txt", b" \n\t\r\n  "), ["empty"], []),
    ("only a byte order mark", file("a.txt", b"\xef\xbb\xbf"), ["empty"], []),
    ("empty gzip", file("a.jsonl.gz", gzip.compress(b"")), ["empty"], []),
    ("binary named text", file("a.txt", bytes(range(256)) * 40), ["binary"], []),
    ("zeros", file("a.jsonl", b"\0" * 100_000), ["binary"], []),
    ("a PDF named text", file("a.txt", b"%PDF-1.7 " + b"x" * 100), ["unsupported"], []),
    ("a zip", file("a.zip", b"PK\x03\x04" + b"x" * 100), ["unsupported"], []),
    ("50 MB line", file("a.jsonl", line("one") + b'{"text": "' + b"x" * (50 << 20) + b'"}\n' + line("two")),
     ["long-line"], ["one", "two"]),
    ("50 MB line without an end", file("a.jsonl", line("one") + b"x" * (50 << 20)), ["long-line"], ["one"]),
    ("50 MB text", file("a.txt", (TEXT.encode() + b"\n") * 340_000), ["too-large"], []),
    ("gzip cut off", file("a.jsonl.gz", gzip.compress(b"".join(line(f"n{i}", noise=os.urandom(300).hex())
     for i in range(2000)), mtime=0)[:-4000]), ["truncated"], ["n0", "n100"]),
    ("xz cut off", file("a.jsonl.xz", lzma.compress(line("one") * 3)[:-20]), ["truncated"], ["one"] * 3),
    ("zst cut off", file("a.jsonl.zst", zstd.compress(line("one") * 3)[:-8]), ["truncated"], []),
    ("gzip with garbage after it", file("a.jsonl.gz", gzip.compress(line("one")) + b"garbage"), ["trailing-garbage"],
     ["one"]),
    ("gzip with a wrong checksum", file("a.jsonl.gz", gzip.compress(line("one"))[:-8] + b"\0" * 8), ["corrupt"], ["one"]),
    ("gzip that is not", file("a.jsonl.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + b"\xff" * 60), ["corrupt"], []),
    ("xz that is not", file("a.jsonl.xz", b"\xfd7zXZ\x00" + b"\x12" * 60), ["corrupt"], []),
    ("zst that is not", file("a.jsonl.zst", b"\x28\xb5\x2f\xfd" + b"\xff" * 60), ["corrupt"], []),
    ("gzip bomb", bomb("a.jsonl.gz", gzip.compress, line("one") * 60), ["bomb"], ["one"] * 60),
    ("xz bomb", bomb("a.jsonl.xz", lzma.compress, line("one") * 60), ["bomb"], ["one"] * 60),
    ("zst bomb", bomb("a.jsonl.zst", zstd.compress, line("one") * 60), ["bomb"], ["one"] * 60),
    ("gzip bomb of a text", bomb("a.txt.gz", gzip.compress), ["too-large"], []),
    ("xz bomb of a page", bomb("a.html.xz", lzma.compress), ["too-large"], []),
    ("zst bomb of a text", bomb("a.txt.zst", zstd.compress), ["too-large"], []),
    ("gzip named jsonl", file("a.jsonl", gzip.compress(line("one"))), [], ["one"]),
    ("jsonl named gzip", file("a.jsonl.gz", line("one")), [], ["one"]),
    ("page named text", file("a.txt", page()), ["wrong-ending"], ["a.txt"]),
    ("jsonl named page", file("a.html", line("one")), ["wrong-ending"], ["one"]),
    ("text named page", file("a.html", TEXT.encode()), [], ["a.html"]),
    ("text named jsonl", file("a.jsonl", f"{TEXT}\n{TEXT}\n".encode()), ["json-syntax"] * 2, []),
    ("windows-1256 text", file("a.txt", TEXT.encode("cp1256")), ["encoding"], ["a.txt"]),
    ("windows-1256 in one line", file("a.jsonl", line("one") + line("two").decode().encode("cp1256")), ["encoding"],
     ["one", "two"]),
    ("UTF-8 declared as windows-1256", file("a.html", page(head='<meta charset="windows-1256">')), [], ["a.html"]),
    ("windows-1256 declared as UTF-8", file("a.html", page(head='<meta charset="utf-8">').decode().encode("cp1256")),
     ["encoding"], ["a.html"]),
    ("unknown encoding declared", file("a.html", page(head='<meta charset="x-none">') + b"\xff"), ["encoding"],
     ["a.html"]),
    ("UTF-16 with a mark", file("a.txt", TEXT.encode("utf-16")), [], ["a.txt"]),
    ("UTF-16 without a mark", file("a.txt", TEXT.encode("utf-16-le")), ["encoding"], ["a.txt"]),
    ("UTF-16 JSONL", file("a.jsonl", (line("one") + line("two")).decode().encode("utf-16")), [], ["one", "two"]),
    ("UTF-8 with broken bytes", file("a.txt", TEXT.encode() + b"\xc3\x28\xff" + TEXT.encode()), ["encoding"], ["a.txt"]),
    ("half a letter at the end", file("a.txt", TEXT.encode()[:-1] + b"\xd8"), ["encoding"], ["a.txt"]),
    ("NUL bytes", file("a.txt", TEXT.encode() + b"\0\0 \x07" + TEXT.encode()), ["control-characters"], ["a.txt"]),
    ("NUL in JSON", file("a.jsonl", line("o\0ne", title="لق\0اء")), ["control-characters"], ["one"]),
    ("lone surrogate escape", file("a.jsonl", rb'{"doc_id": "one", "title": "\ud800", "text": "' + TEXT.encode() + b'"}'),
     ["control-characters"], ["one"]),
    ("lone surrogate in the id", file("a.jsonl", rb'{"doc_id": "\udfff", "text": "' + TEXT.encode() + b'"}'), [], ["\ufffd"]),
    ("mixed directions, zero width", file("a.txt", MIXED.encode()), [], ["a.txt"]),
    ("100,000 nested divs", file("a.html", page("<div>" * 100_000 + f"<p>{TEXT}</p>")), ["no-article"], []),
    ("50,000 elements", file("a.html", page("<p>كلمة</p>" * 50_000)), ["too-large"], []),
    ("100,000 attributes", file("a.html", page("<p " + " ".join(f"a{n}='x'" for n in range(100_000)) + ">")), ["too-large"], []),
    ("20,000 divs in hundreds of levels", file("a.html", page(("<div>" * 150 + f"<p>{TEXT}</p>" + "</div>" * 150) * 130)), [], ["a.html"]),
    ("20,000 links in hundreds of levels", file("a.html", page("<div>" * 200 + "<a href='/x'>خبر</a>" * 20_000)), ["too-large"], []),
    ("a text in hundreds of levels", file("a.html", page("<div>" * 200 + f"<p>{TEXT}</p>" * 1500)), ["too-large"], []),
    ("a million letters and more", file("a.html", page(f"<p>{TEXT}</p>" * 12_000)), ["too-large"], []),
    ("a text of 800,000 letters", file("a.html", page("".join(f"<p>{TEXT} {n}</p>" for n in range(8000)))), [], ["a.html"]),
    ("a script in hundreds of levels", file("a.html", page("<div>" * 200 + f"<script>{'x' * 200_000}</script>")), ["too-large"], []),
    ("15,000 read-also labels", file("a.html", page("<p>اقرأ أيضا</p>" * 15_000 + PARAGRAPHS)), [], ["a.html"]),
    ("20,000 short lines before a text", file("a.html", page("<p>خبر</p>" * 20_000 + PARAGRAPHS)), [], ["a.html"]),
    ("a page without a body", file("a.html", b"<!doctype html><html><head><title>x</title></head></html>"),
     ["no-article"], []),
    ("a page of scripts", file("a.html", page("<script>var a = '" + TEXT + "';</script>" * 50)), ["no-article"], []),
    ("a page of nothing but a comment", file("a.html", b"<html><!-- " + TEXT.encode() + b" -->"), ["no-article"], []),
    ("entities", file("a.html", ENTITIES + page(f"<article><p>&d;&x;</p>{PARAGRAPHS}</article>")[15:]), [], ["a.html"]),
    ("a script in a title", file("a.html", page(head="<script>document.title='<b>'</script>")), [], ["a.html"]),
    ("broken JSON-LD", file("a.html", page(head='<script type="application/ld+json">{"@graph": [</script>')), [],
     ["a.html"]),
    ("JSON-LD 50,000 deep", file("a.html", page(head=f'<script type="application/ld+json">{"[" * 50_000}</script>')), [],
     ["a.html"]),
    ("page date in the year 9999", file("a.html", page(head='<meta property="article:published_time" content="9999-01-01">')),
     ["date"], ["a.html"]),
    ("page address that is a script", file("a.html", page(head='<link rel="canonical" href="javascript:alert(1)">')), [],
     ["a.html"]),
    ("page address that is none", file("a.html", page(head='<link rel="canonical" href="http://[::1">')), [], ["a.html"]),
    ("a feed", file("a.html", b'<?xml version="1.0"?><rss><channel/></rss>'), ["feed"], []),
    ("a broken line", file("a.jsonl", line("one") + b'{"doc_id": "x", \n' + line("two")), ["json-syntax"], ["one", "two"]),
    ("a million empty lines", file("a.jsonl", line("one") + b"\n" * 1_000_000 + line("two")), [], ["one", "two"]),
    ("a line that is no object", file("a.jsonl", line("one") + b"[1]\n17\nnull\n" + line("two")), ["not-an-object"] * 3,
     ["one", "two"]),
    ("one JSON list", file("a.jsonl", b'[{"doc_id": "x"}]'), ["json-array"], []),
    ("no text", file("a.jsonl", b'{"doc_id": "x"}\n' + line("two", text=None)), ["missing-field"] * 2, []),
    ("no id", file("a.jsonl", line(None) + line("")), ["missing-field"] * 2, []),
    ("empty text and title", file("a.jsonl", line("x", text="", title="")), ["empty"], []),
    ("wrong types", file("a.jsonl", line(["x"]) + line("y", text=5) + line("z", title=[], url={}, source=True)),
     ["field-type"] * 5, ["z"]),
    ("duplicate keys", file("a.jsonl", b'{"doc_id": "x", "text": "a", "text": "b"}\n'), ["duplicate-key"], []),
    ("duplicate keys of others", file("a.jsonl", b'{"n": 1, "n": 2, ' + line("one")[1:]), [], ["one"]),
    ("duplicate ids", file("a.jsonl", line("one") + line("one", text=TEXT * 2) + line("one", text=TEXT * 2)),
     ["repeated-id"], ["one", "one", "one"]),
    ("a huge number", file("a.jsonl", line(n=1)[:-3] + b"9" * 100_000 + b"}\n"), [], ["good"]),
    ("a number of 5,000 digits for an id", file("a.jsonl", b'{"doc_id": ' + b"9" * 5000 + b', "text": "a"}'),
     ["field-type"], []),
    ("a number for an id", file("a.jsonl", line(17)), [], ["17"]),
    ("NaN", file("a.jsonl", line("one", date=float("nan"), extra=float("inf"))), ["field-type"], ["one"]),
    ("JSON 100,000 deep", file("a.jsonl", b'{"a":' * 100_000 + b"\n" + line("two")), ["json-syntax"], ["two"]),
    ("year 9999", file("a.jsonl", line("one", date="9999-12-31")), ["date"], ["one"]),
    ("an impossible day", file("a.jsonl", line("one", date="2024-02-30")), ["date"], ["one"]),
    ("a date that may be two", file("a.jsonl", line("one", date="03/04/2024")), ["date"], ["one"]),
    ("date garbage", file("a.jsonl", line("one", date="'; DROP TABLE articles; --")), ["date"], ["one"]),
    ("Cypher in a title", file("a.jsonl", line("one", title="'}) MATCH (n) DETACH DELETE n //")), [], ["one"]),
    ("SPARQL in a title", file("a.jsonl", line("one", title='"} ; DROP ALL ; INSERT DATA { <a> <b> "')), [], ["one"]),
    ("a script in a JSON title", file("a.jsonl", line("one", title="</script><script>alert(1)</script>")), [], ["one"]),
    ("an address that is a script", file("a.jsonl", line("one", url="javascript:alert(1)")), ["url"], ["one"]),
    ("Persian", file("a.txt", PERSIAN.encode()), ["language"], []),
    ("Urdu", file("a.jsonl", line("one", text=URDU)), ["language"], []),
    ("Kurdish", file("a.txt", KURDISH.encode()), ["language"], []),
    ("English", file("a.txt", ENGLISH.encode()), ["language"], []),
    ("English page", file("a.html", page(f"<article><p>{ENGLISH}</p><p>{ENGLISH}</p></article>").replace(
        "لقاء في الوزارة".encode(), b"Talks in the capital")), ["language"], []),
    ("Arabic with an English quote", file("a.txt", f"{TEXT} {TEXT} «{ENGLISH[:95]}»".encode()), [], ["a.txt"]),
    ("Arabic from a Persian keyboard", file("a.txt", TEXT.replace("ي", "ی").replace("ك", "ک").encode()), [], ["a.txt"]),
    ("Arabic with foreign letters", file("a.txt", f"{TEXT} ژان پول گوته وچارلز".encode()), [], ["a.txt"]),
    ("no such path", lambda folder: str(folder / "none.txt"), ["missing"], []),
    ("a file taken for a folder", lambda folder: file("a.txt", b"x")(folder) + "/b.txt", ["missing"], []),
    ("a NUL in the path", lambda folder: str(folder) + "/a\0b", ["missing"], []),
    ("a path of 5,000 characters", lambda folder: str(folder / ("x" * 5000)), ["unreadable"], []),
    ("a dangling link", dangling, ["missing"], []),
    ("links in a circle", symlink_loop, ["unreadable", "unreadable"], []),
    ("folders in a circle", folder_loop, ["other-files"], ["good"]),
    ("an empty folder", deep, ["empty-folder"], []),
    ("a folder with pictures", ten_kinds, ["other-files"], ["good"]),
    ("a pipe", pipe, ["not-a-file"], []),
    ("a socket", door, ["not-a-file"], []),
    ("a device", lambda folder: "/dev/zero", ["not-a-file"], []),
    ("a line end in the name", file("a\nb.txt", TEXT.encode()), [], ["a\\nb.txt"]),
    ("quotes in the name", file("a'\"b.txt", TEXT.encode()), [], ["a'\"b.txt"]),
    ("Arabic in the name", file("خبر.txt", TEXT.encode()), [], ["خبر.txt"]),
    ("undecodable bytes in the name", file(b"a\xff\xfe.txt", TEXT.encode()), [], ["a\\udcff\\udcfe.txt"]),
    ("a turned name", file("a\u202etxt.exe.txt", TEXT.encode()), [], ["a\\u202etxt.exe.txt"]),
    ("standard input empty", lambda folder: b"", ["empty"], []),
    ("standard input JSONL", lambda folder: line("one") + b"{\n" + line("two"), ["json-syntax"], ["one", "two"]),
    ("standard input gzip cut off", lambda folder: gzip.compress(line("one"))[:-9], ["truncated"], ["one"]),
    ("standard input binary", lambda folder: os.urandom(9) + b"\0" * 5000, ["binary"], []),
]  # fmt: skip


@pytest.mark.parametrize(("make", "codes", "ids"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_hostile_input_is_named_and_the_good_articles_arrive(
    tmp_path: Path, make: Callable[[Path], str | bytes], codes: list[str], ids: list[str]
) -> None:
    before, inside, after = (tmp_path / name for name in ("before.jsonl", "inside", "after.txt"))
    before.write_bytes(line("before"))
    inside.mkdir()
    after.write_text(TEXT, encoding="utf-8")
    made = make(inside)
    hostile, stdin = ("-", io.BytesIO(made)) if isinstance(made, bytes) else (made, None)

    records = list(read([str(before), hostile, str(after)], stdin=stdin))

    issues = [record for record in records if isinstance(record, Issue)]
    articles = [record for record in records if isinstance(record, Article)]
    assert sorted(issue.code for issue in issues) == sorted(codes), issues
    assert articles[0].doc_id == "before"
    assert articles[-1].doc_id == "after.txt"
    found = [article.doc_id for article in articles[1:-1]]
    assert set(ids) <= set(found) if len(found) > 3 else ids == found
    for issue in issues:
        assert issue.message.endswith("."), issue
        assert issue.where.isprintable(), issue
        assert issue.message.isprintable(), issue
        assert len(issue.message) < 400
    for article in articles:
        for words in (article.doc_id, article.title, article.text):
            words.encode("utf-8")
            assert "\0" not in words


def test_a_broken_file_of_two_hundred_thousand_lines_is_few_issues_in_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line("one") + b"{\n" * 200_000 + line("two"))
    tracemalloc.start()
    try:
        records = list(read([str(path)]))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [record.doc_id for record in records if isinstance(record, Article)] == ["one", "two"]
    issues = [record for record in records if isinstance(record, Issue)]
    assert len(issues) == 101
    assert "199,900 more" in issues[-1].message
    assert peak < 20 << 20


def test_an_issue_about_broken_bytes_names_file_and_offset(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode() + b"\xff")
    issue, article = read([str(path)])
    assert isinstance(issue, Issue)
    assert isinstance(article, Article)
    assert issue.where == str(path)
    assert f"at offset {len(TEXT.encode())};" in issue.message
    assert article.text == TEXT + "\ufffd"


def test_directions_and_zero_width_characters_stay_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MIXED, encoding="utf-8")
    (article,) = read([str(path)])
    assert isinstance(article, Article)
    assert article.text == MIXED


@pytest.mark.parametrize(
    "whole", [page(head='<meta charset="utf-8">'), line("one") * 3, gzip.compress(line("one") * 3)]
)
@pytest.mark.parametrize("seed", range(25))
def test_damaged_bytes_never_raise(whole: bytes, seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(whole)
    for _ in range(chance.randint(1, 40)):
        place = chance.randrange(len(damaged))
        kind = chance.randrange(3)
        if kind == 0:
            damaged[place] = chance.randrange(256)
        elif kind == 1:
            del damaged[place : place + chance.randint(1, 30)]
        else:
            damaged[place:place] = chance.choice(
                [b"<", b"</", b'"', b"\0", b"<!--", b"<a href=", b"&#x0;", b"\n", b"{"]
            )
    records = list(read(["-"], stdin=io.BytesIO(bytes(damaged))))
    assert records
    assert all(isinstance(record, Article | Issue) for record in records)

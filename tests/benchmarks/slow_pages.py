"""Pages that are made to be slow, and what each takes of the processor beside a page of as much prose.

usage: python tests/benchmarks/slow_pages.py [NAME ...]

Each stands below a limit on the size of pages (``ingest/reading/size.py``) or beyond one. ``times prose`` is
what a letter of it costs beside a letter of plain prose, read in the same run.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable

from liqaa.ingest.reading import read
from liqaa.ontology.model import Article

TITLE = "وزير الدفاع يستقبل نظيره الزائر"
PROSE = (
    "استقبل وزير الدفاع في مكتبه صباح اليوم نظيره الزائر على رأس وفد عسكري رفيع المستوى، وبحث معه سبل العمل."
)
HEADLINE = "قائد البحرية يتفقد الأسطول الشرقي في جولة ميدانية"
LABEL = "<p>اقرأ أيضا</p>"


def prose(times: int) -> str:
    """Paragraphs, no two of them alike."""
    return "".join(f"<p>{PROSE} {number}</p>" for number in range(times))


def links(times: int) -> str:
    """Links to other articles."""
    return "".join(f"<a href='/{number}'>{HEADLINE}</a>" for number in range(times))


def deep(levels: int, inner: str) -> str:
    """Something within so many elements."""
    return "<div>" * levels + inner + "</div>" * levels


PAGES: dict[str, Callable[[], str]] = {
    "prose": lambda: prose(8000),
    "prose in 17 levels": lambda: deep(17, prose(8000)),
    "prose in 200 levels": lambda: deep(200, prose(800)),
    "lines in 17 levels": lambda: deep(17, f"{PROSE}<br>" * 9000),
    "headings in levels": lambda: "<h1><div>" * 9 + f"{PROSE}<br>" * 9000,
    "a thousand towers": lambda: deep(150, f"<p>{PROSE}</p>") * 125,
    "links": lambda: "".join(f"<p>{links(1)}</p>" for _ in range(15_000)) + prose(5),
    "links in 20 levels": lambda: deep(20, links(15_000) + prose(5)),
    "links in 190 levels": lambda: deep(190, links(7000) + prose(5)),
    "links under headings": lambda: f"<h3>{links(1)}</h3>" * 12_000 + prose(200),
    "links told after": lambda: f"<p>{links(1)}</p><p>{HEADLINE}، كما قال.</p>" * 9000,
    "labels": lambda: LABEL * 15_000 + prose(5),
    "labels in 190 levels": lambda: deep(190, LABEL * 7000 + prose(5)),
    "labels and links": lambda: f"{LABEL}<p>{links(1)}</p>" * 9000 + prose(5),
    "labels and prose": lambda: deep(1, f"{LABEL}<p>خبر</p><p>{PROSE}</p>" * 5000),
    "labels before prose": lambda: (LABEL + "<a>x</a>" * 50) * 700 + f"<p>{PROSE * 4000}</p>",
    "labels around prose": lambda: f"<div><span>اقرأ أيضا</span> <p>{PROSE}</p></div>" * 8000,
    "short lines": lambda: "<li>قائد البحرية يتفقد</li>" * 30_000 + prose(5),
    "rows of tables": lambda: f"<table>{'<tr><td>البحرية</td><td>خبر</td></tr>' * 13_000}</table>" + prose(5),
    "fewer rows": lambda: f"<table>{'<tr><td>البحرية</td><td>خبر</td></tr>' * 2990}</table>" + prose(5),
    "forms": lambda: "<form><input><button>x</button></form>" * 9000 + prose(5),
    "spans": lambda: deep(35, "<span>كلمة أخرى </span>" * 38_000 + prose(5)),
    "dates": lambda: f"<h1>{TITLE}</h1>" + "<span>12/03/2030 14:05</span>" * 15_000 + prose(5),
    "classes": lambda: f"<p class='{'a ' * 200}'>{PROSE}</p>" * 9000,
    "a script": lambda: deep(2, f"<script>{'a ' * 1_900_000}</script>") + prose(5),
    "words of a wall": lambda: f"<p>{'متابعة الاطلاع للقراءة ' * 40_000}</p>",
}


def taken(html: str) -> tuple[float, str]:
    """Seconds of the processor that a page takes, and what came of it."""
    whole = f"<html><head><title>{TITLE}</title></head><body>{html}</body></html>".encode()
    began = time.process_time()
    records = list(read(["-"], stdin=io.BytesIO(whole)))
    seconds = time.process_time() - began
    came = (
        f"{len(one.text):,} characters" if isinstance(one, Article) else f"issue {one.code}"
        for one in records
    )
    return seconds, ", ".join(came)


def main() -> None:
    """Read each page, print a line, and the slowest."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("names", nargs="*", metavar="NAME", help="pages to read; default: all")
    names: list[str] = arguments.parse_args().names or list(PAGES)
    if unknown := [name for name in names if name not in PAGES]:
        arguments.error(f"there is no page {', '.join(unknown)}: name any of {', '.join(PAGES)}")
    plain = prose(8000)
    taken(plain)  # what is loaded once
    letter = taken(plain)[0] / len(plain)
    slowest = (0.0, "")
    for name in names:
        html = PAGES[name]()
        seconds, came = taken(html)
        slowest = max(slowest, (seconds, name))
        times = seconds / len(html) / letter
        print(
            f"{name:22}  {len(html) / 1000:7,.0f} k  {seconds:6.2f} s  {times:6.1f} times prose  {came}",
            flush=True,
        )
    print(f"slowest: {slowest[1]}, {slowest[0]:.2f} s")


if __name__ == "__main__":
    main()

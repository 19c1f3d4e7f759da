"""A newspaper's page, written by us, and where the real ones are described."""

# ruff: noqa: E501 - sentences of articles stay on their lines

from __future__ import annotations

import json
import os
from pathlib import Path

SHARED = Path(os.environ.get("LIQAA_SHARED", Path(__file__).parents[2] / "shared"))
INDEX = SHARED / "pages" / "index.jsonl"
FIRST = "استقبل وزير الدفاع في مكتبه صباح اليوم نظيره الزائر على رأس وفد عسكري رفيع المستوى، وبحث معه سبل التعاون."
SECOND = "وجرى خلال اللقاء استعراض العلاقات الثنائية بين البلدين الصديقين، وفرص تطويرها في مجالات التدريب والتسليح."
THIRD = "وحضر اللقاء رئيس هيئة الأركان العامة وعدد من كبار ضباط القوات المسلحة، والسفير المعتمد لدى الدولة."
TITLE = "وزير الدفاع يستقبل نظيره الزائر"
OTHER = "قائد البحرية يتفقد الأسطول الشرقي في جولة ميدانية"
BODY = "\n".join([FIRST, SECOND, THIRD])


def page(*paragraphs: str, head: str = "", before: str = "", after: str = "", title: str = TITLE) -> str:
    body = "".join(each if each.startswith("<") else f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<!doctype html><html lang='en-US'><head><title>{title}</title>{head}</head><body><nav><a href='/'>الرئيسية</a>"
        f"</nav><article><h1>{title}</h1>{before}<div class='text'>{body}</div></article>{after}</body></html>"
    )


REAL = [json.loads(line) for line in INDEX.read_text("utf-8").splitlines()] if INDEX.is_file() else []
PAGES = [row for row in REAL if row["file"].startswith("html/")]
# The page opens with a standfirst that the site keeps outside the body; a body that starts after it is right too.
STARTS = {"html/assabah-tn-2019-interview.html": "مالذي يحدث في السودان؟"}

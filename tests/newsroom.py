"""Articles of made-up newspapers, as many as a test wants, each always the same for the same number."""

from __future__ import annotations

import random
from datetime import date
from html import escape

FIRST_NAMES = ("سامر", "حسام", "ماجد", "فارس", "وليد", "نزار", "طارق", "هشام", "عماد", "رامي")
FAMILIES = ("العبادي", "الشافعي", "المنصوري", "الخطيب", "الزعبي", "الحداد", "القاضي", "البيطار")
STATES = (
    ("المصري", "القاهرة"), ("الأردني", "عمان"), ("السعودي", "الرياض"), ("الكويتي", "الكويت"),
    ("العراقي", "بغداد"), ("التونسي", "تونس"), ("المغربي", "الرباط"), ("العماني", "مسقط"),
)  # fmt: skip
OFFICES = ("وزير الدفاع", "وزير الخارجية", "رئيس أركان الجيش")
STARTS = ("التقى", "استقبل")
TOPICS = (
    "وتناول اللقاء سبل تعزيز التعاون العسكري بين البلدين وتبادل الخبرات في مجال التدريب.",
    "وبحث الجانبان تطورات الأوضاع في المنطقة، وأكدا أهمية التنسيق المشترك في مكافحة الإرهاب.",
    "وأشاد الوزيران بمستوى العلاقات الثنائية، واتفقا على عقد اجتماع للجنة المشتركة في الشهر المقبل.",
)
CLOSINGS = (
    "وحضر اللقاء عدد من كبار الضباط في البلدين، وسفيرا البلدين لدى الجانبين.",
    "وفي ختام اللقاء، أعرب الضيف عن شكره لحسن الاستقبال وكرم الضيافة.",
)


def story(number: int, day: date) -> tuple[str, list[str]]:
    """Headline and paragraphs of a meeting on a day; about a third of the numbers share their meeting."""
    meeting = random.Random(f"meeting {number // 3 if number % 3 else number}")
    (host, city), (guest, _) = meeting.sample(STATES, 2)
    office = meeting.choice(OFFICES)
    names = [f"{meeting.choice(FIRST_NAMES)} {meeting.choice(FAMILIES)}" for _ in range(2)]
    told = random.Random(f"told {number}")
    verb = told.choice(STARTS)
    when = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    title = f"{office} {host} {names[0]} يبحث مع نظيره {guest} التعاون"
    lead = f"{verb} {office} {host} {names[0]} نظيره {guest} {names[1]} في {city} يوم {when}."
    return title, [lead, told.choice(TOPICS), told.choice(CLOSINGS)]


MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو",
    "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
LAYOUTS = ("wordpress", "portal", "agency")


def article_page(
    title: str,
    paragraphs: list[str],
    day: date,
    *,
    layout: str,
    others: list[str],
    canonical: str | None = None,
) -> str:
    """A page in one of the layouts of real papers, with all that stands around an article there.

    Args:
        title: headline.
        paragraphs: of the body.
        day: of publication.
        layout: one of ``LAYOUTS``.
        others: headlines that stand in boxes.
        canonical: address that the page names as its own.
    """
    links = "".join(f"<li><a href='/other/{at}'>{escape(other)}</a></li>" for at, other in enumerate(others))
    body = [f"<p>{escape(text)}</p>" for text in paragraphs]
    body.insert(1, f"<div class='related'><h4>اقرأ أيضاً</h4><ul>{links}</ul></div>")
    named = f"<link rel='canonical' href='{canonical}'>" if canonical else ""
    dated = {
        "wordpress": f"<meta property='article:published_time' content='{day}T09:00:00+03:00'>",
        "portal": '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": '
        f'"{day}T06:00:00Z", "headline": "{title}"}}</script>',
        "agency": "",
    }[layout]
    line = (
        f"<span class='date'>{day.day} {MONTHS[day.month - 1]} {day.year}</span>"
        if layout == "agency"
        else ""
    )
    inside = f"<h1>{escape(title)}</h1>{line}<div class='entry-content'>{''.join(body)}</div>"
    return (
        f"<!doctype html><html lang='ar' dir='rtl'><head><meta charset='utf-8'><title>{escape(title)}"
        f" | الميناء</title><meta property='og:title' content='{escape(title)}'>{dated}{named}</head><body>"
        "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/politics'>سياسة</a></li></ul></nav>"
        f"<main><article>{inside}</article></main><aside><h3>الأكثر قراءة</h3><ul>{links}</ul></aside>"
        "<footer>جميع الحقوق محفوظة 2019</footer></body></html>"
    )

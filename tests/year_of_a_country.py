"""A year of one country, drawn by seed as events are distributed in real newspapers; names are invented.

The weights are counts over 1,500 events that were read from a corpus of Arabic newspapers: types, statuses,
how many take part, how many topics and reports an event has, and how long a sentence is that tells of one.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from hand_built import actor, article, edge, event, node, party, projection, report, report_edges, topic
from liqaa.graph.projection.projection import Projection
from liqaa.graph.schema import Edge, Node

T = TypeVar("T")

COUNTRY = "EG"
YEAR = 2021
KINDS = {
    ("talks", "meeting"): 576,
    ("visit", "other"): 324,
    ("call", "phone"): 115,
    ("visit", "arrival"): 105,
    ("visit", "working"): 90,
    ("talks", "reception"): 70,
    ("talks", "summit"): 67,
    ("talks", "negotiation"): 54,
    ("visit", "official"): 35,
    ("visit", "departure"): 27,
    ("honor", "medal"): 22,
    ("honor", "ceremony"): 4,
}
STATUSES = {"occurred": 1104, "planned": 370, "cancelled": 26}
PARTICIPANTS = {2: 1335, 3: 126, 4: 28, 5: 7, 13: 2, 20: 1}
TOPICS = {0: 543, 1: 476, 2: 289, 3: 120, 4: 43, 5: 22}
REPORTS = {1: 1015, 2: 273, 3: 83, 4: 42, 5: 30, 7: 11, 10: 5, 18: 3, 44: 1}
QUOTE_LENGTHS = (18, 99, 126, 144, 161, 176, 192, 213, 239, 298)
"""The tenths: so long or longer are all but 0, 1, 2 … tenths of the sentences."""
SKEW = 1.16
"""How much oftener the second is named than the third, and so on: the exponent of Zipf's law."""

COUNTRIES = (
    *(
        ("SA", "السعودية", "Saudi Arabia"),
        ("US", "الولايات المتحدة", "United States"),
        ("FR", "فرنسا", "France"),
    ),
    *(("RU", "روسيا", "Russia"), ("JO", "الأردن", "Jordan"), ("AE", "الإمارات", "United Arab Emirates")),
    *(("GB", "بريطانيا", "United Kingdom"), ("SD", "السودان", "Sudan"), ("LY", "ليبيا", "Libya")),
    *(
        ("ET", "إثيوبيا", "Ethiopia"),
        ("TR", "تركيا", "Turkey"),
        ("IQ", "العراق", "Iraq"),
        ("DE", "ألمانيا", "Germany"),
    ),
    *(
        ("IT", "إيطاليا", "Italy"),
        ("GR", "اليونان", "Greece"),
        ("CY", "قبرص", "Cyprus"),
        ("CN", "الصين", "China"),
    ),
    *(
        ("KW", "الكويت", "Kuwait"),
        ("QA", "قطر", "Qatar"),
        ("BH", "البحرين", "Bahrain"),
        ("OM", "عُمان", "Oman"),
    ),
    *(
        ("LB", "لبنان", "Lebanon"),
        ("SY", "سوريا", "Syria"),
        ("PS", "فلسطين", "Palestine"),
        ("TN", "تونس", "Tunisia"),
    ),
    *(
        ("DZ", "الجزائر", "Algeria"),
        ("MA", "المغرب", "Morocco"),
        ("YE", "اليمن", "Yemen"),
        ("IN", "الهند", "India"),
    ),
    *(
        ("JP", "اليابان", "Japan"),
        ("KE", "كينيا", "Kenya"),
        ("UG", "أوغندا", "Uganda"),
        ("RW", "رواندا", "Rwanda"),
    ),
    *(("UN", "الأمم المتحدة", "United Nations"), ("EU", "الاتحاد الأوروبي", "European Union")),
    *(("AU", "الاتحاد الأفريقي", "African Union"), ("LAS", "جامعة الدول العربية", "Arab League")),
)
FIRST = (
    *(("سامر", "Samer"), ("حسام", "Hussam"), ("نديم", "Nadim"), ("ليلى", "Leila"), ("كريم", "Karim")),
    *(("رامي", "Rami"), ("هالة", "Hala"), ("وليد", "Walid"), ("ياسين", "Yassin"), ("منى", "Mona")),
)
LAST = (
    *(("العبادي", "al-Abbadi"), ("الشافعي", "al-Shafei"), ("الراوي", "al-Rawi"), ("منصور", "Mansour")),
    *(("الزعبي", "al-Zoubi"), ("مارتيني", "Martini"), ("يلماز", "Yilmaz"), ("الحارثي", "al-Harthi")),
    *(("الصاوي", "al-Sawi"), ("الجنابي", "al-Janabi"), ("بن عيسى", "Ben Issa"), ("درويش", "Darwish")),
)
SUBJECTS = (
    *("military_cooperation", "bilateral_relations", "regional_security", "conflict:SY", "conflict:LY"),
    *("counterterrorism", "arms", "borders", "economy", "energy", "conflict:SD", "maritime_security"),
    *("humanitarian", "migration", "peace_process", "conflict:YE", "nuclear", "sanctions"),
)
ROLES = {
    "visit": ("visitor", "host"),
    "talks": ("party", "party"),
    "call": ("caller", "callee"),
    "honor": ("honoree", "conferrer"),
}
PAPERS = ("صحيفة الميناء", "صحيفة الجسر", "صحيفة الأفق", "صحيفة المنارة", "صحيفة الضفة", "صحيفة النهر")
PHRASES = (
    "وبحث الجانبان سبل تعزيز التعاون العسكري والأمني بين البلدين",
    "وأكدا أهمية التنسيق في مواجهة الإرهاب وأمن الحدود",
    "وتناول اللقاء مستجدات الأوضاع في المنطقة",
    "واتفقا على مواصلة التشاور خلال الفترة المقبلة",
    "وحضر اللقاء عدد من كبار القادة والمسؤولين من الجانبين",
)


def year_of_a_country(events: int, seed: int = 2021) -> Projection:
    """The graph of a country's year.

    Args:
        events: how many.
        seed: of the draw.
    """
    chance = random.Random(seed)
    codes = [code for code, *_ in COUNTRIES]
    parts: dict[tuple[str, ...], Node | Edge] = {}
    for part in (*_frame(), *(part for at in range(events) for part in _event(at, codes, chance))):
        key = (
            (part.label, part.id)
            if isinstance(part, Node)
            else (part.type, part.source, part.target, part.key)
        )
        parts[key] = part
    return projection(*parts.values())


def _frame() -> Iterator[Node | Edge]:
    """Parties, their people, topics and places."""
    yield party(COUNTRY, "مصر", "Egypt")
    yield node("Place", "p-cairo", name_ar="القاهرة", name_en="Cairo")
    yield edge("IN", "p-cairo", COUNTRY)
    for code, arabic, english in COUNTRIES:
        yield party(code, arabic, english)
    for at, code in enumerate((COUNTRY, *(code for code, *_ in COUNTRIES))):
        for number in range(12 if code == COUNTRY else 6):
            (first, first_latin), (last, last_latin) = (
                FIRST[(at + number * 3) % 10],
                LAST[(at * 5 + number) % 12],
            )
            someone = actor(f"a-{code}-{number}", f"{first} {last}", aliases=(f"{first_latin} {last_latin}",))
            someone.properties["name_latin"] = f"{first_latin} {last_latin}"
            yield someone
            yield edge("REPRESENTS", someone.id, code)
    for subject in SUBJECTS:
        yield topic(subject, subject, subject)


def _event(at: int, codes: Sequence[str], chance: random.Random) -> Iterator[Node | Edge]:
    kind, subtype = _drawn(KINDS, chance)
    day = datetime.date(YEAR, 1, 1) + datetime.timedelta(days=chance.randrange(365))
    event_id, reports = f"e-{at:05}", _drawn(REPORTS, chance)
    status = _drawn(STATUSES, chance)
    yield event(event_id, kind, day.isoformat(), subtype=subtype, status=status, report_count=reports)
    sides = [COUNTRY, *(_zipf(codes, chance) for _ in range(_drawn(PARTICIPANTS, chance) - 1))]
    for number, code in enumerate(sides):
        who = f"a-{code}-{min(int(chance.expovariate(0.7)), 5)}"
        role = ROLES[kind][min(number, 1)]
        yield edge("TOOK_PART", who, event_id, role, role=role)
        yield edge("BETWEEN", event_id, code)
    if kind == "visit":
        yield edge("AT", event_id, "p-cairo")
    for _ in range(_drawn(TOPICS, chance)):
        yield edge("ABOUT", event_id, _zipf(SUBJECTS, chance))
    for number in range(reports):
        yield from _report(f"{at:05}-{number}", event_id, day, chance)


def _report(number: str, event_id: str, day: datetime.date, chance: random.Random) -> Iterator[Node | Edge]:
    length = chance.choice(QUOTE_LENGTHS) + chance.randrange(20)
    quote = "استقبل الوزير نظيره في القاهرة"
    while len(quote) < length:
        quote += " " + chance.choice(PHRASES)
    source = PAPERS[min(int(chance.expovariate(0.5)), len(PAPERS) - 1)]
    yield report(f"r-{number}", quote[:length], confidence=round(chance.uniform(0.3, 1), 2))
    paper = article(f"d-{number}", "عنوان", day.isoformat(), source)
    paper.properties["url"] = f"https://news.example.org/{day:%Y/%m/%d}/{'%D8%AE%D8%A8%D8%B1' * 3}-{number}"
    yield paper
    yield from report_edges(f"r-{number}", event_id, f"d-{number}")


def _drawn(weights: dict[T, int], chance: random.Random) -> T:
    return chance.choices(list(weights), list(weights.values()))[0]


def _zipf(values: Sequence[str], chance: random.Random) -> str:
    weights = list(accumulate((rank + 1) ** -SKEW for rank in range(len(values))))
    return chance.choices(values, cum_weights=weights)[0]

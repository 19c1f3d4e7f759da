"""Lines of a body: what newspapers put around and between paragraphs goes, what only looks like it stays."""

# ruff: noqa: E501 - lines of pages stay on their lines

from __future__ import annotations

import pytest
from liqaa.ingest.reading.lines import is_furniture, trimmed
from news_pages import FIRST, SECOND, THIRD, TITLE

SITE = "صحيفة الميناء"


@pytest.mark.parametrize(
    "line",
    [
        "إعلان", "Advertisement", "شارك الخبر", "مشاركة : Facebook Twitter", "نسخ الرابط", "تصغير الخط", "+ الخط -",
        "اقرأ أيضاً:", "مواضيع ذات صلة", "الأكثر قراءة", "آخر أخبار لبنان", "فيديو قد يعجبك:", "كلمات دليلية",
        "الكلمات المفتاحية: الدفاع، التعاون العسكري", "#الدفاع #التعاون_العسكري", "أضف تعليقاً", "لا توجد تعليقات",
        "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", "تعليقات الزوار", "Leave A Reply",
        "تابعوا آخر الأخبار عبر Google News", "انضم إلى قناتنا على واتساب", "تابعوا الميناء على", "1 min read",
        "اشترك في نشرتنا البريدية", "اضغط هنا للاشتراك", "جميع الحقوق محفوظة لصحيفة الميناء 2030", "list 1 of 2",
        "لمشاهدة الفيديو كاملاً اضغط هنا", "المقال يعبر عن رأي كاتبه ولا يعبر بالضرورة عن رأي الصحيفة",
        "نهاية الأكثر قراءة", "تخطى قصص مقترحة وواصل القراءة",
    ],
)  # fmt: skip
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    assert is_furniture(line)
    assert trimmed([FIRST, line, SECOND], TITLE, SITE) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "head",
    [
        [TITLE], ["كتب - سالم الميناوي :"], ["كتب: سالم الميناوي", "الرياض - هدى الراشد"], ["واس - الرياض"],
        ["الثلاثاء 12 مارس 2030 - 14:05"], ["نُشر في: 12/03/2030 14:05"], ["|آخر تحديث: 14:05 (توقيت مكة)"],
        ["صحيفة الميناء"], ["أ ش أ"], ["Getty Images"], ["برق برس:"], ["العاصمة: «صحيفة الميناء»"],
        ["الوزيران خلال لقائهما في مقر الوزارة أمس (أ.ف.ب)"], ["أخبار عسكرية", TITLE, "12 مارس 2030"],
        ["الرياض 07 ذو القعدة 1451 هـ الموافق 12 مارس 2030 م واس"],
    ],
)  # fmt: skip
def test_what_stands_before_the_text_goes(head: list[str]) -> None:
    assert trimmed([*head, FIRST, SECOND], TITLE, SITE) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "foot",
    [
        ["المصدر: وكالات"], ["المصدر : الميناء + رويترز"], ["(وام)"], ["// انتهى //", "14:05 ت مـ", "0087"],
        ["(النهاية)", "ع س / م ب"], ["م.س/ أ.ح (د ب أ، رويترز)"], ["صحيفة الميناء"], ["الميناء"], [TITLE],
        ["تحرير: هدى الراشد"], ["12/03/2030 14:05محليات"],
    ],
)  # fmt: skip
def test_what_stands_after_the_text_goes(foot: list[str]) -> None:
    assert trimmed([FIRST, SECOND, *foot], TITLE, SITE) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "وأكد الوزير أن المصدر الأول للتهديد هو غياب الاتفاق بين الأطراف.",
        "شارك في اللقاء عدد من كبار الضباط من الجانبين.",
        "تابع الوزير جولته في القاعدة الجوية واطلع على سير العمل فيها.",
        "المزيد من القوات سيصل إلى القاعدة خلال الأسبوع المقبل.",
        "اشترك البلدان في التمرين البحري الذي اختتم أمس على سواحل الخليج.",
        "إعلان النتائج سيكون يوم الأحد المقبل في العاصمة.",
        "كتب الوزير على منصة إكس أن الزيارة فتحت صفحة جديدة بين البلدين.",
        "وكانت رويترز نقلت عن مصدر في الوزارة أن الاتفاق سيوقع غداً.",
        "يذكر أن الاتفاق وقع في 12 مارس 2030.",
        "وقال: «نرحب بكم».",
    ],
)
def test_sentences_that_only_look_like_furniture_stay(line: str) -> None:
    assert not is_furniture(line)
    assert trimmed([FIRST, line, THIRD], TITLE, SITE) == [FIRST, line, THIRD]
    assert trimmed([FIRST, line], TITLE, SITE) == [FIRST, line]

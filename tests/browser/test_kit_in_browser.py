"""The Browser kit in the real Neo4j Browser, against a real server with the settings of the compose file."""

from __future__ import annotations

import re
from pathlib import Path

from installation import Installation
from neo4j_browser import Circle, Neo4jBrowser, circles, rows
from playwright.sync_api import expect

PICTURES = "صور · Pictures"
TIMELINES = "من التقى من · Who met whom"
VISIT, TALKS, ACTOR, GREY = (
    "rgb(247, 151, 103)",
    "rgb(201, 144, 192)",
    "rgb(76, 142, 218)",
    "rgb(201, 201, 201)",
)
GREEN, RED = "rgb(26, 127, 55)", "rgb(179, 38, 30)"


def test_a_new_browser_has_the_style_and_opens_the_guide(
    installation: Installation, opened: Neo4jBrowser, screenshots: Path
) -> None:
    opened.log_in(installation.server)
    guide = opened.frame(":play http://localhost")
    expect(guide).to_contain_text("خمسة أسئلة")
    expect(guide.locator("p[dir=rtl]").first).to_have_css("direction", "rtl")
    expect(opened.frame(":style http://localhost")).to_contain_text("node.Cancelled")
    opened.screenshot(screenshots)
    answer = opened.run("MATCH (e:Event {type: 'visit', status: 'occurred'}) RETURN e")
    assert {circle.fill for circle in circles(answer)} == {VISIT}


def test_dropped_favourites_and_style_answer_with_a_picture(
    installation: Installation, opened: Neo4jBrowser, screenshots: Path
) -> None:
    opened.begin(installation.server)
    opened.run(":style reset")
    opened.drop(installation.kit / "liqaa.grass")
    opened.drop(installation.kit / "liqaa-favourites.zip")
    favourites = opened.open_favourites(PICTURES)
    expect(favourites).to_have_count(4)
    opened.run(":param name => 'كلير'")
    opened.choose(favourites, "Contacts of an actor")
    seen = circles(opened.run())
    opened.screenshot(screenshots)
    named = {circle.caption: circle for circle in seen}
    assert {"كلير دوفال", "حيدر الزبيدي", "دلشاد برواري"} <= set(named)
    assert named["كلير دوفال"].fill == ACTOR
    held, planned = looks(seen, "زيارة")
    assert (held.fill, held.stroke_width) == (planned.fill, "2px") == (VISIT, "2px")
    assert (planned.stroke, planned.stroke_width) == (GREEN, "7px") and held.stroke != GREEN
    assert {circle.fill for circle in looks(seen, "محادثات")} == {TALKS}


def test_what_is_called_off_looks_different(
    installation: Installation, opened: Neo4jBrowser, screenshots: Path
) -> None:
    opened.begin(installation.server)
    opened.drop(installation.kit / "liqaa-favourites.zip")
    favourites = opened.open_favourites(PICTURES)
    opened.run(all_parameters(installation))
    opened.choose(favourites, "planned or called off")
    seen = circles(opened.run())
    opened.screenshot(screenshots)
    off = [circle for circle in seen if (circle.fill, circle.stroke) == (GREY, RED)]
    planned = [circle for circle in seen if circle.stroke == GREEN]
    assert {circle.caption.split()[0] for circle in off} == {"زيارة", "محادثات"}
    assert {circle.fill for circle in planned} == {VISIT, TALKS}
    assert len(off) == 2 and len(planned) == 8
    assert not any("null" in circle.caption or "<id>" in circle.caption for circle in seen)


def test_a_favourite_answers_with_a_table(
    installation: Installation, opened: Neo4jBrowser, screenshots: Path
) -> None:
    opened.begin(installation.server)
    opened.drop(installation.kit / "liqaa-favourites.zip")
    favourites = opened.open_favourites(TIMELINES)
    opened.run(own_parameters(installation, "who_met_whom/actor_timeline"))
    opened.run(":param name => 'العبادي'")
    opened.choose(favourites, "Whom an actor met, in")
    heading, *found = rows(opened.run())
    opened.screenshot(screenshots)
    assert heading[1:5] == ["date", "precision", "type", "status"]
    assert len(found) == 3
    assert {row[3] for row in found} == {'"visit"', '"honor"', '"talks"'}
    assert all("لوكا مارتيني" in row[6] and "سامر العبادي" in row[5] for row in found)


def test_every_line_of_parameters_is_taken(installation: Installation, opened: Neo4jBrowser) -> None:
    opened.begin(installation.server)
    lines = [line for line in parameter_lines(installation) if line.startswith(":params")]
    assert len(lines) > 35
    for line in lines:
        answer = opened.run(line)
        expect(answer.get_by_test_id("frameStatusbar")).to_contain_text("Successfully set your parameters")
        for name in re.findall(r"(\w+): (?:'|\[|\d)", line):
            expect(answer).to_contain_text(f'"{name}":')
        opened.clear()


def test_a_link_opens_a_question_that_answers(
    installation: Installation, opened: Neo4jBrowser, screenshots: Path
) -> None:
    opened.page.goto(f"{installation.kit_address}/links.html")
    opened.page.screenshot(path=screenshots.with_stem(f"{screenshots.stem}-page"), full_page=True)
    link = opened.page.get_by_role("link", name=re.compile("Coming contacts"))
    address = link.get_attribute("href")
    opened.log_in(installation.server, address)
    opened.frame(":play http://localhost").wait_for()
    expect(opened.page.get_by_test_id("activeEditor")).to_contain_text("Coming contacts")
    found = rows(opened.run())
    opened.screenshot(screenshots)
    assert len(found) > 3 and "date" in found[0]


def test_the_steps_of_the_guide_run(
    installation: Installation, opened: Neo4jBrowser, screenshots: Path
) -> None:
    opened.log_in(installation.server)
    guide = opened.frame(":play http://localhost")
    expect(guide).to_contain_text("1 / 8")
    guide.get_by_test_id("nextSlide").click()
    opened.screenshot(screenshots.with_stem(f"{screenshots.stem}-legend"))
    steps = 0
    while (following := guide.get_by_test_id("nextSlide")).count():
        following.click()
        for runnable in guide.locator("pre.runnable").all():
            runnable.click()
            answer = opened.run()
            expect(answer.get_by_test_id("frameStatusbar")).to_contain_text(
                re.compile("Successfully set|Started streaming|Completed after")
            )
            steps += 1
            answer.get_by_title("Close").click()
    opened.screenshot(screenshots)
    assert steps == 11


def looks(seen: list[Circle], kind: str) -> list[Circle]:
    """The different circles of a type of event, those with the thin border first."""
    found = {circle for circle in seen if circle.caption.startswith(kind)}
    return sorted(found, key=lambda circle: circle.stroke_width)


def parameter_lines(installation: Installation) -> list[str]:
    """The lines of the kit's file of parameters."""
    return (installation.kit / "parameters.txt").read_text(encoding="utf-8").splitlines()


def all_parameters(installation: Installation) -> str:
    """The line that sets them all, which stands first."""
    return parameter_lines(installation)[1]


def own_parameters(installation: Installation, query: str) -> str:
    """The line below the name of a query."""
    lines = parameter_lines(installation)
    (place,) = [number for number, line in enumerate(lines) if line.startswith(f"// {query}:")]
    return lines[place + 1]

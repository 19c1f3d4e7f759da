"""What stands inside and around an article for other purposes: read-also boxes, comment rules, link lines.

trafilatura leaves out menus, sidebars and most boxes; this module knows the Arabic words that give away the
rest, and tells a bulletin's headlines from links to other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from liqaa.ingest.reading import phrases
from liqaa.ingest.reading.lines import is_disclaimer
from liqaa.ingest.reading.metadata import collapsed
from liqaa.ontology.folding import fold
from lxml import etree
from lxml.html import HtmlElement

_PARTS = (
    "p|div|article|section|main|ul|ol|table|h1|h2|h3"  # an element with one of these is more than a paragraph
)
_LONGEST_LABEL_LINE = 300  # characters of a paragraph "read also: headline"
_LONGEST_HEADLINE = 130  # characters
_MOST_AFTER, _MOST_BOXES = 10, 200  # headlines after a label; boxes of a page
_LONGEST_BOX = 2000  # characters
_MOST_PARTS, _MOST_SAID = 3000, 5000  # elements and unlinked characters around a label that are looked at
_SHORTEST_LEAD = 60  # characters
_NO_WORDS = {"a", "script", "style"}
_APART = {
    "nav",
    "aside",
    "footer",
    "header",
    "figure",
    "figcaption",
    "form",
    "button",
    "ul",
    "ol",
    "select",
    "table",
}
_APART_CLASS = re.compile(
    r"caption|credit|comment|share|social|related|tags?\b|breadcrumb|author|menu|ticker|breaking", re.I
)


def remove(tree: HtmlElement) -> None:
    """Drop read-also boxes and comment rules from a page, in place."""
    boxes = 0
    for element in tree.xpath("//body//*[not(self::script or self::style)]"):
        if element.getroottree().getroot() is not tree or not _worth_a_look(element):
            continue
        words = fold(element.text_content())
        if is_disclaimer(words) and not element.xpath(_PARTS):
            _drop(element)
        elif phrases.begin("labels").fullmatch(words) and _stands_alone(element):
            boxes += 1
            _drop_box(element, "")
        elif found := phrases.begin("read_also").match(words):
            boxes += 1
            _drop_box(element, words[found.end() :].strip())
        if boxes == _MOST_BOXES:
            return


def take_out(tree: HtmlElement, path: str) -> None:
    """Drop what an XPath leads to, in place."""
    for element in tree.xpath(path):
        if isinstance(element, HtmlElement) and element is not tree:
            _drop(element)


def mark_stories(tree: HtmlElement, title: str) -> frozenset[str]:
    """Tell a bulletin's headlines from links to other articles, and drop the latter.

    In both a paragraph is nothing but one link. The headline of a story in the page shares words with the
    paragraph after it, at least twice in a page; a link to another article does not. A story's headline
    becomes a plain line of text. On a page whose title says that it is a bulletin, headings count too.

    Args:
        tree: the page after ``remove``.
        title: its headline.

    Returns:
        The folded headlines of a bulletin's stories; empty when the page holds one story.
    """
    links = [paragraph for paragraph in tree.iter("p") if _is_link_line(paragraph)]
    if phrases.within("bulletins").search(fold(title)):
        links += [heading for heading in tree.iter("h2", "h3", "h4") if _is_told_after(heading)]
    told = {paragraph for paragraph in links if _is_told_after(paragraph)}
    if len(told) < 2:
        told = set()
    headlines = frozenset(fold(paragraph.text_content()) for paragraph in told)
    for paragraph in links:
        if paragraph in told:
            text = collapsed(paragraph.text_content())
            paragraph.clear(keep_tail=True)
            paragraph.tag = "p"
            paragraph.text = (
                text  # as a plain paragraph: trafilatura drops headings and lone links in some pages
            )
        else:
            _drop(paragraph)
    return headlines


def lead_before(tree: HtmlElement, first: str, title: str) -> list[str]:
    """Paragraphs between the headline and the extracted body: some sites set the lead in a box of its own.

    Args:
        tree: the page after ``remove``.
        first: first line of the extracted body.
        title: the headline; without it on the page nothing is added.
    """
    lead: list[str] | None = None
    folded_title, folded_first = fold(title), fold(first)
    for element in tree.xpath("//body//*[self::h1 or self::h2 or self::p or self::div or self::strong]"):
        words = fold(element.text_content()) if len(element.xpath(".//p")) == 0 else ""
        if element.tag in {"h1", "h2"} and words == folded_title:
            lead = []
        elif lead is not None and words.startswith(folded_first[:60]):
            return lead
        elif lead is not None and element.tag == "p" and _is_lead(element):
            lead.append(collapsed(element.text_content()))
    return []


def _worth_a_look(element: HtmlElement) -> bool:
    """Whether an element is no comment, no mere wrapper of one other, and short enough for a box."""
    if not isinstance(element.tag, str) or (len(element) == 1 and not (element.text or "").strip()):
        child = element[0] if len(element) else None
        if child is None or not (child.tail or "").strip():
            return False
    return 0 < len(element.text_content().strip()) < _LONGEST_BOX


def _unlinked_pieces(element: HtmlElement) -> Iterator[str]:
    """Text of an element that is in no link, from tag to tag; an empty one where there is none."""
    if next(element.iterancestors("a"), None) is not None:
        return
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event != "start":
            yield "" if node is element else node.tail or ""
        elif node.tag in _NO_WORDS:
            walk.skip_subtree()
        else:
            yield node.text or ""


def _unlinked(element: HtmlElement) -> str:
    """Folded words of an element that are in no link."""
    return fold(" ".join(_unlinked_pieces(element)))


def _stands_alone(element: HtmlElement) -> bool:
    """Whether an element is no part of a sentence."""
    parent = element.getparent()
    around = [element.tail, *([] if parent is None else [parent.text])]
    return not any((words or "").strip() for words in around)


def _drop_box(element: HtmlElement, rest: str) -> None:
    """Drop a box that begins with read-also words, with the links that belong to it."""
    if not rest:
        parent = element.getparent()
        while parent is not None and parent.tag not in {"body", "article", "main"} and not _says_more(parent):
            element, parent = parent, parent.getparent()
        while (link := element.getnext()) is not None and _is_link_only(link):
            _drop(link)
        after = list(islice(element.itersiblings(), _MOST_AFTER + 1))
        if len(after) <= _MOST_AFTER and all(map(_is_headline_line, after)):
            for each in after:
                _drop(each)
        _drop(element)
    elif not _says_more(element) or (
        element.tag in {"p", "li"} and len(rest) < _LONGEST_LABEL_LINE and not _prose(rest)
    ):
        _drop(element)


def _says_more(element: HtmlElement) -> bool:
    """Whether an element holds words beside the read-also label and links; what is long is no box."""
    pieces, length = list[str](), 0
    for piece in _unlinked_pieces(element):
        pieces.append(piece)
        length += len(piece.strip())
        if len(pieces) > _MOST_PARTS or length > _MOST_SAID:
            return True
    return bool(phrases.within("read_also", "labels").sub(" ", fold(" ".join(pieces))).strip())


def _prose(words: str) -> bool:
    return len(words.split()) > 25


def _is_link_only(element: HtmlElement) -> bool:
    return (
        isinstance(element.tag, str)
        and next(element.iter("a"), None) is not None
        and not any(map(fold, _unlinked_pieces(element)))
    )


def _is_headline_line(element: HtmlElement) -> bool:
    """Whether an element holds a headline at most: no sentence that ends."""
    words = element.text_content().strip() if isinstance(element.tag, str) else ""
    return len(words) <= _LONGEST_HEADLINE and not words.endswith((".", "؟", "!", "»", '"'))


def _is_link_line(paragraph: HtmlElement) -> bool:
    links = paragraph.xpath(".//a[@href]")
    return len(links) == 1 and len(paragraph.text_content().strip()) >= 20 and not _unlinked(paragraph)


def _is_told_after(paragraph: HtmlElement) -> bool:
    following = paragraph.getnext()
    if following is None or following.tag != "p" or _is_link_line(following):
        return False
    headline, story = (set(fold(each.text_content()).split()) for each in (paragraph, following))
    return len({word for word in headline & story if len(word) > 2}) >= 2


def _is_lead(paragraph: HtmlElement) -> bool:
    words = collapsed(paragraph.text_content())
    if len(words) < _SHORTEST_LEAD or len(_unlinked(paragraph)) < 0.6 * len(fold(words)):
        return False
    around = [paragraph, *paragraph.iterancestors()]
    return not any(each.tag in _APART or _APART_CLASS.search(each.get("class") or "") for each in around[:6])


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()

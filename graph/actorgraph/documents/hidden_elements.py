"""Elements of a web page that no reader sees, by their attributes, styles or style sheets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Tag or nothing, ``.`` or ``#``, and the name of a class or element.
Selector = tuple[str, str, str]

#: Share (0–1) of the letters of a page above which a rule of a style sheet does not count: a script
#: shows what it hides, as on pages that fade in.
MOST_HIDDEN = 0.5

#: What hides, in a style without spaces and in lower case.
_HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
    r"|font-size:0(?![.\d])|opacity:0(?![.\d])|transform:scale\(0\)"
    # CASE beside the page: "left:-9999px", "text-indent:-999em"
    r"|(?:left|top|right|bottom|text-indent|margin-left|margin-top)"
    r":-(?:\d{4,}|9\d\d|\d{3}(?!px))[a-z%]"
    # CASE cut to nothing
    r"|clip:rect\((?:0|1)(?:px)?,?(?:0|1)(?:px)?,?(?:0|1)(?:px)?,?(?:0|1)(?:px)?\)"
    r"|clip-path:inset\((?:50|100)%\)"
)
#: What hides only together: nothing is seen of an overflow that has no place.
_NO_PLACE = re.compile(r"(?<![-\w])(?:max-)?(?:height|width):[01](?:px)?(?![.\d%])")
_OVERFLOW = re.compile(r"overflow(?:-[xy])?:(?:hidden|clip)")
_COLOUR = re.compile(r"(?<![-\w])color:([^;!]+)")
_GROUND = re.compile(r"(?<![-\w])background(?:-color|-image)?:([^;!]+)")
_WHITE = re.compile(
    r"white|#f{3,4}|#f{6}(?:f{2})?|rgba?\(255,255,255(?:,1(?:\.0)?)?\)|transparent"
)
_SHOWING = re.compile(r"display:(?!none)|visibility:visible|opacity:(?!0(?![.\d]))")

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_CONDITION = re.compile(
    r"@[^@{};]{1,500}\{(?:[^{}]{0,2000}\{[^{}]{0,5000}\}\s*){0,2000}\}"
)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?([.#])([\w-]+)")


def hidden_elements(page: HtmlElement, styles: Iterable[str]) -> list[HtmlElement]:
    """Return the elements that are hidden, but none within another of them.

    Args:
        page: A page.
        styles: Its style sheets.  Only simple rules count, such as ``.teaser {display: none}``,
            and only if no other rule, such as one for wide screens, shows the same elements.
    """
    rules = _hiding_rules(" ".join(styles))
    by_rule = _hidden_by_rules(page, rules)
    hidden: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    for element in page.iter("*"):
        is_inside = element.getparent() in inside
        if is_inside or element in by_rule or _is_hidden(element):
            inside.add(element)
            if not is_inside:
                hidden.append(element)
    return hidden


def _is_hidden(element: HtmlElement) -> bool:
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    style = _squeezed(element.get("style") or "")
    if not style:
        return False
    return _hides(style) or _is_white_on_white(element, style)


def _hides(style: str) -> bool:
    if _HIDING.search(style):
        return True
    has_no_place = _NO_PLACE.search(style) and _OVERFLOW.search(style)
    return bool(has_no_place)


def _is_white_on_white(element: HtmlElement, style: str) -> bool:
    """Whether text is white or transparent, and nothing around it says that its ground is not."""
    colour = _COLOUR.search(style)
    if colour is None or not _WHITE.fullmatch(colour[1]):
        return False
    for outer in (element, *element.iterancestors()):
        ground = _GROUND.search(_squeezed(outer.get("style") or ""))
        if ground is not None or outer.get("bgcolor"):
            value = ground[1] if ground else (outer.get("bgcolor") or "").lower()
            return bool(_WHITE.fullmatch(value))
        if outer.get("class") and outer is not element:
            return False  # a style sheet may give it a ground
    return True


def _squeezed(style: str) -> str:
    return "".join(style.lower().split())


# Style sheets


def _hiding_rules(styles: str) -> set[Selector]:
    """Return the simple selectors that are hidden and that no other rule shows."""
    styles = _without_comments(styles)
    always = _CONDITION.sub(" ", styles)
    hiding = _selected(always, _HIDING)
    shown = {selector[1:] for selector in _selected(styles, _SHOWING)}
    return {selector for selector in hiding if selector[1:] not in shown}


def _without_comments(styles: str) -> str:
    """Return style sheets without comments; one that is not closed goes on to the end."""
    first, *commented = styles.split("/*")
    pieces = [first]
    for piece in commented:
        _, _, after = piece.partition("*/")
        pieces.append(after)
    return " ".join(pieces)


def _selected(styles: str, pattern: re.Pattern[str]) -> set[Selector]:
    """Return the selectors of the rules in which a pattern is."""
    return {selector for selector, style in _rules(styles) if pattern.search(style)}


def _rules(styles: str) -> Iterator[tuple[Selector, str]]:
    for rule in _RULE.finditer(styles):
        for selector in rule[1].split(","):
            simple = _SELECTOR.fullmatch(selector.strip())
            if simple is not None:
                yield (simple[1] or "", simple[2], simple[3]), _squeezed(rule[2])


def _hidden_by_rules(page: HtmlElement, rules: set[Selector]) -> set[HtmlElement]:
    """Return the elements that rules hide, but not those of a rule that hides most of a page."""
    text = page.text_content()
    most = MOST_HIDDEN * len(text)
    hidden: set[HtmlElement] = set()
    by_rule = _by_rule(page, rules)
    for elements in by_rule.values():
        letters = sum(len(element.text_content()) for element in elements)
        if letters <= most:
            hidden.update(elements)
    return hidden


def _by_rule(
    page: HtmlElement, rules: set[Selector]
) -> dict[Selector, list[HtmlElement]]:
    elements: dict[Selector, list[HtmlElement]] = defaultdict(list)
    if not rules:
        return elements
    for element in page.iter("*"):
        if _SHOWING.search(_squeezed(element.get("style") or "")):
            continue
        for selector in rules.intersection(_selectors(element)):
            elements[selector].append(element)
    return elements


def _selectors(element: HtmlElement) -> Iterator[Selector]:
    """Yield the simple selectors that an element has."""
    names = [(".", name) for name in (element.get("class") or "").split()]
    names += [("#", name) for name in [element.get("id")] if name]
    for kind, name in names:
        yield "", kind, name
        yield element.tag, kind, name

"""The elements of Word's markup, and the properties of its text (ECMA-376 part 1, 17.3 and 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_DEEPEST = 12
"""Styles that are based on one another; Word allows ten."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tag(name: str) -> str:
    """The full name of an element of WordprocessingML."""
    return W + name


def child(element: Any | None, name: str) -> Any | None:
    """The first child of that name, None where there is none."""
    return None if element is None else element.find(tag(name))


def attribute(element: Any, name: str) -> str:
    """That attribute, empty where it is not set."""
    return str(element.get(tag(name), ""))


def value(element: Any | None, default: str | None = None) -> str | None:
    """The ``w:val`` of an element: None where there is no element, the default where it has none."""
    return None if element is None else element.get(tag("val"), default)


def whole(text: str | None, default: int) -> int:
    """A whole number; the default where nothing says it, or what does is none or longer than Word writes."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else default


def is_on(element: Any | None) -> bool:
    """Whether a property is switched on: there, and not said to be off."""
    return value(element, "1") not in (None, "0", "false", "off")


def chain(styles: dict[str, Any], identifier: str | None) -> Iterator[Any]:
    """A style, then those it is based on: as many as Word follows, so that no circle has no end."""
    for _ in range(_DEEPEST):
        style = styles.get(identifier or "")
        if style is None:
            return
        yield style
        identifier = value(child(style, "basedOn"))


class Properties:
    """How text is set: by a run itself, else by the styles of the run and its paragraph, else by the document."""

    def __init__(self, styles: Any | None) -> None:
        """styles: the root of that part, None where the document has none."""
        root: Any = styles if styles is not None else ()
        self.styles = {attribute(each, "styleId"): each for each in root if each.tag == tag("style")}
        self.usual = next((attribute(each, "styleId") for each in self.styles.values() if _is_usual(each)), None)
        defaults = child(styles, "docDefaults")
        self.defaults = child(child(defaults, "rPrDefault"), "rPr")
        self._last: Any = None
        self._last_style = self.usual
        self._known: dict[tuple[str | None, str], Any | None] = {}

    def switched(self, name: str, properties: Any | None, paragraph: Any) -> bool:
        """Whether a property that is on or off (vanish, strike, i) is on.

        properties: the ``rPr`` of a run, or of the mark at the end of the paragraph. What the run says itself holds; of
        the two styles, each switches what the other says (17.7.3).
        """
        own = child(properties, name)
        if own is not None:
            return is_on(own)
        styles = [is_on(self._of_style(style, name)) for style in self._styles(properties, paragraph)]
        return is_on(child(self.defaults, name)) or styles[0] != styles[1]

    def found(self, name: str, properties: Any | None, paragraph: Any) -> Any | None:
        """A property that has a value (color): the run's, its style's, the paragraph's style's, the document's."""
        styles = self._styles(properties, paragraph)
        places = (
            child(properties, name),
            *(self._of_style(style, name) for style in styles),
            child(self.defaults, name),
        )
        return next((each for each in places if each is not None), None)

    def _styles(self, properties: Any | None, paragraph: Any) -> tuple[str | None, str | None]:
        """The style of a run, and that of its paragraph, which is looked up once for all of its runs."""
        if paragraph is not self._last:
            self._last = paragraph
            self._last_style = value(child(child(paragraph, "pPr"), "pStyle")) or self.usual
        return value(child(properties, "rStyle")), self._last_style

    def _of_style(self, style: str | None, name: str) -> Any | None:
        """What a style, or one it is based on, says of a property."""
        if (style, name) not in self._known:
            each = (child(child(based, "rPr"), name) for based in chain(self.styles, style))
            self._known[style, name] = next((found for found in each if found is not None), None)
        return self._known[style, name]


def _is_usual(style: Any) -> bool:
    """Whether paragraphs that name no style have this one."""
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")

"""Where a file points at something: facts, articles, gaps and projected pages, each with its exact line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

FACT = re.compile("【([0-9]{1,3})】")
CODE = re.compile("`([^`]*)`")


class MarkKind(StrEnum):
    FACT = "fact"
    ARTICLE = "article"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Mark:
    """``target`` is a fact's number, a written reference or a page's name; ``section`` the heading above, if any."""

    line: int
    kind: MarkKind
    target: str
    section: str = ""


def marks_in(line: int, text: str, section: str = "") -> Iterable[Mark]:
    """Each target once a line."""
    for number in dict.fromkeys(FACT.findall(text)):
        yield Mark(line, MarkKind.FACT, number, section)
    for written in dict.fromkeys(CODE.findall(text)):
        yield Mark(line, MarkKind.ARTICLE, written, section)

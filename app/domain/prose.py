"""Text as typed pieces, so that nothing downstream ever parses markup.

A `Run` is a stretch of one kind; a `Block` is a paragraph, list or table of runs. Runs of kind ``FACT`` carry the
fact's number in ``target`` ("3"), runs of kind ``ARTICLE`` a written reference ("条例@2023/124").
``KEY`` (a key to press) and ``LINK`` (the name of a chapter in ``target``) stand in the user guide only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class RunKind(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    FACT = "fact"
    ARTICLE = "article"
    KEY = "key"
    LINK = "link"


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    TABLE = "table"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    kind: RunKind = RunKind.PLAIN
    target: str = ""


Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """``lines`` holds one entry for a paragraph, one per item for a list, one per row for a table.

    A table row's cells are separated by runs whose text is a tab. ``target`` holds an image's relative path, and the
    numbers of a numbered list as its author wrote them ("1 2 5").
    """

    kind: BlockKind
    lines: tuple[Inline, ...]
    target: str = ""


Prose = tuple[Block, ...]


def plain_text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def prose_text(blocks: Iterable[Block]) -> str:
    return "\n".join(plain_text(line) for block in blocks for line in block.lines)


def spoken(runs: Inline) -> str:
    """As read aloud: articles that an author put side by side are a list (…第一款、…第二十九条)."""
    words = ""
    for place, run in enumerate(runs):
        between = not run.text.strip() and 0 < place < len(runs) - 1
        if between and runs[place - 1].kind is RunKind.ARTICLE and runs[place + 1].kind is RunKind.ARTICLE:
            words += "、"
        else:
            words += run.text
    return words


def spoken_lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The paragraphs of a text as read aloud, without empty ones."""
    lines = (spoken(line) for block in blocks for line in block.lines)
    return tuple(line for line in lines if line)

"""A chapter of the user guide from its Markdown file.

``# `` is the chapter's title, ``## `` begins a section; both are numbered here. ``[words](03-learn.md)`` is a link to
a chapter, `` `F5` `` a key, ``**保存**`` words on the screen, ``> `` a sentence that the program says, in which "……"
stands for what differs from time to time.
"""

import re
from dataclasses import replace
from pathlib import Path

from app.domain.guide import GuideChapter, GuideSection
from app.domain.prose import Block, BlockKind, Inline, Prose, Run, RunKind
from app.packs.markdown_text import prose

FILES = "[0-9][0-9]-*.md"
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([0-9]{2}-[a-z-]+)\.md\)")


def read_guide(folder: Path) -> tuple[GuideChapter, ...]:
    """All chapters in the order of their files. Raises OSError and UnicodeDecodeError."""
    files = sorted(folder.glob(FILES))
    return tuple(_chapter(file.stem, place, file.read_text("utf-8")) for place, file in enumerate(files, 1))


def _chapter(name: str, number: int, text: str) -> GuideChapter:
    head, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    title, _, opening = head.partition("\n")
    sections = []
    for place, part in enumerate(parts, 1):
        words, _, body = part.partition("\n")
        sections.append(GuideSection(f"{number}.{place}", words.strip(), _blocks(body)))
    return GuideChapter(name, number, title.lstrip("# ").strip(), _blocks(opening), tuple(sections))


def _blocks(text: str) -> Prose:
    # A link goes through the parser as our other marks do: as code, which nothing else in it touches.
    marked = _LINK.sub(r"`\1|\2`", text)
    return tuple(_marked(block) for block in prose(marked))


def _marked(block: Block) -> Block:
    lines = tuple(tuple(_run(run) for run in line) for line in block.lines)
    return replace(block, lines=_rows(lines) if block.kind is BlockKind.TABLE else lines)


def _rows(lines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Cells of a table are plain: what is a key there is said by the heading."""
    return tuple(tuple(Run(run.text) for run in line) for line in lines)


def _run(run: Run) -> Run:
    if run.kind is not RunKind.ARTICLE:
        return run
    words, link, name = run.target.partition("|")
    return Run(words, RunKind.LINK, name) if link else Run(words, RunKind.KEY)

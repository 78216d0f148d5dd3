"""Markdown to typed prose, block by block, through Python-Markdown's tree. Raw HTML and entities stay plain text.

Lines are cut into blocks here; Python-Markdown only sees one paragraph or one table at a time, with everything
switched off but emphasis, escapes and tables. So list numbers stay as written, nothing nests, and no input is slow.
Our own marks are taken out first: ``【3】`` points to a fact, `` `条例@2023/124` `` to an article.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from app.domain.prose import Block, BlockKind, Inline, Prose, Run, RunKind
from app.domain.reference import ArticleReference

if TYPE_CHECKING:
    from markdown import Markdown

MAX_EMPHASIS = 2_000  # characters of a paragraph above which it stays as it is
MARKS = re.compile(r"【(?P<fact>[0-9]{1,3})】|(?<!\\)`(?P<article>[^`]+)`")
SPECIAL = re.compile(r"[*_\\]")
HEADING = re.compile(r"#{1,6}\s+(.*)")
BULLET = re.compile(r"\s*[-*+]\s+(.*)")
NUMBERED = re.compile(r"\s*([0-9]{1,9})[.)]\s+(.*)")
IMAGE = re.compile(r"!\[([^\[\]]*)\]\(([^()\s]+)\)")
TABLE_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
LINKS = (
    "link",
    "reference",
    "short_reference",
    "image_link",
    "image_reference",
    "short_image_ref",
    "autolink",
    "automail",
)
_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use marks around the number of what was taken out
_RESERVED = re.compile(f"[\x02\x03{_OPEN}{_CLOSE}]")
_STASHED = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_ESCAPED = re.compile("\x02([0-9]+)\x03")
_WIDE = "\u2e80"  # from here on characters stand without spaces between them


def inline(text: str) -> Inline:
    """One paragraph's runs."""
    text = " ".join(_RESERVED.sub("", text).split())
    kept, stash = _stashed(text)
    if not SPECIAL.search(kept) or len(kept) > MAX_EMPHASIS:
        return _merged(_restored(kept, stash, RunKind.PLAIN))
    root = Element("div")
    SubElement(root, "p").text = kept
    return _merged(_runs(_emphasised(root)[0], stash, RunKind.PLAIN))


def prose(text: str) -> Prose:
    """All blocks of a section."""
    blocks: list[Block] = []
    for lines in _chunks(text):
        blocks.extend(_block(lines))
    return tuple(blocks)


def joined(lines: Iterable[str]) -> str:
    """Lines of one paragraph as one text: a space between Latin words, none beside a Chinese character."""
    whole = ""
    for line in (line.strip() for line in lines):
        between = " " if whole and line and whole[-1] < _WIDE and line[0] < _WIDE else ""
        whole += between + line
    return whole


def _chunks(text: str) -> list[list[str]]:
    """Lines grouped into blocks: at empty lines, and where another kind of block begins."""
    chunks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip() or HEADING.match(line):
            chunks.append([line] if line.strip() else [])
            if line.strip():
                chunks.append([])
            continue
        kind, last = _kind(line), _kind(chunks[-1][0]) if chunks[-1] else None
        first_number = NUMBERED.match(line)
        interrupts = kind in (BlockKind.BULLETS, BlockKind.QUOTE, BlockKind.IMAGE) or (
            first_number is not None and first_number[1] == "1"
        )
        if chunks[-1] and kind is not last and (interrupts or last is BlockKind.IMAGE):
            chunks.append([])
        chunks[-1].append(line)
    return [chunk for chunk in chunks if chunk]


def _kind(line: str) -> BlockKind:
    if line.startswith(">"):
        return BlockKind.QUOTE
    if HEADING.match(line):
        return BlockKind.HEADING
    if NUMBERED.match(line):
        return BlockKind.NUMBERS
    if BULLET.match(line):
        return BlockKind.BULLETS
    if _picture(line)[1]:
        return BlockKind.IMAGE
    return BlockKind.PARAGRAPH


def _block(lines: list[str]) -> list[Block]:
    kind = _kind(lines[0])
    match kind:
        case BlockKind.QUOTE:
            paragraphs = _chunks("\n".join(line.removeprefix(">").strip() for line in lines))
            return [Block(kind, (inline(joined(paragraph)),)) for paragraph in paragraphs]
        case BlockKind.HEADING:
            return [Block(kind, (inline(lines[0].lstrip("#")),))]
        case BlockKind.BULLETS | BlockKind.NUMBERS:
            return [_list(kind, lines)]
        case BlockKind.IMAGE:
            return [Block(kind, (inline(alt),), target) for alt, target in map(_picture, lines) if target]
    if len(lines) > 1 and "|" in lines[0] and "|" in lines[1] and TABLE_RULE.fullmatch(lines[1]):
        return _table("\n".join(line.strip() for line in lines))
    text = joined(lines)
    return [Block(kind, (inline(text),))] if text.strip("-*_ ") else []  # a ruled line says nothing


def _list(kind: BlockKind, lines: list[str]) -> Block:
    items: list[list[str]] = []
    numbers: list[str] = []
    form = NUMBERED if kind is BlockKind.NUMBERS else BULLET
    for line in lines:
        found = form.match(line)
        if found:
            items.append([found[found.lastindex or 0]])
            numbers.append(found[1])
        else:
            items[-1].append(line)
    written = " ".join(numbers) if kind is BlockKind.NUMBERS else ""
    return Block(kind, tuple(inline(joined(item)) for item in items), written)


def _picture(line: str) -> tuple[str, str]:
    """(words, path) of a line that is a picture of the content folder; else ("", "")."""
    found = IMAGE.fullmatch(line.strip())
    safe = found and not re.search(r"[:\\%?#]|^/|(^|/)\.", found[2])
    return (found[1], found[2]) if found and safe else ("", "")


def _table(text: str) -> list[Block]:
    kept, stash = _stashed(_RESERVED.sub("", text))
    if len(kept) > MAX_EMPHASIS:
        return [Block(BlockKind.PARAGRAPH, (inline(line),)) for line in text.split("\n")]
    root = Element("div")
    _parser().parser.parseChunk(root, kept)
    lines: list[Inline] = []
    for row in _emphasised(root).iter("tr"):
        line: list[Run] = []
        for cell in row:
            if line or cell is not row[0]:
                line.append(Run("\t"))
            line.extend(_merged(_runs(cell, stash, RunKind.PLAIN)))
        lines.append(tuple(line))
    return [Block(BlockKind.TABLE, tuple(lines))] if lines else [Block(BlockKind.PARAGRAPH, (inline(text),))]


@cache
def _parser() -> "Markdown":
    import markdown

    parser = markdown.Markdown(extensions=["tables"])
    # Built-in names that raise nothing here when a version of Python-Markdown lacks one of them.
    for name in ("hashheader", "setextheader", "hr", "quote", "reference", "indent", "code", "olist", "ulist"):
        parser.parser.blockprocessors.deregister(name, strict=False)
    for name in ("html", "entity", "backtick", "linebreak", *LINKS):
        parser.inlinePatterns.deregister(name, strict=False)
    return parser


def _emphasised(root: Element) -> Element:
    _parser().reset()
    _parser().treeprocessors["inline"].run(root)
    return root


def _stashed(text: str) -> tuple[str, list[str]]:
    stash: list[str] = []

    def keep(found: re.Match[str]) -> str:
        stash.append(found[0])
        return f"{_OPEN}{len(stash) - 1}{_CLOSE}"

    return MARKS.sub(keep, text), stash


def _runs(node: Element, stash: list[str], kind: RunKind) -> list[Run]:
    runs = _restored(node.text or "", stash, kind)
    for child in node:
        runs += _runs(child, stash, RunKind.STRONG if child.tag in ("strong", "em") else kind)
        runs += _restored(child.tail or "", stash, kind)
    return runs


def _restored(text: str, stash: list[str], kind: RunKind) -> list[Run]:
    """Plain stretches as runs of ``kind``, escaped characters as themselves, our marks as runs of their own."""
    runs: list[Run] = []
    end = 0
    for found in _STASHED.finditer(text):
        runs += [Run(_unescaped(text[end : found.start()]), kind), _mark(stash[int(found[1])])]
        end = found.end()
    return [*runs, Run(_unescaped(text[end:]), kind)]


def _unescaped(text: str) -> str:
    """Python-Markdown writes an escaped character as STX code ETX."""
    return _ESCAPED.sub(lambda found: chr(int(found[1])), text)


def _mark(written: str) -> Run:
    found = MARKS.fullmatch(written)
    if found is None or found["fact"]:
        return Run(written, RunKind.FACT, found["fact"] if found else "")
    reference = ArticleReference.parse(found["article"])
    return Run(reference.words if reference else found["article"], RunKind.ARTICLE, found["article"])


def _merged(runs: Iterable[Run]) -> Inline:
    """Without empty runs, and neighbours of one kind (PLAIN, STRONG) as one."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and run.kind is merged[-1].kind and run.kind in (RunKind.PLAIN, RunKind.STRONG):
            merged[-1] = Run(merged[-1].text + run.text, run.kind)
        else:
            merged.append(run)
    return tuple(merged)

"""Markdown to typed prose, block by block, through Python-Markdown's tree. Raw HTML and entities stay plain text.

Our own marks are found in the plain stretches: ``【3】`` points to a fact, `` `条例@2023/124` `` to an article.
"""

import re
from functools import cache
from xml.etree.ElementTree import Element

from app.domain.prose import Block, BlockKind, Inline, Prose, Run, RunKind
from app.domain.reference import ArticleReference

MARKS = re.compile(r"【(?P<fact>\d+)】|`(?P<article>[^`]+)`")
SPECIAL = re.compile(r"[*_\[\]!\\<&]")
_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use marks around the number of a stashed code span
_BLOCKS = {"p": BlockKind.PARAGRAPH, "ul": BlockKind.BULLETS, "ol": BlockKind.NUMBERS, "table": BlockKind.TABLE}


def inline(text: str) -> Inline:
    """One paragraph's runs."""
    text = " ".join(text.split())
    if not SPECIAL.search(text):
        return _marked(text, RunKind.PLAIN)
    blocks = prose(text)
    return tuple(run for block in blocks for line in block.lines for run in line)


def prose(text: str) -> Prose:
    """All blocks of a section."""
    text = text.strip()
    if not text:
        return ()
    # Code spans hold our references: keep them out of Markdown's hands, and of its escaping.
    stash: list[str] = []

    def keep(found: re.Match[str]) -> str:
        stash.append(found[0])
        return f"{_OPEN}{len(stash) - 1}{_CLOSE}"

    kept = re.sub(r"`[^`\n]+`", keep, re.sub(f"[\x02\x03{_OPEN}{_CLOSE}]", "", text))
    root = _tree(kept)
    return tuple(block for child in root for block in _block(child, stash))


def _tree(text: str) -> Element:
    parser = _parser()
    parser.reset()
    root = parser.parser.parseDocument(text.split("\n")).getroot()
    for processor in parser.treeprocessors:
        if processor is not None:
            changed = processor.run(root)
            root = changed if changed is not None else root
    return root


@cache
def _parser():  # type: ignore[no-untyped-def]
    import markdown

    parser = markdown.Markdown(extensions=["tables", "sane_lists"])
    for registry, names in (
        (parser.preprocessors, ("html_block",)),
        (parser.inlinePatterns, ("html", "entity", "backtick", "autolink", "automail", "image_reference")),
        (parser.treeprocessors, ("prettify", "unescape")),
    ):
        for name in names:
            if name in registry:
                registry.deregister(name)
    return parser


def _block(node: Element, stash: list[str]) -> list[Block]:
    if node.tag in ("ul", "ol"):
        return [Block(_BLOCKS[node.tag], tuple(_runs(item, stash, RunKind.PLAIN) for item in node))]
    if node.tag == "table":
        rows = [row for part in node for row in part]
        lines = []
        for row in rows:
            line: list[Run] = []
            for cell in row:
                if line:
                    line.append(Run("\t"))
                line.extend(_runs(cell, stash, RunKind.PLAIN))
            lines.append(tuple(line))
        return [Block(BlockKind.TABLE, tuple(lines))]
    if node.tag == "blockquote":
        return [Block(BlockKind.QUOTE, block.lines) for child in node for block in _block(child, stash)]
    if node.tag == "p" and len(node) == 1 and node[0].tag == "img" and not (node.text or "").strip():
        picture = node[0]
        return [Block(BlockKind.IMAGE, ((Run(picture.get("alt", "")),),), picture.get("src", ""))]
    kind = BlockKind.HEADING if re.fullmatch("h[1-6]", node.tag) else BlockKind.PARAGRAPH
    return [Block(kind, (_runs(node, stash, RunKind.PLAIN),))]


def _runs(node: Element, stash: list[str], kind: RunKind) -> Inline:
    runs: list[Run] = []

    def add(text: str | None, as_kind: RunKind) -> None:
        if text:
            restored = re.sub(f"{_OPEN}(\\d+){_CLOSE}", lambda found: stash[int(found[1])], _unescaped(text))
            runs.extend(_marked(restored, as_kind))

    add(node.text, kind)
    for child in node:
        if child.tag == "br":
            runs.append(Run("\n"))
        else:
            runs.extend(_runs(child, stash, RunKind.STRONG if child.tag in ("strong", "em") else kind))
        add(child.tail, kind)
    return tuple(runs)


def _unescaped(text: str) -> str:
    """Python-Markdown marks an escaped character as STX code ETX and ``&`` with a stash mark of its own."""
    text = re.sub("\x02(\\d+)\x03", lambda found: chr(int(found[1])), text)
    return text.replace("\x02amp\x03", "&")


def _marked(text: str, kind: RunKind) -> Inline:
    runs: list[Run] = []
    end = 0
    for found in MARKS.finditer(text):
        if found.start() > end:
            runs.append(Run(text[end : found.start()], kind))
        if found["fact"]:
            runs.append(Run(found[0], RunKind.FACT, found["fact"]))
        else:
            reference = ArticleReference.parse(found["article"])
            runs.append(Run(reference.words if reference else found["article"], RunKind.ARTICLE, found["article"]))
        end = found.end()
    if end < len(text):
        runs.append(Run(text[end:], kind))
    return tuple(runs)

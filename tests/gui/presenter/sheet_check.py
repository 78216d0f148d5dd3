"""What is wrong with a page as painted: the list is empty for a good one."""

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QRectF, QSize

from app.domain.labels import DISCLAIMER
from app.domain.sheet import Mark as Verdict
from app.domain.sheet import Media, Picture, Sheet
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.presenter.sheet_painter import SheetPainter, TextBox

SIZES = (QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160))
_PUNCTUATION = re.compile(r"[\W_]+")
_RUNNING = ("body", "option", "law")


def load_page_fonts() -> None:
    """The faces that pages are set in; the application must exist."""
    resources = Path(__file__).parents[3] / "resources"
    load_fallback_font(resources)
    load_title_font(resources)


def problems(painter: SheetPainter, sheet: Sheet, size: QSize, number: int = 88, total: int = 100) -> list[str]:
    """One sentence for each fault."""
    boxes = painter.boxes(sheet, size, number, total)
    return [
        *(f"outside: {box.text}" for box in boxes if not _within(box.rect, size)),
        *(f"overlap: {one.text} / {two.text}" for one, two in combinations(boxes, 2) if _touch(one.rect, two.rect)),
        *(f"small {box.size:.1f}: {box.text}" for box in boxes if box.size < 0.026 * size.height()),
        *(f"lone end: {box.lines}" for box in boxes if box.role == "title" and _lone(box)),
        *(f"long line: {box.text}" for box in boxes if box.role in _RUNNING and box.rect.width() > 30.5 * box.size),
        *(f"not there: {word}" for word in missing(sheet, boxes)),
    ]


def missing(sheet: Sheet, boxes: tuple[TextBox, ...]) -> list[str]:
    """Words of the sheet that are in no line of the page."""
    painted = _plain("".join("".join(box.lines) for box in boxes))
    return [word for word in _words(sheet) if _plain(word) not in painted]


def _words(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.kicker, sheet.title)
    if sheet.composite:
        yield DISCLAIMER
    for block in sheet.blocks:
        for field in fields(block):
            if isinstance(block, Picture | Media) and field.name == "file":
                continue
            yield from _texts(getattr(block, field.name))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Verdict):
        yield {Verdict.RIGHT: "正确", Verdict.WRONG: "不选", Verdict.NONE: ""}[value]
    elif isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, int) and not isinstance(value, bool):
        yield f"{value} 人"


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def _within(rect: QRectF, size: QSize) -> bool:
    return rect.left() >= 0 and rect.top() >= 0 and rect.right() <= size.width() and rect.bottom() <= size.height()


def _touch(one: QRectF, two: QRectF) -> bool:
    return one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(two)


def _lone(box: TextBox) -> bool:
    return len(box.lines) > 1 and len(_PUNCTUATION.sub("", box.lines[-1])) < 2

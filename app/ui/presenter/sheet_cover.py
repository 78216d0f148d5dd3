"""The two kinds of page that are mostly a title: the red cover and the page before a part of the agenda."""

from PySide6.QtCore import QRectF

from app.domain.sheet import Block, Item, Sheet, Text
from app.ui.presenter.sheet_marks import BoxMark, Mark, ShapeMark, TextMark
from app.ui.presenter.sheet_style import BODY, CONTENT_BOTTOM, HEIGHT, MARGIN, SECOND
from app.ui.presenter.sheet_text import SetText, set_text

_TITLES = (104, 92, 82, 72, 62)
_PART_TITLES = (88, 78, 68, 62)
_SUBTITLE = 50


def cover_marks(sheet: Sheet, width: float) -> list[Mark]:
    """Kicker, title and the first text in the upper part, the other texts below."""
    inner = width - 2 * MARGIN
    made: list[Mark] = [ShapeMark("ripples", QRectF(0, 0, width, HEIGHT), "gold", 2.5)]
    made.append(BoxMark(QRectF(MARGIN, 168, 100, 9), "gold", "", 0, 0))
    top = 204.0
    words = [word for block in sheet.blocks if (word := _words(block))]
    lower = [set_text(word, SECOND, inner, leading=1.4) for word in words[1:]]
    bottom = CONTENT_BOTTOM - sum(text.tall for text in lower)
    if sheet.kicker:
        kicker = set_text(sheet.kicker, SECOND, inner, even=True)
        made.append(TextMark(kicker, MARGIN, top, "gold", role="kicker"))
        top += kicker.tall + 22
    subtitle = set_text(words[0], _SUBTITLE, inner, even=True) if words else None
    room = bottom - top - (subtitle.tall + 20 if subtitle else 0)
    title = _largest(sheet.title, _TITLES, inner, room)
    made.append(TextMark(title, MARGIN, top, "on_red", role="title"))
    top += title.tall + 16
    if subtitle:
        made.append(TextMark(subtitle, MARGIN, top, "on_red"))
    for text in lower:
        made.append(TextMark(text, MARGIN, bottom, "on_red"))
        bottom += text.tall
    return made


def is_title_alone(sheet: Sheet, width: float) -> bool:
    """Whether the page holds at most two short paragraphs under its title."""
    texts = [block.text for block in sheet.blocks if isinstance(block, Text) and not block.source]
    return len(texts) == len(sheet.blocks) <= 2 and sum(map(len, texts)) <= 2 * (width - 2 * MARGIN) // BODY


def part_marks(sheet: Sheet, width: float) -> list[Mark]:
    """Everything in the middle of the height, beside a tall red mark."""
    inner = width - 2 * MARGIN
    kicker = set_text(sheet.kicker, 44, inner, bold=True, even=True) if sheet.kicker else None
    words = [word for block in sheet.blocks if (word := _words(block))]
    texts = [set_text(word, BODY, min(inner, BODY * 30.2), leading=1.42) for word in words]
    below = sum(text.tall for text in texts) + (28 if texts else 0)
    above = kicker.tall + 12 if kicker else 0.0
    room = CONTENT_BOTTOM - 60
    title = _largest(sheet.title, _PART_TITLES, inner, room - above - below)
    whole = above + title.tall + below
    top = max(60.0, 60 + (room - whole) / 2 - 30)
    made: list[Mark] = [BoxMark(QRectF(0, top, 40, above + title.tall), "red_fill", "", 0, 0)]
    if kicker:
        made.append(TextMark(kicker, MARGIN, top, "red", role="kicker"))
        top += above
    made.append(TextMark(title, MARGIN, top, role="title"))
    top += title.tall + 28
    for text in texts:
        made.append(TextMark(text, MARGIN, top, "text2"))
        top += text.tall
    return made


def _largest(words: str, sizes: tuple[int, ...], width: float, room: float) -> SetText:
    for size in sizes:
        made = set_text(words, size, width, bold=True, serif=True, leading=1.25, even=True)
        if made.tall <= room and made.lines <= 3:
            break
    return made


def _words(block: Block) -> str:
    """The words of a text or of an item with its mark; covers and parts hold nothing else."""
    if isinstance(block, Text):
        return block.text
    return " ".join(filter(None, (block.mark, block.text, block.tag))) if isinstance(block, Item) else ""

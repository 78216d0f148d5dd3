"""The words of a sheet as plain text: for reading times, searching, and whoever cannot see the page."""

from app.domain.sheet import Bars, Block, Choice, Column, Item, Media, Moment, Picture, Quotation, Row, Sheet, Text


def block_text(block: Block) -> str:
    """What a reader reads of it, marks and dates too."""
    match block:
        case Text():
            return _joined(block.text, block.source)
        case Item():
            return _joined(block.mark, block.text, block.tag)
        case Moment():
            return _joined(block.date, block.mark, block.text)
        case Choice():
            return _joined(f"{block.key}.", block.text, block.mark.value)
        case Quotation():
            return _joined(block.text, block.source + ("（节选）" if block.excerpt else ""))
        case Column():
            return "\n".join((block.title, block.subtitle, *block.items))
        case Row():
            return _joined(*block.cells)
        case Bars():
            return ""
        case Picture() | Media():
            return block.caption


def sheet_text(sheet: Sheet) -> str:
    lines = (sheet.kicker, sheet.title, *map(block_text, sheet.blocks))
    return "\n".join(line for line in lines if line)


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)

"""One question on paper: number, text, options or room to answer, all kept on one page."""

import re

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from app.domain.printed_question import PrintedQuestion
from app.domain.question import ANY_ORDER, QuestionKind
from app.exports import house_style as style
from app.exports.clean_text import clean_text, width
from app.exports.house_document import HouseDocument
from app.exports.text_run import add_bracket, add_tab, add_text

INDENT = style.BODY_SIZE * 2
_HANGING = style.BODY_SIZE * 1.5
_SHORT_OPTION = 9
"""Characters: two such options stand in one line."""
_MOST_LINES = 12
_BLANK = "_" * 14
_BLANKS = re.compile("[＿_]{2,}")
_ROOM = {
    QuestionKind.SINGLE: 2,
    QuestionKind.TRUE_FALSE: 2,
    QuestionKind.MULTIPLE: 4,
    QuestionKind.ORDER: 6,
}
"""Characters between the brackets for the answer."""


class QuestionWriter:
    def __init__(self, document: HouseDocument) -> None:
        self._document = document

    def write(self, one: PrintedQuestion, note: str = "") -> None:
        """``note`` stands before the text, in brackets: what it is worth, where the heading does not say it."""
        mark = self._document.mark()
        paragraph = self._document.line(f"{one.number}.", indent=INDENT, hanging=INDENT)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # a bracket that moves on whole would pull its last line apart
        add_tab(paragraph)
        if note:
            add_text(paragraph, f"（{note}）")
        self._write_stem(paragraph, one)
        self._write_options(one)
        if one.question.kind is QuestionKind.SHORT:
            for _ in range(lines_to_write(one)):
                self._document.ruled_line(INDENT)
        self._document.keep_from(mark)

    def _write_stem(self, paragraph: Paragraph, one: PrintedQuestion) -> None:
        stem = one.question.stem
        if one.question.kind is QuestionKind.BLANKS:
            pieces = _BLANKS.split(stem)
            for place, piece in enumerate(pieces):
                if place:
                    add_text(paragraph, _BLANK)
                if clean_text(piece):
                    add_text(paragraph, piece)
            if one.question.any_order:
                add_text(paragraph, f"（{ANY_ORDER}）")
            return
        add_text(paragraph, stem)
        if one.question.kind in _ROOM:
            add_bracket(paragraph, _ROOM[one.question.kind] * style.BODY_SIZE)

    def _write_options(self, one: PrintedQuestion) -> None:
        options = one.options
        if not options:
            return
        if all(width(clean_text(words)) <= _SHORT_OPTION and "\n" not in clean_text(words) for _, words in options):
            self._write_short(options)
            return
        for letter, words in options:
            paragraph = self._document.line(indent=INDENT + _HANGING, hanging=_HANGING)
            add_text(paragraph, f"{letter}.")
            add_words(paragraph, words)

    def _write_short(self, options: tuple[tuple[str, str], ...]) -> None:
        half = (style.TEXT_WIDTH - INDENT * 25.4 / 72) / 2
        table = self._document.table((half, half), (len(options) + 1) // 2, ruled=False, indent=INDENT)
        for place, (letter, words) in enumerate(options):
            table.write(place // 2, place % 2, f"{letter}. {words}", style.BODY, centred=False)


def add_words(paragraph: Paragraph, words: str) -> None:
    """After a letter or number: a tab, then the words."""
    add_tab(paragraph)
    add_text(paragraph, words)


def lines_to_write(one: PrintedQuestion) -> int:
    """Lines for an answer in one's own words."""
    return min(_MOST_LINES, max(5, 2 * len(one.question.points)))

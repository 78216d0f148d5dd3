"""A text document in the house style, built from top to bottom."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.house_table import HouseTable
from app.exports.house_template import apply_house_style
from app.exports.plain_paragraph import PlainParagraph, paragraph_elements
from app.exports.text_run import add_text
from app.exports.xml_parts import page_field

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


class HouseDocument:
    """``day``: ISO date, kept as the date of the file."""

    def __init__(self, title: str, day: str) -> None:
        self._document = Document()
        self._styles = apply_house_style(self._document)
        facts = self._document.core_properties
        facts.title, facts.author, facts.last_modified_by, facts.comments = clean_text(title)[:200], "镜鉴", "镜鉴", ""
        facts.created = facts.modified = datetime.fromisoformat(day).replace(tzinfo=timezone(timedelta(0)))
        facts.language = "zh-CN"

    def turn(self) -> None:
        """Lay the pages on their side, with the margins of a wide table."""
        section = self._document.sections[0]
        section.orientation = WD_ORIENTATION.LANDSCAPE
        section.page_width, section.page_height = Mm(style.PAGE_HEIGHT), Mm(style.PAGE_WIDTH)
        section.top_margin, section.bottom_margin = Mm(style.WIDE_TOP), Mm(style.WIDE_BOTTOM)
        section.left_margin, section.right_margin = Mm(style.WIDE_LEFT), Mm(style.WIDE_RIGHT)
        section.header_distance = section.footer_distance = Mm(10)

    def title(self, text: str) -> Paragraph:
        return self.line(text, style.TITLE)

    def heading(self, text: str, level: int = 1) -> Paragraph:
        return self.line(text, style.HEAD if level == 1 else style.SUBHEAD)

    def line(
        self, text: str = "", name: str = style.BODY, indent: float = 0, hanging: float = 0, centred: bool = False
    ) -> Paragraph:
        """One paragraph in the style ``name``. ``indent`` and ``hanging`` in points: a tab leads to the indent.

        A ``hanging`` below 0 moves the first line in.
        """
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._styles[name]  # by id: looking a style up by its name takes most of the time
        if indent or hanging:
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent = Pt(indent), Pt(-hanging)
            if hanging > 0:
                form.tab_stops.add_tab_stop(Pt(indent))
        if centred:
            paragraph.alignment = _CENTRE
        if text:
            add_text(paragraph, text)
        return paragraph

    def add_plain(self, paragraphs: Iterable[PlainParagraph]) -> None:
        """Many at once, fast."""
        end = self._document.element.body[-1]  # the section's measures, which close the document
        for element in paragraph_elements(paragraphs, self._styles):
            end.addprevious(element)

    def ruled_line(self, indent: float = 0) -> Paragraph:
        """An empty line to write on, across the page."""
        paragraph = self.line(indent=indent)
        rule_to(paragraph, style.TEXT_WIDTH)
        return paragraph

    def table(self, widths: Sequence[float], rows: int, ruled: bool = True, indent: float = 0) -> HouseTable:
        """``widths`` in millimetres, ``indent`` in points. Rows are never split."""
        return HouseTable(self._document, self._styles, widths, rows, ruled, indent)

    def mark(self) -> int:
        """A place, for `keep_from`."""
        return len(self._document.element.body)

    def keep_from(self, mark: int) -> None:
        """Keep all that was added since ``mark`` on one page, where one page can hold it."""
        body = self._document.element.body
        blocks = [block for block in body[mark - 1 :] if isinstance(block, CT_P | CT_Tbl)]
        for at, block in enumerate(blocks):
            last = at == len(blocks) - 1
            if isinstance(block, CT_P):
                _keep(block, not last)
            else:
                rows: list[CT_Row] = list(block.tr_lst)
                for row in rows:
                    for paragraph in row.iter(qn("w:p")):
                        _keep(paragraph, not last or row is not rows[-1])

    def hold_last(self) -> None:
        """What stands last stays with what comes next: the paragraphs back to a table, and that table's last row."""
        for block in reversed(list(self._document.element.body)[:-1]):  # without the section's measures
            if isinstance(block, CT_P):
                _keep(block, True)
                continue
            for paragraph in list(block.tr_lst)[-1].iter(qn("w:p")):
                _keep(paragraph, True)
            return

    def foot(self, *lines: str, first_page_differs: bool = False) -> None:
        """The page number, and small lines under it, on every page."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = first_page_differs
        footers = [section.footer, section.first_page_footer] if first_page_differs else [section.footer]
        for footer in footers:
            number = footer.paragraphs[0]
            number.style, number.alignment = self._document.styles[style.SMALL], _CENTRE
            add_text(number, "— ")
            number._p.append(page_field())
            add_text(number, " —")
            for text in lines:
                added = footer.add_paragraph(style=self._document.styles[style.NOTE])
                added.alignment = _CENTRE
                add_text(added, text)

    def head_table(self, widths: Sequence[float], every_page: bool = False) -> Table:
        """One row at the head of the first page or of all, before its (empty) paragraph; ``widths`` in millimetres."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = not every_page
        header = section.header if every_page else section.first_page_header
        table = header.add_table(1, len(widths), Mm(sum(widths)))
        header.paragraphs[0]._p.addprevious(table._tbl)
        return table

    def to_bytes(self) -> bytes:
        held = BytesIO()
        self._document.save(held)
        return held.getvalue()


def rule_to(paragraph: Paragraph, place: float) -> None:
    """A line to write on, from where the text ends to ``place`` (mm)."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(place), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run("\t")


def _keep(paragraph: CT_P, with_next: bool) -> None:
    layout = paragraph.get_or_add_pPr()
    layout.keepLines_val = True
    if with_next:
        layout.keepNext_val = True

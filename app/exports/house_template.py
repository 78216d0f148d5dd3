"""Turns python-docx's empty document into ours: page, styles, faces with their stand-ins, no traces of the template."""

from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from app.exports import house_style as style
from app.exports.xml_parts import element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBLE = {"compatibilityMode": "15", "overrideTableStyleFontSizeAndJustification": "1"}


def apply_house_style(document: Document) -> dict[str, str]:
    """Once, before anything is written. Returns the id of each paragraph style by its name."""
    _page(document)
    _defaults(document)
    justify = WD_ALIGN_PARAGRAPH.JUSTIFY
    _style(document, style.BODY, style.BODY_FACE, style.BODY_SIZE, style.BODY_LINE, justify)
    _style(document, style.TITLE, style.TITLE_FACE, style.TITLE_SIZE, style.TITLE_LINE, WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, style.HEAD, style.HEAD_FACE, style.BODY_SIZE, style.BODY_LINE, justify, keep=True)
    _style(document, style.SUBHEAD, style.SUBHEAD_FACE, style.BODY_SIZE, style.BODY_LINE, justify, keep=True)
    _style(document, style.SMALL, style.BODY_FACE, style.SMALL_SIZE, style.SMALL_LINE, justify)
    _style(document, style.NOTE, style.BODY_FACE, style.NOTE_SIZE, style.NOTE_LINE, justify)
    _font_table(document)
    _settings(document)
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # a picture of the template's empty page
            del document.part.package.rels[key]
    return {one.name: one.style_id for one in document.styles if one.name and one.type == WD_STYLE_TYPE.PARAGRAPH}


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(style.PAGE_WIDTH), Mm(style.PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(style.TOP), Mm(style.BOTTOM)
    section.left_margin, section.right_margin = Mm(style.LEFT), Mm(style.RIGHT)
    section.header_distance, section.footer_distance = Mm(15), Mm(15)
    for grid in section._sectPr.findall(qn("w:docGrid")):  # lines are exact: no grid beside them
        section._sectPr.remove(grid)


def _defaults(document: Document) -> None:
    """No theme faces; Chinese as the language of the text."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    for child in list(defaults):
        defaults.remove(child)
    latin = style.LATIN_FACE
    defaults.append(element("w:rFonts", ascii=latin, hAnsi=latin, cs=latin, eastAsia=style.BODY_FACE))
    defaults.append(element("w:lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))


def _style(
    document: Document,
    name: str,
    face: str,
    size: float,
    line: float,
    alignment: WD_ALIGN_PARAGRAPH,
    keep: bool = False,
) -> None:
    known = name in {one.name for one in document.styles}
    made = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    own = made.element
    for child in (own.find(qn("w:rPr")), own.find(qn("w:pPr"))):  # what the template says of colours, lines, spaces
        if child is not None:
            own.remove(child)
    own.get_or_add_rPr().append(
        element("w:rFonts", ascii=style.LATIN_FACE, hAnsi=style.LATIN_FACE, cs=style.LATIN_FACE, eastAsia=face)
    )
    made.font.size, made.font.bold = Pt(size), False
    made.font.color.rgb = RGBColor(0, 0, 0)
    if name != style.BODY:
        made.base_style = document.styles[style.BODY]
    form = made.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    form.space_before = form.space_after = Pt(0)
    form.alignment, form.widow_control, form.keep_with_next = alignment, True, keep
    made.quick_style = True


def _font_table(document: Document) -> None:
    """The faces that may be missing, each with the names of those that may stand in for it."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(face)}><w:altName w:val={quoteattr(escape(others))}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for face, others in style.FALLBACKS.items()
    )
    latin = (
        f"<w:font w:name={quoteattr(style.LATIN_FACE)}>"
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="{_W}">{fonts}{latin}</w:fonts>'
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = text.encode()


def _settings(document: Document) -> None:
    """Written for today's Word, so that no "compatibility mode" is shown."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        raise AssertionError("the template of python-docx has a w:compat")
    for child in list(compat):
        compat.remove(child)
    compat.append(element("w:doNotExpandShiftReturn"))  # a line that was broken on purpose is not stretched
    for name, value in _COMPATIBLE.items():
        made = element("w:compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
        compat.append(made)

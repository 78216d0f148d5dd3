"""What every document has in common, as docs say it: A4, faces with stand-ins, exact lines, no traces of a template."""

import zipfile
from io import BytesIO

from docx import Document
from docx.shared import Mm, Pt

from app.exports.house_document import HouseDocument


def written() -> bytes:
    document = HouseDocument("标题", "2026-11-21")
    document.title("标题")
    document.heading("一、层次")
    document.line("正文")
    document.foot("说明")
    return document.to_bytes()


def test_the_page_is_a4_with_the_margins_of_a_public_document() -> None:
    section = Document(BytesIO(written())).sections[0]
    wanted = (Mm(210), Mm(297), Mm(37), Mm(35), Mm(28), Mm(26))
    assert all(
        abs(have - want) < Mm(0.1)
        for have, want in zip(
            (
                section.page_width,
                section.page_height,
                section.top_margin,
                section.bottom_margin,
                section.left_margin,
                section.right_margin,
            ),
            wanted,
            strict=True,
        )
    )


def test_faces_sizes_and_lines() -> None:
    styles = Document(BytesIO(written())).styles
    faces = {
        name: styles[name].element.rPr.rFonts.get(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia"
        )
        for name in ("Normal", "Title", "Heading 1", "Heading 2")
    }
    assert list(faces.values()) == ["仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"]
    assert styles["Normal"].font.size == Pt(16) and styles["Normal"].paragraph_format.line_spacing == Pt(28)
    assert styles["Title"].font.size == Pt(22)


def test_a_missing_face_has_stand_ins_and_word_shows_no_compatibility_mode() -> None:
    with zipfile.ZipFile(BytesIO(written())) as held:
        fonts = held.read("word/fontTable.xml").decode()
        assert '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋,STZhongsong,宋体,SimSun"/>' in fonts
        assert '<w:altName w:val="仿宋,FangSong,宋体,SimSun"/>' in fonts
        assert 'w:name="compatibilityMode"' in held.read("word/settings.xml").decode()
        assert not [name for name in held.namelist() if "thumbnail" in name]


def test_the_file_tells_nothing_of_its_maker() -> None:
    facts = Document(BytesIO(written())).core_properties
    assert (facts.author, facts.comments, facts.title) == ("镜鉴", "", "标题")
    assert facts.created.date().isoformat() == "2026-11-21"


def test_the_number_of_the_page_stands_between_dashes() -> None:
    foot = Document(BytesIO(written())).sections[0].footer._element
    words = "".join(node.text for node in foot.iter("{*}t"))
    assert words == "— 1 —说明" and [field.get(field.keys()[0]) for field in foot.iter("{*}fldSimple")] == ["PAGE"]

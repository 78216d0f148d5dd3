import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument

from app.ui.kit.cjk import BREAK
from app.ui.kit.rich_text import RichText
from app.ui.kit.run import Run
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.theme import DARK, apply_theme

FIRST = "收受“辛苦费”、烟酒、购物卡等——共计11.6万元。"
SECOND = "他的行为已由违纪滑向犯罪。"
HREF = "law:政务处分法@2020/33.1?x=中文&y=%20 #§"


@pytest.fixture
def text(show):
    made = RichText("案例正文")
    made.begin()
    made.add_heading("四、", "原因剖析", "s4")
    made.add_paragraph(FIRST, anchor="p1")
    made.add_paragraph([Run("按照", "strong"), Run("第三十三条", href=HREF), "，", SECOND], anchor="p2")
    made.add_paragraph("小洞不补，大洞吃苦。", "key", "k1")
    made.end()
    show(made)
    return made


def select_all(text: RichText) -> None:
    cursor = text.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    text.setTextCursor(cursor)


def test_the_document_holds_break_marks_but_a_copy_does_not(text):
    assert BREAK in text.toPlainText()
    select_all(text)
    copied = text.createMimeDataFromSelection()
    assert BREAK not in copied.text()
    assert FIRST in copied.text()
    assert not copied.hasHtml()


@pytest.mark.parametrize(("start", "end"), [(0, 2), (2, 7), (3, 6), (13, 17), (0, len(FIRST)), (6, 8)])
def test_a_selection_is_told_in_offsets_of_the_clean_text(text, start, end):
    text.select("p1", start, end)
    assert text.clean_selection() == ("p1", start, end, FIRST[start:end])


def test_nothing_selected_is_none(text):
    assert text.clean_selection() is None


def test_a_selection_over_two_paragraphs_is_told_for_each(text):
    select_all(text)
    told = text.clean_selections()
    assert [anchor for anchor, *_ in told] == ["s4", "p1", "p2", "k1"]
    assert told[1] == ("p1", 0, len(FIRST), FIRST)


def test_marks_lie_where_they_were_set(text):
    text.set_marks([("p1", 2, 7, "mark"), ("gone", 0, 3, "mark")])
    marks = text.extraSelections()
    assert [mark.cursor.selectedText().replace(BREAK, "") for mark in marks] == [FIRST[2:7]]


def test_marks_outlive_a_change_of_size(text):
    text.set_marks([("p1", 2, 7, "mark")])
    text.set_style(size=24)
    assert text.extraSelections()[0].cursor.selectedText().replace(BREAK, "") == FIRST[2:7]


def test_find_sees_through_the_break_marks_and_goes_round(text):
    assert text.find("等——共计")
    assert text.clean_selection()[3] == "等——共计"
    assert text.find("违纪")
    assert text.clean_selection()[0] == "p2"
    assert text.find("等——共计")
    assert text.clean_selection()[0] == "p1"
    assert not text.find("没有的字")


def test_nothing_is_loaded_from_outside(text, tmp_path):
    picture = tmp_path / "secret.png"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    assert image.save(str(picture))
    for url in (QUrl.fromLocalFile(str(picture)), QUrl("qrc:/x.png"), QUrl("http://example.org/x.png")):
        for kind in QTextDocument.ResourceType:
            loaded = text.document().resource(kind.value, url)
            if isinstance(loaded, QImage):
                assert loaded.size() == QSize(1, 1)
                assert loaded.pixelColor(0, 0).alpha() == 0
            else:
                assert bytes(loaded) == b""


def test_not_even_a_picture_named_in_the_document_is_loaded(text, tmp_path):
    from PySide6.QtGui import QTextImageFormat

    picture = tmp_path / "secret.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    assert image.save(str(picture))
    cursor = text.textCursor()
    for name in (str(picture), QUrl.fromLocalFile(str(picture)).toString()):
        sneaked = QTextImageFormat()
        sneaked.setName(name)
        cursor.insertImage(sneaked)
    shown = text.grab().toImage()
    places = [(x, y) for x in range(0, shown.width(), 4) for y in range(0, shown.height(), 4)]
    assert not [place for place in places if shown.pixelColor(*place) == QColor("#00FF00")]


def test_a_picture_comes_from_the_provider_only(show):
    asked = []

    def provider(name: str) -> QImage | None:
        asked.append(name)
        return QImage(300, 200, QImage.Format.Format_RGB32) if name == "图1" else None

    text = RichText("正文", provider=provider)
    text.begin()
    text.add_picture("图1", "资金流向图", "f1")
    text.add_picture("/etc/passwd", "没有这张图", "f2")
    text.end()
    show(text)
    assert asked == ["图1", "/etc/passwd"]
    assert text.document().toPlainText().count("\ufffc") == 1
    assert text.plain_text("f2") == "没有这张图"


def test_the_height_follows_the_document(text, qtbot):
    wide = text.height()
    window = text.window()
    window.resize(420, 700)
    qtbot.waitUntil(lambda: text.height() > wide)
    assert text.height() >= text.document().size().height()


def test_blocks_come_one_below_the_other(text):
    places = [text.block_y(anchor) for anchor in ("s4", "p1", "p2", "k1")]
    assert places == sorted(places)
    assert len(set(places)) == 4
    assert text.anchor_at(places[2] + 1) == "p2"
    assert text.block_y("gone") == 0


def test_a_link_says_exactly_the_string_it_was_given(text, qtbot):
    with qtbot.waitSignal(text.link_activated) as told:
        text.anchorClicked.emit(QUrl("r:0"))
    assert told.args == [HREF]


def test_tab_reaches_a_link_and_enter_follows_it(text, qtbot):
    text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert text.clean_selection()[3] == "第三十三条"
    assert text.focused_link() == HREF
    assert text.focus_rect().height() < 60
    with qtbot.waitSignal(text.link_activated) as told:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert told.args == [HREF]


def test_scrolling_keys_scroll_the_page_around(qtbot, show):
    text = RichText("长文")
    text.begin()
    for number in range(80):
        text.add_paragraph(FIRST, anchor=f"p{number}")
    text.end()
    page = ScrollPage(text)
    show(page)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 300


def test_a_found_place_is_brought_into_view(qtbot, show):
    text = RichText("长文")
    text.begin()
    for number in range(80):
        text.add_paragraph(f"{FIRST}第{number}段", anchor=f"p{number}")
    text.end()
    page = ScrollPage(text)
    show(page)
    assert text.find("第70段")
    shown = text.mapTo(page, QPoint(0, text.block_y("p70"))).y()
    assert 0 <= shown <= page.height()


def test_another_theme_colours_the_text_anew(text, dressed):
    apply_theme(dressed, DARK)
    block = text.document().findBlockByNumber(1)
    assert block.begin().fragment().charFormat().foreground().color() == DARK.colour("text")


def test_narrow_columns_are_not_justified(text, qtbot):
    def alignment():
        return text.document().findBlockByNumber(1).blockFormat().alignment()

    assert alignment() == Qt.AlignmentFlag.AlignJustify
    text.window().resize(380, 700)
    qtbot.waitUntil(lambda: alignment() == Qt.AlignmentFlag.AlignLeft)


def test_a_table_stands_between_the_paragraphs(show):
    text = RichText("正文")
    text.begin()
    text.add_paragraph("上", anchor="a")
    text.add_table([["环节", "风险"], ["公示", "“一图多用”"]], "t")
    text.add_paragraph("下", anchor="b")
    text.end()
    show(text)
    assert text.plain_text("b") == "下"
    assert text.block_y("a") < text.block_y("t") < text.block_y("b")


def test_no_line_begins_with_a_mark_that_may_not_begin_one(show, qtbot):
    text = RichText("正文")
    text.begin()
    text.add_paragraph((FIRST + "“甲”“乙”，《暂行办法》（2019年修订）规定：“……”——他却置若罔闻。") * 6, anchor="p")
    text.end()
    window = show(text)
    for width in range(320, 900, 60):
        window.resize(width, 700)
        qtbot.wait(1)
        block = text.document().findBlockByNumber(0)
        layout = block.layout()
        for number in range(1, layout.lineCount()):
            line = layout.lineAt(number)
            first = block.text()[line.textStart() :].replace(BREAK, "")[:1]
            assert first not in "）》”’，。、；：？！"


def test_the_input_method_stays_out_of_text_to_read(text):
    assert not text.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not text.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_wheel_does_not_change_the_size_of_the_text(text, qtbot):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    size = text.font().pixelSize()
    centre = QPointF(text.rect().center())
    event = QWheelEvent(
        centre,
        text.mapToGlobal(centre),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), event)
    assert text.font().pixelSize() == size
    assert text.style_now() == ("hei", 18, "normal")


def test_items_hang_by_the_width_of_their_number(show):
    text = RichText("正文")
    text.begin()
    text.add_paragraph("（一）违反规定收取、摊派财物的；", "item", "i1")
    text.add_paragraph("没有序号的一项", "item", "i2")
    text.end()
    show(text)
    first, second = (text.document().findBlockByNumber(number).blockFormat() for number in (0, 1))
    assert first.textIndent() < -18
    assert first.leftMargin() + first.textIndent() == second.leftMargin() == 36

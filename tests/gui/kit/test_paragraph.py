import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.fonts import font
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.text_block import TextBlock

LONG = "受理、核查、公示、上报由不同人员分段负责，入户核查实行“双人签名”。" * 12


@pytest.mark.parametrize("width", [0, 1, 8, 40, 119])
def test_the_height_never_explodes_at_small_widths(width):
    paragraph = Paragraph(LONG)
    assert paragraph.heightForWidth(width) == paragraph.heightForWidth(120)


def test_the_window_does_not_grow_with_the_text(qtbot):
    content = QWidget()
    layout = QVBoxLayout(content)
    for _ in range(20):
        layout.addWidget(Paragraph(LONG))
    page = ScrollPage(content)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    assert page.size().height() == 400
    assert content.width() <= 600


def test_all_the_text_has_room_at_the_width_shown(qtbot):
    content = QWidget()
    layout = QVBoxLayout(content)
    paragraph = Paragraph(LONG)
    layout.addWidget(paragraph)
    page = ScrollPage(content)
    qtbot.addWidget(page)
    for width in (300, 700, 450):
        page.resize(width, 300)
        page.show()
        qtbot.wait(1)
        assert paragraph.height() >= paragraph.heightForWidth(paragraph.width())


def test_lines_stand_at_the_real_line_height():
    block = TextBlock("一\n二\n三", font(16), 26)
    assert block.height(500) == 3 * 26


def test_balanced_lines_leave_no_lone_character():
    text = "照一照：我们科室有没有同样的口子，有没有人情关系代替规定程序的情形吗"
    plain, even = TextBlock(text, font(20), 30), TextBlock(text, font(20), 30, balanced=True)
    width = plain.natural_width() - 12  # one character too many for a line
    assert plain.line_count(width) == even.line_count(width) == 2
    last = even._layout(width).lineAt(1)
    assert last.textLength() > 8


def test_text_left_out_is_told_by_the_tip(show):
    label = ElidedLabel(LONG, lines=2)
    window = show(label)
    assert label.toolTip().replace("\n", "") == LONG
    label.set_text("短")
    assert label.toolTip() == ""
    assert window.isVisible()


def test_no_tip_is_ever_taken_for_html():
    from PySide6.QtGui import Qt

    from app.ui.kit.plain_tip import set_tip

    widget = QWidget()
    set_tip(widget, "<b>名称</b><img src='file:///etc/passwd'>")
    assert not Qt.mightBeRichText(widget.toolTip())


def test_no_label_is_ever_taken_for_html():
    from app.ui.kit.label import Label

    plain, tagged = Label("b名称b"), Label("<b>名称</b>")
    assert tagged.sizeHint().width() > plain.sizeHint().width()

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.ui.kit.option_button import OptionButton
from app.ui.kit.theme import LIGHT, apply_theme

LONG = "入户核查表由经办人一人填写并代签，事后由股长补审" * 6


def test_an_option_says_its_letter_its_text_and_whether_it_is_chosen():
    option = OptionButton("A", "分段负责")
    assert option.accessibleName() == "选项 A：分段负责"
    option.setChecked(True)
    assert option.accessibleName() == "选项 A：分段负责，已选"


@pytest.mark.parametrize(
    ("result", "chosen", "name"),
    [
        ("right", True, "选项 A：分段负责，已选，选对"),
        ("wrong", True, "选项 A：分段负责，已选，错选"),
        ("missed", False, "选项 A：分段负责，漏选"),
        ("correct", False, "选项 A：分段负责，正确答案"),
        ("", False, "选项 A：分段负责"),
    ],
)
def test_a_result_is_a_word_and_not_a_colour_alone(result, chosen, name):
    option = OptionButton("A", "分段负责")
    option.setChecked(chosen)
    option.set_result(result)
    assert option.accessibleName() == name


def test_states_follow_choice_and_result():
    option = OptionButton("A", "分段负责")
    assert option.state() == "idle"
    option.setChecked(True)
    assert option.state() == "selected"
    option.set_result("wrong")
    assert option.state() == "wrong"
    option.set_result("")
    assert option.state() == "selected"


def picture(option: OptionButton) -> QImage:
    return option.grab().toImage()


def test_selected_is_ink_blue_and_never_red(show):
    option = OptionButton("A", "分段负责")
    show(option)
    option.setChecked(True)
    box = picture(option).pixelColor(18, option.height() // 2)
    assert box == LIGHT.colour("ink_fill")


def test_all_states_look_different(show):
    option = OptionButton("A", "分段负责", multiple=True)
    show(option)
    seen = [picture(option)]
    for chosen, result in ((True, ""), (True, "right"), (True, "wrong"), (False, "missed")):
        option.setChecked(chosen)
        option.set_result(result)
        seen.append(picture(option))
    for place, one in enumerate(seen):
        assert all(one != other for other in seen[:place])


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_option_is_high_enough_to_hit(dressed, scale):
    apply_theme(dressed, LIGHT.with_scale(scale))
    assert OptionButton("A", "短").heightForWidth(600) >= 54 * scale


def test_a_long_option_has_room_for_all_its_lines():
    option = OptionButton("A", LONG)
    assert option.heightForWidth(400) > option.heightForWidth(800) > 54
    assert option.heightForWidth(1) == option.heightForWidth(240)


def test_space_chooses(show, qtbot):
    option = OptionButton("A", "分段负责")
    show(option)
    option.setFocus()
    qtbot.keyClick(option, Qt.Key.Key_Space)
    assert option.isChecked()

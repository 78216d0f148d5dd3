import re

import pytest
from PySide6.QtGui import QPalette

from app.ui.kit.fonts import font
from app.ui.kit.theme import DARK, LIGHT, apply_theme, current_theme, px, resources, style_sheet


def test_the_theme_applied_last_is_the_current_one(dressed):
    apply_theme(dressed, DARK.with_scale(2.0))
    assert current_theme() == DARK.with_scale(2.0)
    assert px(15) == 30
    assert dressed.palette().color(QPalette.ColorRole.Window) == DARK.colour("bg")


def test_the_style_sheet_has_no_gap_left(dressed):
    sheet = style_sheet(DARK)
    assert "@" not in sheet
    assert "pt;" not in sheet


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_image_of_the_style_sheet_exists(dressed, theme):
    images = re.findall(r'url\("([^"]+)"\)', style_sheet(theme))
    assert len(images) >= 8
    for image in images:
        assert (resources() / image).exists()  # absolute: the left side has no say


def test_fonts_are_in_pixels_and_grow_with_the_scale(dressed):
    assert font(15).pixelSize() == 15
    apply_theme(dressed, LIGHT.with_scale(1.5))
    assert font(16).pixelSize() == 24


def test_a_chinese_face_is_found_even_where_none_is_installed(dressed):
    from PySide6.QtGui import QFontInfo

    from app.ui.kit.fonts import SANS, SERIF

    assert QFontInfo(font(15)).family() in SANS
    assert QFontInfo(font(24, bold=True, serif=True)).family() == SERIF[0]


def test_a_change_of_colours_reaches_labels_that_exist(dressed, show):
    from app.ui.kit.label import Label

    label = Label("文字", tone="text2")
    show(label)
    apply_theme(dressed, DARK)
    assert label.palette().color(QPalette.ColorRole.WindowText) == DARK.colour("text2")

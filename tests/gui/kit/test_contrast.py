"""Every pair of text and ground that the kit paints can be read: WCAG 2.x contrast, computed here."""

import pytest

from app.ui.kit.theme import DARK, LIGHT, PROJECTOR, Theme

TEXT = 4.5
FAINT = 5.5
CONTROL = 3.0
GROUNDS = ("bg", "surface", "surface2")
PAIRS = [
    *((text, ground) for text in ("text", "text2", "red", "ink", "green", "amber") for ground in GROUNDS),
    *((text, "surface3") for text in ("text", "text2", "text3", "red", "ink")),
    *((tone, f"{tone}_soft") for tone in ("red", "ink", "green", "amber")),
    *(("text", f"{tone}_soft") for tone in ("red", "ink", "green", "amber")),
    *(("text2", f"{tone}_soft") for tone in ("red", "ink", "green", "amber")),
    *(("on_red", fill) for fill in ("red_fill", "red_hover", "red_press", "ink_fill", "green_fill")),
    ("text", "mark"),
    ("text", "ink_line"),
    ("on_answered", "answered"),
    ("surface", "text"),
    ("exam_bar_text", "exam_bar"),
    ("exam_bar_text2", "exam_bar"),
    ("exam_bar_accent", "exam_bar"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PROJECTOR], ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_can_be_read(theme: Theme, pair: tuple[str, str]):
    assert contrast(theme.value(pair[0]), theme.value(pair[1])) >= TEXT


@pytest.mark.parametrize("theme", [LIGHT, DARK, PROJECTOR], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_faintest_text_can_be_read_by_eyes_over_forty(theme: Theme, ground: str):
    assert contrast(theme.text3, theme.value(ground)) >= FAINT


@pytest.mark.parametrize("theme", [LIGHT, DARK, PROJECTOR], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [*GROUNDS, "surface3"])
@pytest.mark.parametrize("line", ["border_strong", "focus"])
def test_the_edge_of_a_control_can_be_seen(theme: Theme, ground: str, line: str):
    assert contrast(theme.value(line), theme.value(ground)) >= CONTROL


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_flag_stands_out_from_an_answered_cell(theme: Theme):
    assert contrast(theme.flag, theme.answered) >= 2.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("tint", range(6))
def test_the_word_on_a_cover_can_be_read(theme: Theme, tint: int):
    assert contrast(*theme.tints[tint]) >= 6.0

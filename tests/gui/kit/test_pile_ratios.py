"""At 125 %, 150 % and 175 % the picture of a sheet is the sheet, pixel by pixel, wherever the pile begins."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.kit.layouts import boxed, column
from app.ui.kit.option_button import OptionButton
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.pile import Pile

ROOT = Path(__file__).parents[3]
RATIOS = "1.25", "1.5", "1.75", "2"


def sheet(word):
    return boxed(column(Paragraph(f"{word}：谁来核对这份名单？", 20, bold=True), OptionButton("A", word), None))


@pytest.mark.parametrize("left", range(4))
def test_wherever_it_begins_the_picture_is_the_sheet(qtbot, left):
    sheets, pile = [sheet(word) for word in ("第一题", "第二题")], Pile()
    around = boxed(column(pile, margins=(40 + left, 20 + left, 7, 9)))
    around.setAutoFillBackground(True)
    around.resize(501, 303)
    qtbot.addWidget(around)
    around.show()
    pile.show_sheet(sheets[0])
    qtbot.waitExposed(around)
    QApplication.processEvents()
    pile.make_ready(sheets[1], around.palette().window().color())
    pile.show_sheet(sheets[1])
    first = around.grab().toImage()
    assert not sheets[1].isVisible(), "not as a picture"
    pile.settle()
    assert sheets[1].isVisible() and around.grab().toImage() == first


@pytest.mark.skipif("QT_SCALE_FACTOR" in os.environ, reason="the run below is this one")
@pytest.mark.parametrize("ratio", RATIOS)
def test_at_every_ratio(ratio):
    """In a process of its own: Qt reads the ratio when it starts."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "wherever", __file__]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"QT_SCALE_FACTOR": ratio}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0 and "4 passed" in done.stdout, done.stdout


def test_a_pile_that_has_moved_within_a_pixel_shows_the_sheet_itself(qtbot, monkeypatch):
    sheets, pile = [sheet(word) for word in ("第一题", "第二题")], Pile()
    around = boxed(column(pile))
    qtbot.addWidget(around)
    around.show()
    pile.show_sheet(sheets[0])
    monkeypatch.setattr(pile, "devicePixelRatioF", lambda: 1.25)
    QApplication.processEvents()
    pile.make_ready(sheets[1], around.palette().window().color())
    pile.move(pile.x() + 1, pile.y())
    pile.show_sheet(sheets[1])
    assert sheets[1].isVisible()

"""Films and sounds: played in the room's window, ruled from the console, and a sentence where they cannot be."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider

from app.ui.presenter.media_player import MISSING, MediaPlayer
from tests.gui.presenter.session_deck import FOLDER, session_deck

pytestmark = pytest.mark.no_qt_log  # the sound system tells of every device that is not there
FILM = 2


@pytest.fixture
def film(hold):
    return hold(deck=session_deck("film.mp4"), number=FILM)


def test_the_frames_of_a_film_reach_the_room(film, qtbot):
    QTest.keyClick(film.console.page, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: film.audience.frames >= 10, timeout=15_000)
    picture = film.audience.grab().toImage()
    place = film.audience._film.center().toPoint()
    colours = {picture.pixel(place.x() + x, place.y() + y) for x in range(-300, 300, 20) for y in range(-150, 150, 20)}
    assert len(colours) > 8, "a test picture has many colours"


def test_the_console_plays_pauses_and_seeks(film, qtbot):
    play = next(one for one in film.console.media.findChildren(QAbstractButton))
    play.click()
    qtbot.waitUntil(lambda: film.player.playing and film.player.position > 200, timeout=15_000)
    assert "暂停" in play.text()
    play.click()
    qtbot.waitUntil(lambda: not film.player.playing)
    film.player.seek(2_000)
    qtbot.waitUntil(lambda: film.player.position >= 1_900)
    volume = next(one for one in film.console.media.findChildren(QSlider) if one.accessibleName() == "音量")
    volume.setValue(35)
    assert film.player.volume == 35


def test_a_film_goes_with_its_page(film, qtbot):
    assert film.console.media.isVisible()
    film.player.toggle()
    qtbot.waitUntil(lambda: film.audience.frames > 0, timeout=15_000)
    QTest.keyClick(film.console.page, Qt.Key.Key_PageDown)
    assert not film.player.playing and not film.console.media.isVisible()
    assert film.audience._frame.isNull()


def test_a_film_waits_under_a_black_screen(film, qtbot):
    film.player.toggle()
    qtbot.waitUntil(lambda: film.player.playing, timeout=15_000)
    QTest.keyClick(film.console.page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: not film.player.playing)


def test_a_sound_is_played(hold, qtbot):
    windows = hold(deck=session_deck("sound.mp3"), number=FILM)
    windows.player.toggle()
    qtbot.waitUntil(lambda: windows.player.position > 200, timeout=15_000)
    assert windows.player.duration > 2_900 and windows.player.trouble == ""


def test_a_file_that_cannot_be_read_says_so_and_the_session_goes_on(hold, qtbot):
    windows = hold(deck=session_deck("session_deck.py"), number=FILM)
    qtbot.waitUntil(lambda: bool(windows.player.trouble), timeout=15_000)
    assert "放不了“session_deck.py”" in windows.console.media.trouble()
    QTest.keyClick(windows.console.page, Qt.Key.Key_PageDown)
    assert windows.audience.view.number == FILM + 1


def test_a_file_that_is_gone_says_so(hold):
    windows = hold(deck=session_deck("gone.mp4"), number=FILM)
    assert "找不到文件“gone.mp4”" in windows.console.media.trouble()


def test_without_qtmultimedia_there_is_a_sentence_and_the_session_goes_on(hold, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    windows = hold(deck=session_deck("film.mp4"), number=FILM)
    assert windows.console.media.trouble() == MISSING
    QTest.keyClick(windows.console.page, Qt.Key.Key_M)
    assert windows.console.toast.text() == MISSING
    QTest.keyClick(windows.console.page, Qt.Key.Key_PageDown)
    assert windows.audience.view.number == FILM + 1


def test_nothing_is_loaded_before_the_first_film(dressed):
    player = MediaPlayer()
    player.load(None)
    assert player._player is None
    player.load(FOLDER / "film.mp4")
    assert player.loaded
    player.deleteLater()

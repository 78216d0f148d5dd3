"""A start for which there is no content: the window opens, says why, and what is a person's own can be used."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from app.bootstrap import open_app
from app.domain.settings import Appearance
from app.ui.kit.empty_state import EmptyState
from app.ui.shell.application import Application
from app.ui.shell.content_banner import ContentBanner
from app.ui.shell.page_factory import PageFactory


@pytest.fixture
def gone(paths, person, tmp_path):
    """The paths of somebody who has been here before, with neither content nor index."""
    shutil.rmtree(paths.cache)
    return replace(paths, content=tmp_path / "content")


@pytest.fixture
def started(gone, qapp, qtbot):
    appearance = Appearance(theme="light", scale=1.0)
    made = Application(appearance, gone.resources, gone.data, lambda: open_app(gone, appearance))
    made.show()
    qtbot.waitUntil(lambda: banners(made) != [] and made.window.page is not None)
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()


def banners(application):
    return [one for one in application.window.findChildren(ContentBanner) if one.isVisible()]


def test_the_window_opens_and_says_what_is_missing_and_what_can_be_done(started, gone):
    (banner,) = banners(started)
    words = banner.text()
    assert str(gone.content) in words and "重新安装" in words and "整改台账照常可用" in words
    assert started.window.page.facts.key == "home"
    assert started.window.page.findChild(EmptyState) is not None
    assert banner.geometry().left() > 0  # with the edge that all notices have


def test_every_page_opens(started, gone, qtbot):
    for key in PageFactory(started.services, gone.data).keys:
        if key != "exam":  # of an exam that was begun
            started.window.go(key)
            qtbot.wait(1)
            assert started.window.page.facts.key == key


def test_what_is_entered_is_kept(started, gone):
    ledger = started.services.ledger
    today = ledger.today()
    ledger.open_campaign("专项", today - timedelta(days=1), today + timedelta(days=30))
    started.close()
    services = open_app(gone)
    assert [one.title for one in services.ledger.campaigns()] == ["专项"]
    services.close()


def test_content_that_comes_back_is_shown_and_nothing_of_ones_own_has_changed(started, gone, paths, qtbot):
    shutil.copytree(paths.content, gone.content)
    (banner,) = banners(started)
    banner.acted.emit()
    qtbot.waitUntil(lambda: not started.services.library.without_content, timeout=60_000)
    qtbot.waitUntil(lambda: banners(started) == [])
    assert started.services.library.cases()
    qtbot.waitUntil(lambda: started.window.page.findChild(EmptyState) is None)


def test_content_that_is_still_away_leaves_the_window_as_it_is(started, qtbot):
    (banner,) = banners(started)
    page = started.window.page
    banner.acted.emit()
    qtbot.waitUntil(lambda: not started._tasks.busy())
    assert banners(started) == [banner] and started.window.page is page


def test_another_person_reads_the_same(started, qtbot):
    (banner,) = banners(started)
    started.window.reopen_wanted.emit()
    qtbot.waitUntil(lambda: [one for one in banners(started) if one is not banner] != [])
    assert len(banners(started)) == 1

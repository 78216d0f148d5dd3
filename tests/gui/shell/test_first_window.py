"""From the first frame to 首页."""

import re

import pytest

from app.ui.kit.tokens import DARK, LIGHT
from app.ui.shell.first_frame import FirstFrame
from app.ui.shell.first_picture import first_picture
from app.ui.shell.measures import is_narrow
from app.ui.shell.places import PLACES
from app.ui.shell.rail import Rail
from app.ui.shell.top_bar import TopBar

BOX = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="[\d.]+" fill="(#\w+)"/>')


def boxes(picture: str) -> set[tuple[float, float, float, float, str]]:
    return {(*map(float, found[:4]), found[4]) for found in BOX.findall(picture)}  # type: ignore[misc]


def test_the_window_paints_its_first_frame_before_the_data_is_opened(application, qtbot, person):
    assert isinstance(application.window.centralWidget(), FirstFrame)
    with qtbot.waitSignal(application.window.painted):
        application.show(1366, 768)
    assert application.window.page is None or application.services is not None


def test_the_first_page_of_a_person_is_home(application, qtbot, person):
    with qtbot.waitSignal(application.window.settled, timeout=10_000):
        application.show(1366, 768)
    assert application.window.page.facts.key == "home"
    assert not isinstance(application.window.centralWidget(), FirstFrame)


def test_the_first_page_of_a_first_run_is_the_welcome_without_rail_and_bar(application, qtbot):
    application.show(1366, 768)
    qtbot.waitUntil(lambda: application.window.page is not None, timeout=20_000)
    assert application.window.page.facts.key == "welcome"
    assert not any(part.isVisible() for part in application.window.findChildren(Rail))
    assert not any(part.isVisible() for part in application.window.findChildren(TopBar))


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600)])
def test_the_first_frame_stands_where_the_real_shell_will_stand(application, qtbot, person, width, height):
    picture = first_picture(LIGHT, width, height)
    application.show(width, height)
    with qtbot.waitSignal(application.window.settled, timeout=10_000):
        pass
    window = application.window
    window.resize(width, height)
    qtbot.wait(50)
    rail, bar = window.findChild(Rail), window.findChild(TopBar)
    assert rail.width() == (76 if is_narrow(width) else 88)
    painted = boxes(picture)
    assert (0, 0, rail.width() - 1, window.height(), LIGHT.surface2) in painted
    assert (rail.width(), 0, bar.width(), bar.height() - 1, LIGHT.surface) in painted


def test_the_first_frame_has_every_word_of_the_rail_and_the_colours_of_the_theme():
    for theme in (LIGHT, DARK):
        picture = first_picture(theme, 1366, 768)
        assert all(f">{place.word}</text>" in picture for place in PLACES)
        assert theme.surface2 in picture
    assert LIGHT.surface2 not in first_picture(DARK, 1366, 768)


def test_the_keys_work_and_the_collector_runs_once_home_is_there(application, qtbot, person):
    import gc

    with qtbot.waitSignal(application.window.settled, timeout=10_000):
        application.show(1366, 768)
    application.window.go("records")
    application.window.back()
    assert application.window.page.facts.key == "home"
    assert gc.isenabled()


def test_a_change_of_scale_rebuilds_the_page_in_its_place(application, qtbot, person):
    from dataclasses import replace

    with qtbot.waitSignal(application.window.settled, timeout=10_000):
        application.show(1366, 768)
    old = application.window.page
    settings = application.services.settings
    settings.change(replace(settings.appearance, scale=1.15))
    qtbot.waitUntil(lambda: application.window.page is not old)
    assert application.window.page.facts.key == "home"
    assert application.window.findChild(Rail) is not None

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.labels import CONFIDENTIALITY
from app.ui.kit.paragraph import Paragraph
from app.ui.welcome.aim_choice import AimChoice
from app.ui.welcome.offers import offers
from app.ui.welcome.size_choice import SizeChoice
from app.ui.welcome.welcome_page import WelcomePage


@pytest.fixture
def welcome(services, show_page):
    page = WelcomePage(services.profiles, services.settings)
    page.window_of_test = show_page(page, (1366, 768))
    return page


def test_it_can_be_skipped_at_every_step(welcome, services, qtbot):
    with qtbot.waitSignal(welcome.finished):
        for _ in range(3):
            welcome.main_action()
    assert not services.profiles.first_run


def test_enter_goes_on(welcome, qtbot):
    qtbot.keyClick(welcome.focusWidget(), Qt.Key.Key_Return)
    assert welcome.step() == 1
    qtbot.keyClick(welcome.focusWidget(), Qt.Key.Key_Return)
    assert welcome.step() == 2


def test_large_means_115_percent_and_20_px(welcome, services):
    large = next(one for one in welcome.findChildren(SizeChoice) if one.offer.name == "大")
    assert (large.offer.scale, large.offer.reading) == (1.15, 20)
    large.click()
    assert (services.settings.appearance.scale, services.settings.appearance.reading_size) == (1.15, 20)


def test_on_a_wide_screen_large_is_larger_than_what_it_would_have_anyway():
    sizes = {offer.name: offer.scale for offer in offers(1920)}
    assert 1.2 < sizes["大"] < sizes["特大"] and sizes["跟随系统"] == 0.0


def test_it_ends_with_a_description_of_the_person(welcome, services, qtbot):
    welcome._go(1)
    next(one for one in welcome.findChildren(AimChoice) if one.aim == "组织学习").click()
    welcome._go(2)
    name, unit = welcome.findChildren(QLineEdit)
    name.setText("张敏")
    unit.setText("社会救助科")
    with qtbot.waitSignal(welcome.finished):
        qtbot.keyClick(unit, Qt.Key.Key_Return)
    person = services.profiles.current
    assert (person.name, person.unit, person.aim) == ("张敏", "社会救助科", "组织学习")


def test_confidentiality_is_said_where_text_is_entered(welcome):
    welcome._go(2)
    assert CONFIDENTIALITY in [one.text() for one in welcome.findChildren(Paragraph) if one.isVisible()]


def test_a_new_size_does_not_lose_what_was_typed(welcome, services, show_page):
    welcome._go(2)
    welcome.findChildren(QLineEdit)[0].setText("张敏")
    again = WelcomePage(services.profiles, services.settings)
    again.restore(welcome.state())
    show_page(again)
    assert again.step() == 2 and again.findChildren(QLineEdit)[0].text() == "张敏"


@pytest.mark.parametrize("step", [0, 1, 2])
def test_every_stop_has_a_name(welcome, nameless_stops, step):
    welcome._go(step)
    assert nameless_stops(welcome.window_of_test) == []

"""A 专项 with two units, a self-check by a case, and what tests of these pages do to a window."""

from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.ledger.self_check import Finding
from app.services.services import Services
from app.ui.kit.button import Button
from app.ui.kit.page import Page

NOTE = "2026年1—8月46份入户核查表中，9份第二签名缺失。"


class Setting(NamedTuple):
    campaign: str
    unit: str
    other: str
    case: str


@pytest.fixture
def setting(services: Services) -> Setting:
    today = services.ledger.today()
    campaign = services.ledger.open_campaign("2026年以案促改专项", today, today.replace(year=today.year + 1, day=1))
    unit = services.ledger.add_unit("社会救助股", head="李华", leader="陈静")
    other = services.ledger.add_unit("养老服务股")
    return Setting(campaign, unit, other, services.library.cases()[0].id)


@pytest.fixture
def check(services: Services, setting: Setting):
    """Nothing is answered yet."""
    return services.self_checks.begin(setting.campaign, setting.unit, setting.case)


@pytest.fixture
def finished(services: Services, check):
    """Two 存在 with their notes, the others 未发现."""
    for place, item in enumerate(check.items):
        found = Finding.PRESENT if place < 2 else Finding.NOT_FOUND
        services.self_checks.answer(check.id, item.id, found, NOTE if place < 2 else "")
    return services.self_checks.finish(check.id)


@pytest.fixture
def said() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def went() -> list[tuple[str, object]]:
    return []


@pytest.fixture
def opened(show_page, said, went):
    """Shows a page, and keeps what it says and where it goes."""
    pages: list[Page] = []

    def show(page: Page, size: tuple[int, int] = (1278, 712)) -> Page:
        page.message.connect(lambda tone, words: said.append((tone, words)))
        page.navigate.connect(lambda key, argument: went.append((key, argument)))
        pages.append(page)
        show_page(page, size)
        return page

    yield show
    for page in pages:
        if isValid(page):
            page.window().hide()


@pytest.fixture
def press(qtbot):
    """Presses the last visible button of that word, or whose accessible name begins so."""

    def pressed(within: QWidget, word: str) -> None:
        def found() -> list[Button]:
            seen = [one for one in within.window().findChildren(Button) if one.isVisible() and one.isEnabled()]
            return [one for one in seen if one.label() == word or one.accessibleName().startswith(word)]

        qtbot.waitUntil(lambda: bool(found()))
        found()[-1].click()

    return pressed

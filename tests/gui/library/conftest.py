"""A case on the desk of someone who has never opened one."""

from collections.abc import Callable, Iterator

import pytest

from app.domain.case import Case
from app.services.services import Services
from app.ui.library.case_page import CasePage

CASE_ID = "builtin/case/di-bao-lv-se-tong-dao"


@pytest.fixture
def case(services: Services) -> Case:
    return services.library.case(CASE_ID)


@pytest.fixture
def open_case(services: Services, show_page) -> Iterator[Callable[..., CasePage]]:
    """Builds and shows the page; what was opened is left again at the end."""
    opened: list[CasePage] = []

    def build(argument: object = CASE_ID, size: tuple[int, int] = (1278, 712), state: object = None) -> CasePage:
        page = CasePage(
            services.library, services.study, services.annotations, services.practice, services.settings, argument
        )
        if state is not None:
            page.restore(state)
        opened.append(page)
        page.window_of_test = show_page(page, size)
        return page

    yield build
    for page in opened:
        page.leave()


@pytest.fixture
def reading(services, case, open_case) -> CasePage:
    """The case with the gate answered rightly."""
    services.study.answer_gate(case, case.gate.answer, "sure")
    return open_case()

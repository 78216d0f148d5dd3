"""What the departments of the tour write is what real ones should: concrete, of this month, and no two alike."""

import pytest

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.likeness import copied, says_nothing
from app.domain.ledger.measure import Measure, MeasureKind
from app.domain.ledger.measure_count import counted
from app.ui.tour.rectify_begin import MEASURES
from app.ui.tour.rectify_findings import found_in, measures_for
from app.ui.tour.rectify_office import OFFICES
from app.ui.tour.rectify_texts import CHECK_PAPER, FILE_PAPER, month_text, unit_text
from app.ui.tour.tour_clock import TourClock

PLACES = range(len(OFFICES))


def test_there_are_eighteen_departments_and_a_finding_for_every_one_but_the_first() -> None:
    assert len(OFFICES) == len({one.name for one in OFFICES}) == 18
    assert [one.unit for one in found_in(2027)] == [one.name for one in OFFICES[1:]]


def test_a_finding_is_of_the_year_before_and_in_the_words_of_the_ledger() -> None:
    for one in found_in(2027):
        assert "2026年" in one.detail or "2025至2026年" in one.detail or one.unit == "区划地名股"
        assert one.area in PROBLEM_AREAS.values()
        assert one.dimension in [dimension.value for dimension in Dimension]


@pytest.mark.parametrize("paper", [CHECK_PAPER, FILE_PAPER, *(one.paper for one in found_in(2027))])
def test_three_measures_of_a_finding_count_as_three(paper: str) -> None:
    written = [
        Measure(place, what, "李华", MeasureKind.LASTING, None, proof, look_back=TourClock().now().date())
        for place, (what, proof) in enumerate(measures_for(paper, 2027), 1)
    ]
    assert counted(written).count == 3
    assert len(MEASURES) == 3


@pytest.mark.parametrize("month", range(2, 15))
def test_a_month_is_neither_copied_nor_empty(month: int) -> None:
    for place in PLACES:
        for now, last in (
            (month_text(CHECK_PAPER, month, place), month_text(CHECK_PAPER, month - 1, place)),
            (unit_text(month, place), unit_text(month - 1, place)),
        ):
            pairs = [pair for pair in zip(now.texts(), last.texts(), strict=True) if pair[0] != "无"]
            assert not [text for text, before in pairs if copied(text, before) or says_nothing(text)]


def test_the_day_that_was_planned_for_a_meeting_is_the_day_on_which_it_was() -> None:
    planned = [(month, place) for month in range(1, 12) for place in PLACES if (month + place) % 3 == 2]
    for month, place in planned:
        day = unit_text(month, place).plan.split("月")[1].split("日")[0]
        assert unit_text(month + 1, place).work.startswith(f"{day}日开会")

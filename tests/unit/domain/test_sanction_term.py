"""How long a sanction has effect: articles 10–13 of the disciplinary regulations and 8 of the sanctions law."""

import pytest

from app.domain.case import Sanction
from app.domain.labels import PARTY_SANCTIONS, STATE_SANCTIONS
from app.domain.sanction_term import end_of, sanction_term


def term(slug: str, words: str = ""):
    return sanction_term(Sanction("甲某", "县纪委", slug, words, 1))


@pytest.mark.parametrize(
    ("slug", "words", "months"),
    [
        ("p-warning", "", 12),
        ("p-serious-warning", "", 18),
        ("p-serious-warning-11", "", 24),
        ("p-removal", "", 24),
        ("p-probation", "留党察看一年", 36),
        ("p-probation", "留党察看二年", 48),
        ("p-expulsion", "", 60),
        ("a-warning", "", 6),
        ("a-demerit", "", 12),
        ("a-major-demerit", "", 18),
        ("a-downgrade", "", 24),
        ("a-dismissal", "", 24),
    ],
)
def test_months(slug: str, words: str, months: int) -> None:
    found = term(slug, words)
    assert found is not None and found.months == months


def test_every_party_and_state_sanction_has_a_term_but_discharge() -> None:
    without = {slug for slug in (*PARTY_SANCTIONS, *STATE_SANCTIONS) if term(slug, "留党察看一年") is None}
    assert without == {"a-discharge"}


@pytest.mark.parametrize("slug", ["talk-reminder", "criticism", "admonition", "remove", "judicial-transfer"])
def test_a_measure_is_not_a_sanction_and_has_no_term(slug: str) -> None:
    assert term(slug) is None


@pytest.mark.parametrize(
    ("decided", "end"), [("2026-08", "2028年2月"), ("2026-08-14", "2028年2月"), ("2026-06", "2027年12月"), ("2026", "")]
)
def test_a_term_ends_in_a_month(decided: str, end: str) -> None:
    found = term("p-serious-warning")
    assert found is not None and end_of(found, decided) == end

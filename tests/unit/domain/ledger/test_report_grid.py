"""Units × months: each cell says one thing, and nothing that is owed drops out of sight."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.report_grid import SPOT_CHECK, due_on, grid, to_urge
from app.domain.ledger.report_head import ReportHead
from app.domain.ledger.report_reminder import SOON, reminders

UNITS = tuple(LedgerUnit(f"u{number}", f"第{number}科") for number in range(4))
START = date(2026, 1, 1)


@st.composite
def ledgers(draw):
    """A campaign, what was handed in, and a day on which somebody looks."""
    since = START + timedelta(days=draw(st.integers(0, 60)))
    until = since + timedelta(days=draw(st.integers(0, 400)))
    days = tuple((unit.id, draw(st.integers(1, 28))) for unit in UNITS[:2])
    campaign = Campaign("c", "专项", since, until, due_day=draw(st.integers(1, 28)), due_days=days)
    today = since + timedelta(days=draw(st.integers(0, 450)))
    heads = {}
    for unit in UNITS:
        for month in campaign.months():
            if date.fromisoformat(f"{month}-01") > today or not draw(st.booleans()):
                continue
            first = min(date.fromisoformat(f"{month}-01") + timedelta(days=draw(st.integers(0, 60))), today)
            last = min(first + timedelta(days=draw(st.integers(0, 20))), today)
            heads[unit.id, month] = ReportHead(
                *("c", unit.id, month, draw(st.integers(1, 3)), last.isoformat(), first.isoformat()),
                draw(st.booleans()),
                draw(st.sampled_from(["", "", "没有写户数"])),
            )
    return campaign, heads, today


@given(ledgers())
def test_every_unit_has_a_cell_for_every_month_and_each_says_what_is_there(ledger):
    campaign, heads, today = ledger
    made = grid(campaign, UNITS, heads, today)
    assert set(made.cells) == {(unit.id, month) for unit in UNITS for month in campaign.months()}
    for key, cell in made.cells.items():
        head = heads.get(key)
        assert (cell.state is ReportState.MISSING) == (head is None)
        assert (cell.state is ReportState.RETURNED) == bool(head and head.returned_reason)
        if head is None:
            begun = today >= date.fromisoformat(f"{cell.month}-01") and cell.due >= campaign.since
            assert bool(cell.words) == begun
            assert cell.late == (begun and today > cell.due)
        else:
            assert cell.words and cell.late == (date.fromisoformat(head.first_on) > cell.due)
            assert cell.version == head.version


@given(ledgers())
def test_counts_add_up_to_those_that_owe_a_month(ledger):
    campaign, heads, today = ledger
    made = grid(campaign, UNITS, heads, today)
    for month in made.months:
        shown = [made.cell(unit.id, month) for unit in UNITS if made.cell(unit.id, month).words]
        assert sum(made.counts(month).values()) == len(shown)
        done, _, total = made.count_words(month).partition("/")
        assert int(total) == len(shown) and int(done) == sum(not cell.wanted for cell in shown)


@given(ledgers())
def test_nobody_is_urged_who_has_reported_or_is_not_due_and_nobody_overdue_is_left_out(ledger):
    campaign, heads, today = ledger
    made = grid(campaign, UNITS, heads, today)
    for month in made.months:
        urged = {cell.unit for cell in to_urge(made.cells, month, today)}
        for unit in UNITS:
            cell = made.cell(unit.id, month)
            assert (unit.id in urged) == (cell.wanted and (bool(cell.returned_reason) or today > cell.due))


@given(ledgers())
def test_home_names_each_month_that_is_owed_and_near_exactly_once(ledger):
    campaign, heads, today = ledger
    made = grid(campaign, UNITS, heads, today)
    told = [(unit, row.month) for row in reminders(made, today) for unit in row.units]
    assert len(told) == len(set(told))
    assert set(told) == {key for key, cell in made.cells.items() if cell.wanted and (cell.due - today).days <= SOON}
    for row in reminders(made, today):
        assert row.overdue == (row.due < today) and row.words


@given(ledgers())
def test_the_list_to_look_at_holds_runs_of_nothing_new_and_nothing_else(ledger):
    campaign, heads, today = ledger
    made = grid(campaign, UNITS, heads, today)
    listed = {one.unit: set(one.months) for one in made.spot_checks}
    for unit in UNITS:
        zero = [made.cell(unit.id, month).state is ReportState.ZERO for month in made.months]
        for place, month in enumerate(made.months):
            begin = end = place
            while begin and zero[begin - 1]:
                begin -= 1
            while end + 1 < len(zero) and zero[end + 1]:
                end += 1
            run = zero[place] and end - begin + 1 >= SPOT_CHECK
            assert (month in listed.get(unit.id, set())) == run


@given(ledgers(), st.integers(0, 100))
def test_what_was_reported_in_time_is_never_late_later(ledger, days):
    campaign, heads, today = ledger
    now, later = grid(campaign, UNITS, heads, today), grid(campaign, UNITS, heads, today + timedelta(days=days))
    for key in heads:
        assert (later.cells[key].state, later.cells[key].late) == (now.cells[key].state, now.cells[key].late)


def test_a_unit_that_was_retired_owes_nothing_more():
    campaign = Campaign("c", "专项", START, date(2026, 3, 31))
    gone = LedgerUnit("u", "旧科", retired=True)
    heads = {("u", "2026-01"): ReportHead("c", "u", "2026-01", 1, "2026-01-20", "2026-01-20")}
    made = grid(campaign, (gone,), heads, date(2026, 3, 30))
    assert [made.cell("u", month).words for month in made.months] == ["已报", "", ""]


def test_a_month_whose_day_was_over_before_it_began_is_not_awaited():
    campaign = Campaign("c", "专项", date(2026, 1, 28), date(2026, 3, 31))
    made = grid(campaign, UNITS[:1], {}, date(2026, 3, 1))
    assert [made.cell("u0", month).words for month in made.months] == ["", "未报", "未报"]
    assert due_on(campaign, "u0", "2026-02") == date(2026, 2, 25)

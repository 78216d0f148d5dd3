"""The log and its chain: what a change shows, and what it cannot show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.storage.database import Database, open_database
from app.storage.journal import GENESIS, Journal
from app.storage.migrations import PROFILE
from tests.unit.fakes import FakeClock

FIELDS = (
    "seq",
    "utc",
    "offset",
    "boot_id",
    "boot_ms",
    "kind",
    "object",
    "object_hash",
    "payload",
    "payload_hash",
    "hash",
)


OPENED = []


@pytest.fixture(autouse=True)
def all_closed():
    yield
    while OPENED:
        OPENED.pop().close()


def journal_of(events=5):
    database = Database.in_memory(PROFILE)
    OPENED.append(database)
    journal = Journal(database, FakeClock())
    for number in range(events):
        with journal.record("answer", f"q{number}", {"answer": ["A"], "n": number}, "abc"):
            pass
    return database.connection, journal


def changed(value, flip):
    if isinstance(value, int):
        return value + 1 + flip
    if isinstance(value, bytes):
        place = flip % len(value)
        return value[:place] + bytes([value[place] ^ (1 + flip % 255)]) + value[place + 1 :]
    return value + "x" if flip % 2 else "x" + value


@settings(max_examples=120, deadline=None)
@given(st.integers(1, 5), st.sampled_from([*FIELDS, "salt"]), st.integers(0, 1000))
def test_a_change_of_any_stored_field_is_found(seq, field, flip):
    connection, journal = journal_of()
    (value,) = connection.execute(f"SELECT {field} FROM event WHERE seq = ?", (seq,)).fetchone()
    new = changed(value, flip) if field != "seq" else 100 + flip
    connection.execute(f"UPDATE event SET {field} = ? WHERE seq = ?", (new, seq))
    assert journal.broken() != []


@pytest.mark.parametrize("seq", [1, 3])
def test_an_event_taken_out_is_found(seq):
    connection, journal = journal_of()
    connection.execute("DELETE FROM event WHERE seq = ?", (seq,))
    assert journal.broken() == [seq + 1]


def test_events_that_changed_places_are_found():
    connection, journal = journal_of()
    for old, new in ((2, 99), (3, 2), (99, 3)):
        connection.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))
    assert journal.broken() == [2, 3, 4]


def test_a_chain_under_another_name_is_found():
    connection, _ = journal_of()
    connection.execute("UPDATE meta SET value = 'other' WHERE key = 'chain'")
    again = Journal(Database(connection, None), FakeClock())
    assert again.broken() == [1, 2, 3, 4, 5]


def test_an_erased_payload_still_verifies():
    connection, journal = journal_of()
    connection.execute("UPDATE event SET payload = NULL, salt = NULL WHERE seq = 2")
    assert journal.broken() == []
    assert [payload for *_, payload in journal.events()][1] == {}


def test_a_log_cut_short_shows_only_against_an_anchor_kept_elsewhere():
    connection, journal = journal_of()
    anchor = journal.head()
    connection.execute("DELETE FROM event WHERE seq > 3")
    again = Journal(Database(connection, None), FakeClock())
    assert again.broken() == []
    assert again.head() != anchor


def test_a_log_written_anew_shows_only_against_an_anchor_kept_elsewhere():
    connection, journal = journal_of()
    anchor = journal.head()
    connection.execute("DELETE FROM event WHERE seq > 3")
    forger = Journal(Database(connection, None), FakeClock())
    for number in (3, 4):
        with forger.record("answer", f"q{number}", {"answer": ["B"], "n": number}, "abc"):
            pass
    assert forger.broken() == []
    assert forger.head() != anchor


def test_an_event_and_its_projection_are_kept_together_or_not_at_all():
    connection, journal = journal_of(0)
    with pytest.raises(UserError), journal.record("answer", "q", {}) as (_, written):
        written.execute("INSERT INTO setting VALUES ('a', '1')")
        written.execute("INSERT INTO nowhere VALUES (1)")
    assert connection.execute("SELECT COUNT(*) FROM setting").fetchone() == (0,)
    assert journal.head() == (0, GENESIS)
    with journal.record("answer", "q", {}) as (seq, _):
        assert seq == 1
    assert journal.broken() == []


def test_an_event_inside_another_shares_its_fate():
    connection, journal = journal_of(0)
    with (
        pytest.raises(ZeroDivisionError),
        journal.record("case.check", "c", {}),
        journal.record("case.learned", "c", {}),
    ):
        raise ZeroDivisionError
    assert connection.execute("SELECT COUNT(*) FROM event").fetchone() == (0,)
    with journal.record("case.check", "c", {}), journal.record("case.learned", "c", {}) as (seq, _):
        assert seq == 2
    assert journal.head()[0] == 2
    assert journal.broken() == []


def test_after_an_error_the_log_goes_on_where_the_disk_says():
    _, journal = journal_of(2)
    for _ in range(3):
        with pytest.raises(KeyError), journal.record("answer", "q", {}):
            raise KeyError
    with journal.record("answer", "q", {}) as (seq, _):
        assert seq == 3
    assert journal.broken() == []


def test_events_can_be_asked_for_by_kind_and_object():
    _, journal = journal_of()
    with journal.record("case.opened", "c", {"version": 1}):
        pass
    assert [seq for seq, *_ in journal.events("case.opened")] == [6]
    assert [payload["n"] for *_, payload in journal.events("answer", "q2")] == [2]


def test_the_chain_has_one_name_for_good(tmp_path):
    names = set()
    for _ in range(2):
        database = open_database(tmp_path / "profile.db", PROFILE)
        names.add(Journal(database, FakeClock()).chain)
        database.close()
    assert len(names) == 1


def test_a_transaction_inside_a_transaction_is_a_mistake_and_costs_nothing():
    connection, journal = journal_of(0)
    with journal.record("answer", "q", {}), pytest.raises(RuntimeError):
        journal.note(lambda: None)
    assert connection.execute("SELECT COUNT(*) FROM event").fetchone() == (1,)


def test_sqlite_is_spoken_of_in_words_when_reading_too():
    connection, _ = journal_of(0)
    with pytest.raises(UserError, match="读不出来"):
        connection.execute("SELECT nothing FROM nowhere")


def test_an_erasing_takes_the_content_of_these_objects_and_events_only_and_never_what_tells_of_it():
    connection, journal = journal_of()
    with journal.record("issue.erased", "q2", {"reason": "误录"}):
        journal.erase(["q2"], [("", 1)])
    with journal.record("issue.erased", "q2", {"reason": "误录"}):
        journal.erase(["q2"])
    said = [bool(payload) for *_, payload in journal.events()]
    assert said == [False, True, False, True, True, True, True]
    assert connection.execute("SELECT COUNT(*) FROM event WHERE salt IS NULL").fetchone() == (2,)
    assert journal.broken() == []
    connection.execute("UPDATE event SET utc = 'x' WHERE seq = 3")
    assert journal.broken() == [3]


def test_without_an_event_that_tells_of_it_nothing_is_erased():
    _, journal = journal_of()
    with pytest.raises(RuntimeError):
        journal.erase(["q2"])
    assert all(payload for *_, payload in journal.events())

"""Opening a database, whatever state it is in: a sentence that names the file, and nothing lost or overwritten."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import BusyDataError, DamagedDataError, NewerDataError, UserError
from app.storage.database import APPLICATION_ID, Schema, copy_database, open_database
from app.storage.file_header import read_header
from app.storage.file_steps import publish_new, set_aside
from app.storage.journal import Journal
from app.storage.migrations import PROFILE, UNIT
from tests.unit.fakes import FakeClock

ROOT = Path(__file__).parents[3]


def filled(path, events=50):
    database = open_database(path, PROFILE)
    journal = Journal(database, FakeClock())
    for number in range(events):
        with journal.record("answer", f"q{number}", {"n": number, "text": "字" * 200}) as (_, connection):
            connection.execute("INSERT INTO setting VALUES (?, ?)", (f"k{number}", "值" * 100))
    return database


def killed_while_open(path, *statements):
    """Another process writes and dies, so that what it wrote is in the write-ahead log alone."""
    script = (
        "import os, sys; from pathlib import Path\n"
        "from app.storage.database import open_database; from app.storage.migrations import PROFILE\n"
        "connection = open_database(Path(sys.argv[1]), PROFILE).connection\n"
        "for statement in sys.argv[2:]: connection.execute(statement)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path), *statements], cwd=ROOT, check=False, timeout=60)


def digests(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.is_file()}


def refused(path, error, *words, schema=PROFILE):
    """It is refused in words, and every byte in the folder is as before."""
    before = digests(path.parent)
    with pytest.raises(error) as caught:
        open_database(path, schema)
    assert str(path) in str(caught.value)
    for word in words:
        assert word in str(caught.value)
    assert digests(path.parent) == before


def test_a_new_file_is_ours_whole_and_complete(tmp_path):
    path = tmp_path / "profiles" / "one" / "profile.db"
    database = open_database(path, PROFILE)
    assert read_header(path).application_id == APPLICATION_ID
    settings = {
        name: database.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "secure_delete", "user_version")
    }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "user_version": PROFILE.version,
    }
    database.close()
    assert [file.name for file in path.parent.iterdir()] == ["profile.db"]


def test_what_was_written_is_there_at_the_next_opening(tmp_path):
    filled(tmp_path / "profile.db").close()
    database = open_database(tmp_path / "profile.db", PROFILE)
    assert database.connection.execute("SELECT COUNT(*) FROM event").fetchone() == (50,)
    database.close()


def test_a_newer_file_is_left_byte_for_byte(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    refused(path, NewerDataError, "更新的版本", "没有改动")


def test_a_file_whose_newer_version_is_only_in_its_log_is_left_byte_for_byte(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    killed_while_open(path, "PRAGMA user_version = 99")
    assert int.from_bytes(path.read_bytes()[60:64], "big") == PROFILE.version
    assert (tmp_path / "profile.db-wal").stat().st_size > 0
    refused(path, NewerDataError, "更新的版本")


def test_a_newer_version_that_was_never_committed_does_not_count(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    killed_while_open(path, "BEGIN IMMEDIATE", "PRAGMA user_version = 99")
    open_database(path, PROFILE).close()


@pytest.mark.parametrize("size", [0, 1, 99])
def test_a_file_cut_to_nearly_nothing_is_refused_and_kept(tmp_path, size):
    path = tmp_path / "profile.db"
    filled(path).close()
    path.write_bytes(path.read_bytes()[:size])
    refused(path, DamagedDataError, "空的" if size == 0 else "已损坏")


def test_an_empty_file_does_not_cost_the_log_beside_it(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    killed_while_open(path, "INSERT INTO setting VALUES ('new', 'x')")
    path.write_bytes(b"")
    refused(path, DamagedDataError)


def test_a_log_whose_file_is_missing_is_kept(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    killed_while_open(path, "INSERT INTO setting VALUES ('new', 'x')")
    path.unlink()
    refused(path, DamagedDataError, "不见了", "profile.db-wal")


def test_text_under_our_name_is_refused(tmp_path):
    path = tmp_path / "profile.db"
    path.write_text("会议记录 " * 100, "utf-8")
    refused(path, DamagedDataError, "不是本程序的数据")


@pytest.mark.parametrize("application", [0, 12345])
def test_another_programs_database_is_refused(tmp_path, application):
    path = tmp_path / "profile.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE theirs (x)")
    raw.execute(f"PRAGMA application_id = {application}")
    raw.close()
    refused(path, DamagedDataError, "不是本程序的数据")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_torn_page_or_a_cut_is_refused_or_read_in_words_and_never_crashes(tmp_path, data):
    good = tmp_path / "good.db"
    if not good.exists():
        filled(good, 200).close()
    path = tmp_path / "profile.db"
    for file in tmp_path.glob("profile.db*"):
        file.unlink()
    shutil.copy(good, path)
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    page = data.draw(st.integers(0, pages - 1))
    if data.draw(st.booleans()):
        content[page * 4096 : (page + 1) * 4096] = bytes([data.draw(st.integers(0, 255))]) * 4096
    else:
        del content[max(page, 1) * 4096 :]
    path.write_bytes(content)
    try:
        database = open_database(path, PROFILE)
    except DamagedDataError as error:
        assert str(path) in str(error)
        return
    try:
        database.connection.execute("SELECT * FROM event").fetchall()
        Journal(database, FakeClock()).broken()
    except UserError:
        pass
    finally:
        database.close()


def test_a_page_that_goes_bad_while_the_program_runs_is_told_in_words(tmp_path):
    path = tmp_path / "profile.db"
    filled(path, 400).close()
    database = open_database(path, PROFILE)
    database.connection.execute("PRAGMA cache_size = 1")
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(UserError) as caught:
        database.connection.execute("SELECT payload FROM event ORDER BY seq").fetchall()
    assert str(path) in str(caught.value)
    with pytest.raises(UserError) as caught, database.transaction() as connection:
        connection.execute(
            "INSERT INTO event SELECT seq + 1000, utc, offset, boot_id, boot_ms, kind, object,"
            " object_hash, payload, salt, payload_hash, hash FROM event"
        )
    assert "没有保存" in str(caught.value)
    database.close()


def test_a_second_copy_of_the_program_is_refused_at_once_and_the_first_goes_on(tmp_path):
    path = tmp_path / "profile.db"
    first = filled(path)
    script = (
        "import sys; from pathlib import Path\n"
        "from app.domain.errors import BusyDataError\n"
        "from app.storage.database import open_database; from app.storage.migrations import PROFILE\n"
        "try: open_database(Path(sys.argv[1]), PROFILE)\n"
        "except BusyDataError as error: sys.stdout.buffer.write(str(error).encode())\n"
    )
    said = subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, capture_output=True, timeout=60).stdout
    assert "已经在运行" in said.decode()
    with first.transaction() as connection:
        connection.execute("INSERT INTO setting VALUES ('after', '1')")
    first.close()
    open_database(path, PROFILE).close()


def test_in_one_process_too_there_is_one_opening_at_a_time(tmp_path):
    first = filled(tmp_path / "profile.db")
    with pytest.raises(BusyDataError):
        open_database(tmp_path / "profile.db", PROFILE)
    first.close()


def test_two_first_starts_at_once_make_one_file(tmp_path):
    one, other, path = tmp_path / "one", tmp_path / "other", tmp_path / "profile.db"
    one.write_text("one")
    other.write_text("other")
    publish_new(one, path)
    publish_new(other, path)
    assert path.read_text() == "one"
    assert [file.name for file in tmp_path.iterdir()] == ["profile.db"]


def test_without_hard_links_a_new_file_gets_its_name_all_the_same(tmp_path, monkeypatch):
    def no_links(source, target):
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    part = tmp_path / "part"
    part.write_text("one")
    publish_new(part, tmp_path / "profile.db")
    assert [file.name for file in tmp_path.iterdir()] == ["profile.db"]


def test_what_a_killed_first_start_left_is_swept(tmp_path):
    left = tmp_path / "profile.db.new4242"
    left.write_bytes(b"half")
    open_database(tmp_path / "profile.db", PROFILE).close()
    assert not left.exists()


def test_a_folder_where_a_file_is_in_the_way_is_told_in_words(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(UserError, match="data"):
        open_database(tmp_path / "data" / "profile.db", PROFILE)


def test_a_network_share_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="网络共享"):
        open_database(Path("\\\\server\\share\\profile.db"), PROFILE)
    assert list(tmp_path.iterdir()) == []


# ---- schema changes ------------------------------------------------------------------------------------------


def next_version(*statements):
    def migrate(connection):
        connection.execute("BEGIN")
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute("PRAGMA user_version = 2")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise

    return Schema("profile", 2, migrate)


def test_an_older_file_is_copied_aside_before_it_is_changed(tmp_path):
    path, copy = tmp_path / "profile.db", tmp_path / "backups" / "copy.db"
    filled(path).close()
    asked = []

    def keep(database, version):
        asked.append(version)
        copy_database(database, copy)

    open_database(path, next_version("CREATE TABLE more (x TEXT) STRICT"), keep).close()
    assert asked == [1]
    assert read_header(path).user_version == 2
    assert read_header(copy).user_version == 1
    old = open_database(copy, PROFILE)
    assert old.connection.execute("SELECT COUNT(*) FROM event").fetchone() == (50,)
    old.close()
    assert sorted(file.name for file in copy.parent.iterdir()) == ["copy.db"]


def test_a_migration_that_fails_leaves_the_old_file_usable(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    broken = next_version("CREATE TABLE more (x TEXT) STRICT", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(UserError, match="升级没有成功"):
        open_database(path, broken)
    database = open_database(path, PROFILE)
    tables = {row[0] for row in database.connection.execute("SELECT name FROM sqlite_master")}
    assert "more" not in tables
    assert database.connection.execute("SELECT COUNT(*) FROM event").fetchone() == (50,)
    database.close()


def test_a_failed_opening_holds_nothing_even_while_its_error_is_kept(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    with pytest.raises(UserError) as kept:
        open_database(path, next_version("INSERT INTO nowhere VALUES (1)"))
    open_database(path, PROFILE).close()
    assert kept.value.__cause__ is not None


def test_without_room_for_the_copy_nothing_is_migrated(tmp_path):
    path = tmp_path / "profile.db"
    filled(path).close()
    (tmp_path / "backups").write_text("in the way")

    def keep(database, version):
        copy_database(database, tmp_path / "backups" / "copy.db")

    with pytest.raises(UserError, match="没有升级"):
        open_database(path, next_version("CREATE TABLE more (x TEXT) STRICT"), keep)
    open_database(path, PROFILE).close()


def test_both_kinds_of_database_can_be_made(tmp_path):
    for schema in (PROFILE, UNIT):
        database = open_database(tmp_path / f"{schema.name}.db", schema)
        assert database.connection.execute("SELECT COUNT(*) FROM event").fetchone() == (0,)
        database.close()


# ---- moving aside --------------------------------------------------------------------------------------------


def test_a_damaged_file_is_set_aside_with_all_that_belongs_to_it(tmp_path):
    for ending in ("", "-wal", "-journal"):
        (tmp_path / f"profile.db{ending}").write_text(ending)
    target = set_aside(tmp_path / "profile.db", "20260302")
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "profile.db.damaged-20260302",
        "profile.db.damaged-20260302-journal",
        "profile.db.damaged-20260302-wal",
    ]
    assert target.read_text() == ""


def test_setting_aside_never_overwrites_what_was_set_aside_before(tmp_path):
    for text in ("first", "second"):
        (tmp_path / "profile.db").write_text(text)
        set_aside(tmp_path / "profile.db", "20260302")
    assert (tmp_path / "profile.db.damaged-20260302").read_text() == "first"
    assert (tmp_path / "profile.db.damaged-20260302.2").read_text() == "second"

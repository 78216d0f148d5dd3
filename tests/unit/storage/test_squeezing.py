"""After a squeeze no byte of what was deleted is in the file or its log; deleting alone does not promise that."""

import os
import random
import sqlite3

import pytest

from app.storage.database import Schema, open_database
from app.storage.file_steps import wipe_file

MARK = b"MARK"


def migrate(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, title TEXT, body TEXT) WITHOUT ROWID")
    connection.execute("CREATE INDEX entry_title ON entry (title)")
    connection.execute("PRAGMA user_version = 1")


def left_of_the_deleted(path, seed: int, squeeze: bool) -> int:
    """How often the mark is found after rows of many sizes were written, changed, and all with the mark deleted."""
    database, chance, marked = open_database(path, Schema("test", 1, migrate)), random.Random(seed), []
    write = database.connection.execute
    for number in range(600):
        name, mine = os.urandom(8).hex(), number % 20 == 7
        word = "MARK" if mine else "other"
        write("INSERT INTO entry VALUES (?, ?, ?)", (name, word * chance.randint(1, 30), word * chance.randint(1, 300)))
        marked += [name] if mine else []
        if marked and chance.random() < 0.5:
            write("UPDATE entry SET body = ? WHERE id = ?", ("MARK" * chance.randint(1, 400), chance.choice(marked)))
    for name in marked:
        write("DELETE FROM entry WHERE id = ?", (name,))
    if squeeze:
        assert database.squeeze()
    else:
        write("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert write("SELECT COUNT(*) FROM entry").fetchone() == (570,)
    found = sum(one.read_bytes().count(MARK) for one in path.parent.iterdir())
    database.close()
    return found


def test_pages_keep_copies_that_secure_delete_does_not_reach_and_a_squeeze_does(tmp_path):
    without, with_it = (
        [left_of_the_deleted(tmp_path / f"{squeeze}{seed}" / "a.db", seed, squeeze) for seed in range(6)]
        for squeeze in (False, True)
    )
    assert sum(without) > 0
    assert with_it == [0] * 6


def test_a_squeeze_that_something_reading_keeps_from_being_done_says_so_and_costs_nothing(tmp_path):
    database = open_database(tmp_path / "a.db", Schema("test", 1, migrate))
    database.connection.execute("INSERT INTO entry VALUES ('a', 'b', 'c'), ('d', 'e', 'f')")
    reading = database.connection.execute("SELECT id FROM entry")
    reading.fetchone()
    assert not database.squeeze()
    reading.close()
    assert database.squeeze()
    assert database.connection.execute("SELECT COUNT(*) FROM entry").fetchone() == (2,)
    database.close()


@pytest.mark.parametrize("size", [0, 1, 3 * 1024 * 1024 + 5])
def test_a_wiped_file_was_all_zeros_before_it_was_gone(tmp_path, size):
    path, twin = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"x" * size)
    os.link(path, twin)  # the same bytes under another name: what is left of them can be seen
    wipe_file(path)
    assert not path.exists()
    assert twin.read_bytes() == bytes(size)
    wipe_file(path)

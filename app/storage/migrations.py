"""Every schema change, oldest first. Never edit one that has shipped; each sets ``user_version``.

sqlite-utils is imported only here, and only when something is behind.
"""

import sqlite3
from typing import TYPE_CHECKING

from app.storage.database import Schema
from app.storage.foreign_schema import FOREIGN
from app.storage.ledger_schema import LEDGER, LOOK_BACK, STUB
from app.storage.report_schema import REPORTS

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

EVENT = """
CREATE TABLE event (
  seq INTEGER PRIMARY KEY, utc TEXT NOT NULL, offset INTEGER NOT NULL, boot_id TEXT NOT NULL, boot_ms INTEGER NOT NULL,
  kind TEXT NOT NULL, object TEXT NOT NULL, object_hash TEXT NOT NULL,
  payload TEXT, salt BLOB, payload_hash BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

PROFILE_1 = """
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE question_version (
  hash TEXT PRIMARY KEY, question_id TEXT NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE case_progress (
  case_id TEXT PRIMARY KEY, state TEXT NOT NULL, section TEXT NOT NULL, position REAL NOT NULL, read TEXT NOT NULL,
  gate_answer TEXT NOT NULL, gate_confidence TEXT NOT NULL, gate_right INTEGER NOT NULL,
  check_right INTEGER NOT NULL, check_total INTEGER NOT NULL, opened_at TEXT NOT NULL, learned_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE annotation (
  id INTEGER PRIMARY KEY, object TEXT NOT NULL, kind TEXT NOT NULL, section TEXT NOT NULL, quote TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL, body TEXT NOT NULL, made_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_object ON annotation (object);
CREATE TABLE attempt (
  question_id TEXT NOT NULL, seq INTEGER NOT NULL, utc TEXT NOT NULL, day TEXT NOT NULL, source TEXT NOT NULL,
  question_hash TEXT NOT NULL, topic TEXT NOT NULL, shown TEXT NOT NULL, answer TEXT NOT NULL, verdict TEXT NOT NULL,
  confidence TEXT NOT NULL, PRIMARY KEY (question_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE question_state (
  question_id TEXT PRIMARY KEY, last_seq INTEGER NOT NULL, last_verdict TEXT NOT NULL, right_in_row INTEGER NOT NULL,
  tries INTEGER NOT NULL, wrong INTEGER NOT NULL, in_wrong_book INTEGER NOT NULL, starred INTEGER NOT NULL,
  book_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX question_state_in_book ON question_state (book_seq) WHERE in_wrong_book = 1;
CREATE INDEX question_state_left_book ON question_state (book_seq) WHERE in_wrong_book = 0 AND book_seq > 0;
CREATE INDEX question_state_starred ON question_state (last_seq) WHERE starred = 1;
CREATE TABLE review_card (
  question_id TEXT PRIMARY KEY, added_day TEXT NOT NULL, due TEXT NOT NULL, day TEXT NOT NULL,
  stability REAL NOT NULL, difficulty REAL NOT NULL, last_day TEXT NOT NULL, reviews INTEGER NOT NULL,
  lapses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_card_day ON review_card (day);
CREATE TABLE review_rating (
  seq INTEGER PRIMARY KEY, question_id TEXT NOT NULL, utc TEXT NOT NULL, day TEXT NOT NULL, rating TEXT NOT NULL,
  was_due INTEGER NOT NULL, due TEXT NOT NULL, before TEXT NOT NULL, undone INTEGER NOT NULL
) STRICT;
CREATE INDEX review_rating_day ON review_rating (day) WHERE undone = 0;
CREATE TABLE daily (
  day TEXT NOT NULL, topic TEXT NOT NULL, answered INTEGER NOT NULL, correct INTEGER NOT NULL,
  PRIMARY KEY (day, topic)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity (
  seq INTEGER PRIMARY KEY, utc TEXT NOT NULL, day TEXT NOT NULL, kind TEXT NOT NULL, object TEXT NOT NULL,
  title TEXT NOT NULL, minutes INTEGER NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE TABLE exam (
  id TEXT PRIMARY KEY, paper_id TEXT NOT NULL, title TEXT NOT NULL, paper TEXT NOT NULL, content_version TEXT NOT NULL,
  seed INTEGER NOT NULL, candidate TEXT NOT NULL, state TEXT NOT NULL, started_at TEXT NOT NULL,
  limit_ms INTEGER NOT NULL, spent_ms INTEGER NOT NULL, mark_utc TEXT NOT NULL, mark_boot_id TEXT NOT NULL,
  mark_boot_ms INTEGER NOT NULL, running INTEGER NOT NULL, jumps INTEGER NOT NULL, leaves INTEGER NOT NULL,
  current INTEGER NOT NULL, finished_at TEXT NOT NULL, finish_reason TEXT NOT NULL, score INTEGER NOT NULL,
  occasion TEXT NOT NULL, factor INTEGER NOT NULL, seat TEXT NOT NULL, release TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE exam_question (
  exam_id TEXT NOT NULL REFERENCES exam (id), place INTEGER NOT NULL, question_hash TEXT NOT NULL,
  score INTEGER NOT NULL, shown TEXT NOT NULL, answer TEXT NOT NULL, flagged INTEGER NOT NULL, ticks TEXT NOT NULL,
  PRIMARY KEY (exam_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE exam_mark (
  exam_id TEXT NOT NULL REFERENCES exam (id), place INTEGER NOT NULL, seq INTEGER NOT NULL, utc TEXT NOT NULL,
  marker TEXT NOT NULL, ticks TEXT NOT NULL, points INTEGER NOT NULL, PRIMARY KEY (exam_id, place, seq)
) STRICT, WITHOUT ROWID;
"""

UNIT_1 = """
CREATE TABLE paper (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL, retired_at TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE paper_draft (
  paper_id TEXT PRIMARY KEY, body TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE unit_exam (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, made_at TEXT NOT NULL, people INTEGER NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE unit_exam_result (
  unit_exam_id TEXT NOT NULL REFERENCES unit_exam (id), sitting TEXT NOT NULL, person TEXT NOT NULL,
  events INTEGER NOT NULL, code TEXT NOT NULL, body TEXT NOT NULL, taken_at TEXT NOT NULL,
  PRIMARY KEY (unit_exam_id, sitting)
) STRICT, WITHOUT ROWID;
CREATE TABLE unit_exam_mark (
  unit_exam_id TEXT NOT NULL REFERENCES unit_exam (id), session TEXT NOT NULL, person TEXT NOT NULL,
  points TEXT NOT NULL, PRIMARY KEY (unit_exam_id, session, person)
) STRICT, WITHOUT ROWID;
"""

UNIT_1_MEETINGS = """
CREATE TABLE deck (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, owner_name TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL,
  body TEXT NOT NULL, saved_at TEXT NOT NULL, retired_at TEXT NOT NULL, reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE deck_file (
  deck_id TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, size INTEGER NOT NULL,
  added_at TEXT NOT NULL, PRIMARY KEY (deck_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting (
  id TEXT PRIMARY KEY, state TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL, saved_by TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX meeting_running ON meeting (state) WHERE state = '进行中';
CREATE TABLE meeting_person (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), number INTEGER NOT NULL, listed INTEGER NOT NULL,
  body TEXT NOT NULL, PRIMARY KEY (meeting_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting_deck (
  meeting_id TEXT PRIMARY KEY REFERENCES meeting (id), body TEXT NOT NULL, shown TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting_stage (
  meeting_id TEXT PRIMARY KEY REFERENCES meeting (id), began_at TEXT NOT NULL, page TEXT NOT NULL,
  revealed TEXT NOT NULL, curtain TEXT NOT NULL, on_break INTEGER NOT NULL, pace TEXT NOT NULL, timer TEXT NOT NULL,
  pick TEXT NOT NULL, quiz TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting_poll (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), page TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (meeting_id, page)
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting_entry (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), number INTEGER NOT NULL, kept INTEGER NOT NULL,
  body TEXT NOT NULL, PRIMARY KEY (meeting_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting_typed (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), field TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (meeting_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE minutes (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), version INTEGER NOT NULL, body TEXT NOT NULL,
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (meeting_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE follow_up (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), number INTEGER NOT NULL, body TEXT NOT NULL,
  taken_by TEXT NOT NULL, PRIMARY KEY (meeting_id, number)
) STRICT, WITHOUT ROWID;
"""


def _script(text: str) -> list[str]:
    return [statement for statement in text.split(";") if statement.strip()]


def _migrations(name: str, scripts: tuple[str, ...]) -> "Migrations":
    from sqlite_utils import Migrations

    migrations = Migrations(name)
    for number, script in enumerate(scripts, 1):

        def apply(db: "Database", number: int = number, script: str = script) -> None:
            for statement in _script(script):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")

        migrations(name=f"m{number:03}")(apply)
    return migrations


def _schema(name: str, scripts: tuple[str, ...]) -> Schema:
    def migrate(connection: sqlite3.Connection) -> None:
        from sqlite_utils import Database

        _migrations(name, scripts).apply(Database(connection))

    return Schema(name, len(scripts), migrate)


def unit_schema(version: int | None = None) -> Schema:
    """That of the unit's database as it was at a version; today's by itself."""
    return _schema("unit", UNIT_SCRIPTS[:version])


PROFILE = _schema("profile", (EVENT + PROFILE_1,))
UNIT_SCRIPTS = (EVENT + UNIT_1 + UNIT_1_MEETINGS + LEDGER + REPORTS, LOOK_BACK, STUB, FOREIGN)
UNIT = unit_schema()

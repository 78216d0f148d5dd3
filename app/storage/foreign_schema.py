"""The logs in which a ledger was written before it was read in here, part of the unit's database."""

FOREIGN = """
CREATE TABLE foreign_event (
  place INTEGER PRIMARY KEY, after INTEGER NOT NULL, chain TEXT NOT NULL, seq INTEGER NOT NULL,
  utc TEXT NOT NULL, offset INTEGER NOT NULL, boot_id TEXT NOT NULL, boot_ms INTEGER NOT NULL,
  kind TEXT NOT NULL, object TEXT NOT NULL, object_hash TEXT NOT NULL,
  payload TEXT, salt BLOB, payload_hash BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX foreign_event_seq ON foreign_event (chain, seq);
CREATE INDEX foreign_event_object ON foreign_event (object)
"""
"""As `event`, with the chain. ``place`` is the order in which they happened, ``after`` the last event of our own when
they were read in: before what is written then, after what was there."""

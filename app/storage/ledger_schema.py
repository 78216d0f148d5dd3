"""The tables of 改, part of the unit's database."""

LEDGER = """
CREATE TABLE ledger_unit (id TEXT PRIMARY KEY, place INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE campaign (
  id TEXT PRIMARY KEY, since TEXT NOT NULL, retired INTEGER NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE issue (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), number INTEGER NOT NULL, title TEXT NOT NULL,
  unit TEXT NOT NULL, leader TEXT NOT NULL, state TEXT NOT NULL, dimension TEXT NOT NULL, area TEXT NOT NULL,
  source TEXT NOT NULL, measures INTEGER NOT NULL, done INTEGER NOT NULL, deadline TEXT NOT NULL,
  next_deadline TEXT NOT NULL, closed_on TEXT NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX issue_number ON issue (campaign, number);
CREATE INDEX issue_unit ON issue (campaign, unit);
"""

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
  next_deadline TEXT NOT NULL, closed_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE issue_body (id TEXT PRIMARY KEY REFERENCES issue (id), body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX issue_number ON issue (campaign, number);
CREATE INDEX issue_unit ON issue (campaign, unit);
CREATE INDEX event_object ON event (object);
CREATE TABLE self_check (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), unit TEXT NOT NULL, case_id TEXT NOT NULL,
  begun_at TEXT NOT NULL, finished_on TEXT NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX self_check_unit ON self_check (campaign, unit);
CREATE TABLE post_risk (
  id TEXT PRIMARY KEY, unit TEXT NOT NULL, place INTEGER NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX post_risk_unit ON post_risk (unit, place);
CREATE TABLE evidence (
  id TEXT PRIMARY KEY, issue TEXT NOT NULL REFERENCES issue (id), place INTEGER NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_issue ON evidence (issue, place);
CREATE TABLE outcome (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), kind TEXT NOT NULL, place INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outcome_kind ON outcome (campaign, kind, place);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

STUB = """
CREATE TABLE erased (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL,
  by TEXT NOT NULL, reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_campaign ON erased (campaign, kind, number)
"""
"""What is left of an entry that was made by mistake and wiped: never any of its content."""

LOOK_BACK = """
ALTER TABLE issue ADD COLUMN look_back TEXT NOT NULL DEFAULT '';
UPDATE issue SET look_back = COALESCE((
  SELECT MIN(one.value ->> 'look_back') FROM issue_body, json_each(issue_body.body, '$.measures') AS one
  WHERE issue_body.id = issue.id AND one.value ->> 'kind' = '长期坚持'
    AND COALESCE(one.value ->> 'state', '') <> '作废'
), '') WHERE state NOT IN ('已销号', '作废')
"""
"""When 长期坚持 is looked back on next, for lists. What is there already gets the day that its measures name; each is
written anew with its next change."""

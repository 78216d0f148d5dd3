"""The tables of the monthly reports, part of the unit's database."""

REPORTS = """
CREATE TABLE report (
  campaign TEXT NOT NULL REFERENCES campaign (id), unit TEXT NOT NULL, month TEXT NOT NULL, version INTEGER NOT NULL,
  submitted_on TEXT NOT NULL, first_on TEXT NOT NULL, zero INTEGER NOT NULL, returned TEXT NOT NULL,
  flags INTEGER NOT NULL, checked_by TEXT NOT NULL, PRIMARY KEY (campaign, unit, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE report_version (
  campaign TEXT NOT NULL, unit TEXT NOT NULL, month TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (campaign, unit, month, version)
) STRICT;
CREATE TABLE report_draft (
  campaign TEXT NOT NULL, unit TEXT NOT NULL, month TEXT NOT NULL, body TEXT NOT NULL, changed_at TEXT NOT NULL,
  PRIMARY KEY (campaign, unit, month)
) STRICT;
"""

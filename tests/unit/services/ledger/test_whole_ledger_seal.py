"""What was exported comes back as it was, or not at all: a value changed afterwards is noticed wherever it stands.

Whoever changes it may make sizes and hashes of the members fit again, and even those of the log; only who also knows
how the seal is made can make a file that is taken (see `resealed`).
"""

import json
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.ledger.ledger_kinds import EXPORTED
from tests.fuzz import spoilt_json
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.services.ledger.full_ledger import files, fill, tables
from tests.unit.services.ledger.resealed import relist
from tests.unit.services.ledger.test_whole_ledger_spoilt import Spoilt

ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Listed(Spoilt):
    """``written`` with a manifest that agrees with the members, and the seal as it was."""

    @property
    def written(self):
        relist(self.members, self.manifest)
        self.listed = False
        return super().written


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """With something in every table, what is being typed too."""
    folder = tmp_path_factory.mktemp("sound")
    clock = FakeClock()
    services = House(folder / "data", clock).open()
    fill(services, folder / "handed", 5, 20)
    clock.sleep(31 * 86_400)
    (campaign,), (unit, *_) = services.ledger.campaigns(), services.ledger.units()
    sheet = services.reports.sheet(campaign.id, unit.id, "2026-04")
    services.reports.keep(sheet.report.with_text("", sheet.report.overall))
    services.ledger_export.write(folder / "台账.jjledger")
    services.close()
    return (folder / "台账.jjledger").read_bytes()


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    services = House(tmp_path_factory.mktemp("empty") / "data", FakeClock()).open()
    yield services
    services.close()


def refused(empty, path, data):
    path.write_bytes(data)
    with pytest.raises(UserError, match="。") as caught:
        empty.ledger_read_in.check(path).close()
    assert not any(tables(empty).values()) and not files(empty)
    return str(caught.value)


def test_the_export_is_the_last_thing_in_its_log(sound):
    assert [event[6] for event in Spoilt(sound).events()].count(EXPORTED) == 1
    assert Spoilt(sound).events()[-1][6] == EXPORTED


def test_every_table_is_under_the_seal(sound, empty, tmp_path):
    """Also those that no log can be played for: what is being typed, the answers of a self-check."""
    for name, data in Spoilt(sound).members.items():
        if name.startswith("tables/") and data:
            first, *rest = data.splitlines(keepends=True)
            tree = json.loads(first)
            for column in tree:
                spoilt, number = Listed(sound), isinstance(tree[column], int)
                changed = tree | {column: tree[column] + 1 if number else f"{tree[column]} "}
                spoilt.members[name] = b"".join([json.dumps(changed).encode() + b"\n", *rest])
                refused(empty, tmp_path / "坏的.jjledger", spoilt.written)


def test_a_draft_and_an_answer_changed_in_their_texts_only(sound, empty, tmp_path):
    for table, old in (("report_draft", '"month"'), ("self_check", '"answers"')):
        spoilt = Listed(sound)
        (row, *rest) = spoilt.rows(table)
        body = json.loads(row["body"])
        assert old in row["body"]
        body = body | ({"filled_by": "别人"} if table == "report_draft" else {"answers": body["answers"][:-1]})
        spoilt.put(table, [row | {"body": json.dumps(body, ensure_ascii=False)}, *rest])
        assert "导出以后被改动过" in refused(empty, tmp_path / "坏的.jjledger", spoilt.written)


@ANY
@given(seed=st.integers(0, 2**32))
@example(seed=0)
def test_any_changed_value_of_any_part_is_refused(sound, empty, tmp_path, seed):
    chance, spoilt = Random(seed), Listed(sound)
    name = chance.choice([name for name, data in spoilt.members.items() if data])
    before = spoilt.members[name]
    if name.endswith(".jsonl"):
        lines = before.splitlines(keepends=True)
        at = chance.randrange(len(lines))
        lines[at] = spoilt_json.dumped(spoilt_json.spoilt(chance, json.loads(lines[at]))) + b"\n"
        spoilt.members[name] = b"".join(lines)
    else:
        at = chance.randrange(len(before))
        spoilt.members[name] = before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :]
    if spoilt.members[name] != before:
        refused(empty, tmp_path / "坏的.jjledger", spoilt.written)


@ANY
@given(seed=st.integers(0, 2**32))
def test_a_log_written_anew_does_not_know_what_was_exported(sound, empty, tmp_path, seed):
    """All hashes of the chain fit again, but the seal in it is the old one."""
    chance, spoilt = Random(seed), Listed(sound)
    *events, seal = spoilt.events()
    event = chance.choice([event for event in events if event[9] is not None])
    event[chance.choice((2, 4, 6, 7))] += "x"
    spoilt.put_events([*events, seal])
    refused(empty, tmp_path / "坏的.jjledger", spoilt.written)


@ANY
@given(seed=st.integers(0, 2**32))
def test_any_changed_value_of_the_manifest_is_refused(sound, empty, tmp_path, seed):
    spoilt = Spoilt(sound)
    spoilt.listed = False
    before = json.loads(json.dumps(spoilt.manifest))
    spoilt.manifest = spoilt_json.spoilt(Random(seed), spoilt.manifest)
    if spoilt.manifest != before:
        refused(empty, tmp_path / "坏的.jjledger", spoilt.written)


@pytest.mark.parametrize("change", ["drop", "twice", "swap"])
def test_rows_that_are_missing_doubled_or_in_another_order(sound, empty, tmp_path, change):
    for name, data in Spoilt(sound).members.items():
        lines = data.splitlines(keepends=True) if name.endswith(".jsonl") else []
        if lines and not (change == "swap" and len(lines) < 2):
            changed = {"drop": lines[1:], "twice": [*lines, lines[0]], "swap": [*lines[1:], lines[0]]}[change]
            spoilt = Listed(sound)
            spoilt.members[name] = b"".join(changed)
            refused(empty, tmp_path / "坏的.jjledger", spoilt.written)


def test_where_it_came_from_a_file_made_anew_with_its_seal_is_found_out(tmp_path):
    """Elsewhere it cannot be: nothing in the file is secret."""
    clock, path, forged = FakeClock(), tmp_path / "台账.jjledger", tmp_path / "另一份.jjledger"
    first, reader, other = (House(tmp_path / name / "data", clock).open() for name in "甲乙丙")
    try:
        fill(first, tmp_path / "handed", 5, 20)
        first.ledger_export.write(path)
        take(reader, path)
        spoilt = Spoilt(path.read_bytes())
        (row, *rest) = spoilt.rows("self_check")
        body = json.loads(row["body"])
        spoilt.put("self_check", [row | {"body": json.dumps(body | {"answers": body["answers"][:-1]})}, *rest])
        forged.write_bytes(spoilt.written)
        for services in (first, reader):
            ready = services.ledger_read_in.check(forged)
            ready.close()
            assert "在两台电脑上各自改过" in ready.offer.refusal
        take(other, forged)
    finally:
        for services in (first, reader, other):
            services.close()


def test_an_export_is_told_in_the_log_with_who_made_it(tmp_path):
    services = House(tmp_path / "data", FakeClock()).open()
    services.profiles.describe("周某", "某县民政局", "自己学")
    fill(services, tmp_path / "handed", 5, 9)
    entries, path = tables(services), tmp_path / "台账.jjledger"
    services.ledger_export.write(path)
    services.ledger_export.write(path)
    told = [payload for *_, payload in services._unit_journal.events(EXPORTED)]
    assert [one["by"] for one in told] == ["周某", "周某"] and told[0]["seal"] != told[1]["seal"]
    assert tables(services) == entries
    services.close()


def take(services, path):
    ready = services.ledger_read_in.check(path)
    services.ledger_read_in.accept(ready)
    ready.close()

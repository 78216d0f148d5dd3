"""整本导出和读回: what was exported on one PC is on the other as it was, and one goes on there."""

import json
import random
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import app.services
from app.domain.errors import UserError
from app.domain.events import LedgerChanged, OwnContentChanged
from app.domain.ledger.ledger_kinds import GROUPS
from app.domain.ledger.steps import StoppedError
from app.domain.ledger.whole_ledger import WholeLedger
from app.storage.ledger_copy import LEDGER_TABLES
from app.storage.migrations import UNIT_SCRIPTS
from tests.crash.ledger_worker import LedgerWorker
from tests.unit.exports.papers import text as words
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.ledgers import ORIGIN, text
from tests.unit.services.ledger.full_ledger import RULE, files, fill, histories, tables
from tests.unit.services.ledger.resealed import reseal

OTHERS = {
    *("event", "meta", "foreign_event", "_sqlite_migrations", "paper", "paper_draft", "unit_exam", "unit_exam_result"),
    *("unit_exam_mark", "deck", "deck_file", "meeting", "meeting_person", "meeting_deck", "meeting_stage"),
    *("meeting_poll", "meeting_entry", "meeting_typed", "minutes", "follow_up"),
}
"""Tables of the unit's database that are not the ledger's."""
PERSONAL = ("annotation", "case", "practice", "question", "book", "review", "exam")


class Desks:
    """PCs that have nothing in common but a file that is carried from one to the other."""

    def __init__(self, folder):
        self.folder, self.clock, self.open = folder, FakeClock(), []

    def pc(self, name):
        services = House(self.folder / name / "data", self.clock).open()
        services.profiles.describe(name, "某县民政局", "两者都有")
        self.open.append(services)
        return services

    def export(self, services, name="台账"):
        path = self.folder / f"{name}.jjledger"
        services.ledger_export.write(path)
        return path

    def carry(self, services, to, name="台账"):
        read_in(to, self.export(services, name))
        self.clock.sleep(60)

    def close(self):
        for services in self.open:
            services.close()


def read_in(services, path):
    ready = services.ledger_read_in.check(path)
    try:
        return services.ledger_read_in.accept(ready)
    finally:
        ready.close()


def refusal(services, path):
    ready = services.ledger_read_in.check(path)
    ready.close()
    return ready.offer.refusal


def same(one, other):
    assert tables(one) == tables(other)
    assert histories(one) == histories(other)
    assert files(one) == files(other)


@pytest.fixture
def desks(tmp_path):
    made = Desks(tmp_path)
    yield made
    made.close()


@pytest.fixture
def first(desks):
    services = desks.pc("甲")
    fill(services, desks.folder / "handed")
    return services


def test_an_empty_pc_has_everything_that_the_other_has(desks, first, tmp_path):
    second = desks.pc("乙")
    told = []
    for kind in (LedgerChanged, OwnContentChanged):
        second.bus.subscribe(kind, told.append)
    desks.carry(first, second)
    assert len(tables(first)["issue"]) > 3
    assert [name for name, rows in tables(first).items() if not rows] == ["erased"]
    same(first, second)
    assert [type(one) for one in told] == [LedgerChanged, OwnContentChanged]
    assert not first._unit_journal.broken() and not second._unit_journal.broken()


def test_the_forms_say_the_same(desks, first, tmp_path):
    second = desks.pc("乙")
    desks.carry(first, second)
    made = []
    for place, services in enumerate((first, second)):
        out, documents = tmp_path / f"forms{place}", services.ledger_documents
        (campaign,) = services.ledger.campaigns()
        extract = documents.extract(campaign.id)
        sheet = openpyxl.load_workbook(documents.write_table(extract, out)).worksheets[0]
        closed = next(row.id for row in services.ledger.rows(campaign.id) if row.closed_on)
        paper = words(documents.write_issue(closed, out).read_bytes())
        made.append(([[cell.value for cell in row] for row in sheet], paper, services.outcomes.summary(campaign.id)))
    assert made[0] == made[1]
    assert "张某" in str(made[0])


def test_one_goes_on_where_the_other_stopped_and_back_again(desks, first):
    """There and back three times: every time the whole history stands on both."""
    second = desks.pc("乙")
    desks.carry(first, second)
    pcs = [second, first]
    for round in range(4):
        here, there = pcs[round % 2], pcs[(round + 1) % 2]
        LedgerWorker(here, random.Random(round), desks.folder / "handed").work(25)
        here.outcomes.publish_rule(here.outcomes.rules(here.ledger.campaigns()[0].id)[0].id)
        ready = there.ledger_read_in.check(desks.export(here, f"第{round}次"))
        assert not ready.offer.refusal and ready.offer.continues > 5
        there.ledger_read_in.accept(ready)
        ready.close()
        desks.clock.sleep(60)
        same(first, second)
    third = desks.pc("丙")
    desks.carry(first, third, "给丙")
    same(first, third)
    assert not any(one._unit_journal.broken() for one in desks.open)


def test_exported_again_it_is_the_same_ledger(desks, first):
    second, third = desks.pc("乙"), desks.pc("丙")
    desks.carry(first, second, "一")
    desks.carry(second, third, "二")
    same(first, third)
    with ZipFile(desks.folder / "一.jjledger") as one, ZipFile(desks.folder / "二.jjledger") as two:
        for name in one.namelist():
            if name.startswith(("tables/", "evidence/", "rules/")):
                assert one.read(name) == two.read(name)
        chains = [WholeLedger.read(file.read("manifest.json")).chains for file in (one, two)]
    assert chains[1][: len(chains[0])] == chains[0] and len(chains[1]) == 2


def test_what_is_not_of_the_ledger_stays_out(desks, first):
    with ZipFile(desks.export(first)) as file:
        everything = b"".join(file.read(name) for name in file.namelist()).decode("utf-8", "replace")
    assert "paper.saved" in everything and "另一处的内容" not in everything


def test_the_same_ledger_a_second_time_is_refused(desks, first):
    second = desks.pc("乙")
    path = desks.export(first)
    read_in(second, path)
    assert "完全一样（“专项”，2026-03-02 读回，最后一条记录在 2026-03-02），不用再读回" in refusal(second, path)
    assert "完全一样（“专项”" in refusal(first, path)
    with pytest.raises(UserError, match="完全一样"):
        read_in(second, path)
    assert "完全一样（“专项”" in refusal(first, desks.export(second, "没有改"))
    LedgerWorker(second, random.Random(3), desks.folder / "handed").work(9)
    assert "本机的台账比文件里的新" in refusal(second, path)
    LedgerWorker(first, random.Random(4), desks.folder / "handed").work(9)
    grown = desks.export(second, "乙的")
    before = tables(first), histories(first)
    assert "在两台电脑上各自改过，合不到一起" in refusal(first, grown)
    assert (tables(first), histories(first)) == before


def test_another_ledger_comes_beside_the_one_that_is_there(desks, first):
    second = desks.pc("乙")
    unit = second.ledger.add_unit("养老服务股")
    campaign = second.ledger.open_campaign("养老资金专项", date(2026, 1, 1), date(2026, 12, 31))
    issue = second.issues.add(campaign, text(unit), ORIGIN)
    before = histories(second)
    desks.carry(first, second)
    assert {one.title for one in second.ledger.campaigns()} == {"专项", "养老资金专项"}
    assert histories(second) == histories(first) | before
    second.issues.edit(issue, text(unit, goal="另一个目标"), 1)
    assert len(second.issues.history(issue)) == 2
    assert "本机的台账比文件里的新" in refusal(second, desks.export(first, "又一次"))
    LedgerWorker(first, random.Random(8), desks.folder / "handed").work(9)
    assert "在两台电脑上各自改过" in refusal(second, desks.export(first, "改过"))


def test_two_departments_of_one_name_are_not_mixed_up(desks, first):
    second = desks.pc("乙")
    unit = second.ledger.add_unit("社会救助股")
    path = desks.export(first)
    assert "都有叫“社会救助股”的科室或单位" in refusal(second, path)
    second.ledger.change_unit(replace(second.ledger.unit(unit), retired=True))
    read_in(second, path)


def test_a_ledger_with_nothing_in_it_is_not_exported(desks):
    with pytest.raises(UserError, match="台账还是空的"):
        desks.export(desks.pc("乙"))


def test_evidence_that_is_lost_or_altered_is_so_on_the_other_pc_too(desks, first):
    kept = [one for row in tables(first)["issue"] for one in first.evidence.of(row["id"])]
    lost, altered = [one.evidence for one in kept if one.state == "完好"][:2]
    first.evidence.path(lost.id).unlink()
    first.evidence.path(altered.id).write_bytes(b"changed")
    second = desks.pc("乙")
    summary = read_in(second, desks.export(first))
    assert (summary.missing, summary.altered) == ((lost.name,), (altered.name,))
    assert second.evidence.check(lost.id).state == "缺失" and second.evidence.check(altered.id).state == "已被改动"
    same(first, second)


def test_what_is_typed_and_not_handed_in_travels_too(desks, first):
    desks.clock.sleep(31 * 86_400)
    (campaign,), (unit,) = first.ledger.campaigns(), first.ledger.units()
    sheet = first.reports.sheet(campaign.id, unit.id, "2026-04")
    first.reports.keep(sheet.report.with_text("", replace(sheet.report.overall, work="写了一半")))
    second = desks.pc("乙")
    desks.carry(first, second)
    assert second.reports.sheet(campaign.id, unit.id, "2026-04").report.overall.work == "写了一半"


def test_what_is_typed_later_is_not_lost_to_a_continuation(desks, first):
    (campaign,), (unit,) = first.ledger.campaigns(), first.ledger.units()
    second = desks.pc("乙")
    desks.carry(first, second)
    second.issues.add(campaign.id, text(unit.id), ORIGIN)
    path = desks.export(second, "乙的")
    desks.clock.sleep(31 * 86_400)
    sheet = first.reports.sheet(campaign.id, unit.id, "2026-04")
    first.reports.keep(sheet.report.with_text("", replace(sheet.report.overall, work="后来写的")))
    read_in(first, path)
    assert first.reports.sheet(campaign.id, unit.id, "2026-04").report.overall.work == "后来写的"


@pytest.mark.parametrize("act", ["export", "check", "accept"])
def test_it_can_be_stopped_at_every_step_and_then_nothing_is_there(desks, first, act):
    path, second = desks.export(first), desks.pc("乙")
    out = desks.folder / "没有.jjledger"
    steps = 0
    for stop_at in (0, 1, 3, 8, 20, 10_000):
        calls = []

        def go_on(done, total, calls=calls, stop_at=stop_at):
            assert 0 <= done <= total
            calls.append(done)
            return len(calls) <= stop_at

        try:
            if act == "export":
                first.ledger_export.write(out, go_on)
            elif act == "check":
                second.ledger_read_in.check(path, go_on).close()
            else:
                ready = second.ledger_read_in.check(path)
                second.ledger_read_in.accept(ready, go_on)
        except StoppedError as error:
            assert "已取消" in str(error)
            steps += 1
            assert not out.exists() and not [*desks.folder.glob("*.part*")]
            assert not any(tables(second).values()) and not files(second)
        else:
            assert calls == sorted(calls)
            break
    assert steps >= 3


def test_an_export_that_fails_leaves_the_old_file(desks, first, tmp_path):
    path = desks.export(first)
    old = path.read_bytes()
    first._unit.connection.execute("UPDATE event SET payload = replace(payload, '张某', '章某') WHERE seq = 12")
    first._unit.connection.execute("UPDATE event SET kind = 'issue.edited' WHERE seq = 3")
    with pytest.raises(UserError, match=r"没有导出：写好后核对，发现.*修改记录从第 3 条起对不上"):
        first.ledger_export.write(path)
    assert path.read_bytes() == old and not [*desks.folder.glob("*.part*")]
    with pytest.raises(UserError, match="没有写成"):
        first.ledger_export.write(tmp_path / "不在" / "x.jjledger")


def test_a_ledger_of_before_the_tables_were_changed_can_be_read(desks, first, tmp_path):
    """Of the first version: no day of looking back in the rows, no stubs of wiped entries."""
    old = rewritten(desks.export(first), tmp_path / "旧.jjledger", first_schema)
    second = desks.pc("乙")
    read_in(second, old)
    same(first, second)


def first_schema(members, manifest):
    manifest["schema"] = 1
    del members["tables/erased.jsonl"]
    rows = [json.loads(line) for line in members["tables/issue.jsonl"].splitlines()]
    for row in rows:
        del row["look_back"]
    members["tables/issue.jsonl"] = "".join(json.dumps(row) + "\n" for row in rows).encode()


def rewritten(path, to, change):
    """Another file with whatever ``change`` made of members and manifest, as if it had been exported so."""
    with ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    manifest = json.loads(members.pop("manifest.json"))
    change(members, manifest)
    reseal(members, manifest)
    with ZipFile(to, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
        file.writestr("manifest.json", json.dumps(manifest))
    return to


def test_every_table_is_either_the_ledgers_or_not(first):
    found = {row[0] for row in first._unit.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert found == {*LEDGER_TABLES} | OTHERS
    assert not {*LEDGER_TABLES} & OTHERS


def test_every_kind_of_event_is_either_the_ledgers_or_not(first):
    """By the services that write them: a new kind must be thought of."""
    texts = [path.read_text("utf-8") for path in Path(app.services.__file__).parent.glob("*.py")]
    kinds = {kind for text in texts for kind in re.findall(r'"([a-z_]+\.[a-z_]+)"', text)}
    groups = {kind.partition(".")[0] for kind in kinds if kind.rpartition(".")[2] not in ("json", "db", "ini")}
    others = {*"paper unit_exam deck meeting minutes presenter".split(), *PERSONAL}
    assert groups <= GROUPS | others
    assert "post_risk.added" in kinds and not GROUPS & others


def test_the_newest_schema_is_in_the_scripts_once():
    assert len(UNIT_SCRIPTS) == len(set(UNIT_SCRIPTS))


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), deeds=st.integers(5, 90))
def test_whatever_was_done_is_there_afterwards(tmp_path_factory, seed, deeds):
    folder = tmp_path_factory.mktemp("whole")
    desks = Desks(folder)
    try:
        one, other = desks.pc("甲"), desks.pc("乙")
        LedgerWorker(one, random.Random(seed), folder / "handed").work(deeds)
        desks.carry(one, other)
        same(one, other)
    finally:
        desks.close()
        shutil.rmtree(folder)


def test_a_leftover_of_a_read_in_that_was_cut_off_is_taken_up(desks, first):
    path, second = desks.export(first), desks.pc("乙")
    folder = second._unit.path.parent / "ledger"
    shutil.copytree(first._unit.path.parent / "ledger", folder)
    next(folder.rglob("*.txt")).unlink()
    read_in(second, path)
    same(first, second)


def test_a_file_of_somebody_elses_is_not_written_over(desks, first):
    path, second = desks.export(first), desks.pc("乙")
    theirs = next(name for name in files(first) if name.startswith("rules/"))
    place = second._unit.path.parent / "ledger" / theirs
    place.parent.mkdir(parents=True)
    place.write_text(RULE)
    with pytest.raises(UserError, match="已有同名而内容不同的文件"):
        read_in(second, path)
    assert files(second) == {theirs: RULE.encode()} and not any(tables(second).values())


def test_where_nothing_can_be_kept_nothing_is_read_in(desks, first):
    path = desks.export(first)
    house = House(desks.folder / "丁" / "data", desks.clock)
    house.open().close()
    with closing(sqlite3.connect(house.paths.unit_database)) as broken:
        broken.execute("PRAGMA application_id = 7")
        broken.commit()
    services = house.open()
    desks.open.append(services)
    with pytest.raises(UserError, match="现在不能保存单位的数据"):
        services.ledger_read_in.check(path)


WHY = "误把不该录入的文件录了进来"


def holding(services, word):
    """Files of the data folder in which a word stands."""
    folder = services._unit.path.parent
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


@pytest.fixture
def marked(desks, first):
    """An issue with a word of its own in its text, its evidence, a self-check and a report; and a rule with it."""
    (campaign,), (unit,) = first.ledger.campaigns(), first.ledger.units()
    issue = first.issues.add(campaign.id, text(unit.id, title="独痕甲的问题", detail="独痕甲"), ORIGIN)
    path = desks.folder / "独痕甲.txt"
    path.write_text("独痕甲" * 9, "utf-8")
    evidence = first.evidence.add(issue, path)
    return issue, evidence


def test_what_was_wiped_before_is_not_in_the_file(desks, first, marked):
    first.erasing.evidence(marked[1], WHY)
    with ZipFile(desks.export(first, "一")) as file:
        assert f"evidence/{marked[1]}" not in file.namelist()
    first.erasing.issue(marked[0], WHY)
    second = desks.pc("乙")
    desks.carry(first, second)
    with ZipFile(desks.folder / "台账.jjledger") as file:
        assert "独痕甲".encode() not in b"".join(file.read(name) for name in file.namelist())
    same(first, second)
    assert [one.id for one in second.erasing.stubs(first.ledger.campaigns()[0].id)] == [marked[0]]
    assert holding(second, "独痕甲") == []


def test_wiped_elsewhere_it_is_wiped_here_too(desks, first, marked):
    """On the PC to which it came, and then on the one where it was written: nothing of it stays in any file."""
    second = desks.pc("乙")
    desks.carry(first, second)
    assert holding(first, "独痕甲") and holding(second, "独痕甲")
    assert second.erasing.issue(marked[0], WHY) == ""
    rule = second.outcomes.rules(second.ledger.campaigns()[0].id)[0]
    assert second.erasing.outcome(rule.id, WHY) == ""
    assert holding(second, "独痕甲") == [] == holding(second, "为规范临时救助审批")
    desks.carry(second, first, "回来")
    assert holding(first, "独痕甲") == [] == holding(first, "为规范临时救助审批")
    same(first, second)
    assert not first._unit_journal.broken() and not second._unit_journal.broken()
    third = desks.pc("丙")
    desks.carry(first, third, "给丙")
    same(first, third)


def test_a_rule_taken_out_of_the_library_elsewhere_leaves_it_here_too(desks, first):
    second = desks.pc("乙")
    desks.carry(first, second)
    second.outcomes.void(second.outcomes.rules(second.ledger.campaigns()[0].id)[0].id, "登记错了")
    desks.carry(second, first, "回来")
    same(first, second)
    (rule,) = [name for name in files(first) if name.startswith("rules/")]
    assert rule.endswith(".md.void")

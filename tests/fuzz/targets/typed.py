"""What people type or paste into fields, anything at all, and the documents that are made of it."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from app.domain.ledger.issue import Origin
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.domain.ledger.self_check import Finding
from app.domain.meeting import MeetingKind
from tests.fuzz.values import text
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.ledgers import DAY, ORIGIN, measure
from tests.unit.ledgers import text as issue_text
from tests.unit.services.ledger.full_ledger import RULE

T = TypeVar("T")
OURS = ("id", "campaign", "unit", "lead_unit", "area", "month", "issue", "case", "deck", "file")
"""Never typed: ids, and what is chosen from a list."""


def typed(chance: Random, sound: str) -> str:
    """As Qt hands it over: never half a character. Mostly the sound text with something in it."""
    plain = text(chance).encode("utf-8", "replace").decode()
    at = chance.randrange(len(sound) + 1)
    return chance.choice((plain, sound[:at] + plain[:3_000] + sound[at:], sound, sound))


def retyped(chance: Random, thing: T) -> T:
    """A dataclass with other texts in some of its fields."""
    texts: dict[str, Any] = {}
    for field in fields(thing):  # type: ignore[arg-type]
        value = getattr(thing, field.name)
        if type(value) is str and field.name not in OURS and chance.random() < 0.3:
            texts[field.name] = typed(chance, value)
        elif isinstance(value, tuple) and value and type(value[0]) is str and chance.random() < 0.1:
            texts[field.name] = (*value, typed(chance, ""))
    return replace(thing, **texts)  # type: ignore[type-var]


class TypedLedgerTarget:
    name, reads = "typed-ledger", "改：各栏目输入或粘贴的文字，以及由它生成的文档"

    def __init__(self, folder: Path) -> None:
        self._out, self._services = folder / "导出", House(folder / "data", FakeClock()).open()
        ledger = self._services.ledger
        self._unit = ledger.add_unit("社会救助股", head="王某", leader="李某")
        self._campaign = ledger.open_campaign("专项", date(2026, 1, 1), date(2026, 12, 31))

    def close(self) -> None:
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        acts = (self._issue, self._measure, self._unit_name, self._risk, self._outcome, self._report, self._check)
        chance.choice(acts)(chance)
        return []

    def _new(self, chance: Random) -> str:
        origin: Origin = retyped(chance, ORIGIN)
        return self._services.issues.add(self._campaign, retyped(chance, issue_text(self._unit)), origin)

    def _issue(self, chance: Random) -> None:
        services, words = self._services, retyped(chance, issue_text(self._unit))
        made = services.issues.add(self._campaign, words, ORIGIN)
        kept = services.issues.get(made).text
        assert kept.title.strip() and kept.title.split() == words.title.split()
        services.issues.history(made)
        services.issues.edit(made, retyped(chance, kept), len(services.issues.history(made)))
        services.ledger_documents.write_issue(made, self._out)
        if chance.random() < 0.1:
            extract = services.ledger_documents.extract(self._campaign)
            services.ledger_documents.write_table(extract, self._out)
            services.ledger_documents.write_plan(extract, self._out)

    def _measure(self, chance: Random) -> None:
        issues, made = self._services.issues, self._services.issues.add(self._campaign, issue_text(self._unit), ORIGIN)
        number = issues.add_measure(made, retyped(chance, measure(1)))
        issues.edit_measure(made, retyped(chance, issues.get(made).measure(number)), len(issues.history(made)))
        issues.void_measure(made, number, typed(chance, "重复"))
        self._services.ledger_documents.write_closing(made, self._out)

    def _unit_name(self, chance: Random) -> None:
        ledger = self._services.ledger
        unit = ledger.unit(ledger.add_unit(typed(chance, f"股{chance.random()}"), head=typed(chance, "王某")))
        assert unit.name.strip()
        ledger.change_unit(replace(retyped(chance, unit), retired=True))
        campaign = ledger.campaign(
            ledger.open_campaign(typed(chance, f"专项{chance.random()}"), DAY, date(2026, 12, 31))
        )
        ledger.change_campaign(replace(retyped(chance, campaign), retired=True))

    def _risk(self, chance: Random) -> None:
        risks = self._services.post_risks
        sound = PostRisk("", self._unit, "低保经办岗", "受理、核查", "一人经手", RiskLevel.HIGH, "分岗", "王某")
        made = risks.add(retyped(chance, sound))
        risks.change(retyped(chance, risks.get(made)), 1)
        self._services.ledger_documents.write_post_risks(self._unit, self._out)
        risks.void(made, typed(chance, "重复"))

    def _outcome(self, chance: Random) -> None:
        outcomes, campaign = self._services.outcomes, self._campaign
        made = [
            outcomes.add_reference(
                retyped(chance, FileReference("", campaign, Batch.CLUES, "〔2026〕3号", "转办", DAY))
            )
        ]
        rule = IssuedRule("", campaign, "审批办法", "某民发〔2026〕7号", DAY, RULE, self._unit)
        made.append(outcomes.add_rule(retyped(chance, rule)))
        path = outcomes.publish_rule(made[-1])
        assert path.is_file() and path.resolve().is_relative_to(self._out.parent / "data" / "ledger" / "rules")
        practice = GoodPractice("", campaign, "双人同到", self._unit, "两人同到，当场双签。")
        made.append(outcomes.add_practice(retyped(chance, practice)))
        path = outcomes.draft_exemplar(made[-1])
        assert path.is_file() and path.resolve().is_relative_to(self._out.parent / "data" / "ledger" / "exemplars")
        self._services.ledger_documents.write_outcomes(campaign, self._out)
        for entry in made:
            outcomes.void(entry, typed(chance, "写错了"))

    def _report(self, chance: Random) -> None:
        reports = self._services.reports
        sheet = reports.sheet(self._campaign, self._unit, "2026-03")
        report = retyped(chance, replace(sheet.report, filled_by="张某", reviewed_by="李某"))
        report = replace(report, overall=retyped(chance, report.overall))
        for item in report.items[:2]:
            report = report.with_text(
                item.issue, retyped(chance, replace(item.text, work="比对46户", problems="无", plan="走访"))
            )
        kept = reports.keep(report)
        assert kept.report.overall == report.overall
        self._services.ledger_documents.write_month(kept, self._out)
        reports.submit(kept.report, typed(chance, "更正"))

    def _check(self, chance: Random) -> None:
        checks = self._services.self_checks
        check = checks.begin(self._campaign, self._unit, "")
        for item in check.items[:3]:
            checks.answer(check.id, item.id, chance.choice(list(Finding)), typed(chance, "2025年9月有3户"))
        self._services.ledger_documents.write_self_check(check.id, self._out)


class TypedMeetingTarget:
    name, reads = "typed-meeting", "讲、笔记、统考：输入的文字和时间，以及会议文档"

    def __init__(self, folder: Path) -> None:
        self._out, self._services = folder / "导出", House(folder / "data", FakeClock()).open()

    def close(self) -> None:
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        chance.choice((self._meeting, self._exam, self._note))(chance)
        return []

    def _meeting(self, chance: Random) -> None:
        services = self._services
        planned = services.meetings.plan(
            chance.choice(list(MeetingKind)), typed(chance, "警示教育"), typed(chance, "某局")
        )
        sound = replace(
            planned, starts_at="2026-11-21T09:00", place="三楼", chair="赵某", audience="全体", requirements="准时"
        )
        parts = tuple(retyped(chance, part) for part in sound.parts)
        meeting = services.meetings.save(replace(retyped(chance, sound), parts=parts))
        assert services.meetings.get(meeting.id).meeting == meeting
        names = services.meetings.attendance.read_typed(typed(chance, "周明 办公室\n李华 列席"))
        people = services.meetings.attendance.add(meeting.id, names.people)
        services.meeting_documents.write_before(meeting, people, self._out / "前")
        services.meeting_documents.write_sheet(meeting, people, self._out / "签到")
        services.meetings.cancel(meeting.id, typed(chance, "改期"))

    def _exam(self, chance: Random) -> None:
        from app.domain.exam_window import ExamWindow
        from app.domain.unit_exam import BookRule
        from tests.unit.seated import PEOPLE, window

        exams, sound = self._services.unit_exams, window(0, 2)
        times = ExamWindow(typed(chance, sound.opens), typed(chance, sound.closes))
        people = [retyped(chance, person) for person in PEOPLE]
        paper = self._services.exams.papers()[0]
        made = exams.make(typed(chance, "2026年度统考"), paper, times, None, BookRule.CLOSED, people)
        assert exams.package(made.id).exam == made
        exams.write_grade_book(made.id, self._out.parent / "成绩册.xlsx")

    def _note(self, chance: Random) -> None:
        from app.domain.annotation import AnnotationKind

        notes = self._services.annotations
        words = typed(chance, "记一笔")
        note = notes.add("builtin/case/di-bao", AnnotationKind.NOTE, "facts", "低保审核确认", 0, 2, words)
        notes.rewrite(note, typed(chance, "再记一笔"))
        self._services.search.search(words[:200])
        notes.remove(note)

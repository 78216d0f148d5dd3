"""Tables that somebody sends: rosters, names, findings, returned forms."""

import io
import os
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
from docx import Document

from app.domain.confidentiality import review
from app.domain.errors import UserError
from app.domain.ledger.findings import FindingsFrame
from app.domain.ledger.issue import IssueSource
from app.domain.name_list import MOST_PEOPLE
from app.domain.problem import Problem
from app.packs.attendance_file import read_names
from app.packs.roster_file import read_roster
from tests.fuzz import spoilt_bytes, spoilt_zip
from tests.fuzz.values import text
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.ledgers import ORIGIN
from tests.unit.ledgers import text as issue_text
from tests.unit.months import campaign, fill, noon, zero

MARKS = (",", '"', "\n", "\r", "\t", "姓名,科室,工号\n", "1.25", "1.5倍", "列席", "、", ";", "（", "|", "不抽点")
PEOPLE = (
    ("附件",),
    ("姓名", "科室", "工号", "延长时间", "列席"),
    ("周明", "社会救助科", 1001, 1.5, ""),
    ("李华", "办公室", "A-7", "", "是"),
)
FINDINGS = (
    ("序号", "反馈问题", "具体表现", "牵头单位", "配合单位", "责任领导", "整改目标"),
    (1, "死亡人员没有按月停发", "2025年9月有3户死亡后仍发放", "社会救助股", "殡葬管理所、财政局", "李某", "次月停发"),
    (2, "公示没有照片", "抽查5个村，4个没有照片", "不认识的科", "", "", ""),
)


def xlsx(rows: tuple[tuple[object, ...], ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def docx(rows: tuple[tuple[object, ...], ...]) -> bytes:
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = str(cell)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def other_cells(chance: Random, rows: tuple[tuple[object, ...], ...]) -> tuple[tuple[object, ...], ...]:
    """The same table with other things in some cells; what openpyxl cannot write stays out."""
    made = [list(row) for row in rows] + [list(chance.choice(rows)) for _ in range(chance.choice((0, 1, 5)))]
    for _ in range(chance.choice((1, 2, 6))):
        row = chance.choice(made)
        row[chance.randrange(len(row))] = chance.choice(
            (plain_text(chance), chance.randrange(10**6), 1.5, True, None, date(2026, 3, 2), "#REF!", -1e300)
        )
    if chance.random() < 0.2:
        chance.shuffle(made)
    return tuple(map(tuple, made))


def plain_text(chance: Random) -> str:
    """As an office program can write it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    plain = text(chance)[:30_000].encode("utf-8", "replace").decode()
    return ILLEGAL_CHARACTERS_RE.sub("", plain).translate({0xFFFE: "", 0xFFFF: ""})


def words(problem: Problem) -> str:
    assert problem.advice
    return f"第 {problem.line} 行：{problem.message}。怎么改：{problem.advice}。"


class RosterTarget:
    name, reads = "roster", "统考名单（xlsx、csv）"

    def __init__(self, folder: Path) -> None:
        self._xlsx = xlsx(PEOPLE)
        self._csv = "\r\n".join(",".join(map(str, row)) for row in PEOPLE)

    def close(self) -> None:
        pass

    def file(self, chance: Random) -> tuple[str, bytes]:
        kind = chance.randrange(4)
        if kind == 0:
            return "名单.csv", spoilt_bytes.spoilt_text(chance, self._csv, MARKS)
        if kind == 1:
            return "名单.xlsx", xlsx(other_cells(chance, PEOPLE))
        ending = chance.choice(("xlsx",) * 8 + ("xlsm", "csv", "xls", "", "et"))
        return f"名单.{ending}", spoilt_zip.spoilt(chance, self._xlsx)

    def case(self, chance: Random) -> list[str]:
        roster = read_roster(*self.file(chance))
        for person in roster.people:
            assert person.name.strip() and person.name.isprintable() and len(person.name) < 100
            assert person.factor in (100, 125, 150) and not review(f"{person.name} {person.number}").refusal
        keys = [person.key for person in roster.people]
        assert len(keys) == len(set(keys))
        assert roster.people or roster.problems
        return [words(one) for one in roster.problems]


class NamesTarget(RosterTarget):
    name, reads = "names", "签到名单（xlsx、csv，粘贴的文字）"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._services = House(folder / "data", FakeClock()).open()

    def close(self) -> None:
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        if chance.random() < 0.4:
            pasted = spoilt_bytes.spoilt_text(chance, "周明 办公室\n李华 列席\n王 芳\t社会救助科", MARKS)
            found = self._services.meetings.attendance.read_typed(pasted.decode("utf-8", "surrogateescape"))
        else:
            found = read_names(*self.file(chance))
            assert len(found.people) <= MOST_PEOPLE
        for number, person in enumerate(found.people, 1):
            assert person.name.strip() and person.name.isprintable() and person.unit.isprintable()
            assert person.number == number
            person.name.encode()
        return [words(one) for one in found.problems]


class FindingsTarget:
    name, reads = "findings", "巡视巡察、审计反馈（xlsx、docx），读入并登记"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._services = House(folder / "data", FakeClock()).open()
        self._services.ledger.add_unit("社会救助股", head="王某", leader="李某")
        self._campaign = self._services.ledger.open_campaign("专项", date(2026, 1, 1), date(2026, 12, 31))
        self._sound = {"xlsx": xlsx(FINDINGS), "docx": docx(FINDINGS)}
        self._taken = 0

    def close(self) -> None:
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        ending = chance.choice(("xlsx", "docx"))
        if chance.random() < 0.3:
            rows = other_cells(chance, FINDINGS)
            data = xlsx(rows) if ending == "xlsx" else docx(rows)
        else:
            data = spoilt_zip.spoilt(chance, self._sound[ending])
        path = self._folder / f"反馈.{ending}"
        path.write_bytes(data)
        service = self._services.findings
        preview = service.read(path)
        mapping = {field: chance.randrange(9) for field, _ in preview.mapping}
        preview = service.mapped(preview.table, mapping) if chance.random() < 0.2 else preview
        told = [words(one) for one in preview.refused]
        for row in preview.rows:
            assert row.title.strip() and not review(f"{row.title}{row.detail}").refusal
        if preview.rows and chance.random() < 0.3:
            self._accept(preview)
        return told

    def _accept(self, preview) -> None:  # type: ignore[no-untyped-def]
        """All rows or none, and what was taken is in the ledger as it stood in the file."""
        before, ledger = len(self._services.ledger.rows(self._campaign)), self._services.ledger
        frame = FindingsFrame(IssueSource.INSPECTION, "反馈意见", date(2026, 2, 20), area="mass-interest-harm")
        try:
            made = self._services.findings.accept(self._campaign, preview, frame)
        except UserError:
            assert len(ledger.rows(self._campaign)) == before
            raise
        assert [self._services.issues.get(one).text.title for one in made] == [row.title for row in preview.rows]


class FormsTarget:
    name, reads = "forms", "收回的整改月报表（xlsx）"

    def __init__(self, folder: Path) -> None:
        self._folder, self._clock = folder / "收表", FakeClock()
        noon(self._clock, date(2026, 3, 20))
        self._services = House(folder / "data", self._clock).open()
        self._campaign, units = campaign(self._services, 2)
        self._services.issues.add(self._campaign, issue_text(units[0], title="第三个问题"), ORIGIN)
        forms = self._services.collection.write_forms(self._campaign, "2026-03", folder / "发出")
        self._sound = [forms[0].read_bytes()]
        fill(forms[0])
        fill(forms[1], zero)
        self._sound += [form.read_bytes() for form in forms]
        self._folder.mkdir()

    def close(self) -> None:
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        for old in self._folder.iterdir():
            old.unlink()
        for number in range(chance.choice((1, 1, 2))):
            data = spoilt_zip.spoilt(chance, chance.choice(self._sound))
            if chance.random() < 0.4:
                data = self._typed(chance)
            name = chance.choice((str(number), str(number), f"\u202e{number}", f"\udcb0\udcb8{number}"))
            (self._folder / f"{name}.{chance.choice(('xlsx',) * 9 + ('xls', 'et', 'xlsm'))}").write_bytes(data)
        seen = self._services.collection.read_folder(self._campaign, "2026-03", self._folder)
        for form in seen.matched:
            form.report.blank  # noqa: B018
            assert form.unit and form.report.month == "2026-03"
        told = [f"{one.file}{one.where}：{one.why}。{one.advice}。" for one in seen.refused]
        if seen.matched and chance.random() < 0.1:
            self._services.collection.accept(seen)
            for form in (one for one in seen.matched if not one.report.zero_reason):
                kept = self._services.reports.sheet(self._campaign, form.unit, "2026-03").report
                assert kept.items == form.report.items and kept.overall == form.report.overall
        return told

    def _typed(self, chance: Random) -> bytes:
        """As somebody fills it in who types anything anywhere."""
        from openpyxl.cell.cell import MergedCell

        book = openpyxl.load_workbook(io.BytesIO(chance.choice(self._sound)))
        for _ in range(chance.choice((1, 3, 8))):
            sheet = book[chance.choice(book.sheetnames)]
            cell = sheet.cell(chance.randrange(1, sheet.max_row + 2), chance.randrange(1, sheet.max_column + 2))
            plain = plain_text(chance)
            if not isinstance(cell, MergedCell):
                cell.value = chance.choice((plain, None, 45_000, 1.5, date(2026, 3, 2), plain * 3))
        made = io.BytesIO()
        book.save(made)
        return made.getvalue()


class EvidenceTarget:
    name, reads = "evidence", "佐证（任何文件，找密级标志）"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._services = House(folder / "data", FakeClock()).open()
        unit = self._services.ledger.add_unit("社会救助股")
        name = self._services.ledger.open_campaign("专项", date(2026, 1, 1), date(2026, 12, 31))
        self._issue = self._services.issues.add(name, issue_text(unit), ORIGIN)
        self._sound = {
            "xlsx": xlsx(FINDINGS),
            "docx": docx(FINDINGS),
            "txt": "核查 46 份".encode(),
            "png": b"\x89PNG\r\n\x1a\n" * 9,
        }

    def close(self) -> None:
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        ending = chance.choice(list(self._sound))
        sound = self._sound[ending]
        data = spoilt_zip.spoilt(chance, sound) if ending in ("xlsx", "docx") else spoilt_bytes.spoilt(chance, sound)
        ending = chance.choice((ending,) * 5 + ("exe", "lnk", "pdf", "TXT", "zip"))
        path = self._folder / "交来" / f"{_stem(chance)}.{ending}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        try:
            made = self._services.evidence.add(self._issue, path)
        finally:
            path.unlink()
        kept = self._services.evidence.path(made)
        assert kept is not None and kept.read_bytes() == data and kept.resolve().is_relative_to(self._folder / "data")
        assert self._services.evidence.check(made).state == "完好"
        self._services.evidence.preview(made)
        return []


def _stem(chance: Random) -> str:
    """What a file can be called on this system."""
    unfit = "/\0" if os.name == "posix" else '<>:"/\\|?*' + "".join(map(chr, range(32)))
    plain = "".join(one for one in text(chance)[:60] if one not in unfit)
    return plain.encode("utf-8", "replace").decode()[:30] or "佐证"

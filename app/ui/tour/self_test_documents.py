"""The parts of the self-test that write office documents and read them again, through the services of the product."""

from datetime import datetime, timedelta
from pathlib import Path

from app.domain.exam_window import ExamWindow
from app.domain.paper import Paper
from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import BookRule
from app.services.services import Services
from app.ui.tour.self_test_parts import SelfTestError

PASSWORD = "自检口令 2026 甲乙丙丁"
TITLE = "自检统考"
SEED = 7
PEOPLE = (("王某", "救助科", "001"), ("李某", "养老科", "002"))


def word(services: Services, out: Path) -> str:
    """A paper as Word files; the first is read again with everything that a reader of Word would see."""
    from docx import Document

    files = services.papers.write_papers(_paper(services), SEED, out)
    paragraphs = [one.text for one in Document(str(files[0])).paragraphs if one.text.strip()]
    if len(paragraphs) < 10:
        raise SelfTestError(f"{files[0].name} 只有 {len(paragraphs)} 段文字")
    return f"写出 {len(files)} 个 Word 文件，读回 {len(paragraphs)} 段"


def table_read(services: Services, out: Path) -> str:
    """A roster as a spreadsheet program writes it."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("姓名", "科室", "工号"), *PEOPLE):
        sheet.append(row)
    target = out / "名单.xlsx"
    book.save(target)
    names = [one.name for one in services.unit_exams.read_roster(target).people]
    if names != [person[0] for person in PEOPLE]:
        raise SelfTestError(f"名单读回为 {names}")
    return "、".join(names)


def exam_file(services: Services, out: Path) -> str:
    """An exam package: encrypted, opened with its password, refused with another one."""
    now = datetime.now().astimezone()
    window = ExamWindow((now - timedelta(hours=1)).isoformat(), (now + timedelta(hours=1)).isoformat())
    people = [RosterPerson(*person) for person in PEOPLE]
    exam = services.unit_exams.make(TITLE, _paper(services), window, None, BookRule.CLOSED, people)
    target = out / f"{TITLE}.jjexam"
    services.unit_exams.write_package(exam.id, PASSWORD, PASSWORD, target)
    data, _ = services.exam_seats.read(target)
    opened = services.exam_seats.open(data, PASSWORD)
    if opened.exam != exam:
        raise SelfTestError("统考文件读回的内容不同")
    return f"{len(data) // 1024} KB"


def spreadsheet(services: Services, out: Path) -> str:
    """The grade book of the exam just made."""
    from openpyxl import load_workbook

    known = services.unit_exams.exams()
    if not known:
        raise SelfTestError("没有可以导出成绩册的统考")
    target = out / "成绩册.xlsx"
    services.unit_exams.write_grade_book(known[0][0], target)
    book = load_workbook(target, read_only=True)
    cells = {str(cell) for sheet in book.worksheets for row in sheet.values for cell in row}
    book.close()
    missing = [person[0] for person in PEOPLE if person[0] not in cells]
    if missing:
        raise SelfTestError(f"成绩册里没有 {missing}")
    return f"读回 {len(cells)} 种内容"


def _paper(services: Services) -> Paper:
    return services.library.papers()[0]

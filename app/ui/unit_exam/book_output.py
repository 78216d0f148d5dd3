"""What leaves the 成绩册 page: the book as a table or as Word, 学习情况记录单, the exam's file once more."""

from collections.abc import Callable
from pathlib import Path

from app.domain.errors import UserError
from app.domain.package_header import SUFFIX
from app.domain.record_sheet import TITLE, RecordSheet
from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import UnitExam
from app.services.document_folder import safe_name
from app.services.unit_exam_service import UnitExamService
from app.services.unit_exam_sheets import sheet_name
from app.ui.kit.page import Page
from app.ui.parts.ask_text import AskText
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.password_ask import ask_password
from app.ui.unit_exam.seat_card import FILTER
from app.ui.unit_exam.waiting import waiting

SheetPdf = Callable[[RecordSheet], bytes]
TABLE, WORD = ".xlsx", ".docx"
_FILTERS = {TABLE: "Excel 工作簿 (*.xlsx)", WORD: "Word 文档 (*.docx)"}
UNIT_ABOUT = "记录单的“单位”一栏写本单位名称，后面接上名单里的科室。"
_LONGEST_UNIT, _SHOWN = 40, 3


class BookOutput:
    """Says on ``page`` what came of it."""

    def __init__(
        self,
        page: Page,
        unit_exams: UnitExamService,
        exam: UnitExam,
        files: FileAsking,
        unit: str,
        sheet_pdf: SheetPdf | None,
    ) -> None:
        """Without ``sheet_pdf`` no 学习情况记录单 are offered."""
        self._page, self._unit_exams, self._exam, self._files = page, unit_exams, exam, files
        self._unit, self._sheet_pdf = unit.split()[0] if unit.split() else "", sheet_pdf

    @property
    def offers_sheets(self) -> bool:
        return self._sheet_pdf is not None

    def book(self, kind: str = TABLE) -> None:
        """``kind``: TABLE or WORD."""
        name = f"{safe_name(self._exam.title)}成绩册{kind}"
        path = self._files.save(self._page, "导出成绩册", name, _FILTERS[kind])
        if path is None:
            return
        write = self._unit_exams.write_grade_book if kind == TABLE else self._unit_exams.write_grade_book_document
        try:
            with waiting():
                write(self._exam.id, path)
        except UserError as error:
            self._page.message.emit("red", str(error))
            return
        self._page.message.emit("green", f"已导出 {path}。内部资料，注意保管。")

    def package(self) -> None:
        ask_password(self._page, self._save_package)

    def sheet(self, person: RosterPerson) -> None:
        """Of the result of one person that counts."""
        try:
            self._unit_exams.sheets.sheet(self._exam.id, person.key, self._unit)
        except UserError as error:
            self._page.message.emit("red", str(error))
            return
        self._ask_unit(lambda: self._save_sheet(person))

    def every_sheet(self) -> None:
        """Of everybody, into a folder."""
        self._ask_unit(self._save_every_sheet)

    def _ask_unit(self, then: Callable[[], None]) -> None:
        def act(text: str) -> None:
            self._unit = " ".join(text.split())
            then()

        AskText(
            self._page, f"出{TITLE}", UNIT_ABOUT, "单位", "下一步", act, self._unit, "如：某县民政局", _LONGEST_UNIT
        ).open()

    def _save_sheet(self, person: RosterPerson) -> None:
        sheet = self._unit_exams.sheets.sheet(self._exam.id, person.key, self._unit)
        path = self._files.save(self._page, f"保存{TITLE}", sheet_name(person), "PDF 文件 (*.pdf)")
        if path is not None and self._sheet_pdf is not None:
            self._unit_exams.sheets.write(path.parent, {path.name: self._sheet_pdf(sheet)})
            self._page.message.emit("green", f"已保存 {path}。")

    def _save_every_sheet(self) -> None:
        made, refused = self._unit_exams.sheets.every_sheet(self._exam.id, self._unit)
        if not made:
            raise UserError(refused[0][1] if refused else "还没有收到结果文件，没有记录单可出。")
        folder = self._files.folder(self._page, f"{TITLE}保存到哪个文件夹")
        if folder is None or self._sheet_pdf is None:
            return
        with waiting():
            files = dict[str, bytes]()
            for person, sheet in made:
                files[_another(sheet_name(person), files)] = self._sheet_pdf(sheet)
            self._unit_exams.sheets.write(folder, files)
        told = f"已保存 {len(files)} 份到 {folder}。"
        if refused:
            more = "等" if len(refused) > _SHOWN else ""
            told += f"{len(refused)} 人没有出：{''.join(words for _, words in refused[:_SHOWN])}{more}"
        self._page.message.emit("amber" if refused else "green", told)

    def _save_package(self, password: str) -> None:
        path = self._files.save(self._page, "保存统考文件", f"{safe_name(self._exam.title)}{SUFFIX}", FILTER)
        if path is None:
            return
        try:
            with waiting():
                self._unit_exams.write_package(self._exam.id, password, password, path)
        except UserError as error:
            self._page.message.emit("red", str(error))
            return
        self._page.message.emit("green", f"已保存 {path}。")


def _another(name: str, taken: dict[str, bytes]) -> str:
    """Nobody's sheet takes the place of another's."""
    stem, number = Path(name).stem, 2
    while name in taken:
        name, number = f"{stem}（{number}）.pdf", number + 1
    return name

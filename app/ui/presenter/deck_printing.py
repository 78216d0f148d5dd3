"""讲稿 and 讲义 of a deck, as Word and as PDF, into a folder that the leader chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from app.domain.deck import Deck
from app.domain.errors import UserError
from app.services.meeting_documents import MeetingDocuments
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.presenter.file_choice import FileChoice
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.written_dialog import WrittenDialog

SCRIPT, HANDOUT = "script", "handout"
_SCRIPT_WORDS = "讲稿：每页缩略图配讲稿提示和答案，主讲人自己用，不发给听众。"
_HANDOUT_WORDS = "讲义：发给听众，没有讲稿提示；每张纸 3 页的旁边留有记录线。"


@dataclass(frozen=True)
class Printing:
    per_sheet: int
    answers: bool


class PrintDialog(Modal):
    """``chosen`` carries SCRIPT or HANDOUT."""

    def __init__(self, anchor: QWidget, title: str) -> None:
        self._per_sheet = SegmentControl((("3", "每张 3 页"), ("6", "每张 6 页")), "3", "讲义每张纸几页")
        self._answers = QCheckBox("讲义里印出答案")
        self._answers.setAccessibleName("讲义里印出答案")
        options = row(Label("讲义", 16), self._per_sheet, self._answers, None, spacing=14)
        content = boxed(column(Paragraph(_SCRIPT_WORDS), Paragraph(_HANDOUT_WORDS), 4, options, spacing=8))
        choices = (Choice("", "取消"), Choice(HANDOUT, "写讲义"), Choice(SCRIPT, "写讲稿", safe=True))
        super().__init__(anchor, f"打印《{title}》", content, choices, width=640, icon="print")

    def first_focus(self) -> QWidget | None:
        return self.button(SCRIPT)

    def options(self) -> Printing:
        return Printing(int(self._per_sheet.chosen()), self._answers.isChecked())


class DeckPrinting:
    """``failed`` gets a sentence to be shown; what was written is shown as a list."""

    def __init__(
        self, documents: MeetingDocuments, find: Callable[[str], Path | None], files: FileChoice | None = None
    ) -> None:
        self._documents, self._sheets = documents, SheetPainter(find)
        self._files = files or FileChoice()

    def ask(self, anchor: QWidget, deck: Deck, failed: Callable[[str], None]) -> PrintDialog:
        dialog = PrintDialog(anchor, deck.title)

        def write(what: str) -> None:
            if what:
                self.write(anchor, deck, what, dialog.options(), failed)

        dialog.chosen.connect(write)
        dialog.open()
        return dialog

    def write(self, anchor: QWidget, deck: Deck, what: str, options: Printing, failed: Callable[[str], None]) -> None:
        folder = self._files.folder(anchor, f"把《{deck.title}》存到哪个文件夹")
        if folder is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            paths = self._script(deck, folder) if what == SCRIPT else self._handout(deck, folder, options)
        except UserError as error:
            failed(str(error))
            return
        finally:
            QApplication.restoreOverrideCursor()
        WrittenDialog(anchor, paths, self._files).open()

    def _script(self, deck: Deck, folder: Path) -> list[Path]:
        from app.ui.presenter.page_pictures import page_pictures
        from app.ui.presenter.script_pdf import script_pdf

        pdf = script_pdf(deck, self._sheets, self._documents.origin()) if deck.pages else b""
        return self._documents.write_script(deck, page_pictures(deck, self._sheets, True), folder, pdf)

    def _handout(self, deck: Deck, folder: Path, options: Printing) -> list[Path]:
        from app.ui.presenter.handout_pdf import handout_pdf
        from app.ui.presenter.page_pictures import page_pictures

        per_sheet, answers = options.per_sheet, options.answers
        pdf = handout_pdf(deck, self._sheets, per_sheet, answers, self._documents.origin()) if deck.pages else b""
        pictures = page_pictures(deck, self._sheets, answers)
        return self._documents.write_handout(deck, pictures, per_sheet, answers, folder, pdf)

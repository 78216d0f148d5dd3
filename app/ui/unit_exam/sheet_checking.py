"""核验记录单: the code on a sheet and a file, beside what the 成绩册 says."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.sheet_check import SheetCheck
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.file_asking import FileAsking

FILTER = "结果文件、核验文件 (*.jjresult *.jsonl);;所有文件 (*)"
ABOUT = "输入记录单上的核验码，选这个人的结果文件（.jjresult）或核验文件（.jsonl）。只看，不改成绩册。"
NO_FILE = "还没有选文件。请先选结果文件或核验文件。"
Check = Callable[[str, Path], SheetCheck]
"""Code and file; may raise UserError."""


class SheetChecking(Modal):
    def __init__(self, anchor: QWidget, files: FileAsking, check: Check) -> None:
        self._files, self._check = files, check
        self._path: Path | None = None
        self._code = line_field("核验码", hint="四组，每组四个字母或数字", most=40)
        self._named = Label("还没有选文件", 15, "text2")
        self._told = Banner("", "green")
        self._told.hide()
        choose = button("选文件", "soft", "folder_open")
        choose.clicked.connect(self._choose_file)
        content = boxed(
            column(
                Paragraph(ABOUT, 15, "text2"),
                FormField("核验码", self._code, strong=True),
                row(choose, self._named, None, spacing=12),
                self._told,
                spacing=12,
            )
        )
        choices = (Choice("", "关闭"), Choice("check", "核验", safe=True))
        super().__init__(anchor, "核验记录单", content, choices, width=620, stays=True)
        self.chosen.connect(self._act)

    def told(self) -> str:
        """What the last check said, "" before it."""
        return self._told.text() if self._told.isVisible() else ""

    def _choose_file(self) -> None:
        path = self._files.open(self, "选结果文件或核验文件", FILTER)
        if path is not None:
            self._path = path
            self._named.setText(path.name)
            self._named.set_tone("text")

    def _act(self, key: str) -> None:
        if not self.isVisible():
            return
        if key != "check":
            self.dismiss()
            return
        try:
            if self._path is None:
                raise UserError(NO_FILE)
            found = self._check(self._code.text(), self._path)
        except UserError as error:
            self._say("red", str(error))
        else:
            self._say("green" if found.fits else "red", found.words)

    def _say(self, tone: str, words: str) -> None:
        self._told.say(words, tone)
        self._told.show()
        self.place()
        announce(self, words)

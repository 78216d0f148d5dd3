"""整本导出 and 读回, as the page of 整改台账 offers them."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.steps import StoppedError
from app.services.whole_ledger_export import WholeLedgerExport
from app.services.whole_ledger_read_in import ReadyLedger, WholeLedgerReadIn
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.whole_ledger_dialog import ACCEPT, WholeLedgerDialog
from app.ui.rectify.whole_ledger_file_asking import WholeLedgerFileAsking
from app.ui.rectify.whole_ledger_progress import with_whole_progress
from app.ui.rectify.whole_ledger_words import ABOUT, NOT_ENCRYPTED, counts, evidence

EXPORT, READ_IN = "整本导出…", "读回整本台账…"
T = TypeVar("T")


class WholeLedgerDesk(QObject):
    said = Signal(str, str)
    """Tone and words."""
    read = Signal()
    """There is another ledger now."""

    def __init__(
        self,
        page: QWidget,
        export: WholeLedgerExport,
        read_in: WholeLedgerReadIn,
        files: WholeLedgerFileAsking | None = None,
    ) -> None:
        super().__init__(page)
        self._page, self._export, self._read_in = page, export, read_in
        self._files = files or WholeLedgerFileAsking()

    def actions(self) -> list[tuple[str, Callable[[], None]]]:
        return [(EXPORT, self.export), (READ_IN, self.read_in)]

    def export(self) -> None:
        """What the file holds, and that it is open to whoever has it, is said first."""
        try:
            self._export.refuse_empty()
        except UserError as error:
            self.said.emit("red", str(error))
            return
        parts = (Paragraph(ABOUT, 16, "text2"), Banner(NOT_ENCRYPTED, "amber"), ConfidentialityBanner())
        choices = (Choice("", "取消"), Choice(ACCEPT, "选择位置并导出", safe=True))
        asked = Modal(self._page, "整本导出台账", boxed(column(*parts, spacing=12)), choices, width=640)
        asked.chosen.connect(lambda key: self._write() if key == ACCEPT else None)
        asked.open()

    def read_in(self) -> None:
        path = self._files.open(self._page)
        if path is None:
            return
        ready = self._try(
            lambda: with_whole_progress(self._page, "正在核对文件", lambda go_on: self._read_in.check(path, go_on))
        )
        if ready is None:
            return
        dialog = WholeLedgerDialog(self._page, ready.offer)
        dialog.chosen.connect(lambda key: self._decide(ready, key == ACCEPT))
        dialog.open()

    def _write(self) -> None:
        path = self._files.save(self._page, self._export.suggested_name())
        if path is None:
            return
        written = self._try(
            lambda: with_whole_progress(self._page, "正在导出台账", lambda go_on: self._export.write(path, go_on))
        )
        if written is not None:
            lost = written.missing or written.altered
            words = f"已整本导出，并已逐项核对：{path}\n{counts(written)}；佐证：{evidence(written)}。"
            self.said.emit("amber" if lost else "green", words)

    def _decide(self, ready: ReadyLedger, wanted: bool) -> None:
        try:
            if wanted:
                self._take(ready)
        finally:
            ready.close()

    def _take(self, ready: ReadyLedger) -> None:
        taken = self._try(
            lambda: with_whole_progress(self._page, "正在读回台账", lambda go_on: self._read_in.accept(ready, go_on))
        )
        if taken is not None:
            self.read.emit()
            self.said.emit("green", f"已读回：{counts(taken)}。可以接着用了。")

    def _try(self, act: Callable[[], T]) -> T | None:
        """None where it was refused or cancelled, and that is said."""
        try:
            return act()
        except StoppedError as error:
            self.said.emit("ink", str(error))
        except UserError as error:
            self.said.emit("red", str(error))
        return None

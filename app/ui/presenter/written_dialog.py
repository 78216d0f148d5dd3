"""What was written, and where it lies."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.presenter.file_choice import FileChoice

OPEN = "open"


class WrittenDialog(Modal):
    def __init__(self, anchor: QWidget, paths: Sequence[Path], files: FileChoice) -> None:
        self._folder, self._files = paths[0].parent, files
        self._failed = Paragraph("", 15, "red")
        self._failed.hide()
        names = [Paragraph(f"· {path.name}", 16, line=1.5) for path in paths]
        content = boxed(column(*names, 4, Label("保存在", 15, "text2"), Paragraph(str(self._folder), 15), self._failed))
        choices = (Choice("", "关闭"), Choice(OPEN, "打开所在文件夹", safe=True, icon="folder_open"))
        head = f"已写好 {len(paths)} 份文件"
        super().__init__(anchor, head, content, choices, width=640, icon="checkmark_circle", tone="green", stays=True)
        self.chosen.connect(self._choose)

    def _choose(self, key: str) -> None:
        if key == OPEN and not self._files.show(self._folder):
            self._failed.set_text("打不开文件夹窗口，请按上面的位置自己找。")
            self._failed.show()
            self.place()
        elif self.isVisible():
            self.dismiss()

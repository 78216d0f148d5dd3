"""数据: where everything one does is kept."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.settings.section_card import SectionCard

KEPT = "学习进度、答题、笔记和成绩都存在这个文件夹，软件不联网、不上传。换电脑时，关闭软件后复制整个文件夹即可。"


class DataSection(SectionCard):
    message = Signal(str, str)

    def __init__(self, folder: Path, trouble: str) -> None:
        super().__init__("数据")
        self._folder = folder
        if trouble:
            self.add(Banner(trouble, "red"), ruled=False)
        show, copy = button("打开文件夹", "default", "folder_open"), button("复制路径", "ghost", "copy")
        self.add(
            column(
                Label("数据文件夹", 16, bold=True),
                Paragraph(str(folder), 15),
                Paragraph(KEPT, 14, "text2"),
                row(show, copy, None),
                spacing=6,
            ),
            ruled=False,
        )
        show.clicked.connect(self._show_folder)
        copy.clicked.connect(self._copy_path)

    @Slot()
    def _show_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.message.emit("amber", f"系统没有打开文件夹，请在文件管理器中前往 {self._folder}")

    @Slot()
    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        self.message.emit("green", "已复制路径。")

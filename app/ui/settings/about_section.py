"""关于: version, disclaimer, and whose work is inside."""

from app import __version__
from app.domain.labels import DISCLAIMER
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import resources
from app.ui.settings.section_card import SectionCard

QT = (
    "界面使用 Qt 6 和 PySide6（The Qt Company），按 LGPL 3.0 许可使用，以动态库方式链接，"
    "您可以用兼容的版本替换随软件提供的 Qt 库文件。源代码见 download.qt.io。"
)
FONTS = "fonts/OFL-"
PARTS = (
    ("Qt 6 · PySide6", "LGPL 3.0", QT, ""),
    ("Jingjian Title Serif", "SIL OFL 1.1", "标题字体，由 Noto Serif SC 裁剪改名。", f"{FONTS}JingjianTitleSerif.txt"),
    ("Noto Sans SC", "SIL OFL 1.1", "本机没有中文黑体时使用。", f"{FONTS}NotoSansSC.txt"),
    ("Fluent UI System Icons", "MIT", "界面图标（Microsoft Corporation）。", "icons/LICENSE"),
    ("Python、Markdown、PyYAML、sqlite-utils", "PSF / BSD / MIT / Apache-2.0", "读取内容和保存记录。", ""),
)


class AboutSection(SectionCard):
    def __init__(self) -> None:
        super().__init__("关于")
        self.add(
            column(
                Label("镜鉴", 24, bold=True, serif=True),
                Paragraph("以案为镜，自学自警。离线的警示教育学习软件。", 16, "text2"),
                Label(f"版本 {__version__}", 16),
                spacing=6,
            ),
            ruled=False,
        )
        self.add(column(Label("关于案例", 16, bold=True), Paragraph(DISCLAIMER, 15), spacing=4))
        parts = column(Label("许可", 16, bold=True), spacing=12)
        for name, licence, what, file in PARTS:
            head = row(Label(name, 15, bold=True), Label(licence, 14, "text2"), None, spacing=12)
            if file:
                show = button("查看许可全文", "link", name=f"查看 {name} 的许可全文")
                show.clicked.connect(lambda _=False, title=name, path=file: self._show(title, path))
                head.addWidget(show)
            parts.addLayout(column(head, Paragraph(what, 14, "text2"), spacing=2))
        self.add(parts)

    def _show(self, title: str, file: str) -> None:
        try:
            text = (resources() / file).read_text(encoding="utf-8")
        except OSError:
            text = "找不到许可文件，软件可能安装不完整。请重新安装。"
        modal = Modal(self, title, Paragraph(text, 14, "text2"), (Choice("close", "关闭", safe=True),), width=720)
        modal.open()

"""A picture or a text of evidence, looked at inside the window. Nothing else is ever opened."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.domain.ledger.evidence import EvidencePreview, PreviewKind
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

WIDTH, HEIGHT = 760, 460


class IssuePreview(Modal):
    def __init__(self, anchor: QWidget, name: str, preview: EvidencePreview) -> None:
        choices = (Choice("", "关闭", safe=True),)
        super().__init__(anchor, name, _content(name, preview), choices, width=WIDTH + 60)


def _content(name: str, preview: EvidencePreview) -> QWidget:
    if preview.kind is PreviewKind.TEXT:
        text = QPlainTextEdit(preview.text)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(f"{name}的文字")
        text.setFixedHeight(px(HEIGHT))
        return text
    picture = QPixmap()
    if preview.kind is PreviewKind.PICTURE and picture.loadFromData(preview.picture):
        shown = QLabel()
        shown.setAccessibleName(f"图片：{name}")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown.setPixmap(picture.scaled(px(WIDTH), px(HEIGHT), keep, smooth))
        return shown
    return Paragraph("这个文件不能预览，或已经缺失、被改动。只预览图片和文字。", 16, "text2")

"""What can be done with the text that one reads."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.settings import FACES, READING_SIZES, Appearance
from app.ui.kit.button import Button, button
from app.ui.kit.fonts import reading_faces
from app.ui.kit.layouts import row
from app.ui.kit.rule import Rule
from app.ui.kit.tokens import current_theme


class CaseToolbar(QWidget):
    """``asked`` names the action: contents, highlight, note, bookmark, clauses, find, project, print, pdf."""

    asked = Signal(str)
    size_chosen = Signal(int)
    face_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = self._tool("目录", "list", "contents", "目录 Ctrl+T")
        self._highlight = self._tool("划重点", "highlight", "highlight", "先选中文字，再划重点 H")
        self._note = self._tool("记笔记", "note_add", "note", "先选中文字，再记笔记 N")
        self._bookmark = self._tool("收藏", "bookmark", "bookmark", "收藏 Ctrl+D")
        self._bookmark.setCheckable(True)
        self._size = self._menu(f"字号 {appearance.reading_size}", "text_font_size", "字号 Ctrl+= Ctrl+- Ctrl+0")
        self._face = self._menu(FACES[appearance.face], "text_quote", "正文字体")
        self._clauses = self._tool("条文", "scales", "clauses", "条文与笔记 L")
        self._find = self._tool("", "search", "find", "在本页查找 Ctrl+F", "在本页查找")
        self._project = self._tool("投影讲授", "presenter", "project", "投到大屏幕上讲 F5")
        self._print = self._menu("打印", "print", "打印 Ctrl+P")
        self._fill(appearance)
        self._shorter = (
            self._highlight,
            self._note,
            self._bookmark,
            self._size,
            self._face,
            self._clauses,
            self._project,
            self._print,
        )
        self._words = {tool: tool.label() for tool in self._shorter}
        tools = (self._highlight, self._note, self._bookmark, Rule(vertical=True, length=22), self._size, self._face)
        ends = (self._find, self._project, self._print)
        self.setLayout(row(self._contents, *tools, self._clauses, None, *ends, margins=(14, 6, 14, 6), spacing=2))
        self.set_folded(outline=False, clauses=None)

    def set_bookmarked(self, on: bool) -> None:
        self._bookmark.setChecked(on)
        self._bookmark.set_icon("bookmark", filled=on)
        self._rename(self._bookmark, "已收藏" if on else "收藏")

    def set_clauses_on(self, on: bool) -> None:
        """Whether the cards stand beside the text."""
        self._clauses.setCheckable(True)
        self._clauses.setChecked(on)

    def set_folded(self, outline: bool, clauses: int | None) -> None:
        """``outline``: it is in a drawer; ``clauses``: how many cards are, None where they stand beside the text."""
        self._contents.setVisible(outline)
        self._clauses.setCheckable(clauses is None)
        self._rename(self._clauses, f"条文 {clauses}" if clauses else "条文")

    def set_short(self, short: bool) -> None:
        """Icons alone, where words find no room; their names stay."""
        for tool, words in self._words.items():
            keeps = tool in (self._clauses, self._size)
            tool.setText("" if short and not keeps else words)
            tool.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_theme().colour("border"))

    def _rename(self, tool: Button, words: str) -> None:
        short = not tool.label()
        self._words[tool] = words
        tool.set_label(words)
        if short:
            tool.setText("")

    def _tool(self, text: str, icon: str, action: str, tip: str, name: str = "") -> Button:
        made = button(text, "ghost", icon, tip=tip, name=name)
        made.clicked.connect(lambda: self.asked.emit(action))
        return made

    def _menu(self, text: str, icon: str, tip: str) -> Button:
        made = button(text, "ghost", icon, tip=tip)
        made.setMenu(QMenu(made))
        return made

    def _fill(self, appearance: Appearance) -> None:
        for size in READING_SIZES:
            self._choice(self._size, f"{size} 像素", size == appearance.reading_size, self._emit_size(size))
        here = reading_faces()
        for face, word in FACES.items():
            installed = face in here
            chosen = face == appearance.face
            text = word if installed else f"{word}（本机未安装，以黑体显示）"
            self._choice(self._face, text, chosen, self._emit_face(face), installed or chosen)
        self._choice(self._print, "打印…", None, lambda: self.asked.emit("print"))
        self._choice(self._print, "存为 PDF…", None, lambda: self.asked.emit("pdf"))

    @staticmethod
    def _choice(owner: Button, text: str, on: bool | None, act: Callable[[], None], enabled: bool = True) -> None:
        action = owner.menu().addAction(text)
        if on is not None:
            action.setCheckable(True)
            action.setChecked(on)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False: act())

    def _emit_size(self, size: int) -> Callable[[], None]:
        return lambda: self.size_chosen.emit(size)

    def _emit_face(self, face: str) -> Callable[[], None]:
        return lambda: self.face_chosen.emit(face)

"""反思与承诺: what the case asks of oneself, and what one will do when it comes to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.annotation import Annotation, AnnotationKind
from app.domain.confidentiality import review
from app.domain.errors import UserError
from app.services.annotation_service import AnnotationService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.library.case_builder import REFLECTION
from app.ui.library.note_editor import warn
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.day_words import moment_words

PROMPTS = ("对组织负责", "对同事负责", "对自己负责", "对家人负责")
_IF, _THEN, _END = "如果", "，我就", "。"


def pledge_words(when: str, then: str) -> str:
    """如果……，我就……。"""
    return f"{_IF}{when.strip().rstrip('，。')}{_THEN}{then.strip().rstrip('。')}{_END}"


def pledge_parts(body: str) -> tuple[str, str]:
    """The two halves of a pledge as it was saved."""
    when, _, then = body.removeprefix(_IF).partition(_THEN)
    return when, then.removesuffix(_END)


class ReflectionPanel(Card):
    """One reflection and one pledge for a case; saved by the button, and on leaving where nothing is doubtful."""

    saved = Signal()
    message = Signal(str, str)

    def __init__(
        self, case_id: str, annotations: AnnotationService, number: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(kind="1", parent=parent)
        self._case_id, self._annotations, self._number = case_id, annotations, number
        self._warned = ""
        self._reflection = QPlainTextEdit()
        self._reflection.setAccessibleName("反思")
        self._reflection.setPlaceholderText("点上面的提示开头，写几句自己的话。")
        self._reflection.setTabChangesFocus(True)
        self._reflection.setFixedHeight(px(150))
        self._when, self._then = QLineEdit(), QLineEdit()
        self._when.setAccessibleName("如果")
        self._then.setAccessibleName("我就")
        self._when.setPlaceholderText("遇到什么情形，如：熟人托我办一件")
        self._then.setPlaceholderText("做哪一个动作，如：当场说明回避，换人经办")
        self._problem = Banner("", "red")
        self._problem.hide()
        self._save = button("保存反思与承诺", "primary", "save")
        self._state = Label("", 14, "text2")
        self.setLayout(self._whole())
        self._save.clicked.connect(self.save)
        self._load()

    def fields(self) -> tuple[QPlainTextEdit, QLineEdit, QLineEdit]:
        """Reflection, if, then."""
        return self._reflection, self._when, self._then

    def problem(self) -> str:
        """What stands against saving, as shown."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def drafts(self) -> tuple[str, ...]:
        return self._reflection.toPlainText(), self._when.text(), self._then.text()

    def set_drafts(self, drafts: tuple[str, ...]) -> None:
        if len(drafts) == 3 and any(drafts):
            self._reflection.setPlainText(drafts[0])
            self._when.setText(drafts[1])
            self._then.setText(drafts[2])

    def save(self) -> None:
        """Save both; refuses what must not be written and asks for a second look at what is doubtful."""
        found = review("\n".join(self.drafts()))
        if found.warnings and self._warned != "\n".join(self.drafts()):
            self._warned = "\n".join(self.drafts())
            self._say(warn(found.warnings), "amber")
            return
        if bool(self._when.text().strip()) != bool(self._then.text().strip()):
            self._say("承诺要写全：“如果”后面写情形，“我就”后面写动作。", "amber")
            return
        try:
            written = self._write()
        except UserError as error:
            self._say(str(error), "red")
            return
        self._problem.hide()
        if written:
            self._tell()
            self.saved.emit()
            self.message.emit("green", "反思与承诺已保存，可在“我的摘录”中查看。")

    def keep(self) -> None:
        """Save without asking, unless something is doubtful or incomplete."""
        found = review("\n".join(self.drafts()))
        whole = bool(self._when.text().strip()) == bool(self._then.text().strip())
        if not found.refusal and not found.warnings and whole:
            try:
                self._write()
            except UserError as error:
                self.message.emit("red", str(error))

    def _whole(self) -> QVBoxLayout:
        prompts = []
        for prompt in PROMPTS:
            start = button(prompt, "default", "edit", small=True)
            start.clicked.connect(lambda _=False, word=prompt: self._begin_line(word))
            prompts.append(start)
        pledge = column(
            row(Label("如果", 17, "red", True), (self._when, 1)),
            row(Label("我就", 17, "red", True), (self._then, 1)),
            spacing=8,
        )
        return column(
            row(Label(self._number, 24, "red", True, True), Label(REFLECTION, 24, "text", True, True), None, spacing=0),
            Paragraph("从这个案例想到自己：", 16, "text2"),
            boxed(FlowLayout(*prompts, spacing=8)),
            self._reflection,
            Paragraph("给自己一个“如果……，我就……”的约定，越具体越好：", 16, "text2"),
            pledge,
            self._problem,
            ConfidentialityBanner(),
            row(self._save, self._state, None, spacing=12),
            margins=(24, 18, 24, 22),
            spacing=12,
        )

    def _begin_line(self, prompt: str) -> None:
        text = self._reflection.toPlainText().rstrip()
        self._reflection.setPlainText(f"{text}\n{prompt}：" if text else f"{prompt}：")
        cursor = self._reflection.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._reflection.setTextCursor(cursor)
        self._reflection.setFocus()

    def _stored(self, kind: AnnotationKind) -> Annotation | None:
        return next((note for note in self._annotations.of(self._case_id) if note.kind is kind), None)

    def _load(self) -> None:
        reflection, pledge = self._stored(AnnotationKind.REFLECTION), self._stored(AnnotationKind.PLEDGE)
        if reflection is not None:
            self._reflection.setPlainText(reflection.body)
        if pledge is not None:
            when, then = pledge_parts(pledge.body)
            self._when.setText(when)
            self._then.setText(then)
        self._tell()

    def _write(self) -> bool:
        """Whether anything was there to save."""
        wanted = {AnnotationKind.REFLECTION: self._reflection.toPlainText().strip()}
        if self._when.text().strip() and self._then.text().strip():
            wanted[AnnotationKind.PLEDGE] = pledge_words(self._when.text(), self._then.text())
        for kind, body in wanted.items():
            stored = self._stored(kind)
            if stored is None and body:
                self._annotations.add(self._case_id, kind, REFLECTION, body=body)
            elif stored is not None and stored.body != body:
                if body:
                    self._annotations.rewrite(stored, body)
                else:
                    self._annotations.remove(stored)
        return any(wanted.values())

    def _tell(self) -> None:
        kinds = (AnnotationKind.REFLECTION, AnnotationKind.PLEDGE)
        times = [note.changed_at for kind in kinds if (note := self._stored(kind)) is not None]
        self._state.setText(f"{moment_words(max(times))} 已保存，只存在本机" if times else "只存在本机，不上传")

    def _say(self, text: str, tone: str) -> None:
        self._problem.say(text, tone)
        self._problem.show()

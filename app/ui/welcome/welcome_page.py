"""The first start, at most a minute: size of letters, what for, who. Every step can be skipped."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.domain.errors import UserError
from app.services.profile_service import ProfileService
from app.services.settings_service import SettingsService
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.roving import Roving
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.welcome.aim_choice import AimChoice
from app.ui.welcome.offers import AIMS, offers
from app.ui.welcome.size_choice import SizeChoice
from app.ui.welcome.step_dots import StepDots

WIDEST, HIGHEST = 980, 660
STEPS = ("选一个看着舒服的字号", "我主要用它来……", "姓名和单位（可以不填）")
HINTS = (
    "以后随时可以在“设置”里再改。",
    "只影响首页的排列，所有功能都能用。",
    "姓名只存本机，用于本机成绩和记录。",
)


class WelcomePage(Page):
    facts = PageFacts("welcome", "欢迎使用镜鉴", "", "")
    finished = Signal()

    def __init__(self, profiles: ProfileService, settings: SettingsService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles, self._settings = profiles, settings
        self._name, self._unit = QLineEdit(profiles.current.name), QLineEdit(profiles.current.unit)
        self._sizes = [SizeChoice(offer, offer.scale > 0) for offer in offers(self.screen().size().width())]
        self._aims = [AimChoice(*aim) for aim in AIMS]
        self._dots = StepDots(len(STEPS))
        self._title, self._hint = Paragraph("", 28, bold=True, serif=True, line=1.35), Paragraph("", 16, "text2")
        self._back, self._skip = button("上一步", "default", big=True), button("跳过", "ghost", big=True)
        self._next = button("下一步", "primary", big=True)
        self._steps = QStackedWidget()
        for step in (self._size_step(), self._aim_step(), self._name_step()):
            self._steps.addWidget(ScrollPage(step))
        name, motto = Label("镜鉴", 22, "red", bold=True, serif=True), Label("以案为镜，自学自警", 15, "text2")
        head = row(name, motto, None, self._dots)
        foot = row(self._back, None, self._skip, self._next, spacing=10)
        content = boxed(
            column(head, 8, self._title, self._hint, 4, (self._steps, 1), foot, margins=(32, 18, 32, 16), spacing=6)
        )
        content.setMaximumSize(px(WIDEST), px(HIGHEST))  # on a large screen it stands in the middle
        self.setLayout(row(content))
        self._back.clicked.connect(lambda: self._go(self._steps.currentIndex() - 1))
        self._skip.clicked.connect(self._leave_step)
        self._next.clicked.connect(self.main_action)
        self._show_choices()
        self._go(0)

    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._steps.currentIndex()

    def shown(self) -> None:
        self._focus_step()

    def state(self) -> dict[str, Any]:
        return {
            "step": self.step(),
            "aim": self._aim(),
            "name": self._name.text(),
            "unit": self._unit.text(),
        }

    def restore(self, state: object) -> None:
        if not isinstance(state, dict):
            return
        for choice in self._aims:
            choice.setChecked(choice.aim == state["aim"])
        self._name.setText(state["name"])
        self._unit.setText(state["unit"])
        self._go(state["step"])

    @Slot()
    def main_action(self) -> None:
        self._leave_step()

    @Slot()
    def _leave_step(self) -> None:
        """Go on; what was not chosen stays as it was."""
        if self.step() + 1 < len(STEPS):
            self._go(self.step() + 1)
            return
        try:
            self._profiles.describe(self._name.text(), self._unit.text(), self._aim())
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.finished.emit()

    @Slot()
    def _choose_size(self) -> None:
        offer = next((choice.offer for choice in self._sizes if choice.isChecked()), None)
        if offer is None:
            return
        changed = replace(self._settings.appearance, scale=offer.scale, reading_size=offer.reading)
        try:
            self._settings.change(changed)
        except UserError as error:
            self.message.emit("red", str(error))

    def _aim(self) -> str:
        return next((choice.aim for choice in self._aims if choice.isChecked()), self._profiles.current.aim)

    def _go(self, step: int) -> None:
        step = min(max(0, step), len(STEPS) - 1)
        last = step == len(STEPS) - 1
        self._steps.setCurrentIndex(step)
        self._dots.set_current(step)
        self._title.set_text(STEPS[step])
        self._hint.set_text(HINTS[step])
        self._back.setVisible(step > 0)
        self._skip.setVisible(not last)
        self._next.set_label("开始使用" if last else "下一步")
        if self.isVisible():
            self._focus_step()

    def _focus_step(self) -> None:
        groups: list[list[Any]] = [[*self._sizes], [*self._aims], [self._name]]
        members = groups[self.step()]
        target = next((one for one in members if getattr(one, "isChecked", bool)()), members[0])
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self) -> None:
        now = self._settings.appearance
        for choice in self._sizes:
            choice.setChecked((choice.offer.scale, choice.offer.reading) == (now.scale, now.reading_size))
        for aim in self._aims:
            aim.setChecked(aim.aim == (self._profiles.current.aim or AIMS[0][0]))
        for group in (self._sizes, self._aims):
            on = next((at for at, one in enumerate(group) if one.isChecked()), 0)
            Roving(self).set_members(group, on)
        for size in self._sizes:
            size.clicked.connect(self._choose_size)

    def _size_step(self) -> QWidget:
        samples = row(*((choice, 1) for choice in self._sizes[:-1]), spacing=16)
        return boxed(column(samples, self._sizes[-1], None, margins=(2, 4, 2, 4), spacing=12))

    def _aim_step(self) -> QWidget:
        return boxed(column(*self._aims, None, margins=(2, 6, 2, 6), spacing=12))

    def _name_step(self) -> QWidget:
        fields = column(margins=(2, 6, 2, 6), spacing=6)
        for field, text, most, hint in (
            (self._name, "姓名", 40, "如：张同志"),
            (self._unit, "单位（科室）", 60, "如：社会救助科"),
        ):
            label = Label(text, 16, bold=True)
            label.setBuddy(field)
            field.setAccessibleName(f"{text}，可以不填")
            field.setPlaceholderText(hint)
            field.setMaxLength(most)
            field.setMinimumHeight(px(44))
            field.setMaximumWidth(px(460))
            fields.addWidget(label)
            fields.addWidget(field)
            fields.addSpacing(px(10))
        fields.addWidget(ConfidentialityBanner())
        fields.addStretch(1)
        return boxed(fields)

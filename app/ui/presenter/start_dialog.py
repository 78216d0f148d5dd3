"""Before a session: which screen is whose, how the pages look, what is switched on. Enter starts."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.presenter_options import PresenterOptions
from app.ui.kit.button import Button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.presenter.arrangement import Arranged
from app.ui.presenter.awake import REMINDER, can_hold
from app.ui.presenter.screen_names import ScreenNames
from app.ui.presenter.screens import Screens

START, REHEARSE = "start", "rehearse"
ONE = (
    "只找到一块屏幕。讲稿、下一页和名单都不会显示，鼠标移到屏幕下缘可以叫出按钮条。建议先把讲稿打印出来。\n"
    "已接好投影仪时，请按 Win+P（或 Fn 加投影键）选“扩展”。"
)
MIRRORED = (
    "两块屏幕显示的是同一画面（复制）。讲稿、下一页和名单都不会显示，鼠标移到屏幕下缘可以叫出按钮条。\n"
    "按 Win+P 选“扩展”，就能在自己的屏幕上看讲稿；或者先把讲稿打印出来。"
)


class StartDialog(Modal):
    """``decided`` carries START or REHEARSE and the options."""

    decided = Signal(str, object)
    print_wanted = Signal()

    def __init__(self, anchor: QWidget, screens: Screens, options: PresenterOptions, can_rehearse: bool = True) -> None:
        self._screens, self._options = screens, options
        self._facts = Paragraph("", 16)
        self._swap, self._print = Button("交换屏幕", icon="arrow_repeat_all"), Button("打印讲稿", icon="print")
        self._theme = SegmentControl((("light", "浅色（亮灯）"), ("dark", "深色（暗室）")), options.theme, "投影颜色")
        self._reveal = _box("翻页时先揭晓答案，再翻到下一页", options.reveal_first)
        self._picking, self._teams = _box("随机抽点", options.picking), _box("分组竞答", options.teams)
        self._present = _box("投影上显示到会人数（不显示姓名）", options.show_present)
        self._names_box = _box("抽到谁，姓名直接显示在投影上", options.show_names)
        self._names_box.setVisible(options.picking)
        look = row(Label("投影颜色", 16), self._theme, None, spacing=12)
        room = row(self._picking, self._teams, None, spacing=20)
        tools = row(self._swap, self._print, None, spacing=10)
        saver = [] if can_hold() else [Paragraph(REMINDER, 15, "text2")]
        ticks = (self._reveal, self._present, room, self._names_box)
        content = boxed(column(self._facts, tools, 4, look, *ticks, *saver, spacing=8))
        rehearse = [Choice(REHEARSE, "试讲（不投影、不记录）")] if can_rehearse else []
        title = "开始投影" if can_rehearse else "继续投影"
        choices = (Choice("back", "返回"), *rehearse, Choice(START, title, safe=True))
        super().__init__(anchor, title, content, choices, width=680, icon="presenter", tone="red")
        self._names = ScreenNames(screens, self)
        self._swap.clicked.connect(screens.swap)
        self._print.clicked.connect(self.print_wanted)
        self._picking.toggled.connect(self._offer_names)
        screens.changed.connect(self._show)
        self.chosen.connect(self._finish)
        self._show()

    def first_focus(self) -> QWidget | None:
        return self.button(START)

    def options(self) -> PresenterOptions:
        """As chosen."""
        return replace(
            self._options,
            theme=self._theme.chosen(),
            reveal_first=self._reveal.isChecked(),
            picking=self._picking.isChecked(),
            teams=self._teams.isChecked(),
            show_present=self._present.isChecked(),
            show_names=self._names_box.isChecked(),
        )

    def words(self) -> str:
        """What it says of the screens."""
        return self._facts.text()

    @Slot(bool)
    def _offer_names(self, picking: bool) -> None:
        self._names_box.setVisible(picking)
        self.place()

    @Slot()
    def _show(self) -> None:
        arrangement = self._screens.arrangement
        two = arrangement.arranged is Arranged.TWO
        self._swap.setVisible(two)
        self._print.setVisible(not two)
        console, audience = arrangement.console, arrangement.audience
        if two and console is not None and audience is not None:
            self._facts.set_text(
                f"大家看到的：{audience.name}（{audience.resolution}）\n主讲人视图：{console.name}（{console.resolution}）\n"
                "每块屏幕上写着它的用途。反了就点“交换屏幕”，开始之后也可以按 X 交换。"
            )
        else:
            self._facts.set_text(MIRRORED if self._screens.mirrored else ONE)

    def _finish(self, key: str) -> None:
        self._names.close()
        if key in (START, REHEARSE):
            self.decided.emit(key, self.options())


def _box(text: str, on: bool) -> QCheckBox:
    made = QCheckBox(text)
    made.setChecked(on)
    made.setAccessibleName(text)
    return made

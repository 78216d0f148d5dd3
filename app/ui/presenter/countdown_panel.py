"""讨论计时: how long; large in a corner of the big screen."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import Button
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice
from app.ui.kit.paragraph import Paragraph
from app.ui.presenter.clock_words import clock
from app.ui.presenter.dialog import Dialog
from app.ui.presenter.presenter_controller import PresenterController

MINUTES = (1, 2, 3, 5, 8, 10, 15)
_TEXT = "时间显示在投影的一角，到时显示“时间到”。翻页、黑屏不影响计时。"


class CountdownPanel(Dialog):
    """Choosing a time starts it. While one is on it can be given a minute more, or be taken away."""

    def __init__(self, anchor: QWidget, controller: PresenterController) -> None:
        self._left = Label("", 30, bold=True)
        self._controller = controller
        buttons = [Button(f"{minutes} 分钟", "default", big=True) for minutes in MINUTES]
        more = Button("加 1 分钟", "soft", big=True)
        running = controller.counting_down
        content = boxed(column(self._left, boxed(FlowLayout(*buttons, *([more] if running else []))), Paragraph(_TEXT)))
        choices = [Choice("back", "返回", safe=True, kind="default")]
        if running:
            choices.insert(0, Choice("stop", "停止计时"))
        super().__init__(anchor, "讨论计时", content, choices, icon="timer")
        for minutes, made in zip(MINUTES, buttons, strict=True):
            made.clicked.connect(lambda _=False, minutes=minutes: self._start(minutes))
        more.clicked.connect(lambda: controller.extend_countdown(60))
        self.chosen.connect(lambda key: controller.stop_countdown() if key == "stop" else None)
        controller.ticked.connect(self._tick)
        self._tick()

    def _start(self, minutes: int) -> None:
        self._controller.start_countdown(minutes * 60)
        self.dismiss()

    @Slot()
    def _tick(self) -> None:
        left = self._controller.presentation.seconds_left
        self._left.setVisible(left is not None)
        if left is not None:
            self._left.setText("时间到" if left <= 0 else f"还剩 {clock(left)}")

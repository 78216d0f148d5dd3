"""How well a question is known: three buttons, each with the day on which the question comes back."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.review import Rating
from app.ui.kit.button import Button, button
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.plain_tip import set_tip


class RatingBar(QWidget):
    rated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("掌握得怎样")
        self._buttons = {rating: button(rating.value, big=True) for rating in Rating}
        for number, (rating, one) in enumerate(self._buttons.items(), 1):
            set_tip(one, f"按 {number} 也可以")
            one.clicked.connect(lambda _=False, chosen=rating: self.rated.emit(chosen))
        self._word = Label("掌握得怎样？", 15, "text2")
        self._word.setFixedHeight(next(iter(self._buttons.values())).sizeHint().height())
        self.setLayout(FlowLayout(self._word, *self._buttons.values(), spacing=10))

    def offer(self, dates: Mapping[Rating, str], suggested: Rating, taken_back: Rating | None = None) -> None:
        """``dates`` say when each brings the question back; Enter takes ``suggested``. ``taken_back`` is the rating
        that was just undone."""
        self._word.setText(f"已撤销“{taken_back.value}”，请重评：" if taken_back else "掌握得怎样？")
        for rating, one in self._buttons.items():
            one.set_label(f"{rating.value} · {dates[rating]}")
            one.set_kind("primary" if rating is suggested else "default")

    def button_of(self, rating: Rating) -> Button:
        """The button of a rating."""
        return self._buttons[rating]

"""One option of a vote: its letter, a bar, the number, one less, one more."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.button import Button
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.tokens import current_theme, px
from app.ui.presenter.hands_field import HandsField


class VoteBar(QWidget):
    """The vote that is on, and under it, thinner, the first one where this is the second."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[float, ...] = (0.0,)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, *shares: float) -> None:
        if shares != self._shares:
            self._shares = shares
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(80), px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        double = len(self._shares) > 1
        tops = ((px(2), px(11), "ink"), (px(15), px(5), "text3")) if double else ((px(5), px(12), "ink"),)
        for share, (top, height, token) in zip(self._shares, tops, strict=True):
            track = QRectF(0, top, self.width(), height)
            painter.setBrush(theme.colour("surface3"))
            painter.drawRoundedRect(track, height / 2, height / 2)
            track.setWidth(track.width() * min(share, 1.0))
            if track.width() > 1:
                painter.setBrush(theme.colour(token))
                painter.drawRoundedRect(track, height / 2, height / 2)


class VoteRow(QWidget):
    counted = Signal(int)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.field = HandsField(f"选项 {key} 的人数")
        self._first, self._bar = Label("", 15, "text2"), VoteBar()
        self._unit = Label("人", 15, "text2")
        letter = Label(key, 18, bold=True)
        letter.setMinimumWidth(px(18))
        less, more = (self._step(text, by, said) for text, by, said in (("−", -1, "减一人"), ("+", 1, "加一人")))
        self._first.setFixedWidth(px(84))
        self._first.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row(letter, (self._bar, 1), self._first, self.field, self._unit, less, more, spacing=6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.counted.connect(self.counted)

    def set_narrow(self, narrow: bool) -> None:
        """Without the word behind the number."""
        self._unit.setVisible(not narrow)

    def show_hands(self, hands: int, most: int, first: int | None) -> None:
        """``most`` is what a full bar means; ``first`` the hands of the first vote where this is the second."""
        self.field.show_hands(hands)
        shares = [hands / max(most, 1)]
        if first is not None:
            shares.append(first / max(most, 1))
        self._bar.show_shares(*shares)
        self._first.setText("" if first is None else f"首次 {first} →")
        self._first.setVisible(first is not None)

    def _step(self, text: str, by: int, said: str) -> Button:
        made = Button(text, "default", small=True)
        made.setAccessibleName(f"选项 {self.key} {said}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setFixedSize(px(36), px(36))
        made.clicked.connect(lambda: self.field.step(by))
        return made

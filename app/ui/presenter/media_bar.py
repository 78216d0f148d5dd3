"""Play, where, how loud: the leader's controls of a film or a sound. Only on pages that have one."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.presenter.clock_words import clock
from app.ui.presenter.media_player import MediaPlayer


class MediaBar(Card):
    def __init__(self, player: MediaPlayer, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._player = player
        self._play = Button("播放 M", "primary", "play")
        self._play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place, self._volume = _slider("播放到哪里", 1000), _slider("音量", 100)
        self._volume.setValue(player.volume)
        self._volume.setFixedWidth(px(100))
        self._time, self._trouble = Label("", 15), Paragraph("", 15, "amber")
        line = row(self._play, (self._place, 1), self._time, Label("音量", 15, "text2"), self._volume, spacing=10)
        self.setLayout(column(line, self._trouble, margins=(12, 6, 12, 6), spacing=4))
        self._play.clicked.connect(player.toggle)
        self._place.sliderMoved.connect(player.seek)
        self._place.actionTriggered.connect(lambda _: player.seek(self._place.sliderPosition()))
        self._volume.valueChanged.connect(player.set_volume)
        player.changed.connect(self.refresh)
        self.refresh()

    def trouble(self) -> str:
        return self._trouble.text()

    @Slot()
    def refresh(self) -> None:
        player = self._player
        self.setVisible(player.loaded)
        words = "暂停 M" if player.playing else "播放 M"
        if self._play.label() != words:
            self._play.set_label(words)
            self._play.set_icon("pause" if player.playing else "play")
        self._place.setMaximum(max(player.duration, 1))
        if not self._place.isSliderDown():
            self._place.setValue(player.position)
        said = f"{clock(player.position // 1000)} / {clock(player.duration // 1000)}"
        if said != self._time.text():
            self._time.setText(said)
            renamed(self._time, f"播放到 {said}")
        self._trouble.set_text(player.trouble)
        self._trouble.setVisible(bool(player.trouble))
        for made in (self._place, self._volume):
            made.setEnabled(not player.trouble)


class _Slider(QSlider):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn are for the pages."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _slider(name: str, most: int) -> QSlider:
    made = _Slider(Qt.Orientation.Horizontal)
    made.setRange(0, most)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made

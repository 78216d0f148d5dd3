"""Films and sounds: played by QtMultimedia where it is there; where it is not, a sentence says so."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QLoggingCategory, QMetaObject, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

_LOG = logging.getLogger(__name__)
LOOK_MS = 20
"""Fifty times a second: no film has more frames."""
MISSING = "这台电脑上没有播放组件，不能放视频和音频。请用系统的播放器打开文件，讲解可以继续。"
NO_FILE = "找不到文件“{}”。请在备课里重新选择，讲解可以继续。"
UNREADABLE = "放不了“{}”：文件损坏，或这台电脑没有相应的解码器。请换成 mp4（H.264/AAC）或 mp3，讲解可以继续。"


class MediaPlayer(QObject):
    """Loads nothing before the first film. Times are in milliseconds, volume from 0 to 100."""

    frame_ready = Signal(QImage)
    """A picture of the film, to be painted; null when there is none any more."""
    changed = Signal()
    failed = Signal(str)
    """A sentence for the leader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._sound: QAudioOutput | None = None
        self._sink: QVideoSink | None = None
        self._file: Path | None = None
        self.trouble = ""
        self.volume = 80
        self._shown = -1
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)

    def load(self, file: Path | None) -> None:
        """Another film, or none; it waits for `play`."""
        if file == self._file:
            return
        self.stop()
        self._file, self.trouble = file, ""
        if file is not None:
            if not file.is_file():
                self._fail(NO_FILE.format(file.name))
            elif self._open():
                assert self._player is not None
                _order(self._player, "setSource", Q_ARG(QUrl, QUrl.fromLocalFile(str(file))))
                self._looking.start()
        self.changed.emit()

    @property
    def loaded(self) -> bool:
        return self._file is not None

    @property
    def playing(self) -> bool:
        player = self._player
        if player is None or self._file is None:
            return False
        return player.playbackState() is player.PlaybackState.PlayingState

    @property
    def duration(self) -> int:
        return self._player.duration() if self._player is not None else 0

    @property
    def position(self) -> int:
        return self._player.position() if self._player is not None else 0

    def toggle(self) -> None:
        """Play, or pause; from the beginning once it was at its end. What cannot be played says so again."""
        if self.trouble:
            self.failed.emit(self.trouble)
        elif self._player is not None and self._file is not None:
            _order(self._player, "pause" if self.playing else "play")

    def pause(self) -> None:
        if self.playing and self._player is not None:
            _order(self._player, "pause")

    def seek(self, position: int) -> None:
        if self._player is not None:
            _order(self._player, "setPosition", Q_ARG("qlonglong", position))

    def set_volume(self, volume: int) -> None:
        self.volume = volume
        if self._sound is not None:
            _order(self._sound, "setVolume", Q_ARG("float", volume / 100))
        self.changed.emit()

    def stop(self) -> None:
        """The last picture goes, too."""
        self._looking.stop()
        self._shown = -1
        if self._player is not None:
            _order(self._player, "stop")
            _order(self._player, "setSource", Q_ARG(QUrl, QUrl()))
        self._file = None
        self.frame_ready.emit(QImage())

    @Slot()
    def _look(self) -> None:
        """For a new frame. Asked for, not told: `videoFrameChanged` comes from a thread of the player; see `_order`."""
        frame = self._sink.videoFrame() if self._sink is not None else None
        if frame is None or not frame.isValid() or frame.startTime() == self._shown:
            return
        self._shown = frame.startTime()
        picture = frame.toImage()
        if not picture.isNull():
            self.frame_ready.emit(picture)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _broken(self) -> None:
        if self._player is not None and self._file is not None:
            _LOG.warning("media: %s", self._player.errorString())
            self._fail(UNREADABLE.format(self._file.name))
            self.changed.emit()

    def _open(self) -> bool:
        if self._player is not None:
            return True
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # it tells of every library that it looks for
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink
        except ImportError as error:
            _LOG.warning("no QtMultimedia: %s", error)
            self._fail(MISSING)
            return False
        self._player, self._sound, self._sink = QMediaPlayer(self), QAudioOutput(self), QVideoSink(self)
        if not self._player.isAvailable():
            self._player = None
            self._fail(MISSING)
            return False
        self._player.setAudioOutput(self._sound)
        self._player.setVideoSink(self._sink)
        self._sound.setVolume(self.volume / 100)
        for signal in (self._player.playbackStateChanged, self._player.positionChanged, self._player.durationChanged):
            signal.connect(self._tell)
        self._player.errorOccurred.connect(self._broken)
        return True

    def _fail(self, sentence: str) -> None:
        self.trouble = sentence
        self.failed.emit(sentence)


def _order(whom: QObject, slot: str, *arguments: object) -> None:
    """Calls a slot of the player from the event loop, where Python is not held.

    Called directly it may wait for one of the player's threads while that thread, destroying an object that knows of
    one made in Python, waits for Python: neither ever goes on.
    """
    QMetaObject.invokeMethod(whom, slot, Qt.ConnectionType.QueuedConnection, *arguments)  # type: ignore[call-overload]

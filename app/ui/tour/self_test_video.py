"""The part of the self-test that plays a video: a bundle in which it is dead shows no error anywhere."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

from app.ui.tour.self_test_parts import SelfTestError
from app.ui.tour.stage import Stage, TourError

FRAMES, ENOUGH = 50, 40
GROUND, TOLERANCE = QColor(0x9B, 0x1C, 0x26), 24


class _Counter:
    """Frames as they arrive, and one of them as a picture."""

    def __init__(self) -> None:
        self.frames = 0
        self.picture = QImage()

    def take(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self.frames += 1
            if self.frames == ENOUGH // 2:
                self.picture = frame.toImage()


def video(file: Path, stage: Stage) -> str:
    """Played at its own speed, without sound, into nothing that can be seen."""
    counter, sink, player = _Counter(), QVideoSink(), QMediaPlayer()
    ends = (QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia)
    sink.videoFrameChanged.connect(counter.take)
    player.setVideoOutput(sink)
    player.setSource(QUrl.fromLocalFile(str(file)))
    player.play()
    try:
        stage.until(lambda: player.mediaStatus() in ends or bool(player.errorString()), "视频放完")
    except TourError as error:
        raise SelfTestError(f"视频没有放完，放出 {counter.frames} 帧") from error
    finally:
        said = player.errorString()
        player.stop()
        player.setSource(QUrl())
    if counter.frames < ENOUGH:
        raise SelfTestError(f"视频共 {FRAMES} 帧，只放出 {counter.frames} 帧。{said}")
    seen = counter.picture.pixelColor(4, 4)
    apart = max(abs(seen.red() - GROUND.red()), abs(seen.green() - GROUND.green()), abs(seen.blue() - GROUND.blue()))
    if apart > TOLERANCE:
        raise SelfTestError(f"视频的颜色不对：{seen.name()}，应为 {GROUND.name()}")
    return f"{counter.frames} 帧"

"""讲: not in this version, and it says so."""

from app.ui.tour.stage import Stage


def play_present(stage: Stage) -> None:
    stage.go("presenter")
    stage.shot("80-集体学习")

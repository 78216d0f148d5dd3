"""改: not in this version, and it says so."""

from app.ui.tour.stage import Stage


def play_rectify(stage: Stage) -> None:
    stage.go("rectify")
    stage.shot("90-以案促改")

"""改: the ledger before there is anything in it."""

from app.ui.tour.stage import Stage


def play_rectify(stage: Stage) -> None:
    stage.go("ledger")
    stage.shot("90-整改台账")

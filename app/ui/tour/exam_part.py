"""考: the lobby, a paper sat to its end, the result."""

from app.ui.tour.stage import Stage


def play_exam(stage: Stage) -> None:
    if stage.services.profiles.first_run:
        stage.services.profiles.describe("", "", "自己学")
    stage.go("exams")
    stage.shot("50-模拟考试")

"""改: from the end of a case to an issue that is closed and looked back on, over a year of eighteen departments."""

import tempfile
from pathlib import Path

from app.ui.tour.rectify_begin import begin, start_second
from app.ui.tour.rectify_bring_in import bring_in, note_post_risks
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import Stage


def play_rectify(stage: Stage) -> None:
    stage.go("ledger")
    stage.quick_shot("改00-整改台账-还没有专项")
    with tempfile.TemporaryDirectory(prefix="jingjian-") as folder:
        year = RectifyYear(stage, Path(folder))
        first, second = begin(year)
        start_second(year, second)
        bring_in(year)
        note_post_risks(year)

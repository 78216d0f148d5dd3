"""The start: first paint, CPU and memory against the floor shell; 首页 filled from a person's own data."""

import tempfile
from pathlib import Path

from app.bootstrap import open_app
from app.paths import find_paths
from benchmarks.display import display
from benchmarks.ratios import line, processes


def main(runs: int = 15) -> None:
    with tempfile.TemporaryDirectory() as folder, display() as screen:
        data = Path(folder) / "data"
        _live(data)
        print(f"     start, {screen['QT_QPA_PLATFORM']}, median of {runs} interleaved runs")
        figures = processes(
            {
                "floor shell": ["-m", "benchmarks.floor_shell"],
                "bare floor": ["-m", "benchmarks.floor_shell", "--bare"],
                "first paint": ["-m", "benchmarks.app_start", "paint", "--data-dir", str(data)],
                "home": ["-m", "benchmarks.app_start", "home", "--data-dir", str(data)],
            },
            runs,
            screen,
        )
    floor, bare, paint, home = (figures[name] for name in ("floor shell", "bare floor", "first paint", "home"))

    def ratio(mine: dict[str, float], other: dict[str, float], key: str) -> tuple[float, str]:
        return mine[key] / other[key], f"{mine[key]:.0f} / {other[key]:.0f} {key}"

    for what, (value, detail), goal in (
        ("first paint / floor shell", ratio(paint, floor, "first_paint_ms"), 1.2),
        ("CPU until first paint / floor shell", ratio(paint, floor, "cpu_ms"), 1.25),
        ("首页 filled from a person's data / floor shell", ratio(home, floor, "first_paint_ms"), 1.6),
        ("memory at first paint / bare floor", ratio(paint, bare, "rss_kib"), 1.5),
    ):
        print(line(what, value, goal, detail), flush=True)


def _live(data: Path) -> None:
    """A person who has read, practised and sat an exam."""
    services = open_app(find_paths(data), seed=1)
    services.library.adopt(services.library.prepare())
    services.profiles.describe("周明", "某县民政局", "自己学")
    for summary in services.library.cases()[:3]:
        case = services.library.case(summary.id)
        services.study.open(case)
        services.study.answer_gate(case, "A", "sure")
        services.study.read(case.id, "案情", 0.2)
        for question in services.library.check_questions(case):
            services.practice.answer(question, services.practice.shown(question), question.answer[:1], "sure")
    exam = services.exams.start(services.library.papers()[0], "周明")
    for item in exam.items:
        exam = services.exams.answer(exam, item.place, item.question.answer)
    services.exams.submit(exam)
    services.close()

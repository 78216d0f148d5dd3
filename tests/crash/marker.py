"""Marks 简答 of a 统考 until it is killed: "T [sitting, place]" before each, "A [sitting, place, ticks]" once saved.

python -m tests.crash.marker FOLDER EXAM SEED
"""

import json
import os
import random
import sys
from pathlib import Path

from tests.unit.fakes import FakeClock
from tests.unit.house import House


def main(folder: Path, exam_id: str, seed: int) -> None:
    dice, clock = random.Random(seed), FakeClock()
    clock.sleep(30 * 24 * 3600)
    services = House(folder, clock).open()
    marking, package = services.unit_exams.marking, services.unit_exams.package(exam_id)
    answers = [one for asked in marking.questions(package) for one in asked.answers]
    while True:
        one = dice.choice(answers)
        ticks = tuple(dice.random() < 0.5 for _ in one.question.points)
        os.write(1, f"T {json.dumps([one.sitting, one.place])}\n".encode())
        marking.mark(package, one, ticks, f"阅卷人{dice.randrange(3)}")
        os.write(1, f"A {json.dumps([one.sitting, one.place, ticks])}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

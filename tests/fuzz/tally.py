"""What came of the cases of one target."""

import traceback
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from app.domain.errors import UserError
from tests.fuzz.fence import Fence
from tests.fuzz.sentences import faults, kind
from tests.fuzz.target import Target


@dataclass(slots=True)
class Tally:
    """``crashes``: (number of the case, what happened), of each kind the first few."""

    target: str
    seed: int
    tried: int = 0
    accepted: int = 0
    refused: int = 0
    sentences: dict[str, str] = field(default_factory=dict)
    crashes: list[tuple[int, str]] = field(default_factory=list)

    def try_case(self, target: Target, number: int, fence: Fence | None = None) -> None:
        """The same seed, target and number make the same case."""
        self.tried += 1
        try:
            told = target.case(Random(f"{self.seed}/{self.target}/{number}"))
        except UserError as error:
            told = [str(error)]
        except Exception:
            self.crashes.append((number, traceback.format_exc(limit=-12)))
            return
        self.accepted, self.refused = self.accepted + (not told), self.refused + bool(told)
        for sentence in told:
            self.sentences.setdefault(kind(sentence), sentence)
            if wrong := faults(sentence):
                self.crashes.append((number, f"a sentence {'; '.join(wrong)}: {sentence[:500]!r}"))
        if fence is not None and fence.broken:
            self.crashes.append((number, f"out of its folder: {fence.broken[:3]}"))
            fence.broken.clear()


def tally(make: type[Target], folder: Path, seed: int, cases: range) -> Tally:
    """So many cases, without a fence."""
    folder.mkdir(parents=True, exist_ok=True)
    found, target = Tally(make.name, seed), make(folder)
    try:
        for number in cases:
            found.try_case(target, number)
    finally:
        target.close()
    return found

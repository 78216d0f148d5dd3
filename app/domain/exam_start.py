"""What the log says of the beginning of an exam."""

from collections.abc import Collection
from typing import Any

from app.domain.exam import Exam
from app.domain.snapshot import serialised


def started(exam: Exam, avoided: Collection[str], book: str) -> dict[str, Any]:
    """``avoided``: ids that the draw kept off, without which the seed gives another paper; ``book``: 开卷, 闭卷, or ""
    where nobody has said."""
    return {
        "paper": exam.paper.id,
        "seed": exam.seed,
        "content": exam.content_version,
        "candidate": exam.candidate,
        "occasion": exam.occasion,
        "factor": exam.factor,
        "seat": exam.seat,
        "release": exam.release,
        "book": book,
        "avoided": sorted(avoided),
        "questions": [[serialised(one.question)[1], one.score, "".join(one.shown)] for one in exam.items],
    }

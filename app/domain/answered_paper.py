"""A paper as one person handed it in, with nothing of who it was."""

from typing import NamedTuple

from app.domain.exam import ExamItem
from app.domain.paper import Paper


class AnsweredPaper(NamedTuple):
    paper: Paper
    items: tuple[ExamItem, ...]

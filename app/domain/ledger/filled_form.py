"""What a returned form says, before it is held against the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.errors import UserError
from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.report_collection import FormNote
from app.domain.ledger.report_form import FormKey


@dataclass(frozen=True, slots=True)
class FilledForm:
    """``texts`` by the issue's token, ``places`` where each stands: "“填报”第 8 行". ``filled_on`` is ISO, or ""."""

    key: FormKey
    texts: Mapping[str, ReportText]
    places: Mapping[str, str]
    overall: ReportText
    no_news: bool
    no_news_reason: str
    filled_by: str
    reviewed_by: str
    filled_on: str
    notes: tuple[FormNote, ...]


class FormRefusedError(UserError):
    """A file that cannot be taken: where, why, and what to do."""

    def __init__(self, where: str, why: str, advice: str) -> None:
        super().__init__(f"{where + '：' if where else ''}{why}。{advice}。")
        self.where, self.why, self.advice = where, why, advice

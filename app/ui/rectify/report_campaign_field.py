"""Which 专项 a page of 改 is about."""

from collections.abc import Sequence

from app.domain.ledger.campaign import Campaign
from app.ui.kit.choice_field import ChoiceField

OVER = "（已结束）"


class ReportCampaignField(ChoiceField):
    def __init__(self, width: float = 350) -> None:
        super().__init__("选择专项", [], width=width)

    def show_campaigns(self, campaigns: Sequence[Campaign], chosen: str) -> None:
        """Those that are over stand last, and are marked."""
        listed = sorted(campaigns, key=lambda one: one.retired)
        self.set_choices([(one.id, f"{OVER * one.retired}{one.title}（{_span(one)}）") for one in listed], chosen)


def newest_or(campaigns: Sequence[Campaign], wanted: str) -> Campaign | None:
    """The one of that id, over or not; else the newest that is not over, else the newest; None where there is none."""
    newest = min(campaigns, key=lambda one: one.retired, default=None)
    return next((one for one in campaigns if one.id == wanted), newest)


def _span(campaign: Campaign) -> str:
    since, until = campaign.since, campaign.until
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.year}.{since.month}"
    end = f"{until.month}" if since.year == until.year else f"{until.year}.{until.month}"
    return f"{since.year}.{since.month}—{end}"

"""What meetings agreed on and nobody has taken into the ledger yet."""

from dataclasses import dataclass

from app.domain.minutes import FollowUp


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """``number`` within its meeting; ``day`` the ISO day on which it was agreed."""

    meeting_id: str
    number: int
    title: str
    day: str
    follow_up: FollowUp

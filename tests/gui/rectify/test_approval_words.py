"""How a signature reads: one sentence, with the number of the minutes behind the opinion."""

from datetime import date

from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import STEPS
from app.ui.rectify.approval_card import _words

ON = date(2026, 4, 16)


def test_the_minutes_follow_the_opinion_without_a_full_stop_between() -> None:
    signed = Approval(STEPS[3], "高远", "局长", ON, "同意销号。", "局党组会议纪要〔2026〕6号")
    assert _words(signed) == "2026-04-16 高远（局长）：同意销号；局党组会议纪要〔2026〕6号"


def test_an_opinion_alone_stays_as_it_was_signed() -> None:
    assert _words(Approval(STEPS[0], "李华", "股长", ON, "申请销号。")).endswith("：申请销号。")

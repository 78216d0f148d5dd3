"""An entry of 排查 or 查办 in its list: where the file is; of a public case also the notice, and the case of 学."""

from collections.abc import Callable, Mapping, Sequence

from app.domain.ledger.outcome import FileReference
from app.ui.rectify.outcome_line import OutcomeLine

Act = tuple[str, Callable[[], None]]


def reference_line(
    one: FileReference, titles: Mapping[str, str], acts: Sequence[Act], open_case: Callable[[str], None]
) -> OutcomeLine:
    """``titles`` of the cases by id: one that is not there any more is named as that, and not opened."""
    facts = f"{one.source}　{one.on:%Y-%m-%d}"
    if one.notice:
        facts += f"　已公开：{one.notice}（{one.published_by}，{one.published_on:%Y-%m-%d}）"
    own = list[Act]()
    if one.case:
        title = titles.get(one.case, "")
        facts += f"　对应案例：《{title}》" if title else "　对应的案例现在不在案例库里"
        own += [("看案例", lambda: open_case(one.case))] if title else []
    return OutcomeLine(one.number, facts, [*own, *acts])

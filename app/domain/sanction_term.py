"""How long a sanction goes on having effect, computed from its kind and never typed.

Sources: 纪律处分条例（2023）第十至十三条, 公职人员政务处分法第八条.
"""

import re
from dataclasses import dataclass

from app.domain.case import Sanction

PROBATION = re.compile("留党察看([一二])年")


@dataclass(frozen=True, slots=True)
class SanctionTerm:
    """``months`` from the decision on; ``words`` what they mean; ``article`` the rule that says so."""

    months: int
    words: str
    article: str


_TERMS = {
    "p-warning": SanctionTerm(12, "影响期一年", "条例@2023/10"),
    "p-serious-warning": SanctionTerm(18, "影响期一年半", "条例@2023/10"),
    "p-serious-warning-11": SanctionTerm(24, "影响期二年", "条例@2023/11"),
    "p-removal": SanctionTerm(24, "影响期二年", "条例@2023/11"),
    "p-expulsion": SanctionTerm(60, "五年内不得重新入党", "条例@2023/13"),
    "a-warning": SanctionTerm(6, "处分期六个月", "政务@2020/8"),
    "a-demerit": SanctionTerm(12, "处分期十二个月", "政务@2020/8"),
    "a-major-demerit": SanctionTerm(18, "处分期十八个月", "政务@2020/8"),
    "a-downgrade": SanctionTerm(24, "处分期二十四个月", "政务@2020/8"),
    "a-dismissal": SanctionTerm(24, "处分期二十四个月", "政务@2020/8"),
}
_PROBATIONS = {
    "一": SanctionTerm(36, "察看一年，恢复权利后再二年", "条例@2023/12"),
    "二": SanctionTerm(48, "察看二年，恢复权利后再二年", "条例@2023/12"),
}


def sanction_term(sanction: Sanction) -> SanctionTerm | None:
    """None where the kind has no term, or the words of a 留党察看 do not say for how long."""
    if sanction.slug == "p-probation":
        found = PROBATION.search(sanction.words)
        return _PROBATIONS[found[1]] if found else None
    return _TERMS.get(sanction.slug)


def end_of(term: SanctionTerm, decided: str) -> str:
    """2028年2月: the month in which the term ends, counted from an ISO day or month; "" where that is not known."""
    if len(decided) < 7:
        return ""
    months = int(decided[:4]) * 12 + int(decided[5:7]) - 1 + term.months
    return f"{months // 12}年{months % 12 + 1}月"

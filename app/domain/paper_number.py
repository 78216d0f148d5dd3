"""卷号 as people type it."""

import re
import unicodedata

from app.domain.drawing import SEEDS
from app.domain.errors import UserError

_WRITTEN = re.compile(r"(?:卷号)?(?:[AB]-?)?([0-9]{1,6})")
_REFUSED = "“{}”不是卷号。卷号在试卷的页脚，如 A-012345，只填数字 012345 也可以；要抽一份新卷，请留空。"
_SHOWN = 20


def read_paper_number(written: str) -> int | None:
    """The seed, None where nothing was written; 全角 and spaces make no difference.

    Raises UserError where it is no number of a paper.
    """
    plain = "".join(unicodedata.normalize("NFKC", written).split()).upper()
    if not plain:
        return None
    found = _WRITTEN.fullmatch(plain.replace("—", "-").replace("–", "-"))
    if found is None or not 1 <= int(found[1]) < SEEDS:
        raise UserError(_REFUSED.format(written.strip()[:_SHOWN]))
    return int(found[1])

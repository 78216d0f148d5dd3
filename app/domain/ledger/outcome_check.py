"""What an entry of 成果归集 must be before it is written down. Each raises UserError with what to put right."""

import re
from datetime import date

from app.domain.errors import UserError
from app.domain.ledger.outcome import MOST_RULE, Batch, FileReference, GoodPractice, IssuedRule
from app.domain.open_matters import warnings_of

MOST_NUMBER, MOST_NAME, MOST_STORY = 60, 100, 5_000
MOST_WORDS = 24
"""Characters of a number beside its figures: the names of the office and of the register."""
NO_CONTENT = "这里只登记编号、来源和日期，不写内容。"
_CONTENT = re.compile(
    r"反映|收受|索要|涉嫌|礼金|红包|贪污|受贿|行贿|挪用|侵占|侵吞|套取|骗取|冒领|截留|私分|违规|优亲厚友"
    r"|\d+(?:\.\d+)?\s*万?元"
)
_PERSON = re.compile(
    r"前妻|前夫|妻子|丈夫|老婆|老公|配偶|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|亲属|亲戚|邻居|情人"
    r"|知情人|实名|举报人|检举人|控告人|反映人|[\u4e00-\u9fff]某(?:[某甲乙丙]|$)"
)


def check_reference(new: FileReference, today: date) -> None:
    """Number, source, date, and of a case that was made public where: nothing of what it is about."""
    if new.batch not in (Batch.CLUES, Batch.CASES):
        raise UserError("这一批由台账和制度自动归集，不用登记编号。")
    if not new.number or not new.source:
        raise UserError(f"请写编号和来源。{NO_CONTENT}")
    if max(len(new.number), len(new.source)) > MOST_NUMBER:
        raise UserError(f"编号和来源各最多 {MOST_NUMBER} 字。{NO_CONTENT}")
    _check_words(new)
    if new.on > today:
        raise UserError(f"日期 {new.on:%Y-%m-%d} 还没有到。请核对日期。")
    if new.notice or new.published_by or new.published_on or new.case:
        _check_notice(new, today)


def _check_words(new: FileReference) -> None:
    number, source = new.number, new.source
    if not re.search(r"[0-9０-９]", number) or len(re.findall(r"[\u4e00-\u9fff]", number)) > MOST_WORDS:
        raise UserError(f"“编号”要像一个编号，如“县民监〔2026〕12号”“2026-012”。{NO_CONTENT}")
    if _CONTENT.search(number) or _PERSON.search(number) or _doubtful(number):
        raise UserError(f"“编号”里写了内容或人。请只写编号，如“县民监〔2026〕12号”“2026-012”。{NO_CONTENT}")
    if _CONTENT.search(source) or _PERSON.search(source) or _doubtful(source):
        raise UserError(f"“来源”里写了内容或人。请只写单位或渠道，如“县纪委监委移交”“群众来信”。{NO_CONTENT}")


def _doubtful(text: str) -> bool:
    """A long number of a register may look like that of a bank card."""
    return any(words != "像是银行卡号" for words in warnings_of(text))


def _check_notice(new: FileReference, today: date) -> None:
    if new.batch is Batch.CLUES:
        raise UserError("问题线索不能链接通报。已公开通报的，请登记到“查办一批典型案件”。")
    if not (new.notice and new.published_by and new.published_on):
        raise UserError("已公开通报的案件，请写全通报标题、公开来源和公开日期。未公开的不填这三项，也不链接案例。")
    if max(len(new.notice), len(new.published_by)) > MOST_NAME:
        raise UserError(f"通报标题和公开来源各最多 {MOST_NAME} 字。")
    if new.published_on > today:
        raise UserError(f"公开日期 {new.published_on:%Y-%m-%d} 还没有到。请核对日期。")


def check_rule(new: IssuedRule, today: date) -> None:
    if not new.name:
        raise UserError("请写制度的名称。")
    if len(new.name) > MOST_NAME or len(new.number) > MOST_NUMBER:
        raise UserError(f"制度名称最多 {MOST_NAME} 字，文号最多 {MOST_NUMBER} 字。请写短一些。")
    if len(new.text) > MOST_RULE:
        raise UserError(f"正文有 {len(new.text)} 字，最多 {MOST_RULE} 字。请检查是不是贴进了别的文件。")
    if new.on > today:
        raise UserError(f"出台日期 {new.on:%Y-%m-%d} 还没有到。请核对日期。")


def check_practice(new: GoodPractice) -> None:
    if not new.title or not new.story.strip():
        raise UserError("请写好做法的题目，和它怎么做、谁在做、结果怎样。")
    if len(new.title) > MOST_NAME or len(new.story) > MOST_STORY:
        raise UserError(f"题目最多 {MOST_NAME} 字，内容最多 {MOST_STORY} 字。请写短一些。")

"""What stands on the cards of 成果归集: what each batch is, and what one does there."""

from app.domain.ledger.outcome import PRACTICE, Batch

REFERENCE_ONLY = "只记编号、来源、日期。内容由承办单位按规定保管，不进入本机，所以这里没有别的栏目。"
WHYS = {
    Batch.CLUES.value: REFERENCE_ONLY,
    Batch.CASES.value: REFERENCE_ONLY + "已公开通报的可以链接通报。",
    Batch.SOLVED.value: "由台账自动归集：走完审签、已销号的问题；回头看发现已反弹的不算。",
    Batch.RULES.value: "整改中出台的制度。写了正文的，可以列入法规库的“本单位制度”，能搜索、能引用。",
    PRACTICE: "可以推广的做法。列入案例库后先标“草稿（本单位）”，并写明还缺什么；在草稿文本里补齐，就不再标草稿。",
}
SHAPES = {
    Batch.CLUES.value: ("登记", "还没有登记。", "件"),
    Batch.CASES.value: ("登记", "还没有登记。", "件"),
    Batch.SOLVED.value: ("", "还没有销号的问题。", "个"),
    Batch.RULES.value: ("登记制度", "还没有登记制度。", "项"),
    PRACTICE: ("登记好做法", "还没有登记好做法。", "条"),
}
"""By batch: (the word of the button, "" where nothing is entered by hand; what an empty one says; what is counted)."""
VOIDED = "作废后保留记录和原因，在页末“已作废”里看，不再计数。"

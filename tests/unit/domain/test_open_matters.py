"""Which words of the ledger ask for a second look, and which are ordinary work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.open_matters import second_look, warnings_of

REPORTER, CLUE, OPEN, GRADE = "像是举报人的情况", "像是问题线索的内容", "像是正在办理的案件", "提到密级"
DOUBTFUL = {
    "举报人王某反映股室虚报人数": REPORTER,
    "举报人：李建国，住幸福路": REPORTER,
    "举报人张丽华反映护理员不到岗": REPORTER,
    "举报人是周某某": REPORTER,
    "检举人的电话为空号": REPORTER,
    "王某实名举报科长收礼": REPORTER,
    "陈女士来信举报冒领": REPORTER,
    "线索来源：12388 转办": CLUE,
    "线索来源为县纪委转来的信访件": CLUE,
    "问题线索：某科长收受红包": CLUE,
    "线索指向殡葬管理所": CLUE,
    "王某的问题线索已转派驻组": CLUE,
    "举报信称护理员冒领": CLUE,
    "该股原股长已留置": OPEN,
    "李某被留置后账目停办": OPEN,
    "对其采取留置措施": OPEN,
    "目前立案审查中": OPEN,
    "正在接受审查调查": OPEN,
    "该同志已立案，账目待查": OPEN,
    "案件尚未结案，暂不公开": OPEN,
    "这是在查案件，不要外传": OPEN,
    "核查表依据绝密文件": GRADE,
    "附件标注机密": GRADE,
    "文件为秘密级": GRADE,
    "（秘密）会议材料": GRADE,
}
ORDINARY = (
    "信访举报渠道没有公示，群众不知道到哪里反映",
    "建立问题线索移交机制，每季度与派驻组会商一次",
    "移交问题线索3件，均已登记编号和日期",
    "畅通12388举报电话，设举报箱2个，每周开箱",
    "保护举报人，举报人信息不得外传",
    "举报人回访制度没有落实",
    "对举报人及时答复，答复率100%",
    "举报人是否满意没有记录",
    "举报人为实名的，10日内答复",
    "举报人时有催问，应当告知办理进度",
    "拓宽问题线索来源渠道",
    "问题线索移送办法没有修订",
    "线索台账只登编号、来源、日期",
    "问题线索管理台账：只登记编号、来源、日期",
    "行政文书可以留置送达",
    "完善立案标准和审批程序",
    "立案卷宗装订不规范",
    "档案已立案卷，目录齐全",
    "案件台账没有按月更新",
    "学习典型案件通报，开展以案促改",
    "低保申请正在入户核查",
    "正在核查46份档案",
    "初步核实低保对象家庭收入",
    "完善谈话函询制度",
    "保守国家秘密和个人秘密，签订保密承诺书",
    "不得在微信里传送机密文件",
    "保护个人隐私，注意资料机密性",
    "本表不涉密",
    "县纪委监委驻局纪检监察组提出监督意见",
    "核对中心：张某负责比对名单",
    "责任人张某，完成时限6月30日",
    "王某某等9户第二签名缺失，已重新入户",
    "周明说明情况，李副局长签字",
    "2025年9月有3户死亡后仍发放2个月",
    "高龄津贴反映人群集中在敬老院",
    "开展廉政谈话12人次，提醒3人",
)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_asks_for_a_second_look(text):
    assert DOUBTFUL[text] in warnings_of(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_is_ordinary_work(text):
    assert warnings_of(text) == ()


@given(st.sampled_from(ORDINARY), st.sampled_from(list(DOUBTFUL)), st.sampled_from(ORDINARY))
def test_a_doubtful_sentence_is_found_wherever_it_stands(before, doubtful, after):
    assert DOUBTFUL[doubtful] in warnings_of(f"{before}。\n{doubtful}。\n{after}。")


@given(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=8))
def test_ordinary_sentences_stay_ordinary_together(sentences):
    assert warnings_of("。\n".join(sentences)) == ()


def test_what_is_refused_anyway_is_not_asked_about_first():
    assert warnings_of("附件 机密★ 举报人王某") == ()


def test_all_of_it_is_told_in_one_sentence_and_numbers_too():
    found = warnings_of("举报人王某（110101199003074610）反映的问题线索：多报人数，原股长已留置")
    assert found == ("像是身份证号", REPORTER, CLUE, OPEN)
    assert second_look(found).startswith("所写的有一处像是身份证号、像是举报人的情况")

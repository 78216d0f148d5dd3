"""What counts as the same text, and what says nothing: on sentences as departments write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.likeness import ALIKE, alike, likeness, says_nothing, tells_no_fact

GOOD = """
已停发3户死亡对象低保金，追回1,420元，名单附后。
完成全县127户入户复核，发现收入变化9户，已调整标准。
9月12日召开股室会议，修订了一次性告知清单并换下旧版。
李家庄村的公示照片已补齐，村民代表签了字。
印章交由办公室保管，支付口令改由财务股掌握。
把夜间值守记录改成到岗签字，值班长逐日核对。
经办人与申请人是表亲，已换人重新入户调查。
向财政局报送了系统接口经费申请，尚未答复。
两名护理员没有健康证，已停岗补办。
敬老院厨房的燃气报警器坏了，已换新并拍照。
走访时群众反映领款要自己复印存折，已改由窗口复印。
窗口撤掉了收费复印机，改为免费。
村级协理员实行交叉复核，名单上墙。
因村委会换届，三个村的公示还没有贴出来。
接口没有开通，比对仍靠人工核对火化名单。
王某休假，回访延到下周，由陈某接手。
退回了不合规的接待发票，经手人退款。
请民政服务中心派人到镇上帮助核对银行流水。
下个月把剩下的困境儿童走访完。
停用了旧的申请表，库存全部销毁。
公务用车派车单与油卡里程核对不上，驾驶员写了说明。
评审专家与投标人同一单位，已更换并重新评审。
信访件转到殡仪馆后没有回复来信人，已电话致歉。
殡仪馆价目表重新公示，取消了未列入目录的项目。
账外存放的押金已转入单位账户。
养老机构消防通道堆放的轮椅搬走了。
群里发过的名单已撤回，改用内网传送。
请示报告迟了，原因是没有登记办结时限。
""".strip().splitlines()

EMPTY = """
高度重视，切实加强组织领导。
工作取得明显成效。
整改工作正在稳步推进。
思想认识得到进一步提高。
持续加强学习，不断提升能力水平。
各项措施落实到位，效果良好。
总体进展顺利。
进一步压实责任，完善机制。
认真贯彻落实上级要求，扎实做好各项工作。
下一步继续加大力度，确保整改取得实效。
切实增强责任意识和规范意识。
全面推进，有序开展。
基本完成，成效显著。
我科高度重视此项工作，认真抓好落实。
强化监督，严肃纪律。
目前整改工作进展良好。
进一步夯实基础，巩固成果。
统筹推进各项工作，质量明显提升。
深入学习领会精神，切实提高思想认识。
积极努力，稳步提升工作水平。
将继续深化整改，持续发力。
认识更加到位，责任更加明确。
严格按照要求抓好整改落实。
不断完善工作机制，优化工作流程。
以高度的责任感抓好整改，确保取得良好效果。
""".strip().splitlines()


UNSEEN_GOOD = """
把护理补贴的发放改为打卡到人
李某已调离出纳岗位，账目移交清楚
因经费没有批下来，监控还没有装
食堂的承包合同到期后没有续签
婚姻登记处窗口不再收取拍照费
对上次巡察指出的会议费报销，已补齐会议通知和签到
慈善捐款收据改用电子票据，旧票据封存
流浪救助站夜间接收改由双人登记
孤儿基本生活费由福利院代管改为直接拨付本人账户
社会组织年检材料全部退回重报
与县医保局核对了大病支出名单
已约请派驻纪检监察组参加评审会
分管副局长带队检查了福利院食堂
老年证办理不再要求提供照片
村委会公章借用登记簿已经建立
""".strip().splitlines()

UNSEEN_EMPTY = """
提高政治站位，增强整改自觉
按照党组部署，扎实推进整改工作
真抓实干，确保各项措施落地见效
切实转变工作作风，提升服务质量
全体干部职工思想认识明显提高
举一反三，建立长效机制
整改工作取得阶段性成效
坚持问题导向，强化责任担当
进一步加强队伍建设，营造良好氛围
工作正在按计划有序推进中
大家的责任感和使命感明显增强
管理更加规范，流程更加优化
""".strip().splitlines()
"""These were written after the list of words. It has grown since, by what `PADDED` needs."""

PADDED = """
一是高度重视，二是狠抓落实，三是取得明显成效。
2026年11月，高度重视，认真落实整改要求，取得明显成效。
首先提高认识，其次压实责任，最后抓好落实。
（一）提高政治站位；（二）强化责任担当；（三）狠抓工作落实。
进一步提高政治站位，增强“四个意识”，坚定“四个自信”，做到“两个维护”。
严格落实中央八项规定精神，驰而不息纠治四风。
认真学习贯彻党的二十大精神，坚持问题导向，举一反三，建立长效机制。
整改工作有序推进，第四季度取得新进展。
全科同志高度重视，迅速行动，立即整改，确保整改取得实效。
2026年以来，我股高度重视。
第三季度，整改工作持续深入，干部作风明显好转。
（1）加强学习；（2）严格管理；（3）完善制度。
第一，提高认识；第二，加强领导；第三，严格落实。
以钉钉子精神抓好整改后半篇文章。
""".strip().splitlines()
"""Dressed up with list heads, a month, or a slogan with a number."""

DRESSED_GOOD = """
一是停用了旧表，二是换了门锁，三是把印章交给办公室。
2026年以来没有收到这方面的来信。
9月把两台自助机搬到了大厅。
第三季度的低保名单已在村务公开栏贴出。
本年度的审计由县审计局派人做。
首先核对火化名单，其次比对低保系统。
（1）退回超标接待费；（2）重新评审养老床位补贴。
去年漏发的高龄津贴已补发到卡。
严格落实一岗双责：分管副局长到敬老院蹲点一周。
三会一课记录本由支部副书记逐页签字。
第一，收回钥匙；第二，换锁芯。
2026年11月15日开会。
2026年7月有新规定。
台账已建立。
新规程已印发。
标准已统一。
收费目录已公开。
单位已换锁。
上半年漏比对一次。
请示已被退回，要求补充测算依据。
""".strip().splitlines()
"""The same dress, with something in it."""


@pytest.mark.parametrize("sentence", PADDED)
def test_heads_of_a_list_a_month_alone_and_slogans_make_nothing_of_an_empty_text(sentence):
    assert says_nothing(sentence)


@pytest.mark.parametrize("sentence", DRESSED_GOOD)
def test_they_do_not_hide_what_can_be_checked(sentence):
    assert not says_nothing(sentence)


def test_the_list_holds_for_sentences_that_it_was_not_made_from():
    assert [one for one in UNSEEN_GOOD if says_nothing(one)] == []
    assert sum(says_nothing(one) for one in UNSEEN_EMPTY) >= len(UNSEEN_EMPTY) * 0.8


@pytest.mark.parametrize("sentence", GOOD)
def test_a_sentence_with_something_to_check_is_not_flagged(sentence):
    assert not says_nothing(sentence)


@pytest.mark.parametrize("sentence", EMPTY)
def test_a_sentence_of_set_phrases_is_flagged(sentence):
    assert says_nothing(sentence)


NOBODY_LOOKED = """
整改措施已全部落实到位，未发现反弹现象
群众反映良好，没有反弹。
效果很好，群众满意
无投诉
一切正常
切实提高认识，狠抓落实1
群众普遍表示满意，未再发生类似问题
""".strip().splitlines()

LOOKED = """
走访5户
电话回访 20 户
走访12户，无人反映
意见箱没有来信
核查表均为双人签字
公示栏照片齐全
窗口排队的人都知道要双签
没有收到来信来访
""".strip().splitlines()


@pytest.mark.parametrize("sentence", NOBODY_LOOKED)
def test_what_one_can_write_without_having_looked_tells_no_fact(sentence):
    assert tells_no_fact(sentence)


@pytest.mark.parametrize("sentence", LOOKED)
def test_a_short_fact_is_one(sentence):
    assert not tells_no_fact(sentence)


@pytest.mark.parametrize("sentence", GOOD + UNSEEN_GOOD + DRESSED_GOOD)
def test_what_can_be_checked_can_be_checked_in_a_look_back_too(sentence):
    assert not tells_no_fact(sentence)


@pytest.mark.parametrize("sentence", ["切实提高认识，狠抓落实1", "高度重视2，认真落实3", "1.加强学习；2.严格管理"])
def test_a_bare_figure_after_set_phrases_is_nothing_to_check(sentence):
    assert says_nothing(sentence)


def test_nothing_written_is_not_empty_words():
    """That it is missing, others say."""
    assert not says_nothing("  ")


SAME = [
    ("每月15日比对殡葬火化名单，当月停发低保金", "每月15日比对殡葬火化名单，当月停发低保金。"),
    ("经办人回避并登记，换人入户调查", "经办人回避，并登记，换人入户进行调查"),
    ("公示期每天拍照一张存档", "公示期间每天拍照一张存档"),
]
OTHER = [
    ("每月比对火化名单，当月停发低保金", "经办人与申请人是亲属的换人入户"),
    ("财务股保管印章", "每季度电话回访20户"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_measure_reworded_is_the_same_measure(one, other):
    assert likeness(one, other) >= ALIKE
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_measure_is_another_one(one, other):
    assert not alike(one, other)


texts = st.text("每月比对火化名单当停发低保金，。 ", max_size=24)


@given(texts, texts)
def test_the_quick_answer_is_the_slow_one(one, other):
    assert alike(one, other) == (likeness(one, other) >= ALIKE)


@given(texts)
def test_marks_and_spaces_do_not_make_another_text(one):
    assert likeness(one, " ".join(one) + "。") == 1.0

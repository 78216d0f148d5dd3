"""How a rule, its date and its articles are said."""

from app.domain.labels import OWN_RULES, RULE_NAMES, UNCHECKED
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation, RegulationSummary
from app.domain.rule_standing import standing_words

Rule = Regulation | RegulationSummary
NOT_A_NUMBER = ("", "无公开文号", "待核")
OWN = f"{OWN_RULES}，不是法律法规，也不是党内法规"


def short_title(title: str) -> str:
    """Without the name of the state, which every law carries."""
    return title.removeprefix("中华人民共和国")


def date_words(iso: str) -> str:
    """2024-01-01 → 2024年1月1日; a year alone → 2024年."""
    parts = [part for part in iso.split("-") if part.isdigit()]
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def force_words(rule: Rule) -> str:
    """Issuer, number, date, version in one line; of the unit's own rules there are no versions."""
    number = "" if rule.number in NOT_A_NUMBER else rule.number
    if rule.own:
        return "　·　".join(piece for piece in (rule.issuer, number, f"{date_words(rule.effective)}印发") if piece)
    pieces = (rule.issuer, number, f"{date_words(rule.effective)}起施行", f"{rule.version} 版")
    return "　·　".join(piece for piece in pieces if piece)


def state_tag(rule: Rule) -> tuple[str, str, str]:
    """Text, tone and icon of the state of checking."""
    if rule.checked and rule.checked != UNCHECKED:
        return f"核校 {rule.checked[:7]}", "green", "checkmark_circle"
    return UNCHECKED, "grey", "info"


def source_line(regulation: Regulation, article: Article) -> str:
    """What stands under a copied article."""
    if regulation.own:
        issued = "，".join(filter(None, (regulation.issuer, regulation.number, date_words(regulation.effective))))
        gone = f"，{words}" if (words := standing_words(regulation)) else ""
        return f"——{OWN_RULES}《{regulation.title}》（{issued}印发{gone}）{article.label}"
    return f"——《{regulation.title}》（{regulation.version}）{article.label}"


def moved_label(base: str) -> str:
    """2023版第一百二十四条."""
    reference = ArticleReference.parse(base)
    return f"{reference.version}版{reference.words_without_name}" if reference else base


def moved_words(old: str, bases: list[str]) -> str:
    """Where an older article stands now."""
    before, now = ArticleReference.parse(old), [parsed for base in bases if (parsed := ArticleReference.parse(base))]
    if before is None or not now:
        return "没有找到这一条。"
    numbers = "、".join(one.words_without_name for one in now)
    name = "" if now[0].short == before.short else RULE_NAMES.get(now[0].short, now[0].short)
    rule = RULE_NAMES.get(before.short, before.short)
    return f"{rule}（{before.version}）{before.words_without_name}，现在看{name}（{now[0].version}）{numbers}"


def missing_words(written: str, rules: list[RegulationSummary]) -> str:
    """For a reference whose article is not among those included."""
    reference = ArticleReference.parse(written)
    if reference is None:
        return "没有找到这一条。"
    known = RULE_NAMES.get(reference.short, reference.short)
    title = next((rule.title for rule in rules if rule.id == reference.regulation), known)
    return f"《{title}》{reference.words_without_name}没有收录"

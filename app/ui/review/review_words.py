"""Days and groups of the review, in words."""

from collections.abc import Sequence
from datetime import date

from app.domain.labels import domain_label
from app.domain.reference import ArticleReference
from app.domain.review import Origin
from app.domain.review_groups import GroupBy
from app.services.library_service import LibraryService
from app.services.review_service import ReviewDay

MOST_DAYS = 5


def in_days(day: str, today: str) -> str:
    """How far off a day is: 明天, 后天, 6 天后."""
    days = (date.fromisoformat(day) - date.fromisoformat(today)).days
    return {1: "明天", 2: "后天"}.get(days, f"{days} 天后")


def date_words(day: str, today: str) -> str:
    """11月23日; with the year where it is another one."""
    found = date.fromisoformat(day)
    year = f"{found.year}年" if found.year != date.fromisoformat(today).year else ""
    return f"{year}{found.month}月{found.day}日"


def split_words(day: ReviewDay) -> str:
    """错题 7 · 收藏 2 · 间隔 3."""
    return " · ".join(f"{origin.value} {day.origins[origin]}" for origin in Origin)


def next_words(day: ReviewDay) -> str:
    """下次：11月23日 6 题; empty where nothing is planned."""
    if not day.coming:
        return ""
    first, count = day.coming[0]
    return f"下次：{date_words(first, day.today)} {count} 题"


def coming_words(day: ReviewDay) -> str:
    """接下来：明天 6 题，后天 3 题 …, of the next days that have any."""
    if not day.coming:
        return ""
    listed = [f"{date_words(one, day.today)} {count} 题" for one, count in day.coming[:MOST_DAYS]]
    rest = sum(count for _, count in day.coming[MOST_DAYS:])
    return "接下来：" + "，".join(listed) + (f"，以后 {rest} 题" if rest else "") + "。"


def deferred_words(day: ReviewDay, cap: int) -> str:
    """What was moved on because a day takes no more; empty where nothing was."""
    if not day.deferred:
        return ""
    return f"每天最多 {cap} 题，其余 {day.deferred} 题顺延，平均排到后面几天，不会越积越多。"


def group_title(by: GroupBy, key: str, library: LibraryService) -> str:
    """The name of a group of the wrong-answer book."""
    match by:
        case GroupBy.ARTICLE:
            reference = ArticleReference.parse(key)
            return reference.words if reference else "未注明条文的题"
        case GroupBy.CASE:
            case = library.case_of(key) if key else None
            return f"《{case.title}》" if case else "不属于案例的题"
        case _:
            return domain_label(key)


def minutes(questions: int) -> int:
    """Half a minute each."""
    return max(1, round(questions / 2))


def short_list(names: Sequence[str], most: int) -> str:
    """What a round on a group says of its size."""
    return f"{len(names)} 题" if len(names) <= most else f"{len(names)} 题，一次 {most} 题"

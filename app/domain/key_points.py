"""What a marker is shown beside the key points of a 简答: what each is worth, and where its words were found."""

from app.domain.marking import marked_score
from app.domain.question import Question


def shares(question: Question, full: int) -> tuple[str, ...]:
    """What each key point is worth of ``full`` points, in words: 4 分, 约 1.3 分."""
    possible = sum(point.score for point in question.points)
    return tuple(_words(full * point.score, possible) for point in question.points)


def sharing_words(question: Question, full: int) -> str:
    """How the points' own scores come to ``full``, and what so many points are worth from the first to the last: their
    shares alone would promise too much. "" where nothing is converted."""
    scores, count = [point.score for point in question.points], len(question.points)
    if sum(scores) == full:
        return ""
    told = ""
    if len(set(scores)) == 1:
        worth = [
            marked_score(question, [place < number for place in range(count)], full) for number in range(1, count + 1)
        ]
        told = f"写到{'，'.join(f'{number} 个要点 {points} 分' for number, points in enumerate(worth, 1))}。"
    return f"本题 {full} 分，要点原值共 {sum(scores)} 分：按比例折算后合计，不足 1 分的舍去。{told}"


def hinted(question: Question, text: str) -> tuple[bool, ...]:
    """In which key points' words the text speaks: a hint to look, never a mark."""
    plain = "".join(text.split())
    return tuple(any(key in plain for key in point.keys) for point in question.points)


def _words(part: int, possible: int) -> str:
    if not possible or part % possible == 0:
        return f"{part // possible if possible else 0} 分"
    return f"约 {part / possible:.1f} 分"

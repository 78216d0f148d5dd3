"""What an answer did to the wrong-answer book, in a sentence."""

from app.domain.practice import RIGHT_TO_LEAVE, QuestionState

LEFT = "连续三次答对，已移出错题本。"
PUT_BACK = f"已放回错题本，再连续答对 {RIGHT_TO_LEAVE} 次后移出。"


def left_book(before: QuestionState, after: QuestionState) -> bool:
    """Whether the answer took the question out of the book."""
    return before.in_wrong_book and not after.in_wrong_book


def book_note(before: QuestionState, after: QuestionState) -> str:
    """Empty where the question neither was nor is in the book."""
    if left_book(before, after):
        return LEFT
    if after.in_wrong_book and after.right_in_row:
        left = RIGHT_TO_LEAVE - after.right_in_row
        return f"这道题在错题本里：已连续答对 {after.right_in_row} 次，再答对 {left} 次移出。"
    if after.in_wrong_book and not before.in_wrong_book:
        return f"已收进错题本，连续答对 {RIGHT_TO_LEAVE} 次后移出。"
    if after.in_wrong_book:
        return f"仍在错题本里，连续答对 {RIGHT_TO_LEAVE} 次后移出。"
    return ""

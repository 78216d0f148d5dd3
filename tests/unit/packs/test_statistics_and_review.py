"""What the content consists of, and what a human has still to look at: both drawn from the content itself."""

from app.domain.content_review import review_document
from app.domain.content_statistics import UNUSED, statistics, tells
from app.domain.labels import DOMAINS, ROOT_CAUSES
from app.domain.question import Question, QuestionKind
from tests.unit.packs.builder import CASE, RULE, ContentFolder


def rows(folder: ContentFolder, title: str) -> dict[str, tuple[int, str]]:
    table = next(table for table in statistics(folder.read()) if table.title.startswith(title))
    return {what: (count, remark) for what, count, remark in table.rows}


def test_every_word_of_a_vocabulary_is_counted_used_or_not(folder: ContentFolder) -> None:
    domains = rows(folder, "案例：领域")
    assert set(domains) == set(DOMAINS.values())
    assert domains["养老机构与补贴"] == (1, "") and domains["低保"] == (0, UNUSED)
    causes = rows(folder, "案例：根因")
    assert set(causes) == set(ROOT_CAUSES.values())
    assert causes["特权思想严重"][0] == 1 and causes["造谣诬告"] == (0, UNUSED)


def test_a_case_study_counts_once_and_its_single_choices_count_as_keys(folder: ContentFolder) -> None:
    kinds = rows(folder, "题目：题型")
    assert kinds["案例分析"] == (1, "16.7%") and kinds["单选"] == (1, "16.7%")
    assert sum(count for count, _ in kinds.values()) == folder.read().counts()["questions"] == 6


def test_a_stem_that_tells_of_somebody_is_a_situation() -> None:
    def question(stem: str) -> Question:
        return Question("q", QuestionKind.SINGLE, stem, "eldercare", 1)

    assert tells(question("某镇民政办把三户的材料压了四十天，谁来负责？"))
    assert tells(question("对方说：“先付，单子明天补。”怎样回答？"))
    assert not tells(question("严重警告的影响期是多长？"))
    assert not tells(question("下列属于组织处理的有哪些？"))


def test_what_is_unchecked_missing_or_doubtful_is_listed(folder: ContentFolder) -> None:
    folder.write(CASE, folder.text(CASE).replace("checked: 待核校", "checked: 待核校\nreview: [轻重请核定]"))
    folder.write(RULE, folder.text(RULE).replace("checked: ''", "checked: ''\nmissing: 只有两条"))
    text = review_document(folder.read())
    assert "### 7 借来的车\n\n- 轻重请核定" in text
    assert "只有两条" in text.partition("## 正文待补的法规")[2].partition("##")[0]
    assert "| 7 | 借来的车 `jie-che` |" in text
    assert "| `quizzes/jie-che.yaml` | 6 |" in text


def test_what_is_checked_is_not_listed_again(folder: ContentFolder) -> None:
    folder.write(CASE, folder.text(CASE).replace("checked: 待核校", "checked: 2026-11-01"))
    assert "`jie-che` |" not in review_document(folder.read()).partition("## 逐个核对的案例")[2].partition("##")[0]

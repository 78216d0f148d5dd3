"""Full text over 10,000 and 100,000 documents: time of ranked searches, and recall and precision against substring."""

import random
import sqlite3
import statistics
import time

from app.domain.normalised_text import normalise
from app.storage import full_text
from app.storage.full_text import Document

WORDS = (
    "低保 特困 临时救助 公示 入户 调查 审核 确认 备案 回避 举报 整改 责任 纪律 处分"
    " 警告 严重 公务员 党员 街道 县局 村委会 申请 家庭 收入 财产 车辆 银行 存折 签名"
    " 台账 公函 接待 经费 会议 项目 资金 拨付 验收 合同 招标 采购 养老 殡葬 婚姻 登记 儿童"
    " 福利 信访 保密 巡察 审计 第三十八条 一百二十四条 三万元 2025年4月14日 480元 以上 不得 应当 可以 或者"
).split()
LENGTHS = (1, 2, 3, 4, 6)


def main() -> None:
    for size in (10_000, 100_000):
        chance = random.Random(size)
        bodies = ["，".join(chance.choices(WORDS, k=chance.randint(12, 40))) for _ in range(size)]
        connection = sqlite3.connect(":memory:", isolation_level=None)
        full_text.create(connection)
        connection.execute("BEGIN")
        started = time.perf_counter()
        full_text.add(connection, (Document("case", str(at), "", body) for at, body in enumerate(bodies)))
        connection.execute("COMMIT")
        built = time.perf_counter() - started
        _measure(connection, bodies, chance, size, built)
        connection.close()


def _measure(connection: sqlite3.Connection, bodies: list[str], chance: random.Random, size: int, built: float) -> None:
    plain = [normalise(body) for body in bodies]
    print(f"     search over {size:,} documents (indexed in {built:.1f} s)")
    for length in LENGTHS:
        times, scans, missed, extra, right = [], [], 0, 0, 0
        for _ in range(20):
            source = chance.choice(plain)
            start = chance.randrange(max(1, len(source) - length))
            query = source[start : start + length]
            began = time.perf_counter()
            full_text.search(connection, query, 20)
            times.append(time.perf_counter() - began)
            began = time.perf_counter()
            wanted = {at for at, text in enumerate(plain, 1) if query in text}
            scans.append(time.perf_counter() - began)
            found = set(full_text.ids(connection, query))
            missed += len(wanted - found)
            extra += len(found - wanted)
            right += len(wanted & found)
        times.sort()
        recall = right / (right + missed) if right + missed else 1.0
        precision = right / (right + extra) if right + extra else 1.0
        print(
            f"{'ok ' if recall == precision == 1 else 'OVER':<5}  {length} characters:"
            f" recall {recall:.2f} precision {precision:.2f}"
            f"  p50 {statistics.median(times) * 1000:6.2f} ms  p95 {times[18] * 1000:6.2f} ms"
            f"  / scanning the texts {statistics.median(times) / statistics.median(scans):.2f}",
            flush=True,
        )

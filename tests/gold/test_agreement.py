"""Agreement of two readers, and the log that lets the fresh articles be scored ten times."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import agreement
import corpus
import pytest
import scorings
from corpus import GoldError
from small_articles import party, talks


@pytest.fixture(scope="module")
def scorer() -> Any:
    try:
        return scorings.scorer_of(corpus.shared())
    except GoldError as error:
        pytest.skip(str(error))


def test_kappa() -> None:
    assert agreement.kappa([("a", "a"), ("b", "b")]) == 1
    assert agreement.kappa([("a", "b"), ("b", "a")]) == -1
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: the textbook's .4
    table = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert agreement.kappa(table) == pytest.approx(0.4)
    assert agreement.kappa([("a", "a")]) is None
    assert agreement.kappa([]) is None


def test_two_readers_who_agree(scorer: Any) -> None:
    same = {"t-1": [talks()], "t-2": []}
    result = agreement.compare(same, same, scorer)
    assert (result.articles, result.f1, result.main_f1, result.differences) == (2, 1, 1, [])


def test_every_difference_is_counted_and_told(scorer: Any) -> None:
    call = talks() | {
        "type": "call",
        "subtype": "phone",
        "participants": [
            party("جوليا روسي", "الرئيسة", "IT", "caller"),
            party("هاني", "الوزير", "EG", "callee"),
        ],
    }
    changed = talks() | {"status": "planned", "salience": "background", "topics": []}
    changed["participants"] = [talks()["participants"][0], talks()["participants"][1] | {"role": "host"}]
    one, other = {"t-1": [talks(), call], "t-9": []}, {"t-1": [changed], "t-3": []}
    result = agreement.compare(one, other, scorer)
    assert (result.articles, result.both, result.one_alone, result.other_alone) == (1, 1, 1, 0)
    assert result.f1 == pytest.approx(2 / 3)
    told = "\n".join(result.differences)
    for words in (
        "status occurred / planned",
        "salience main / background",
        "role party / host",
        "only the first",
    ):
        assert words in told
    assert result.labels["topics (share of union)"] == [(True, False)]
    assert any(line.startswith("status ") and "agreement 0.000" in line for line in agreement.table(result))


def test_the_eleventh_scoring_is_refused(tmp_path: Path) -> None:
    log, system = tmp_path / "scorings.jsonl", tmp_path / "system.jsonl"
    system.write_text("{}", encoding="utf-8")
    for number in range(1, 11):
        entry = scorings.log_scoring(log, "2030-01-01", "rules", system, {"f1": number / 10})
        assert entry["number"] == number
    with pytest.raises(GoldError, match="all 10 scorings"):
        scorings.log_scoring(log, "2030-01-02", "one more", system, {})
    assert [row["number"] for row in corpus.rows(log)] == list(range(1, 11))

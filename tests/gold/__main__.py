"""Annotated articles: draw them, check and keep what readers wrote, compare readers, score.

usage: python tests/gold COMMAND ...      (the shared data is found by LIQAA_SHARED, else ../shared)

draw                              draw the articles from the seed into SIDE.ids.jsonl, for each side
batches FOLDER                    write the articles to annotate as text files of 25, outside the repository;
                                  twice-NN.txt holds the fifth of `more` that a second reader reads
check FILE.jsonl ...              is what a reader wrote well formed, and does each word stand in its article?
compile READER LABELS FILE ...    keep annotations as offsets: adds or replaces the reader's rows in LABELS
join LABELS ... --out FILE        annotations with their words again, for the scorer; outside the repository
agreement LABELS ONE OTHER        two readers compared; a reader is a name in LABELS
scoring SYSTEM --what TEXT        score a system file on the fresh articles and log it: ten times in all
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import agreement
import draw
import labels
import scorings
from calibration import calibration
from corpus import HERE, Article, GoldError, article_of, articles, chosen, rows, shared, write_rows

ROOT = HERE.parents[1]
BATCH = 25
TWICE = 5  # of `more`, every fifth article in the drawn order has a second reader
SIDES = ("fresh", "more", "later", "wide", "held", "further", "again", "ahead", "anew")


def load(ids: set[str], corpus: Path | None = None) -> dict[str, Article]:
    """Articles by id, in the very wording that was drawn."""
    found = chosen(corpus or shared() / "corpus", ids)
    for side in SIDES:
        path = HERE / f"{side}.ids.jsonl"
        for row in rows(path) if path.exists() else ():
            article = found.get(str(row["doc_id"]))
            if article and article.digest != row["digest"]:
                raise GoldError(f"{article.doc_id}: the corpus has another wording than was annotated")
    return found


def outside(path: Path) -> Path:
    """Refuse to write words of articles into the repository."""
    if path.resolve().is_relative_to(ROOT):
        raise GoldError(f"{path}: texts of articles stay outside the repository")
    return path


def run_draw(_: argparse.Namespace) -> None:
    folder = shared()
    known = [article_of(row) for row in rows(folder / "gold" / "dev.docs.jsonl")]
    drawn = draw.draw(articles(folder / "corpus"), known)
    before = [*known, *(item.article for item in drawn)]
    later = draw.draw(articles(folder / "corpus"), before, draw.LATER, draw.SEED + 3)
    before.extend(item.article for item in later)
    wide = draw.draw(articles(folder / "corpus"), before, draw.WIDE, draw.SEED + 4)
    before.extend(item.article for item in wide)
    last = draw.split(
        draw.draw(articles(folder / "corpus"), before, draw.FURTHER, draw.SEED + 5), draw.HELD, draw.SEED + 5
    )
    before.extend(item.article for part in last for item in part)
    again = draw.draw(articles(folder / "corpus"), before, draw.AGAIN, draw.SEED + 6)
    before.extend(item.article for item in again)
    ahead = draw.draw(articles(folder / "corpus"), before, draw.AHEAD, draw.SEED + 7)
    before.extend(item.article for item in ahead)
    anew = draw.draw(articles(folder / "corpus"), before, draw.ANEW, draw.SEED + 8)
    sides = (*draw.split(drawn), later, wide, *last, again, ahead, anew)
    for side, part in zip(SIDES, sides, strict=True):
        write_rows(
            HERE / f"{side}.ids.jsonl",
            [item.row() for item in sorted(part, key=lambda item: item.article.doc_id)],
        )
        print(f"{side}: {len(part)} articles")


def run_batches(options: argparse.Namespace) -> None:
    folder = outside(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for side in SIDES:
        ids = draw.reading_order([str(row["doc_id"]) for row in rows(HERE / f"{side}.ids.jsonl")])
        found = load(set(ids))
        write_batches(folder, side, [found[doc_id] for doc_id in ids])
        if side == "more":
            write_batches(folder, "twice", [found[doc_id] for doc_id in ids[::TWICE]])


def write_batches(folder: Path, name: str, chosen_articles: Sequence[Article]) -> None:
    for number, start in enumerate(range(0, len(chosen_articles), BATCH), 1):
        shown = [readable(article) for article in chosen_articles[start : start + BATCH]]
        (folder / f"{name}-{number:02d}.txt").write_text("\n".join(shown), encoding="utf-8")


def readable(article: Article) -> str:
    head = f"doc_id: {article.doc_id}\nsource: {article.source}\ndate: {article.date or 'unknown'}"
    return f"{'=' * 100}\n{head}\ntitle: {article.title}\n{'-' * 100}\n{article.text}\n"


def read_annotations(paths: Sequence[Path], reader: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Compiled rows of all files, and every fault found on the way."""
    written = [row for path in paths for row in rows(path)]
    wrong = [
        f"{row.get('doc_id')}: a line is doc_id and a list of events"
        for row in written
        if not (isinstance(row.get("doc_id"), str) and isinstance(row.get("events"), list))
    ]
    if wrong:
        return [], wrong
    found = load({str(row["doc_id"]) for row in written})
    wrong += [
        f"{doc_id}: twice" for doc_id, count in Counter(row["doc_id"] for row in written).items() if count > 1
    ]
    kept = []
    for row in written:
        row_kept, row_wrong = labels.compiled(row, found[str(row["doc_id"])], reader)
        kept.append(row_kept)
        wrong += row_wrong
    return kept, wrong


def missing(path: Path) -> list[str]:
    """Articles of the batch beside a file of annotations that it lacks.

    ``more-01.txt`` is the batch of ``more-01.jsonl`` and ``more-01.b.jsonl``.
    """
    batch = path.with_name(f"{path.name.split('.')[0]}.txt")
    if not batch.exists():
        return []
    wanted = re.findall(r"^doc_id: (.+)$", batch.read_text(encoding="utf-8"), re.MULTILINE)
    held = {row.get("doc_id") for row in rows(path)}
    return [f"{doc_id}: missing" for doc_id in wanted if doc_id not in held]


def run_check(options: argparse.Namespace) -> None:
    kept, wrong = read_annotations(options.files, "check")
    wrong += [fault for path in options.files for fault in missing(path)]
    if wrong:
        raise GoldError("\n".join(wrong))
    events = [event for row in kept for event in row["events"]]
    print(f"{len(kept)} articles, {len(events)} events, nothing wrong")


def run_compile(options: argparse.Namespace) -> None:
    kept, wrong = read_annotations(options.files, options.reader)
    if wrong:
        raise GoldError("\n".join(wrong))
    held = rows(options.labels) if options.labels.exists() else []
    merged: dict[tuple[str, str], Mapping[str, Any]] = {(str(r["doc_id"]), str(r["reader"])): r for r in held}
    merged |= {(row["doc_id"], row["reader"]): row for row in kept}
    write_rows(options.labels, [merged[key] for key in sorted(merged)])
    print(f"{options.labels.name}: {len(kept)} articles of {options.reader}, {len(merged)} in all")


def with_words(paths: Sequence[Path], reader: str | None) -> list[dict[str, Any]]:
    counted = labels.of_one_reader([row for path in paths for row in rows(path)], reader)
    found = load(set(counted))
    return [labels.joined(row, found[doc_id]) for doc_id, row in counted.items()]


def run_join(options: argparse.Namespace) -> None:
    told = with_words(options.labels, options.reader)
    write_rows(outside(options.out), told)
    if options.docs:
        found = load({row["doc_id"] for row in told})
        docs = [
            {"doc_id": a.doc_id, "source": a.source, "date": a.date or None, "title": a.title, "text": a.text}
            for _, a in sorted(found.items())
        ]
        write_rows(outside(options.docs), docs)
    print(f"{len(told)} articles, {sum(len(row['events']) for row in told)} events")


def run_agreement(options: argparse.Namespace) -> None:
    one, other = (
        {row["doc_id"]: row["events"] for row in with_words([options.labels], reader)}
        for reader in (options.one, options.other)
    )
    result = agreement.compare(one, other, scorings.scorer_of(shared()))
    print("\n".join(agreement.table(result)))
    if options.differences:
        print("\n".join(result.differences))


def run_scoring(options: argparse.Namespace) -> None:
    scorings.permit(options.log)
    gold = {row["doc_id"]: row["events"] for row in with_words([options.labels], None)}
    found = load(set(gold))
    scorer = scorings.scorer_of(shared())
    docs = {doc_id: {"title": article.title, "text": article.text} for doc_id, article in found.items()}
    system = scorer.load(options.system)
    figures, _ = scorer.score(gold, system, docs)
    figures["confidence"] = calibration(gold, system, scorer.align)
    entry = scorings.log_scoring(options.log, options.day, options.what, options.system, figures)
    print(f"scoring {entry['number']} of {scorings.ALLOWED}")
    print(json.dumps(figures, ensure_ascii=False, indent=1))


def parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(
        prog="python tests/gold", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, *arguments: tuple[str, dict[str, Any]]) -> None:
        added = commands.add_parser(name)
        added.set_defaults(run=run)
        for flag, settings in arguments:
            added.add_argument(flag, **settings)

    files = ("files", {"type": Path, "nargs": "+"})
    command("draw", run_draw)
    command("batches", run_batches, ("folder", {"type": Path}))
    command("check", run_check, files)
    command("compile", run_compile, ("reader", {}), ("labels", {"type": Path}), files)
    command(
        "join",
        run_join,
        ("labels", {"type": Path, "nargs": "+"}),
        ("--out", {"type": Path, "required": True}),
        ("--docs", {"type": Path}),
        ("--reader", {}),
    )
    command(
        "agreement",
        run_agreement,
        ("labels", {"type": Path}),
        ("one", {}),
        ("other", {}),
        ("--differences", {"action": "store_true"}),
    )
    command(
        "scoring",
        run_scoring,
        ("system", {"type": Path}),
        ("--what", {"required": True}),
        ("--labels", {"type": Path, "default": HERE / "fresh.labels.jsonl"}),
        ("--log", {"type": Path, "default": HERE / "scorings.jsonl"}),
        ("--day", {"default": datetime.date.today().isoformat()}),
    )
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        options.run(options)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

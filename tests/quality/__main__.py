"""Quality of extraction: ``python tests/quality COMMAND``.

score [SYSTEM] [--of SET] [--errors N]  figures and error classes on the development articles and the seed
                                      page, or on a set of tests/gold; of `held` no errors
save FILE [--unlabelled N]            the program's events for them, and for N articles of the corpus
compare OLD NEW [--limit N]           gains and losses between two saved files
floors [--lower] [--all]              raise the pinned floors to what is measured now
train [--threshold T]                 learn the weights of confidence from the annotated articles
reliability                           does confidence tell how often reports are right?
sources                               figures by newspaper, its own articles left out of training
ablation                              figures without each lexicon and learned part
unread                                of labelled triggers that no rule read, how much is told now
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import ablation
import error_classes
import gold_scorer
import quality_floors
import reliability
import sources
import system_changes
import training
import unread

ANNOTATED = ("development", "more", "later", "wide", "further")
HELD = "held"  # scored as often as one likes, and never looked into
SETS = (*ANNOTATED, "seed", HELD)


def main(arguments: list[str]) -> int:
    """Run one command; 0 done, 1 it failed, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (gold_scorer.NoGoldError, quality_floors.FloorError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python tests/quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    score = commands.add_parser("score", help="figures and error classes")
    score.add_argument("system", nargs="?", type=Path, help="a saved file; default: extract now")
    score.add_argument("--of", choices=SETS, action="append", help="which articles; may be repeated")
    score.add_argument("--errors", type=int, default=2, help="examples of each error class")
    score.set_defaults(run=_score)
    save = commands.add_parser("save", help="keep what the program reads now")
    save.add_argument("file", type=Path)
    save.add_argument("--unlabelled", type=int, default=0, help="articles of the corpus, evenly drawn")
    save.set_defaults(run=_save)
    compare = commands.add_parser("compare", help="gains and losses")
    compare.add_argument("old", type=Path)
    compare.add_argument("new", type=Path)
    compare.add_argument("--limit", type=int, default=100, help="changes shown")
    compare.set_defaults(run=_compare)
    floors = commands.add_parser("floors", help="raise the floors")
    floors.add_argument("--lower", action="store_true", help="let floors fall, or take another corpus")
    floors.add_argument("--all", action="store_true", help="pin every figure")
    floors.set_defaults(run=_floors)
    train = commands.add_parser("train", help="learn confidence")
    train.add_argument("--threshold", type=float, default=0.0, help="reports less sure are left out")
    train.set_defaults(run=_train)
    for name, run, told in (
        ("reliability", _reliability, "does confidence tell how often reports are right?"),
        ("sources", _sources, "figures by newspaper"),
        ("ablation", _ablation, "figures without each part"),
        ("unread", _unread, "what is told now of triggers that no rule read"),
    ):
        commands.add_parser(name, help=told).set_defaults(run=run)
    return parser


def _score(options: argparse.Namespace) -> None:
    for name in options.of or ("development", "seed"):
        articles = _set(name)
        system = gold_scorer.saved(options.system) if options.system else gold_scorer.system_of(articles)
        system = {doc_id: events for doc_id, events in system.items() if doc_id in articles.docs}
        print(f"\n== {name}")
        gold_scorer.print_figures(gold_scorer.figures(articles, system)[0])
        if name != HELD:
            error_classes.print_classes(error_classes.classify(articles.gold, system), options.errors)


def _save(options: argparse.Namespace) -> None:
    known = (gold_scorer.development(), gold_scorer.seed())
    paths = [articles.docs_path for articles in known]
    with tempfile.TemporaryDirectory() as folder:
        if options.unlabelled:
            sample = Path(folder) / "unlabelled.jsonl"
            annotated = {doc_id for articles in known for doc_id in articles.docs}
            with sample.open("w", encoding="utf-8") as file:
                for row in gold_scorer.unlabelled(options.unlabelled):
                    if row["doc_id"] not in annotated:
                        file.write(json.dumps(row, ensure_ascii=False) + "\n")
            paths.append(sample)
        gold_scorer.read_system(paths, options.file)


def _compare(options: argparse.Namespace) -> None:
    gold = {**gold_scorer.development().gold, **gold_scorer.seed().gold}
    changes = system_changes.compare(gold_scorer.saved(options.old), gold_scorer.saved(options.new), gold)
    system_changes.print_changes(changes, options.limit)


def _train(options: argparse.Namespace) -> None:
    reports = [report for articles in _annotated() for report in training.judged(articles)]
    weights = training.for_unseen(training.learn(reports), reports)
    training.write(weights, options.threshold)
    print(f"{training.WEIGHTS.name}: {len(weights.weights)} signals, learnt from {len(reports)} reports")


def _reliability(_: argparse.Namespace) -> None:
    reports = [report for articles in _annotated() for report in training.judged(articles)]
    print("weights learnt without the newspaper of the report")
    reliability.print_reliability(reliability.across_sources(reports))


def _sources(_: argparse.Namespace) -> None:
    for name, scored in sources.by_source(_annotated()):
        events = scored["events"]
        row = f"P {events['precision']:.3f}  R {events['recall']:.3f}  F1 {events['f1']:.3f}"
        print(f"{name:16s} {scored['articles']:4d} articles  {row}  whole {scored['whole_event']['f1']:.3f}")


def _ablation(_: argparse.Namespace) -> None:
    for name, articles in zip(ANNOTATED, _annotated(), strict=True):
        print(f"\n== {name}")
        ablation.print_ablations(articles)


def _unread(_: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        unread.print_told(unread.told_now(Path(folder)))


def _annotated() -> tuple[gold_scorer.Annotated, ...]:
    return tuple(map(_set, ANNOTATED))


def _set(name: str) -> gold_scorer.Annotated:
    named = {"development": gold_scorer.development, "seed": gold_scorer.seed}
    return named[name]() if name in named else gold_scorer.more(name)


def _floors(options: argparse.Namespace) -> None:
    articles = gold_scorer.development()
    now = quality_floors.measured(gold_scorer.figures(articles, gold_scorer.system_of(articles))[0])
    pinned = quality_floors.load()
    corpus = quality_floors.corpus_of(articles)
    new = quality_floors.moved(pinned, now, corpus, lower=options.lower, every=options.all)
    quality_floors.write(new)
    for name, floor in new.floors.items():
        print(f"{name:20s} {pinned.floors.get(name, '-')} -> {floor}   (measured {now[name]:.4f})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

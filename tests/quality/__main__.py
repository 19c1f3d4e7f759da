"""Quality of extraction: ``python tests/quality COMMAND``.

score [SYSTEM] [--of SET] [--errors N]  figures and error classes on the development articles and the seed
                                      page, or on a set of tests/gold; of `held` no errors
save FILE [--unlabelled N] [--triggers]
                                      the program's events for all sets, for N articles of the corpus, and
                                      for those of the labelled triggers
compare OLD NEW [--limit N]           figures of both by set, gains and losses; of `held` only the figures
floors [--lower] [--all]              raise the pinned floors to what is measured now
train [--threshold T]                 learn the weights of confidence from the annotated articles
reliability                           does confidence tell how often reports are right?
sources                               figures by newspaper, its own articles left out of training
ablation                              figures without each lexicon and learned part
unread [SYSTEM] [--show SALIENCE] [--type T]
                                      of labelled triggers that no rule read, how much is told now; which not
asides [--show ASIDE] [--limit N]     constructions of tests/ingest with something put in between: how many
                                      are then read otherwise; which
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import ablation
import error_classes
import gold_scorer
import perturbed
import quality_floors
import reliability
import sources
import training
import unread
import versions
from versions import ANNOTATED, HELD

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
    save.add_argument("--triggers", action="store_true", help="the articles of the labelled triggers too")
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
    not_read = commands.add_parser("unread", help="what is told now of triggers that no rule read")
    not_read.add_argument("system", nargs="?", type=Path, help="a saved file; default: extract now")
    not_read.add_argument("--show", choices=("main", "background"), help="list the events not told")
    not_read.add_argument("--type", action="append", default=[], help="only of these types")
    not_read.set_defaults(run=_unread)
    between = commands.add_parser("asides", help="what is read otherwise with something put in between")
    between.add_argument("--show", choices=perturbed.ASIDES)
    between.add_argument("--limit", type=int, default=20, help="constructions shown")
    between.set_defaults(run=lambda options: perturbed.print_readings(options.show, options.limit))
    for name, run, told in (
        ("reliability", _reliability, "does confidence tell how often reports are right?"),
        ("sources", _sources, "figures by newspaper"),
        ("ablation", _ablation, "figures without each part"),
    ):
        commands.add_parser(name, help=told).set_defaults(run=run)
    return parser


def _score(options: argparse.Namespace) -> None:
    for name in options.of or ("development", "seed"):
        articles = versions.articles_of(name)
        system = gold_scorer.saved(options.system) if options.system else gold_scorer.system_of(articles)
        system = {doc_id: events for doc_id, events in system.items() if doc_id in articles.docs}
        print(f"\n== {name}")
        gold_scorer.print_figures(gold_scorer.figures(articles, system)[0])
        if name != HELD:
            error_classes.print_classes(error_classes.classify(articles.gold, system), options.errors)


def _save(options: argparse.Namespace) -> None:
    versions.save(options.file, options.unlabelled, options.triggers)


def _compare(options: argparse.Namespace) -> None:
    versions.compare(gold_scorer.saved(options.old), gold_scorer.saved(options.new), options.limit)


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


def _unread(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reports = gold_scorer.saved(options.system) if options.system else unread.read_now(Path(folder))
    if options.show:
        unread.print_untold(reports, options.show, set(options.type))
    unread.print_told(unread.told(reports))


def _annotated() -> tuple[gold_scorer.Annotated, ...]:
    return tuple(map(versions.articles_of, ANNOTATED))


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

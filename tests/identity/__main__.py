"""Identity over the shared corpus: ``python tests/identity COMMAND``.

corpus --reports FILE                    reports, events, actors, links by type, and the biggest events
draw OUT --reports FILE [--seed N] [--each N]
                                         pairs to be read, merged ones and near misses, with their texts
copies [OUT] --reports FILE [--seed N] [--each N]
                                         reports that are copies, by whole text and by sentence; pairs of the
                                         first kind to be read, with what differs between their texts
keep READ --by NAME                      the verdicts of a file that was read, into verdicts.jsonl
verdicts --reports FILE [--draw N]       what the verdicts kept, or those of a draw, say of today's identity

FILE keeps what the extractor reports of the corpus; where it is missing it is made, which takes minutes.
FILE and OUT lie outside the repository, for they hold texts of others. A reader sets "found" of a line to
same, different, unsure or unreadable, and says why: README.md beside this file tells when each is right.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import copied
import corpus_reports
import pairs
import verdicts
from liqaa.graph.agreement import agreed_status
from liqaa.graph.identity import Resolution, resolve
from liqaa.graph.projection.actor_nodes import display_name
from liqaa.graph.projection.labels import Labels


def main(arguments: list[str]) -> int:
    """Run one command; 0 done, 1 it failed, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (corpus_reports.NoCorpusError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python tests/identity",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    corpus = commands.add_parser("corpus", help="figures and the biggest events")
    corpus.add_argument("--biggest", type=int, default=10, help="events shown")
    corpus.set_defaults(run=_corpus)
    draw = commands.add_parser("draw", help="pairs to be read")
    draw.add_argument("out", type=Path)
    draw.add_argument("--seed", type=int, default=1)
    draw.add_argument("--each", type=int, default=200, help="pairs of both kinds")
    draw.set_defaults(run=_draw)
    copies = commands.add_parser("copies", help="reports that are copies")
    copies.add_argument("out", type=Path, nargs="?", help="where pairs go that are to be read")
    copies.add_argument("--seed", type=int, default=1)
    copies.add_argument("--each", type=int, default=30, help="pairs")
    copies.set_defaults(run=_copies)
    keep = commands.add_parser("keep", help="keep verdicts")
    keep.add_argument("read", type=Path)
    keep.add_argument("--by", required=True, help="who read them")
    keep.set_defaults(run=_keep)
    held = commands.add_parser("verdicts", help="what the verdicts say")
    held.add_argument("--draw", type=int, help="only those of the draw with this seed")
    held.set_defaults(run=_verdicts)
    for command in (corpus, draw, copies, held):
        command.add_argument("--reports", type=Path, required=True, help="file of what the corpus reports")
    return parser


def _resolved(options: argparse.Namespace) -> tuple[corpus_reports.Corpus, Resolution]:
    corpus = corpus_reports.load(options.reports)
    return corpus, resolve(corpus.reports, published=corpus.published)


def _corpus(options: argparse.Namespace) -> None:
    corpus, resolution = _resolved(options)
    print(f"articles {corpus.articles:7,}   with reports {len(corpus.published):,}")
    print(f"reports  {len(corpus.reports):7,}")
    print(f"events   {len(resolution.events):7,}")
    print(f"actors   {len(resolution.actors):7,}   named {sum(a.named for a in resolution.actors):,}")
    for relation, count in sorted(Counter(link.type for link in resolution.links).items()):
        print(f"{relation:12s} {count:5,}")
    print(f"redirects    {len(resolution.redirects):5,}   by office {len(resolution.by_office):,}")
    print("\ntype     reports   events   reports an event")
    reports = Counter(report.type for report in corpus.reports.values())
    events = Counter(corpus.reports[event.reports[0]].type for event in resolution.events)
    for type_ in sorted(reports):
        ratio = reports[type_] / events[type_]
        print(f"{type_:8s} {reports[type_]:7,} {events[type_]:8,}   {ratio:.2f}")
    print("\nbiggest events")
    biggest = sorted(resolution.events, key=lambda event: (-len(event.reports), event.id))
    for event in biggest[: options.biggest]:
        _print_event(event.id, event.reports, corpus, resolution)


def _print_event(
    event_id: str, report_ids: tuple[str, ...], corpus: corpus_reports.Corpus, resolution: Resolution
) -> None:
    told = [corpus.reports[report_id] for report_id in report_ids]
    days = Counter(report.date for report in told if report.date)
    names = {actor.id: display_name(actor, Labels()) for actor in resolution.actors}
    leads = Counter(
        lead.actor for id_ in report_ids for _, lead in resolution.claims[id_].leads if lead.actor
    )
    who = " – ".join(names[actor] for actor, _ in leads.most_common(2))
    papers = Counter(corpus.sources[report.doc_id] for report in told)
    day = days.most_common(1)[0][0] if days else "no day"
    status = agreed_status({resolution.claims[id_].status for id_ in report_ids})
    print(f"{len(told):4d}  {event_id}  {told[0].type} {status}  {day}  {who}")
    print(f"      {', '.join(f'{paper} {count}' for paper, count in papers.most_common())}")


def _draw(options: argparse.Namespace) -> None:
    out = corpus_reports.outside(options.out)
    corpus, resolution = _resolved(options)
    drawn = pairs.draw(resolution, corpus.reports, options.seed, options.each)
    wanted = {corpus.reports[id_].doc_id for pair in drawn for id_ in (pair.left, pair.right)}
    pairs.write_texts(drawn, corpus, corpus_reports.titles_of(wanted), options.seed, out)
    merged = sum(pair.merged for pair in drawn)
    print(f"{out}: {merged} merged pairs and {len(drawn) - merged} near misses")


def _copies(options: argparse.Namespace) -> None:
    corpus, resolution = _resolved(options)
    articles = copied.articles_of(set(corpus.published))
    found = copied.copies(resolution, corpus.reports, articles)
    print(f"copies {found.copies:,} of {len(corpus.reports):,} reports, by sentence alone {found.before:,}")
    print(
        f"events of several newspapers {found.several:,}; that rest on one source without copies"
        f" {found.one_source:,}, by sentence alone {found.one_source_before:,}"
    )
    if options.out:
        out = corpus_reports.outside(options.out)
        print(
            f"{out}: {copied.write_pairs(found, corpus.reports, articles, options.seed, options.each, out)}"
        )


def _keep(options: argparse.Namespace) -> None:
    print(f"{verdicts.KEPT}: {verdicts.keep_verdicts(options.read, options.by)} pairs read by {options.by}")


def _verdicts(options: argparse.Namespace) -> None:
    corpus, resolution = _resolved(options)
    read = [one for one in verdicts.read_verdicts() if options.draw in (None, one.draw)]
    found = verdicts.figures(resolution, corpus.reports, read)
    print(f"{len(read)} pairs read           that are one event (95 % lies in)")
    print(f"merged pairs       {found.precision}")
    print(f"near misses        {found.missed}")
    print(f"  of one status    {found.missed_of_one_status}")
    print(f"  of two statuses  {found.missed_of_two}")
    print("of these, reports that are no longer what was read")
    for name, share in found.stale.items():
        print(f"  {name:30s} {share}")
    print("without those of other parties or people")
    print(f"  merged pairs     {found.precision_as_read}")
    print(f"  near misses      {found.missed_as_read}")
    for name, count in found.others.items():
        print(f"{name}: {count}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

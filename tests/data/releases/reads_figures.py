"""A process that reads one employer's figures again and again until its input ends, and says what it saw."""

import collections
import select
import sys

from dashboard.data.database import open_database, reading
from dashboard.data.releases.reader import Releases
from dashboard.domain.metrics import MetricName
from dashboard.domain.workforce import Period, Span


def main(address: str, employer: str) -> None:
    engine = open_database(address)
    seen: collections.Counter[str] = collections.Counter()
    print("reading", flush=True)  # noqa: T201 - from now on changes are seen
    while not select.select([sys.stdin], [], [], 0)[0]:
        with reading(engine) as connection:
            seen[page(Releases(connection), employer)] += 1
    for what, times in sorted(seen.items()):
        print(times, what)  # noqa: T201 - the answer


def page(releases: Releases, employer: str) -> str:
    """All that a page asks of the releases, in the order in which it asks."""
    newest = releases.quarters()[0]
    period = Period(newest, Span.QUARTER)
    cards = releases.cards(employer, period, firm_id=1)
    card = next(one for one in cards.values() if one.group)
    trend = releases.trend(card.group, MetricName.COST_PER_FTE, Span.QUARTER, (newest,), firm_id=1)
    return repr((newest, cards, trend, releases.built_at(newest)))


if __name__ == "__main__":
    main(*sys.argv[1:])

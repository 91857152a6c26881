"""Measure releases from facts to pages: `python -m bench.releases [FOLDER OF FACTS]...`."""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path

import numpy as np

from bench import release_build, release_reads
from bench.release_facts import invented
from bench.table import Row, missed, show
from dashboard.cli.engines import SPARK

SIZES = (5_000, 20_000)
LARGE = 100_000
# Budgets of a new quarter in seconds: below a hundred thousand employers, and above.
WHOLE, CHECKED = (5, 30), 60
MILLION = 1_000_000
PARTS = ("measures", "draft", "write")
GROWING = {"measures": "rows", "draft": "employers", "checks": "employers", "write": "employers"}


def main(folders: list[Path]) -> int:
    with tempfile.TemporaryDirectory() as place:
        facts = folders or [invented(Path(place) / str(size), size) for size in SIZES]
        found = [
            release_build.measured(one, Path(place) / f"{index}.sqlite") for index, one in enumerate(facts)
        ]
        rows = [row for one in found for row in told(one)]
        rows += distributed(found[0], facts[0], Path(place) / "spark.sqlite")
        rows += reads(Path(place) / "0.sqlite", employers=int(found[0]["employers"]))
    rows += growth(found)
    print(f"\n{len(rows)} measurements, {len(missed(rows))} not within their budget.")
    return 0


def told(found: dict[str, float]) -> list[Row]:
    """The budget leaves out the disclosure checks, which have their own."""
    large = found["employers"] >= LARGE
    whole = sum(found[part] for part in PARTS) - found["checks"]
    rows = [
        Row("worker months to employer quarter, to a scan of the same columns", ratio(found), "x", 6),
        Row("a new quarter from end to end, without disclosure checks", whole, "s", WHOLE[large]),
        Row("disclosure checks", found["checks"], "s", CHECKED if large else math.inf),
        *(Row(f"  of which {part}", found[part], "s") for part in PARTS),
        Row("activating, with the recount of the reserve", found["activate"], "s"),
        Row("processor time of the whole build", found["processor"], "s"),
        Row("peak memory of the build", found["peak"], "MiB", 2048),
        Row("groups that are released", found["groups"], ""),
    ]
    show(f"{found['employers']:,.0f} employers, {found['rows']:,.0f} worker months", rows)
    return rows


def ratio(found: dict[str, float]) -> float:
    return found["measures"] / found["scan"]


def reads(database: Path, *, employers: int) -> list[Row]:
    times, switches = release_reads.measured(database)
    rows = [
        Row(f"all metrics of 20 quarters, {share} of 100", float(np.percentile(times, share)), "ms", budget)
        for share, budget in ((50, math.inf), (95, 1), (99, 3))
    ]
    show(f"Read by 4 processes during {switches} switches, {employers:,} employers", rows)
    return rows


def distributed(embedded: dict[str, float], facts: Path, database: Path) -> list[Row]:
    """Spark once it runs, on the same facts; not measured where `make spark` put none."""
    found = release_build.measured(facts, database, SPARK) if release_build.SPARK_PACKAGES.exists() else {}
    rows = [
        Row(f"Spark local[2] to embedded: {part}", found.get(part, math.nan) / embedded[part], "x")
        for part in ("measures", "draft")
    ]
    show(f"Apache Spark, {embedded['employers']:,.0f} employers", rows)
    return rows


def growth(found: list[dict[str, float]]) -> list[Row]:
    """A power through what was measured; of a million employers this is the fit and no measurement."""
    if len({one["employers"] for one in found}) == 1:
        return []
    rows = []
    for part, by in GROWING.items():
        power, start = np.polyfit(np.log([one[by] for one in found]), np.log([one[part] for one in found]), 1)
        size = MILLION * found[-1][by] / found[-1]["employers"]
        rows += [
            Row(f"{part}: cost grows with the power of {by}", float(power), "", 1.2),
            Row(f"{part}: a million employers by this fit", float(np.exp(start) * size**power), "s"),
        ]
    show("Growth", rows)
    return rows


if __name__ == "__main__":
    sys.exit(main([Path(one) for one in sys.argv[1:]]))

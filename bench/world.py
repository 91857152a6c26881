"""How fast facts are invented, and in how much memory: `python -m bench.world --employers 20000`."""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from bench.table import Row, show
from dashboard.demo.employers import invent_employers
from dashboard.demo.facts import PROCESSORS, invent_facts

MEGABYTE, KILOBYTE = 1e6, 1024
MEMORY = 2000
LAST, SEED = "2026Q2", 1


def main() -> None:
    wanted = arguments()
    folder = wanted.folder or Path(tempfile.mkdtemp())
    began, worked = time.perf_counter(), time.process_time()
    employers = invent_employers(wanted.employers, seed=SEED)
    invent_facts(
        employers,
        seed=SEED,
        folder=folder,
        quarters=wanted.quarters,
        last=LAST,
        processors=wanted.processors,
        progress=tell,
    )
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE
    title = f"{wanted.employers:,} employers, {wanted.quarters} quarters, {wanted.processors} threads"
    show(title, rows_of(folder, seconds=seconds, processor=processor, peak=peak))
    if not wanted.folder:
        shutil.rmtree(folder)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--employers", type=int, default=20_000)
    parser.add_argument("--quarters", type=int, default=20)
    parser.add_argument("--processors", type=int, default=PROCESSORS)
    parser.add_argument("--folder", type=Path, help="Keep the facts here.")
    return parser.parse_args()


def tell(done: int, total: int, quarter: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:>6} of {total} {quarter}", end="" if done < total else "\n", file=sys.stderr)


def rows_of(folder: Path, *, seconds: float, processor: float, peak: float) -> list[Row]:
    tables = {
        path.relative_to(folder).parts[0].removesuffix(".parquet") for path in folder.rglob("*.parquet")
    }
    counts = {table: count(folder, table) for table in sorted(tables)}
    rows, size = sum(counts.values()), sum(path.stat().st_size for path in folder.rglob("*.parquet"))
    return [
        *(Row(f"rows of {table}", counted, "rows") for table, counted in counts.items()),
        Row("rows in all", rows, "rows"),
        Row("time", seconds, "s"),
        Row("processor time", processor, "s"),
        Row("rows a second", rows / seconds, "rows/s"),
        Row("rows a second of processor time", rows / processor, "rows/s"),
        Row("peak memory", peak / MEGABYTE, "MB", MEMORY),
        Row("size on disk", size / MEGABYTE, "MB"),
        Row("bytes a row", size / rows, "bytes"),
    ]


def count(folder: Path, table: str) -> int:
    pattern = f"{folder}/{table}*/**/*.parquet" if (folder / table).is_dir() else f"{folder}/{table}.parquet"
    with duckdb.connect() as engine:
        found = engine.execute("SELECT count(*) FROM read_parquet(?)", [pattern]).fetchone()
    return int(found[0]) if found else 0


if __name__ == "__main__":
    main()

"""Pages of peer figures read by several processes while releases are switched under them."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from bench.release_facts import SEED
from dashboard.data.database import open_database, reading, writing
from dashboard.data.releases.history import activate, all_releases
from dashboard.data.releases.reader import Releases
from dashboard.data.releases.tables import placements, released_groups, releases
from dashboard.domain.workforce import Period, Span

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from dashboard.data.releases.history import Release
    from dashboard.domain.workforce import Quarter

ROOT = Path(__file__).parents[1]
READERS, SECONDS, QUARTERS, NOBODY = 4, 10, 20, 0
COPIED = (released_groups, placements)


def measured(database: Path) -> tuple[list[float], int]:
    """Milliseconds of each page that was read while the newest quarter was switched, and the switches."""
    history(database)
    command = [sys.executable, "-m", "bench.release_reads", str(database)]
    readers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(READERS)]
    switches = switch(database, readers)
    times = [one for reader in readers for one in json.loads(reader.communicate()[0])]
    if any(reader.returncode for reader in readers):
        raise SystemExit("A reader met an error while releases were switched.")
    return times, switches


def switch(database: Path, readers: list[subprocess.Popen[str]]) -> int:
    """Go back and forth between two releases of the newest quarter for as long as anybody reads."""
    engine, count = open_database(f"sqlite:///{database}"), 0
    with reading(engine) as connection:
        newest = all_releases(connection)[:2]
    while any(reader.poll() is None for reader in readers):
        with writing(engine) as connection:
            activate(connection, newest[count % 2])
        count += 1
        time.sleep(0.1)
    engine.dispose()
    return count


def history(database: Path) -> None:
    """Fill the store up to twenty quarters that all say what was built, the newest one twice."""
    engine = open_database(f"sqlite:///{database}")
    with writing(engine) as connection:
        built = all_releases(connection)[0]
        for back in range(QUARTERS):
            activate(connection, copied(connection, built, back))
    engine.dispose()


def copied(connection: Connection, built: Release, back: int) -> Release:
    quarter = built.quarter.minus(back)
    row = {"quarter": str(quarter), "version": built.version + 1, "digest": built.digest, "active": False}
    connection.execute(releases.insert().values(**row, built_at=built.built_at))
    found = next(one for one in all_releases(connection) if one.name == f"{quarter}-{row['version']}")
    for table in COPIED:
        names = [column.name for column in table.columns if column.name not in {"id", "release_id"}]
        same = select(*(table.c[name] for name in names)).where(table.c.release_id == built.id)
        rows = [dict(one) | {"release_id": found.id} for one in connection.execute(same).mappings()]
        connection.execute(table.insert(), rows)
    return found


def read(database: Path, *, seconds: float = SECONDS) -> list[float]:
    """What one process reads: a company drawn at random, its cards of every quarter."""
    engine, times = open_database(f"sqlite:///{database}"), []
    rng = random.Random(SEED)
    with reading(engine) as connection:
        quarters = Releases(connection).quarters()
        known = connection.execute(select(placements.c.employer).distinct().limit(5000)).scalars().all()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.perf_counter()
        read_page(engine, rng.choice(known), quarters)
        times.append(1000 * (time.perf_counter() - began))
    engine.dispose()
    return times


def read_page(engine: Engine, employer: str, quarters: tuple[Quarter, ...]) -> None:
    with reading(engine) as connection:
        released = Releases(connection)
        for quarter in quarters:
            cards = released.cards(employer, Period(quarter, Span.FOUR_QUARTERS), firm_id=NOBODY)
            if not any(card.group for card in cards.values()):
                raise SystemExit(f"{quarter} was missing while releases were switched.")


if __name__ == "__main__":
    print(json.dumps(read(Path(sys.argv[1]))))

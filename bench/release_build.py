"""One release from end to end in a process of its own: how long each part takes, and its peak memory."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.release_facts import MEMORY, firms_that_know, opened, scan
from dashboard.cli.engines import EMBEDDED, SPARK, engine_of
from dashboard.data.database import open_database, writing
from dashboard.data.migrate import migrate
from dashboard.data.releases.choice import shown
from dashboard.data.releases.pipeline import Made, Start, made, recorded
from dashboard.data.releases.publish import publish
from dashboard.data.releases.verdicts import verdicts_on
from dashboard.domain.disclosure import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.data.facts.engine import Engine
    from dashboard.data.releases.build import Draft

ROOT = Path(__file__).parents[1]
SPARK_PACKAGES = ROOT / "var/spark"
MASTERS = {EMBEDDED: None, SPARK: "local[2]"}
RULES = Rules(key=b"a key of the bench")


def measured(facts: Path, database: Path, engine: str = EMBEDDED) -> dict[str, float]:
    """In a process of its own, so that its memory is told apart."""
    command = [sys.executable, "-m", "bench.release_build", str(facts), str(database), engine]
    paths = os.pathsep.join((str(ROOT), str(SPARK_PACKAGES)))
    env = os.environ | {"PYTHONPATH": paths}
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def build(facts: Path, database: Path, engine: Engine) -> dict[str, float]:
    times: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, opened(facts, Path(folder), engine) as workshop:
        quarters = workshop.quarters()
        quarter = quarters[-1]
        for earlier in quarters[-4:-1]:
            workshop.measures(earlier)
        known = firms_that_know(workshop.employers().index)
        times["employers"] = len(workshop.employers())
        with timed(times, "scan"):
            times["rows"] = scan(facts, quarter)[0]
        with timed(times, "measures"):
            workshop.measures(quarter)
        start = Start(quarter, None, known, stored=quarters[:-1])
        with timed(times, "draft"):
            of = made(workshop, start, rules=RULES, step=lambda _step: None)
        times["checks"] = checks(of.draft)
        store(times, of, start, database)
    times["groups"] = len(of.draft.groups)
    times["processor"] = time.process_time()
    times["peak"] = peak_memory()
    return times


def peak_memory() -> float:
    """In MiB; `getrusage` would count what the process that started this one had."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def checks(draft: Draft) -> float:
    """The disclosure checks of a draft once more, alone."""
    began = time.perf_counter()
    units = draft.panel.units
    verdicts = verdicts_on(draft.question, units, None, year=draft.quarter.year)
    shown(draft.question, verdicts.chosen, verdicts.rank, draft.history.last)
    return time.perf_counter() - began


def store(times: dict[str, float], of: Made, start: Start, database: Path) -> None:
    engine = open_database(f"sqlite:///{database}")
    migrate(engine)
    now = datetime.datetime.combine(start.quarter.release_day, datetime.time())
    with timed(times, "write"), writing(engine) as connection:
        release = recorded(connection, of, start, now=now)
    with timed(times, "activate"), writing(engine) as connection:
        publish(connection, release, rules=RULES, now=now)
    engine.dispose()


@contextlib.contextmanager
def timed(times: dict[str, float], name: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    times[name] = time.perf_counter() - began


if __name__ == "__main__":
    _module, given, kept, name = sys.argv
    with engine_of(name, master=MASTERS[name], memory=MEMORY) as started:
        print(json.dumps(build(Path(given), Path(kept), started)))

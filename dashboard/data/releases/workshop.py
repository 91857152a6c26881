"""The side that builds: a folder with the measures of each quarter, and what each release left behind."""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.data import facts
from dashboard.data.facts.delivery import Delivery
from dashboard.data.facts.engine import Engine
from dashboard.data.facts.measures import employer_quarter, employers
from dashboard.data.facts.parquet import writing
from dashboard.data.facts.schema import check_schema
from dashboard.data.facts.series import packed_series
from dashboard.data.releases.dossier import Dossier
from dashboard.domain.metrics import MEASURES
from dashboard.domain.workforce import Period, Quarter, Span
from dashboard.errors import ImportProblem, Misconfigured, ReleaseRefused

LOCK = "lock"


@dataclasses.dataclass(frozen=True)
class Workshop:
    """Where one institution's releases are made; nothing in its folder is ever served."""

    folder: Path
    delivery: Delivery
    engine: Engine

    @classmethod
    @contextlib.contextmanager
    def opened(cls, folder: Path, *, address: str, engine: Engine) -> Iterator[Workshop]:
        """One build at a time; one that was killed leaves no lock, and no fetched file that is believed."""
        folder.mkdir(parents=True, exist_ok=True)
        fetched = folder / "fetched"
        with (folder / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ReleaseRefused("A release is being built in {folder} already.", folder=folder) from None
            shutil.rmtree(fetched, ignore_errors=True)
            yield cls(folder, Delivery.at(address, near=fetched), engine)
            shutil.rmtree(fetched, ignore_errors=True)

    def dossier(self, digest: str) -> Dossier:
        return Dossier(self.folder / digest)

    def quarters(self) -> tuple[Quarter, ...]:
        with self._explained():
            return self.delivery.quarters()

    def require(self, quarter: Quarter) -> None:
        with self._explained():
            self.delivery.require(quarter)

    def employers(self) -> pd.DataFrame:
        with self._explained():
            return employers(self.delivery.fetched())

    def measures(self, quarter: Quarter) -> pd.DataFrame:
        """Every employer's measures of a quarter, added up anew when facts or sums are not as they were."""
        with self._explained():
            path = self.folder / "measures" / f"{quarter}-{self._mark(quarter)}.parquet"
            if not path.exists():
                near = self.delivery.fetched(*Period(quarter, Span.FOUR_QUARTERS).quarters)
                check_schema(near)
                found = employer_quarter(near, quarter, engine=self.engine)
                keep_alone(found, path, others=f"{quarter}-*")
            return kept(path)

    def series(self, quarter: Quarter) -> tuple[tuple[str, bytes], ...]:
        """Every employer's own series of a quarter, as they are stored."""
        with self._explained():
            return packed_series(self.delivery.fetched(quarter), quarter, engine=self.engine)

    def _mark(self, quarter: Quarter) -> str:
        return hashlib.sha256(f"{SUMS}{self.delivery.mark(quarter)}".encode()).hexdigest()[:16]

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """One sentence for what cannot be read."""
        place = self.delivery.root
        try:
            yield
        except duckdb.Error as error:
            found = str(error).splitlines()[0]
            raise ImportProblem(place=place, found=found, expected="docs/formats/facts.md") from error
        except OSError as error:
            raise Misconfigured("{place} cannot be read: {why}", place=place, why=error) from error


def sums() -> str:
    """One word for how facts are added up, so that measures of an earlier product are not taken for these."""
    found = hashlib.sha256(repr(MEASURES).encode())
    for path in sorted(Path(facts.__path__[0]).glob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()


SUMS = sums()


def keep_alone(measures: pd.DataFrame, path: Path, *, others: str) -> None:
    """Keep the measures, whole or not at all, in place of those that were kept of the quarter before."""
    unfinished = path.with_suffix(".part")
    with writing() as writer:
        writer.write({str(name): column for name, column in measures.reset_index().items()}, unfinished)
    unfinished.replace(path)
    for stale in path.parent.glob(others):
        if stale != path:
            stale.unlink()


def kept(path: Path) -> pd.DataFrame:
    with duckdb.connect() as engine:
        return engine.execute("SELECT * FROM read_parquet(?)", [str(path)]).df().set_index("employer")

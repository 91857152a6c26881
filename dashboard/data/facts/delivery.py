"""The delivered facts of an institution, at any fsspec address: what is there, and has it changed."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from dashboard.data.facts.schema import EMPLOYERS, WORKER_MONTHS
from dashboard.domain.workforce import Period, Quarter, Span
from dashboard.errors import Misconfigured


@dataclasses.dataclass(frozen=True)
class Delivery:
    """A folder of facts; files that are not on this machine are fetched into `near` before they are read."""

    files: Any  # a file system of fsspec, which has no types
    root: str
    near: Path
    _digests: dict[str, str] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def at(cls, address: str, *, near: Path) -> Delivery:
        try:
            files, root = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise Misconfigured("{address} cannot be opened: {why}", address=address, why=error) from error
        if isinstance(files, LocalFileSystem):
            return cls(files, root, Path(root))
        return cls(files, root, near)

    @property
    def is_far(self) -> bool:
        return not isinstance(self.files, LocalFileSystem)

    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that have facts, oldest first."""
        folders = {PurePosixPath(path).parent.name for path in self._glob(WORKER_MONTHS.name, "quarter=*")}
        return tuple(sorted(Quarter.parse(name.removeprefix("quarter=")) for name in folders))

    def mark(self, quarter: Quarter) -> str:
        """One word for the files of the year that ends with a quarter, another one when a file changes."""
        found = hashlib.sha256()
        for one in Period(quarter, Span.FOUR_QUARTERS).quarters:
            for path in self._glob("*", f"quarter={one}"):
                found.update(f"{self._beside_root(path)} {self._digest(path)}\n".encode())
        return found.hexdigest()

    def require(self, quarter: Quarter) -> None:
        """Say what is missing before anything is added up."""
        if not self.files.exists(f"{self.root}/{EMPLOYERS.files}"):
            raise Misconfigured("There is no {file} in {place}.", file=EMPLOYERS.files, place=self.root)
        if quarter not in self.quarters():
            raise Misconfigured(
                "There are no facts of {quarter} in {place}.", quarter=quarter, place=self.root
            )

    def fetched(self, *quarters: Quarter) -> Path:
        """The folder on this machine that has the employers and the facts of some quarters."""
        if self.is_far:
            paths = sorted(self.files.glob(f"{self.root}/*.parquet"))
            for one in quarters:
                paths += self._glob("*", f"quarter={one}")
            for path in (*paths, *self._one_of_each_table()):
                self._fetch(path)
        return self.near

    def _one_of_each_table(self) -> list[str]:
        """A table without files in these quarters says that nothing happened, if it is delivered at all."""
        by_table = {PurePosixPath(path).parts[-3]: path for path in self._glob("*", "quarter=*")}
        return list(by_table.values())

    def _glob(self, table: str, quarter: str) -> list[str]:
        found: list[str] = sorted(self.files.glob(f"{self.root}/{table}/{quarter}/*.parquet"))
        return found

    def _digest(self, path: str) -> str:
        """Read once on this machine; elsewhere what the file system says of it, without fetching the file."""
        if path not in self._digests:
            self._digests[path] = str(self.files.checksum(path)) if self.is_far else digest_of(Path(path))
        return self._digests[path]

    def _beside_root(self, path: str) -> str:
        return path.removeprefix(self.root).lstrip("/")

    def _fetch(self, path: str) -> None:
        target = self.near / self._beside_root(path)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            self.files.get_file(path, str(target))


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

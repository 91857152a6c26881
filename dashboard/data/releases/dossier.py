"""What the side that builds keeps of a release: its panel, what the rules said, whom it covers."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import orjson

from dashboard.data.releases.audit import audit
from dashboard.data.releases.build import Draft
from dashboard.data.releases.coverage import Coverage, coverage
from dashboard.data.releases.frozen import History
from dashboard.data.releases.past import keep, kept
from dashboard.domain.peers import Comparison

RELEASED = "released"


@dataclasses.dataclass(frozen=True)
class Dossier:
    """The folder of one release; it has the name of its digest, and is written before the release is."""

    folder: Path

    @property
    def is_here(self) -> bool:
        return self._coverage.exists()

    @property
    def history(self) -> History | None:
        return kept(self._panel)

    def keep(self, draft: Draft) -> None:
        """Each file whole or not at all; the coverage comes last and says that all are there."""
        keep(draft.history, self._panel)
        replace(self._audit, b"".join(audit(draft)))
        replace(self._coverage, orjson.dumps([dataclasses.asdict(one) for one in coverage(draft)]))

    def coverage(self) -> tuple[Coverage, ...]:
        rows = orjson.loads(self._coverage.read_bytes())
        named = ({**row, "comparison": Comparison(row["comparison"])} for row in rows)
        return tuple(Coverage(**{**row, "levels": tuple(row["levels"])}) for row in named)

    def verdicts(self) -> Mapping[str, Mapping[str, int]]:
        """How many groups passed and failed each rule that was asked of them."""
        found: dict[str, Counter[str]] = {}
        with self._audit.open("rb") as lines:
            for line in map(orjson.loads, lines):
                for rule in line.keys() - {"group", RELEASED}:
                    found.setdefault(rule, Counter())[line[rule]] += 1
        return {rule: found[rule] for rule in sorted(found)}

    @property
    def _panel(self) -> Path:
        return self.folder / "panel.npz"

    @property
    def _audit(self) -> Path:
        return self.folder / "audit.jsonl"

    @property
    def _coverage(self) -> Path:
        return self.folder / "coverage.json"


def replace(path: Path, content: bytes) -> None:
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)

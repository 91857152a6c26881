"""Keeps what a release leaves to the next one: a file on the side that builds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.data.releases.frozen import History
from dashboard.data.releases.panel import PLACES, Panel
from dashboard.errors import Misconfigured

WORDS = ("unit", *PLACES)
TYPES = {"people": "float64", "member": "bool", "counts": "bool"}
SETS = ("released", "moved", "low")


def keep(history: History, path: Path) -> None:
    """Write a history, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        np.savez_compressed(file, **arrays_of(history))
    unfinished.replace(path)


def arrays_of(history: History) -> dict[str, Any]:
    employers = history.panel.employers
    columns = {name: employers[name].to_numpy(dtype=np.str_) for name in WORDS}
    columns |= {name: employers[name].to_numpy() for name in TYPES}
    sets = {name: np.array(sorted(getattr(history, name)), dtype=np.str_) for name in SETS}
    numbers = employers.index.to_numpy(dtype=np.str_)
    return {"year": history.panel.year, "employer": numbers, "last": history.last, **columns, **sets}


def kept(path: Path) -> History | None:
    """The history that was kept there, None where none was."""
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as found:
            return history_in(dict(found))
    except (ValueError, KeyError, OSError) as error:
        raise Misconfigured("The panel in {file} cannot be read.", file=path) from error


def history_in(found: Mapping[str, NDArray[Any]]) -> History:
    index = pd.Index(found["employer"], name="employer", dtype="str")
    columns = {name: found[name] for name in (*WORDS, *TYPES)}
    employers = pd.DataFrame(columns, index=index).astype(dict.fromkeys(WORDS, "str") | TYPES)
    sets = {name: frozenset(found[name].tolist()) for name in SETS}
    return History(Panel(int(found["year"]), employers), found["last"], **sets)

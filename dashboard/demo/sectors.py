"""What the invented world assumes of each activity: how common it is, who works there, how it differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Sector(NamedTuple):
    """One section of NACE-BEL 2025: shares between 0 and 1, indices around 1, wage in deviations."""

    share: float
    size: float
    women: float
    blue: float
    part_time: float
    sickness: float
    accidents: float
    turnover: float
    wage: float


SECTIONS = {
    "A": Sector(0.015, -0.2, 0.30, 0.85, 1.0, 0.80, 1.3, 1.3, -0.75),
    "B": Sector(0.0006, 0.3, 0.12, 0.65, 0.5, 1.00, 1.6, 0.7, 0.10),
    "C": Sector(0.075, 0.7, 0.27, 0.58, 0.6, 1.00, 1.3, 0.75, 0.05),
    "D": Sector(0.001, 0.8, 0.28, 0.15, 0.5, 0.65, 0.5, 0.6, 0.85),
    "E": Sector(0.003, 0.6, 0.20, 0.65, 0.6, 1.05, 1.8, 0.8, -0.05),
    "F": Sector(0.145, 0.0, 0.10, 0.78, 0.5, 0.90, 2.3, 1.15, -0.10),
    "G": Sector(0.26, 0.0, 0.48, 0.30, 1.0, 0.92, 0.8, 1.0, -0.20),
    "H": Sector(0.038, 0.5, 0.20, 0.65, 0.8, 1.18, 1.9, 1.0, -0.10),
    "I": Sector(0.12, -0.2, 0.50, 0.75, 1.9, 0.85, 1.0, 1.7, -0.85),
    "J": Sector(0.009, 0.1, 0.42, 0.08, 0.8, 0.72, 0.2, 0.9, 0.25),
    "K": Sector(0.032, 0.2, 0.30, 0.03, 0.6, 0.68, 0.15, 1.1, 0.55),
    "L": Sector(0.02, 0.2, 0.50, 0.03, 0.9, 0.72, 0.15, 0.7, 0.55),
    "M": Sector(0.02, -0.3, 0.50, 0.15, 1.0, 0.72, 0.4, 0.9, 0.00),
    "N": Sector(0.12, -0.1, 0.52, 0.06, 0.9, 0.68, 0.2, 1.0, 0.30),
    "O": Sector(0.055, 0.4, 0.45, 0.60, 1.3, 1.25, 1.4, 1.35, -0.35),
    "P": Sector(0.001, 0.5, 0.55, 0.25, 1.0, 1.00, 0.6, 0.6, 0.10),
    "Q": Sector(0.008, 0.2, 0.65, 0.15, 1.2, 0.95, 0.4, 0.8, 0.15),
    "R": Sector(0.045, 0.8, 0.79, 0.25, 1.7, 1.15, 1.0, 0.75, -0.05),
    "S": Sector(0.018, -0.2, 0.45, 0.25, 1.3, 0.80, 0.7, 1.1, -0.25),
    "T": Sector(0.045, -0.2, 0.68, 0.30, 1.3, 0.92, 0.5, 0.9, -0.15),
    "V": Sector(0.0004, 0.0, 0.50, 0.05, 0.7, 0.70, 0.2, 0.8, 0.80),
}

RARE_SECTION = "B"

DIVISIONS = {
    "19": SECTIONS["C"]._replace(blue=0.35, wage=1.10, sickness=0.85),
    "20": SECTIONS["C"]._replace(blue=0.40, wage=0.80, sickness=0.90),
    "21": SECTIONS["C"]._replace(blue=0.35, women=0.48, wage=0.70, sickness=0.90),
    "70": SECTIONS["N"]._replace(wage=0.75),
    "78": SECTIONS["O"]._replace(turnover=2.0),
    "81": SECTIONS["O"]._replace(women=0.82, blue=0.93, part_time=2.2, sickness=1.95, wage=-0.70),
    "88": SECTIONS["R"]._replace(sickness=1.55, wage=-0.20),
}


def sectors_of(employers: pd.DataFrame) -> pd.DataFrame:
    """The assumptions that hold for each employer's activity."""
    keys, kinds = pd.factorize(employers["section"].astype(str) + employers["nace"].str[:2])
    table = pd.DataFrame([DIVISIONS.get(kind[1:], SECTIONS[kind[0]]) for kind in kinds])
    return table.iloc[keys].reset_index(drop=True)


def by_activity(
    employers: pd.DataFrame, table: Mapping[str, float], *, others: float = 0.0
) -> NDArray[np.float64]:
    """What a table says of each employer's division or else of its section."""
    division = employers["nace"].str[:2].map(table)
    return np.asarray(division.fillna(employers["section"].map(table)).fillna(others), dtype=np.float64)

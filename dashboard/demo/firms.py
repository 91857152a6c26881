"""Which accountants have which invented employers, and the employers that show a special state."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.demo.employers import TINY_HEADCOUNT
from dashboard.demo.sectors import RARE_SECTION

FIRST_FIRM = 0
FIRST_SIZE, FIRST_STAFFED = 205, 168
STAFFED = 5
WELL_PEERED, WELL_PEERED_SHARE = 60, 0.92
LARGEST_SHARE, LISTED_SHARE, TWICE_SHARE = 0.1, 0.5, 0.03
SIZE_STEP = 0.85
BANDS = (5, 10, 20, 50, 100, 200)
USUAL_STAFF = 15
TWO_STAFF = 2


def invent_firms(employers: pd.DataFrame, *, seed: int, firms: int = 12) -> pd.DataFrame:
    """One row per firm and employer; about half of the employers are in nobody's list, a few in two."""
    random = np.random.default_rng([seed, 2])
    sizes = firm_sizes(len(employers), firms=firms)
    first = draw_first_list(random, employers, size=sizes[FIRST_FIRM])
    others = random.permutation(np.setdiff1d(np.arange(len(employers)), first))
    rows = np.concatenate([first, others[: sum(sizes[1:])]])
    firm = np.repeat(np.arange(firms), sizes)
    twice = draw_second_lists(random, firm)
    listed = pd.DataFrame({"firm": firm, "row": rows})
    again = pd.DataFrame({"firm": twice[:, 1], "row": rows[twice[:, 0]]})
    both = pd.concat([listed, again]).sort_values(["firm", "row"], ignore_index=True)
    return pd.DataFrame({"firm": both["firm"], "employer": employers["employer"].to_numpy()[both["row"]]})


def firm_sizes(employers: int, *, firms: int) -> list[int]:
    """The first firm has its own size, the others shrink step by step below a tenth of all employers."""
    first = min(FIRST_SIZE, int(employers * LARGEST_SHARE))
    steps = SIZE_STEP ** np.arange(firms - 1)
    largest = employers * LARGEST_SHARE / (1 + 2 * TWICE_SHARE)
    rest = np.minimum((employers * LISTED_SHARE - first) * steps / steps.sum(), largest)
    return [first, *np.maximum(rest, 1).astype(int).tolist()]


def draw_second_lists(random: np.random.Generator, firm: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs of a listed row and the neighbouring firm that has it as well; the first firm gains nobody."""
    chosen = random.choice(len(firm), round(len(firm) * TWICE_SHARE), replace=False)
    last = int(firm.max())
    other = np.where(firm[chosen] == last, last - 1, firm[chosen] + 1)
    pairs: NDArray[np.int64] = np.column_stack([chosen, other])
    return pairs


def draw_first_list(random: np.random.Generator, employers: pd.DataFrame, *, size: int) -> NDArray[np.int64]:
    """Mostly employers with staff where many resemble them, then very small ones, and the tiny sector's."""
    staff = employers["headcount"].to_numpy()
    tiny = np.array([tiny_sector_row(employers)])
    staffed = round(size * FIRST_STAFFED / FIRST_SIZE) - 1
    usual = round(staffed * WELL_PEERED_SHARE)
    crowded = random.permutation(np.flatnonzero((staff >= STAFFED) & well_peered(employers)))[:usual]
    rest = np.setdiff1d(np.flatnonzero(staff >= STAFFED), np.concatenate([crowded, tiny]))
    others = random.permutation(rest)[: staffed - len(crowded)]
    two = np.flatnonzero(staff == TWO_STAFF)[:1]
    small = np.setdiff1d(np.flatnonzero(staff < STAFFED), two)
    few = random.permutation(small)[: size - staffed - 1 - len(two)]
    return np.sort(np.concatenate([tiny, crowded, others, two, few]))


def well_peered(employers: pd.DataFrame) -> NDArray[np.bool_]:
    """Enough employers of this size in the section, and in the province."""
    band = pd.Series(np.digitize(employers["headcount"], BANDS), index=employers.index)
    peers = [
        band.groupby([employers[column], band]).transform("size").to_numpy()
        for column in ("section", "province")
    ]
    return np.asarray(np.minimum(*peers) >= WELL_PEERED)


def tiny_sector_row(employers: pd.DataFrame) -> int:
    found = (employers["section"] == RARE_SECTION) & (employers["headcount"] == TINY_HEADCOUNT)
    return int(np.flatnonzero(found)[-1])


def special_states(employers: pd.DataFrame, portfolio: Sequence[str]) -> dict[str, str]:
    """Name one employer of a list for each state of the figures that needs facts of its own."""
    ours = employers[employers["employer"].isin(list(portfolio))]
    tiny = employers["employer"].iloc[tiny_sector_row(employers)]
    two = ours[ours["headcount"] == TWO_STAFF]["employer"].iloc[0]
    others = ours[~ours["employer"].isin([tiny, two])]
    usual = others.sort_values("headcount", key=far_from_usual, kind="stable")["employer"]
    return {
        "no_data": usual.iloc[0],
        "two_staff": two,
        "tiny_sector": tiny,
        "provisional": usual.iloc[1],
        "first_year": usual.iloc[2],
    }


def far_from_usual(headcount: pd.Series[int]) -> pd.Series[int]:
    return (headcount - USUAL_STAFF).abs()

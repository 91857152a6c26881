"""Joint committees of the invented world: for blue-collar and for white-collar workers of an activity."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.demo.sectors import sectors_of

# By division, else by section: the blue-collar and the white-collar workers' committee.
OTHERS = ("100", "200")
COMMITTEES = {
    "A": ("145", "200"),
    "01": ("144", "200"),
    "02": ("146", "200"),
    "03": ("143", "200"),
    "B": ("102.09", "200"),
    "C": ("100", "200"),
    "10": ("118", "220"),
    "11": ("118", "220"),
    "12": ("133", "220"),
    "13": ("120", "214"),
    "14": ("109", "215"),
    "15": ("128.02", "200"),
    "16": ("125.02", "200"),
    "17": ("136", "222"),
    "18": ("130", "200"),
    "19": ("117", "211"),
    "20": ("116", "207"),
    "21": ("116", "207"),
    "22": ("116", "207"),
    "23": ("106.02", "200"),
    "24": ("104", "210"),
    "25": ("111", "209"),
    "26": ("111", "209"),
    "27": ("111", "209"),
    "28": ("111", "209"),
    "29": ("111", "209"),
    "30": ("111", "209"),
    "31": ("126", "200"),
    "33": ("111", "209"),
    "D": ("326", "326"),
    "E": ("142.01", "200"),
    "F": ("124", "200"),
    "G": ("100", "201"),
    "46": ("100", "200"),
    "H": ("140.03", "226"),
    "50": ("139", "226"),
    "51": ("315.02", "315.02"),
    "I": ("302", "302"),
    "J": ("130", "227"),
    "K": ("100", "200"),
    "L": ("100", "341"),
    "64": ("100", "310"),
    "65": ("100", "306"),
    "66": ("100", "307"),
    "M": ("323", "323"),
    "N": ("100", "200"),
    "69": ("336", "336"),
    "75": ("336", "336"),
    "78": ("322", "322"),
    "80": ("317", "317"),
    "81": ("121", "200"),
    "R": ("330", "330"),
    "87": ("319.01", "319.01"),
    "88": ("331", "331"),
    "S": ("329", "329"),
    "93": ("223", "223"),
    "96": ("314", "314"),
    "T": ("337", "337"),
}
# Committees of one community have a sister in the other.
SISTERS = {"319.01": "319.02", "331": "332"}
FLANDERS = "02000"
CLEANING, SERVICE_VOUCHERS, VOUCHER_SHARE = "121", "322.01", 0.6
CONSTRUCTION, ELECTRICIANS, ELECTRICAL = "124", "149.01", "4321"
STRENGTH = 8.0


def with_committees(employers: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """Add each employer's share of blue-collar workers, and the joint committee of most of its workers."""
    random = np.random.default_rng([seed, 4])
    usual = sectors_of(employers)["blue"].to_numpy()
    blue = random.beta(usual * STRENGTH, (1 - usual) * STRENGTH)
    vouchers = random.random(len(employers)) < VOUCHER_SHARE
    columns = (employers[name].tolist() for name in ("nace", "section", "region"))
    rows = zip(*columns, blue.tolist(), vouchers.tolist(), strict=True)
    committees = [
        committee_of(nace, section, mostly_blue=share > 1 / 2, vouchers=pays, french=region != FLANDERS)
        for nace, section, region, share, pays in rows
    ]
    return employers.assign(blue=blue, committee=committees)


def committee_of(nace: str, section: str, *, mostly_blue: bool, vouchers: bool, french: bool) -> str:
    pair = COMMITTEES.get(nace[:2]) or COMMITTEES.get(section, OTHERS)
    found = pair[0] if mostly_blue else pair[1]
    if found == CLEANING and vouchers:
        return SERVICE_VOUCHERS
    if found == CONSTRUCTION and nace.startswith(ELECTRICAL):
        return ELECTRICIANS
    return SISTERS.get(found, found) if french else found

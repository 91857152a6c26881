"""The demo's employers of its newest quarter, as the product releases them and as one who knows everybody."""

from __future__ import annotations

from pathlib import Path

from dashboard.data.facts.measures import employer_quarter
from dashboard.data.facts.measures import employers as stands
from dashboard.data.releases.build import drafted
from dashboard.data.releases.panel import Source
from dashboard.demo.employers import invent_employers
from dashboard.demo.facts import invent_facts
from dashboard.demo.firms import invent_firms
from dashboard.demo.size import EMPLOYERS, SEED
from tests.attacks.ground import Release, World, shown_of
from tests.peer_world import QUARTER, RULES
from tests.slow_panel import Employer

PLACES = ["nace", "section", "arrondissement", "province", "region", "committee", "enterprise_group"]


def a_demo_world(folder: Path, *, employers: int = EMPLOYERS) -> tuple[World, Release]:
    source = a_demo_source(folder, employers=employers)
    told = source.measures[QUARTER].to_dict("index")
    places = source.employers.reindex(columns=PLACES, fill_value="")
    world = tuple(
        Employer(
            str(number),
            *places.loc[number],
            firms=frozenset(source.known_by.get(number, ())),
            measures={str(QUARTER): told[number]},
        )
        for number in places.index
        if number in told
    )
    return world, shown_of(drafted(source, QUARTER, rules=RULES))


def a_demo_source(folder: Path, *, employers: int) -> Source:
    frame = invent_employers(employers, seed=SEED)
    firms = invent_firms(frame, seed=SEED)
    invent_facts(frame, seed=SEED, folder=folder, quarters=1, last=str(QUARTER), special={})
    known = firms.groupby("employer")["firm"].agg(set).to_dict()
    return Source({QUARTER: employer_quarter(folder, QUARTER)}, stands(folder), known)

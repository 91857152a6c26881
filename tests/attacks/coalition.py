"""The Bayesian attack of a firm that knows all but a few employers of a group, by Monte Carlo (T17).

The attacker knows the method and its clients' values, and has a belief about the others. It does not know
the key, so that the shift of the ranks is as unknown to it as the others' values. Each chain is one world
that could be: the others drawn from the belief, what the product would release, and then the attacker's
guesses, drawn again and again, of which those stay that would have been released just so. Measured is how
much a guess still varies.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from dashboard.domain.metrics import BY_NAME, Metric, MetricName, value
from dashboard.domain.workforce import Missing, Span
from tests.attacks.ground import Release, World, groups_in, members_of
from tests.peer_world import QUARTER
from tests.slow_figures import NO_SPREAD
from tests.slow_panel import Member

# One metric of each kind: pay, health, workforce.
KINDS = (MetricName.COST_PER_FTE, MetricName.SICKNESS_TOTAL, MetricName.SHARE_55_AND_OVER)
LARGEST_UNKNOWN = 20
# Of the spread of what an employer could be, this much must be left.
LEFT = 0.8
NEAR = 0.1
CHAINS, SETTLING = 150, 40
# A quick look errs towards too little being left; what it doubts is looked at thoroughly.
QUICK, THOROUGH, DOUBTFUL = 120, 400, 0.88


@dataclasses.dataclass(frozen=True)
class Target:
    """One metric of a released group for the firm that knows most of it."""

    known: np.ndarray
    unknown: int
    belief: np.ndarray
    shares: tuple[float, ...]
    step: float

    def values(self, ranks: np.ndarray) -> np.ndarray:
        """The employers' values for ranks in the belief, between 0 and 1."""
        return np.interp(ranks, np.linspace(0, 1, len(self.belief)), np.sort(self.belief))

    def everybody(self, ranks: np.ndarray) -> np.ndarray:
        known = np.broadcast_to(self.known, (len(ranks), len(self.known)))
        return np.sort(np.concatenate([known, self.values(ranks)], axis=1), axis=1)


@dataclasses.dataclass(frozen=True)
class Guesses:
    """The state of all chains: the rank of each unknown employer in the belief, and the shift."""

    ranks: np.ndarray
    shifts: np.ndarray

    @classmethod
    def drawn(cls, target: Target, rng: np.random.Generator) -> Guesses:
        return cls(rng.random((CHAINS, target.unknown)), rng.uniform(-1, 1, CHAINS))

    def nudged(self, rng: np.random.Generator) -> Guesses:
        """One or two employers and the shift, a little or altogether: as likely there as back."""
        chains, unknown = self.ranks.shape
        touched = rng.random((chains, unknown)) < rng.choice([0, 1.2, 2.2], (chains, 1)) / unknown
        by = touched * rng.choice([0.01, 0.1, 1.0], (chains, 1)) * rng.uniform(-1, 1, (chains, unknown))
        moved = self.shifts + rng.choice([0.0, 0.1, 1.0], chains) * rng.uniform(-1, 1, chains)
        return Guesses(reflected(self.ranks + by, 0, 1), reflected(moved, -1, 1))

    def where(self, fits: np.ndarray, others: Guesses) -> Guesses:
        return Guesses(
            np.where(fits[:, None], self.ranks, others.ranks), np.where(fits, self.shifts, others.shifts)
        )


def targets(world: World, shown: Release, *, largest: int = LARGEST_UNKNOWN) -> Iterator[tuple[str, Target]]:
    """Each released metric of each group with few enough employers unknown to the firm that knows most.

    Groups of the same members are one: their figures are the same.
    """
    groups, members = groups_in(world), members_of(world)
    unlike = {groups[key]: key for key in shown}.values()
    for metric in map(BY_NAME.__getitem__, KINDS):
        values = values_of(members, metric)
        for key in unlike:
            figures = shown[key].figures.get(f"{metric.name}|{Span.QUARTER}", NO_SPREAD)
            inside = [members[name] for name in sorted(groups[key]) if name in values]
            known = best_known(inside)
            if figures != NO_SPREAD and len(inside) - len(known) <= largest:
                belief, theirs = (np.array([values[one.name] for one in some]) for some in (inside, known))
                shares = tuple(map(float, figures))
                yield (
                    f"{key} {metric.name}",
                    Target(theirs, len(inside) - len(known), belief, shares, metric.step),
                )


def values_of(members: Mapping[str, Member], metric: Metric) -> dict[str, float]:
    told = {name: value(metric, one.measures(str(QUARTER))) for name, one in members.items()}
    return {name: found for name, found in told.items() if not isinstance(found, Missing)}


def best_known(inside: Sequence[Member]) -> list[Member]:
    """The clients of the firm that has most of these; one employer where nobody has any."""
    counted = Counter(firm for one in inside for firm in one.firms)
    if not counted:
        return list(inside[:1])
    firm = min(counted, key=lambda firm: (-counted[firm], firm))
    return [one for one in inside if firm in one.firms]


def learnt(attacked: Iterable[tuple[str, Target]], *, seed: int = 1) -> dict[str, float]:
    """Where a firm's picture of an unknown employer sharpens too much, and what is left of it."""
    rng = np.random.default_rng(seed)
    doubtful = [
        (name, target) for name, target in attacked if remaining(target, rng=rng, steps=QUICK) < DOUBTFUL
    ]
    left = {name: remaining(target, rng=rng) for name, target in doubtful}
    return {name: round(one, 2) for name, one in left.items() if one < LEFT}


def remaining(target: Target, *, rng: np.random.Generator, steps: int = THOROUGH) -> float:
    """The spread of an unknown employer after the release, as a part of the spread before it."""
    state = Guesses.drawn(target, rng)
    shown = released(target, state)
    kept = []
    for step in range(steps):
        proposed = state.nudged(rng)
        # Rounding: any value within half a step would have been shown alike.
        alike = np.abs(released(target, proposed, exactly=True) - shown) <= target.step / 2 + 1e-9
        state = proposed.where(alike.all(axis=0), state)
        if step >= SETTLING:
            kept.append(target.values(state.ranks))
    after = np.concatenate(kept, axis=1).var(axis=1).mean()
    return float(np.sqrt(after / target.values(np.linspace(0, 1, 2001)).var()))


def released(target: Target, guesses: Guesses, *, exactly: bool = False) -> np.ndarray:
    """What the attacker computes that would be shown: a row per quantile, a column per chain."""
    ordered = target.everybody(guesses.ranks)
    raw = np.maximum.accumulate([quantile(ordered, share, guesses.shifts) for share in target.shares])
    return raw if exactly else np.floor(raw / target.step + 0.5) * target.step


def quantile(ordered: np.ndarray, share: float, shifts: np.ndarray) -> np.ndarray:
    """Type 8 at a shifted rank, near a rank the mean of three."""
    count = ordered.shape[1]
    place = np.clip((count + 1 / 3) * (share + shifts / (count + 1)) + 1 / 3, 1, count)
    low = np.minimum(place.astype(int), count - 1)
    middle = np.clip(np.round(place).astype(int), 2, count - 1)
    rows = np.arange(len(ordered))
    below, above = ordered[rows, low - 1], ordered[rows, low]
    three = (ordered[rows, middle - 2] + ordered[rows, middle - 1] + ordered[rows, middle]) / 3
    return np.where(np.abs(place - np.round(place)) < NEAR, three, below + (place - low) * (above - below))


def reflected(values: np.ndarray, least: float, most: float) -> np.ndarray:
    folded = np.where(values > most, 2 * most - values, values)
    return np.where(folded < least, 2 * least - folded, folded)

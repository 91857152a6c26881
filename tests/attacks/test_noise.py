"""What keeps a quantile from being one employer's value, and can it be averaged away: T14, T15, T16."""

from __future__ import annotations

import dataclasses
import itertools
import math

import numpy as np
import pytest

from dashboard.data.releases import batches, kernel
from dashboard.data.releases.build import drafted
from dashboard.domain.metrics import BY_NAME, MetricName, value
from dashboard.domain.workforce import Span
from tests.attacks.ground import a_crowd, a_world, groups_in, members_of, release_of, shown_of
from tests.peer_world import QUARTER, RULES
from tests.slow_figures import NO_SPREAD
from tests.slow_worlds import source_of

# Metrics whose values lie far apart beside their step.
WIDE = (MetricName.COST_PER_FTE, MetricName.GROSS_WAGE_PER_FTE)
TRADES = [f"{10 + place}110" for place in range(30)]
QUARTERS, SOME = 8, 15 * 11


@pytest.fixture(scope="module")
def world():
    """Trades of eleven employers: an odd number, so that a median could be the middle one's own value."""
    return a_world(*(a_crowd(11, nace=nace, section=nace[0], people=40) for nace in TRADES))


def values_of(world, metric, quarter=QUARTER):
    return {
        name: value(BY_NAME[metric], one.measures(str(quarter))) for name, one in members_of(world).items()
    }


def medians(world, shown, *, odd=True):
    """For each shown group of an odd size and metric: the released median, the values, the step."""
    groups = groups_in(world)
    for metric in WIDE:
        values = values_of(world, metric)
        for members, figures in {groups[key]: shown[key].figures for key in shown}.items():
            found = figures.get(f"{metric}|{Span.QUARTER}", NO_SPREAD)
            if found != NO_SPREAD and len(members) % 2 == odd:
                yield metric, found["0.5"], sorted(values[one] for one in members), BY_NAME[metric].step


def somebodys_value(released):
    """How many medians are an employer's value to rounding, and how many would be by chance."""
    hits = [sum(is_one(median, values, step) for _metric, median, values, step in released)]
    moved = [
        sum(is_one(median + away * step, values, step) for _metric, median, values, step in released)
        for away in (-2, -1, 1, 2)
    ]
    return hits[0], sum(moved) / len(moved)


def is_one(median, values, step):
    return any(abs(one - median) <= step / 2 for one in values)


def more_than_chance(world, shown):
    hits, chance = somebodys_value(list(medians(world, shown)))
    return hits > chance + 3 * math.sqrt(chance + 1)


def without_noise(monkeypatch):
    monkeypatch.setattr(kernel, "jitter", lambda *_: 0.0)
    monkeypatch.setattr(kernel, "NEAR_INTEGER", 0)


def test_t14_a_median_of_an_odd_number_is_nobodys_value(world):
    shown = release_of(world)
    assert len(list(medians(world, shown))) >= 40
    assert not more_than_chance(world, shown)


def test_t14_finds_the_middle_employer_where_ranks_are_not_moved(world, monkeypatch):
    without_noise(monkeypatch)
    assert more_than_chance(world, release_of(world))


def unlike_twins(world, shown):
    """Pairs of shown groups with the same members and other figures."""
    groups = groups_in(world)
    return [
        (one, other)
        for one, other in itertools.combinations(shown, 2)
        if groups[one] == groups[other] and shown[one].figures != shown[other].figures
    ]


def test_t15_the_same_members_by_two_ladders_have_the_same_figures(world):
    shown, groups = release_of(world), groups_in(world)
    assert len({groups[key] for key in shown}) < len(shown)
    assert unlike_twins(world, shown) == []


def test_t15_finds_noise_that_is_drawn_for_each_group_anew(world, monkeypatch):
    numbered = itertools.count()
    monkeypatch.setattr(batches, "membership", lambda _members: str(next(numbered)))
    assert unlike_twins(world, release_of(world))


def displaced(world, shown):
    """By metric, how far each median lies from the middle employer, in ranks."""
    found = {}
    for metric, median, values, _step in medians(world, shown):
        rank = np.interp(median, values, range(1, len(values) + 1))
        found.setdefault(metric, []).append(rank - (len(values) + 1) / 2)
    return found


def shared_noise(world, shown):
    """Pairs of metrics whose medians are displaced alike: who knows one metric could correct the other."""
    found = displaced(world, shown)
    return [
        (one, other)
        for one, other in itertools.combinations(found, 2)
        if np.corrcoef(found[one], found[other])[0, 1] > 4 / math.sqrt(len(found[one]))
    ]


def test_t16_metrics_have_noise_of_their_own(world):
    assert shared_noise(world, release_of(world)) == []


def test_t16_finds_noise_that_all_metrics_share(world, monkeypatch):
    alone = kernel.jitter
    monkeypatch.setattr(
        kernel, "jitter", lambda key, members, _column, _period: alone(key, members, "a|b", "")
    )
    assert shared_noise(world, release_of(world))


def averaged(world):
    """How far the mean of two years' medians lies from the middle employer's value, while nothing changes.

    By group and metric, as a part of the distance between its neighbours.
    """
    world = world[:SOME]
    means, values = {}, {}
    for back in range(QUARTERS):
        for place, (metric, median, ordered, _step) in enumerate(medians(world, quarter_of(world, back))):
            means.setdefault((place, metric), []).append(median)
            values[place, metric] = ordered
    return [error(sum(means[one]) / QUARTERS, values[one]) for one in values]


def quarter_of(world, back):
    """The release of an earlier quarter in which everything was as it is now."""
    source, quarter = source_of(world), QUARTER.minus(back)
    same = dataclasses.replace(source, measures={quarter: source.measures[QUARTER]})
    return shown_of(drafted(same, quarter, rules=RULES))


def error(mean, ordered):
    middle = len(ordered) // 2
    return abs(mean - ordered[middle]) / ((ordered[middle + 1] - ordered[middle - 1]) / 2)


def averaged_away(world):
    """The part of groups whose middle employer is found to a twentieth of the distance to its neighbours."""
    errors = averaged(world)
    return sum(one < 0.05 for one in errors) / len(errors)


def test_t16_two_years_of_a_still_panel_do_not_average_the_noise_away(world):
    assert averaged_away(world) < 0.25


def test_t16_finds_the_middle_employer_where_there_is_no_noise(world, monkeypatch):
    without_noise(monkeypatch)
    assert averaged_away(world) > 0.75


def test_t16_a_quarter_built_again_has_the_same_noise(world):
    assert release_of(world) == release_of(world)

import pandas as pd
import pytest

from dashboard.data.reference import tables
from dashboard.demo.employers import invent_employers
from dashboard.demo.firms import invent_firms, special_states
from dashboard.domain.identifiers import CompanyNumber
from tests.demo.facts_world import SEED


@pytest.fixture(scope="module")
def employers():
    return invent_employers(6000, seed=SEED)


def test_numbers_are_valid_unique_and_in_order(employers):
    numbers = employers["employer"]

    assert [CompanyNumber.parse(number).digits for number in numbers] == numbers.tolist()
    assert numbers.is_monotonic_increasing
    assert numbers.is_unique
    assert numbers.str.startswith("01").all()


def test_activities_and_places_are_in_the_reference_tables():
    for row in invent_employers(400, seed=SEED).itertuples():
        place = tables.municipality(row.municipality)
        assert tables.activity(row.nace_version, row.nace).section == row.section
        assert row.postal_code in place.postal_codes
        assert (row.arrondissement, row.province, row.region) == (
            place.arrondissement.code,
            place.province.code,
            place.region.code,
        )


def test_regions_and_sizes_follow_the_published_shares(employers):
    region = employers["region"].value_counts(normalize=True)
    small = (employers["headcount"] < 5).mean()

    assert region["02000"] == pytest.approx(0.578, abs=0.03)
    assert region["04000"] == pytest.approx(0.136, abs=0.02)
    assert small == pytest.approx(0.653, abs=0.01)
    assert (employers["headcount"] >= 1000).sum() == pytest.approx(9.6, abs=1)


def test_firms_have_lists_of_different_sizes(employers):
    firms = invent_firms(employers, seed=SEED)
    sizes = firms.groupby("firm").size()
    first = employers[employers["employer"].isin(firms[firms["firm"] == 0]["employer"])]

    assert len(sizes) == 12
    assert sizes.nunique() == 12
    assert sizes.max() <= 600
    assert sizes[0] == 205
    assert (first["headcount"] >= 5).sum() >= 155
    assert firms["employer"].nunique() / 6000 == pytest.approx(0.5, abs=0.02)
    assert 0.02 < firms["employer"].duplicated().mean() < 0.05
    assert not firms.duplicated().any()


@pytest.mark.parametrize("count", [60, 200, 1000])
def test_small_worlds_have_every_special_state(count):
    invented = invent_employers(count, seed=SEED)
    firms = invent_firms(invented, seed=SEED)
    first = firms[firms["firm"] == 0]["employer"].tolist()

    assert len(set(special_states(invented, first).values())) == 5


def test_most_staffed_clients_of_the_first_firm_have_many_peers(employers):
    firms = invent_firms(employers, seed=SEED)
    band = pd.cut(employers["headcount"], [0, 4, 9, 19, 49, 99, 199, 3000], labels=False)
    first = employers["employer"].isin(firms[firms["firm"] == 0]["employer"]) & (employers["headcount"] >= 5)
    for column in ("section", "province"):
        peers = band.groupby([employers[column], band]).transform("size")
        assert (peers[first] >= 40).mean() >= 0.9

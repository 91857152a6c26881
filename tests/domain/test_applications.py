"""The catalogue of applications is complete, strict, and opens a client's file rather than a general page."""

import pytest

from dashboard.domain.applications import Group, catalogue, parse
from dashboard.domain.clients import Kind
from dashboard.errors import Misconfigured

GOOD = """
[payroll]
group = "employees"
address = "https://payroll.example/open?token={token}"
kinds = ["employer"]
mandate = "secretariat"
label = {fr = "Paie", nl = "Loon", de = "Lohn", en = "Payroll"}
description = {fr = "Paie", nl = "Loon", de = "Lohn", en = "Payroll"}
"""


def test_the_catalogue_has_applications_in_every_group_and_for_every_kind():
    assert {one.group for one in catalogue()} == set(Group)
    assert frozenset().union(*(one.kinds for one in catalogue())) == set(Kind)
    assert len(catalogue()) == 12


def test_a_good_application_is_read():
    (application,) = parse(GOOD)
    assert application.key == "payroll"
    assert application.labels["de"] == "Lohn"


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("[payroll]", "[Pay-roll]"),
        ('"employees"', '"staff"'),
        ("https://payroll.example/open?token={token}", "javascript:alert({token})"),
        ("https://payroll.example/open?token={token}", "http://payroll.example/{token}"),
        ("https://payroll.example/open?token={token}", "//payroll.example/{token}"),
        ("https://payroll.example/open?token={token}", "https://payroll.example/home"),
        ("https://payroll.example/open?token={token}", "https://payroll.example/{register}"),
        ('["employer"]', '["shop"]'),
        ('["employer"]', "[]"),
        ('"secretariat"', '"bank"'),
        ('nl = "Loon", ', ""),
        ('fr = "Paie"', 'fr = " "'),
        ('mandate = "secretariat"', 'mandate = "secretariat"\nicon = "x"'),
        ("[payroll]", "[payroll"),
    ],
)
def test_a_catalogue_that_is_not_as_it_should_be_is_refused(good, bad):
    with pytest.raises(Misconfigured):
        parse(GOOD.replace(good, bad))

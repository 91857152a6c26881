"""What an engine may do with batches: work them out in any order, of members in any order, elsewhere."""

import dataclasses
import pickle

import numpy as np

from dashboard.data.facts.engine import Embedded, Members
from dashboard.data.releases import groups
from dashboard.data.releases.build import drafted
from tests.peer_world import QUARTER, RULES, a_mixed_source


@dataclasses.dataclass(frozen=True)
class Elsewhere(Embedded):
    """Gets copies, and keeps no order."""

    def each(self, kernel, batches):
        given = [shuffled(one) for one in batches]
        assert given
        copied = pickle.loads(pickle.dumps(kernel))  # noqa: S301 - our own
        return reversed([found for one in reversed(given) for found in copied(one)])


def shuffled(members):
    order = np.random.default_rng(1).permutation(len(members.rows))
    return Members(members.groups[order], members.rows[order])


def test_another_order_elsewhere_gives_the_same_release(monkeypatch):
    source = a_mixed_source()
    here = drafted(source, QUARTER, rules=RULES)
    monkeypatch.setattr(groups, "AT_ONCE", 50)
    there = drafted(source, QUARTER, rules=RULES, engine=Elsewhere())

    assert any(here.shares.values())
    assert there.digest == here.digest

"""What the rules said of every group, for whoever answers for a release: pass or fail, never a number."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import orjson

from dashboard.data.releases.build import Draft


def audit(draft: Draft) -> Iterator[bytes]:
    """One line of JSON per group, in the order of their keys; a rule that was not asked is not named.

    Groups are named, so the lines stay on the side that builds.
    """
    groups, verdicts = draft.question.groups, draft.verdicts
    keys = groups.keys(draft.panel.units, range(len(groups)))
    asked = verdicts.frequent & verdicts.apart
    candidates = asked & verdicts.unmoved & verdicts.settled
    always = np.ones_like(asked)
    rules = (
        ("R2", verdicts.frequent, always),
        ("R3", verdicts.apart, always),
        ("R7", verdicts.unmoved, asked),
        ("settled", verdicts.settled, asked),
        ("R6", verdicts.chosen, candidates),
    )
    for group in sorted(range(len(groups)), key=keys.__getitem__):
        said = {name: word(passed[group]) for name, passed, was_asked in rules if was_asked[group]}
        released = bool(verdicts.chosen[group])
        yield orjson.dumps({"group": keys[group], **said, "released": released}) + b"\n"


def word(passed: np.bool_) -> str:
    return "pass" if passed else "fail"

"""Attack the released groups of the invented world, each as the firm that knows most of it (T17).

`python -m bench.coalition [EMPLOYERS]`; the tests stop at groups of which that firm does not know twenty.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from dashboard.demo.size import EMPLOYERS
from tests.attacks.coalition import LEFT, remaining, targets
from tests.attacks.demo_world import a_demo_world

LARGEST_UNKNOWN = 60


def main(employers: int = EMPLOYERS) -> int:
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        world, shown = a_demo_world(Path(folder), employers=employers)
    rng = np.random.default_rng(1)
    left: defaultdict[int, list[float]] = defaultdict(list)
    for _name, target in targets(world, shown, largest=LARGEST_UNKNOWN):
        left[target.unknown // 10].append(remaining(target, rng=rng))
    print(f"{employers:,} employers, {len(shown):,} groups, {time.process_time() - started:.0f} s of CPU")
    print("unknown employers  attacks  spread left: least  median")
    for tens, found in sorted(left.items()):
        unknown = f"{tens * 10}–{tens * 10 + 9}"
        print(f"{unknown:>17}  {len(found):>7}  {min(found):>19.2f}  {np.median(found):>6.2f}")
    failed = sum(one < LEFT for found in left.values() for one in found)
    print(f"{failed} below {LEFT}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

"""Adds up folders of facts on Spark, in a process that has it: prints measures and series of each as JSON."""

import json
import sys
from pathlib import Path

from dashboard.data.facts.measures import employer_quarter
from dashboard.data.facts.series import packed_series
from dashboard.data.facts.spark import Spark
from tests.peer_world import QUARTER


def added_up(folder, engine):
    measures = employer_quarter(folder, QUARTER, engine=engine, relapse_days=14)
    whole = measures.astype("object").where(measures.notna(), None)
    series = {employer: packed.decode() for employer, packed in packed_series(folder, QUARTER, engine=engine)}
    return {"measures": whole.to_dict("index"), "series": series}


if __name__ == "__main__":
    with Spark.started("local[2]", memory="1GB") as started:
        found = [added_up(Path(folder), started) for folder in sys.argv[1:]]
    sys.stdout.write(json.dumps(found))

"""`--engine` and `--master`: where the heavy work of a release is done."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import rich_click as click

from dashboard.data.facts.engine import Embedded, Engine
from dashboard.errors import Misconfigured

EMBEDDED, SPARK = "embedded", "spark"
HERE = "local[*]"

named_engine = click.option(
    "--engine", "name", type=click.Choice([EMBEDDED, SPARK]), default=EMBEDDED, show_default=True
)
spark_master = click.option(
    "--master", help="Where Spark works, as `spark://host:7077`; else on every core of this machine."
)


@contextlib.contextmanager
def engine_of(name: str, *, master: str | None, memory: str) -> Iterator[Engine]:
    if name == EMBEDDED:
        if master:
            raise click.UsageError("--master is for --engine spark.")
        yield Embedded(memory)
        return
    try:
        from dashboard.data.facts.spark import Spark  # noqa: PLC0415 - an extra: it may not be here
    except ImportError as error:
        raise Misconfigured("Spark is not installed: pip install 'portefeuille[spark]'.") from error
    with Spark.started(master or HERE, memory=memory) as engine:
        yield engine

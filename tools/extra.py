"""Print what an extra of the distribution asks for, so that it can be locked alone."""

import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def main(name: str) -> None:
    extras = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    print(*extras[name], sep="\n")  # noqa: T201 - a tool talks


if __name__ == "__main__":
    main(sys.argv[1])

"""Write a new migration step from the difference between the tables and a database at the last step."""

import sys
import tempfile
from pathlib import Path

from sqlalchemy import create_engine

from dashboard.data.migrate import migrate, revise


def main(message: str) -> None:
    if not message:
        sys.exit('Say what changes: make migration m="add notes".')
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'empty.sqlite'}")
        migrate(engine)
        revise(engine, message)
        engine.dispose()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))

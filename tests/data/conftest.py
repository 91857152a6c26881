"""Both databases that the store promises to run on."""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
import sqlalchemy

from tests.cast import a_cast

BINARIES = (Path("/usr/local/bin"), *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))
DATABASES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))
PATIENCE = 30
numbers = itertools.count(1)


def binary(name: str) -> str:
    found = shutil.which(name) or next((str(one / name) for one in BINARIES if (one / name).exists()), None)
    if found is None:
        pytest.skip(f"PostgreSQL is not on this machine: no `{name}` was found")
    return found


def as_its_owner(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: there it runs as its own user, in a folder of its own."""
    if os.getuid() != 0:
        return []
    try:
        owner = pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("PostgreSQL cannot run as root, and this machine has no user `postgres`")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]


@contextlib.contextmanager
def running_postgres(folder: Path):
    become = as_its_owner(folder)
    data = folder / "data"
    create = [binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run([*become, *create], check=True, capture_output=True, cwd=folder)  # noqa: S603 - fixed words
    settings = [
        "-c",
        "listen_addresses=",
        "-c",
        f"unix_socket_directories={folder}",
        "-c",
        "fsync=off",
        "-c",
        "full_page_writes=off",
    ]
    with (folder / "log").open("wb") as log:
        command = [*become, binary("postgres"), "-D", data, *settings]
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)  # noqa: S603 - fixed words
        try:
            yield f"postgresql+psycopg://postgres@/{{name}}?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)  # ends running connections too
            server.wait(PATIENCE)


@pytest.fixture(scope="session")
def postgres():
    """The address of a server of our own, with the cast in a database `world` to copy."""
    # Not in pytest's folders, which only their owner may enter; and socket paths must be short.
    with contextlib.ExitStack() as stack:
        named = tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True)
        folder = Path(stack.enter_context(named))
        address = stack.enter_context(running_postgres(folder))
        execute(address, "CREATE DATABASE world", patience=PATIENCE)
        cast = a_cast(folder, database=address.format(name="world"))
        cast.store.engine.dispose()
        yield address


def execute(address: str, command: str, *, patience: float = 0) -> None:
    engine = sqlalchemy.create_engine(address.format(name="postgres"), isolation_level="AUTOCOMMIT")
    until = time.monotonic() + patience
    while True:
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql(command)
        except sqlalchemy.exc.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            break
    engine.dispose()


def copied_database(address: str, template: str) -> str:
    """Ends with its server: dropping each would cost more than the test."""
    name = f"test_{next(numbers)}"
    execute(address, f"CREATE DATABASE {name} TEMPLATE {template}")
    return address.format(name=name)


@pytest.fixture(params=DATABASES)
def empty_database(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    return copied_database(request.getfixturevalue("postgres"), "template0")


@pytest.fixture(params=DATABASES)
def world(request, first_cast, tmp_path):
    """The cast, on the database of the parameter."""
    is_postgres = request.param == "postgresql"
    database = copied_database(request.getfixturevalue("postgres"), "world") if is_postgres else ""
    cast = first_cast.copy(tmp_path, database=database)
    yield cast
    cast.store.engine.dispose()

"""Put Chromium, PostgreSQL and Java on a bare machine, or say in one sentence what is missing."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """Something the tests start that is no Python package."""

    name: str
    binaries: tuple[str, ...]
    folders: str
    package: str

    def present(self) -> bool:
        installed = any(shutil.which(binary) for binary in self.binaries)
        return installed or any(Path("/").glob(self.folders))


CHROMIUM = Program(
    "Chromium", ("chromium", "chromium-browser", "google-chrome"), "opt/chromium/chrome", "chromium"
)
POSTGRESQL = Program("PostgreSQL", ("pg_ctl",), "usr/lib/postgresql/*/bin/pg_ctl", "postgresql")
JAVA = Program("Java", ("java",), "usr/bin/java", "default-jre-headless")
WITHOUT = {
    POSTGRESQL: "PostgreSQL is not here: its tests are skipped.",
    JAVA: "Java is not here: the tests of Spark are skipped.",
}


def install(program: Program) -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing {program.name} from the system's packages.", flush=True)  # noqa: T201 - a tool talks
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", program.package]):
        done = subprocess.run(  # noqa: S603 - the two commands above, no one else's
            ["apt-get", *command],  # noqa: S607 - whichever apt-get the machine has
            env=environment,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            return False
    return program.present()


def main() -> None:
    for program, consequence in WITHOUT.items():
        if not program.present() and not install(program):
            print(consequence, file=sys.stderr)  # noqa: T201 - a tool talks
    if not CHROMIUM.present() and not install(CHROMIUM):
        sys.exit("The browser tests need Chromium: install the package `chromium` as root, then try again.")


if __name__ == "__main__":
    main()

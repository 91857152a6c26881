"""Settings, read once from the environment and passed on."""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import enum
import re
from collections.abc import Mapping
from pathlib import Path

from dashboard.errors import Misconfigured

SHORTEST_KEY = 32
SERVER = re.compile(r"[A-Za-z0-9.-]+:[0-9]{1,5}")
SENDER = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")
MEMORY = re.compile(r"[1-9][0-9]*(MB|GB)")
PREFIX = "PORTEFEUILLE_"
THRESHOLD = f"{PREFIX}PEERS_"
ALIKE = 0.65


class Profile(enum.StrEnum):
    """Where the product runs: the demo invents its keys, production refuses to start without them."""

    DEMO = "demo"
    PRODUCTION = "production"


class MandateRule(enum.StrEnum):
    """Who may put a mandate on record: the institution alone, or a manager who declares it."""

    RECORD = "record"
    DECLARED = "declared"


@dataclasses.dataclass(frozen=True)
class Setting:
    """One environment variable: its name, its default and what it is for."""

    name: str
    default: str
    purpose: str


SETTINGS = (
    Setting("PORTEFEUILLE_PROFILE", "production", "`production`, or `demo` for invented data and keys"),
    Setting("PORTEFEUILLE_FOLDER", "var", "folder for the database, the facts and the documents"),
    Setting("PORTEFEUILLE_DATABASE", "", "SQLAlchemy address; empty: SQLite in the folder"),
    Setting("PORTEFEUILLE_DOCUMENTS", "", "fsspec address of the document store; empty: in the folder"),
    Setting("PORTEFEUILLE_SECRET_KEY", "", "signs cookies and launch tokens; at least 32 characters"),
    Setting("PORTEFEUILLE_NUMBERS_KEY", "", "encrypts register numbers; at least 32 characters"),
    Setting(
        "PORTEFEUILLE_INDEX_KEY", "", "finds register numbers without reading them; at least 32 characters"
    ),
    Setting("PORTEFEUILLE_PEERS_KEY", "", "fixes the rank jitter of peer releases; at least 32 characters"),
    *(
        Setting(f"{THRESHOLD}{name.upper()}", str(floor), f"{purpose}; not below {floor}")
        for name, floor, purpose in (
            ("employers", 10, "peer releases: contributors of a group (R2)"),
            ("workers", 50, "people working for them (R2)"),
            ("for_quartiles", 15, "contributors for quartiles (R2)"),
            ("for_tails", 40, "contributors for the lowest and highest tenth (R2)"),
            ("for_deciles", 100, "contributors for all tenths (R2)"),
            ("outside_firm", 7, "contributors outside any one firm when a release is built (R3)"),
            ("outside_firm_now", 5, "the same, later, when mandates have come (R3)"),
            ("firms", 3, "firms in a group (R3)"),
            ("for_shares", 40, "contributors for shares of totals (R4)"),
            ("percent", 10, "how far off, in percent, a guess at a contributor's part stays (R4)"),
            ("largest_part", 4, "no contributor and no firm holds more than one part in so many (R4)"),
            ("joiners", 5, "newcomers that may join a group together within a year (R7)"),
            ("joiner_firms", 2, "firms that these newcomers come from (R7)"),
        )
    ),
    Setting(
        "PORTEFEUILLE_MEMORY",
        "1GB",
        "memory for adding up facts, such as `800MB`; the rest goes through disk",
    ),
    Setting("PORTEFEUILLE_HOSTS", "127.0.0.1,localhost", "host names that the product answers to"),
    Setting("PORTEFEUILLE_MANDATES", "record", "`record`, or `declared`: a manager may declare a mandate"),
    Setting("PORTEFEUILLE_PROXIES", "0", "how many trusted proxies stand in front"),
    Setting(
        "PORTEFEUILLE_MAIL_SERVER",
        "",
        "`host:port` of a mail relay in your network that mails invitations; empty: their link is shown once",
    ),
    Setting("PORTEFEUILLE_MAIL_SENDER", "", "the address that invitations come from"),
    Setting("PORTEFEUILLE_TODAY", "", "a fixed date (yyyy-mm-dd) for demonstrations; empty: the clock"),
)

# The thresholds of peer releases: what is published is the floor, and an installation may only raise it.
FLOORS = {
    one.name: int(one.default)
    for one in SETTINGS
    if one.name.startswith(THRESHOLD) and one.default.isdecimal()
}

INVENTED_KEY = "invented-data-needs-no-secret-key"
INVENTED = {
    "PORTEFEUILLE_SECRET_KEY": f"{INVENTED_KEY}-secret",
    "PORTEFEUILLE_NUMBERS_KEY": f"{INVENTED_KEY}-numbers",
    "PORTEFEUILLE_INDEX_KEY": f"{INVENTED_KEY}-index",
    "PORTEFEUILLE_PEERS_KEY": f"{INVENTED_KEY}-peers",
    "PORTEFEUILLE_MANDATES": MandateRule.DECLARED,
}


@dataclasses.dataclass(frozen=True)
class Settings:
    """All that an installation decides."""

    profile: Profile
    folder: Path
    database: str
    documents: str
    secret_key: str
    numbers_key: str
    index_key: str
    peers_key: str
    memory: str = "1GB"
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    mandates: MandateRule = MandateRule.RECORD
    proxies: int = 0
    today: str = ""
    mail_server: str = ""
    mail_sender: str = ""
    thresholds: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @property
    def is_demo(self) -> bool:
        return self.profile is Profile.DEMO

    @property
    def facts(self) -> Path:
        return self.folder / "facts"

    @property
    def releases(self) -> Path:
        """What builds of releases keep; never served."""
        return self.folder / "releases"

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        is_demo = environment.get("PORTEFEUILLE_PROFILE") == Profile.DEMO
        defaults = {setting.name: setting.default for setting in SETTINGS} | (INVENTED if is_demo else {})
        given = {name: environment.get(name) or default for name, default in defaults.items()}
        refuse_misspelt_names(environment)
        refuse_misspelt(given)
        folder = Path(given["PORTEFEUILLE_FOLDER"])
        settings = cls(
            profile=Profile(given["PORTEFEUILLE_PROFILE"]),
            folder=folder,
            database=given["PORTEFEUILLE_DATABASE"] or f"sqlite:///{folder / 'portefeuille.sqlite'}",
            documents=given["PORTEFEUILLE_DOCUMENTS"] or str(folder / "documents"),
            secret_key=given["PORTEFEUILLE_SECRET_KEY"],
            numbers_key=given["PORTEFEUILLE_NUMBERS_KEY"],
            index_key=given["PORTEFEUILLE_INDEX_KEY"],
            peers_key=given["PORTEFEUILLE_PEERS_KEY"],
            memory=given["PORTEFEUILLE_MEMORY"],
            hosts=tuple(host.strip() for host in given["PORTEFEUILLE_HOSTS"].split(",")),
            mandates=MandateRule(given["PORTEFEUILLE_MANDATES"]),
            proxies=int(given["PORTEFEUILLE_PROXIES"]),
            today=given["PORTEFEUILLE_TODAY"],
            mail_server=given["PORTEFEUILLE_MAIL_SERVER"],
            mail_sender=given["PORTEFEUILLE_MAIL_SENDER"],
            thresholds={name.removeprefix(THRESHOLD).lower(): int(given[name]) for name in FLOORS},
        )
        settings.refuse_weak_keys()
        return settings

    @classmethod
    def demo(cls, folder: Path, *, today: str = "") -> Settings:
        """An invented world's settings: its keys are no secret, since nothing in it is true."""
        return cls.read(
            {
                "PORTEFEUILLE_PROFILE": Profile.DEMO,
                "PORTEFEUILLE_FOLDER": str(folder),
                "PORTEFEUILLE_TODAY": today,
            }
        )

    def refuse_weak_keys(self) -> None:
        if self.is_demo:
            return
        keys = {
            "PORTEFEUILLE_SECRET_KEY": self.secret_key,
            "PORTEFEUILLE_NUMBERS_KEY": self.numbers_key,
            "PORTEFEUILLE_INDEX_KEY": self.index_key,
            "PORTEFEUILLE_PEERS_KEY": self.peers_key,
        }
        weak = [name for name, key in keys.items() if len(key) < SHORTEST_KEY or key.startswith("invented-")]
        if weak or len(set(keys.values())) < len(keys):
            names = ", ".join(weak or keys)
            raise Misconfigured(
                "Set {names} to different secrets of at least 32 characters each.", names=names
            )


def not_read(environment: Mapping[str, str]) -> list[str]:
    """The variables that look like settings and are none."""
    known = {setting.name for setting in SETTINGS}
    return sorted(name for name in environment if name.upper().startswith(PREFIX) and name not in known)


def refuse_misspelt_names(environment: Mapping[str, str]) -> None:
    """What a slip sets would silently stay unset; a name like none of ours may be another program's."""
    known = [setting.name.removeprefix(PREFIX) for setting in SETTINGS]
    for name in not_read(environment):
        for near in difflib.get_close_matches(name.upper().removeprefix(PREFIX), known, n=1, cutoff=ALIKE):
            raise Misconfigured(
                "There is no setting {name}. Did you mean {near}?", name=name, near=PREFIX + near
            )


def refuse_misspelt(given: Mapping[str, str]) -> None:
    """Say which setting cannot be read, before anything reads it."""
    right = {
        "PORTEFEUILLE_PROFILE": given["PORTEFEUILLE_PROFILE"] in set(Profile),
        "PORTEFEUILLE_MANDATES": given["PORTEFEUILLE_MANDATES"] in set(MandateRule),
        "PORTEFEUILLE_PROXIES": given["PORTEFEUILLE_PROXIES"].isdecimal(),
        "PORTEFEUILLE_MEMORY": MEMORY.fullmatch(given["PORTEFEUILLE_MEMORY"]) is not None,
        "PORTEFEUILLE_TODAY": is_day(given["PORTEFEUILLE_TODAY"]),
        "PORTEFEUILLE_MAIL_SERVER": is_server(given["PORTEFEUILLE_MAIL_SERVER"]),
        "PORTEFEUILLE_MAIL_SENDER": is_sender(given),
    } | {name: given[name].isdecimal() for name in FLOORS}
    for name in (name for name, is_right in right.items() if not is_right):
        raise Misconfigured("{name} cannot be “{value}”.", name=name, value=given[name])
    for name in (name for name, floor in FLOORS.items() if int(given[name]) < floor):
        raise Misconfigured("{name} cannot be below {floor}, its floor.", name=name, floor=FLOORS[name])


def is_server(text: str) -> bool:
    return not text or SERVER.fullmatch(text) is not None


def is_sender(given: Mapping[str, str]) -> bool:
    """Needed where mail is sent; without a server it says nothing."""
    needed = bool(given["PORTEFEUILLE_MAIL_SERVER"])
    return not needed or SENDER.fullmatch(given["PORTEFEUILLE_MAIL_SENDER"]) is not None


def is_day(text: str) -> bool:
    try:
        return not text or bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False

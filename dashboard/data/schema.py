"""The tables of what firms own and of what the institution knows."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from dashboard.data.metadata import metadata


def identity() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def belongs_to(column: str, table: str) -> Column[int]:
    return Column(column, ForeignKey(f"{table}.id"), nullable=False)


def moment(name: str, *, nullable: bool = False) -> Column[object]:
    """A time in UTC without zone, alike on SQLite and PostgreSQL."""
    return Column(name, DateTime, nullable=nullable)


firms = Table(
    "firms", metadata, identity(), Column("name", String(200), nullable=False), moment("created_at")
)

users = Table(
    "users",
    metadata,
    identity(),
    belongs_to("firm_id", "firms"),
    Column("email", String(320), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("role", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("comparison", String(16), nullable=False, server_default="sector"),
    Column("password_hash", String(200)),
    moment("created_at"),
    moment("disabled_at", nullable=True),
)

invitations = Table(
    "invitations",
    metadata,
    identity(),
    belongs_to("user_id", "users"),
    Column("token_hash", String(64), nullable=False, unique=True),
    moment("expires_at"),
    moment("used_at", nullable=True),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    belongs_to("user_id", "users"),
    moment("created_at"),
    moment("seen_at"),
)

attempts = Table(
    "attempts",
    metadata,
    identity(),
    Column("action", String(32), nullable=False),
    Column("subject", String(320), nullable=False),
    moment("at"),
    Index("ix_attempts_subject", "action", "subject", "at"),
)

entries = Table(
    "entries",
    metadata,
    identity(),
    Column("kind", String(16), nullable=False),
    Column("enterprise_number", String(10), unique=True),
    Column("register_index", String(64), unique=True),
    Column("register_cipher", LargeBinary),
    Column("register_masked", String(20)),
    Column("name", String(200), nullable=False),
    Column("trade_name", String(200), nullable=False, server_default=""),
    Column("nace_version", String(4), nullable=False, server_default="2025"),
    Column("nace_code", String(5), nullable=False, server_default=""),
    Column("municipality", String(5), nullable=False, server_default=""),
    Column("municipality_name", String(80), nullable=False, server_default=""),
    Column("postal_code", String(4), nullable=False, server_default=""),
    Column("language", String(8), nullable=False, server_default="fr"),
    Column("fte", Float),
)

affiliations = Table(
    "affiliations",
    metadata,
    identity(),
    belongs_to("entry_id", "entries"),
    Column("service", String(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("file_number", String(32), nullable=False, server_default=""),
    Index("ix_affiliations_entry", "entry_id"),
)

clients = Table(
    "clients",
    metadata,
    identity(),
    Column("public_id", String(24), nullable=False, unique=True),
    belongs_to("firm_id", "firms"),
    belongs_to("entry_id", "entries"),
    Column("reference", String(60), nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    # What search reads, folded: of a pending client the name and the firm's own words only.
    Column("search_pending", Text, nullable=False),
    Column("search_active", Text, nullable=False),
    Column("sort_name", String(220), nullable=False),
    moment("added_at"),
    Column("added_by", ForeignKey("users.id")),
    moment("removed_at", nullable=True),
    UniqueConstraint("firm_id", "entry_id"),
    Index("ix_clients_firm_name", "firm_id", "sort_name"),
    # Who is listed: counting reads this alone, and searching walks the table in its own order.
    Index("ix_clients_listed", "firm_id", "removed_at"),
)

# A list that somebody pasted, line by line with its verdicts, encrypted: it may hold register numbers.
pasted_lists = Table(
    "pasted_lists",
    metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("sealed", Text, nullable=False),
    moment("waits_until", nullable=True),
    moment("changed_at"),
)

mandates = Table(
    "mandates",
    metadata,
    identity(),
    belongs_to("firm_id", "firms"),
    belongs_to("entry_id", "entries"),
    Column("service", String(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("source", String(16), nullable=False),
    Index("ix_mandates_firm", "firm_id", "entry_id"),
    Index("ix_mandates_entry", "entry_id"),
)

tags = Table(
    "tags",
    metadata,
    identity(),
    belongs_to("client_id", "clients"),
    Column("tag", String(40), nullable=False),
    UniqueConstraint("client_id", "tag"),
)

# The colleague who follows a client, where somebody was named.
in_charge = Table(
    "in_charge",
    metadata,
    Column("client_id", ForeignKey("clients.id"), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False),
)

favourites = Table(
    "favourites",
    metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("client_id", ForeignKey("clients.id"), primary_key=True),
)

recents = Table(
    "recents",
    metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("client_id", ForeignKey("clients.id"), primary_key=True),
    moment("opened_at"),
)

documents = Table(
    "documents",
    metadata,
    identity(),
    Column("public_id", String(24), nullable=False, unique=True),
    belongs_to("entry_id", "entries"),
    Column("service", String(16), nullable=False),
    Column("title", String(200), nullable=False),
    Column("type", String(80), nullable=False),
    Column("period", String(40), nullable=False),
    Column("date", Date, nullable=False),
    Column("file_name", String(120), nullable=False),
    Column("media_type", String(80), nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("storage_key", String(64), nullable=False, unique=True),
    Index("ix_documents_entry", "entry_id", "date"),
)

document_reads = Table(
    "document_reads",
    metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("document_id", ForeignKey("documents.id"), primary_key=True),
)

contacts = Table(
    "contacts",
    metadata,
    identity(),
    belongs_to("entry_id", "entries"),
    Column("side", String(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("role", String(120), nullable=False),
    Column("phone", String(40), nullable=False, server_default=""),
    Column("email", String(320), nullable=False, server_default=""),
    Column("language", String(8), nullable=False, server_default="fr"),
    Index("ix_contacts_entry", "entry_id"),
)

requests = Table(
    "requests",
    metadata,
    identity(),
    Column("reference", String(24), nullable=False, unique=True),
    belongs_to("firm_id", "firms"),
    belongs_to("user_id", "users"),
    Column("action", String(16), nullable=False),
    Column("service", String(16), nullable=False),
    Column("enterprise_number", String(10)),
    Column("register_index", String(64)),
    Column("register_cipher", LargeBinary),
    Column("register_masked", String(20)),
    Column("name", String(200), nullable=False),
    Column("effective", Date, nullable=False),
    Column("contact", String(320), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(400), nullable=False, server_default=""),
    moment("created_at"),
    moment("decided_at", nullable=True),
    Index("ix_requests_firm", "firm_id", "created_at"),
)

audit = Table(
    "audit",
    metadata,
    identity(),
    Column("firm_id", ForeignKey("firms.id")),
    Column("user_id", ForeignKey("users.id")),
    Column("entry_id", ForeignKey("entries.id")),
    Column("action", String(40), nullable=False),
    Column("detail", String(400), nullable=False, server_default=""),
    moment("at"),
    Index("ix_audit_firm", "firm_id", "id"),
)

done_once = Table(
    "done_once",
    metadata,
    Column("firm_id", ForeignKey("firms.id"), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("result", String(64), nullable=False),
    moment("at"),
)

world = Table(
    "world",
    metadata,
    identity(),
    Column("invented", Boolean, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("employers", Integer, nullable=False),
    moment("built_at"),
)

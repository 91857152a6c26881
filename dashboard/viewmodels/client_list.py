"""The client list: its rows in the reader's words, and what stands around them."""

from __future__ import annotations

import dataclasses

from dashboard.data.client_list import ListAnswer, ListLine
from dashboard.data.store import Firm
from dashboard.domain.access import Permission
from dashboard.domain.clients import Kind, Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, recognise
from dashboard.domain.list_question import ListQuestion, holds_register_number
from dashboard.domain.search import marked, marked_number
from dashboard.errors import InvalidIdentifier
from dashboard.i18n import N_, Language
from dashboard.viewmodels.saved_filters import FilterLink, link_to
from dashboard.workspace import Workspace

Pieces = tuple[tuple[str, bool], ...]

COLUMNS = (
    ("favourite", N_("Favourite")),
    ("name", N_("Client")),
    ("number", N_("Number")),
    ("reference", N_("Reference")),
    ("municipality", N_("Municipality")),
    ("affiliations", N_("Affiliations")),
    ("fte", N_("FTE")),
)
KINDS = (
    (Kind.EMPLOYER, N_("Employers")),
    (Kind.COMPANY, N_("Companies")),
    (Kind.SELF_EMPLOYED, N_("Self-employed people")),
)
SERVICES = (
    (Service.SECRETARIAT, N_("Social secretariat")),
    (Service.FUND, N_("Social insurance fund")),
)
MANDATES = (
    ("active", N_("With a mandate")),
    ("pending", N_("Waiting for a mandate")),
)


@dataclasses.dataclass(frozen=True)
class Row:
    """One client as the list shows it: marked pieces of text, and the sentences of its buttons."""

    id: str
    title: str
    name: Pieces
    href: str
    trade_name: Pieces
    number: Pieces
    reference: Pieces
    municipality: Pieces
    tags: tuple[Pieces, ...]
    own_tags: tuple[Pieces, ...]
    affiliations: tuple[str, ...]
    fte: str
    favourite: bool
    star: str
    remove: str


@dataclasses.dataclass(frozen=True)
class Rows:
    """A slice of the list, and what is said about it."""

    rows: tuple[Row, ...]
    matching: int
    total: int
    count: str
    nothing: str
    add: str
    more: str


@dataclasses.dataclass(frozen=True)
class Choice:
    """One line of a filter."""

    value: str
    label: str


@dataclasses.dataclass(frozen=True)
class Filter:
    """A filter of the list: its parameter, its label and what may be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclasses.dataclass(frozen=True)
class ClientListPage:
    """What stands around the rows."""

    filters: tuple[Filter, ...]
    columns: tuple[Choice, ...]
    recent: tuple[Row, ...]
    saved: tuple[FilterLink, ...]
    may_edit: bool


def client_list(workspace: Workspace) -> ClientListPage:
    with workspace.reading() as firm:
        tag_names = firm.clients.tag_names(), firm.personal_tags.names()
        recent, saved = firm.client_list.recent(), firm.saved_filters.all()
    text = workspace.language.text
    return ClientListPage(
        filters=filters_of(workspace.language, *tag_names),
        columns=tuple(Choice(name, text(label)) for name, label in COLUMNS),
        recent=tuple(row_of(workspace, line, query="") for line in recent),
        saved=tuple(map(link_to, saved)),
        may_edit=workspace.may(Permission.EDIT_CLIENTS),
    )


def filters_of(language: Language, firms: tuple[str, ...], own: tuple[str, ...]) -> tuple[Filter, ...]:
    """Whoever has no tags of their own is not asked for one."""
    text = language.text
    mine = Filter("mine", text("My own tag"), tags_of(language, own))
    return (
        Filter("kind", text("Kind"), choices_of(language, KINDS)),
        Filter("service", text("Affiliation"), choices_of(language, SERVICES)),
        Filter("tag", text("Tag"), tags_of(language, firms)),
        *((mine,) if own else ()),
        Filter("mandate", text("Mandate"), choices_of(language, MANDATES)),
    )


def tags_of(language: Language, names: tuple[str, ...]) -> tuple[Choice, ...]:
    return (Choice("", language.text("All")), *(Choice(tag, tag) for tag in names))


def list_filters(workspace: Workspace) -> tuple[Filter, ...]:
    """What may be chosen now, after tags came or went."""
    with workspace.reading() as firm:
        return filters_of(workspace.language, firm.clients.tag_names(), firm.personal_tags.names())


def choices_of(language: Language, known: tuple[tuple[str, str], ...]) -> tuple[Choice, ...]:
    listed = tuple(Choice(str(value), language.text(label)) for value, label in known)
    return (Choice("", language.text("All")), *listed)


def client_rows(workspace: Workspace, question: ListQuestion) -> Rows:
    number = typed_number(workspace, question.query)
    with workspace.reading() as firm:
        answer = firm.client_list.listed(by_number(firm, question, number))
    # A register number is matched, never shown again: nothing of it is marked or repeated.
    query = "" if holds_register_number(question.query) else question.query
    text = workspace.language.text
    left = answer.matching - question.offset - len(answer.lines)
    return Rows(
        rows=tuple(row_of(workspace, line, query=query) for line in answer.lines),
        matching=answer.matching,
        total=answer.total,
        count=count_of(workspace.language, answer),
        nothing="" if answer.matching else nothing_of(workspace.language, query, question),
        add="" if answer.matching else offer_of(workspace, number),
        more=text("Show {n} more", n=min(left, question.limit)) if left > 0 else "",
    )


def matching_ids(workspace: Workspace, question: ListQuestion) -> tuple[str, ...]:
    """Every client that the list would show, to select them all."""
    number = typed_number(workspace, question.query)
    with workspace.reading() as firm:
        return firm.client_list.ids(by_number(firm, question, number))


def recent_rows(workspace: Workspace) -> tuple[Row, ...]:
    with workspace.reading() as firm:
        lines = firm.client_list.recent()
    return tuple(row_of(workspace, line, query="") for line in lines)


def typed_number(workspace: Workspace, query: str) -> CompanyNumber | RegisterNumber | None:
    """The complete and correct number that the whole query is, if it is one."""
    try:
        return recognise(query, workspace.today)
    except InvalidIdentifier:
        return None


def by_number(
    firm: Firm, question: ListQuestion, number: CompanyNumber | RegisterNumber | None
) -> ListQuestion:
    """A register number finds the one client whose number it is, with the same work when there is none."""
    if isinstance(number, RegisterNumber):
        return dataclasses.replace(question, query="", register_index=firm.store.cipher.index(number.digits))
    if isinstance(number, CompanyNumber):
        return dataclasses.replace(question, query=number.digits)
    return question


def count_of(language: Language, answer: ListAnswer) -> str:
    if answer.matching == answer.total:
        return language.plural("{n} client", "{n} clients", answer.total)
    return language.plural(
        "{n} of {total} clients",
        "{n} of {total} clients",
        answer.matching,
        total=language.integer(answer.total),
    )


def nothing_of(language: Language, query: str, question: ListQuestion) -> str:
    if query:
        return language.text("No client matches “{query}”.", query=query)
    if question.query:
        return language.text("No client matches this number.")
    return language.text("No client matches these filters.")


def offer_of(workspace: Workspace, number: CompanyNumber | RegisterNumber | None) -> str:
    if number is None or not workspace.may(Permission.EDIT_CLIENTS):
        return ""
    if isinstance(number, RegisterNumber):
        return workspace.language.text("Add this person")
    return workspace.language.text("Add {number}", number=number.printed)


def row_of(workspace: Workspace, line: ListLine, *, query: str) -> Row:
    text = workspace.language.text
    may_edit = workspace.may(Permission.EDIT_CLIENTS)
    return Row(
        id=line.id,
        title=line.name,
        name=marked(line.name, query),
        href=href_of(line),
        trade_name=marked(line.trade_name, query),
        number=number_of(workspace.language, line, query),
        reference=marked(line.reference, query),
        municipality=marked(line.municipality, query),
        tags=tuple(marked(tag, query) for tag in line.tags),
        own_tags=tuple(marked(tag, query) for tag in line.own_tags),
        affiliations=affiliations_of(workspace.language, line),
        fte="" if line.fte is None else workspace.language.decimal(line.fte),
        favourite=line.favourite,
        star=text("Favourite: {name}", name=line.name),
        remove=text("Remove {name} from my list", name=line.name) if may_edit else "",
    )


def href_of(line: ListLine) -> str:
    """The tab that a click on the name opens: figures for clients with staff."""
    return f"/clients/{line.id}/{'figures' if line.is_employer else 'applications'}"


def number_of(language: Language, line: ListLine, query: str) -> Pieces:
    if line.is_person:
        return ((language.text("self-employed"), False),)
    if not line.enterprise_number:
        return ()
    return marked_number(line.enterprise_number, CompanyNumber(line.enterprise_number).printed, query)


def affiliations_of(language: Language, line: ListLine) -> tuple[str, ...]:
    if not line.active:
        return (language.text("Waiting for a mandate"),)
    held = ((line.secretariat, N_("Social secretariat")), (line.fund, N_("Social insurance fund")))
    return tuple(language.text(label) for is_held, label in held if is_held)

"""Every component id, a class per screen; functions make the ids that repeat."""

from __future__ import annotations

import enum

from dashboard.ids.figures import (
    CompanyFigures,
    Exports,
    LikeForLike,
    Meeting,
    Provinces,
    ToTheMedian,
    of_agreement,
)
from dashboard.ids.office import Account, AuditTrail, Team, of_colleague

__all__ = [
    "Account",
    "AddClient",
    "Applications",
    "AuditTrail",
    "ClientList",
    "CompanyFigures",
    "Contact",
    "DescribeClient",
    "Documents",
    "Exports",
    "Frame",
    "ImportClients",
    "LikeForLike",
    "ListSelection",
    "Meeting",
    "Palette",
    "Portfolio",
    "Provinces",
    "RemoveClient",
    "Requests",
    "SavedFilters",
    "Team",
    "ToTheMedian",
    "document_box",
    "import_line",
    "of_agreement",
    "of_colleague",
    "restore_button",
    "restored_cell",
]


class Frame(enum.StrEnum):
    """What is around every page."""

    ADDRESS = "address"
    PAGE = "page"
    MESSAGE = "message"
    OUT_OF_REACH = "out-of-reach"
    SHORTCUTS = "shortcuts"
    PALETTE = "palette"


class ClientList(enum.StrEnum):
    """The client list."""

    SCREEN = "client-list"
    SEARCH = "client-list-search"
    FILTERS = "client-list-filters"
    ROWS = "client-list-rows"


class ListSelection(enum.StrEnum):
    """Several clients of the list at once, and what is done to them."""

    OPEN = "selection-open"
    PLACE = "selection-place"
    BAR = "selection-bar"
    CHOSEN = "selection-chosen"
    TAGS = "selection-tags"
    SEEN_BY = "selection-seen-by"
    TAG = "selection-tag"
    UNTAG = "selection-untag"
    REMOVE = "selection-remove"
    ANSWER = "selection-answer"


class SavedFilters(enum.StrEnum):
    """The filters that the list keeps under a name, and the dialog that edits them."""

    LINKS = "saved-filters-links"
    OPEN = "saved-filters-open"
    PLACE = "saved-filters-place"
    DIALOG = "saved-filters"
    TITLE = "saved-filters-title"
    NAME = "saved-filters-name"
    NAME_ERROR = "saved-filters-name-error"
    SAVE = "saved-filters-save"
    KEPT = "saved-filters-kept"
    CHOSEN = "saved-filters-chosen"
    CHOSEN_ERROR = "saved-filters-chosen-error"
    NEW_NAME = "saved-filters-new-name"
    NEW_NAME_ERROR = "saved-filters-new-name-error"
    RENAME = "saved-filters-rename"
    SHARE = "saved-filters-share"
    TAKE_BACK = "saved-filters-take-back"
    DELETE = "saved-filters-delete"
    ANSWER = "saved-filters-answer"


class Palette(enum.StrEnum):
    """The command palette."""

    FIELD = "palette-field"
    OPTIONS = "palette-options"


class DescribeClient(enum.StrEnum):
    """The star and the firm's own words about a client, in the head of its file."""

    STAR = "describe-client-star"
    WORDS = "describe-client-words"
    REFERENCE = "describe-client-reference"
    REFERENCE_ERROR = "describe-client-reference-error"
    TAGS = "describe-client-tags"
    TAGS_ERROR = "describe-client-tags-error"
    NOTE = "describe-client-note"
    NOTE_ERROR = "describe-client-note-error"
    IN_CHARGE = "describe-client-in-charge"
    SAVE = "describe-client-save"
    ANSWER = "describe-client-answer"
    OWN_TAGS = "describe-client-own-tags"
    OWN_ERROR = "describe-client-own-tags-error"
    SAVE_OWN = "describe-client-save-own"
    OWN_ANSWER = "describe-client-own-answer"


class AddClient(enum.StrEnum):
    """The dialog that adds a client by number."""

    DIALOG = "add-client"
    TITLE = "add-client-title"
    NUMBER = "add-client-number"
    NUMBER_HINT = "add-client-number-hint"
    NUMBER_ERROR = "add-client-number-error"
    CHOICE = "add-client-choice"
    CHOICE_ERROR = "add-client-choice-error"
    CHECK = "add-client-check"
    FOUND = "add-client-found"
    ADD = "add-client-add"
    KEY = "add-client-key"
    ADD_ERROR = "add-client-add-error"
    ACTION = "add-client-action"
    CONTINUE = "add-client-continue"
    REQUEST = "add-client-request"
    NAME = "add-client-name"
    NAME_ERROR = "add-client-name-error"
    EFFECTIVE = "add-client-effective"
    EFFECTIVE_ERROR = "add-client-effective-error"
    CONTACT = "add-client-contact"
    CONTACT_ERROR = "add-client-contact-error"
    SUMMARISE = "add-client-summarise"
    SUMMARY = "add-client-summary"
    SUBMIT = "add-client-submit"
    SUBMIT_ERROR = "add-client-submit-error"
    SENT = "add-client-sent"
    STATUS = "add-client-status"


class RemoveClient(enum.StrEnum):
    """The dialog that removes a client, and the banner that undoes it."""

    DIALOG = "remove-client"
    TITLE = "remove-client-title"
    CONSEQUENCE = "remove-client-consequence"
    CLIENT = "remove-client-client"
    CONFIRM = "remove-client-confirm"
    ERROR = "remove-client-error"
    NAMES = "remove-client-names"
    BANNER = "remove-client-banner"
    UNDO = "remove-client-undo"
    RESTORED = "remove-client-restored"


def restore_button(client_id: object) -> dict[str, object]:
    return {"type": "restore-client", "client": client_id}


def restored_cell(client_id: object) -> dict[str, object]:
    return {"type": "restored-client", "client": client_id}


class ImportClients(enum.StrEnum):
    """Several clients at once."""

    TEXT = "import-clients-text"
    FILE = "import-clients-file"
    FILE_ERROR = "import-clients-file-error"
    ERROR = "import-clients-error"
    CHECK = "import-clients-check"
    RESULT = "import-clients-result"
    HEAD = "import-clients-head"
    SHOW = "import-clients-show"
    ROWS = "import-clients-rows"
    MORE = "import-clients-more"
    ORDER = "import-clients-order"
    TICKS = "import-clients-ticks"
    ADD = "import-clients-add"
    ADDED = "import-clients-added"
    AGAIN = "import-clients-again"
    DISCARD = "import-clients-discard"


def import_line(part: str, position: int) -> str:
    """A part of one line of the list: its box, its choice, its field, its result."""
    return f"import-clients-{part}-{position}"


class Portfolio(enum.StrEnum):
    """Every client beside its own peers."""

    SCREEN = "portfolio"
    ROWS = "portfolio-rows"


class Requests(enum.StrEnum):
    """Requests to affiliate or transfer."""

    TABLE = "requests-table"
    DIALOG = "withdraw-request"
    TITLE = "withdraw-request-title"
    CONSEQUENCE = "withdraw-request-consequence"
    REFERENCE = "withdraw-request-reference"
    CONFIRM = "withdraw-request-confirm"
    STATUS = "withdraw-request-status"


class Applications(enum.StrEnum):
    """The applications of a client."""


class Documents(enum.StrEnum):
    """The documents of a client."""

    SEARCH = "documents-search"
    YEAR = "documents-year"
    TYPE = "documents-type"
    COUNT = "documents-count"


def document_box(document_id: str) -> str:
    """The box that selects one document."""
    return f"document-{document_id}"


class Contact(enum.StrEnum):
    """People to call."""

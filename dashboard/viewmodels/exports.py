"""A person's exports in the reader's words: what was asked for, and where it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from dashboard.data.store import Firm
from dashboard.domain.exports import Export, ExportState, Format
from dashboard.errors import NotFound
from dashboard.i18n import N_, Language, language
from dashboard.workspace import Workspace

FORMATS = {
    Format.SLIDES: N_("Slides to edit (PowerPoint)"),
    Format.PAGES: N_("Pages to print (PDF)"),
    Format.SHEETS: N_("Sheets (Excel)"),
    Format.LINES: N_("Lines with semicolons and decimal commas (CSV)"),
    Format.INTERNATIONAL_LINES: N_("Lines with commas and decimal points (CSV)"),
}
STATES = {
    ExportState.WAITING: N_("Waiting"),
    ExportState.RUNNING: N_("Being made: {percent}"),
    ExportState.DONE: N_("Done"),
    ExportState.FAILED: N_("Failed: {reason}"),
}


@dataclasses.dataclass(frozen=True)
class ExportLine:
    """One export: of whom, what, in which language, when asked for, its state and its file's address."""

    client: str
    what: str
    spoken: str
    when: str
    state: str
    href: str


@dataclasses.dataclass(frozen=True)
class ExportList:
    """All of them, and how many are still being made."""

    lines: tuple[ExportLine, ...]
    is_open: bool
    summary: str


def export_list(workspace: Workspace) -> ExportList:
    reader = workspace.language
    with workspace.reading() as firm:
        found = firm.exports.mine()
        names = {export.order.client_id: name_of(firm, export.order.client_id) for export in found}
    waiting = sum(export.is_open for export in found)
    return ExportList(
        lines=tuple(line_of(export, names, reader) for export in found),
        is_open=waiting > 0,
        summary=reader.plural("{n} export is being made.", "{n} exports are being made.", waiting)
        if waiting
        else "",
    )


def name_of(firm: Firm, client_id: str) -> str:
    """Nothing of a client that has left the list."""
    try:
        return firm.clients.one(client_id).entry.name
    except NotFound:
        return "–"


def line_of(export: Export, names: Mapping[str, str], reader: Language) -> ExportLine:
    order, text = export.order, reader.text
    what = text(FORMATS[order.format])
    percent = reader.percent(export.percent, 0)
    return ExportLine(
        client=names[order.client_id],
        what=text("{file}, snapshot {code}", file=what, code=order.code) if order.code else what,
        spoken=language(order.language).name,
        when=reader.moment(export.asked_at),
        state=text(STATES[export.state], percent=percent, reason=text(export.reason)),
        href=f"/exports/{export.id}/file" if export.state is ExportState.DONE else "",
    )

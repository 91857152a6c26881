"""A person's exports in the reader's words: what was asked for, and where it stands."""

from __future__ import annotations

import dataclasses

from dashboard.domain.exports import Export, ExportState
from dashboard.i18n import N_, Language
from dashboard.workspace import Workspace

STATES = {
    ExportState.WAITING: N_("Waiting"),
    ExportState.RUNNING: N_("Being made: {percent}"),
    ExportState.DONE: N_("Done"),
    ExportState.FAILED: N_("Failed: {reason}"),
}


@dataclasses.dataclass(frozen=True)
class ExportLine:
    """One export: when it was asked for, what it is, its state and the address of its file."""

    when: str
    what: str
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
    waiting = sum(export.is_open for export in found)
    return ExportList(
        lines=tuple(line_of(export, reader) for export in found),
        is_open=waiting > 0,
        summary=reader.plural("{n} export is being made.", "{n} exports are being made.", waiting)
        if waiting
        else "",
    )


def line_of(export: Export, reader: Language) -> ExportLine:
    order = export.order
    what = " · ".join(
        part for part in (order.format.ending.upper(), order.language.upper(), order.code) if part
    )
    state = reader.text(
        STATES[export.state], percent=reader.percent(export.percent, 0), reason=reader.text(export.reason)
    )
    return ExportLine(
        when=reader.moment(export.asked_at),
        what=f"{export.file_name} · {what}" if export.file_name else what,
        state=state,
        href=f"/exports/{export.id}/file" if export.state is ExportState.DONE else "",
    )

"""Loads a folder of documents with a CSV manifest that says what each one is and whose."""

from __future__ import annotations

import dataclasses
from pathlib import Path, PurePosixPath

from dashboard.data.administration import Administration
from dashboard.data.files import DocumentStore, file_document
from dashboard.data.imports.lines import (
    Line,
    Outcome,
    Report,
    day_of,
    entry_id_of,
    import_lines,
    service_of,
    words_of,
)
from dashboard.domain.file import MEDIA_TYPES, has_register_number, safe_file_name
from dashboard.errors import ImportProblem

COLUMNS = ("number", "service", "title", "type", "period", "date", "file")
LARGEST = 25_000_000


@dataclasses.dataclass(frozen=True)
class Intake:
    """Where documents come from and where they go during one import."""

    folder: Path
    store: DocumentStore
    administration: Administration

    def take(self, line: Line) -> Outcome:
        path = self.path_of(line["file"])
        media_type, content = read(path)
        title = title_of(line["title"])
        date = day_of(line["date"])
        added = file_document(
            self.administration.connection,
            entry_id=entry_id_of(line["number"], self.administration),
            content=content,
            store=self.store,
            service=service_of(line["service"]),
            title=title,
            type=words_of(line["type"], column="type", longest=80),
            period=words_of(line["period"], column="period", longest=40),
            date=date,
            file_name=safe_file_name(f"{date} {title}{path.suffix.lower()}"),
            media_type=media_type,
        )
        return Outcome.ADDED if added else Outcome.KNOWN

    def path_of(self, name: str) -> Path:
        """A plain file below the folder: no way up, no absolute path, no symbolic link on the way."""
        relative = PurePosixPath(name)
        steps = [self.folder.joinpath(*relative.parts[: depth + 1]) for depth in range(len(relative.parts))]
        strange = relative.is_absolute() or ".." in relative.parts or "\\" in name or not name.isprintable()
        if not name or strange or any(step.is_symlink() for step in steps):
            raise ImportProblem("The file is named by its path inside the folder, without links.")
        if not steps[-1].is_file():
            raise ImportProblem("The file is not in the folder.")
        return steps[-1]


def import_documents(
    folder: Path, manifest: Path, *, store: DocumentStore, administration: Administration
) -> Report:
    """File the documents of a manifest; the same ones again change nothing."""
    return import_lines(manifest, COLUMNS, Intake(folder, store, administration).take)


def read(path: Path) -> tuple[str, bytes]:
    """The media type and the bytes of a file that is what its ending says."""
    known = MEDIA_TYPES.get(path.suffix.lower())
    if known is None:
        raise ImportProblem("A document ends in {expected}.", expected=", ".join(MEDIA_TYPES))
    if path.stat().st_size > LARGEST:
        raise ImportProblem("A document has 25 MB at most.")
    content = path.read_bytes()
    media_type, start = known
    if not content or not content.startswith(start):
        raise ImportProblem("The file is empty, or not what its ending says.")
    return media_type, content


def title_of(text: str) -> str:
    title = words_of(text, column="title", longest=200)
    if has_register_number(title):
        raise ImportProblem("A title holds no national register number.")
    return title

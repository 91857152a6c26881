"""Lists the sentences without translation and adds an entry for each to its screen's catalogue."""

from __future__ import annotations

import argparse
import ast
import csv
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po
from jinja2 import Environment, nodes

from dashboard.i18n import LANGUAGES
from dashboard.i18n.catalogues import LOCALE, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

DASHBOARD = LOCALE.parent
TRANSLATED = tuple(code for code in LANGUAGES if code != "en")
SCREEN_FOLDERS = {"pages", "viewmodels", "questions", "callbacks"}
FRAME, EXPORTS = "frame", "exports"
PLURALS = {"plural", "_counted"}
MARKERS = frozenset({"N_", "text"} | PLURALS)
# Operators read these in a terminal, in English.
FOR_OPERATORS = {"Misconfigured", "ReleaseRefused"}
HEADER = """msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""
PLURAL = {"fr": "nplurals=2; plural=(n > 1);"}
USUAL_PLURAL = "nplurals=2; plural=(n != 1);"

Key = str | tuple[str, str]


@dataclass(frozen=True)
class Sentence:
    """A key found in the code, and the file that says it."""

    key: Key
    module: Path

    @property
    def screen(self) -> str:
        if self.module.parent.name == EXPORTS:
            return EXPORTS
        is_screen = self.module.parent.name in SCREEN_FOLDERS and self.module.stem != "__init__"
        return self.module.stem if is_screen else FRAME


@dataclass(frozen=True)
class Entry:
    """A key's translation in one catalogue."""

    code: str
    screen: str
    message: Message

    @property
    def key(self) -> Key:
        found = self.message.id
        return found if isinstance(found, str) else (found[0], found[1])

    @property
    def forms(self) -> tuple[str, ...]:
        found = self.message.string
        return (found,) if isinstance(found, str) else tuple(found or ())


def error_names() -> frozenset[str]:
    tree = ast.parse((DASHBOARD / "errors.py").read_text())
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    return frozenset(classes - FOR_OPERATORS)


def sentences() -> tuple[Sentence, ...]:
    """Every key in the code, in the order of files and lines."""
    errors = error_names()
    said = tuple(
        Sentence(key, path)
        for path in sorted(DASHBOARD.rglob("*.py"))
        for key in keys_in(ast.parse(path.read_text()), markers=markers(path, errors))
    )
    shown = tuple(
        Sentence(key, path)
        for path in sorted(DASHBOARD.rglob("templates/*.html"))
        for key in template_keys(path.read_text())
    )
    return said + shown


def markers(path: Path, errors: frozenset[str]) -> frozenset[str]:
    """In data/, `text` is SQL."""
    if path.is_relative_to(DASHBOARD / "data"):
        return errors | {"N_"}
    return errors | MARKERS


def keys_in(tree: ast.Module, *, markers: frozenset[str]) -> Iterator[Key]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name not in FOR_OPERATORS:
            yield from _default_sentences(node)
        if isinstance(node, ast.Call) and node.args and called(node) in markers:
            yield from _keys_of(node)


def _default_sentences(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) in {"title", "sentence"}:
            yield from literals(statement.value)


def _keys_of(call: ast.Call) -> Iterator[Key]:
    if called(call) in PLURALS:
        pairs = zip(literals(call.args[0]), literals(call.args[1]), strict=False)
        yield from pairs
    else:
        yield from literals(call.args[0])


def template_keys(source: str) -> Iterator[Key]:
    """Find the sentences of a Jinja template."""
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        called_by = call.node.attr if isinstance(call.node, nodes.Getattr) else getattr(call.node, "name", "")
        words = [part.value for part in call.args if isinstance(part, nodes.Const)]
        if called_by == "text" and words:
            yield words[0]
        if called_by in PLURALS:
            yield words[0], words[1]


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def glued() -> tuple[str, ...]:
    """Where a sentence is built from parts, so that nobody can translate it."""
    errors = error_names()
    return tuple(
        f"{path.relative_to(DASHBOARD.parent)}:{node.lineno}: {ast.unparse(node.args[0])}"
        for path in sorted(DASHBOARD.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and node.args and called(node) in markers(path, errors)
        if isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    )


def entries(code: str) -> tuple[Entry, ...]:
    return tuple(
        Entry(code, path.stem, message)
        for path in sorted((LOCALE / code).glob("*.po"))
        for message in catalogue(path, code=code)
        if message.id
    )


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def complete(entry: Entry) -> bool:
    return all(entry.forms) and not entry.message.fuzzy


def missing(code: str) -> tuple[Sentence, ...]:
    """Sentences without a finished translation, each once."""
    done = {entry.key for entry in entries(code) if complete(entry)}
    first = {sentence.key: sentence for sentence in reversed(sentences()) if sentence.key not in done}
    return tuple(sorted(first.values(), key=lambda sentence: (sentence.screen, str(sentence.key))))


def stale(code: str) -> tuple[Entry, ...]:
    used = {sentence.key for sentence in sentences()}
    return tuple(entry for entry in entries(code) if entry.key not in used)


def altered(code: str) -> tuple[Entry, ...]:
    """Find translations with other {placeholders} than their sentence; a singular may leave {n} out."""
    return tuple(entry for entry in entries(code) if complete(entry) and _is_altered(entry))


def _is_altered(entry: Entry) -> bool:
    keys = (entry.key,) if isinstance(entry.key, str) else entry.key
    return any(placeholders(form) != placeholders(keys[-1]) for form in entry.forms[-1:]) or any(
        not placeholders(form) <= placeholders(keys[-1]) for form in entry.forms
    )


def contradictions(code: str) -> tuple[str, ...]:
    """Keys that two catalogues translate differently."""
    seen: dict[Key, set[tuple[str, ...]]] = {}
    for entry in entries(code):
        seen.setdefault(entry.key, set()).add(entry.forms)
    return tuple(str(key) for key, forms in seen.items() if len(forms) > 1)


def add_stubs(code: str, memory: dict[str, str]) -> tuple[Sentence, ...]:
    """Write an entry for each missing sentence, with its translation where the memory knows it."""
    listed = {entry.key for entry in entries(code)}
    added = tuple(sentence for sentence in missing(code) if sentence.key not in listed)
    for screen in sorted({sentence.screen for sentence in added}):
        path = LOCALE / code / f"{screen}.po"
        book = catalogue(path, code=code) if path.exists() else Catalog(locale=code)
        for sentence in added:
            if sentence.screen == screen:
                book.add(
                    sentence.key, memory.get(sentence.key, "") if isinstance(sentence.key, str) else ("", "")
                )
        write(path, book, code=code)
    return added


def write(path: Path, book: Catalog, *, code: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.format(code=code, plural=PLURAL.get(code, USUAL_PLURAL)).encode())
        write_po(file, book, width=110, no_location=True, omit_header=True, sort_output=True)


def remembered(path: Path | None, code: str) -> dict[str, str]:
    """Read translations from a vocabulary: a CSV file with one column a language."""
    if path is None:
        return {}
    with path.open(newline="", encoding="utf-8") as file:
        return {row["en"]: row[code] for row in csv.DictReader(file)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--memory", type=Path, help="vocabulary CSV (columns en, fr, nl, de) that fills new entries"
    )
    memory = parser.parse_args().memory
    unfinished = 0
    for code in TRANSLATED:
        add_stubs(code, remembered(memory, code))
        for sentence in missing(code):
            unfinished += 1
            sys.stdout.write(f"{code}/{sentence.screen}.po: {sentence.key}\n")
        for entry in stale(code):
            sys.stdout.write(f"{code}/{entry.screen}.po: no longer used: {entry.key}\n")
    sys.stdout.write(f"{unfinished} to translate\n")
    return int(unfinished > 0)


if __name__ == "__main__":
    sys.exit(main())

"""The rules on source text that no linter knows: each takes a file and says what is wrong, and what to do."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
# metrics.py is split with the rest of the metrics
WAITING = frozenset({"dashboard/domain/metrics.py"})
MARKUP = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|eval)\b"
)
ELEMENT_STYLE = re.compile(r"\.style\b(?!\.setProperty\(\s*[\"']--)")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}(?![\w-])|\b(?:rgb|hsl)a?\(")
SENTENCE_BREAK = re.compile(r"[.!?] +(?=[A-Z])")
ASSERTING = re.compile(r"raises|fail|assert\w*")
FORBIDDEN_CALLS = {
    "dash.callback": "record it with guard.Callbacks.on",
    "dash.clientside_callback": "record it with guard.Callbacks.in_browser",
    "dash.register_page": "add a row to PAGES",
    "dcc.Store": "anyone can forge it: read the client from the address",
    "dcc.Markdown": "text stays text: use html.P",
}
FORBIDDEN_NAMES = {name.rpartition(".")[2] for name in FORBIDDEN_CALLS if name.startswith("dash.")}


@dataclasses.dataclass(frozen=True)
class Source:
    """One file of the repository: its path from the root, and what it says."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)


def sources(*folders: str, suffix: str = ".py") -> tuple[Source, ...]:
    """The files that people write: not what Alembic wrote and will never change."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}"))
    named = ((path.relative_to(ROOT).as_posix(), path) for path in paths)
    return tuple(
        Source(name, path.read_text(encoding="utf-8"))
        for name, path in named
        if "/migrations/versions/" not in name
    )


def found(rule: Callable[[Source], Iterable[str]], files: Iterable[Source]) -> list[str]:
    return [f"{file.path}: {problem}" for file in files for problem in rule(file)]


def long_file(file: Source) -> Iterator[str]:
    length = len(file.text.splitlines())
    if length > LONGEST_FILE and file.path not in WAITING:
        yield f"{length} lines, split it by sense"


def long_functions(file: Source) -> Iterator[str]:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{node.name} has {length} lines, give its steps names"


def docstrings(file: Source) -> Iterator[str]:
    """Every module says in one sentence what lives there; what else has a docstring begins with one."""
    for node in ast.walk(file.tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        name, said = getattr(node, "name", "the module"), ast.get_docstring(node)
        if said is None and isinstance(node, ast.Module) and file.text.strip():
            yield "say in one sentence what lives here"
        if said is not None and not is_one_sentence(said.partition("\n\n")[0]):
            yield f"{name}: begin with one sentence on one line"


def is_one_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "?")) and "\n" not in text.strip() and not SENTENCE_BREAK.search(text)


def forbidden_calls(file: Source) -> Iterator[str]:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "dash":
            for one in node.names:
                if one.name in FORBIDDEN_NAMES:
                    yield f"dash.{one.name}: {FORBIDDEN_CALLS[f'dash.{one.name}']}"
        if isinstance(node, ast.Attribute) and (name := ast.unparse(node)) in FORBIDDEN_CALLS:
            yield f"{name}: {FORBIDDEN_CALLS[name]}"


def inline_styles(file: Source) -> Iterator[str]:
    """A `style` may carry data to the stylesheet as custom properties, and nothing else."""
    for node in ast.walk(file.tree):
        if isinstance(node, ast.keyword) and node.arg == "style" and not carries_data(node.value):
            yield f"style={ast.unparse(node.value)}: write a class in assets/app.css"


def carries_data(value: ast.expr) -> bool:
    keys = value.keys if isinstance(value, ast.Dict) else [None]
    return all(isinstance(key, ast.Constant) and str(key.value).startswith("--") for key in keys)


def markup_from_text(file: Source) -> Iterator[str]:
    for line in file.text.splitlines():
        if name := MARKUP.search(line):
            yield f"{name[1]}: make elements and set textContent"
        if ELEMENT_STYLE.search(line):
            yield "style: toggle a class of assets/app.css"


def colours(file: Source) -> Iterator[str]:
    for line in file.text.splitlines():
        if name := COLOUR.search(line):
            yield f"{name[0]}: name it in assets/tokens.css"


def domain_imports(file: Source) -> Iterator[str]:
    """The domain knows itself, its errors and the mark that says a sentence is translated elsewhere."""
    for node in ast.walk(file.tree):
        names = [one.name for one in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
        wholes = [module] if module else names
        if module == "dashboard.i18n" and names == ["N_"]:
            continue
        for whole in wholes:
            if whole.startswith("dashboard") and not is_of_domain(whole, names):
                yield f"{whole}: the domain imports itself and dashboard.errors only"


def is_of_domain(module: str, names: list[str]) -> bool:
    within = module == "dashboard" and set(names) <= {"domain", "errors"}
    return within or module.startswith("dashboard.domain") or module == "dashboard.errors"


def asserts_nothing(file: Source) -> Iterator[str]:
    for node in ast.walk(file.tree):
        if (
            isinstance(node, ast.FunctionDef)
            and node.name.startswith("test_")
            and not any(map(checks, ast.walk(node)))
        ):
            yield f"{node.name} cannot fail"


def checks(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return isinstance(node, ast.Assert)
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return ASSERTING.fullmatch(called) is not None

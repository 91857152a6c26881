"""Reports as text that is kept: written once, and read again exactly as they were."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import types
import typing
from collections.abc import Mapping
from typing import Any

import orjson

from dashboard.viewmodels import answers as contract
from dashboard.viewmodels.report import Report

KIND = "kind"
Reports = Mapping[str, Report]


def frozen(reports: Reports) -> bytes:
    """The same reports always are the same bytes: their digest is taken of these."""
    kept = {code: plain(report) for code, report in reports.items()}
    return orjson.dumps(kept, option=orjson.OPT_SORT_KEYS)


def thawed(content: bytes) -> Reports:
    return {code: read(Report, kept) for code, kept in orjson.loads(content).items()}


def plain(value: Any) -> Any:  # noqa: ANN401 - any part of a report
    """Dataclasses by the name of their kind, so that a chart is read as the chart that it was."""
    if dataclasses.is_dataclass(value):
        fields = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return fields | {KIND: type(value).__name__}
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def read(kind: Any, kept: Any) -> Any:  # noqa: ANN401, PLR0911 - a field's type, its value
    """Rebuild a value of the type that its field declares."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if kept is None:
        return None
    if origin in {types.UnionType, typing.Union}:
        return read_one_of(parts, kept)
    if origin is tuple:
        inner = (parts[0],) * len(kept) if parts[-1] is Ellipsis else parts
        return tuple(read(one, part) for one, part in zip(inner, kept, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        return {read(parts[0], name): read(parts[1], part) for name, part in kept.items()}
    return read_plain(kind, kept)


def read_one_of(parts: tuple[Any, ...], kept: Any) -> Any:  # noqa: ANN401
    """A chart says which it is; any other choice is a value or nothing."""
    if isinstance(kept, dict):
        return read(getattr(contract, kept[KIND]), kept)
    return read(next(part for part in parts if part is not types.NoneType), kept)


def read_plain(kind: Any, kept: Any) -> Any:  # noqa: ANN401
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{name: read(hints[name], part) for name, part in kept.items() if name != KIND})  # type: ignore[operator]
    if kind is datetime.date:
        return datetime.date.fromisoformat(kept)
    return kind(kept) if isinstance(kind, type) and issubclass(kind, enum.Enum) else kept

"""Checked lines at rest: encrypted, and for one person only."""

from __future__ import annotations

import base64
import dataclasses
import json
import zlib
from typing import Any

from dashboard.data.cipher import NumberCipher
from dashboard.domain.clients import Service
from dashboard.domain.number_list import CheckedLine, Verdict


def seal(cipher: NumberCipher, lines: tuple[CheckedLine, ...], *, user_id: int) -> str:
    plain = json.dumps([dataclasses.astuple(line) for line in lines])
    packed = base64.b64encode(zlib.compress(plain.encode())).decode()
    sealed = cipher.encrypt(packed, place=place_of(user_id))
    return f"{cipher.index(packed)}.{base64.b64encode(sealed).decode()}"


def unseal(cipher: NumberCipher, token: str, *, user_id: int) -> tuple[CheckedLine, ...]:
    index, _, sealed = token.partition(".")
    packed = cipher.decrypt(base64.b64decode(sealed), place=place_of(user_id), index=index)
    return tuple(line_of(values) for values in json.loads(zlib.decompress(base64.b64decode(packed))))


def line_of(values: list[Any]) -> CheckedLine:
    line = CheckedLine(*values)
    return dataclasses.replace(
        line,
        verdict=Verdict(line.verdict),
        services=tuple(Service(service) for service in line.services),
        choice=Service(line.choice) if line.choice else None,
    )


def place_of(user_id: int) -> str:
    return f"checked lines of {user_id}"

"""Checked lines on their way through the browser: encrypted, and for one person only."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
import zlib

from cryptography.exceptions import InvalidTag

from dashboard.data.cipher import NumberCipher
from dashboard.domain.number_list import CheckedLine, Verdict
from dashboard.errors import BadRequest

LARGEST = 4_000_000


def seal(cipher: NumberCipher, lines: tuple[CheckedLine, ...], *, user_id: int) -> str:
    plain = json.dumps([dataclasses.astuple(line) for line in lines])
    packed = base64.b64encode(zlib.compress(plain.encode())).decode()
    sealed = cipher.encrypt(packed, place=place_of(user_id))
    return f"{cipher.index(packed)}.{base64.b64encode(sealed).decode()}"


def unseal(cipher: NumberCipher, token: object, *, user_id: int) -> tuple[CheckedLine, ...]:
    if not isinstance(token, str):
        raise BadRequest
    index, _, sealed = token.partition(".")
    try:
        packed = cipher.decrypt(base64.b64decode(sealed, validate=True), place=place_of(user_id), index=index)
    except (InvalidTag, binascii.Error, ValueError):
        raise BadRequest from None
    plain = zlib.decompressobj().decompress(base64.b64decode(packed), LARGEST)
    return tuple(line_of(*values) for values in json.loads(plain))


def line_of(position: int, typed: str, reference: str, verdict: str, *rest: object) -> CheckedLine:
    return CheckedLine(position, typed, reference, Verdict(verdict), *rest)  # type: ignore[arg-type]


def place_of(user_id: int) -> str:
    return f"checked lines of {user_id}"

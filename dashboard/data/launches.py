"""Launch tokens: how an application learns, for one minute, on which client it opens."""

from __future__ import annotations

import base64
import dataclasses
import datetime
import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from dashboard.domain.clients import Client
from dashboard.errors import LaunchRefused

ALGORITHM = "EdDSA"
ISSUER = "portefeuille"
LIVES = datetime.timedelta(minutes=1)
CLAIMS = ("iss", "aud", "sub", "name", "iat", "exp", "jti")
KEY_BYTES = 32


@dataclasses.dataclass(frozen=True)
class Launch:
    """The client that an application is asked to open."""

    client_id: str
    name: str
    number: str


class LaunchKey:
    """One installation's signing key: always the same, derived from its secret."""

    def __init__(self, secret_key: str) -> None:
        derived = HKDF(SHA256(), length=KEY_BYTES, salt=None, info=b"portefeuille launch tokens")
        self._private = Ed25519PrivateKey.from_private_bytes(derived.derive(secret_key.encode()))
        self._public = self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.name = hashlib.sha256(self._public).hexdigest()[:16]

    @property
    def key_set(self) -> dict[str, Any]:
        """The public half, as RFC 8037 writes it."""
        point = base64.urlsafe_b64encode(self._public).rstrip(b"=").decode()
        key = {"kty": "OKP", "crv": "Ed25519", "x": point, "kid": self.name, "alg": ALGORITHM, "use": "sig"}
        return {"keys": [key]}

    def sign(self, client: Client, *, application: str, now: datetime.datetime) -> str:
        """Name the client by its opaque id and, where it has one, its enterprise number."""
        claims = {
            "iss": ISSUER,
            "aud": application,
            "sub": client.id,
            "name": client.entry.name,
            "number": client.entry.enterprise_number or "",
            "iat": seconds(now),
            "exp": seconds(now + LIVES),
            "jti": secrets.token_urlsafe(12),
        }
        return jwt.encode(claims, self._private, algorithm=ALGORITHM, headers={"kid": self.name})


def verify(token: str, *, key_set: Mapping[str, Any], application: str, now: datetime.datetime) -> Launch:
    """What an application does with a token: it needs the published key set and nothing else."""
    try:
        keys = jwt.PyJWKSet.from_dict(dict(key_set))
        key = keys[jwt.get_unverified_header(token)["kid"]]
        # The day may be fixed for demonstrations, so time is compared with our own clock, below.
        options: Any = {"require": list(CLAIMS), "verify_exp": False, "verify_iat": False}
        claims = jwt.decode(
            token, key, algorithms=[ALGORITHM], audience=application, issuer=ISSUER, options=options
        )
    except (jwt.PyJWTError, KeyError, ValueError):
        raise LaunchRefused from None
    return launch_of(claims, now)


def launch_of(claims: Mapping[str, Any], now: datetime.datetime) -> Launch:
    if not claims["iat"] <= seconds(now) < claims["exp"]:
        raise LaunchRefused("This opening has expired. Open the application again from the client's file.")
    return Launch(str(claims["sub"]), str(claims["name"]), str(claims.get("number", "")))


def seconds(moment: datetime.datetime) -> int:
    return int(moment.replace(tzinfo=datetime.UTC).timestamp())

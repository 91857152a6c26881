"""Register numbers at rest: encrypted for reading back, indexed under a key for looking up."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_ID = b"\x01"
NONCE_BYTES = 12


class NumberCipher:
    """Encrypts a register number for one place in one table, so that a swapped ciphertext is refused."""

    def __init__(self, numbers_key: str, index_key: str) -> None:
        self._aes = AESGCM(hashlib.sha256(b"numbers|" + numbers_key.encode()).digest())
        self._index_key = hashlib.sha256(b"index|" + index_key.encode()).digest()

    def index(self, digits: str) -> str:
        return hmac.new(self._index_key, digits.encode(), hashlib.sha256).hexdigest()

    def encrypt(self, digits: str, *, place: str) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return KEY_ID + nonce + self._aes.encrypt(nonce, digits.encode(), self._bound(digits, place))

    def decrypt(self, cipher: bytes, *, place: str, index: str) -> str:
        nonce, sealed = cipher[1 : 1 + NONCE_BYTES], cipher[1 + NONCE_BYTES :]
        return self._aes.decrypt(nonce, sealed, f"{place}|{index}".encode()).decode()

    def _bound(self, digits: str, place: str) -> bytes:
        # The keyed index names the row, and is known before the row has an id.
        return f"{place}|{self.index(digits)}".encode()

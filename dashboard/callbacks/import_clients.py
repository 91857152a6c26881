"""Callbacks of the screen import_clients."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()

"""Callbacks of the screen requests."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()

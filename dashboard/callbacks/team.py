"""Callbacks of the screen team."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()

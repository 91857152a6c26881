"""Callbacks of the screen palette."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()

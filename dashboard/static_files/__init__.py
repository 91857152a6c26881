"""What the browser loads once: collected, compressed beforehand, named by its content and kept for good."""

from dashboard.static_files.install import install

__all__ = ["install"]

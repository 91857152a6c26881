"""A table of facts in the making."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

# A table's rows of one quarter, by column; the employer is the place in the chunk.
Columns = dict[str, NDArray[Any]]

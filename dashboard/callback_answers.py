"""What a callback sends: its components, written as JSON once and without Dash's search for numpy in each."""

from __future__ import annotations

from typing import Any

import orjson
from dash.development.base_component import Component

# What a component knows of its own class, beside the properties that it was given.
OF_ITS_CLASS = frozenset(
    {"_prop_names", "_valid_wildcard_attributes", "available_properties", "available_wildcard_properties"}
)


def written(answer: Any) -> Any:  # noqa: ANN401 - whatever a callback gives
    """The same answer with each component in it already written; Dash takes such pieces as they are."""
    if isinstance(answer, Component):
        return orjson.Fragment(orjson.dumps(answer, default=parts))
    if isinstance(answer, dict):
        return {name: written(value) for name, value in answer.items()}
    if isinstance(answer, list):
        return [written(value) for value in answer]
    return answer


def parts(component: object) -> dict[str, Any]:
    if not isinstance(component, Component):
        raise TypeError(f"A callback cannot send {type(component).__name__}.")
    properties = {name: value for name, value in vars(component).items() if name not in OF_ITS_CLASS}
    return {"props": properties, "type": component._type, "namespace": component._namespace}  # noqa: SLF001 - as Dash's own

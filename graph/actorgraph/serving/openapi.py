"""The description of the JSON answers in OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from actorgraph.serving.question_list import (
    LONGEST_NAME,
    MOST_ROWS,
    QUESTIONS,
    Parameter,
    Question,
)
from actorgraph.version import VERSION

Schema = dict[str, Any]
#: Status of a response without an answer → what it means.
_PROBLEMS = {
    "400": "A parameter is missing or wrong.",
    "403": "A page of another site asks.",
    "404": "There is no such actor, claim or document, or several may be meant.",
    "406": "Only JSON is there.",
    "421": "The Host header names another server.",
    "503": "The answer takes too long, or the server is busy.",
}


def described_api(*, needs_token: bool) -> Schema:
    """Return the description.

    Args:
        needs_token: Whether a client has to present a token to read.
    """
    paths = {f"/api/{name}": _path(name, item) for name, item in QUESTIONS.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "actorgraph",
            "version": VERSION,
            "description": "Who is what to whom, with a quote behind every claim.",
        },
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Problem": _PROBLEM},
        },
        "security": [{"token": []}] if needs_token else [],
    }


_PROBLEM: Schema = {
    "type": "object",
    "required": ["error"],
    "properties": {"error": {"type": "string"}},
}


def _path(name: str, question: Question) -> Schema:
    return {
        "get": {
            "operationId": name,
            "summary": question.summary,
            "parameters": list(map(_parameter, question.parameters)),
            "responses": {"200": _answer()}
            | {status: _problem(text) for status, text in _PROBLEMS.items()},
        }
    }


def _answer() -> Schema:
    schema = {"type": ["object", "array"]}
    content = {"application/json": {"schema": schema}}
    return {"description": "The answer.", "content": content}


def _problem(meaning: str) -> Schema:
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {
        "application/json": {"schema": schema},
        "text/plain": {"schema": {"type": "string"}},
        "text/html": {"schema": {"type": "string"}},
    }
    return {"description": meaning, "content": content}


def _parameter(parameter: Parameter) -> Schema:
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.is_required,
        "description": parameter.description,
        "schema": _schema(parameter),
    }


def _schema(parameter: Parameter) -> Schema:
    schema: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}
    if isinstance(parameter.default, int):
        schema = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS}
    if parameter.choices:
        schema = {"type": "string", "enum": list(parameter.choices)}
    if parameter.default is not None:
        schema["default"] = parameter.default
    return schema

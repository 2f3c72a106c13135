"""The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0), made from the table of routes."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kiemtin import __version__
from kiemtin.serving.http import shapes
from kiemtin.serving.http.routes import ROUTES, Route

_REF = "#/components/schemas/{model}"


@cache
def document() -> str:
    models = {model for route in ROUTES for model in route.answers.values() if not isinstance(model, str)}
    models |= {route.takes for route in ROUTES if route.takes is not None}
    ordered = sorted(models, key=lambda model: model.__name__)
    names, schemas = models_json_schema([(model, "serialization") for model in ordered], ref_template=_REF)
    refs = {model: names[model, "serialization"] for model in ordered}
    paths: dict[str, Any] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, refs)
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": "Kiểm tin: gate before publication",
            "version": __version__,
            "description": "Checks the form of news about leaders. Every answer says whether it was checked.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _operation(route: Route, refs: dict[type[BaseModel], Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.handler.__name__,
        "summary": route.summary,
        "responses": {
            str(status): {
                "description": _DESCRIPTIONS[status],
                "content": {answer: {}}
                if isinstance(answer, str)
                else {"application/json": {"schema": refs[answer]}},
            }
            for status, answer in sorted(route.answers.items())
        },
        "security": [{"token": []}] if route.scope else [],
    }
    if route.scope:
        operation["description"] = f"Scope: `{route.scope}`."
    if route.path.endswith("{source}"):
        operation["parameters"] = [
            _parameter("source", "path", "Name of the source in the profile.", required=True)
        ]
        operation["requestBody"] = {"required": True, "content": {"application/json": {}}}
    if route.takes is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": refs[route.takes]}},
        }
    if route.takes is shapes.CheckRequest:
        operation["parameters"] = [
            _parameter("report", "query", "0: without the whole report."),
            _parameter("name", "query", "The file's name, where the body is a file."),
            _parameter("Idempotency-Key", "header", "A repetition is answered with the first answer."),
        ]
        operation["requestBody"]["content"] |= {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "metadata": {"type": "string", "description": "JSON, as `metadata` of a request."},
                    },
                }
            },
            "application/octet-stream": {},
        }
    return operation


def _parameter(name: str, where: str, told: str, *, required: bool = False) -> dict[str, Any]:
    return {
        "name": name,
        "in": where,
        "required": required,
        "description": told,
        "schema": {"type": "string"},
    }


_DESCRIPTIONS = {
    200: "Answered",
    400: "Broken off, or asked by a name that is not ours",
    401: "No valid token, or no valid signature",
    403: "The token lacks the scope, or the page that asks is not ours",
    404: "Not known here",
    408: "The body did not come in time",
    409: "Refused; what was before still holds",
    413: "Too large",
    415: "No format that is read",
    422: "Not understood",
    503: "Not now: try again after Retry-After",
}

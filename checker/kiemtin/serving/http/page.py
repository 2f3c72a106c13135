"""The page for editors and what it asks: its files, and requests that a child answers.

It stands beside the gate's routes, behind the same guard of names and origins, and asks for the same tokens.
It is no gate: what is typed decides nothing, so nothing of it is written down, in no audit log either. A
false alarm that somebody signs is an act and stands there: the rule, the finding, who and why, without names
in the reason.
"""

from __future__ import annotations

import html
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta, timezone
from functools import partial
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute
from starlette.routing import Route as StarletteRoute

from kiemtin.foundation.messages import Lang, message, table
from kiemtin.serving.asking import RefusedError
from kiemtin.serving.gate import Gate
from kiemtin.serving.http.application import answered, refusal
from kiemtin.serving.http.bodies import file_name, read_body
from kiemtin.serving.pool import NoAnswerError

What = Literal["check", "open", "copy", "why", "false-alarm", "list"]
POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self'",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
SECONDS = 8.0
"""For one request of the page, at the least: a person waits, no bulletin does."""
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
Keep = Callable[[Mapping[str, Any]], bool]
"""Keeps a false alarm where the newsroom's waivers are; False: nothing is kept here."""


class Pack(NamedTuple):
    """A pack that the page offers: as a request names it, what it is called, and what is loaded."""

    name: str
    title: str
    source: str | None


def routes(
    gate: Gate, keep: Keep | None = None, waivers: str | None = None, packs: Sequence[Pack] = ()
) -> list[BaseRoute]:
    """`waivers` is the file of known false alarms, which are told as such; `packs` may be chosen in place of
    the desk's, and no other."""
    offered = {pack.name: pack.source for pack in packs}

    def asked(what: What) -> BaseRoute:
        async def run(request: Request) -> Response:
            return await _ask(gate, what, request, keep, waivers, offered)

        path = f"/page/{what}"
        endpoint: Callable[[Request], Awaitable[Response]] = answered(gate, path, "check", run)
        return StarletteRoute(path, endpoint, methods=["POST"])

    return [
        StarletteRoute("/", partial(_page, gate, packs), methods=["GET"]),
        StarletteRoute("/page/{name}", _asset, methods=["GET"]),
        *(asked(what) for what in ("check", "open", "copy", "why", "false-alarm", "list")),
    ]


async def _page(gate: Gate, packs: Sequence[Pack], request: Request) -> Response:
    lang = _lang(request)
    words = {
        name.removeprefix("editor."): pair[lang == "en"]
        for name, pair in table("editing").items()
        if name.startswith("editor.")
    }
    whole = _read("page.html")
    for name, said in words.items():
        whole = whole.replace(f"{{{{{name}}}}}", html.escape(said))
    settled = {
        "lang": lang, "token": not gate.tokens.are_open, "words": words,
        "packs": [[pack.name, pack.title] for pack in packs],
    }  # fmt: skip
    data = json.dumps(settled, ensure_ascii=False).replace("<", "\\u003c")
    whole = whole.replace("{{lang}}", lang).replace("{{data}}", data)
    return Response(whole, media_type="text/html", headers={"content-security-policy": POLICY})


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    suffix = name[name.rfind(".") :]
    if name not in _NAMES:
        return refusal(RefusedError(404, "path-not-known"))
    return Response(_read(name), media_type=_TYPES[suffix], headers={"content-security-policy": POLICY})


def _read(name: str) -> str:
    return files("kiemtin.serving.http").joinpath("assets", name).read_text("utf-8")


_NAMES = frozenset(
    {
        "page.css",
        "page.js",
        "text.js",
        "findings.js",
        "rundown.js",
        "asking.js",
        "names.js",
        "paste.js",
        "icon.svg",
    }
)


def _lang(request: Request) -> Lang:
    return "en" if request.query_params.get("lang") == "en" else "vi"


async def _ask(
    gate: Gate,
    what: What,
    request: Request,
    keep: Keep | None,
    waivers: str | None,
    offered: Mapping[str, str | None],
) -> Response:
    profile = gate.profile
    caller = request.state.caller
    desk = profile.desk(caller.desk if caller.desk in profile.gate.desks else "default")
    body = await read_body(request, profile.gate.limits)
    lang = _lang(request)
    local = gate.now().astimezone(timezone(timedelta(hours=profile.gate.utc_offset_hours)))
    named = request.query_params.get("name", "")
    chosen = request.query_params.get("pack", "")
    if chosen and chosen not in offered:
        raise RefusedError(404, "page-pack-not-offered", pack=chosen[:80])
    head: dict[str, Any] = {
        "page": what, "lang": lang, "depth": 8, "name": file_name(named) if named or what == "open" else "",
        "format": request.query_params.get("format", ""), "today": local.date().isoformat(),
        "pack": offered[chosen] if chosen else desk.pack, "roster": desk.roster, "waivers": waivers,
    }  # fmt: skip
    if profile.gate.day_when_missing == "request":
        head["day"] = head["today"]
    try:
        told, content = await gate.pool.run(head, body, max(SECONDS, profile.gate.deadline_seconds))
    except NoAnswerError as error:
        raise RefusedError(503, f"page-{error.reason}", {"retry-after": "1"}) from None
    if told["outcome"] != "done":
        return JSONResponse(_refused(told, lang), 422)
    if content:
        return Response(content, media_type=told["type"])
    if what == "false-alarm":
        entry = told.pop("entry") | {"token": caller.token}
        told["kept"] = keep is not None and keep(told)
        await gate.note("false-alarm", caller.desk, entry | {"kept": told["kept"]})
    return JSONResponse(told)


def _refused(told: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    problems = told.get("problems", [])
    said = [" ".join(filter(None, (each[lang], each[f"help_{lang}"]))) for each in problems]
    return {"outcome": told["outcome"], "said": " ".join(said) or message("gate-failed", lang)}

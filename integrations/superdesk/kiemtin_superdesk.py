# Copyright (C) 2026 The founders of kiemtin
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Superdesk asks kiemtin's gate before an item is published: `INSTALLED_APPS += ["kiemtin_superdesk"]`.

Settings: KIEMTIN_GATE_URL, KIEMTIN_GATE_TOKEN (if the gate has desks), KIEMTIN_GATE_PATIENCE (seconds, 2).

What the gate denies is appended to the errors of validation, which stops publishing and shows our sentence. A
gate that does not answer holds nobody up, unless its profile said so the last time that it answered; what was
published unchecked is logged and told to the clients. A person overrides with a reason in the item's field
`extra.kiemtin_reason`, which goes to the gate's audit log with his name.

The signal is only sent where a validator matches: a site needs at least a default one for each action.
"""

import json
import logging
import urllib.request
from datetime import date, datetime

logger = logging.getLogger(__name__)

ACTIONS_FIELDS = (
    "type",
    "headline",
    "abstract",
    "body_html",
    "body_footer",
    "schedule_settings",
    "publish_schedule",
    "embargoed",
)
CAPTIONS = ("type", "headline", "description_text")
MOST_TOLD = 5


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args, **_kwargs):
        return None


_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)


class Gate:
    """One gate, and what it last said that is to be done where no answer comes."""

    def __init__(self, url, token=None, patience=2.0):
        self.url, self.token, self.patience = url.rstrip("/"), token, patience
        self.no_answer = "publish"

    def call(self, path, told):
        """The gate's answer; `not-checked` without one."""
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps(told, default=_plain).encode()
        request = urllib.request.Request(self.url + path, body, headers)
        try:
            with _opener.open(request, timeout=self.patience) as response:
                answer = json.loads(response.read(20_000_000))
        except Exception as error:  # whatever it is, it must not keep an item from being published
            return {
                "decision": "not-checked",
                "proceed": self.no_answer != "hold",
                "reason": type(error).__name__,
            }
        self.no_answer = answer.get("no_answer") or self.no_answer
        return answer

    def check(self, item, reason="", name=""):
        answer = self.call(
            "/v1/check?report=0",
            {"superdesk": _fields(item), "name": str(item.get("_id") or "superdesk")[:300]},
        )
        if reason and answer["decision"] in ("confirm", "deny"):
            confirmed = self.call(
                "/v1/confirm", {"id": answer["id"], "name": name or "Superdesk", "reason": reason}
            )
            if confirmed["decision"] == "allow":
                return {**answer, "decision": "allow", "proceed": True}
        return answer


def messages(answer):
    """What the editor is told; nothing if the item may be published."""
    if answer.get("proceed"):
        return []
    if answer["decision"] == "not-checked":
        return [
            "Kiểm tin: bài chưa được soát (cổng không trả lời) và tòa soạn yêu cầu chờ. Thử lại sau ít phút."
        ]
    told = []
    for finding in answer["findings"][:MOST_TOLD]:
        advice = f" → {finding['help_vi']}" if finding["help_vi"] else ""
        told.append(f"Kiểm tin: {finding['vi']}{advice} ({finding['citation_vi']})")
    if answer["decision"] == "confirm":
        told.append("Kiểm tin: cần người có trách nhiệm xác nhận; ghi lý do vào ô “kiemtin_reason”.")
    return told or ["Kiểm tin: chưa được phép đăng."]


def receiver(gate, name_of, tell):
    """A receiver of `item_validate`."""

    def on_validate(_sender, item, response, error_fields=None, **_kwargs):
        if item.get("type", "text") not in ("text", "preformatted"):
            return
        reason = str((item.get("extra") or {}).get("kiemtin_reason") or "").strip()
        answer = gate.check(item, reason, name_of())
        response.extend(messages(answer))
        if answer["decision"] == "not-checked":
            logger.warning("kiemtin: item %s was not checked (%s)", item.get("_id"), answer.get("reason"))
            tell(item, answer)

    return on_validate


def init_app(app):
    """Called by Superdesk when it starts."""
    from superdesk.signals import item_validate

    url = app.config.get("KIEMTIN_GATE_URL")
    if not url:
        logger.warning("kiemtin: KIEMTIN_GATE_URL is not set, nothing is checked")
        return
    gate = Gate(
        url, app.config.get("KIEMTIN_GATE_TOKEN"), float(app.config.get("KIEMTIN_GATE_PATIENCE", 2.0))
    )
    item_validate.connect(receiver(gate, _user_name, _notify), weak=False)


def _user_name():
    from flask import g

    user = getattr(g, "user", None) or {}
    return str(user.get("display_name") or user.get("username") or "")


def _notify(item, answer):
    try:
        from superdesk.notification import push_notification

        push_notification("kiemtin:not-checked", item=str(item.get("_id")), reason=answer.get("reason"))
    except Exception:  # no server of notifications
        logger.debug("kiemtin: nobody was notified", exc_info=True)


def _fields(item):
    told = {field: item[field] for field in ACTIONS_FIELDS if item.get(field) is not None}
    associations = item.get("associations") or {}
    told["associations"] = {
        name: {field: entry[field] for field in CAPTIONS if entry.get(field)}
        for name, entry in associations.items()
        if isinstance(entry, dict)
    }
    return told


def _plain(value):
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)

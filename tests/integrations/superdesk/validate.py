"""Superdesk's real ValidateService over services in memory, with our module as one of its apps.

Run by the environment's own interpreter: reads {"config": …, "items": […]} and prints an answer for each.
"""

import asyncio
import json
import logging
import sys
import time
import types

asyncio.coroutine = types.coroutine  # superdesk-core 2.5.3 was written for an older Python

import superdesk  # noqa: E402
from apps.validate import validate  # noqa: E402
from flask import Flask  # noqa: E402
from flask_babel import Babel  # noqa: E402

SCHEMA = {"headline": {"required": True, "type": "string", "maxlength": 120}}


class InMemory:
    def __init__(self, entries):
        self.entries = entries

    def find_one(self, req=None, **lookup):
        return None

    def get(self, req=None, lookup=None):
        return self.entries

    def get_from_mongo(self, req=None, lookup=None):
        return self.entries


SERVICES = {
    "content_types": InMemory([]),
    "vocabularies": InMemory([]),
    "validators": InMemory([{"_id": "publish_text", "act": "publish", "type": "text", "schema": SCHEMA}]),
}


def main():
    told = json.load(sys.stdin)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    superdesk.get_resource_service = validate.get_resource_service = SERVICES.__getitem__
    app = Flask("superdesk")
    app.config.update({"AUTO_PUBLISH_CONTENT_PROFILE": True, "SECRET_KEY": "tests"} | told["config"])
    Babel(app)
    import kiemtin_superdesk

    with app.app_context(), app.test_request_context():
        kiemtin_superdesk.init_app(app)
        service = validate.ValidateService("validate", backend=None)
        for item in told["items"]:
            started = time.monotonic()
            document = {"act": "publish", "type": "text", "validate": item}
            errors = service.create([document], fields=True)
            print(
                json.dumps(
                    {"errors": errors[0][0], "seconds": time.monotonic() - started}, ensure_ascii=False
                )
            )


if __name__ == "__main__":
    main()

"""`kiemtin packs list`: what is pinned, and whether it is as it was pinned."""

from __future__ import annotations

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.packs.shared import config_option, say, store_of
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, config: str | None) -> int:
        from kiemtin.checking.pins import faults

        store = store_of(config)
        pins = store.pins()
        if not pins:
            say("packs.none", lang, config=str(store.config))
        for pin in pins:
            wrong = faults(store.home, [pin], FilePlace(str(store.config)))
            state = ("missing" if wrong[0].code == "pin-missing" else "changed") if wrong else "fine"
            told = {
                "name": pin.name,
                "version": pin.version,
                "hash": pin.sha256[:12],
                "source": pin.source or "–",
            }
            say("packs.row", lang, **told, state=message(f"packs.state.{state}", lang))
        return ExitCode.NOTHING_FOUND

    return Command("packs.list", lang, run, [config_option(lang)])

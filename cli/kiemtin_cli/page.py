"""`kiemtin page`: the page for editors on this machine, opened in the browser."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin_cli.program import Command
from kiemtin_cli.serve import PROFILE, missing


def command(lang: Lang) -> Command:
    def run(*, port: int | None, no_browser: bool) -> int:
        return open_page(port or 0, lang, browser=not no_browser)

    params = [
        click.Option(
            ["--port"], type=click.IntRange(0, 65535), help=message("cli.option.port", lang), metavar="N"
        ),
        click.Option(["--no-browser"], is_flag=True, help=message("cli.option.no_browser", lang)),
    ]
    return Command("page", lang, run, params)


def open_page(port: int, lang: Lang, *, browser: bool) -> int:
    """Until it is interrupted. Raises KiemtinError if it cannot begin."""
    try:
        from kiemtin.serving.http.server import run
        from kiemtin.serving.profile import Gate, Profile, load_profile
    except ModuleNotFoundError as error:
        raise missing("serve", error) from None
    import tempfile

    from kiemtin.accepting.waivers import FILE_NAME
    from kiemtin.serving.http.page import routes
    from kiemtin.serving.watchers import Log

    found = Path(PROFILE)
    settled = load_profile(found if exists(found) else None)
    folder = Path.cwd()

    def tell(host: str, bound: int) -> None:
        url = f"http://{host}:{bound}/" + ("?lang=en" if lang == "en" else "")
        sys.stdout.write(message("editor.listening", lang, {"url": url}) + "\n")
        sys.stdout.flush()
        if browser:
            import webbrowser

            webbrowser.open(url)

    with tempfile.TemporaryDirectory(prefix="kiemtin-page-") as state:  # a gate's log, of which nothing stays
        gate = Gate(host="127.0.0.1", port=port, state=state, children=1, pack=settled.desk("default").pack)
        gate = gate.model_copy(update={"roster": settled.desk("default").roster})
        profile = Profile(gate, folder / PROFILE)
        waivers = folder / FILE_NAME
        return run(
            profile,
            log=Log(io.StringIO()),
            on_listening=tell,
            pages=lambda served: routes(served, keeper(folder), str(waivers)),
        )


def keeper(folder: Path) -> Callable[[Mapping[str, Any]], bool]:
    """Keeps false alarms as `kiemtin feedback` does: a waiver in the folder's file, a case beside it."""
    from kiemtin.accepting.feedback import FOLDER
    from kiemtin.accepting.waivers import FILE_NAME
    from kiemtin.foundation.writing import write_private

    def keep(told: Mapping[str, Any]) -> bool:
        target = folder / FILE_NAME
        try:
            before = target.read_text("utf-8") if exists(target) else ""
            gap = "\n" if before and not before.endswith("\n\n") else ""
            write_private(target, (before + gap + told["waiver"]).encode())
            kept = folder / FOLDER / f"{told['fingerprint']}.quy"
            kept.parent.mkdir(exist_ok=True)
            write_private(kept, told["case"].encode())
        except (OSError, ValueError):
            return False
        return True

    return keep

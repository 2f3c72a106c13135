"""`kiemtin page`: the page for editors on this machine, opened in the browser."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin_cli.program import Command
from kiemtin_cli.serve import PROFILE, missing

if TYPE_CHECKING:
    from kiemtin.serving.http.page import Pack


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
        from kiemtin.serving.profile import Desk, Gate, Profile, Token, load_profile
        from kiemtin.serving.tokens import kept_token
    except ModuleNotFoundError as error:
        raise missing("serve", error) from None
    import tempfile

    from kiemtin.accepting.waivers import FILE_NAME
    from kiemtin.foundation.cache import cache_folder
    from kiemtin.serving.http.page import routes
    from kiemtin.serving.watchers import Log

    found = Path(PROFILE)
    settled = load_profile(found if exists(found) else None).desk("default")
    folder = Path.cwd()
    cache = cache_folder()
    secret, digest = kept_token(cache / "page-token" if cache is not None else None)
    packs = offered(settled.pack, folder, lang)

    with tempfile.TemporaryDirectory(prefix="kiemtin-page-") as state:  # a gate's log, of which nothing stays

        def tell(host: str, bound: int) -> None:
            # Behind #, so that it reaches no server and no log; other programs here do not know it.
            url = f"http://{host}:{bound}/{'?lang=en' if lang == 'en' else ''}#token={secret}"
            sys.stdout.write(message("editor.listening", lang, {"url": url}) + "\n")
            sys.stdout.flush()
            if browser:
                lead_to(url, Path(state))

        own = Token(name="page", hash=digest, scopes=frozenset({"check"}))
        desk = Desk(pack=settled.pack, roster=settled.roster, tokens=(own,))
        gate = Gate(host="127.0.0.1", port=port, state=state, children=1, desks={"default": desk})
        gate = gate.model_copy(update={"pack": settled.pack, "roster": settled.roster})
        profile = Profile(gate, folder / PROFILE)
        waivers = folder / FILE_NAME
        return run(
            profile,
            log=Log(io.StringIO()),
            on_listening=tell,
            pages=lambda served: routes(served, keeper(folder), str(waivers), packs),
        )


def offered(settled: str | None, folder: Path, lang: Lang) -> list[Pack]:
    """The newsroom's pack or the samples, which the page uses at first; those of the folder; the shipped."""
    from kiemtin.foundation.text import normalize
    from kiemtin.language.pack_files import bundled_packs
    from kiemtin.serving.http.page import Pack

    first = normalize(Path(settled).stem).text if settled else message("editor.pack_sample", lang)
    found = {first: Pack("", first, settled)}
    for path in (*sorted(folder.glob("*.quy")), *sorted(bundled_packs().glob("nội-quy-*.quy"))):
        name = normalize(path.stem).text
        found.setdefault(name, Pack(name, name, str(path) if path.parent == folder else name))
    return list(found.values())


def lead_to(url: str, folder: Path) -> None:
    """Opens the browser by a file that only its owner reads: a command line is read by everybody."""
    import html
    import webbrowser

    from kiemtin.foundation.writing import write_private

    path = folder / "page.html"
    leads = f'<meta http-equiv="refresh" content="0; url={html.escape(url)}">'
    write_private(path, f'<!DOCTYPE html><meta charset="utf-8">{leads}'.encode())
    webbrowser.open(path.as_uri())


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

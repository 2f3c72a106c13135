"""`kiemtin serve`: the gate before publication."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, KiemtinError, Problem
from kiemtin_cli.program import Command

PROFILE = "kiemtin.toml"


class ExtraMissingError(KiemtinError):
    """A package of an extra is not installed."""

    exit_code = ExitCode.USAGE


def command(lang: Lang) -> Command:
    def run(*, profile: str | None, host: str | None, port: int | None, new_token: bool) -> int:
        return print_token(lang) if new_token else serve(profile, host, port, lang)

    told = {name: message(f"cli.option.{name}", lang) for name in ("profile", "host", "port", "new_token")}
    params = [
        click.Option(
            ["--profile"], type=click.Path(), metavar=message("cli.meta.file", lang), help=told["profile"]
        ),
        click.Option(["--host"], help=told["host"], metavar="HOST"),
        click.Option(["--port"], type=click.IntRange(0, 65535), help=told["port"], metavar="N"),
        click.Option(["--new-token"], is_flag=True, help=told["new_token"]),
    ]
    return Command("serve", lang, run, params)


def serve(path: str | None, host: str | None, port: int | None, lang: Lang) -> int:
    """Until it is told to end. Raises KiemtinError if it cannot begin."""
    try:
        from kiemtin.serving.http.page import routes
        from kiemtin.serving.http.server import run
        from kiemtin.serving.profile import Profile, load_profile
    except ModuleNotFoundError as error:
        raise missing("serve", error) from None

    found = Path(path) if path is not None else Path(PROFILE)
    profile = load_profile(found if path is not None or exists(found) else None)
    chosen = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    profile = Profile(profile.gate.model_copy(update=chosen), profile.path, profile.settled)

    def tell(host: str, port: int) -> None:
        shown = f"[{host}]" if ":" in host else host
        sys.stdout.write(message("serve.listening", lang, {"host": shown, "port": port}) + "\n")
        sys.stdout.flush()

    return run(profile, on_listening=tell, pages=routes)


def missing(extra: str, error: ModuleNotFoundError) -> KiemtinError:
    """What to say where an extra's package is missing; a module of our own is a fault of ours."""
    name = error.name or ""
    if not name or name.partition(".")[0].startswith("kiemtin"):
        raise error
    return ExtraMissingError(
        Problem("gate-extra-missing", FilePlace("kiemtin"), {"extra": extra, "module": name})
    )


def print_token(lang: Lang) -> int:
    from kiemtin.serving.tokens import new_token

    token, hash_ = new_token()
    sys.stdout.write(
        f"{message('serve.token', lang)}\n{token}\n\n{message('serve.hash', lang)}\n"
        f'[[gate.desks.default.tokens]]\nname = "cms"\nhash = "{hash_}"\nscopes = ["check", "confirm"]\n'
    )
    return ExitCode.NOTHING_FOUND

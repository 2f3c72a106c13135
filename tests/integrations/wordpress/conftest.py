"""WordPress as Debian ships it, with its database, served by PHP, and a gate for it to ask."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

HERE = Path(__file__).parent
PLUGIN = HERE.parents[2] / "integrations" / "wordpress" / "kiemtin-gate.php"
DEBIAN = Path("/usr/share/wordpress")
CONFIG = """<?php
define('DB_NAME', 'site'); define('DB_USER', 'site'); define('DB_PASSWORD', 'site');
define('DB_HOST', 'localhost:{folder}/db.sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('AUTH_KEY', '{key}'); define('SECURE_AUTH_KEY', '{key}'); define('LOGGED_IN_KEY', '{key}');
define('NONCE_KEY', '{key}'); define('AUTH_SALT', '{key}'); define('SECURE_AUTH_SALT', '{key}');
define('LOGGED_IN_SALT', '{key}'); define('NONCE_SALT', '{key}');
$table_prefix = 'wp_';
define('WP_ENVIRONMENT_TYPE', 'local'); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1'); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', '{folder}/debug.log');
define('KIEMTIN_GATE_URL', trim(file_get_contents('{folder}/gate-url')));
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""


class Gate:
    """A gate on a port that stays the same, which can be taken away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    def begin(self, profile: str = "deadline_seconds = 20\n") -> None:
        (self.folder / "kiemtin.toml").write_text(
            f"[gate]\nport = {self.port}\nchildren = 1\n{profile}", "utf-8"
        )
        command = [sys.executable, "-c", "from kiemtin_cli.main import main; main()", "serve"]
        with (self.folder / "gate.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=log)
        assert self.process.stdout is not None
        assert self.process.stdout.readline().startswith("Đang nghe".encode())
        self.process.stdout.close()

    def end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


class Site:
    def __init__(self, folder: Path, url: str, password: str, gate: Gate) -> None:
        self.folder, self.url, self.gate = folder, url, gate
        self.client = httpx.Client(base_url=url, auth=("editor", password), timeout=60, trust_env=False)
        self.browser = httpx.Client(base_url=url, timeout=60, follow_redirects=True, trust_env=False)
        self.browser.get("/wp-login.php")
        self.browser.post(
            "/wp-login.php", data={"log": "editor", "pwd": "editor-password", "testcookie": "1"}
        )

    def rest(self, method: str, route: str, **told: Any) -> httpx.Response:
        return self.client.request(
            method, "/", params={"rest_route": f"/wp/v2/{route}", "context": "edit"}, json=told
        )

    def post(self, **told: Any) -> httpx.Response:
        return self.rest("POST", "posts", **{"title": "Tỉnh họp", "status": "publish"} | told)

    def known(self, post: int) -> dict[str, Any]:
        answer = self.client.get("/", params={"rest_route": f"/wp/v2/posts/{post}", "context": "edit"})
        return dict(answer.json())

    def sql(self, statement: str) -> str:
        command = [
            "mariadb",
            "--no-defaults",
            f"--socket={self.folder}/db.sock",
            "--user=root",
            "site",
            "-Ne",
            statement,
        ]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    @property
    def log(self) -> str:
        path = self.folder / "debug.log"
        return path.read_text("utf-8") if path.exists() else ""


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def wait_for(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "never came up"
        time.sleep(0.1)


def answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def site(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    for name in ("php", "mariadbd", "mariadb-install-db", "mariadb"):
        program(name)
    if not DEBIAN.exists():
        program("wordpress")
    folder = tmp_path_factory.mktemp("wordpress")
    if len(str(folder)) > 80:  # the socket's path has an end
        folder = Path("/tmp") / f"wp-{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
    gate = Gate(folder)
    (folder / "gate-url").write_text(f"http://127.0.0.1:{gate.port}")
    running = [database(folder)]
    try:
        url = f"127.0.0.1:{free_port()}"
        shutil.copytree(DEBIAN, folder / "site", ignore=shutil.ignore_patterns("wp-config.php"))
        config = CONFIG.format(folder=folder, key=secrets.token_hex(16))
        (folder / "site" / "wp-config.php").write_text(config, "utf-8")
        mu_plugins = folder / "site" / "wp-content" / "mu-plugins"
        mu_plugins.mkdir(exist_ok=True)
        shutil.copy(PLUGIN, mu_plugins)
        done = subprocess.run(
            ["php", HERE / "set_up.php", url], cwd=folder, capture_output=True, text=True, check=True
        )
        running.append(
            subprocess.Popen(
                ["php", "-S", url, "-t", folder / "site", HERE / "router.php"],
                env=os.environ | {"PHP_CLI_SERVER_WORKERS": "4"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )
        wait_for(lambda: answers(int(url.partition(":")[2])))
        gate.begin()
        (password,) = re.findall(r"\w{24}\Z", done.stdout.strip()) or [done.stdout]
        yield Site(folder, f"http://{url}", password, gate)
    finally:
        gate.end()
        for process in reversed(running):
            end_group(process)
        if folder.parent == Path("/tmp"):
            shutil.rmtree(folder)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """The server and the workers that it made, which have its session."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def database(folder: Path) -> subprocess.Popen[bytes]:
    data = folder / "db"
    subprocess.run(
        ["mariadb-install-db", "--no-defaults", "--user=root", f"--datadir={data}", "--skip-test-db",
         "--auth-root-authentication-method=normal"],
        check=True, capture_output=True,
    )  # fmt: skip
    process = subprocess.Popen(
        ["mariadbd", "--no-defaults", "--user=root", f"--datadir={data}", f"--socket={folder}/db.sock",
         "--skip-networking", f"--pid-file={folder}/db.pid"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    wait_for((folder / "db.sock").exists)
    subprocess.run(
        ["mariadb", "--no-defaults", f"--socket={folder}/db.sock", "--user=root", "-e",
         "CREATE DATABASE site; CREATE USER site@localhost IDENTIFIED BY 'site';"
         "GRANT ALL ON site.* TO site@localhost"],
        check=True,
    )  # fmt: skip
    return process


@pytest.fixture
def no_gate(site: Site) -> Iterator[Site]:
    """The site while its gate is down."""
    site.gate.end()
    yield site
    site.gate.begin()


@pytest.fixture
def slow_gate(site: Site) -> Iterator[Site]:
    """The site while something takes its gate's port and says nothing."""
    site.gate.end()
    with socket.create_server(("127.0.0.1", site.gate.port)) as deaf:
        deaf.listen(20)
        yield site
    site.gate.begin()

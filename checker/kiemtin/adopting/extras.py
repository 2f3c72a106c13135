"""The optional parts of kiemtin: what each is made of, and what is there of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from types import MappingProxyType
from typing import NamedTuple

EXTRAS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "archive": {
            "fastwarc": "fastwarc",
            "fsspec": "fsspec",
            "pyarrow": "pyarrow",
            "zstandard": "zstandard",
        },
        "dask": {"distributed": "distributed"},
        "lsp": {"pygls": "pygls"},
        "nlp": {"underthesea": "underthesea"},
        "pdf": {"pypdf": "pypdf"},
        "serve": {
            "prometheus-client": "prometheus_client",
            "python-multipart": "python_multipart",
            "standardwebhooks": "standardwebhooks",
            "starlette": "starlette",
            "uvicorn": "uvicorn",
        },
        "sign": {"cryptography": "cryptography"},
        "watch": {"watchfiles": "watchfiles"},
        "web": {"selectolax": "selectolax", "trafilatura": "trafilatura"},
    }
)
"""Extra of pyproject.toml -> distribution -> the module that it is imported by."""


class Extra(NamedTuple):
    name: str
    there: tuple[str, ...]
    """Distributions with their versions."""
    lacking: tuple[str, ...]


def extras() -> Iterator[Extra]:
    """Each extra as it is installed; nothing of it is imported."""
    for name, parts in EXTRAS.items():
        there = tuple(f"{part} {_version(part)}" for part, module in parts.items() if _is_there(module))
        yield Extra(name, there, tuple(part for part, module in parts.items() if not _is_there(module)))


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "?"

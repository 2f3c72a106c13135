"""Folding of names and phrases, remembered: an archive prints the same few thousand over and over."""

from __future__ import annotations

from functools import lru_cache

from kiemtin.foundation.text import fold

fold_name = lru_cache(maxsize=65536)(fold)
"""`fold`, with the last 65,536 answers kept."""

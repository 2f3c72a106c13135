"""The vocabulary and its lexicon, from the cache; compiled and built anew when files have changed."""

from __future__ import annotations

from pathlib import Path

from kiemtin.foundation.cache import cached, content_key
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.vocabulary import Vocabulary
from kiemtin.officials.words.word_files import FILES, vocabulary_folder


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The compiled vocabulary, from the cache if its files are unchanged. Raises PackError."""
    folder = folder or vocabulary_folder()
    contents = {name: (folder / name).read_bytes() for name in FILES}
    key = content_key(contents.values())

    def compiled() -> Vocabulary:
        from kiemtin.officials.words.compiling import compile_vocabulary

        return compile_vocabulary(folder, contents, key)

    return cached("vocabulary", key, compiled)


def load_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary, from the cache if it was built before."""

    def built() -> Lexicon:
        from kiemtin.officials.words.building import build_lexicon

        return build_lexicon(vocabulary)

    return cached("lexicon", vocabulary.key, built)

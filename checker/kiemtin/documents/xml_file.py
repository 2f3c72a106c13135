"""An XML file (.xml): NITF, NewsML-G2, MOS messages or NSML, told apart by its root."""

from __future__ import annotations

from kiemtin.documents.exchange.pieces import Source, document_of
from kiemtin.documents.exchange.xml_tree import name_of, parse
from kiemtin.documents.model import Document, Metadata
from kiemtin.foundation.hashing import sha256


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """Raises DocumentError."""
    source = Source(path, overrides, sha256(data).hexdigest())
    from kiemtin.documents.mos import mos_file

    if mos_file.is_mos(data):  # several messages may stand in one file, which is no XML then
        return mos_file.read(data, path, overrides)
    from kiemtin.documents.inews import nsml

    if nsml.is_nsml(data):
        from kiemtin.documents.inews import inews_file

        return inews_file.read(data, path, overrides)
    root = parse(data, source)
    name = name_of(root)
    if name == "nitf":
        from kiemtin.documents.exchange import nitf

        return document_of(source, nitf.read(root, source), "element")
    if name in ("newsItem", "newsMessage"):
        from kiemtin.documents.exchange import newsml

        return document_of(source, newsml.read(root, source), "element")
    if name == "packageItem":
        raise source.refused("newsml-package")
    raise source.refused("xml-unknown", root=name[:60])

"""NITF and NewsML-G2: fields to their zones and metadata, places to elements; hostile XML refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kiemtin.documents.exchange.pieces import Source
from kiemtin.documents.exchange.xml_tree import find, parse
from kiemtin.documents.model import Medium, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf>
  <head>
    <title>Thăm xã</title>
    <docdata><date.issue norm="20240311"/></docdata>
    <pubdata type="print" name="Báo Nam Sơn" date.publication="20240312T083000+0700" position.section="Thời sự" position.sequence="3"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Bí thư Tỉnh ủy thăm xã Hòa Sơn</hl1><hl2>Tặng quà cho <em>mười</em> hộ</hl2></hedline>
      <byline>Lê Na</byline>
      <abstract><p>Sáng nay, đoàn thăm xã.</p></abstract>
    </body.head>
    <body.content>
      <p>Đồng chí <em>Trần Văn An</em>, Bí thư Tỉnh ủy, thăm xã.</p>
      <media media-type="image"><media-caption><p>Đoàn thăm vườn chè.</p></media-caption></media>
      <block><p>Xã có ba thôn.</p><hl2>Làm đường</hl2></block>
    </body.content>
    <body.end><tagline>Hết</tagline></body.end>
  </body>
</nitf>"""

NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x">
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <versionCreated>2024-03-12T08:30:00+07:00</versionCreated>
    <pubStatus qcode="stat:usable"/>
  </itemMeta>
  <contentMeta>
    <by>Lê Na</by>
    <headline>Bí thư Tỉnh ủy thăm xã Hòa Sơn</headline>
    <description role="drol:summary">Sáng nay, đoàn thăm xã.</description>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>Đồng chí <b>Trần Văn An</b>, Bí thư Tỉnh ủy.</p><figcaption>Vườn chè.</figcaption></body></html>
    </inlineXML>
    <remoteContent href="a.jpg" contenttype="image/jpeg"/>
  </contentSet>
</newsItem>"""


def read(text: str | bytes, name: str = "a.xml"):
    return read_bytes(text.encode() if isinstance(text, str) else text, name)


def parts(document):
    return [(block.zone, block.span.of(document.text)) for block in document.items[0].blocks]


def test_nitf_says_where_and_when() -> None:
    document = read(NITF)
    metadata = document.metadata
    assert (metadata.outlet, metadata.medium, metadata.section, metadata.page) == (
        "Báo Nam Sơn", Medium.PRINT, "Thời sự", 3,
    )  # fmt: skip
    assert isinstance(metadata.published, datetime)
    assert metadata.published.strftime("%d/%m/%Y %H:%M") == "12/03/2024 08:30"
    assert parts(document) == [
        (Zone.HEADLINE, "Bí thư Tỉnh ủy thăm xã Hòa Sơn"),
        (Zone.LEAD, "Tặng quà cho mười hộ"),
        (Zone.METADATA, "Lê Na"),
        (Zone.LEAD, "Sáng nay, đoàn thăm xã."),
        (Zone.BODY, "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã."),
        (Zone.CAPTION, "Đoàn thăm vườn chè."),
        (Zone.BODY, "Xã có ba thôn."),
        (Zone.BODY, "Làm đường"),
        (Zone.METADATA, "Hết"),
    ]


@pytest.mark.parametrize("text", [NITF, NEWSML])
def test_places_lead_back_to_their_elements(text: str) -> None:
    document = read(text)
    root = parse(text.encode(), Source("a.xml"))
    for block in document.items[0].blocks:
        steps = block.origin.part.split("/")[2:]
        if "inlineXML" in block.origin.part:
            continue
        element = root
        for step in steps:
            name, _, number = step.partition("[")
            found = [child for child in element if child.tag.rpartition("}")[2] == name]
            element = found[int(number.rstrip("]")) - 1 if number else 0]
        assert block.span.of(document.text) in " ".join("".join(element.itertext()).split())


def test_nitf_without_a_day_of_publication_has_that_of_issue() -> None:
    document = read(NITF.replace(' date.publication="20240312T083000+0700"', ""))
    assert document.metadata.published == date(2024, 3, 11)


def test_newsml_g2_has_its_text_inline() -> None:
    document = read(NEWSML)
    assert parts(document) == [
        (Zone.METADATA, "Lê Na"),
        (Zone.HEADLINE, "Bí thư Tỉnh ủy thăm xã Hòa Sơn"),
        (Zone.LEAD, "Sáng nay, đoàn thăm xã."),
        (Zone.BODY, "Đồng chí Trần Văn An, Bí thư Tỉnh ủy."),
        (Zone.CAPTION, "Vườn chè."),
    ]
    assert document.metadata.photos == 1
    assert (document.metadata.outlet, document.metadata.page) == (None, None)
    withdrawn = read(NEWSML.replace("stat:usable", "stat:withheld"))
    assert [note.code for note in withdrawn.notes] == ["exchange-withdrawn"]
    assert withdrawn.notes[0].unread


def test_newsml_g2_holds_nitf_and_plain_text() -> None:
    body = NITF.partition("<nitf>")[2]
    inner = f"<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>{body}</inlineXML>"
    begin, end = NEWSML.index("<inlineXML"), NEWSML.index("</inlineXML>") + len("</inlineXML>")
    document = read(NEWSML[:begin] + inner + NEWSML[end:])
    headlines = [text for zone, text in parts(document) if zone is Zone.HEADLINE]
    assert headlines == ["Bí thư Tỉnh ủy thăm xã Hòa Sơn"]
    plain = "<inlineData contenttype='text/plain'>Một câu.\nHai câu.</inlineData>"
    document = read(NEWSML[:begin] + plain + NEWSML[end:])
    assert [text for zone, text in parts(document) if zone is Zone.BODY] == ["Một câu.", "Hai câu."]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<nitf><body>", "xml-malformed"),
        ("<rss><channel/></rss>", "xml-unknown"),
        ("<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "newsml-package"),
        ("<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "newsml-no-item"),
        (f"<newsMessage><itemSet>{'<newsItem/>' * 2}</itemSet></newsMessage>", "exchange-many-items"),
        ("<newsItem/>", "document-empty"),
        ("<nitf/>", "document-empty"),
        ("<!DOCTYPE nitf [<!ENTITY a 'x'>]><nitf><body>&a;</body></nitf>", "xml-internal-subset"),
        ("<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><nitf>&a;</nitf>", "xml-internal-subset"),
        (NITF.replace("20240312T083000+0700", "hôm qua"), "exchange-bad-moment"),
        ("<a>" * 600_001, "package-too-many-elements"),
    ],
)
def test_what_is_wrong_is_told(text: str, code: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(text)
    assert raised.value.problems[0].code == code


def test_an_entity_in_another_encoding_is_refused_too() -> None:
    text = "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE nitf [<!ENTITY a 'x'>]><nitf>&a;</nitf>"
    with pytest.raises(DocumentError) as raised:
        read(text.encode("utf-16"))
    assert raised.value.problems[0].code == "xml-internal-subset"


def test_nothing_is_fetched(tmp_path) -> None:
    told = tmp_path / "secret.dtd"
    told.write_text("<!ENTITY a 'secret'>", "utf-8")
    text = f"<!DOCTYPE nitf SYSTEM '{told}'><nitf><body><body.content><p>Một &a; câu.</p></body.content></body></nitf>"
    try:
        document = read(text)
    except DocumentError:
        return
    assert "secret" not in document.text


def test_a_deep_tree_ends(tmp_path) -> None:
    text = "<nitf><body><body.content>" + "<block>" * 240 + "<p>Một.</p>" + "</block>" * 240
    with pytest.raises(DocumentError):
        read(text + "</body.content></body></nitf>")


def test_find_follows_local_names() -> None:
    root = parse(NEWSML.encode(), Source("a.xml"))
    assert find(root, "contentMeta", "by").text == "Lê Na"
    assert find(root, "contentMeta", "none") is None

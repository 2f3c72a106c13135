"""Small files of every exchange format, with invented people: what attacks on their readers begin with."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

_LEAD = "Sáng 12/3, Tỉnh ủy Mẫu họp."
_BODY = "Đồng chí <b>Trần Văn An</b>, Bí thư Tỉnh ủy, dự."
_NITF = f"""<?xml version="1.0" encoding="UTF-8"?><nitf><head><docdata><date.issue norm="20240311"/></docdata>
<pubdata type="print" name="Báo Mẫu" date.publication="20240312T083000+0700" position.section="Thời sự"
position.sequence="3"/></head><body><body.head><hedline><hl1>Tỉnh ủy họp</hl1><hl2>Bàn <em>mười</em> việc</hl2>
</hedline><byline>Lê Na</byline><abstract><p>{_LEAD}</p></abstract></body.head><body.content><p>{_BODY}</p>
<media media-type="image"><media-caption><p>Quang cảnh.</p></media-caption></media><block><p>Xã có ba thôn.</p>
</block></body.content></body></nitf>"""
_XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{_BODY}</p></body></html>'
_NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x"><itemMeta>
<itemClass qcode="ninat:text"/><versionCreated>2024-03-12T08:30:00+07:00</versionCreated></itemMeta><contentMeta>
<by>Lê Na</by><headline>Tỉnh ủy họp</headline><description role="drol:summary">{_LEAD}</description></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">{_XHTML}</inlineXML>
<inlineXML contenttype="application/nitf+xml">{_NITF.partition("?>")[2]}</inlineXML>
<inlineData contenttype="text/plain">{_LEAD}</inlineData><remoteContent href="a.jpg"/></contentSet></newsItem>"""
_MOS = f"""<mos><messageID>1</messageID><roCreate><roID>R</roID><roSlug>Thời sự</roSlug>
<roEdStart>2024-03-12T19:00:00</roEdStart><story><storyID>A</storyID><storySlug>Tin A</storySlug><item>
<itemID>1</itemID><itemEdDur>2500</itemEdDur><objTB>25</objTB></item></story><story><storyID>B</storyID></story>
</roCreate></mos><mos><messageID>2</messageID><roStoryMove><roID>R</roID><storyID>B</storyID><storyID>A</storyID>
</roStoryMove></mos><mos><messageID>3</messageID><roStorySend><roID>R</roID><storyID>A</storyID><storyBody>
<p>{_LEAD}<pi>máy 1</pi></p></storyBody></roStorySend></mos>"""
_NSML = f"""<nsml version="-//AVID//DTD NSML 1.0//EN"><head><meta rate=180></meta><storyid>0a1b2c31:00f8b8f4:5f3b8e61</storyid></head><story><fields>
<f id=title>Tin A</f><f id=audio-time>95</f></fields><body><p>{_LEAD}<pi>máy</pi></p></body></story>"""
_ABOUT = {"@graph": [{"@type": "NewsArticle", "headline": "Tỉnh ủy họp", "datePublished": "2024-03-12",
                      "publisher": {"name": "Báo Mẫu"}, "articleSection": ["Thời sự"]}]}  # fmt: skip
_PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><meta property="og:title" content="Tít">
<link rel="canonical" href="https://mau.example/1.html"><script type="application/ld+json">{json.dumps(_ABOUT)}
</script></head><body><h1 class="title">Tỉnh ủy họp</h1><time datetime="2024-03-12">12/03/2024</time>
<p class="sapo">{_LEAD}</p><article class="content"><p>{_BODY}</p><p>{_LEAD * 8}</p><figure><figcaption>Quang cảnh
</figcaption></figure><div class="related"><p>Tin liên quan</p></div></article></body></html>"""
_NINJS = {"uri": "urn:x", "headlines": [{"role": "main", "value": "Tỉnh ủy họp"}], "versionCreated": "2024-03-12",
          "bodies": [{"contentType": "text/html", "value": f"<p>{_BODY}</p>"}],
          "associations": [{"type": "picture", "descriptions": [{"value": "Quang cảnh"}]}]}  # fmt: skip
_FLAT = {"uri": "urn:x", "type": "text", "headline": "Tỉnh ủy họp", "versioncreated": "2024-03-12T02:00:00Z",
         "body_html": f"<p>{_BODY}</p>", "associations": {"a": {"type": "picture", "description_text": "x"}}}  # fmt: skip
_SUPERDESK = {"_etag": "1", **_FLAT, "abstract": f"<p>{_LEAD}</p>", "priority": 1}
_WORDPRESS = {"id": 1, "date": "2024-03-12T08:30:00", "title": {"rendered": "Tỉnh ủy họp"}, "sticky": True,
              "content": {"rendered": f"<p>{_BODY}</p>"}, "excerpt": {"rendered": _LEAD}, "meta": {}}  # fmt: skip
_RUNDOWN = {"rundown": {"_id": "r", "show": "s", "title": "Thời sự", "airtime_date": "2024-03-12",
                        "airtime_time": "19:00", "planned_duration": 900, "items": [{"_id": "a"}]},
            "rundown_items": [{"_id": "a", "item_type": "PRLG", "title": "Tin A", "planned_duration": 95,
                               "content": f"<p>{_BODY}</p>", "subitems": []}]}  # fmt: skip
_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)
_ODT = f"""<text:p>ngày đăng: 12/03/2024</text:p><text:h text:outline-level="1">Tỉnh ủy<text:s text:c="2"/>họp</text:h>
<text:p>Đồng chí <text:span>Trần Văn An</text:span>,<text:line-break/>Bí thư<office:annotation><text:p>x</text:p>
</office:annotation>.<text:note><text:note-body><text:p>{_LEAD}</text:p></text:note-body></text:note></text:p>
<text:list><text:list-item><text:p>Một.</text:p></text:list-item></text:list>"""
_ODS = """<table:table table:name="A"><table:table-row><table:table-cell><text:p>STT</text:p></table:table-cell>
<table:table-cell><text:p>Tên tin</text:p></table:table-cell><table:table-cell><text:p>TL</text:p></table:table-cell>
</table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float"
office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell><text:p>Tin A</text:p></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT00H01M30S"><text:p>1:30</text:p></table:table-cell>
</table:table-row></table:table>"""

PROFILE = b"""host = "mau.example"
[article]
outlet = "B\xc3\xa1o M\xe1\xba\xabu"
headline = "h1.title"
lead = ".sapo"
body = ".content"
captions = "figcaption"
section = ".path a:last-child"
published = "time"
drop = ".related"
[[slots]]
name = "x"
items = "article"
headline = "p"
"""


def _zipped(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, words in parts.items():
            package.writestr(name, words)
    return stream.getvalue()


def _open_document(kind: str, body: str) -> bytes:
    inner = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    content = f"<office:document-content {_SPACES}>{inner}</office:document-content>"
    return _zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def _pdf() -> bytes:
    stream = b"BT /F1 12 Tf 14 TL 50 800 Td (Hoi nghi) Tj T* (Dong chi Tran Van An du.) Tj T* ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    )
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    tail = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(written)
    return written + head + table + tail


EXCHANGED: tuple[tuple[str, bytes], ...] = (
    *(
        (name, text.encode())
        for name, text in (
            ("nitf.xml", _NITF), ("newsml.xml", _NEWSML), ("a.mos", _MOS), ("a.nsml", _NSML), ("a.html", _PAGE),
        )
    ),
    *(
        (name, json.dumps(item, ensure_ascii=False).encode())
        for name, item in (
            ("ninjs3.json", _NINJS), ("ninjs1.json", _FLAT), ("superdesk.json", _SUPERDESK),
            ("wordpress.json", _WORDPRESS), ("rundown.json", _RUNDOWN),
        )
    ),
    ("a.odt", _open_document("text", _ODT)),
    ("a.ods", _open_document("spreadsheet", _ODS)),
    ("mos.zip", _zipped({f"{n}.mos.xml": f"{part}</mos>" for n, part in enumerate(_MOS.split("</mos>")[:-1])})),
    ("nsml.zip", _zipped({"0A1B2C31:00F8B8F4:5F3B8E61.nsml": _NSML})),
    ("a.pdf", _pdf()),
    ("page.doc", _PAGE.encode()),
)  # fmt: skip
"""Names and contents. What LibreOffice converts is left out: each case would be a run of another program."""

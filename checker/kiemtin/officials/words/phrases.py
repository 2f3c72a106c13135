"""The form under which phrases of titles compare equal: folded, abbreviations written out."""

from __future__ import annotations

import re
from functools import lru_cache

from kiemtin.foundation.text import fold

_ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tw": "trung ương",
    "tư": "trung ương",
    "t.ư": "trung ương",
    "t.w": "trung ương",
    "twđ": "trung ương đảng",
    "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubtwmttq": "ủy ban trung ương mặt trận tổ quốc",
    "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam",
    "vn": "việt nam",
    "đbqh": "đại biểu quốc hội",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "bct": "bộ chính trị",
    "uv": "ủy viên",
    "uvbct": "ủy viên bộ chính trị",
    "uvtw": "ủy viên trung ương",
    "uvtư": "ủy viên trung ương",
    "uvtv": "ủy viên thường vụ",
    "tuv": "tỉnh ủy viên",
    "tvtu": "thường vụ tỉnh ủy",
    "btvtu": "ban thường vụ tỉnh ủy",
    "uvbtvtu": "ủy viên ban thường vụ tỉnh ủy",
    "bt": "bí thư",
    "pbt": "phó bí thư",
    "pct": "phó chủ tịch",
    "ct": "chủ tịch",
    "btc": "ban tổ chức",
    "vp": "văn phòng",
    "uvtwđ": "ủy viên trung ương đảng",
    "uvbtv": "ủy viên ban thường vụ",
    "ubkt": "ủy ban kiểm tra",
    "qh": "quốc hội",
    "ub": "ủy ban",
    "ubtvqh": "ủy ban thường vụ quốc hội",
    "tand": "tòa án nhân dân",
    "tandtc": "tòa án nhân dân tối cao",
    "vksnd": "viện kiểm sát nhân dân",
    "vksndtc": "viện kiểm sát nhân dân tối cao",
    "qđnd": "quân đội nhân dân",
    "qđndvn": "quân đội nhân dân việt nam",
    "lhpn": "liên hiệp phụ nữ",
    "lđlđ": "liên đoàn lao động",
    "ccb": "cựu chiến binh",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "tphcm": "thành phố hồ chí minh",
    "hcm": "hồ chí minh",
    "chqs": "chỉ huy quân sự",
    "nhnn": "ngân hàng nhà nước",
    "vpqh": "văn phòng quốc hội",
    "tncs": "thanh niên cộng sản",
    "hđ": "hội đồng",
    "ttcp": "thanh tra chính phủ",
    "gđ": "giám đốc",
    "pgđ": "phó giám đốc",
    "tgđ": "tổng giám đốc",
    "ptgđ": "phó tổng giám đốc",
    "cvp": "chánh văn phòng",
    "pcvp": "phó chánh văn phòng",
    "huv": "huyện ủy viên",
    "quv": "quận ủy viên",
    "đuv": "đảng ủy viên",
    "uvtvtu": "ủy viên thường vụ tỉnh ủy",
}
_FOLDED = {fold(short): fold(full) for short, full in _ABBREVIATIONS.items()}
_TOKEN = re.compile(r"t\.[ưw](?![^\W\d_])|[^\W_]+(?:[&.](?=[^\W_])[^\W_]+)*|[,;]|&")
_TP = re.compile(r"\btp\.")
_STANDING = re.compile(
    r"\b(p?(?:bt|ct)) tt\b"
    + fold(r"|\b(phó (?:bí thư|chủ tịch)) tt(?= (?:(?:tỉnh|thành|huyện|quận|thị|đảng|xã) ủy|ubnd|hđnd)\b|$)")
)


@lru_cache(maxsize=16384)
def phrase_key(phrase: str) -> str:
    """Key under which two spellings of one title or organ are equal.

    Folded, dashes and doubled spaces dropped, abbreviations written out (UBND, HĐND, TW, T.Ư, MTTQ, ĐBQH).
    """
    folded = fold(phrase)
    if "tp." in folded:
        folded = _TP.sub("tp ", folded)
    if " tt" in folded:
        folded = _STANDING.sub(r"\1\2 thường trực", folded)
    tokens = folded.split() if folded.replace(" ", "").isalnum() else _TOKEN.findall(folded)
    return " ".join([_FOLDED.get(token, token) for token in tokens])

"""How far titles go: to the end of the organ's name, and not a word of the sentence behind it."""

from __future__ import annotations

import re

import pytest

# The titles of {} stand in [ ].
TITLES = [
    # Departments, to the end of their names.
    "Ông {}, [Phó Cục trưởng Cục Cảnh sát điều tra tội phạm về ma túy] cho biết.",
    "[Đại tá] {}, [Trưởng phòng Cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu].",
    "Ông {}, [Cục trưởng Cục Kiểm tra sau thông quan]; bà Lê Thị Bình cùng dự.",
    "Ông {}, [Trưởng phòng Giám sát quản lý về Hải quan], giải thích.",
    "Ông {}, [Cục trưởng Cục Khảo thí và Kiểm định chất lượng], Bộ GD&ĐT, lưu ý.",
    "Bà {}, [Cục trưởng cục quản lý giá], trả lời.",
    "Bà {}, [Phó Chủ nhiệm Ủy ban các vấn đề xã hội Quốc hội] đã trao đổi.",
    "Ông {}, [Chủ nhiệm Uỷ ban Nhà nước về người Việt Nam ở nước ngoài] cho biết.",
    "Ông {} làm [Giám đốc Trung tâm phát triển quỹ đất tỉnh Nam Sơn].",
    "Ông {}, [Chủ tịch Liên đoàn Luật sư Việt Nam], phân tích.",
    "Ông {}, [Chủ tịch Hội Nạn nhân chất độc da cam tỉnh], cảm ơn.",
    "Ông {}, [Chủ tịch Hiệp hội Bệnh viện tư nhân Việt Nam], nói.",
    "[Trưởng phòng Bảo hộ công dân] {} nhận đơn.",
    # A part of a larger body, told behind it.
    "[Phó Thủ tướng], [Chủ tịch Phân ban Việt Nam trong Ủy ban liên chính phủ về hợp tác thương mại, kinh tế "
    "và khoa học - kỹ thuật] {} đồng chủ trì.",
    # Words that no list foresees, numbers and years.
    "Ông {}, [Trưởng phòng Gốm sứ mỹ nghệ], trình bày.",
    "Ông {}, [Trưởng Ban Chỉ đạo 389 quốc gia] chủ trì.",
    "Ông {}, [Trưởng Ban Chỉ đạo Kỳ thi tốt nghiệp năm 2024 tỉnh Nam Sơn] đã tiếp thu.",
    "Ông {}, [Chủ tịch Ủy ban Quốc gia APEC 2017], đã dự.",
    "[Thiếu tá] {}, [Chính trị viên Lữ đoàn Công binh 550], hướng dẫn.",
    # The sentence goes on with what is an organ's word as well.
    "Ông {}, [Chánh Văn phòng Bộ Nội vụ] thông tin qua về kết quả.",
    "Ông {}, [Thứ trưởng Bộ Công an] quán triệt chỉ thị.",
    "Ông {}, [Bí thư Tỉnh ủy] kiểm tra hiện trường.",
    "Ông {}, [Trưởng phòng Tổ chức cán bộ] công bố Quyết định.",
    "Ông {}, [Chủ tịch UBND huyện Nam Trà] về thăm xã.",
    "Ông {}, [Viện trưởng Viện Quy hoạch] và các đại biểu trồng cây.",
    # Brackets, dashes and commas inside.
    "Ông {}, [Phó Chủ tịch Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam tỉnh]; bà Lê Thị Bình.",
    "[Tổng Giám đốc (TGĐ) Thông tấn xã Việt Nam] {} dự.",
    "[Cục trưởng Cục Quản lý giá (Bộ Tài chính)] {} cho biết.",
    "[Cục trưởng Cục An ninh kinh tế (A04, Bộ Công an)] {} kiến nghị.",
    "Ông {}, nguyên [Trưởng Phòng Tài chính - Kế hoạch quận Tân Sơn].",
    "Ông {}, [Chủ tịch Hội Hồi sức - Cấp cứu và Chống độc Việt Nam] đã ký đơn.",
    "Bà {}, [Phó Cục trưởng Cục Di sản văn hóa - Bộ VHTTDL] góp ý.",
    "Bà {}, [Chủ tịch Nhóm Nghị sĩ hữu nghị Việt Nam - Nhật Bản].",
    "Ông {}, [Phó Vụ trưởng Vụ Thị trường châu Á - châu Phi].",
    "Ông {}, [Chủ nhiệm Chương trình phòng, chống lao Quốc gia], cho biết.",
    "Ông {}, [Hiệu trưởng Trường Tiểu học, THCS và THPT Hoa Sen].",
    "Ông {}, [Vụ trưởng Vụ Pháp chế], Bộ Y tế, trả lời.",
    "Ông {}, [Phó Chánh văn phòng HĐND-UBND quận Hai Bà Trưng] cho biết.",
    # Heads.
    "[Đại biểu] {}, nguyên [Chánh tòa Hình sự TAND tỉnh], cho rằng.",
    "Ông {}, [Phó Thủ trưởng cơ quan cảnh sát điều tra Công an huyện] đã ký lệnh.",
    "Ông {}, [Trưởng công an Q.Bình Sơn], nhận định.",
    "[TGĐ Đài Truyền hình Việt Nam] {} nhấn mạnh.",
    "Bà {}, [Chấp hành viên Chi cục Thi hành án dân sự quận 5], giải thích.",
    "Ông {}, [Xóm trưởng xóm Thanh Khê] kiến nghị.",
    "Bà {}, [thành viên Hội đồng trường], dự.",
    "Bà {}, [thành viên của Ban Thường vụ Đảng ủy], đã đến.",
    "Ông {}, [Phó Giám đốc phụ trách Ban Giám đốc Học viện], phát biểu.",
    "Ông {}, [Đại sứ Đặc mệnh toàn quyền nước CHXHCN Việt Nam tại Cộng hòa Séc], dự.",
    "Ông {}, [Giám đốc Ngân hàng Nhà nước Chi nhánh Nam Sơn].",
    "[Tổng Giám đốc Thông Tấn Xã Việt Nam] {} phát biểu.",
    "[BT] {} trả lời.",
    "[Bí thư thứ nhất Đại sứ quán Việt Nam tại Nhật Bản] {} nói.",
    "[Phó Viện trưởng VKSND cấp cao tại Hà Nội] {} trình bày.",
    "Bà {}, [Chi hội trưởng Chi hội Phụ nữ thôn 3], kể.",
    "[Hiệu trưởng Trường THPT chuyên Lê Hồng Phong] {} cảm ơn.",
    "[BSCKII] {}, [Trưởng khoa Cấp cứu], khuyến cáo.",
    "[Phó Trưởng ban Văn hóa - Xã hội (HĐND tỉnh)] {} phát biểu.",
    "Ông {}, [Bí thư Đảng ủy khối Doanh nghiệp tỉnh], dự.",
    "Ông {}, [Trưởng Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia], chủ trì.",
    "Ông {}, [hiệu trưởng Trường Chính trị TP]. Ông Lê Văn Bình cùng dự.",
    "[Chủ tịch UBND xã Sơn Hà], huyện Lâm Sơn, tỉnh Quảng Ngãi {} cho biết.",
    "[Trưởng Công an xã Sơn Hà], huyện Lâm Sơn, ông {} cho biết.",
    "[Chủ tịch UBND huyện Nam Đàn], Nghệ An {} cho biết.",
    "Ông {}, [Chủ tịch UBND phường 5], quận 3, TP.HCM, [Trưởng ban Tổ chức], cho biết.",
    "[Phó Cục trưởng Cục Đường bộ], Bộ Giao thông vận tải {} cho biết.",
    "[Phó Tư lệnh Quân khu 1], Quân đội nhân dân Việt Nam, [Trung tướng] {} phát biểu.",
    "[Trưởng phòng Cảnh sát hình sự], Công an tỉnh Nghệ An, [Đại tá] {} cho biết.",
    "[Phó tổng cục trưởng], Tổng cục Thuế {} cho biết.",
    "[Bộ trưởng Kế hoạch đầu tư] {} nói.",
    "[Thứ trưởng Giáo dục đào tạo] {} nói.",
    "Ông {}, [Thứ trưởng Lao động, thương binh và xã hội], nói.",
    "[Giám đốc Sở Nông nghiệp phát triển nông thôn tỉnh] {} nói.",
    "[Bộ trưởng Y Tế] {} nói.",
    "[Thiếu tướng] {}, [Chủ tịch] kiêm [Tổng giám đốc Viettel], dự.",
    "[Đại tá] {}, [Trưởng công an Q.Bình Sơn], dự.",
    "[Chủ tịch UBND xã Sơn Hà] (huyện Lâm Sơn, Nghệ An) {} cho biết.",
    "[Bí thư Chi bộ], [Trưởng khu phố 5], phường 3 {} cho biết.",
    "[Phó Trưởng Ban QLDA đầu tư xây dựng huyện Lâm Sơn] {} cho biết.",
    "[Đồn trưởng Đồn Biên phòng Na Mai], Bộ đội Biên phòng tỉnh Nghệ An, [Thiếu tá] {} cho biết.",
    "[Giám đốc Trung tâm Dịch vụ việc làm], Sở LĐ-TB&XH tỉnh Nghệ An {} cho biết.",
    "[Trưởng Cơ quan đại diện Bộ Ngoại giao tại TP. Hồ Chí Minh] {} phát biểu.",
    "Ông {}, [Phó Trưởng Ban Chỉ đạo 1237 tỉnh Nghệ An], phát biểu.",
    "[Phó Chủ tịch Quốc hội] {}, [chủ tọa phiên thảo luận], đề nghị.",
    "Ông {}, [Trưởng Ban Chỉ đạo tỉnh về phòng, chống dịch COVID-19], phát biểu.",
    "Ông {} trở thành tân [Phó Bí thư Tỉnh ủy Nghệ An].",
    "Ông {}, [Giám đốc Sở Y tế], là Thạc sĩ chuyên ngành y tế công cộng.",
    "Đồng chí {} ra ứng cử chức Chủ tịch Hội Nông dân tỉnh.",
    "Ông {}, [Giám đốc NXB Trẻ].",
    "Ông {}, [Giám đốc Ban Quản lý dự án giao thông], dự.",
    "Ông {}, [Chủ tịch HĐTV Tập đoàn Điện lực Việt Nam], dự.",
    "Ông {}, [Phó Tổng Giám đốc Tập đoàn Xăng dầu Việt Nam], dự.",
    "[Chủ tịch Phòng Thương mại và Công nghiệp Việt Nam] {} dự.",
    "[Phó Chủ tịch Quân ủy TƯ TQ] {} dự.",
    "[Đại tướng]{}, [Bộ trưởng Bộ Quốc phòng], dự.",
    "Ông {},[Giám đốc Sở Y tế] cho biết.",
    # Two levels of local government, the organs and ministries of 2025.
    "[Trưởng Thuế tỉnh Nam Sơn] {} cho biết.",
    "Ông {}, [Phó Trưởng Thuế thành phố Nam Hải], trả lời.",
    "[Trưởng Thi hành án dân sự tỉnh Nam Sơn] {} báo cáo.",
    "[Trưởng Thống kê tỉnh Nam Sơn] {} công bố số liệu.",
    "[Chánh án Tòa án nhân dân khu vực 3 - Nam Sơn] {} tuyên thệ.",
    "[Chỉ huy trưởng Ban Chỉ huy Phòng thủ khu vực 2 - Lâm Hà] {} dự.",
    "[Chánh Văn phòng HĐND và UBND xã Sơn Linh] {} dự.",
    "[Trưởng Ban Chính sách, chiến lược Trung ương] {} dự.",
    "Ông {}, [Phó Trưởng Ban Chính sách, chiến lược Trung ương] kết luận.",
    "[Giám đốc Báo và phát thanh, truyền hình Nam Sơn] {} dự.",
    "[Giám đốc Báo và Đài Phát thanh, Truyền hình Nam Sơn] {} dự.",
    "[Trưởng Ban Quản lý các khu công nghiệp và chế xuất TP Nam Hải] {} dự.",
    "[Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Hòa Sơn] {} dự.",
    "[Giám đốc BV Đa khoa Nam Sơn] {} dự.",
    "[Giám đốc TTYT huyện Sơn Hà] {} dự.",
    "[Bí thư Huyện ủy Châu Thành A] {} dự.",
    "Ông {}, [Tổng Biên tập báo Pháp Luật TP.HCM], dự.",
    "[Phó Tổng Biên tập báo Nam Sơn] {} dự.",
    "Ông {}, [Giám đốc Sở Y tế] báo Thủ tướng.",
    "[Tư lệnh Bộ Tư lệnh Thủ đô Nam Sơn] {} dự.",
    "[Thiếu tướng] {}, [Chính ủy Bộ Tư lệnh TP Nam Hải], dự.",
    "Ông {}, [Hạt trưởng Hạt Kiểm lâm huyện Nam Trà], dự.",
    "[Trung tá] {}, [Trưởng phòng Cảnh sát QLHC về TTXH], nói.",
    "[Bí thư Đảng ủy Khối Dân - Chính - Đảng TP Nam Hải] {} dự.",
    "Ông {}, [Chủ tịch Liên minh HTX tỉnh], dự.",
    "[Trưởng Ban Pháp chế], HĐND tỉnh {} thẩm tra.",
    "[Phó Trưởng Ban Xây dựng Đảng], Đảng ủy phường An Sơn {} dự.",
    "[Phó TTg] {} kết luận.",
    "[Giám đốc Sở Y tế] là ông {}.",
    "[Hiệu trưởng Trường Tiểu học số 1 Sơn Hà] {} nói.",
    "[Giám đốc Bệnh viện Bạch Sơn] {} nói.",
    "[Giám đốc Bệnh viện Sản - Nhi Nam Sơn] {} nói.",
    "[Hiệu trưởng Trường THPT Chuyên Lê Khôi] {} nói.",
    "[Trưởng Phái đoàn Việt Nam bên cạnh Liên minh châu Âu] {} dự.",
    "[Vụ trưởng Vụ Phục vụ hoạt động giám sát], Văn phòng Quốc hội {} dự.",
    "[NSND] {}, [Giám đốc Nhà hát Nam Sơn], dự.",
    "[Giám đốc Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh] {} nói.",
    "[Trưởng Ban Quản lý Khu kinh tế Sa Lung và các Khu công nghiệp Nam Sơn] {} nói.",
    "[Viện trưởng Viện Nghiên cứu phát triển] {} nói.",
    "[Hiệu phó Trường THPT Sơn Hà] {} nói.",
    "Phu nhân cố [Tổng Bí thư] {} dự.",
    "Ông {}, [Bí thư Huyện ủy Lương Tài], dự.",
    # No space behind the full stop; whose office stands before a comma.
    "Đoàn làm việc với [Chủ tịch UBND tỉnh] {}.Chiều 5/6, đoàn đi thăm xã.",
    "[Giám đốc Sở Xây dựng], {} cho biết tiến độ còn chậm.",
    "Trao đổi với báo, [Chủ tịch UBND xã Sơn Linh], {} nói: “Xã sẽ làm”.",
    "[Chủ tọa phiên họp] là [Phó Chủ tịch Quốc hội] {}.",
    # Writers and artists in office.
    "[Chủ tịch Hội Nhà văn Nam Sơn], nhà thơ {} phát biểu.",
    "Dự có nhạc sĩ {}, [Phó Chủ tịch Hội Nhạc sĩ Nam Sơn].",
    "[Đại biểu Quốc hội], nhà sử học {} phát biểu.",
]


@pytest.mark.parametrize("marked", TITLES)
def test_a_title_goes_as_far_as_its_organs_name(recognize, marked):
    text = re.sub(r"[\[\]]", "", marked).format("Trần Văn An")
    mention = next(mention for mention in recognize(text).mentions if mention.name == "Trần Văn An")
    assert [title.text for title in mention.titles] == re.findall(r"\[(.+?)\]", marked)


@pytest.mark.parametrize(
    "text",
    [
        "Nhà đầu tư làm dự án BT, ông nói.",
        "Ông Lại Đắc Lộc, Chủ tịch tổng công ty đầu tư và kinh doanh sân gôn Nam Sơn, tặng quà.",
        "Chủ tịch Liên đoàn Luật sư Việt Nam cho rằng luật đã rõ.",
        "Bà Hồ Ngọc Diễm, Đại sứ Du lịch Việt Nam tại Pháp. Đại sứ thiện chí UNICEF Hồ Ngọc Diễm.",
        "Ứng cử viên Tổng thống Verania Joe Smith phát biểu.",
        "Ông Vũ Đình Khoa, Chủ tịch điều hành Tập đoàn Sao Đỏ, phát biểu. Ông Khoa nói thêm.",
        "Chủ tịch HĐTV Tập đoàn Sao Đỏ Vũ Đình Khoa phát biểu. Ông Vũ Đình Khoa nói.",
        "Tổng Giám đốc điều hành Sao Đỏ Vũ Đình Khoa phát biểu.",
        "Ông John Smith, Chủ tịch Phòng Thương mại Mỹ (AmCham), dự. Chủ tịch EuroCham John Smith nói.",
        "Ca khúc của nhạc sĩ Trần Văn Tám do nhà báo Lê Văn Bình làm trưởng nhóm.",
        "Theo lời Bí thư Tỉnh ủy, Trần Văn Tám sinh ở làng Vân.",
        "Ông Hong Sun, Chủ tịch Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam (KoCham).",
    ],
)
def test_what_looks_like_a_title_names_no_official(recognize, text):
    assert recognize(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ông Mai Văn Khoát, Phó Bí thư Huyện ủy, Chủ tịch UBND, dự.", ["district-government-chair"]),
        ("Ông Mai Văn Khoát, Phó Bí thư Đảng ủy xã, Chủ tịch HĐND, dự.", ["commune-council-chair"]),
        ("Ông Mai Văn Khoát, Huyện ủy viên, Chánh Văn phòng UBND, dự.", [None]),
        ("Ông Mai Văn Khoát, Phó Bí thư Tỉnh ủy, Chủ tịch UBND, dự.", ["province-government-chair"]),
        ("Ông Mai Văn Khoát, Phó Bí thư Thường trực, dự.", [None]),
        ("Ông Mai Văn Khoát, Phó Bí thư Thường trực, Chủ tịch HĐND tỉnh, dự.", ["province-council-chair"]),
        (
            "Dự có ông Mai Văn Khoát, Phó Chủ tịch UBND tỉnh; bà Tạ Thị Uyển, Bí thư Thành ủy.",
            ["province-government-vice-chair", "district-party-secretary"],
        ),
        (
            "Dự có ông Mai Văn Khoát, Phó Chủ tịch UBND TP Hà Nội; bà Tạ Thị Uyển, Bí thư Thành ủy; "
            "ông Đỗ Công Thước, Chủ tịch UBND tỉnh.",
            ["province-government-vice-chair", "province-party-secretary", "province-government-chair"],
        ),
    ],
)
def test_of_which_unit_an_office_is_the_titles_around_it_tell(recognize, text, offices):
    assert [mention.titles[-1].office for mention in recognize(text).mentions] == offices


@pytest.mark.parametrize(
    "text",
    [
        "Vụ trưởng Vụ Chính sách, Tổng cục Thuế, Bộ Tài chính Phạm Văn Dũng phát biểu.",
        "Vụ trưởng Vụ Chính sách, Tổng cục Thống kê, Bộ Tài chính Phạm Văn Dũng phát biểu.",
    ],
)
def test_an_organ_of_one_word_is_nobodys_name(recognize, text):
    (mention,) = recognize(text).mentions
    assert (mention.name, [title.text for title in mention.titles]) == (
        "Phạm Văn Dũng",
        ["Vụ trưởng Vụ Chính sách"],
    )

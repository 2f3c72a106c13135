"""What is said of bulletins that are not one table: page plans, queues of iNEWS, rundowns of Superdesk, home pages."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "plan-files-not-at-hand": (
        "Bảng dàn trang nêu {count} tệp bài, nhưng chỉ có bảng: chữ trong các bài chưa được soát.",
        "The page plan names {count} {count:article|articles}, but only the table is at hand: their text was "
        "not checked.",
    ),
    "plan-file-missing": (
        'Trang {page}: không có tệp "{file}" trong thư mục của bảng dàn trang; bài này chưa được soát.',
        'Page {page}: there is no file "{file}" below the page plan\'s folder; this article was not checked.',
    ),
    "plan-file-several": (
        'Trang {page}: có nhiều tệp tên "{file}"; ghi cả đuôi tệp. Bài này chưa được soát.',
        'Page {page}: several files are called "{file}"; write the extension as well. This article was not '
        "checked.",
    ),
    "plan-file-outside": (
        'Trang {page}: "{file}" không nằm trong thư mục của bảng dàn trang nên không đọc; bài này chưa được soát.',
        'Page {page}: "{file}" is not below the page plan\'s folder and is not read; this article was not '
        "checked.",
    ),
    "plan-file-unreadable": (
        'Trang {page}: không đọc được tệp "{file}": {reason} Bài này chưa được soát.',
        'Page {page}: the file "{file}" cannot be read: {reason} This article was not checked.',
    ),
    "plan-file-is-bulletin": (
        'Trang {page}: tệp "{file}" là cả một bản tin, không phải một bài; chưa được soát.',
        'Page {page}: the file "{file}" is a whole bulletin, no article; it was not checked.',
    ),
    "plan-article-again": (
        'Trang {page}: tệp "{file}" đã đứng ở tin thứ {number} và chỉ tính ở đó.',
        'Page {page}: the file "{file}" stands as item {number} already and counts there only.',
    ),
    "plan-too-many-articles": (
        "Bảng dàn trang nêu hơn {limit} tệp bài.",
        "The page plan names more than {limit} articles.",
    ),
    "plan-too-many-articles.help": (
        "Chia bảng thành nhiều số báo.",
        "Split it into several issues.",
    ),
    "inews-no-listing": (
        "Tệp zip có {n} tin iNEWS nhưng không có bảng kê của hàng tin: không biết tin nào trước, tin nào sau.",
        "The zip has {n} stories of iNEWS but no listing of the queue: their order is not known.",
    ),
    "inews-no-listing.help": (
        "Thêm vào zip một tệp chữ là kết quả lệnh LIST (hay NLST) của hàng tin trên máy chủ FTP.",
        "Add a text file with what LIST (or NLST) says of the queue on the FTP server.",
    ),
    "inews-many-listings": (
        "Tệp zip có nhiều bảng kê khác nhau của hàng tin: không biết bảng nào đúng.",
        "The zip has several different listings of the queue: which one holds is not known.",
    ),
    "inews-many-listings.help": (
        "Chỉ để lại một bảng kê.",
        "Leave one listing only.",
    ),
    "inews-story-floated": ('Bỏ ra ngoài (float): "{title}".', 'Left out, it is floated: "{title}".'),
    "inews-story-break": (
        'Điểm ngắt (break), không phải tin: "{title}".',
        'A break, not a piece: "{title}".',
    ),
    "inews-story-held": ('Đang giữ (hold), vẫn tính: "{title}".', 'On hold, counted still: "{title}".'),
    "inews-stories-missing": (
        "Bảng kê có {n} tin không có tệp, chưa được soát: {ids}.",
        "The listing has {n} {n:story|stories} without a file, not checked: {ids}.",
    ),
    "inews-stories-not-listed": (
        "{n} tệp tin không có trong bảng kê nên không biết đứng ở đâu, chưa được soát: {names}.",
        "{n} {n:story is|stories are} not in the listing, so where they stand is not known; not checked: "
        "{names}.",
    ),
    "superdesk-order-unknown": (
        "Có {n} tin nhưng không có bản tin (rundown) nêu thứ tự của chúng.",
        "There are {n} items but no rundown that says their order.",
    ),
    "superdesk-order-unknown.help": (
        'Lưu cả bản tin lẫn các tin: {{"rundown": …, "rundown_items": […]}}.',
        'Save the rundown with its items: {{"rundown": …, "rundown_items": […]}}.',
    ),
    "superdesk-bad-length": (
        'Thời lượng "{value}" ở {place} không phải số giây.',
        'The length "{value}" at {place} is no number of seconds.',
    ),
    "superdesk-bad-length.help": (
        "Xuất lại bản tin từ hệ thống rồi kiểm tra lại.",
        "Export the rundown from the system again.",
    ),
    "superdesk-bad-time": (
        'Giờ "{value}" ở {place} không hiểu được; coi như chưa biết.',
        'The time "{value}" at {place} is not understood and taken as unknown.',
    ),
    "superdesk-item-dropped": (
        'Bỏ ra ngoài ({status}): "{title}".',
        'Left out ({status}): "{title}".',
    ),
    "superdesk-items-missing": (
        "Bản tin nêu {n} tin không có trong tệp, chưa được soát: {ids}.",
        "The rundown refers to {n} {n:item|items} that the file does not have, not checked: {ids}.",
    ),
    "superdesk-items-not-listed": (
        "{n} tin không có trong thứ tự của bản tin, chưa được soát: {ids}.",
        "{n} {n:item is|items are} not in the rundown's order, not checked: {ids}.",
    ),
    "superdesk-from-index": (
        "Tệp chỉ có chữ từ bảng tìm kiếm (items_data): thời lượng và phần của chương trình chưa biết.",
        "The file has only the words of the search index (items_data): lengths and parts are unknown.",
    ),
    "site-bad-profile": (
        "Mẫu trang chủ không đúng: {reason}",
        "The profile of a home page is wrong: {reason}",
    ),
    "site-bad-profile.help": (
        "Mẫu có host (hay marks) và các bảng [[slots]] với name, items, headline; có thể thêm lead, caption, "
        "section, time, home. Bộ chọn viết theo CSS.",
        "A profile has host (or marks) and tables [[slots]] with name, items, headline; lead, caption, section, "
        "time and home may be added. Selectors are CSS.",
    ),
    "home-no-items": (
        "Không ô nào của mẫu {profile} có tin trong trang này: mẫu có lẽ đã cũ.",
        "No slot of the profile {profile} has an item on this page: the profile is likely out of date.",
    ),
    "home-no-items.help": (
        "Mở trang đã lưu, xem lại bộ chọn (items, headline) của từng ô.",
        "Open the saved page and look at the selectors (items, headline) of each slot.",
    ),
    "home-slot-empty": (
        'Ô "{slot}" của mẫu trang chủ không có tin nào trong trang này: chưa được soát.',
        'The slot "{slot}" of the home page\'s profile has no item on this page: not checked.',
    ),
    "inews-field-unreadable": (
        'Không hiểu "{value}" của trường {field}; coi như chưa biết.',
        '"{value}" of the field {field} is not understood and taken as unknown.',
    ),
}

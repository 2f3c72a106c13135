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
}

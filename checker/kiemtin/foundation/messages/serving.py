"""Messages of the room `serving`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # The profile
    "gate-profile-unreadable": (
        "Không đọc được hồ sơ của cổng: {reason}.",
        "The gate's profile cannot be read: {reason}.",
    ),
    "gate-profile-unreadable.help": (
        "Kiểm tra đường dẫn và quyền đọc của tệp.",
        "Check the path and whether the file may be read.",
    ),
    "gate-profile-not-toml": (
        "Hồ sơ không phải TOML hợp lệ: {reason}.",
        "The profile is not valid TOML: {reason}.",
    ),
    "gate-profile-not-toml.help": (
        'Sửa dòng được nêu; chữ đặt trong ngoặc kép, ví dụ: pack = "bộ-của-tôi.quy".',
        'Correct the line named; text stands in quotes, such as: pack = "my-pack.quy".',
    ),
    "gate-unknown-key": ('Không có khóa "{key}".', 'There is no key "{key}".'),
    "gate-unknown-key.help": ("Các khóa ở đây: {known}.", "Keys here: {known}."),
    "gate-unknown-key-similar": ('Không có khóa "{key}".', 'There is no key "{key}".'),
    "gate-unknown-key-similar.help": ('Có phải ý muốn viết "{similar}"?', 'Is "{similar}" meant?'),
    "gate-missing-key": ('Thiếu khóa "{key}".', 'The key "{key}" is missing.'),
    "gate-missing-key.help": ("Thêm khóa này; ví dụ ở docs/gate.md.", "Add it; docs/gate.md has examples."),
    "gate-bad-value": (
        'Giá trị của "{key}" không dùng được: {reason}.',
        'The value of "{key}" cannot be used: {reason}.',
    ),
    "gate-bad-value.help": (
        "Xem giá trị được phép ở docs/gate.md.",
        "docs/gate.md has the values that are allowed.",
    ),
    "gate-no-desk": (
        '"{key}" nêu ban "{desk}", nhưng hồ sơ không có ban này.',
        '"{key}" names the desk "{desk}", which the profile does not have.',
    ),
    "gate-no-desk.help": (
        "Thêm [gate.desks.{desk}] hoặc sửa tên.",
        "Add [gate.desks.{desk}] or correct the name.",
    ),
    "gate-token-twice": (
        'Ban "{one}" và ban "{other}" dùng chung một mã truy cập.',
        'The desks "{one}" and "{other}" have the same token.',
    ),
    "gate-token-twice.help": (
        "Tạo mã khác: kiemtin serve --new-token",
        "Make another one: kiemtin serve --new-token",
    ),
    "gate-no-secret": ('Không có bí mật "{named}".', 'The secret "{named}" is not there.'),
    "gate-no-secret.help": (
        "env:TÊN là biến môi trường, file:ĐƯỜNG DẪN là tệp chỉ chứa bí mật, tính từ thư mục của hồ sơ.",
        "env:NAME is a variable of the environment, file:PATH a file with nothing but the secret, beside the profile.",
    ),
    # The start
    "gate-not-bound": ("Không mở được {host}:{port}: {reason}.", "{host}:{port} cannot be opened: {reason}."),
    "gate-not-bound.help": (
        "Chọn cổng khác bằng --port, hoặc dừng chương trình đang dùng cổng này.",
        "Choose another one with --port, or stop the program that has it.",
    ),
    "gate-open-to-others": (
        "Địa chỉ {host} mở cho máy khác nhưng hồ sơ không có mã truy cập nào.",
        "{host} is open to other machines, but the profile has no token.",
    ),
    "gate-open-to-others.help": (
        "Tạo mã bằng kiemtin serve --new-token rồi ghi vào [[gate.desks.TÊN.tokens]], hoặc dùng 127.0.0.1.",
        "Make one with kiemtin serve --new-token and write it into [[gate.desks.NAME.tokens]], or use 127.0.0.1.",
    ),
    "gate-state-unusable": (
        "Không ghi được vào thư mục “state” của cổng: {reason}.",
        "The gate's folder “state” cannot be written to: {reason}.",
    ),
    "gate-state-unusable.help": (
        "Chọn thư mục khác ở [gate] state, hoặc sửa quyền; tệp hỏng thì cất đi nơi khác, đừng xóa.",
        "Choose another folder in [gate] state or correct its permissions; put a damaged file aside, do not delete it.",
    ),
    "gate-child-not-started": (
        "Tiến trình soát không khởi động được.",
        "The process that checks does not start.",
    ),
    "gate-child-not-started.help": (
        "Thử kiemtin check với một bài bất kỳ; nếu chạy được thì tăng start_seconds hoặc child_memory_mb.",
        "Try kiemtin check on any draft; if that works raise start_seconds or child_memory_mb.",
    ),
    "gate-rules-invalid": (
        "Quy tắc của một ban không dùng được ({place}): {vi}",
        "The rules of a desk cannot be used ({place}): {vi}",
    ),
    "gate-rules-invalid.help": (
        "Sửa bộ quy tắc hoặc danh bạ: kiemtin rules check",
        "Correct the pack or the roster: kiemtin rules check",
    ),
    "gate-extra-missing": (
        "Chưa cài phần mở rộng “{extra}” ({module}).",
        "The extra “{extra}” is not installed ({module}).",
    ),
    "gate-extra-missing.help": (
        'Chạy: pip install "kiemtin[{extra}]"',
        'Run: pip install "kiemtin[{extra}]"',
    ),
    # Requests
    "request-not-json": (
        "Nội dung gửi lên không phải JSON hợp lệ bằng UTF-8.",
        "What was sent is not valid JSON in UTF-8.",
    ),
    "request-not-object": (
        "Nội dung gửi lên phải là một đối tượng JSON.",
        "What was sent must be a JSON object.",
    ),
    "request-too-deep": ("JSON lồng nhau quá {limit} tầng.", "The JSON has more than {limit} levels."),
    "request-unknown-field": ("Không có trường “{field}”.", "There is no field “{field}”."),
    "request-unknown-field.help": ("Các trường: {known}.", "Fields: {known}."),
    "request-one-payload": (
        "Cần đúng một trong các trường {known}; đã nhận {n}.",
        "Exactly one of {known} is needed; {n} came.",
    ),
    "request-bad-field": (
        "Trường “{field}” không đúng kiểu hoặc quá dài.",
        "The field “{field}” is of the wrong type or too long.",
    ),
    "request-unknown-key": ("Không có khóa “{key}” trong metadata.", "There is no key “{key}” in metadata."),
    "request-unknown-key.help": ("Gần nhất là: {similar}.", "The nearest one is: {similar}."),
    "payload-not-text": (
        "Trường “{key}” của tin phải là chữ.",
        "The field “{key}” of the item must be text.",
    ),
    "payload-not-text.help": (
        "Xem dạng tin ở docs/integrations.md.",
        "docs/integrations.md shows the forms of items.",
    ),
    "payload-not-a-piece": (
        "Loại “{kind}” không phải một bài viết nên không soát được.",
        "A “{kind}” is no written piece and cannot be checked.",
    ),
    "payload-not-a-piece.help": ("Gửi từng bài (type: text).", "Send each piece by itself (type: text)."),
    "payload-bad-moment": (
        "Trường “{key}” không phải ngày giờ theo ISO 8601.",
        "The field “{key}” is not a moment in ISO 8601.",
    ),
    "payload-bad-moment.help": ("Viết 2026-03-12T19:30:00+07:00.", "Write 2026-03-12T19:30:00+07:00."),
    "body-too-large": ("Nội dung gửi lên quá {limit} byte.", "What was sent is larger than {limit} bytes."),
    "body-too-slow": ("Nội dung không gửi tới kịp thời gian.", "The body did not come in time."),
    "body-broken-off": ("Bên gửi ngắt giữa chừng.", "The sender broke off."),
    "media-type-unknown": (
        "Không đọc dạng này. Gửi JSON, hoặc một tệp {known} kèm tên.",
        "This format is not read. Send JSON, or a file ({known}) with its name.",
    ),
    "form-bad": (
        "Biểu mẫu cần đúng một tệp “file” và, nếu có, JSON “metadata”.",
        "The form needs one file `file` and, if any, JSON in `metadata`.",
    ),
    "bad-request": ("Yêu cầu không đúng dạng.", "The request is not understood."),
    "idempotency-key-bad": (
        "Idempotency-Key dài 1–200 ký tự ASCII.",
        "Idempotency-Key has 1 to 200 characters of ASCII.",
    ),
    "idempotency-key-reused": (
        "Idempotency-Key này đã dùng cho một yêu cầu khác.",
        "This Idempotency-Key was used for another request.",
    ),
    "gate-busy": ("Cổng đang bận; thử lại sau.", "The gate is busy; try again later."),
    "gate-stopping": ("Cổng đang dừng; thử lại sau.", "The gate is stopping; try again later."),
    "gate-not-written": ("Không ghi được nhật ký kiểm toán.", "The audit log cannot be written."),
    "gate-failed": (
        "Cổng gặp lỗi của chính nó; bài chưa được soát.",
        "The gate itself failed; nothing was checked.",
    ),
    "check-not-known": ("Không có lần soát nào mang mã này.", "There is no check with this id."),
    "confirm-bad": (
        "Cần mã (id), tên người (2–200 ký tự) và lý do (3–2000 ký tự).",
        "An id, a person's name (2 to 200 characters) and a reason (3 to 2000) are needed.",
    ),
    "scope-missing": ("Mã truy cập này không có quyền “{scope}”.", "This token has no scope “{scope}”."),
    "token-refused": (
        "Thiếu mã truy cập, hoặc mã không còn hiệu lực.",
        "The token is missing or no longer valid.",
    ),
    "signature-refused": (
        "Chữ ký không đúng, quá cũ hoặc thiếu.",
        "The signature is wrong, too old or missing.",
    ),
    "source-not-known": ("Hồ sơ không có nguồn này.", "The profile has no such source."),
    "reload-refused": (
        "Không nạp lại được; vẫn dùng quy tắc cũ.",
        "Nothing was reloaded; the rules before still hold.",
    ),
    "host-not-ours": ("Cổng không trả lời dưới tên máy này.", "The gate does not answer by this name."),
    "origin-not-ours": (
        "Cổng không nhận yêu cầu từ trang khác.",
        "The gate takes no requests from other pages.",
    ),
    "path-not-known": ("Không có đường dẫn này.", "There is no such path."),
    "method-not-allowed": ("Đường dẫn này không nhận cách gọi đó.", "This path does not take that method."),
    # The audit log
    "audit-not-a-log": (
        "Tệp không phải nhật ký kiểm toán, hoặc đã hỏng ({reason}).",
        "The file is no audit log, or it is damaged ({reason}).",
    ),
    "audit-not-a-log.help": (
        "Nhật ký nằm ở audit.sqlite trong thư mục “state” của cổng.",
        "The log is audit.sqlite in the gate's folder “state”.",
    ),
    "audit-entry-missing": (
        "Mục {number}: thiếu mục ngay trước.",
        "Entry {number}: the one before is missing.",
    ),
    "audit-chain-broken": (
        "Mục {number}: không nối với mục trước.",
        "Entry {number}: it does not join the one before.",
    ),
    "audit-entry-changed": ("Mục {number}: đã bị sửa.", "Entry {number}: it was changed."),
    "audit-body-changed": ("Mục {number}: nội dung đã bị sửa.", "Entry {number}: its body was changed."),
    "audit-head-not-found": (
        "Mã đầu đã lưu không có trong nhật ký {number} mục: nhật ký đã bị viết lại hoặc cắt bớt.",
        "The head that was kept is not in the log of {number} entries: it was written anew or cut off.",
    ),
    "verify.log.whole": (
        "Nguyên vẹn: {entries} mục, {bodies} còn nội dung. Mã đầu: {head}",
        "Whole: {entries} entries, {bodies} with their bodies. Head: {head}",
    ),
    "verify.log.after": (
        "Mã đầu đã lưu có trong nhật ký; sau đó thêm {n} mục.",
        "The head that was kept is in the log; {n} entries came after it.",
    ),
    "verify.log.changed": ("KHÔNG nguyên vẹn: {n} chỗ.", "NOT whole: {n} places."),
    # Commands
    "cli.serve": (
        "Mở cổng soát trước khi đăng, cho hệ thống của tòa soạn gọi.",
        "Serve the gate before publication that newsroom systems call.",
    ),
    "cli.serve.details": (
        "Đọc bảng [gate] của kiemtin.toml; không có tệp thì dùng mặc định và chỉ mở cho máy này. SIGTERM: trả lời xong các "
        "yêu cầu đang chạy rồi dừng; SIGHUP: nạp lại hồ sơ, bộ quy tắc, danh bạ. Xem docs/gate.md.\n\nVí dụ: kiemtin serve --port 8377",
        "Reads the table [gate] of kiemtin.toml; without a file the defaults hold, for this machine only. SIGTERM: answers "
        "what is running, then stops; SIGHUP: reads profile, packs and rosters anew. See docs/gate.md.\n\nExample: kiemtin serve --port 8377",
    ),
    "cli.option.profile": (
        "Hồ sơ của cổng; mặc định: kiemtin.toml ở thư mục này.",
        "The gate's profile; default: kiemtin.toml of this folder.",
    ),
    "cli.option.host": ("Địa chỉ mở cổng.", "Address to listen on."),
    "cli.option.port": ("Số cổng; 0: tự chọn.", "Port; 0: any that is free."),
    "cli.option.new_token": (
        "In một mã truy cập mới và dòng ghi vào hồ sơ.",
        "Print a new token and its line for the profile.",
    ),
    "serve.token": (
        "Mã truy cập (chỉ hiện một lần, giao cho hệ thống gọi):",
        "Token (shown once, for the system that calls):",
    ),
    "serve.hash": ("Ghi vào hồ sơ:", "For the profile:"),
    "serve.listening": ("Đang nghe ở http://{host}:{port}", "Listening on http://{host}:{port}"),
    "cli.meta.digest": ("MÃ", "DIGEST"),
    "cli.option.head": (
        "Mã đầu đã lưu ở nơi khác (64 chữ số hex).",
        "A head that was kept elsewhere (64 hexadecimal digits).",
    ),
    "verify.bad_head": ("“{value}” không phải mã 64 chữ số hex", "“{value}” is not 64 hexadecimal digits"),
    # Watched folders
    "cli.watch": (
        "Canh một thư mục: có bài mới hoặc vừa sửa thì soát ngay.",
        "Watch a folder: check what is new or was changed.",
    ),
    "cli.watch.details": (
        "Báo cáo nằm cạnh bài, tên là TÊN-BÀI.kiemtin.txt (chỉ chủ tệp đọc được); bài không bị đụng tới. Chờ tệp ngừng lớn mới "
        "đọc; bỏ qua tệp khóa của Word. Thư mục chia sẻ qua mạng cần --poll.\n\nVí dụ: kiemtin watch bai-cho-duyet --poll",
        "The report stands beside the draft as DRAFT.kiemtin.txt (readable by its owner only); the draft is never touched. A "
        "file is read when it stopped growing; Word's lock files are passed over. Network shares need --poll.\n\n"
        "Example: kiemtin watch drafts --poll",
    ),
    "cli.meta.folder": ("THƯ-MỤC", "DIR"),
    "cli.option.watch_format": (
        "Báo cáo cạnh bài: html (mặc định), text, json, …",
        "The report beside the draft: html (default), text, json, …",
    ),
    "cli.option.poll": (
        "Tự dò thay đổi (thư mục mạng không báo thay đổi).",
        "Look for changes (network shares do not tell them).",
    ),
    "cli.option.once": ("Soát những gì đang có rồi thôi.", "Check what is there, then end."),
    "watch.watching": ("Đang canh {folder}; Ctrl-C để thôi.", "Watching {folder}; Ctrl-C ends it."),
    "watch.no_folder": ("“{folder}” không phải thư mục", "“{folder}” is no folder"),
    "watch.checked": (
        "{name}: {findings} chỗ cần sửa, {open} quy tắc chưa đủ dữ liệu",
        "{name}: {findings} to change, {open} rules lack data",
    ),
    "watch.unreadable": ("{name}: không soát được", "{name}: not checked"),
    "watch.not-written": ("Không ghi được báo cáo: {reason}.", "The report cannot be written: {reason}."),
    "watch.not-written.help": (
        "Kiểm tra quyền ghi của thư mục.",
        "Check whether the folder may be written to.",
    ),
}

"""Messages of `adopting.drafting`: questions before a pack is written, and what is wrong with answers."""

from __future__ import annotations

_ASKED: dict[str, tuple[str, str]] = {
    "ask.explained": ("Giải thích", "Explanation"),
    "ask.name": (
        "Tên bộ quy tắc, cũng là tên tệp: quy-định-tỉnh",
        "The pack's name, and its file's: province-rules",
    ),
    "ask.title": ("Tên văn bản, in trong báo cáo", "Title of the regulation, printed in reports"),
    "ask.number": (
        "Số hiệu văn bản: 12-QĐ/TU; bỏ trống được",
        "Number of the regulation: 12-QĐ/TU; may be empty",
    ),
    "ask.issuer": ("Cơ quan ban hành; bỏ trống được", "Who issued it; may be empty"),
    "ask.in_force": (
        "Có hiệu lực từ ngày; tin trước ngày ấy không xét theo văn bản này",
        "In force from this day; what was published before is not judged by it",
    ),
    "ask.source": (
        "Số liệu đã đối chiếu với nguồn nào (văn bản, trang công báo); trống là số liệu minh họa",
        "The source that the figures were checked against; empty: they are illustrations",
    ),
    "ask.refines": (
        "Bộ quy tắc của tỉnh mà nội quy này cụ thể hóa: tên bộ có sẵn, hoặc tệp .quy cùng thư mục",
        "The province's pack that this one refines: one that is shipped, or a .quy file in the same folder",
    ),
    "ask.front_page": (
        "Lãnh đạo đến bậc nào thì tin đăng trang nhất báo in; trống là không quy định",
        "Up to which rank news of leaders stand on the front page; empty: not ruled",
    ),
    "ask.leading_items": (
        "Tin lãnh đạo (bậc 1–9) đứng trong mấy tin đầu bản tin; trống là không quy định",
        "Among how many first items of a bulletin news of leaders (ranks 1–9) stand; empty: not ruled",
    ),
    "ask.deadline": (
        "Báo điện tử phải đăng trong bao lâu sau sự kiện: 24 giờ; trống là không quy định",
        "How soon after the event the web has to publish: 24 hours; empty: not ruled",
    ),
    "ask.excepted": (
        "Loại sự kiện được thông tin theo kế hoạch riêng, cách nhau bằng dấu chấm phẩy",
        "Kinds of events that have plans of their own, parted by semicolons",
    ),
    "ask.headline": (
        "Tít dài nhất bao nhiêu chữ: 14; trống là không quy định",
        "Longest headline in syllables: 14; empty: not ruled",
    ),
    "ask.earliest": (
        "Tin truyền hình về lãnh đạo phát sớm nhất lúc mấy giờ: 18 giờ; trống là không quy định",
        "The earliest hour for television news of leaders: 18; empty: not ruled",
    ),
    "ask.share": (
        "Tin lãnh đạo chiếm nhiều nhất bao nhiêu phần trăm bản tin: 40%; trống là không quy định",
        "The largest share of a bulletin for news of leaders: 40%; empty: not ruled",
    ),
    "ask.order": (
        "Từ bậc 10; các chức danh ngang nhau ghi cùng ô, cách bằng dấu chấm phẩy. Bỏ trống cả trang: theo tập quán trên báo "
        "(thứ-bậc-địa-phương).",
        "From rank 10 on; equal offices in one cell, parted by semicolons. Leave the sheet empty to take the press's usage "
        "(thứ-bậc-địa-phương).",
    ),
    "ask.limit": ("Mức cho {band}, {medium}", "Limit for {band}, {medium}"),
    "ask.limits": (
        "Dung lượng, thời lượng tối đa của một tin; dấu - là không giới hạn.",
        "The longest item; - is no limit.",
    ),
    "ask.media": ("Loại hình của tòa soạn: {media}", "The newsroom's media: {media}"),
    "ask.offices": (
        "Chức danh bậc {rank}, cách nhau bằng dấu chấm phẩy; trống là hết",
        "Offices of rank {rank}, parted by semicolons; empty to end",
    ),
    "ask.own_order": (
        "Thứ tự nêu tên trong tỉnh. Bỏ trống thì theo tập quán trên báo (thứ-bậc-địa-phương).",
        "The order of local leaders. Leave it empty to take the press's usage (thứ-bậc-địa-phương).",
    ),
    "draft.province": (
        "Viết bởi kiemtin rules new province. Mọi dòng đều sửa được; sửa xong chạy: kiemtin rules check, kiemtin rules test.\n"
        "Đặt lại số Điều, Khoản và lời cho đúng văn bản của tỉnh. Con số chưa ghi nguồn là minh họa; người, xã trong ví dụ không có thật.",
        "Written by kiemtin rules new province. Every line may be changed; then run kiemtin rules check and kiemtin rules test.\n"
        "Give the articles the numbers and words of your regulation. Figures without a source are illustrations; people and places of examples are invented.",
    ),
    "draft.newsroom": (
        "Viết bởi kiemtin rules new newsroom: chỉ ghi điều khác với văn bản được cụ thể hóa.\n"
        "Sửa xong chạy: kiemtin rules check, kiemtin rules test.",
        "Written by kiemtin rules new newsroom: it says only what differs from what it refines.\n"
        "After a change run kiemtin rules check and kiemtin rules test.",
    ),
}

_WRONG: dict[str, tuple[str, str]] = {
    "answers-unreadable": (
        "Không đọc được các câu trả lời: {reason}.",
        "The answers cannot be read: {reason}.",
    ),
    "answers-unreadable.help": (
        "Dùng tệp .toml, hoặc bảng .xlsx do --form tạo ra.",
        "Give a .toml file, or the .xlsx that --form makes.",
    ),
    "answers-key-unknown": ("Không hỏi mục “{key}”.", "“{key}” is not asked."),
    "answers-key-unknown.help": ("Các mục: {known}.", "What is asked: {known}."),
    "answers-too-long": ("Câu trả lời dài quá {limit} chữ cái.", "An answer of more than {limit} letters."),
    "answers-too-long.help": ("Viết gọn lại.", "Make it shorter."),
    "answers-bad-medium": (
        "“{value}” không phải loại hình, hoặc nêu hai lần.",
        "“{value}” is no medium, or stands twice.",
    ),
    "answers-bad-medium.help": ("Các loại hình: {known}.", "The media: {known}."),
    "answers-bad-limit": ("“{value}” không phải mức tính bằng {units}.", "“{value}” is no limit in {units}."),
    "answers-bad-limit.help": (
        "Viết như 1000 chữ, 90 giây, 3 phút; dấu - là không giới hạn.",
        "Write it like 1000 chữ, 90 giây, 3 phút; - is no limit.",
    ),
    "answers-bad-rank": ("“{value}” không phải bậc.", "“{value}” is no rank."),
    "answers-bad-rank.help": (
        "Viết như bậc 1..5, bậc 6, từ bậc 10, còn lại.",
        "Write it like bậc 1..5, bậc 6, từ bậc 10, còn lại.",
    ),
    "answers-bad-own-rank": (
        "“{value}” không phải bậc của tỉnh, là số từ {first} trở đi.",
        "“{value}” is no rank of a province, which is a number from {first} on.",
    ),
    "answers-bad-own-rank.help": (
        "Bậc 1 đến 9 là của Trung ương (thứ-bậc-368).",
        "Ranks 1 to 9 are the centre's (thứ-bậc-368).",
    ),
    "answers-bad-name": ("“{value}” không làm tên bộ được.", "“{value}” cannot name a pack."),
    "answers-bad-name.help": (
        "Dùng chữ cái, chữ số, gạch nối; bắt đầu bằng chữ cái.",
        "Use letters, digits and hyphens; begin with a letter.",
    ),
    "answers-bad-day": ("“{value}” không phải ngày.", "“{value}” is no day."),
    "answers-bad-day.help": ("Viết như 01/07/2024.", "Write it like 01/07/2024."),
    "answers-bad-number": ("“{value}” không phải số từ 1 đến 99.", "“{value}” is no number from 1 to 99."),
    "answers-bad-number.help": ("Viết một số, hoặc bỏ trống.", "Give a number, or leave it empty."),
    "answers-bad-hours": ("“{value}” không phải thời hạn.", "“{value}” is no stretch of time."),
    "answers-bad-hours.help": ("Viết như 24 giờ, 90 phút, 2 ngày.", "Write it like 24 giờ, 90 phút, 2 ngày."),
    "answers-bad-syllables": (
        "“{value}” không phải số chữ từ 1 đến 100.",
        "“{value}” is no count of syllables from 1 to 100.",
    ),
    "answers-bad-syllables.help": ("Viết như 14 chữ.", "Write it like 14 chữ."),
    "answers-bad-hour": (
        "“{value}” không phải giờ chẵn từ 1 đến 23.",
        "“{value}” is no full hour from 1 to 23.",
    ),
    "answers-bad-hour.help": ("Viết như 18 giờ.", "Write it like 18 giờ."),
    "answers-bad-share": (
        "“{value}” không phải tỉ lệ từ 1% đến 99%.",
        "“{value}” is no share from 1% to 99%.",
    ),
    "answers-bad-share.help": ("Viết như 40%.", "Write it like 40%."),
    "answers-refines-elsewhere": (
        "{pack} không nằm cạnh {path}: bộ quy tắc tìm nhau trong cùng thư mục.",
        "{pack} does not stand beside {path}: packs find each other in one folder.",
    ),
    "answers-refines-elsewhere.help": (
        "Ghi nội quy vào thư mục của nó bằng --output, hoặc chép nó sang đây.",
        "Write into its folder with --output, or copy it here.",
    ),
}

_COMMAND: dict[str, tuple[str, str]] = {
    "cli.option.answers": (
        "Với province, newsroom: lấy câu trả lời từ tệp .toml, hoặc bảng .xlsx của --form; - là dùng mức thường gặp.",
        "With province, newsroom: take the answers from a .toml file, or the .xlsx of --form; - takes the usual ones.",
    ),
    "cli.option.answer_set": (
        'Với province, newsroom: một câu trả lời, không hỏi nữa: --set "hiệu lực từ=01/07/2024" (ghi nhiều lần được).',
        'With province, newsroom: one answer, and nothing is asked: --set "in_force=2024-07-01" (may be repeated).',
    ),
    "cli.option.form": (
        "Với province, newsroom: ghi bảng câu hỏi .xlsx để điền bằng Excel.",
        "With province, newsroom: write the questions as .xlsx, to be filled in with Excel.",
    ),
    "new_pack.not_asked": (
        "chỉ hỏi được trên terminal; dùng --answers TỆP, --set, hoặc --form để lấy bảng câu hỏi.",
        "questions are only asked on a terminal; use --answers FILE, --set, or --form for the questions.",
    ),
    "new_pack.form": (
        "Đã ghi {path}. Điền xong chạy: kiemtin rules new {kind} --answers {path}",
        "Written: {path}. When it is filled in: kiemtin rules new {kind} --answers {path}",
    ),
    "new_pack.bad_set": ("--set “{given}”: viết MỤC=TRẢ-LỜI.", "--set “{given}”: write KEY=ANSWER."),
    "new_pack.next": (
        "Dùng: kiemtin check --pack {path} bai.docx; dùng luôn: kiemtin init --pack {path}",
        "Use it: kiemtin check --pack {path} draft.docx; always: kiemtin init --pack {path}",
    ),
    "new_pack.next_in_settings": (
        'Dùng: kiemtin check --pack {path} bai.docx; dùng luôn: ghi pack = "{path}" vào {settings}',
        'Use it: kiemtin check --pack {path} draft.docx; always: write pack = "{path}" into {settings}',
    ),
    "new_pack.written": ("Đã ghi {path}.", "Written: {path}."),
    "new_pack.only": (
        "{option} chỉ dùng với province, newsroom.",
        "{option} belongs to province and newsroom alone.",
    ),
}

MESSAGES = {**_ASKED, **_WRONG, **_COMMAND}

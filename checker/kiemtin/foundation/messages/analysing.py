"""Messages of the room `analysing`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "cli.rules.analyse": (
        "Tìm điều mà ví dụ không cho thấy: quy tắc chọi nhau, thừa, không bao giờ sai.",
        "Find what no example shows: rules that clash, are idle or never fail.",
    ),
    "cli.rules.analyse.details": (
        "Mỗi nhận xét kèm một tin nhỏ nhất, do chính bộ kiểm chấm trong lần chạy này. “Có thể” là nhận xét dựa vào "
        "một bậc không chức danh nào có. Quy tắc nói về câu chữ, danh sách, bản tin thì không phân tích được và được nêu tên. "
        "Mã kết thúc 1 nếu có nhận xét chắc chắn.",
        "Each claim comes with the smallest item, judged by the engine in the same run. “Possible” rests on a rank that no "
        "office has. Rules about words, lists and bulletins cannot be analysed and are named. Exit code 1 if a claim is "
        "shown.",
    ),
    "cli.rules.diff": ("Nói bằng lời hai bộ quy tắc khác nhau ra sao, cho tin nào.", "Say in words what changes between two packs, and for whom."),
    "cli.rules.diff.details": (
        "BỘ đầu là bản cũ, BỘ sau là bản mới; mỗi thay đổi kèm một tin do cả hai bản chấm. --corpus nêu điều đổi khác "
        "trong các tệp có thật.",
        "The first PACK is the old one, the second the new one; each change comes with an item that both have judged. --corpus "
        "says what changes in real files.",
    ),
    "cli.rules.new-examples": ("Gợi ý ví dụ ở ngay ranh giới của một quy tắc.", "Offer examples at the boundaries of a rule."),
    "cli.rules.new-examples.details": (
        "Ví dụ nào cũng đã do bộ kiểm chấm; chép vào quy tắc những ví dụ đúng với ý của văn bản.",
        "Each was judged by the engine; copy those that say what the regulation means.",
    ),
    "cli.rules.exceptions": ("Xem cây ngoại lệ của từng quy tắc qua mọi lớp.", "Show the exceptions of each rule as a tree over all layers."),
    "cli.rules.exceptions.details": (
        "Với mỗi quy tắc: điều gì thay nó, điều gì trừ nó ra, từ ngày nào, ở tệp và dòng nào.",
        "For each rule: what displaces it and what it displaces, since when, in which file and line.",
    ),
    "cli.rules.coverage": (
        "Mỗi quy tắc đã gặp bao nhiêu tin: điều kiện, yêu cầu, từng ngoại lệ.",
        "How many items reached each rule: its condition, requirement and exceptions.",
    ),
    "cli.rules.coverage.details": (
        "Đếm trong các ví dụ của bộ và trong TỆP. Quy tắc không tin nào gặp thì “không có lỗi” là sổ trắng, và được nói ra.",
        "Counts the examples of the pack and FILES. The clean record of a rule that nothing reached is empty, and that is said.",
    ),
    "cli.option.seconds": ("thời hạn, giây; quá hạn thì nói chỗ chưa xem", "time limit in seconds; what was not looked at is said"),
    "cli.option.corpus": ("tệp hay thư mục có thật để so (dùng nhiều lần được)", "real files or a folder to compare on (may be repeated)"),
    "cli.option.against": ("bản khác của bộ: nêu chỗ bắt được nay thêm, nay bớt so với nó", "another version of the pack: which hits are new or gone against it"),
    "cli.meta.seconds": ("GIÂY", "SECONDS"),
    "analysis.certainty.shown": ("chắc chắn", "shown"),
    "analysis.certainty.possible": ("có thể", "possible"),
    "analysis.conflict": (
        "{rule} và {other}: có tin không cách nào đạt cả hai.",
        "{rule} and {other}: there is an item that cannot satisfy both.",
    ),
    "analysis.shadowed": (
        "{rule} bị {other} che: tin nào lỗi ở quy tắc đầu cũng lỗi ở quy tắc sau.",
        "{rule} is shadowed by {other}: whatever fails the first fails the second.",
    ),
    "analysis.same": ("{rule} và {other} luôn cho cùng kết quả lỗi.", "{rule} and {other} always fail together."),
    "analysis.never-applies": ("{rule}: điều kiện không tin nào có được.", "{rule}: no item can meet its condition."),
    "analysis.never-fails": ("{rule}: không tin nào có thể sai.", "{rule}: no item can fail it."),
    "analysis.never-holds": ("{rule}: tin nào thuộc phạm vi cũng sai.", "{rule}: every item that it applies to fails."),
    "analysis.swallowed": (
        "{rule}: ngoại lệ “{exception}” nuốt cả quy tắc, không còn tin nào bị kiểm.",
        "{rule}: the exception “{exception}” swallows it, nothing is left to check.",
    ),
    "analysis.swallowed-together": (
        "{rule}: các ngoại lệ cộng lại nuốt cả quy tắc.", "{rule}: its exceptions together swallow it.",
    ),
    "analysis.exception-never-applies": (
        "{rule}: ngoại lệ “{exception}” không bao giờ dùng đến.", "{rule}: the exception “{exception}” never applies.",
    ),
    "analysis.gap": (
        "{rule}: bảng {table} không có dòng, cột hay thời kỳ nào cho tin này.",
        "{rule}: the table {table} has no row, column or period for this item.",
    ),
    "analysis.overlap": (
        "{rule}: hai bản của bảng {table} cùng có hiệu lực từ {day} đến {until}.",
        "{rule}: two versions of the table {table} are in force at once from {day} until {until}.",
    ),
    "analysis.looser": (
        "{rule} nới hơn {other} của {base}: có tin {base} bắt lỗi mà ở đây không.",
        "{rule} is looser than {other} of {base}: an item that fails there does not fail here.",
    ),
    "analysis.skipped.opaque": (
        "{rule}: không phân tích được, vì nói về “{what}”.", "{rule}: cannot be analysed, for it speaks of “{what}”.",
    ),
    "analysis.skipped.bulletin": ("{rule}: không phân tích được, vì nói về cả bản tin.", "{rule}: cannot be analysed, for it speaks of a whole bulletin."),
    "analysis.skipped.time": ("{rule}: chưa xem, hết thời hạn.", "{rule}: not looked at, the time was over."),
    "analysis.skipped.cells": ("{rule}: chưa xem, quá nhiều trường hợp.", "{rule}: not looked at, too many cases."),
    "analysis.item": ("tin làm chứng ({tried} trường hợp đã thử):", "an item that shows it ({tried} cases tried):"),
    "analysis.sum": (
        "{pack}: {claims} nhận xét, {possible} trong đó là “có thể”; {cut}/{rules} quy tắc phân tích được",
        "{pack}: {claims} {claims:claim|claims}, {possible} only possible; {cut} of {rules} rules analysed",
    ),
    "analysis.turn.added": ("Thêm {rule}.", "{rule} is new."),
    "analysis.turn.removed": ("Bỏ {rule}.", "{rule} is gone."),
    "analysis.turn.stricter": (
        "{rule} chặt hơn: tin trước không sai nay sai ({cells} trường hợp).",
        "{rule} is stricter: items that were not wrong now are ({cells} {cells:case|cases}).",
    ),
    "analysis.turn.looser": (
        "{rule} nới hơn: tin trước sai nay không sai ({cells} trường hợp).",
        "{rule} is looser: items that were wrong no longer are ({cells} {cells:case|cases}).",
    ),
    "analysis.turn.scope": (
        "{rule} đổi phạm vi: {cells} trường hợp được kiểm hay thôi kiểm, lỗi vẫn thế.",
        "{rule} has another scope: {cells} {cells:case is|cases are} judged or no longer judged; the failures are the same.",
    ),
    "analysis.turn.reworded": ("{rule} viết lại, kết quả như cũ.", "{rule} is worded anew and comes to the same."),
    "analysis.turn.modality": ("{rule} đổi mức (phải, nên, lưu ý).", "{rule} has another weight (must, should, note)."),
    "analysis.turn.unknown": (
        "{rule} viết khác trước; không phân tích được kết quả đổi ra sao (thử bằng --corpus).",
        "{rule} is worded differently; what that changes cannot be analysed (try --corpus).",
    ),
    "analysis.before": ("trước", "before"),
    "analysis.after": ("sau", "after"),
    "analysis.no_change": ("Hai bộ cho cùng kết quả.", "Both packs come to the same."),
    "analysis.no_examples": ("{rule}: không phân tích được hoặc không có ranh giới, không có ví dụ để gợi ý.", "{rule}: cannot be analysed or has no limits, so there are no examples to offer."),
    "analysis.corpus": (
        "Trong {files} tệp: {new} lỗi mới, {gone} lỗi không còn.",
        "In {files} {files:file|files}: {new} new {new:failure|failures}, {gone} gone.",
    ),
    "analysis.reach.examples": ("ví dụ", "examples"),
    "analysis.reach.files": ("tệp", "files"),
    "analysis.reach.row": (
        "{where}: {items} tin; {asked} gặp yêu cầu, {failed} sai; ngoài phạm vi {out}, chưa đủ dữ liệu {open}, không chạy {idle}",
        "{where}: {items} {items:item|items}; {asked} reached the requirement, {failed} failed; {out} out of scope, {open} not checkable, {idle} not run",
    ),
    "analysis.reach.exception": ("ngoại lệ “{label}”: {times} lần", "exception “{label}”: {times} {times:time|times}"),
    "analysis.reach.empty": (
        "sổ trắng: không tin nào trong các tệp gặp yêu cầu này, nên “không lỗi” không nói lên điều gì",
        "empty record: nothing in the files reached this requirement, so “no failures” says nothing",
    ),
    "analysis.tree.overrides": ("thay cho {source}", "takes the place of {source}"),
    "analysis.tree.exception": ("trừ ra: “{label}”, {source}, {period}", "except: “{label}”, {source}, {period}"),
    "analysis.tree.unless": ("trừ khi: {label}", "unless: {label}"),
    "analysis.tree.period": ("hiệu lực: {period}", "in force: {period}"),
}  # fmt: skip

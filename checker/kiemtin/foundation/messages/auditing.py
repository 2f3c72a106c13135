"""Messages of the room `auditing`."""

from __future__ import annotations

_PROBLEMS: dict[str, tuple[str, str]] = {
    "audit-worker-failed": (
        "Tiến trình soát dừng giữa chừng: {reason}.",
        "A worker process ended before its time: {reason}.",
    ),
    "audit-worker-failed.help": (
        "Phần đã xong vẫn còn: chạy lại đúng câu lệnh này để đi tiếp. Nếu lại dừng, thử --workers 1.",
        "What is done stays: run the same command again to go on. If it fails again, try --workers 1.",
    ),
    "audit-cannot-write": (
        "Không ghi được vào kho kết quả: {reason}.",
        "The store cannot be written: {reason}.",
    ),
    "audit-cannot-write.help": (
        "Dọn chỗ trên đĩa hoặc xin quyền ghi, rồi chạy lại đúng câu lệnh này: nó đi tiếp từ chỗ dừng.",
        "Make room on the disk or ask for the right to write, then run the same command again: it goes on.",
    ),
    "audit-store-busy": (
        "Một lượt soát khác đang ghi vào kho kết quả này.",
        "Another audit is writing to this store.",
    ),
    "audit-store-busy.help": (
        "Đợi lượt đó xong, hoặc chọn --store khác.",
        "Wait for it, or choose another --store.",
    ),
    "audit-unfinished": (
        "Lượt soát {run} trong kho này chưa xong, và được đặt khác với câu lệnh này (nguồn, bộ quy tắc, danh bạ, mẫu hoặc phiên bản công cụ).",
        "Run {run} of this store is not finished, and it was asked for differently (sources, pack, roster, sample or version of the tool).",
    ),
    "audit-unfinished.help": (
        "Chạy lại câu lệnh cũ để đi tiếp; hoặc thêm --fresh để bỏ phần dở dang và làm lượt mới.",
        "Run the former command to go on with it; or add --fresh to drop what is unfinished and begin anew.",
    ),
    "audit-source-changed": (
        "Nguồn này đã đổi từ khi lượt soát bắt đầu.",
        "This source has changed since the run began.",
    ),
    "audit-source-changed.help": (
        "Thêm --fresh để soát lại nguồn như bây giờ; tin không đổi thì không phải soát lại nếu lượt trước đã xong.",
        "Add --fresh to audit it as it is now; unchanged items of finished runs are not checked again.",
    ),
    "compare-itself": ("Hai bên là cùng một lượt soát.", "Both sides are the same run."),
    "compare-itself.help": (
        "Chỉ ra hai kho, hoặc hai lượt của một kho: kiemtin compare KHO@1 KHO@2.",
        "Name two stores, or two runs of one: kiemtin compare STORE@1 STORE@2.",
    ),
    "answers-none": (
        "Trong tệp này chưa có câu trả lời nào.",
        "Nothing is answered in this file.",
    ),
    "answers-none.help": (
        "Tệp phải là bảng do kiemtin report tạo, còn cột “Mã”, và đã được ghi vào cột trả lời hoặc cột thẩm định.",
        "It must be a sheet made by kiemtin report, with its column of codes, and something in its columns of answers.",
    ),
    "answers-bad-word": (
        "“{word}” không phải câu trả lời dùng được.",
        "“{word}” is no answer that can be used.",
    ),
    "answers-bad-word.help": (
        "Chọn trong danh sách của ô: {known}.",
        "Choose from the list of the cell: {known}.",
    ),
    "audit-no-store": ("Đây không phải kho kết quả soát.", "This is no store of audits."),
    "audit-no-store.help": (
        "Chỉ ra thư mục đã ghi sau --store của kiemtin audit.",
        "Name the folder that stood behind --store of kiemtin audit.",
    ),
    "audit-no-run": (
        "Trong kho kết quả chưa có lượt soát nào xong{which}.",
        "The store has no finished run{which}.",
    ),
    "audit-no-run.help": ("Chạy kiemtin audit cho xong đã.", "Let kiemtin audit finish first."),
    "audit-no-scheduler": (
        "Không nối được với bộ điều phối dask: {reason}.",
        "The dask scheduler cannot be reached: {reason}.",
    ),
    "audit-no-scheduler.help": (
        "Kiểm tra địa chỉ sau --scheduler (thí dụ tcp://10.0.0.5:8786) và bộ điều phối có đang chạy.",
        "Check the address after --scheduler (such as tcp://10.0.0.5:8786) and that the scheduler runs.",
    ),
}

_AUDIT: dict[str, tuple[str, str]] = {
    "cli.audit.details": (
        "NGUỒN là thư mục, .jsonl (.gz, .zst), .parquet, .warc, .zip hoặc tệp lẻ; ở máy này hay ở địa chỉ mà fsspec biết "
        "(s3://…, sftp://…). Mỗi tin xét theo quy tắc, chức danh và người giữ chức của chính ngày đăng. Bị ngắt lúc nào "
        "cũng được: chạy lại đúng câu lệnh thì đi tiếp.\n\nVí dụ: kiemtin audit kho/ --store ket-qua",
        "SOURCE is a folder, .jsonl (.gz, .zst), .parquet, .warc, .zip or a single file; here or at an address that fsspec "
        "knows (s3://…, sftp://…). Each item is judged by the rules, titles and officeholders of its own day. It may be "
        "ended at any moment: the same command goes on.\n\nExample: kiemtin audit archive/ --store results",
    ),
    "audit.meta.sources": ("NGUỒN…", "SOURCE…"),
    "audit.meta.store": ("KHO", "STORE"),
    "audit.option.store": (
        "Thư mục giữ kết quả; chạy lần sau vào cùng kho thì tin không đổi không phải soát lại.",
        "Folder that keeps the results; run into it again, and unchanged items are not checked twice.",
    ),
    "audit.option.profile": (
        "Bản mô tả (TOML) cho biết kho lưu trữ ghi gì ở mục nào; xem docs/audit.md.",
        "A profile (TOML) that says under which keys the archive says what; see docs/audit.md.",
    ),
    "audit.option.sample": ("Chỉ soát một mẫu ngẫu nhiên N tin.", "Check a random sample of N items only."),
    "audit.option.seed": (
        "Hạt giống của mẫu, để rút lại đúng mẫu ấy (mặc định 7).",
        "Seed of the sample, to draw the same one again (default 7).",
    ),
    "audit.option.stratify": (
        "Chia lớp mẫu theo: outlet, medium, section, programme, month, source.",
        "Stratify the sample by: outlet, medium, section, programme, month, source.",
    ),
    "audit.option.dry_run": ("Cho xem kế hoạch, không soát gì.", "Show the plan, check nothing."),
    "audit.option.workers": (
        "Số tiến trình (mặc định: mỗi nhân một tiến trình).",
        "Number of processes (default: one a core).",
    ),
    "audit.option.limit": (
        "Bỏ qua tin nào soát quá N giây (mặc định 60); tin đó được ghi lại.",
        "Give an item up after N seconds (default 60); that is recorded.",
    ),
    "audit.option.memory": (
        "Bỏ qua tin nào cần thêm quá chừng ấy MB bộ nhớ (mặc định 1024).",
        "Give an item up that needs so many MB more of memory (default 1024).",
    ),
    "audit.option.engine": (
        "Soát bằng các tiến trình của máy này (local) hoặc cụm máy dask.",
        "Work with processes of this machine (local) or a dask cluster.",
    ),
    "audit.option.scheduler": ("Địa chỉ bộ điều phối dask.", "Address of the dask scheduler."),
    "audit.option.fresh": (
        "Bỏ lượt dở dang (nếu có) và làm lượt mới.",
        "Drop an unfinished run, if there is one, and begin a new one.",
    ),
    "audit.usage.scheduler": (
        "--engine dask và --scheduler ĐỊA-CHỈ đi cùng nhau.",
        "--engine dask and --scheduler ADDRESS belong together.",
    ),
    "audit.usage.stratify": ("--stratify chỉ dùng cùng --sample.", "--stratify needs --sample."),
    "audit.plan.source": (
        "{address} ({kind}): {n} tin, {size} MB",
        "{address} ({kind}): {n} documents, {size} MB",
    ),
    "audit.plan.total": (
        "Sẽ soát {n} tin, chia {shards} phần; bộ quy tắc: {packs}; danh bạ: {roster}.",
        "To check: {n} documents in {shards} shards; packs: {packs}; roster: {roster}.",
    ),
    "audit.plan.stratum": ("- {stratum}: {n} trong {of}", "- {stratum}: {n} of {of}"),
    "audit.done": (
        "Lượt {run}: đã soát {checked} tin ({reused} tin không đổi từ lượt trước), {findings} phát hiện. "
        "Trùng lặp: {duplicate}; bản cũ của tin đăng lại: {earlier}.",
        "Run {run}: {checked} items checked ({reused} unchanged since the run before), {findings} findings. "
        "Duplicates: {duplicate}; earlier versions: {earlier}.",
    ),
    "audit.done.not_checked": (
        "CHƯA SOÁT: {unreadable} tin không đọc được, {given_up} tin phải bỏ vì quá lâu hoặc quá nhiều bộ nhớ; lý do ở bảng items.",
        "NOT CHECKED: {unreadable} could not be read, {given_up} were given up for time or memory; the table items says why.",
    ),
    "audit.done.next": ("Xem kết quả: kiemtin report {store}", "See the results: kiemtin report {store}"),
    "audit.interrupted": (
        "Đã dừng. Phần đã xong vẫn còn: chạy lại đúng câu lệnh này để đi tiếp.",
        "Stopped. What is done stays: run the same command to go on.",
    ),
    "audit.progress": (
        "{done}/{of} tin ({percent}%) · {rate} tin/giây · còn {left}",
        "{done}/{of} items ({percent}%) · {rate}/s · {left} left",
    ),
    "audit.progress.counting": ("Đang đếm: {address}, {n} tin", "Counting: {address}, {n} documents"),
    "audit.progress.resumed": ("Đi tiếp: đã xong {n} trong {of} tin.", "Going on: {n} of {of} are done."),
    "audit.progress.settling": (
        "Đang tìm tin trùng và bản cũ…",
        "Looking for duplicates and earlier versions…",
    ),
}

_REPORT: dict[str, tuple[str, str]] = {
    "cli.report.details": (
        "KHO là thư mục sau --store của kiemtin audit; mặc định báo cáo lượt xong gần nhất. Với --outlet, bảng tính có thêm cột "
        "để cơ quan trả lời (đã sửa, giải trình, báo nhầm); gửi lại thì đọc bằng --take-in.\n\n"
        "Ví dụ: kiemtin report ket-qua --format html --output bao-cao.html",
        "STORE is the folder behind --store of kiemtin audit; by default its last finished run is told. With --outlet the "
        "workbook has columns for the outlet's reply (fixed, explained, mistaken); what comes back is read with --take-in.\n\n"
        "Example: kiemtin report results --format html --output report.html",
    ),
    "report.option.output": (
        "Ghi vào TỆP (mặc định: kiemtin-report.… ở thư mục này).",
        "Write to FILE (default: kiemtin-report.… here).",
    ),
    "report.option.run": (
        "Lượt soát nào (mặc định: lượt xong gần nhất).",
        "Which run (default: the last that is finished).",
    ),
    "report.option.outlet": ("Chỉ một cơ quan báo chí.", "Of one outlet only."),
    "report.option.month": ("Chỉ một tháng, như 2024-03.", "Of one month only, such as 2024-03."),
    "report.option.findings": (
        "Dẫn chứng nhiều nhất bao nhiêu phát hiện trong HTML (mặc định 500).",
        "How many findings HTML shows (default 500).",
    ),
    "report.option.sample": (
        "Cỡ mẫu của --format sample (mặc định 100).",
        "Size of the sample of --format sample (default 100).",
    ),
    "report.option.seed": ("Hạt giống của mẫu (mặc định 7).", "Seed of the sample (default 7)."),
    "report.option.take_in": (
        "Đọc bảng đã được trả lời hoặc thẩm định; dùng được nhiều lần.",
        "Take in a sheet with replies or verdicts; may be given several times.",
    ),
    "report.written": ("Đã ghi {path}.", "Wrote {path}."),
    "report.taken_in": ("{path}: {n} câu trả lời.", "{path}: {n} answers."),
    "report.meta.name": ("TÊN", "NAME"),
    "report.meta.month": ("NĂM-THÁNG", "YYYY-MM"),
}

_COMPARE: dict[str, tuple[str, str]] = {
    "cli.compare.details": (
        "Mỗi bên là một kho, hay một lượt của kho: KHO@SỐ. Cùng kho lưu trữ với hai bộ quy tắc: cái gì sẽ đổi. Hai lần soát một "
        "cơ quan: phát hiện nào đã sửa, còn nguyên, mới có.\n\nVí dụ: kiemtin compare quy-1 quy-2",
        "Each side is a store, or a run of it: STORE@N. One archive under two packs: what would change. Two audits of one "
        "outlet: which findings are resolved, remain, are new.\n\nExample: kiemtin compare spring summer",
    ),
    "compare.meta.first": ("KHO-TRƯỚC", "FIRST"),
    "compare.meta.second": ("KHO-SAU", "SECOND"),
    "compare.option.findings": (
        "In ra nhiều nhất N phát hiện mỗi loại (mặc định 10).",
        "Print at most N findings of each kind (default 10).",
    ),
    "compare.heading": (
        "{first} (lượt {first_run}) → {second} (lượt {second_run})",
        "{first} (run {first_run}) → {second} (run {second_run})",
    ),
    "compare.items": (
        "Tin: {both} ở cả hai bên, {first} chỉ ở bên trước, {second} chỉ ở bên sau.",
        "Items: {both} on both sides, {first} only on the first, {second} only on the second.",
    ),
    "compare.differs": ("Hai bên khác nhau ở: {what}.", "The sides differ in: {what}."),
    "compare.same": (
        "Hai bên cùng bộ quy tắc, danh bạ và công cụ.",
        "Pack, roster and tool are the same on both sides.",
    ),
    "compare.differs.packs": ("bộ quy tắc", "packs"),
    "compare.differs.roster": ("danh bạ", "roster"),
    "compare.differs.tool": ("phiên bản công cụ", "version of the tool"),
    "compare.differs.vocabulary": ("bảng chức danh", "vocabulary"),
    "compare.differs.as_of": ("ngày xét (--as-of)", "day (--as-of)"),
    "compare.differs.given": ("dữ liệu cho trước (--set)", "given data (--set)"),
    "compare.differs.profile": ("bản mô tả kho lưu trữ", "profile of the archive"),
    "compare.differs.schema": ("phiên bản lược đồ", "version of the schema"),
    "compare.fate.resolved": ("đã sửa", "resolved"),
    "compare.fate.remaining": ("còn nguyên", "remaining"),
    "compare.fate.new": ("mới có ở tin cũ", "new in known items"),
    "compare.fate.gone": ("tin không còn trong bên sau", "item not on the second side"),
    "compare.fate.of-new-items": ("ở tin mới", "of new items"),
    "compare.by_rule": ("Theo quy tắc", "By rule"),
    "compare.by_outlet": ("Theo cơ quan", "By outlet"),
    "compare.outcomes": ("Kết luận khác nhau về cùng một tin", "Outcomes that differ for the same item"),
    "compare.column.before": ("Trước", "Before"),
    "compare.column.after": ("Sau", "After"),
    "compare.outcome.-": ("(không nói gì)", "(says nothing)"),
    "compare.outcome.passed": ("đạt", "passed"),
    "compare.outcome.failed": ("không đạt", "failed"),
    "compare.outcome.unconfirmed": ("không đạt, chưa xác nhận", "failed, unconfirmed"),
    "compare.outcome.not-checkable": ("chưa đủ dữ liệu", "not checkable"),
    "compare.outcome.excepted": ("được miễn", "excepted"),
    "compare.replies": ("Cơ quan đã trả lời, nay ra sao", "What outlets replied, and what became of it"),
    "compare.replies.reply": ("Trả lời", "Reply"),
    "compare.more": ("… và {n} phát hiện nữa", "… and {n} more"),
}

_VERIFY: dict[str, tuple[str, str]] = {
    "cli.verify.details": (
        "Tính lại mọi mã băm, đối chiếu chuỗi các lượt soát, nguồn, bộ quy tắc, danh bạ; soát lại vài phần và so từng "
        "byte. Mã kết thúc 1: nguồn hay quy tắc nay đã khác; 3: chính kho không còn như đã ghi.\n\n"
        "Nhật ký của cổng: 0 nếu nguyên vẹn, 1 nếu không; --head là mã đầu đã lưu ở nơi khác.\n\nVí dụ: kiemtin verify ket-qua",
        "Recomputes every hash, compares the chain of runs, sources, packs and roster, and judges some shards again, byte by "
        "byte. Exit code 1: sources or rules are not what they were; 3: the store itself is not what was written.\n\n"
        "A log of the gate: 0 if whole, 1 if not; --head is one that was kept elsewhere.\n\n"
        "Example: kiemtin verify results",
    ),
    "verify.meta.path": ("KHO|NHẬT-KÝ", "STORE|LOG"),
    "verify.option.recheck": (
        "Soát lại N phần của mỗi lượt (mặc định 1; 0: chỉ tính mã băm).",
        "Judge N shards of each run again (default 1; 0: hashes only).",
    ),
    "verify.option.seed": ("Chọn phần nào để soát lại.", "Which shards are judged again."),
    "verify.option.skip_sources": ("Không tính lại mã băm của nguồn.", "Do not hash the sources again."),
    "verify.whole": (
        "Kho còn nguyên: {runs} lượt, {parts} tệp đúng mã băm, {rechecked} tin soát lại cho cùng kết quả.",
        "The store is whole: {runs} run(s), {parts} files with their hashes, {rechecked} documents judged again alike.",
    ),
    "verify.broken": (
        "Kho KHÔNG còn như đã ghi ({runs} lượt, {parts} tệp; {rechecked} tin soát lại).",
        "The store is NOT what was written ({runs} run(s), {parts} files; {rechecked} documents judged again).",
    ),
    "verify.run-missing": ("Thiếu một lượt soát: chỉ còn {runs}.", "A run is missing: there are {runs}."),
    "verify.unfinished": ("Lượt {run} chưa xong.", "Run {run} is not finished."),
    "verify.chain": (
        "Lượt {run} không nối đúng với lượt trước: một bản kê đã bị sửa hoặc thay.",
        "Run {run} does not follow from the run before: a manifest was changed or replaced.",
    ),
    "verify.part-missing": ("Thiếu tệp {path}.", "{path} is missing."),
    "verify.part-changed": ("Tệp {path} đã bị sửa sau khi ghi.", "{path} was changed after it was written."),
    "verify.part-foreign": ("Tệp {path} không có trong bản kê.", "{path} is not in the manifest."),
    "verify.source-missing": (
        "Lượt {run}: không còn đọc được nguồn {address} để đối chiếu.",
        "Run {run}: the source {address} cannot be read for comparison.",
    ),
    "verify.source-changed": (
        "Lượt {run}: nguồn {address} nay khác với khi soát.",
        "Run {run}: the source {address} is not what was checked.",
    ),
    "verify.list-changed": (
        "Lượt {run}: danh sách tệp của {address} đã bị sửa.",
        "Run {run}: the list of files of {address} was changed.",
    ),
    "verify.rules-gone": (
        "Lượt {run}: không nạp được bộ quy tắc hay danh bạ để soát lại: {reason}.",
        "Run {run}: pack or roster cannot be loaded to judge again: {reason}.",
    ),
    "verify.rules-changed": (
        "Lượt {run} không soát lại được: nay đã khác ({what}).",
        "Run {run} cannot be judged again: not the same any more ({what}).",
    ),
    "verify.rules-changed.help": (
        "Cài đúng phiên bản công cụ, bộ quy tắc, danh bạ ghi trong manifest.json của lượt ấy.",
        "Install the version of tool, pack and roster that manifest.json of that run names.",
    ),
    "verify.outcome-changed": (
        "Soát lại cho kết quả khác với {path}.",
        "Judged again, the outcome is not that of {path}.",
    ),
}

_TABLES: dict[str, tuple[str, str]] = {
    "audit.unknown": ("(không ghi)", "(not said)"),
    "audit.no_rank": ("(không có lãnh đạo được xếp bậc)", "(no ranked leader)"),
    "audit.rank": ("bậc {rank}", "rank {rank}"),
    "audit.table.scope": ("Phạm vi", "Scope"),
    "audit.table.scope.note": (
        "Mọi tỷ lệ trong báo cáo tính trên số tin riêng biệt: tin trùng tính một lần, tin đăng lại lấy bản cuối.",
        "All rates are of distinct pieces: repeated ones count once, a piece that was published anew by its last version.",
    ),
    "audit.table.rules": ("Theo quy tắc", "By rule"),
    "audit.table.rules.note": (
        "“Kết luận được”: số tin mà quy tắc có đủ dữ liệu để kết luận. Nơi thiếu dữ liệu không được tính là đạt.",
        "“Decided”: items for which the rule had the data to decide. What lacked data does not count as passed.",
    ),
    "audit.table.clauses": ("Theo điều, khoản", "By clause"),
    "audit.table.clauses.note": (
        "Cộng các lần kết luận của mọi quy tắc đứng ở khoản đó.",
        "Decisions of all rules of the clause together.",
    ),
    "audit.table.outlet": ("Theo cơ quan báo chí", "By outlet"),
    "audit.table.medium": ("Theo loại hình", "By medium"),
    "audit.table.section": ("Theo chuyên mục", "By section"),
    "audit.table.rank": ("Theo bậc của nhân vật chính", "By rank of the main person"),
    "audit.table.month": ("Theo tháng", "By month"),
    "audit.table.field": ("Theo lĩnh vực", "By field"),
    "audit.table.coverage": (
        "Tỷ trọng tin về lãnh đạo và từng lĩnh vực theo tháng",
        "Coverage of leaders and of each field by month",
    ),
    "audit.table.coverage.note": (
        "Lĩnh vực lấy ở mục “lĩnh vực” hoặc chuyên mục của tin; tin không ghi thì nói là không ghi. Đây là số liệu để xem "
        "hài hòa giữa các lĩnh vực, không phải vi phạm.",
        "The field is what the item says of it, else its section; what is not said is told so. These figures are for seeing "
        "the balance of fields; they are no violations.",
    ),
    "audit.table.missing": ("Chưa đủ dữ liệu để kết luận", "What could not be checked"),
    "audit.table.rules_by_outlet": ("Quy tắc theo cơ quan", "Rules by outlet"),
    "audit.table.method": ("Cách làm, để làm lại được", "Method, for doing it again"),
    "audit.table.answers": (
        "Độ chính xác của từng quy tắc, theo người thẩm định",
        "Precision of each rule, by reviewers",
    ),
    "audit.table.answers.note": (
        "Theo ý kiến của đa số người thẩm định; “báo nhầm” theo trả lời của các cơ quan.",
        "By what most reviewers said; “mistaken” by what outlets replied.",
    ),
    "audit.table.agreement": ("Độ đồng thuận của người thẩm định", "Agreement of reviewers"),
    "audit.table.agreement.note": (
        "Kappa và alpha đã trừ phần trùng nhau do ngẫu nhiên: 1 là hoàn toàn, 0 là như ngẫu nhiên.",
        "Kappa and alpha leave out what chance would bring: 1 is perfect, 0 is chance.",
    ),
    "audit.table.replies": ("Trả lời của các cơ quan", "Replies of outlets"),
    "audit.table.replies.note": ("Theo các bảng đã gửi lại.", "By the sheets that came back."),
    "audit.table.column.judged": ("Phát hiện đã thẩm định", "Findings reviewed"),
    "audit.table.column.precision": ("Đúng, trên 100", "Right, per 100"),
    "audit.table.column.judged_passes": ("Lần đạt đã thẩm định", "Passes reviewed"),
    "audit.table.column.misses": ("Bỏ sót, trên 100 lần đạt", "Missed, per 100 passes"),
    "audit.table.column.unsure": ("Chưa thống nhất", "Not agreed"),
    "audit.table.column.mistaken": ("Báo nhầm", "Mistaken"),
    "audit.table.column.units": ("Số đơn vị", "Units"),
    "audit.table.column.agreed": ("Trùng ý, trên 100", "Agreed, per 100"),
    "audit.table.column.coefficient": ("Hệ số", "Coefficient"),
    "audit.table.column.fixed": ("Đã sửa", "Fixed"),
    "audit.table.column.explained": ("Giải trình", "Explained"),
    "audit.table.column.what": ("Nội dung", "What"),
    "audit.table.column.value": ("Giá trị", "Value"),
    "audit.table.column.n": ("Số lượng", "Number"),
    "audit.table.column.rule": ("Quy tắc", "Rule"),
    "audit.table.column.clause": ("Điều khoản", "Clause"),
    "audit.table.column.wording": ("Lời văn", "Wording"),
    "audit.table.column.modality": ("Mức", "Severity"),
    "audit.table.column.status": ("Tình trạng", "Status"),
    "audit.table.column.decided": ("Kết luận được", "Decided"),
    "audit.table.column.wrong": ("Tin có vi phạm", "Items with a violation"),
    "audit.table.column.rate": ("Trên 100 (khoảng tin cậy 95%)", "Per 100 (95% interval)"),
    "audit.table.column.violations": ("Số lần vi phạm", "Violations"),
    "audit.table.column.unconfirmed": ("Chưa xác nhận", "Unconfirmed"),
    "audit.table.column.open": ("Chưa đủ dữ liệu, trên 100", "Not checkable, per 100"),
    "audit.table.column.open_n": ("Chưa đủ dữ liệu", "Not checkable"),
    "audit.table.column.excepted": ("Được miễn", "Excepted"),
    "audit.table.column.items": ("Số tin", "Items"),
    "audit.table.column.checkable": ("Tin soát được", "Checkable items"),
    "audit.table.column.outlet": ("Cơ quan", "Outlet"),
    "audit.table.column.medium": ("Loại hình", "Medium"),
    "audit.table.column.section": ("Chuyên mục", "Section"),
    "audit.table.column.rank": ("Bậc", "Rank"),
    "audit.table.column.month": ("Tháng", "Month"),
    "audit.table.column.field": ("Lĩnh vực", "Field"),
    "audit.table.column.of_month": ("Trên 100 tin của tháng", "Per 100 of the month"),
    "audit.table.column.leaders": ("Tin nêu lãnh đạo", "Items that name leaders"),
    "audit.table.column.leading": ("Trên 100 tin của lĩnh vực", "Per 100 of the field"),
    "audit.table.column.datum": ("Dữ liệu thiếu", "Missing datum"),
    "audit.table.column.remedy": ("Cách bổ sung", "How to give it"),
    "audit.table.scope.documents": ("Bản ghi trong nguồn", "Records of the sources"),
    "audit.table.scope.items": ("Tin", "Items"),
    "audit.table.scope.checked": ("Tin đã soát", "Items checked"),
    "audit.table.scope.unreadable": ("Không đọc được", "Not readable"),
    "audit.table.scope.given_up": (
        "Phải bỏ (quá lâu, quá nhiều bộ nhớ, lỗi công cụ)",
        "Given up (time, memory, fault of the tool)",
    ),
    "audit.table.scope.duplicates": ("Trùng lặp, không tính lần nữa", "Duplicates, not counted again"),
    "audit.table.scope.earlier": ("Bản cũ của tin đăng lại, không tính", "Earlier versions, not counted"),
    "audit.table.scope.counted": ("Tin riêng biệt được tính", "Distinct pieces that count"),
    "audit.table.scope.undated": (
        "Trong đó không rõ ngày: xét theo quy tắc mới nhất",
        "Without a day: judged by the newest rules",
    ),
    "audit.table.scope.checkable": (
        "Tin có ít nhất một quy tắc kết luận được",
        "Items on which at least one rule decided",
    ),
    "audit.table.scope.wrong": ("Tin có vi phạm đã xác nhận", "Items with a confirmed violation"),
    "audit.table.scope.reason": ("Không soát được vì: {reason}", "Not checked because: {reason}"),
    "audit.table.reason.time": ("quá thời hạn cho một tin", "longer than an item may take"),
    "audit.table.reason.memory": ("quá nhiều bộ nhớ", "too much memory"),
    "audit.table.reason.died": ("tiến trình soát chết hai lần ở tin này", "the process died at it twice"),
    "audit.table.reason.tool-failed": ("lỗi của công cụ", "fault of the tool"),
    "audit.table.method.command": ("Làm lại số liệu này", "These figures again"),
    "audit.table.method.run": ("Lượt soát", "Run"),
    "audit.table.method.manifest": ("Mã băm của bản kê", "Hash of the manifest"),
    "audit.table.method.tool": ("Công cụ", "Tool"),
    "audit.table.method.pack": ("Bộ quy tắc", "Pack"),
    "audit.table.method.unchecked": ("Không kiểm bằng máy", "Not for a machine"),
    "audit.table.method.roster": ("Danh bạ", "Roster"),
    "audit.table.method.source": ("Nguồn", "Source"),
    "audit.table.method.sample": ("Mẫu", "Sample"),
    "audit.table.method.sample.told": (
        "{n} tin, hạt giống {seed}, {strata} lớp; số liệu đã nhân trọng số",
        "{n} items, seed {seed}, {strata} strata; figures are weighted",
    ),
    "audit.table.method.interval": ("Khoảng tin cậy", "Intervals"),
    "audit.table.method.interval.told": ("Wilson, 95%", "Wilson, 95%"),
}

_HTML: dict[str, tuple[str, str]] = {
    "audit.chart.rules": (
        "Vi phạm trên 100 tin kết luận được, theo quy tắc",
        "Violations per 100 decided items, by rule",
    ),
    "audit.chart.outlet": (
        "Tin có vi phạm trên 100 tin soát được, theo cơ quan",
        "Items with a violation per 100 checkable, by outlet",
    ),
    "audit.chart.month": (
        "Tin có vi phạm trên 100 tin soát được, theo tháng",
        "Items with a violation per 100 checkable, by month",
    ),
    "audit.chart.map": (
        "Tin có vi phạm trên 100 tin soát được, cơ quan theo tháng",
        "Items with a violation per 100 checkable, outlet by month",
    ),
    "audit.chart.coverage": (
        "Trên 100 tin của tháng: tin nêu lãnh đạo và tin của từng lĩnh vực",
        "Per 100 items of the month: those that name leaders, and those of each field",
    ),
    "audit.chart.rules_changed": ("{name} ({day})", "{name} ({day})"),
    "audit.chart.roster_changed": (
        "{terms} chức danh có người mới",
        "{terms} offices newly held",
    ),
    "audit.chart.leaders": ("Tin nêu lãnh đạo", "Items that name leaders"),
    "audit.html.title": (
        "Kết quả soát cách đưa tin về lãnh đạo, {first} – {last}",
        "How news about leaders was presented, {first} – {last}",
    ),
    "audit.html.summary": (
        "{counted} tin riêng biệt; {checkable} tin có quy tắc kết luận được; trong đó {wrong} tin có vi phạm đã xác nhận, tức "
        "{rate} trên 100 tin soát được. Ngoài ra {unconfirmed} tin chỉ có phát hiện chưa xác nhận, {open} tin còn quy tắc "
        "chưa đủ dữ liệu, {not_read} tin không soát được.",
        "{counted} distinct pieces; on {checkable} of them rules could decide; {wrong} have a confirmed violation, that is "
        "{rate} per 100 checkable items. Beside them {unconfirmed} have unconfirmed findings only, for {open} some rule "
        "lacked data, {not_read} could not be checked.",
    ),
    "audit.html.form_only": (
        "Báo cáo chỉ nói về cách trình bày (thứ tự, chức danh, vị trí, dung lượng, thời điểm), không đánh giá nội dung, con người, "
        "và không kết luận một cơ quan là “đạt”: nó nói quy tắc nào đã kiểm trên bao nhiêu tin.",
        "This report is about presentation only (order, titles, place, length, time); it judges neither content nor people, and "
        "calls no outlet compliant: it says which rules were tested on how many items.",
    ),
    "audit.html.contents": ("Mục lục", "Contents"),
    "audit.html.rows": ("{n} dòng", "{n} rows"),
    "audit.html.evidence": ("Dẫn chứng", "Evidence"),
    "audit.html.evidence_note": (
        "Thời gian → cơ quan → số báo, buổi phát hoặc ngày → tin → phát hiện.",
        "Period → outlet → issue or day → item → finding.",
    ),
    "audit.html.left_out": (
        "Ở đây có {shown} phát hiện, còn {n} phát hiện khác (kể cả của tin trùng, bản cũ): kiemtin report {store} --outlet TÊN --format xlsx.",
        "Here are {shown} findings; {n} others (those of repeated and earlier pieces too): kiemtin report {store} --outlet NAME --format xlsx.",
    ),
    "audit.html.unconfirmed": ("(chưa xác nhận)", "(unconfirmed)"),
    "audit.html.measured": (
        "Đo được {measured}; yêu cầu {required}.",
        "Measured {measured}; required {required}.",
    ),
    "audit.html.fix": ("Gợi ý:", "Suggested:"),
    "audit.html.page": ("{day}, trang {page}", "{day}, page {page}"),
}

_SHEETS: dict[str, tuple[str, str]] = {
    "audit.sheet.summary": ("Tóm tắt", "Summary"),
    "audit.sheet.findings": ("Phát hiện", "Findings"),
    "audit.sheet.review": ("Mẫu thẩm định", "Sample for review"),
    "audit.sheet.how": ("Cách làm", "How"),
    "audit.sheet.review.how": (
        "Mỗi dòng là một kết luận của máy, rút ngẫu nhiên theo từng quy tắc: phát hiện, và lần máy cho là đạt.\n"
        "Mỗi người thẩm định ghi vào cột của mình, không xem cột của người khác: đúng, sai hoặc chưa rõ.\n"
        "Gửi lại tệp này: kiemtin report KHO --take-in TỆP. Báo cáo sau đó có độ chính xác của từng quy tắc với khoảng "
        "tin cậy, và độ đồng thuận (kappa của Cohen, alpha của Krippendorff).\nSố liệu gốc: {command}",
        "Each row is a decision of the machine, drawn at random by rule: findings, and decisions that passed.\n"
        "Each reviewer fills one column without looking at the others: right, wrong or unsure.\n"
        "Give the file back: kiemtin report STORE --take-in FILE. Reports then have the precision of each rule with its "
        "interval, and agreement (Cohen's kappa, Krippendorff's alpha).\nFigures: {command}",
    ),
    "audit.sheet.low": ("từ", "from"),
    "audit.sheet.high": ("đến", "to"),
    "audit.sheet.yes": ("có", "yes"),
    "audit.sheet.no": ("chưa", "not yet"),
    "audit.sheet.passed": ("Máy cho là đạt", "The machine passed it"),
    "audit.sheet.column.outlet": ("Cơ quan", "Outlet"),
    "audit.sheet.column.day": ("Ngày", "Day"),
    "audit.sheet.column.issue": ("Số báo, buổi phát", "Issue"),
    "audit.sheet.column.headline": ("Tít", "Headline"),
    "audit.sheet.column.severity": ("Mức", "Severity"),
    "audit.sheet.column.confirmed": ("Xác nhận", "Confirmed"),
    "audit.sheet.column.rule": ("Quy tắc", "Rule"),
    "audit.sheet.column.sentence": ("Phát hiện", "Finding"),
    "audit.sheet.column.context": ("Câu văn", "Words"),
    "audit.sheet.column.measured": ("Đo được", "Measured"),
    "audit.sheet.column.required": ("Yêu cầu", "Required"),
    "audit.sheet.column.fix": ("Gợi ý sửa", "Suggested"),
    "audit.sheet.column.place": ("Ở đâu", "Where"),
    "audit.sheet.column.code": ("Mã (xin giữ nguyên)", "Code (please keep)"),
    "audit.sheet.column.reply": ("Trả lời của cơ quan", "Reply of the outlet"),
    "audit.sheet.column.note": ("Ghi chú, giải trình", "Note"),
    "audit.sheet.column.coder_1": ("Người thẩm định 1", "Reviewer 1"),
    "audit.sheet.column.coder_2": ("Người thẩm định 2", "Reviewer 2"),
    "audit.sheet.column.coder_3": ("Người thẩm định 3", "Reviewer 3"),
    "audit.verdict.right": ("đúng", "right"),
    "audit.verdict.wrong": ("sai", "wrong"),
    "audit.verdict.unsure": ("chưa rõ", "unsure"),
    "audit.verdict.fixed": ("đã sửa", "fixed"),
    "audit.verdict.explained": ("giải trình", "explained"),
    "audit.verdict.mistaken": ("báo nhầm", "mistaken"),
}

_REVIEW: dict[str, tuple[str, str]] = {
    "audit.review.superior": ("[CƠ QUAN CHỦ QUẢN]", "[SUPERIOR BODY]"),
    "audit.review.office": ("[CƠ QUAN BAN HÀNH]", "[ISSUING OFFICE]"),
    "audit.review.number": ("Số:        /BC-…", "No.:        /BC-…"),
    "audit.review.nation": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "audit.review.motto": ("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "audit.review.place_day": ("…………, ngày … tháng … năm 20…", "…………, day … month … year 20…"),
    "audit.review.title": ("BÁO CÁO", "REPORT"),
    "audit.review.subject": (
        "Sơ kết (tổng kết) việc thực hiện quy định về thông tin hoạt động của lãnh đạo trên báo chí, từ {first} đến {last}",
        "Review of how rules on news about the activities of leaders were followed, {first} to {last}",
    ),
    "audit.review.section.scope": ("PHẠM VI, CÁCH LÀM", "SCOPE AND METHOD"),
    "audit.review.section.results": ("KẾT QUẢ", "RESULTS"),
    "audit.review.section.balance": ("TỶ TRỌNG GIỮA CÁC LĨNH VỰC", "BALANCE OF FIELDS"),
    "audit.review.section.handling": (
        "TRẢ LỜI, XỬ LÝ CỦA CÁC CƠ QUAN; THẨM ĐỊNH",
        "REPLIES OF OUTLETS; REVIEW BY PEOPLE",
    ),
    "audit.review.section.limits": (
        "HẠN CHẾ, NỘI DUNG CHƯA KẾT LUẬN ĐƯỢC",
        "LIMITS, WHAT COULD NOT BE DECIDED",
    ),
    "audit.review.section.remarks": ("NHẬN XÉT, ĐÁNH GIÁ", "REMARKS"),
    "audit.review.section.recommendations": ("KIẾN NGHỊ, ĐỀ XUẤT", "RECOMMENDATIONS"),
    "audit.review.how": (
        "Số liệu do máy soát theo bộ quy tắc {packs} và danh bạ {roster}, công cụ kiemtin {version}. Mỗi tin được xét theo quy "
        "tắc, chức danh và người giữ chức của chính ngày đăng, phát. Máy chỉ soát cách trình bày (thứ tự, chức danh, vị trí, dung "
        "lượng, thời điểm), không đánh giá nội dung. Khoảng trong ngoặc là khoảng tin cậy 95% (Wilson).",
        "The figures were made by machine, with the packs {packs} and the roster {roster}, kiemtin {version}. Each item is judged "
        "by the rules, titles and officeholders of its own day. The machine checks presentation only (order, titles, place, "
        "length, time), not content. What stands in brackets is the 95% interval (Wilson).",
    ),
    "audit.review.limits": (
        "Nơi thiếu dữ liệu, máy không kết luận và không tính là đạt. Các khoản sau không kiểm bằng máy, cần người xem xét:",
        "Where data lack, the machine does not decide and does not count it as passed. These clauses are for people to judge:",
    ),
    "audit.review.remarks.left": (
        "(Phần này do người lập báo cáo viết.)",
        "(To be written by whoever makes the report.)",
    ),
    "audit.review.recommendations.left": (
        "(Phần này do người lập báo cáo viết.)",
        "(To be written by whoever makes the report.)",
    ),
    "audit.review.more": (
        "Còn {n} dòng nữa, xem bảng tính kèm theo.",
        "{n} more rows stand in the workbook.",
    ),
    "audit.review.to": ("Nơi nhận:", "To:"),
    "audit.review.to.list": ("- …………;\n- …………;\n- Lưu: VT, ….", "- …………;\n- …………;\n- File."),
    "audit.review.signer": ("[CHỨC VỤ NGƯỜI KÝ]", "[OFFICE OF THE SIGNER]"),
    "audit.review.sign": ("(Ký, ghi rõ họ tên, đóng dấu)", "(Signature, full name, seal)"),
    "audit.review.again": (
        "Làm lại số liệu: {command}. Mã băm của bản kê: {manifest}.",
        "The figures again: {command}. Hash of the manifest: {manifest}.",
    ),
}

MESSAGES: dict[str, tuple[str, str]] = {
    **_PROBLEMS,
    **_AUDIT,
    **_VERIFY,
    **_REPORT,
    **_COMPARE,
    **_TABLES,
    **_HTML,
    **_SHEETS,
    **_REVIEW,
}

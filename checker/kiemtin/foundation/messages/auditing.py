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
    "audit-cannot-write": ("Không ghi được vào kho kết quả: {reason}.", "The store cannot be written: {reason}."),
    "audit-cannot-write.help": (
        "Dọn chỗ trên đĩa hoặc xin quyền ghi, rồi chạy lại đúng câu lệnh này: nó đi tiếp từ chỗ dừng.",
        "Make room on the disk or ask for the right to write, then run the same command again: it goes on.",
    ),
    "audit-store-busy": (
        "Một lượt soát khác đang ghi vào kho kết quả này.",
        "Another audit is writing to this store.",
    ),
    "audit-store-busy.help": ("Đợi lượt đó xong, hoặc chọn --store khác.", "Wait for it, or choose another --store."),
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
        "A profile (TOML) that says under which keys the archive says what; see docs/audit.en.md.",
    ),
    "audit.option.sample": ("Chỉ soát một mẫu ngẫu nhiên N tin.", "Check a random sample of N items only."),
    "audit.option.seed": ("Hạt giống của mẫu, để rút lại đúng mẫu ấy (mặc định 7).", "Seed of the sample, to draw the same one again (default 7)."),
    "audit.option.stratify": (
        "Chia lớp mẫu theo: outlet, medium, section, programme, month, source.",
        "Stratify the sample by: outlet, medium, section, programme, month, source.",
    ),
    "audit.option.dry_run": ("Cho xem kế hoạch, không soát gì.", "Show the plan, check nothing."),
    "audit.option.workers": ("Số tiến trình (mặc định: mỗi nhân một tiến trình).", "Number of processes (default: one a core)."),
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
    "audit.plan.source": ("{address} ({kind}): {n} tin, {size} MB", "{address} ({kind}): {n} documents, {size} MB"),
    "audit.plan.total": (
        "Sẽ soát {n} tin, chia {shards} phần; bộ quy tắc: {packs}; danh bạ: {roster}.",
        "To check: {n} documents in {shards} shards; packs: {packs}; roster: {roster}.",
    ),
    "audit.plan.stratum": ("  {stratum}: {n} trong {of}", "  {stratum}: {n} of {of}"),
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
    "audit.progress.settling": ("Đang tìm tin trùng và bản cũ…", "Looking for duplicates and earlier versions…"),
}

_VERIFY: dict[str, tuple[str, str]] = {
    "cli.verify.details": (
        "Tính lại mọi mã băm, đối chiếu chuỗi các lượt soát, nguồn, bộ quy tắc, danh bạ; soát lại vài phần và so từng "
        "byte. Mã kết thúc 1: nguồn hay quy tắc nay đã khác; 3: chính kho không còn như đã ghi.\n\nVí dụ: kiemtin verify ket-qua",
        "Recomputes every hash, compares the chain of runs, sources, packs and roster, and judges some shards again, byte by "
        "byte. Exit code 1: sources or rules are not what they were; 3: the store itself is not what was written.\n\n"
        "Example: kiemtin verify results",
    ),
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

MESSAGES: dict[str, tuple[str, str]] = {**_PROBLEMS, **_AUDIT, **_VERIFY}

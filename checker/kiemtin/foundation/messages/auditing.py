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

MESSAGES: dict[str, tuple[str, str]] = {**_PROBLEMS, **_AUDIT}

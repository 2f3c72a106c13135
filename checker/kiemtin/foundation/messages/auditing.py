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

MESSAGES: dict[str, tuple[str, str]] = {**_PROBLEMS}

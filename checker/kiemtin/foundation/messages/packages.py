"""Messages of `adopting.packages` and `checking.pins`: packs that are passed on, installed and pinned."""

from __future__ import annotations

_COMMANDS: dict[str, tuple[str, str]] = {
    "cli.packs": ("Nhận, ghim, cập nhật bộ quy tắc của nơi khác.", "Take, pin and update packs of others."),
    "cli.packs.details": (
        "Gói bộ quy tắc là thư mục, tệp .zip hoặc .whl có kiemtin-pack.toml ghi tên, phiên bản, tệp .quy chính. Gói được chép vào "
        "kiemtin-packs, mã băm ghi vào kiemtin.toml: về sau có ai sửa thì kiemtin không dùng.",
        "A package is a folder, a .zip or a .whl with a kiemtin-pack.toml that gives its name, its version and its main .quy file. It is "
        "copied into kiemtin-packs and its hash is written into kiemtin.toml: what anybody changes afterwards is not used.",
    ),
    "cli.packs.add": (
        "Nhận một gói và ghim nó vào kiemtin.toml.",
        "Take a package and pin it in kiemtin.toml.",
    ),
    "cli.packs.add.details": (
        "Gói được kiểm trước khi nhận. Với --use, kiemtin.toml dùng luôn bộ quy tắc ấy. Nội quy của tòa soạn cụ thể hóa nó thì chỉ "
        "cần ghi tên bộ: cụ thể hóa quy-định-tỉnh.\n\nVí dụ: kiemtin packs add quy-dinh-tinh.zip --use",
        "The package is checked before it is taken. With --use the kiemtin.toml uses its pack. A newsroom's own pack refines it by its "
        "name alone: refines province-rules.\n\nExample: kiemtin packs add province.zip --use",
    ),
    "cli.packs.list": (
        "Các gói đã ghim: phiên bản, mã băm, có còn nguyên không.",
        "What is pinned: version, hash, and whether it is unchanged.",
    ),
    "cli.packs.list.details": (
        "Ví dụ: kiemtin packs list",
        "Example: kiemtin packs list",
    ),
    "cli.packs.update": (
        "Lấy bản mới của gói; nói quy tắc nào đổi.",
        "Take the newer state of a package; says which rules changed.",
    ),
    "cli.packs.update.details": (
        "Không nêu TÊN thì xem mọi gói. Nguồn là nơi đã nhận lần trước, hoặc --source. --dry-run chỉ cho xem khác nhau, mã kết thúc 1 "
        "nếu có.\n\nVí dụ: kiemtin packs update quy-dinh-tinh --source quy-dinh-tinh-2027.zip",
        "Without a NAME all packages are looked at. The source is where the package was taken from, or --source. --dry-run only shows the "
        "differences, with exit code 1 if there are any.\n\nExample: kiemtin packs update province --source province-2027.zip",
    ),
    "cli.packs.verify": (
        "Kiểm gói đã ghim còn nguyên; hoặc in tên, phiên bản, mã băm của một gói.",
        "Check that what is pinned is unchanged; or print name, version and hash of a package.",
    ),
    "cli.packs.verify.details": (
        "Không nêu GÓI: mã kết thúc 4 nếu gói nào thiếu hoặc đã bị sửa. Nêu GÓI: in mã băm để bên phát hành công bố, bên nhận đối chiếu "
        "bằng packs add --sha256.\n\nVí dụ: kiemtin packs verify quy-dinh-tinh.zip",
        "Without a PACKAGE: exit code 4 if one is missing or was changed. With one: prints the hash, which the publisher announces and "
        "newsrooms demand by packs add --sha256.\n\nExample: kiemtin packs verify province.zip",
    ),
    "cli.packs.sign": (
        "Ký một gói trước khi phát hành.",
        "Sign a package before it is published.",
    ),
    "cli.packs.sign.details": (
        "Ghi kiemtin-pack.sig vào thư mục của gói: chữ ký Ed25519 trên mã băm. Khóa công khai in ra là để công bố một lần; tòa soạn ghim nó "
        "bằng packs add --key. Giữ kín tệp khóa.\n\nVí dụ: kiemtin packs sign nam-son --key-file khoa.pem --new-key",
        "Writes kiemtin-pack.sig into the package's folder: an Ed25519 signature over its hash. The public key that is printed is announced "
        "once; newsrooms pin it by packs add --key. Keep the file of the key secret.\n\n"
        "Example: kiemtin packs sign nam-son --key-file key.pem --new-key",
    ),
    "cli.option.key_file": ("Tệp khóa riêng (PEM).", "The file of the private key (PEM)."),
    "cli.option.new_key": ("Tạo khóa mới vào tệp ấy.", "Make a new key into that file."),
    "cli.meta.key": ("KHÓA", "KEY"),
    "cli.option.key": (
        "Chỉ nhận gói do khóa công khai này ký (ed25519:…).",
        "Take the package only if this public key (ed25519:…) signed it.",
    ),
    "cli.meta.package": ("GÓI", "PACKAGE"),
    "cli.meta.package_name": ("TÊN", "NAME"),
    "cli.option.use": (
        "Dùng luôn bộ quy tắc của gói (dòng pack).",
        "Use the package's pack (the line pack).",
    ),
    "cli.option.demanded": ("Chỉ nhận gói có mã băm này.", "Take the package only with this hash."),
    "cli.option.source": (
        "Lấy từ gói này thay cho nguồn đã ghi.",
        "Take it from this package, not from where it came from.",
    ),
    "cli.option.dry_run": ("Chỉ cho xem khác nhau.", "Only show the differences."),
    "cli.option.packs_config": (
        "kiemtin.toml để ghim; mặc định tệp gần nhất, không có thì tạo ở đây.",
        "The kiemtin.toml to pin in; by default the nearest, else a new one here.",
    ),
}

_TOLD: dict[str, tuple[str, str]] = {
    "packs.package": ("{name} {version}  sha256 {sha256}", "{name} {version}  sha256 {sha256}"),
    "packs.signed": ("Đã ký. Khóa công khai để công bố: {key}", "Signed. The public key to announce: {key}"),
    "packs.key_made": (
        "Đã tạo khóa {path}: giữ kín, và giữ một bản ở nơi khác.",
        "The key {path} was made: keep it secret, and a copy elsewhere.",
    ),
    "packs.signed_by": ("chữ ký đúng, của {key}", "rightly signed by {key}"),
    "packs.unsigned": ("không có chữ ký", "not signed"),
    "packs.pinned_key": ("{name}: chỉ nhận bản do {key} ký.", "{name}: only what {key} signed is taken."),
    "packs.added": (
        "Đã nhận {name} {version} vào {folder}, ghim trong {config}.",
        "{name} {version} is in {folder}, pinned in {config}.",
    ),
    "packs.use": (
        'Dùng: pack = "{pack}" (hoặc packs add --use); trong nội quy: cụ thể hóa {pack_name}',
        'Use it: pack = "{pack}" (or packs add --use); in your own pack: refines {pack_name}',
    ),
    "packs.used": ("{config} từ nay dùng {pack}.", "{config} now uses {pack}."),
    "packs.roster": (
        'Gói có danh bạ: roster = ["{roster}", "có sẵn"]',
        'It brings a roster: roster = ["{roster}", "có sẵn"]',
    ),
    "packs.none": ("{config} không ghim gói nào.", "{config} pins no package."),
    "packs.state.fine": ("còn nguyên", "unchanged"),
    "packs.state.missing": ("THIẾU", "MISSING"),
    "packs.state.changed": ("ĐÃ BỊ SỬA", "CHANGED"),
    "packs.row": (
        "{name} {version}  {hash}  {state}  từ {source}",
        "{name} {version}  {hash}  {state}  from {source}",
    ),
    "packs.whole": ("{n} gói còn nguyên như đã ghim.", "{n} {n:package is|packages are} as pinned."),
    "packs.same": ("{name} {version}: không có gì mới.", "{name} {version}: nothing new."),
    "packs.differs": (
        "{name}: {old} → {new}, {n} chỗ khác",
        "{name}: {old} → {new}, {n} {n:difference|differences}",
    ),
    "packs.differs_in_layout": (
        "{name}: {old} → {new}, chỉ khác ghi chú hoặc cách trình bày",
        "{name}: {old} → {new}, only comments or the layout differ",
    ),
    "packs.updated": ("Đã cập nhật {name} {version}.", "{name} {version} is installed and pinned."),
    "packs.would": ("Chưa cập nhật (--dry-run).", "Not updated (--dry-run)."),
    "packs.no_name": (
        "không ghim gói nào tên {name}; đã ghim: {known}.",
        "no package {name} is pinned; pinned: {known}.",
    ),
    "packs.one_source": (
        "--source dùng cho đúng một gói: nêu TÊN.",
        "--source is for one package: give its NAME.",
    ),
    "change.added": ("thêm", "added"),
    "change.removed": ("bỏ", "removed"),
    "change.changed": ("đổi", "changed"),
    "change.what.head": ("phần đầu của {pack}", "the head of {pack}"),
    "change.what.clause": ("lời của {clause}, {pack}", "the words of {clause}, {pack}"),
    "change.what.rule": ("quy tắc {name} ({clause}, {pack})", "rule {name} ({clause}, {pack})"),
    "change.what.exception": ("ngoại lệ {name} ({clause}, {pack})", "exception {name} ({clause}, {pack})"),
    "change.what.table": ("bảng {name} ({clause}, {pack})", "table {name} ({clause}, {pack})"),
    "change.what.parameter": ("tham số {name} ({clause}, {pack})", "parameter {name} ({clause}, {pack})"),
    "change.what.precedence": ("thứ bậc {name} ({clause}, {pack})", "precedence {name} ({clause}, {pack})"),
    "change.what.amendment": (
        "nhật ký sửa đổi {name} ({clause}, {pack})",
        "change log of {name} ({clause}, {pack})",
    ),
    "change.what.field": ("thông tin {name} ({clause}, {pack})", "field {name} ({clause}, {pack})"),
    "change.what.holidays": (
        "lịch nghỉ từ {name} ({clause}, {pack})",
        "holidays from {name} ({clause}, {pack})",
    ),
    "change.what.unchecked": (
        "điều máy không kiểm ({clause}, {pack})",
        "what no machine checks ({clause}, {pack})",
    ),
    "change.file": ("tệp {name}", "file {name}"),
}

_WRONG: dict[str, tuple[str, str]] = {
    "package-not-found": ("Không có gói này.", "There is no such package."),
    "package-not-found.help": ("Kiểm tra lại đường dẫn.", "Check the path."),
    "package-odd-source": (
        "Không phải gói: cần thư mục, tệp .zip hoặc .whl.",
        "No package: a folder, a .zip or a .whl is needed.",
    ),
    "package-odd-source.help": ("Nén thư mục của gói thành .zip.", "Pack the package's folder as .zip."),
    "package-no-manifest": ("Gói không có {file}.", "The package has no {file}."),
    "package-no-manifest.help": (
        'Viết tệp ấy cạnh tệp .quy, ba dòng: name = "quy-dinh-tinh", version = "2026.1", pack = "quy-định-tỉnh.quy".',
        'Write it beside the .quy file, three lines: name = "province", version = "2026.1", pack = "province-rules.quy".',
    ),
    "package-odd-file": (
        "Gói có tên tệp không dùng được: {file}.",
        "The package has a file that cannot be taken: {file}.",
    ),
    "package-odd-file.help": (
        "Tên tệp không được đi ra ngoài thư mục gói, không là liên kết, không có ký tự lạ.",
        "Names must stay in the package's folder, be no links, and have no odd signs.",
    ),
    "package-beyond": (
        "Gói có hơn {files} tệp, hoặc lớn hơn {size} MB.",
        "The package has more than {files} files, or more than {size} MB.",
    ),
    "package-beyond.help": (
        "Chỉ để trong gói tệp .quy, danh bạ và lời giới thiệu.",
        "Keep packs, rosters and an introduction in it.",
    ),
    "package-unreadable": ("Không đọc được: {reason}.", "It cannot be read: {reason}."),
    "package-unreadable.help": ("Kiểm tra quyền đọc tệp.", "Check that the file may be read."),
    "package-not-written": ("Không ghi được: {reason}.", "It cannot be written: {reason}."),
    "package-not-written.help": (
        "Kiểm tra quyền ghi và chỗ trống trên đĩa.",
        "Check that the folder may be written and the disk has room.",
    ),
    "package-wrong-hash": (
        "Mã băm của gói là {found}, không phải {demanded}.",
        "The package's hash is {found}, not {demanded}.",
    ),
    "package-wrong-hash.help": (
        "Gói đã khác bản được công bố: tải lại, hoặc hỏi bên phát hành.",
        "It is not what was announced: fetch it again, or ask who publishes it.",
    ),
    "package-unsigned": (
        "Gói không có chữ ký; cần chữ ký của {key}.",
        "The package is not signed; {key} must have signed it.",
    ),
    "package-unsigned.help": (
        "Hỏi bên phát hành bản có chữ ký. Nếu họ không ký nữa: bỏ dòng key của gói trong kiemtin.toml.",
        "Ask who publishes it for a signed one. If they sign no more: remove the package's line key in kiemtin.toml.",
    ),
    "package-bad-signature": ("Chữ ký của gói không đúng.", "The package's signature is wrong."),
    "package-bad-signature.help": (
        "Gói bị sửa sau khi ký, hoặc bên phát hành sửa mà chưa ký lại (kiemtin packs sign). Đừng dùng; tải lại hoặc hỏi họ.",
        "It was changed after it was signed, or not signed again (kiemtin packs sign). Do not use it; fetch it again, or ask.",
    ),
    "package-other-key": (
        "Gói do {found} ký, không phải {key}.",
        "The package is signed by {found}, not by {key}.",
    ),
    "package-other-key.help": (
        "Hỏi bên phát hành, qua đường khác, có phải họ đã đổi khóa. Đúng thế thì sửa dòng key của gói trong kiemtin.toml.",
        "Ask who publishes it, by another way, whether the key is new. If so, change the package's line key in kiemtin.toml.",
    ),
    "package-needs-sign": (
        "Để ký, hoặc kiểm chữ ký, cần thư viện cryptography, chưa được cài.",
        "Signing, and checking a signature, need the library cryptography, which is not installed.",
    ),
    "package-needs-sign.help": (
        'Cài thêm: pip install "kiemtin[sign]".',
        'Install it: pip install "kiemtin[sign]".',
    ),
    "package-no-folder": ("Không phải thư mục của gói.", "This is no folder of a package."),
    "package-no-folder.help": (
        "Ký thư mục có kiemtin-pack.toml, rồi mới nén.",
        "Sign the folder with kiemtin-pack.toml, then pack it.",
    ),
    "key-exists": ("Đã có tệp này.", "This file exists."),
    "key-exists.help": (
        "Bỏ --new-key để ký bằng khóa ấy, hoặc chọn tên khác.",
        "Leave out --new-key to sign by it, or choose another name.",
    ),
    "key-unreadable": ("Không đọc được khóa: {reason}.", "The key cannot be read: {reason}."),
    "key-unreadable.help": (
        "Kiểm tra đường dẫn; chưa có khóa thì thêm --new-key.",
        "Check the path; for a first key add --new-key.",
    ),
    "key-not-ed25519": (
        "Không phải khóa riêng Ed25519 (PEM, không mật khẩu).",
        "No private Ed25519 key (PEM, no password).",
    ),
    "key-not-ed25519.help": (
        "Dùng khóa do --new-key tạo, hoặc openssl genpkey -algorithm ed25519.",
        "Use a key that --new-key made, or openssl genpkey -algorithm ed25519.",
    ),
    "manifest-unreadable": ("Không đọc được: {reason}.", "It cannot be read: {reason}."),
    "manifest-unreadable.help": ("Sửa theo cách viết TOML.", "Mend it: it must be TOML."),
    "manifest-key-unknown": ("Không có khóa “{key}”.", "There is no key “{key}”."),
    "manifest-key-unknown.help": ("Các khóa: {known}.", "The keys: {known}."),
    "manifest-bad-value": (
        "Thiếu “{key}”, hoặc giá trị không dùng được.",
        "“{key}” is missing, or its value cannot be used.",
    ),
    "manifest-bad-value.help": (
        "name: chữ, số, gạch nối; version: như 2026.1; pack: một tệp .quy; rosters: danh sách tệp.",
        "name: letters, digits, hyphens; version: like 2026.1; pack: a .quy file; rosters: a list of files.",
    ),
    "manifest-no-file": ("Gói không có tệp {file}.", "The package has no file {file}."),
    "manifest-no-file.help": (
        "Ghi tên tệp tính từ thư mục của gói.",
        "Name files from the package's folder.",
    ),
    "pin-missing": (
        "Gói {name} {version} được ghim mà không có ở {folder}.",
        "The package {name} {version} is pinned and not in {folder}.",
    ),
    "pin-missing.help": ("Chạy: kiemtin packs update {name}", "Run: kiemtin packs update {name}"),
    "pin-changed": (
        "Gói {name} ở {folder} không còn như bản {version} đã ghim.",
        "The package {name} in {folder} is no longer version {version} as it was pinned.",
    ),
    "pin-changed.help": (
        "Đừng sửa trong kiemtin-packs: viết nội quy riêng cụ thể hóa nó. Lấy lại bản đã ghim hoặc bản mới: kiemtin packs update {name}",
        "Change nothing in kiemtin-packs: refine it in a pack of your own. To have it whole again, or newer: kiemtin packs update {name}",
    ),
    "settings-bad-pin": (
        "“{key}” phải là các bảng [[packs]] có name, version, sha256, source, key.",
        "“{key}” must be tables [[packs]] with name, version, sha256, source, key.",
    ),
    "settings-bad-pin.help": (
        "Xóa các bảng ấy rồi chạy lại kiemtin packs add.",
        "Remove these tables and run kiemtin packs add again.",
    ),
}

MESSAGES = {**_COMMANDS, **_TOLD, **_WRONG}

"""A pack out of answers: its text, laid out as `kiemtin rules fmt` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiemtin.adopting.drafting.articles import Articles
from kiemtin.adopting.drafting.checking_answers import NO_LIMIT
from kiemtin.adopting.drafting.examples import low_of
from kiemtin.adopting.drafting.questions import MEDIA, Answers
from kiemtin.adopting.drafting.refined import Refined
from kiemtin.foundation.messages import Lang, message
from kiemtin.language.writing.formatting import format_pack
from kiemtin.language.writing.printing import quoted

_REST = "còn lại"
_CENTRE, _LOCAL_ORDER, _CENTRAL_ORDER = "qđ-234", "thứ-bậc-địa-phương", "thứ-bậc-368"


def write(answers: Answers, lang: Lang, base: Refined | None = None) -> str:
    """The text of the pack, in the keywords of `lang`; a newsroom's refines `base`."""
    parts = _province(answers) if answers.kind == "province" else _newsroom(answers, base or Refined(""))
    comment = "".join(f"# {line}\n" for line in message(f"draft.{answers.kind}", lang).split("\n"))
    return format_pack(comment + "\n" + "\n".join(parts) + "\n", answers.values["name"], keywords=lang)


def _head(answers: Answers, refines: str, *more: str) -> Iterator[str]:
    values = answers.values
    yield f"văn bản {values['name']}"
    if values.get("number"):
        yield f"  số hiệu {quoted(values['number'])}"
    yield f"  tên {quoted(values['title'])}"
    if values["issuer"]:
        yield f"  ban hành {quoted(values['issuer'])}"
    yield f"  hiệu lực từ {values['in_force']}"
    yield f"  cụ thể hóa {refines}"
    yield from more
    source = values["source"]
    yield f"  tình trạng {f'đã đối chiếu {quoted(source)}' if source else 'minh họa'}"


def _province(answers: Answers) -> Iterator[str]:
    own = f"thứ-bậc-{answers.values['name']}" if answers.order else _LOCAL_ORDER
    uses = _CENTRAL_ORDER if answers.order else _LOCAL_ORDER
    yield from _head(answers, _CENTRE, f"  dùng {uses}", f"  thứ bậc theo {own}")
    if answers.order:
        yield f"thứ bậc {own} nối tiếp {_CENTRAL_ORDER}"
        for rank, offices in answers.order:
            yield f"  bậc {rank} {'; '.join(map(quoted, offices))}"
    rules, low = Articles(answers), low_of(answers)
    yield 'Điều 1. "Thứ tự nêu tên, chức danh."'
    yield from rules.naming(low)
    if answers.limits:
        yield 'Điều 2. "Dung lượng, thời lượng tối đa của một tin."'
        yield from _table("giới_hạn theo tin.bậc và tin.loại_hình", answers)
        yield from rules.length(answers)
    yield 'Điều 3. "Vị trí."'
    yield from rules.front_page(answers.values["front_page"])
    yield from rules.bulletins(answers.values["leading_items"], low)
    if answers.values["deadline"]:
        yield 'Điều 4. "Thời điểm."'
        yield from rules.deadline(answers.values["deadline"])
    yield 'Điều 5. "Nội dung trung thực, khách quan."'
    yield '  không kiểm bằng máy "Thuộc về nội dung; công cụ chỉ kiểm hình thức trình bày."'


def _newsroom(answers: Answers, base: Refined) -> Iterator[str]:
    rules = Articles(answers)
    yield from _head(answers, base.name)
    number = 0

    def article(wording: str) -> str:
        nonlocal number
        number += 1
        return f"Điều {number}. {quoted(wording)}"

    own = list(_differing(answers, base)) if base.table is not None else []
    if own:
        yield article("Dung lượng, thời lượng.")
        yield from own
    elif answers.limits and base.table is None:
        yield article("Dung lượng, thời lượng.")
        yield from _table("giới_hạn theo tin.bậc và tin.loại_hình", answers)
        yield from rules.length(answers)
    if answers.values["deadline"]:
        yield article("Thời điểm.")
        if base.deadline is not None:
            name = base.deadline.rpartition(".")[2]
            yield f"  tham số {name} thay {base.deadline} là {answers.values['deadline']}"
        else:
            yield from rules.deadline(answers.values["deadline"])
    if answers.values["headline"]:
        yield article("Tít ngắn gọn.")
        yield from rules.headline(int(answers.values["headline"]))
    if answers.values["earliest"]:
        yield article("Giờ phát.")
        yield from rules.earliest(int(answers.values["earliest"]))
    if answers.values["share"]:
        yield article("Tin về lãnh đạo trong bản tin.")
        yield from rules.share(answers.values["share"])


def _table(head: str, answers: Answers) -> Iterator[str]:
    """Of its own: what is not said has no limit, whatever medium or rank it is."""
    media, limits = list(answers.media), [(band, list(cells)) for band, cells in answers.limits]
    if set(media) != set(MEDIA):
        media.append(_REST)
        limits = [(band, [*cells, ""]) for band, cells in limits]
    if all(band != _REST for band, _ in limits):
        limits.append((_REST, [""] * len(media)))
    yield from _rows(head, media, limits)


def _differing(answers: Answers, base: Refined) -> Iterator[str]:
    """Rows and columns in which a newsroom says something else; there a cell that it leaves out is the
    province's."""
    theirs = {
        (band, medium): cell
        for band, cells in base.limits
        for medium, cell in zip(base.media, cells, strict=True)
    }

    def differs(band: str, medium: str, cell: str) -> bool:
        return cell != theirs.get((band, medium))

    rows = []
    for band, cells in answers.limits:
        told = list(zip(answers.media, cells, strict=True))
        filled = [(medium, cell or theirs.get((band, medium), "")) for medium, cell in told]
        if any(differs(band, *each) for each in filled):
            rows.append((band, filled))
    media = [
        medium
        for at, medium in enumerate(answers.media)
        if any(differs(band, *filled[at]) for band, filled in rows)
    ]
    if rows and base.table is not None:
        kept = [(band, [cell for medium, cell in filled if medium in media]) for band, filled in rows]
        yield from _rows(f"{base.table.rpartition('.')[2]} thay {base.table}", media, kept)


def _rows(head: str, media: Sequence[str], limits: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    yield f"  bảng {head}"
    yield f"    | | {' | '.join(media)} |"
    for band, cells in limits:
        yield f"    | {band} | {' | '.join(cell or NO_LIMIT for cell in cells)} |"

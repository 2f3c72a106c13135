"""What rules may speak of: the properties and predicates of the model, in both languages.

One Vietnamese name is one canonical name wherever it stands, so the parser needs no types to know it.
The getters behind the properties are `kiemtin.judging`'s; a test proves that both lists agree.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kiemtin.language.terms import types as t
from kiemtin.language.terms.keywords import KEYWORDS, Keyword
from kiemtin.language.terms.types import Type, collection


class Property(NamedTuple):
    """`owner.vi` and `owner.name` read one property. `datum` names what must be supplied, if it may be missing:
    it is the id suffix of the messages `datum.<datum>` and `datum.<datum>.help`."""

    owner: Type
    name: str
    vi: str
    type: Type
    vi_doc: str
    en_doc: str
    datum: str | None = None


class PredicateSchema(NamedTuple):
    """A worded test of a subject; `subjects` and `argument` are the types it takes, `any_of_set` whether the
    argument may be a set, of which one is enough.

    Its words are the keyword of its name in capitals, what denies it the keyword with NOT_ before that.
    """

    name: str
    subjects: tuple[Type, ...]
    argument: Type | None
    vi_doc: str
    en_doc: str
    any_of_set: bool = False

    @property
    def words(self) -> Keyword:
        return KEYWORDS[self.name.upper()]


ROOTS: dict[str, tuple[str, Type]] = {
    "item": ("tin", t.ITEM),
    "bulletin": ("bản_tin", t.BULLETIN),
    "roster": ("danh_bạ", t.ROSTER),
    "precedence": ("thứ_bậc", t.PRECEDENCE),
}

_MENTIONS, _OFFICIALS, _ITEMS = collection(t.MENTION), collection(t.OFFICIAL), collection(t.ITEM)
_PASSAGES, _TITLES, _ORGANS = collection(t.PASSAGE), collection(t.TITLE), collection(t.ORGAN)

PROPERTIES: tuple[Property, ...] = tuple(
    Property(*row)
    for row in (
        # tin
        (t.ITEM, "headline", "tít", t.PASSAGE, "tít của tin", "the headline", "headline"),
        (t.ITEM, "lead", "sa_pô", t.PASSAGE, "sa-pô (đoạn dẫn)", "the lead paragraph", "lead"),
        (t.ITEM, "paragraphs", "đoạn", _PASSAGES, "các đoạn thân bài", "the body's paragraphs"),
        (t.ITEM, "captions", "chú_thích", _PASSAGES, "các chú thích ảnh", "the captions of photos"),
        (t.ITEM, "listings", "danh_sách", collection(t.LISTING), "các danh sách nêu tên", "the listings"),
        (t.ITEM, "mentions", "lượt_nhắc", _MENTIONS, "mọi lượt nhắc tên", "every mention of a name"),
        (t.ITEM, "leaders", "lãnh_đạo", _OFFICIALS, "những lãnh đạo được nêu tên, có bậc (người có chức vụ mà không có bậc: xem `người_có_chức_danh`)",
         "the ranked officials named in it (those with an office but no rank: see `officials`)"),
        (t.ITEM, "officials", "người_có_chức_danh", _OFFICIALS,
         "mọi người trong nước được nêu kèm chức vụ hoặc có trong danh bạ, có bậc hay không",
         "everybody of this country named with an office or known to the roster, ranked or not"),
        (t.ITEM, "leader_count", "số_lãnh_đạo", t.NUMBER, "số lãnh đạo được nêu tên, có bậc", "how many ranked officials it names"),
        (t.ITEM, "subject", "nhân_vật_chính", t.OFFICIAL, "người bậc cao nhất được nêu trong tít, sa-pô hoặc đoạn đầu",
         "the highest-ranked official of the headline, lead or first paragraph"),
        (t.ITEM, "rank", "bậc", t.RANK, "bậc của nhân vật chính", "the rank of the subject"),
        (t.ITEM, "medium", "loại_hình", t.TEXT, "báo in, báo điện tử, phát thanh hoặc truyền hình",
         "print, online, radio or television", "medium"),
        (t.ITEM, "outlet", "tòa_soạn", t.TEXT, "tên cơ quan báo chí", "the news organisation", "outlet"),
        (t.ITEM, "published_on", "ngày_đăng", t.DATE, "ngày đăng, phát", "the day of publication", "published"),
        (t.ITEM, "published_at", "thời_điểm_đăng", t.MOMENT, "ngày giờ đăng, phát", "day and hour of publication",
         "published_at"),
        (t.ITEM, "published_time", "giờ_đăng", t.DURATION, "giờ đăng, phát trong ngày, tính từ 0 giờ",
         "hour of publication, counted from midnight", "published_at"),
        (t.ITEM, "event_at", "thời_điểm_sự_kiện", t.MOMENT, "ngày giờ diễn ra sự kiện",
         "day and hour of the event", "event_at"),
        (t.ITEM, "event_on", "ngày_sự_kiện", t.DATE, "ngày diễn ra sự kiện", "the day of the event", "event_on"),
        (t.ITEM, "event_hour", "giờ_sự_kiện", t.DURATION, "giờ diễn ra sự kiện trong ngày, tính từ 0 giờ",
         "hour of the event, counted from midnight", "event_at"),
        (t.ITEM, "event_end", "thời_điểm_kết_thúc", t.MOMENT, "ngày giờ sự kiện kết thúc",
         "day and hour of the event's end", "event_end"),
        (t.ITEM, "working_days", "số_ngày_làm_việc", t.NUMBER,
         "số ngày làm việc từ sau ngày sự kiện đến ngày đăng, theo lịch nghỉ của bộ quy tắc",
         "working days after the day of the event up to publication, by the pack's holidays", "holidays"),
        (t.ITEM, "embargo", "cấm_đăng_trước", t.MOMENT, "ngày giờ mà trước đó không được đăng",
         "day and hour before which it may not be published", "embargo"),
        (t.ITEM, "shown_for", "thời_gian_trang_chủ", t.DURATION, "tin được giữ trên trang chủ bao lâu",
         "how long it stays on the home page", "shown_for"),
        (t.ITEM, "genre", "thể_loại", t.TEXT, "thể loại: tin, bài, phóng sự …", "genre: news, article, report …", "genre"),
        (t.ITEM, "form", "phương_thức", t.TEXT, "phương thức: tin, tin ảnh, trực tiếp, tin tổng hợp …",
         "way of presenting: news, photo news, live, summary …", "form"),
        (t.ITEM, "event", "sự_kiện", t.TEXT, "loại sự kiện", "the kind of event", "event"),
        (t.ITEM, "page", "trang", t.NUMBER, "số trang báo in", "the page of a printed issue", "page"),
        (t.ITEM, "section", "chuyên_mục", t.TEXT, "chuyên mục", "the section", "section"),
        (t.ITEM, "block_heading", "khối_tin", t.TEXT, "tiêu đề của khối mà tin nằm trong đó: trong tỉnh, trong nước …",
         "the heading of the block that it stands in", "block"),
        (t.ITEM, "position", "vị_trí", t.NUMBER, "thứ tự của tin trong bản tin hoặc trên trang (1 là đầu tiên)",
         "place in the bulletin or on the page (1 is first)", "position"),
        (t.ITEM, "length", "độ_dài", t.LENGTH, "độ dài theo đơn vị được so: chữ, từ hoặc thời lượng",
         "length in the unit it is compared with: syllables, words or time", "duration"),
        (t.ITEM, "syllables", "số_chữ", t.SYLLABLES, "số chữ, như Word đếm", "syllables, as Word counts"),
        (t.ITEM, "characters", "số_ký_tự", t.CHARACTERS, "số ký tự kể cả dấu cách, như Word đếm",
         "characters with spaces, as Word counts"),
        (t.ITEM, "paragraph_count", "số_đoạn", t.NUMBER, "số đoạn thân bài", "how many paragraphs the body has"),
        (t.ITEM, "words", "số_từ", t.WORDS, "số từ, do underthesea tách", "words, as underthesea segments", "words"),
        (t.ITEM, "duration", "thời_lượng", t.DURATION, "thời lượng phát", "running time", "duration"),
        (t.ITEM, "photos", "số_ảnh", t.NUMBER, "số ảnh", "number of photos", "photos"),
        (t.ITEM, "organ_rows", "dãy_cơ_quan", collection(t.ORGAN_ROW),
         "các dãy từ ba cơ quan, tổ chức trở lên nêu liền nhau: Tỉnh ủy, HĐND, UBND, Mặt trận, đoàn thể, doanh nghiệp",
         "rows of three and more organs and organisations: Party, legislature, government, Front, unions, enterprises"),
        (t.ITEM, "dated_names", "tên_có_thời_hạn", _ORGANS,
         "các tên cơ quan, địa phương chỉ đúng đến một ngày: bộ, ban đảng, sở, tỉnh, cấp huyện đã sáp nhập hoặc thôi hoạt động",
         "names of organs and places that are right only until a day: what was joined into others, or ended"),
        # bản tin
        (t.BULLETIN, "items", "mục", _ITEMS, "các tin theo thứ tự phát", "the items in order"),
        (t.BULLETIN, "leader_items", "mục_lãnh_đạo", _ITEMS, "các tin có nhân vật chính",
         "the items that have a subject"),
        (t.BULLETIN, "item_count", "số_mục", t.NUMBER, "số tin trong bản tin", "how many items it has"),
        (t.BULLETIN, "duration", "thời_lượng", t.DURATION, "thời lượng cả bản tin", "running time of the whole",
         "duration"),
        (t.BULLETIN, "medium", "loại_hình", t.TEXT, "báo in, báo điện tử, phát thanh hoặc truyền hình",
         "print, online, radio or television", "medium"),
        (t.BULLETIN, "outlet", "tòa_soạn", t.TEXT, "tên cơ quan báo chí", "the news organisation", "outlet"),
        (t.BULLETIN, "published_on", "ngày_đăng", t.DATE, "ngày đăng, phát", "the day of publication", "published"),
        (t.BULLETIN, "blocks", "các_khối", collection(t.BLOCK), "các khối theo tiêu đề (trong tỉnh, trong nước, thế giới)",
         "its blocks, by their headings (province, country, world)"),
        # khối
        (t.BLOCK, "heading", "tiêu_đề", t.TEXT, "tiêu đề của khối", "the heading of the block"),
        (t.BLOCK, "items", "mục", _ITEMS, "các tin trong khối, theo thứ tự phát", "the items in it, in order"),
        (t.BLOCK, "leader_items", "mục_lãnh_đạo", _ITEMS, "các tin có nhân vật chính trong khối",
         "the items in it that have a subject"),
        (t.BLOCK, "item_count", "số_mục", t.NUMBER, "số tin trong khối", "how many items it has"),
        (t.BLOCK, "duration", "thời_lượng", t.DURATION, "thời lượng cả khối", "running time of the block", "duration"),
        # danh sách
        (t.LISTING, "leaders", "lãnh_đạo", _OFFICIALS, "những người có bậc trong danh sách", "its ranked officials"),
        (t.LISTING, "officials", "người_có_chức_danh", _OFFICIALS,
         "mọi người trong nước có chức vụ trong danh sách, có bậc hay không", "its officials, ranked or not"),
        (t.LISTING, "leader_count", "số_lãnh_đạo", t.NUMBER, "số người có bậc", "how many ranked officials"),
        (t.LISTING, "mentions", "lượt_nhắc", _MENTIONS, "các lượt nhắc trong danh sách", "the mentions in it"),
        (t.LISTING, "groups", "nhóm", collection(t.GROUP), "các nhóm theo tiêu đề", "its groups"),
        (t.GROUP, "heading", "tiêu_đề", t.TEXT, "lời mở đầu của nhóm", "the words that head the group", "heading"),
        (t.GROUP, "leaders", "lãnh_đạo", _OFFICIALS, "những người có bậc trong nhóm", "its ranked officials"),
        (t.GROUP, "rank", "bậc", t.RANK, "bậc cao nhất trong nhóm", "the highest rank in the group"),
        # người
        (t.OFFICIAL, "name", "họ_tên", t.TEXT, "họ và tên", "the full name"),
        (t.OFFICIAL, "rank", "bậc", t.RANK, "bậc cao nhất theo các chức danh được nêu", "the highest rank by the titles given"),
        (t.OFFICIAL, "mentions", "lượt_nhắc", _MENTIONS, "mọi lượt nhắc người ấy", "every mention of the person"),
        (t.OFFICIAL, "first_mention", "lần_đầu", t.MENTION, "lượt nhắc đầu tiên", "the first mention"),
        (t.OFFICIAL, "first_in_text", "lần_đầu_ngoài_tít", t.MENTION,
         "lượt nhắc đầu tiên; lượt không kèm chức danh ở tít thì bỏ qua, ở chú thích ảnh thì chỉ tính khi bài không nêu",
         "the first mention; one without titles in the headline is passed over, in a caption if the text has another"),
        (t.OFFICIAL, "first_in_lead", "lần_đầu_ở_sa_pô", t.MENTION, "lượt nhắc đầu tiên trong sa-pô",
         "the first mention in the lead"),
        (t.OFFICIAL, "photos", "số_ảnh", t.NUMBER, "số chú thích ảnh nêu tên người ấy",
         "how many captions of photos name the person"),
        (t.OFFICIAL, "other_title", "chức_danh_khác", t.TEXT,
         "chức danh nêu sau, trái với chức danh đã nêu trước: cùng cơ quan, khác chức vụ",
         "a title given later that contradicts one given before: the same organ, another office"),
        (t.OFFICIAL, "later_mentions", "các_lần_sau", _MENTIONS, "các lượt nhắc sau", "the later mentions"),
        (t.OFFICIAL, "full_title", "chức_danh_đầy_đủ", t.TEXT, "chức danh đầy đủ theo danh bạ",
         "the full title by the roster", "official"),
        (t.OFFICIAL, "short_title", "chức_danh_gọn", t.TEXT, "chức danh gọn theo danh bạ", "the short title by the roster", "official"),
        (t.OFFICIAL, "highest_title", "chức_danh_cao_nhất", t.TEXT, "chức danh bậc cao nhất theo danh bạ",
         "the title of highest rank by the roster", "official"),
        # lượt nhắc
        (t.MENTION, "titles", "chức_danh", _TITLES, "các chức danh kèm tên", "the titles given with the name"),
        (t.MENTION, "rank", "bậc", t.RANK, "bậc cao nhất theo các chức danh kèm tên", "the highest rank by its titles"),
        (t.MENTION, "complete", "đủ_chức_danh", t.TRUTH, "nêu đủ mọi chức danh giữ vào ngày đăng, theo danh bạ",
         "gives all titles held on the day, by the roster", "official"),
        (t.MENTION, "brief", "nêu_gọn", t.TRUTH, "chỉ nêu tên, có hoặc không có một chức danh gọn",
         "gives the name with at most one short title"),
        (t.MENTION, "official", "người", t.OFFICIAL, "người được nhắc", "the person named"),
        (t.MENTION, "former", "là_nguyên", t.TRUTH, "được ghi là nguyên, cựu, cố", "marked as former"),
        (t.MENTION, "acting", "là_quyền", t.TRUTH, "được ghi là quyền", "marked as acting"),
        (t.MENTION, "foreign", "là_người_nước_ngoài", t.TRUTH, "là người nước ngoài", "a foreign official"),
        (t.MENTION, "honorific", "cách_gọi", t.TEXT, "lời gọi ngay trước tên hoặc chức danh: đồng chí, ông, bà …",
         "how the person is addressed right before the name or title: comrade, Mr, Mrs …"),
        (t.MENTION, "first_in_passage", "lần_đầu_trong_đoạn", t.TRUTH,
         "là lượt nhắc đầu tiên người ấy trong tít, sa-pô, đoạn hoặc chú thích đó",
         "is the first mention of the person in that headline, lead, paragraph or caption"),
        (t.MENTION, "right_titles", "chức_danh_đúng", t.TEXT, "chức danh đúng vào ngày đăng, theo danh bạ",
         "the titles held on the day, by the roster", "official"),
        (t.MENTION, "near_name", "tên_gần_đúng", t.TEXT, "tên trong danh bạ chỉ khác một chữ cái hoặc một dấu",
         "a name of the roster one letter or tone away"),
        (t.MENTION, "near_title", "chức_danh_gần_đúng", t.TEXT,
         "chức danh viết đúng, khi chức danh đã in chỉ sai một chữ cái, một dấu hoặc thiếu một chữ",
         "a title rightly spelt, where the one printed is a letter, a tone or a missing word away"),
        # cơ quan
        (t.ORGAN_ROW, "organs", "cơ_quan", _ORGANS, "các cơ quan trong dãy", "the organs of the row"),
        (t.ORGAN, "wording", "lời", t.TEXT, "tên như đã in", "the name as printed"),
        (t.ORGAN, "rank", "bậc", t.RANK, "chỗ của cơ quan trong dãy, theo lệ thường trên báo (1 đứng đầu)",
         "its place in a row, as print usually has it (1 stands first)"),
        (t.ORGAN, "current_name", "tên_hiện_nay", t.TEXT, "tên thay cho tên cũ, khi chỉ có một tên thay",
         "the name that took its place, where there is one"),
        (t.ORGAN, "last_day", "ngày_cuối", t.DATE, "ngày cuối cùng mà tên còn đúng", "the last day on which the name is right"),
        # chức danh, đoạn
        (t.TITLE, "wording", "lời", t.TEXT, "lời của chức danh như đã in", "the title as printed"),
        (t.TITLE, "former", "là_nguyên", t.TRUTH, "được ghi là nguyên", "marked as former"),
        (t.TITLE, "rank", "bậc", t.RANK, "bậc của chức danh", "the rank of the title"),
        (t.TITLE, "branch", "khối", t.TEXT, "đảng, nhà nước, mặt trận hoặc đoàn thể",
         "Party, state, Front or mass organisation", "branch"),
        (t.PASSAGE, "wording", "lời", t.TEXT, "lời của đoạn", "its words"),
        (t.PASSAGE, "syllables", "số_chữ", t.SYLLABLES, "số chữ", "syllables"),
        (t.PASSAGE, "characters", "số_ký_tự", t.CHARACTERS, "số ký tự kể cả dấu cách", "characters with spaces"),
        (t.PASSAGE, "mentions", "lượt_nhắc", _MENTIONS, "các lượt nhắc trong đoạn", "the mentions in it"),
        (t.PASSAGE, "leaders", "lãnh_đạo", _OFFICIALS, "những người có bậc được nêu trong đoạn", "the ranked officials it names"),
        (t.PASSAGE, "officials", "người_có_chức_danh", _OFFICIALS,
         "mọi người trong nước có chức vụ được nêu trong đoạn, có bậc hay không", "the officials it names, ranked or not"),
    )
)  # fmt: skip


@cache
def properties() -> dict[tuple[Type, str], Property]:
    """The properties by owner and canonical name."""
    return {(row.owner, row.name): row for row in PROPERTIES}


_WORDED = (t.PASSAGE, t.TEXT, t.TITLE, t.ITEM)
_PLACED = (t.MENTION, t.OFFICIAL, t.TITLE, t.GROUP, t.PASSAGE, t.ITEM, t.BLOCK)

_RANKED = (_OFFICIALS, _MENTIONS, _ITEMS, _ORGANS, collection(t.GROUP))
PREDICATES: tuple[PredicateSchema, ...] = (
    PredicateSchema("has", (), None,
                    "có giá trị, hoặc danh sách không rỗng", "has a value, or a collection that is not empty"),
    PredicateSchema("ordered_by", _RANKED, t.PRECEDENCE,
                    "không ai bậc thấp đứng trước bậc cao trong cùng nhóm; tin không rõ ngày: sai theo mọi thời "
                    "kỳ của thứ bậc thì mới là sai; cơ quan trong dãy: theo lệ thường trên báo",
                    "nobody of lower rank stands before a higher one of the same group; in an undated item "
                    "only what every version of the precedence calls wrong is wrong; organs of a row: as print usually has them"),
    PredicateSchema("within", (t.MENTION, t.LISTING), t.PASSAGE,
                    "đứng trong phần đó của tin", "stands in that part of the item"),
    PredicateSchema("in_roster", (_TITLES, t.MENTION, t.OFFICIAL), t.ROSTER,
                    "danh bạ có người ấy", "the roster knows the person"),
    PredicateSchema("held_on", (_TITLES, t.TITLE, t.ORGAN), t.DATE,
                    "người ấy giữ các chức danh ấy vào ngày đó, theo danh bạ; tên cơ quan còn đúng vào ngày đó, hoặc câu nói "
                    "về khi tên ấy còn đúng",
                    "the person holds those titles on that day, by the roster; an organ's name is right on it, or the "
                    "sentence speaks of when it was"),
    PredicateSchema("consistent", (_MENTIONS, t.ITEM), None,
                    "tên một người, cách đặt dấu thanh trong tin chỉ theo một kiểu",
                    "a person's name, and the place of tone marks in an item, follow one way"),
    PredicateSchema("contains", _WORDED, t.TEXT,
                    "có lời ấy, trọn từ; hoa thường, chỗ đặt dấu thanh như nhau; của tập thì một lời là đủ",
                    "has those words, whole; case and the place of tones do not matter; one of a set is enough",
                    any_of_set=True),
    PredicateSchema("starts_with", _WORDED, t.TEXT,
                    "mở đầu bằng lời ấy, trọn từ", "begins with those words, whole", any_of_set=True),
    PredicateSchema("ends_with", _WORDED, t.TEXT,
                    "kết thúc bằng lời ấy, trọn từ; dấu câu cuối không tính",
                    "ends with those words, whole; marks at the end do not count", any_of_set=True),
    PredicateSchema("before", _PLACED, t.SAME,
                    "đứng trước trong bài hoặc bản tin; người thì theo lần nhắc đầu tiên",
                    "stands before it in the item or bulletin; people by their first mention"),
    PredicateSchema("after", _PLACED, t.SAME,
                    "đứng sau trong bài hoặc bản tin; người thì theo lần nhắc đầu tiên",
                    "stands after it in the item or bulletin; people by their first mention"),
    PredicateSchema("right_after", (t.MENTION, t.TITLE, t.GROUP, t.ITEM), t.SAME,
                    "đứng ngay sau, không có gì cùng loại ở giữa", "stands right after it, nothing of its kind between"),
    PredicateSchema("first_in", _PLACED, t.AMONG, "là cái đầu tiên trong đó", "is the first of them"),
    PredicateSchema("last_in", _PLACED, t.AMONG, "là cái cuối cùng trong đó", "is the last of them"),
)  # fmt: skip

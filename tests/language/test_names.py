"""Tests of bot.language.names: which states, territories and groups a message names.

In the tables, codes that stand alone are states; A+B are several meant together; A/B is a name of either, to be
asked about; @x is a group; ? after a code is a guess.
"""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.named import Mention, Sense
from bot.language.names import Names
from bot.language.normal import read


@pytest.fixture(scope="session")
def names(library: Library) -> Names:
    """The names of the checkout's content."""
    return library.names


def _shown(mention: Mention) -> str:
    named = mention.named
    if named.sense is Sense.GROUP:
        return f"@{named.group}"
    return {Sense.SEVERAL: "+", Sense.AMBIGUOUS: "/", Sense.STATE: ""}[named.sense].join(
        named.codes
    ) + "?" * mention.guessed


def _named(names: Names, message: str) -> list[str]:
    """What a message names, in order, in the notation of the tables."""
    text = read(message)
    found = names.find(text)
    found += names.compounds(text, found)
    assert all(0 <= m.start < m.end <= len(text.norm) for m in found)
    return [_shown(m) for m in sorted(found, key=lambda m: m.start) if m.named.sense is not Sense.WORD]


NO_MORE = (
    # what nobody continues is no other state of nearly that name
    ("东德和西德", "DDR DEU"),
    ("Allemagne de l'Est", "DDR"),
    ("Alemania Oriental y Alemania Occidental", "DDR DEU"),
    ("Восточная Германия, ФРГ", "DDR DEU"),
    ("ГДР и ФРГ", "DDR DEU"),
    ("ألمانيا الشرقية", "DDR"),
    ("Yémen du Sud", "YMD"),
    ("Yemen del Sur", "YMD"),
    ("Южный Йемен", "YMD"),
    ("اليمن الجنوبي", "YMD"),
    ("ЧССР", "CSK"),
    ("СФРЮ", "YUG"),
    ("يوغسلافيا", "YUG"),
    ("Zaïre, Jamahiriya", "COD LBY"),
)


LONGEST = (
    # a name inside a longer name is not meant
    ("印度尼西亚", "IDN"),
    ("印度和印度尼西亚", "IND IDN"),
    ("南苏丹", "SSD"),
    ("苏丹和南苏丹", "SDN SSD"),
    ("赤道几内亚", "GNQ"),
    ("巴布亚新几内亚", "PNG"),
    ("几内亚比绍", "GNB"),
    ("几内亚、几内亚比绍、赤道几内亚", "GIN GNB GNQ"),
    ("多米尼克", "DMA"),
    ("多米尼加", "DOM"),
    ("多米尼加共和国", "DOM"),
    ("尼日尔", "NER"),
    ("尼日利亚", "NGA"),
    ("刚果民主共和国", "COD"),
    ("刚果共和国", "COG"),
    ("刚果（金）和刚果（布）", "COD COG"),
    ("中非共和国", "CAF"),
    ("南非", "ZAF"),
    ("阿拉伯联合酋长国", "ARE"),
    ("沙特阿拉伯", "SAU"),
    ("北马其顿", "MKD"),
    ("爱尔兰和北爱尔兰以外的冰岛", "IRL GBR ISL"),
    ("Guinea-Bissau", "GNB"),
    ("Equatorial Guinea and Guinea", "GNQ GIN"),
    ("Papua New Guinea", "PNG"),
    ("Nigeria, not Niger", "NGA NER"),
    ("Dominican Republic", "DOM"),
    ("Dominica", "DMA"),
    ("Democratic Republic of the Congo", "COD"),
    ("South Sudan and Sudan", "SSD SDN"),
    ("North Macedonia", "MKD"),
    ("Republic of Korea", "KOR"),
    ("Democratic People's Republic of Korea", "PRK"),
    ("Central African Republic", "CAF"),
    ("South Africa", "ZAF"),
    ("United States of America", "USA"),
    ("Somalia and Mali", "SOM MLI"),
    ("Romania and Oman", "ROU OMN"),
)

AMBIGUOUS = (
    # names of two states, to be asked about
    ("刚果怎么投的", "COD/COG"),
    ("Congo", "COD/COG"),
    ("Korea's vote", "PRK/KOR"),
    ("Corée", "PRK/KOR"),
    ("Конго", "COD/COG"),
)

SEVERAL = (
    # fixed short forms for two or more
    ("两伊", "IRN+IRQ"),
    ("韩朝", "PRK+KOR"),
    ("朝韩", "PRK+KOR"),
    ("两个刚果", "COD+COG"),
    ("俄乌", "RUS+UKR"),
    ("both Koreas", "PRK+KOR"),
    ("港澳", "HKG+MAC"),
    # runs of single characters, in the order in which they stand
    ("中美投票一样吗", "CHN+USA"),
    ("美中", "USA+CHN"),
    ("英法德", "GBR+FRA+DEU"),
    ("中美俄", "CHN+USA+RUS"),
    ("日韩", "JPN+KOR"),
    ("中印", "CHN+IND"),
    ("德法", "DEU+FRA"),
)

WORDS = (
    # words with a name in them that do not mean the state
    ("墨西哥湾", ""),
    ("印第安人", ""),
    ("印度洋", ""),
    ("约旦河西岸", ""),
    ("发展中国家", ""),
    ("其中法律", ""),
    ("Gulf of Mexico", ""),
    ("guinea pig", ""),
    ("the Chinese text", ""),
    ("in French, please", ""),
    ("on the Indian Ocean", ""),
    ("墨西哥湾和墨西哥", "MEX"),
    # words that only look as if they had one in them
    ("women", ""),
    ("solidarity of nations", ""),
    ("a romantic chair", ""),
    ("roman", ""),
    ("роман", ""),
    ("人权与国际团结", ""),
    ("第十二段", ""),
    ("7月10日", ""),
    ("谁投了反对票", ""),
    ("", ""),
)

USAGES = (
    # Taiwan
    ("紐西蘭", "NZL"),
    ("肯亞", "KEN"),
    ("寮國", "LAO"),
    ("阿拉伯聯合大公國", "ARE"),
    ("厄利垂亞", "ERI"),
    ("沙烏地阿拉伯", "SAU"),
    ("義大利", "ITA"),
    ("象牙海岸", "CIV"),
    ("卡達", "QAT"),
    ("馬爾地夫", "MDV"),
    ("馬拉威", "MWI"),
    ("吉爾吉斯", "KGZ"),
    ("哈薩克", "KAZ"),
    ("蒲隆地", "BDI"),
    ("貝南", "BEN"),
    ("迦納", "GHA"),
    ("甘比亞", "GMB"),
    ("索馬利亞", "SOM"),
    ("宏都拉斯", "HND"),
    ("哥斯大黎加", "CRI"),
    ("多明尼加", "DOM"),
    ("蒙特內哥羅", "MNE"),
    ("喬治亞", "GEO"),
    ("克羅埃西亞", "HRV"),
    ("奈及利亞", "NGA"),
    ("葉門", "YEM"),
    # Hong Kong
    ("沙地阿拉伯", "SAU"),
    ("意大利", "ITA"),
    ("新西蘭", "NZL"),
    ("科威特同埋古巴", "KWT CUB"),
    # nicknames and short forms
    ("老美", "USA"),
    ("白俄", "BLR"),
    ("澳洲", "AUS"),
    ("美國", "USA"),
    ("德国佬怎么投", "DEU"),
    ("南韩", "KOR"),
    ("北韩", "PRK"),
    ("印尼", "IDN"),
    ("阿联酋", "ARE"),
    ("沙特", "SAU"),
    ("刚果金", "COD"),
    ("the UK", "GBR"),
    ("UAE", "ARE"),
    ("the Netherlands", "NLD"),
    ("Holland", "NLD"),
    ("Great Britain", "GBR"),
    ("America", "USA"),
    ("Vatican", "VAT"),
)

CODES = (
    # codes count as typed in capitals
    ("US投了哪个", "USA"),
    ("US vs UK", "USA GBR"),
    ("USA", "USA"),
    ("how did the US vote", "USA"),
    ("FRA和DEU", "FRA DEU"),
    ("CHN", "CHN"),
    ("tell us", ""),
    ("Tell us who voted no", ""),
    ("us投了哪个", ""),
    ("in it to be or not", ""),
    ("IN IT TO BE OR NOT", ""),
    ("can you say no", ""),
    ("NO", ""),
    ("US?", "USA"),
    # flags
    ("🇯🇵🇺🇸", "JPN USA"),
    ("🇨🇳怎么投", "CHN"),
    ("🇪🇸 vs 🇲🇦", "ESP MAR"),
    ("🏳️ 👍", ""),
)

ENGLISH = (
    # demonyms
    ("the French delegation", "FRA"),
    ("Did the British vote no?", "GBR"),
    ("Dutch", "NLD"),
    ("Germans", "DEU"),
    ("Swiss", "CHE"),
    ("Filipino", "PHL"),
    ("the Chinese and the Japanese", "CHN JPN"),
    ("Burkinabe", "BFA"),
    ("Emirati", "ARE"),
    # former names
    ("Burma", "MMR"),
    ("Swaziland", "SWZ"),
    ("Ivory Coast", "CIV"),
    ("Zaire", "COD"),
    ("Ceylon", "LKA"),
    ("Upper Volta", "BFA"),
    ("Turkey", "TUR"),
    ("Czech Republic", "CZE"),
    ("Macedonia", "MKD"),
    ("Cape Verde", "CPV"),
    ("East Timor", "TLS"),
    ("Siam", "THA"),
    ("锡兰", "LKA"),
    ("斯威士兰", "SWZ"),
    ("扎伊尔", "COD"),
    # spellings
    ("Cote d'Ivoire", "CIV"),
    ("Côte d’Ivoire", "CIV"),
    ("Viet Nam", "VNM"),
    ("Vietnam", "VNM"),
    ("Türkiye", "TUR"),
    ("Sao Tome and Principe", "STP"),
    ("luxembourg", "LUX"),
    ("ALBANIA", "ALB"),
    ("Finland's", "FIN"),
    ("Germany/France", "DEU FRA"),
)

OTHER_LANGUAGES = (
    # French
    ("Comment l'Allemagne a-t-elle voté ?", "DEU"),
    ("les Pays-Bas", "NLD"),
    ("les États-Unis et le Royaume-Uni", "USA GBR"),
    ("la Chine", "CHN"),
    ("l'Afrique du Sud", "ZAF"),
    ("le Maroc", "MAR"),
    ("le vote de la Côte d'Ivoire", "CIV"),
    ("l'Inde et l'Indonésie", "IND IDN"),
    # Spanish
    ("¿Cómo votó Alemania?", "DEU"),
    ("Estados Unidos", "USA"),
    ("los Países Bajos", "NLD"),
    ("España y Japón", "ESP JPN"),
    ("Marruecos", "MAR"),
    ("Sudáfrica", "ZAF"),
    ("Emiratos Árabes Unidos", "ARE"),
    # Russian, inflected
    ("Как голосовала Франция?", "FRA"),
    ("вместе с Германией", "DEU"),
    ("голос Франции", "FRA"),
    ("Японией и Индией", "JPN IND"),
    ("Бразилию", "BRA"),
    ("Саудовской Аравии", "SAU"),
    ("Кубе", "CUB"),
    ("как Япония и Франции против", "JPN FRA"),
    ("Японией, Индией и США", "JPN IND USA"),
    ("за Бразилию, за Кубу, за Аргентину и Чили", "BRA CUB ARG CHL"),
    ("США", "USA"),
    ("Нигер", "NER"),
    ("Нигерия", "NGA"),
    ("Саудовская Аравия", "SAU"),
    ("Марокко", "MAR"),
    ("Аргентину и Чили", "ARG CHL"),
    # Arabic, with what it writes together
    ("فرنسا", "FRA"),
    ("الصين", "CHN"),
    ("ألمانيا", "DEU"),
    ("اليابان والمغرب", "JPN MAR"),
    ("وفرنسا", "FRA"),
    ("الولايات المتحدة", "USA"),
    ("جنوب أفريقيا", "ZAF"),
    ("السودان", "SDN"),
    ("جنوب السودان", "SSD"),
    ("الجزائر", "DZA"),
    ("قطر", "QAT"),
)

GROUPS = (
    ("欧盟", "@european_union"),
    ("歐盟國家", "@european_union"),
    ("EU", "@european_union"),
    ("GRULAC", "@grulac"),
    ("拉美国家", "@grulac"),
    ("非洲", "@african_group"),
    ("其中非洲的", "@african_group"),
    ("中非洲", "@african_group"),
    ("北非", "@north_africa"),
    ("G7", "@g7"),
    ("七国集团", "@g7"),
    ("东盟", "@asean"),
    ("BRICS", "@brics"),
    ("金砖国家", "@brics"),
    ("NATO", "@nato"),
    ("北约", "@nato"),
    ("五常", "@p5"),
    ("Western countries", "@weog"),
    ("the African Group and GRULAC", "@african_group @grulac"),
    ("pays africains", "@african_group"),
    ("страны ЕС", "@european_union"),
    ("中东", "@middle_east"),
    ("中美洲", "@central_america"),
    ("南美和北美", "@south_america @north_america"),
    ("欧盟和日本", "@european_union JPN"),
    ("非洲的南非", "@african_group ZAF"),
)

MANY = (
    # several names in one message, in the order of the message
    ("中国、法国和德国怎么投的", "CHN FRA DEU"),
    ("China, France & Germany", "CHN FRA DEU"),
    ("刚果 布隆迪", "COD/COG BDI"),  # a space sets two names apart
    ("刚果布", "COG"),
    ("中 国", "CHN"),
    ("荷兰跟荷兰王国", "NLD NLD"),
    ("日本跟🇫🇷还有US", "JPN FRA USA"),
)

FOUND = (
    ("longest", LONGEST),
    ("no more", NO_MORE),
    ("ambiguous", AMBIGUOUS),
    ("several", SEVERAL),
    ("words", WORDS),
    ("usages", USAGES),
    ("codes", CODES),
    ("English", ENGLISH),
    ("other languages", OTHER_LANGUAGES),
    ("groups", GROUPS),
    ("many", MANY),
)


@pytest.mark.parametrize(
    ("message", "expected"),
    [row for _, rows in FOUND for row in rows],
    ids=[f"{title}: {message}" for title, rows in FOUND for message, _ in rows],
)
def test_named(names: Names, message: str, expected: str) -> None:
    """What a message names."""
    assert " ".join(_named(names, message)) == expected


GUESSES = (
    # a misspelt name, the state it most likely means
    ("智力", "CHL"),  # sounds like 智利
    ("哈撒克", "KAZ"),
    ("Kazakstan", "KAZ"),
    ("Kuweit", "KWT"),
    ("Gremany", "DEU"),
    ("Morroco", "MAR"),
    ("Belgum", "BEL"),
    ("Netherland", "NLD"),
    ("Luxemburg", "LUX"),
    ("Albaina", "ALB"),
    ("Lithuana", "LTU"),
    ("Phillipines", "PHL"),
    ("Argentnia", "ARG"),
    ("Bulgeria", "BGR"),
    ("阿跟廷", "ARG"),
    ("卢森宝", "LUX"),
    ("必利时", "BEL"),
    ("摩洛戈", "MAR"),
    ("印度泥西亚", "IDN"),
    # words that mean none
    ("solidarity", None),
    ("resolution", None),
    ("development", None),
    ("paragraph", None),
    ("session", None),
    ("person", None),
    ("country", None),
    ("Irak", None),  # too short to be sure of
    ("团结", None),
    ("国际", None),
    ("决议", None),
    ("投票", None),
    ("独立专家", None),
    ("发展权", None),
    ("", None),
)


@pytest.mark.parametrize(("word", "code"), GUESSES)
def test_guess(names: Names, word: str, code: str | None) -> None:
    """A name that is not spelt as it should be is guessed at, and says so; a word is not."""
    norm = read(word).norm
    guess = names.guess(norm, 0, len(norm))
    assert (guess and (_shown(guess), guess.start, guess.end)) == (code and (f"{code}?", 0, len(norm)))


INSIDE = (
    # message, stretch of it, code
    ("how did belgum vote", "belgum", "BEL"),
    ("how did belgums vote", "belgum", None),  # half a word
    ("智力投了什么", "智力", "CHL"),
)


@pytest.mark.parametrize(("message", "stretch", "code"), INSIDE)
def test_guess_inside_a_message(names: Names, message: str, stretch: str, code: str | None) -> None:
    """A guess is of a whole word, and says where it stands."""
    norm = read(message).norm
    start = norm.index(stretch)
    guess = names.guess(norm, start, start + len(stretch))
    assert (guess and (guess.named.codes, norm[guess.start : guess.end], guess.guessed)) == (
        code and ((code,), stretch, True)
    )


CODE_OF = (
    # name in a record, code
    ("中国", "CHN"),
    ("荷兰王国", "NLD"),
    ("美利坚合众国", "USA"),
    ("大不列颠及北爱尔兰联合王国", "GBR"),
    ("阿拉伯联合酋长国", "ARE"),
    ("委内瑞拉玻利瓦尔共和国", "VEN"),
    ("委内瑞拉(玻利瓦尔共和国)", "VEN"),
    ("多民族玻利维亚国", "BOL"),
    ("伊朗伊斯兰共和国", "IRN"),
    ("大韩民国", "KOR"),
    ("朝鲜民主主义人民共和国", "PRK"),
    ("阿拉伯叙利亚共和国", "SYR"),
    ("坦桑尼亚联合共和国", "TZA"),
    ("老挝人民民主共和国", "LAO"),
    ("俄罗斯联邦", "RUS"),
    ("越南", "VNM"),
    ("土耳其", "TUR"),
    ("土尔其共和", None),
    ("刚果", None),  # two states
    ("非洲", None),  # a group
    ("中美", None),
    ("墨西哥湾", None),
    ("中国、法国", None),
    ("CHN", None),  # a code is no name
    ("", None),
)


@pytest.mark.parametrize(("name", "code"), CODE_OF)
def test_code_of(names: Names, name: str, code: str | None) -> None:
    """The one state of exactly that name."""
    assert names.code_of(name) == code


MEMBERS = (
    # group, how many, some that are in it, some that are not
    ("european_union", 27, "FRA DEU LTU", "GBR NOR CHE"),
    ("african_group", 54, "ZAF MAR EGY", "YEM"),
    ("grulac", 33, "BRA CUB MEX", "USA CAN ESP"),
    ("g7", 7, "JPN CAN ITA", "CHN RUS"),
    ("asean", 10, "VNM IDN SGP", "CHN JPN"),
    ("nato", 32, "USA TUR SWE", "AUT IRL"),
    ("p5", 5, "CHN FRA RUS GBR USA", "DEU IND"),
    ("gcc", 6, "SAU QAT KWT", "YEM IRQ"),
    ("nordic", 5, "FIN ISL", "EST"),
    ("benelux", 3, "BEL NLD LUX", "FRA"),
    ("arab_league", 22, "DZA SOM ARE", "IRN TUR"),
    ("opec", 12, "SAU NGA VEN", "QAT AGO"),  # Qatar left in 2019, Angola on 1 January 2024
)


@pytest.mark.parametrize(("group", "count", "members", "others"), MEMBERS, ids=[row[0] for row in MEMBERS])
def test_members(names: Names, group: str, count: int, members: str, others: str) -> None:
    """Who was in a group in July 2024."""
    listed = names.groups[group].members
    assert len(listed) == count
    assert set(members.split()) <= listed
    assert not set(others.split()) & listed


SHOWN = (
    # code, Chinese, Traditional Chinese, English
    ("CHN", "中国", "中國", "China"),
    ("JPN", "日本", "日本", "Japan"),
    ("FRA", "法国", "法國", "France"),
    ("NZL", "新西兰", "紐西蘭", "New Zealand"),
)


@pytest.mark.parametrize(("code", "zh", "hant", "en"), SHOWN)
def test_names_to_show(names: Names, code: str, zh: str, hant: str, en: str) -> None:
    """A state's short name in the languages of the replies."""
    state = names.states[code]
    assert (state.name("zh-Hans"), state.name("zh-Hant"), state.name("en")) == (zh, hant, en)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("جمهورية كوريا الشعبية الديموقراطية", "PRK"), ("جمهورية كوريا", "KOR"),
        ("République démocratique populaire de Corée", "PRK"),
        ("السودان الجنوبي", "SSD"), ("южносуданцы", "SSD"), ("sursudanés", "SSD"), ("суданцы", "SDN"),
        ("جمهورية غينيا بيساو", "GNB"), ("جمهورية غينيا", "GIN"), ("ecuatoguineano", "GNQ"), ("équato-guinéen", "GNQ"),
        ("гвинейцы", "GIN"),
        ("جمهورية الكونغو الديموقراطية", "COD"), ("RD Congo", "COD"), ("Конго-Браззавиль", "COG"),
        ("República del Congo", "COG"),
        ("нигерцы", "NER"), ("нигерийцы", "NGA"), ("nigerino", "NER"), ("nigeriano", "NGA"), ("nigérien", "NER"),
        ("nigérian", "NGA"),
        ("dominiquais", "DMA"), ("dominicains", "DOM"), ("доминикцы", "DMA"), ("الدومينيكان", "DOM"),
        ("جورجيا الجنوبية و جزر ساندويتش الجنوبية", "SGS"), ("Samoa Estadounidense", "ASM"),
        ("Territorios Franceses del Sur", "ATF"),
    ],
)  # fmt: skip
def test_names_that_are_near_each_other(name: str, code: str, names: Names) -> None:
    """Each is the state that people who say so mean, in whatever spelling."""
    assert [m.named.codes for m in names.find(read(name)) if m.named.sense is Sense.STATE] == [(code,)]

"""Questions about the vote as single people would ask them, each in words of its own, with answers from set algebra.

Beside the patterns (see `rows`), which are many fillings of few sentences, these are many sentences: a row is a
language, the messages of a conversation, and what the reply to the last of them holds, or a tuple of readings that are
accepted.
"""

from collections.abc import Set

from tests.questions.composed.model import Expectation, Kind, Row
from tests.questions.composed.record import ABSTAIN, NO, YES, ballots, groups, having, votes

EVERYBODY = frozenset(votes())
FOR, AGAINST, ABSTAINED = having(YES), having(NO), having(ABSTAIN)
AFRICA, ASIA, EAST, LATIN = (
    groups()[g] for g in ("african_group", "asia_pacific_group", "eastern_european_group", "grulac")
)
EU, EUROPE, NATO, G7, G20, G77 = (groups()[g] for g in ("european_union", "europe", "nato", "g7", "g20", "g77"))
BRICS, ASEAN, AU, ARAB, GCC = (groups()[g] for g in ("brics", "asean", "african_union", "arab_league", "gcc"))
OIC, COMMONWEALTH, OIF, NAM = (groups()[g] for g in ("oic", "commonwealth", "oif", "nam"))
OECD, OPEC, LDC = (groups()[g] for g in ("oecd", "opec", "ldc"))


def roll(states: Set[str]) -> Expectation:
    """These states and no others are listed."""
    return Expectation(Kind.ROLL, {code: votes()[code] for code in states})


def vote(*codes: str) -> Expectation:
    """How these states voted, or that they are not in the record."""
    return Expectation(Kind.VOTE, ballots(set(codes)))


def said(codes: set[str], so: bool) -> Expectation:
    """Yes or no, and the votes of the states named."""
    return Expectation(Kind.VERDICT, ballots(codes), "yes" if so else "no")


def verdict(so: bool) -> Expectation:
    """Yes or no, whatever is listed below it."""
    return Expectation(Kind.VERDICT, None, "yes" if so else "no")


def count(number: int) -> Expectation:
    """A number."""
    return Expectation(Kind.COUNT, None, None, (str(number),))


def share(part: int, whole: int) -> Expectation:
    """Per cent to one decimal, and the numerator."""
    percent = f"{100 * part / whole:.1f}"
    return Expectation(Kind.SHARE, None, None, (f"{percent}|{percent.removesuffix('.0')}", str(part)))


def figures(*said_so: str) -> Expectation:
    """A comparison that has these numbers or names."""
    return Expectation(Kind.COMPARE, None, None, said_so)


def fact(*said_so: str, v: str | None = None) -> Expectation:
    """Something about a state or the result, with these words, or yes or no."""
    return Expectation(Kind.FACT, None, v, said_so)


ASKED: tuple[tuple[str, tuple[str, ...], Expectation | tuple[Expectation, ...]], ...] = (
    ("zh-Hans", ("把欧盟的去掉，投反对票的还剩谁",), roll(AGAINST - EU)),
    ("zh-Hans", ("北约以外还有哪些国家投了反对",), roll(AGAINST - NATO)),
    ("zh-Hans", ("二十国集团里扣掉金砖国家，剩下的怎么投的",), roll(G20 - BRICS)),
    ("zh-Hans", ("赞成票中东盟国家不算，都有哪些",), roll(FOR - ASEAN)),
    ("zh-Hans", ("不看非洲集团，谁弃权了",), roll(ABSTAINED - AFRICA)),
    ("zh-Hans", ("投反对票的国家里面，除了欧盟和美国还有谁",), roll(AGAINST - EU - {"USA"})),
    ("zh-Hans", ("弃权的里头刨去摩洛哥",), roll(ABSTAINED - {"MAR"})),
    ("zh-Hant", ("扣除法國同德國，邊個投咗反對票",), roll(AGAINST - {"FRA", "DEU"})),
    ("zh-Hant", ("不結盟運動成員當中不屬於七十七國集團的，有沒有投反對票的",), verdict(bool((NAM - G77) & AGAINST))),
    ("zh-Hans", ("伊斯兰合作组织里没投赞成票的是哪几个",), roll(OIC - FOR)),
    ("en", ("Take out the EU and tell me who is left on the no side",), roll(AGAINST - EU)),
    ("en", ("G20 minus BRICS: how did they vote?",), roll(G20 - BRICS)),
    ("en", ("Everyone against it who isn't in NATO, please",), roll(AGAINST - NATO)),
    ("en", ("Who backed it, setting aside African states and China?",), roll(FOR - AFRICA - {"CHN"})),
    ("en", ("Name the OIC members that did not support it",), roll(OIC - FOR)),
    ("en", ("Abstainers not counting Chile or Argentina",), roll(ABSTAINED - {"CHL", "ARG"})),
    (
        "en",
        ("Which Latin American states, Brazil and Cuba excluded, voted yes?",),
        roll((LATIN & FOR) - {"BRA", "CUB"}),
    ),
    ("en", ("With the exception of Japan, how did the Asia-Pacific states vote?",), roll(ASIA - {"JPN"})),
    ("fr", ("Qui a voté contre, en dehors de l'Union européenne ?",), roll(AGAINST - EU)),
    ("es", ("¿Quiénes se opusieron, quitando a los de la OTAN?",), roll(AGAINST - NATO)),
    ("ru", ("Кто голосовал за, не считая африканских стран и Китая?",), roll(FOR - AFRICA - {"CHN"})),
    ("ar", ("من صوّت ضد القرار ما عدا فرنسا وألمانيا؟",), roll(AGAINST - {"FRA", "DEU"})),
    ("zh-Hans", ("同时是阿盟和非盟成员的国家怎么投票的",), roll(ARAB & AU)),
    ("zh-Hans", ("既属于北约又不在欧盟的国家投了什么票",), roll(NATO - EU)),
    ("zh-Hans", ("英联邦里的非洲国家都投了什么",), roll(COMMONWEALTH & AFRICA)),
    ("zh-Hans", ("法语国家组织中的欧盟成员有没有赞成的",), verdict(bool(OIF & EU & FOR))),
    ("en", ("How did states that are in both the Arab League and the African Union vote?",), roll(ARAB & AU)),
    ("en", ("NATO members outside the EU: their votes?",), roll(NATO - EU)),
    ("en", ("Which Commonwealth countries from Africa voted in favour?",), roll(COMMONWEALTH & AFRICA & FOR)),
    ("en", ("How did the African members of OPEC vote?",), roll(AFRICA & OPEC)),
    ("es", ("¿Cómo votaron los países africanos de la Liga Árabe?",), roll(AFRICA & ARAB)),
    ("zh-Hans", ("阿根廷和巴西是不是都弃权了",), said({"ARG", "BRA"}, False)),
    ("zh-Hans", ("古巴、越南两国都支持这份决议吗",), said({"CUB", "VNM"}, True)),
    ("zh-Hans", ("日本和哈萨克斯坦都没有投反对票，对吗",), said({"JPN", "KAZ"}, False)),
    ("zh-Hans", ("智利、哥斯达黎加谁都没有赞成，对不对",), said({"CHL", "CRI"}, True)),
    ("zh-Hans", ("是不是全部东欧国家都反对",), verdict(EAST <= AGAINST)),
    ("zh-Hans", ("非盟成员无一例外都投了赞成票？",), verdict(AU <= FOR)),
    ("zh-Hans", ("海合会有没有任何一个国家弃权",), verdict(bool(GCC & ABSTAINED))),
    ("zh-Hans", ("弃权的全是拉美国家吗",), verdict(ABSTAINED <= LATIN)),
    ("zh-Hans", ("反对票是不是只来自北约国家",), verdict(AGAINST <= NATO)),
    ("zh-Hans", ("亚太组里只有日本一家反对吗",), verdict((ASIA & AGAINST) == {"JPN"})),
    ("zh-Hans", ("七国集团没有一个投赞成票，是这样吗",), verdict(not G7 & FOR)),
    ("zh-Hant", ("印度和南非兩個都有投贊成票嗎",), said({"IND", "ZAF"}, True)),
    ("zh-Hant", ("係咪所有阿拉伯國家聯盟成員都投咗贊成",), verdict(ARAB <= FOR)),
    ("en", ("Did Albania and Georgia both oppose it?",), said({"ALB", "GEO"}, True)),
    ("en", ("Is it correct that neither Qatar nor Kuwait abstained?",), said({"QAT", "KWT"}, True)),
    ("en", ("Did either Paraguay or Honduras abstain?",), said({"PRY", "HND"}, False)),
    ("en", ("Have all of the G77 voted in favour?",), verdict(G77 <= FOR)),
    ("en", ("Did every Eastern European state vote no?",), verdict(EAST <= AGAINST)),
    ("en", ("Was any ASEAN member against?",), verdict(bool(ASEAN & AGAINST))),
    ("en", ("Were the abstentions all from Latin America?",), verdict(ABSTAINED <= LATIN)),
    ("en", ("Did no Arab state oppose it?",), verdict(not ARAB & AGAINST)),
    ("en", ("Was Morocco the only African country that abstained?",), verdict(AFRICA & ABSTAINED == {"MAR"})),
    ("en", ("Is Japan the only Asian state that voted against?",), verdict(ASIA & AGAINST == {"JPN"})),
    ("en", ("Did only NATO countries vote against?",), verdict(AGAINST <= NATO)),
    ("en", ("So not a single G7 country supported this?",), verdict(not G7 & FOR)),
    ("fr", ("Est-ce que l'Inde et l'Indonésie ont toutes les deux voté pour ?",), said({"IND", "IDN"}, True)),
    ("fr", ("Le Maroc est-il le seul pays africain à s'être abstenu ?",), verdict(AFRICA & ABSTAINED == {"MAR"})),
    ("es", ("¿Votaron en contra todos los países de Europa oriental?",), verdict(EAST <= AGAINST)),
    ("es", ("¿Es cierto que ni Chile ni Argentina votaron a favor?",), said({"CHL", "ARG"}, True)),
    ("ru", ("Правда ли, что Румыния и Болгария обе голосовали против?",), said({"ROU", "BGR"}, True)),
    ("ru", ("Были ли среди стран БРИКС воздержавшиеся?",), verdict(bool(BRICS & ABSTAINED))),
    ("ar", ("هل صوتت كل من قطر والكويت لصالح القرار؟",), said({"QAT", "KWT"}, True)),
    ("ar", ("هل امتنعت المغرب وحدها بين الدول الأفريقية؟",), verdict(AFRICA & ABSTAINED == {"MAR"})),
    ("zh-Hans", ("赞成票占全部投票的百分之多少",), share(29, 47)),
    ("zh-Hans", ("赞成票占总票数几成",), share(29, 47)),
    ("zh-Hans", ("反对票在所有投出的票里占多大比例",), share(14, 47)),
    ("zh-Hans", ("弃权的占几个百分点",), share(4, 47)),
    ("zh-Hans", ("拉美国家里弃权的比例是多少",), share(len(LATIN & ABSTAINED), len(LATIN))),
    ("zh-Hans", ("投赞成的国家中非洲国家占多大比例",), share(len(FOR & AFRICA), len(FOR))),
    ("zh-Hans", ("反对票里欧盟占了百分之几",), share(len(AGAINST & EU), len(AGAINST))),
    ("zh-Hant", ("亞太組有幾多成係投贊成",), share(len(ASIA & FOR), len(ASIA))),
    ("en", ("What share of the votes cast were in favour?",), share(29, 47)),
    ("en", ("What fraction of all votes cast was against, as a percentage?",), share(14, 47)),
    ("en", ("What percentage of Latin American members abstained?",), share(len(LATIN & ABSTAINED), len(LATIN))),
    ("en", ("Of the votes against, what percentage came from the EU?",), share(len(AGAINST & EU), len(AGAINST))),
    ("en", ("How much of the yes vote was African, in percent?",), share(len(FOR & AFRICA), len(FOR))),
    ("en", ("In per cent, how many OIC members were in favour?",), share(len(OIC & FOR), len(OIC))),
    ("fr", ("Quel pourcentage des suffrages exprimés était pour ?",), share(29, 47)),
    ("es", ("¿Qué porcentaje de los votos emitidos fue en contra?",), share(14, 47)),
    ("ru", ("Какая доля голосов была подана за?",), share(29, 47)),
    ("ar", ("ما نسبة الأصوات المؤيدة من مجموع الأصوات؟",), share(29, 47)),
    ("zh-Hans", ("非洲国家投赞成票的一共有多少个",), count(len(AFRICA & FOR))),
    ("zh-Hans", ("不算欧盟，反对的还有几个国家",), count(len(AGAINST - EU))),
    ("zh-Hans", ("赞成比反对多多少票",), count(15)),
    ("en", ("How many of the least developed countries were in favour?",), count(len(LDC & FOR))),
    ("en", ("How many no votes came from outside the EU?",), count(len(AGAINST - EU))),
    ("en", ("By what margin did it pass?",), count(15)),
    ("fr", ("Combien de pays africains ont voté pour ?",), count(len(AFRICA & FOR))),
    ("zh-Hans", ("对比一下非洲集团和拉美集团的投票情况",), figures("12", "13", "8")),
    ("zh-Hans", ("东盟和欧盟，哪个集团赞成的多",), figures("3")),
    ("zh-Hans", ("五个地区组里哪个分歧最大",), figures("GRULAC|拉丁美洲|拉美")),
    ("zh-Hans", ("哪个地区集团最团结",), figures("东欧|西欧")),
    ("zh-Hans", ("反对票最多的是哪个地区组",), figures("西欧")),
    ("zh-Hans", ("亚太国家中谁跟大多数唱反调",), roll({"JPN"})),
    ("zh-Hans", ("非洲集团内部谁没有和大家保持一致",), roll({"MAR"})),
    ("zh-Hans", ("拉美国家投票一致吗",), verdict(False)),
    ("zh-Hans", ("欧盟内部有没有分裂",), verdict(False)),
    ("zh-Hans", ("要多少票才能通过这份决议，够了吗",), fact("22")),
    ("zh-Hans", ("拉美的凝聚力指数是多少",), figures("0.44")),
    ("en", ("Put the African Group and GRULAC side by side",), figures("12", "13", "8")),
    ("en", ("Who had more abstentions, the African Group or GRULAC?",), figures("3", "1")),
    ("en", ("Which regional group was least united?",), figures("GRULAC|Latin America")),
    ("en", ("Which of the regional groups cast the most no votes?",), figures("WEOG|Western Europe")),
    ("en", ("Who in the Asia-Pacific Group went against the majority?",), roll({"JPN"})),
    ("en", ("Which G77 states did not go along with the bulk of the group?",), roll(G77 - FOR)),
    ("en", ("Did the Latin Americans stick together?",), verdict(False)),
    ("en", ("Was WEOG of one mind?",), verdict(True)),
    ("en", ("What majority did it need, and did it get it?",), fact("22")),
    ("en", ("How cohesive was the African Group?",), figures("12", "13")),
    ("fr", ("Quel groupe régional a été le plus divisé ?",), figures("GRULAC|Amérique latine")),
    ("es", ("¿Quién del Grupo de Asia y el Pacífico se salió de la línea?",), roll({"JPN"})),
    ("ru", ("Какая региональная группа была самой расколотой?",), figures("ГРУЛАК|Латинск")),
    ("zh-Hans", ("除了欧盟成员，还有谁跟法国投的一样",), roll((AGAINST - EU) - {"FRA"})),
    ("zh-Hans", ("谁的立场和古巴相反",), (roll(AGAINST), roll(AGAINST | ABSTAINED))),
    ("en", ("Who sided with Japan outside of NATO?",), roll((AGAINST - NATO) - {"JPN"})),
    ("en", ("Which Asian countries voted differently from China?",), roll(ASIA - FOR)),
    ("en", ("Apart from Argentina, who voted the way Chile did?",), roll(ABSTAINED - {"CHL", "ARG"})),
    ("zh-Hans", ("摩洛哥是哪个地区组的",), fact("非洲")),
    ("zh-Hans", ("格鲁吉亚算不算欧盟国家",), fact(v="no")),
    ("zh-Hans", ("挪威在表决名单里吗",), (vote("NOR"), fact(v="no"))),
    ("en", ("Does Kazakhstan sit in the Asia-Pacific Group?",), fact(v="yes")),
    ("en", ("Which groups is Brazil part of?",), fact("GRULAC|Latin America")),
    ("en", ("Is Canada among the voters?",), (vote("CAN"), fact(v="no"))),
    ("es", ("¿A qué grupo regional pertenece Marruecos?",), fact("África|Africa|africano")),
    (
        "zh-Hans",
        (
            "哪些国家反对",
            "这里面不是欧盟的有哪些",
        ),
        roll(AGAINST - EU),
    ),
    (
        "zh-Hans",
        (
            "谁投了赞成票",
            "其中金砖国家呢",
        ),
        roll(FOR & BRICS),
    ),
    (
        "zh-Hans",
        (
            "非洲国家怎么投的",
            "其他的呢",
        ),
        roll(EVERYBODY - AFRICA),
    ),
    ("zh-Hans", ("不是中国，我问的是日本怎么投的",), vote("JPN")),
    (
        "zh-Hans",
        (
            "智利投了什么票",
            "说错了，是秘鲁",
        ),
        vote("PER"),
    ),
    (
        "zh-Hans",
        (
            "欧盟怎么投的",
            "那非洲集团呢",
            "两个比较一下",
        ),
        figures("9", "12", "13"),
    ),
    (
        "zh-Hans",
        (
            "谁弃权了",
            "去掉摩洛哥",
            "一共几个",
        ),
        count(3),
    ),
    (
        "zh-Hans",
        (
            "拉美有哪些国家弃权",
            "占拉美的百分之几",
        ),
        share(3, 8),
    ),
    (
        "zh-Hans",
        (
            "法国投了什么",
            "德国也一样吗",
        ),
        said({"FRA", "DEU"}, True),
    ),
    (
        "zh-Hans",
        (
            "谁反对",
            "这些国家都是北约的吗",
        ),
        verdict(AGAINST <= NATO),
    ),
    (
        "zh-Hant",
        (
            "邊個投反對",
            "當中有邊幾個唔係歐盟",
        ),
        roll(AGAINST - EU),
    ),
    (
        "en",
        (
            "Who opposed it?",
            "of those, which are not EU members?",
        ),
        roll(AGAINST - EU),
    ),
    (
        "en",
        (
            "How did African states vote?",
            "and the others?",
        ),
        roll(EVERYBODY - AFRICA),
    ),
    (
        "en",
        (
            "Who voted yes?",
            "Just the BRICS ones",
        ),
        roll(FOR & BRICS),
    ),
    ("en", ("Not China, Japan: how did it vote?",), vote("JPN")),
    (
        "en",
        (
            "How did Chile vote?",
            "I mean Peru, sorry",
        ),
        vote("PER"),
    ),
    (
        "en",
        (
            "Who abstained?",
            "leave Morocco out",
            "how many is that?",
        ),
        count(3),
    ),
    (
        "en",
        (
            "Which Latin American states abstained?",
            "What percentage of the group is that?",
        ),
        share(3, 8),
    ),
    (
        "en",
        (
            "What did France vote?",
            "Did Germany do the same?",
        ),
        said({"FRA", "DEU"}, True),
    ),
    (
        "en",
        (
            "Who voted against?",
            "Are they all in NATO?",
        ),
        verdict(AGAINST <= NATO),
    ),
    (
        "en",
        (
            "How did the EU vote?",
            "And BRICS?",
            "Which of the two was more united?",
        ),
        (figures("9", "5"), figures("1")),
    ),
    (
        "en",
        (
            "Who voted no?",
            "And yes?",
        ),
        roll(FOR),
    ),
    (
        "fr",
        (
            "Qui a voté contre ?",
            "Et parmi eux, lesquels ne sont pas dans l'Union européenne ?",
        ),
        roll(AGAINST - EU),
    ),
    (
        "fr",
        (
            "Qui s'est abstenu ?",
            "Et sans le Maroc ?",
        ),
        roll(ABSTAINED - {"MAR"}),
    ),
    (
        "es",
        (
            "¿Quién votó a favor?",
            "De esos, ¿cuáles son africanos?",
        ),
        roll(FOR & AFRICA),
    ),
    (
        "ru",
        (
            "Кто воздержался?",
            "А кроме Марокко?",
        ),
        roll(ABSTAINED - {"MAR"}),
    ),
    (
        "ru",
        (
            "Как голосовал Китай?",
            "Нет, я имел в виду Японию",
        ),
        vote("JPN"),
    ),
    (
        "ar",
        (
            "من عارض القرار؟",
            "ومن منهم ليس في الاتحاد الأوروبي؟",
        ),
        roll(AGAINST - EU),
    ),
    (
        "ar",
        (
            "كيف صوتت الصين؟",
            "لا، أقصد اليابان",
        ),
        vote("JPN"),
    ),
    ("zh-Hans", ("反对方里排除掉欧盟和日本，还有几国，列一下",), roll(AGAINST - EU - {"JPN"})),
    ("zh-Hans", ("金砖以外的二十国集团成员投票情况",), roll(G20 - BRICS)),
    ("zh-Hans", ("哪些非洲国家不是最不发达国家，它们怎么投的",), roll(AFRICA - LDC)),
    ("zh-Hans", ("阿拉伯联盟成员国，不含海合会的，投票结果",), roll(ARAB - GCC)),
    ("zh-Hans", ("赞成的国家，扣掉非洲的和亚太的",), roll(FOR - AFRICA - ASIA)),
    ("zh-Hans", ("除去智利、阿根廷、哥斯达黎加，还有谁弃权",), roll(ABSTAINED - {"CHL", "ARG", "CRI"})),
    ("zh-Hans", ("经合组织里不是欧盟的那些怎么投的",), roll(OECD - EU)),
    ("zh-Hans", ("法语国家组织里剔除非洲国家",), roll(OIF - AFRICA)),
    ("zh-Hant", ("撇除歐盟之後，北約仲有邊個",), roll(NATO - EU)),
    ("zh-Hant", ("不計拉美，棄權的有哪些",), roll(ABSTAINED - LATIN)),
    ("en", ("Leave the Africans out of it: who was in favour?",), roll(FOR - AFRICA)),
    ("en", ("OECD members that aren't in the EU and how they voted",), roll(OECD - EU)),
    ("en", ("Who on the yes side is neither African nor Asian?",), roll(FOR - AFRICA - ASIA)),
    ("en", ("Of the Arab League, excluding the Gulf states (GCC), how did they vote?",), roll(ARAB - GCC)),
    ("en", ("List supporters outside the G77",), roll(FOR - G77)),
    ("en", ("Besides EU members, did anyone vote no? who?",), roll(AGAINST - EU)),
    ("en", ("all no votes except the EU ones",), roll(AGAINST - EU)),
    ("en", ("African members of the Francophonie, minus Morocco: how did they vote?",), roll((OIF & AFRICA) - {"MAR"})),
    ("fr", ("Qui a voté pour, hormis les pays africains et la Chine ?",), roll(FOR - AFRICA - {"CHN"})),
    ("fr", ("Les membres de l'OTAN qui ne sont pas dans l'UE, comment ont-ils voté ?",), roll(NATO - EU)),
    ("es", ("¿Qué países votaron en contra sin ser de la Unión Europea?",), roll(AGAINST - EU)),
    ("es", ("Dejando fuera a Marruecos, ¿quién se abstuvo?",), roll(ABSTAINED - {"MAR"})),
    (
        "ru",
        ("Кто из стран «большой двадцатки», не входящих в БРИКС, голосовал против?",),
        roll((G20 - BRICS) & AGAINST),
    ),
    ("ar", ("من أيد القرار باستثناء الدول الأفريقية؟",), roll(FOR - AFRICA)),
    ("zh-Hans", ("德国法国都反对了？",), said({"DEU", "FRA"}, True)),
    ("zh-Hans", ("巴西与巴拉圭均投赞成票吗",), said({"BRA", "PRY"}, True)),
    ("zh-Hans", ("智利或者秘鲁有弃权的吗",), said({"CHL", "PER"}, True)),
    ("zh-Hans", ("印尼、马来西亚、越南三国是否一致",), said({"IDN", "MYS", "VNM"}, True)),
    ("zh-Hans", ("日本跟中国投的不一样对吧",), said({"JPN", "CHN"}, True)),
    ("zh-Hans", ("有没有哪个东欧国家没投反对票",), verdict(bool(EAST - AGAINST))),
    ("zh-Hans", ("欧盟27国里在场的全部反对，没错吧",), verdict(EU <= AGAINST)),
    ("zh-Hans", ("亚太组并非全部赞成，对吗",), verdict(not ASIA <= FOR)),
    ("zh-Hans", ("不结盟运动里一个反对的都没有？",), verdict(not NAM & AGAINST)),
    ("zh-Hans", ("是否仅有拉美国家弃权",), verdict(ABSTAINED <= LATIN)),
    ("zh-Hans", ("只有日本一个亚洲国家投了反对票，是吗",), verdict(ASIA & AGAINST == {"JPN"})),
    ("zh-Hans", ("摩洛哥是不是非洲唯一没投赞成的",), verdict(AFRICA - FOR == {"MAR"})),
    ("zh-Hans", ("弃权国家都来自七十七国集团，对不对",), verdict(ABSTAINED <= G77)),
    ("zh-Hans", ("反对的全是北约和欧盟的吗",), verdict(AGAINST <= NATO | EU)),
    ("zh-Hant", ("係咪得日本一個亞太國家反對",), verdict(ASIA & AGAINST == {"JPN"})),
    ("zh-Hant", ("非洲國家冇一個反對，啱唔啱",), verdict(not AFRICA & AGAINST)),
    ("en", ("Kazakhstan and Kyrgyzstan: both in favour?",), said({"KAZ", "KGZ"}, True)),
    ("en", ("Neither the US nor Japan voted in favour, correct?",), said({"USA", "JPN"}, True)),
    ("en", ("Was it only Latin American countries that abstained?",), verdict(ABSTAINED <= LATIN)),
    ("en", ("Is every abstainer a member of the G77?",), verdict(ABSTAINED <= G77)),
    ("en", ("Do all the no votes come from Europe?",), verdict(AGAINST <= EUROPE)),
    ("en", ("Were all those who abstained members of the G77?",), verdict(ABSTAINED <= G77)),
    ("en", ("Was there a single African vote against?",), verdict(bool(AFRICA & AGAINST))),
    ("en", ("Not every Asian state voted yes, did it?",), verdict(not ASIA <= FOR)),
    ("en", ("Did Brazil, China and India vote the same way?",), said({"BRA", "CHN", "IND"}, True)),
    ("en", ("Did anyone in the EU abstain?",), verdict(bool(EU & ABSTAINED))),
    ("en", ("Did nobody in NATO vote in favour?",), verdict(not NATO & FOR)),
    ("en", ("Did more than half of GRULAC support it?",), verdict(2 * len(LATIN & FOR) > len(LATIN))),
    ("fr", ("Tous les pays de l'UE ont-ils voté contre ?",), verdict(EU <= AGAINST)),
    ("fr", ("Aucun pays africain n'a voté contre, n'est-ce pas ?",), verdict(not AFRICA & AGAINST)),
    ("es", ("¿Solo los países de la OTAN votaron en contra?",), verdict(AGAINST <= NATO)),
    ("es", ("¿Votaron lo mismo Cuba y Brasil?",), said({"CUB", "BRA"}, True)),
    ("ru", ("Все ли страны ЕС голосовали против?",), verdict(EU <= AGAINST)),
    ("ru", ("Ни одна африканская страна не голосовала против, верно?",), verdict(not AFRICA & AGAINST)),
    ("ar", ("هل صوتت جميع دول الاتحاد الأوروبي ضد القرار؟",), verdict(EU <= AGAINST)),
    ("zh-Hans", ("欧盟占反对票的多大比例",), share(len(EU & AGAINST), len(AGAINST))),
    ("zh-Hans", ("支持率是多少",), share(29, 47)),
    ("zh-Hans", ("七十七国集团成员支持的比例",), share(len(G77 & FOR), len(G77))),
    ("zh-Hans", ("弃权的里面拉美占几成",), share(3, 4)),
    ("zh-Hans", ("赞成票当中有多大比例来自亚太",), share(len(ASIA & FOR), len(FOR))),
    ("zh-Hans", ("没有投赞成票的国家占百分之几",), share(18, 47)),
    ("zh-Hans", ("北约之外投反对票的有几个",), count(2)),
    ("zh-Hans", ("非洲和亚太加起来有多少赞成票",), count(24)),
    ("zh-Hans", ("拉美几票赞成几票弃权",), (figures("5", "3"), roll(LATIN & (FOR | ABSTAINED)), roll(LATIN))),
    ("zh-Hant", ("反對票入面歐盟佔幾多%",), share(9, 14)),
    ("en", ("What proportion of the abstentions were Latin American?",), share(3, 4)),
    ("en", ("What percent of yes votes came from Africa?",), share(12, 29)),
    ("en", ("What's the percentage of G77 members in favour?",), share(27, 31)),
    ("en", ("What percentage did not vote in favour?",), share(18, 47)),
    ("en", ("How many votes did Africa and Asia-Pacific together cast in favour?",), count(24)),
    ("en", ("How many non-EU countries opposed it?",), count(5)),
    ("en", ("How many more yes votes than no votes?",), count(15)),
    ("fr", ("Quelle part des voix contre vient de l'UE ?",), share(9, 14)),
    ("es", ("¿Qué porcentaje del Grupo Africano votó a favor?",), share(12, 13)),
    ("ru", ("Сколько процентов воздержалось?",), share(4, 47)),
    ("ar", ("كم عدد الدول الأفريقية التي صوتت لصالح القرار؟",), count(12)),
    ("zh-Hans", ("按地区组列出投票情况",), figures("12", "13", "8")),
    ("zh-Hans", ("欧盟、东盟、非盟三家对比",), figures("9", "3", "12")),
    ("zh-Hans", ("哪个地区组赞成率最高",), figures("非洲|亚太")),
    ("zh-Hans", ("拉美组内部分裂吗",), verdict(True)),
    ("zh-Hans", ("拉美组的多数意见是什么",), figures("5")),
    ("zh-Hans", ("哪些国家没跟自己的地区组走",), figures("日本", "摩洛哥")),
    ("zh-Hans", ("七十七国集团里谁没跟着大家投赞成",), roll(G77 - FOR)),
    ("en", ("Rank-breakers in the Asia-Pacific Group?",), roll({"JPN"})),
    ("en", ("EU vs African Union: who was more united?",), figures("9", "13")),
    ("en", ("Give me the result by regional group",), figures("12", "13", "8")),
    ("en", ("Which group had the highest share of abstentions?",), figures("GRULAC|Latin America")),
    ("en", ("What was the majority position of GRULAC?",), figures("5")),
    ("en", ("Did the OECD vote as a bloc?",), verdict(False)),
    ("en", ("Were there any defectors in the African Group?",), roll({"MAR"})),
    ("fr", ("Comparez l'Union européenne et le Groupe africain",), figures("9", "12", "13")),
    ("es", ("¿Qué grupo regional fue el más dividido?",), figures("GRULAC|América Latina")),
    ("ru", ("Сравните голосование ЕС и БРИКС",), figures("9", "5")),
    ("zh-Hans", ("和智利投一样票的还有谁",), roll(ABSTAINED - {"CHL"})),
    ("zh-Hans", ("哪些G20国家和美国投得一样",), roll((G20 & AGAINST) - {"USA"})),
    ("zh-Hans", ("与巴西立场不同的拉美国家",), roll(LATIN - FOR)),
    ("en", ("Which G20 members voted the same as the United States?",), roll((G20 & AGAINST) - {"USA"})),
    ("en", ("Latin American countries that didn't vote like Brazil",), roll(LATIN - FOR)),
    ("zh-Hans", ("卡塔尔在海合会里吗",), fact(v="yes")),
    ("zh-Hans", ("日本属于哪个区域集团",), fact("亚太")),
    ("en", ("Which regional group is Georgia in?",), fact("Eastern Europe")),
    ("en", ("Is Turkey a voting member here?",), (vote("TUR"), fact(v="no"))),
    (
        "zh-Hans",
        (
            "谁投了反对票",
            "除掉欧盟呢",
        ),
        roll(AGAINST - EU),
    ),
    (
        "zh-Hans",
        (
            "谁投了反对票",
            "除掉欧盟呢",
            "再除掉美国",
        ),
        roll(AGAINST - EU - {"USA"}),
    ),
    (
        "zh-Hans",
        (
            "非洲国家怎么投的",
            "有没有弃权的",
        ),
        (verdict(True), roll({"MAR"})),
    ),
    (
        "zh-Hans",
        (
            "非洲国家怎么投的",
            "亚太的呢",
        ),
        roll(ASIA),
    ),
    (
        "zh-Hans",
        (
            "中国投了什么",
            "印度呢",
            "他们一样吗",
        ),
        said({"CHN", "IND"}, True),
    ),
    (
        "zh-Hans",
        (
            "赞成的有多少",
            "是哪些",
        ),
        roll(FOR),
    ),
    (
        "zh-Hans",
        (
            "谁弃权",
            "有几个是非洲的",
        ),
        count(1),
    ),
    (
        "zh-Hans",
        (
            "欧盟怎么投",
            "除了德国",
        ),
        roll(EU - {"DEU"}),
    ),
    (
        "zh-Hans",
        (
            "法国怎么投的",
            "不对，我想问芬兰",
        ),
        vote("FIN"),
    ),
    (
        "zh-Hans",
        (
            "法国怎么投的",
            "谢谢",
            "那芬兰",
        ),
        vote("FIN"),
    ),
    (
        "zh-Hant",
        (
            "邊個棄權",
            "入面有冇非洲國家",
        ),
        (verdict(True), roll({"MAR"})),
    ),
    (
        "en",
        (
            "Who voted in favour?",
            "without the African states",
        ),
        roll(FOR - AFRICA),
    ),
    (
        "en",
        (
            "Who voted in favour?",
            "without the African states",
            "and without China",
        ),
        roll(FOR - AFRICA - {"CHN"}),
    ),
    (
        "en",
        (
            "Who abstained?",
            "any Africans among them?",
        ),
        (verdict(True), roll({"MAR"})),
    ),
    (
        "en",
        (
            "How did India vote?",
            "and Indonesia?",
            "did they agree?",
        ),
        said({"IND", "IDN"}, True),
    ),
    (
        "en",
        (
            "How many supported it?",
            "which ones?",
        ),
        roll(FOR),
    ),
    (
        "en",
        (
            "Who in the G20 voted yes?",
            "and no?",
        ),
        (roll(G20 & AGAINST), roll(AGAINST)),
    ),
    (
        "en",
        (
            "Who opposed it?",
            "how many of them are in the EU?",
        ),
        count(9),
    ),
    (
        "en",
        (
            "How did France vote?",
            "no wait, Finland",
        ),
        vote("FIN"),
    ),
    (
        "en",
        (
            "Who abstained?",
            "what share is that?",
        ),
        share(4, 47),
    ),
    (
        "fr",
        (
            "Qui a voté pour ?",
            "Et sans les pays africains ?",
        ),
        roll(FOR - AFRICA),
    ),
    (
        "es",
        (
            "¿Cómo votó Francia?",
            "Perdón, quise decir Finlandia",
        ),
        vote("FIN"),
    ),
    (
        "ru",
        (
            "Кто голосовал против?",
            "А кто из них не в ЕС?",
        ),
        roll(AGAINST - EU),
    ),
    (
        "ar",
        (
            "من امتنع؟",
            "وبدون المغرب؟",
        ),
        roll(ABSTAINED - {"MAR"}),
    ),
)


def asked() -> tuple[Row, ...]:
    """The questions as rows, in their order."""
    made = []
    for number, (lang, turns, wanted) in enumerate(ASKED, 1):
        first, *also = wanted if isinstance(wanted, tuple) else (wanted,)
        made.append(Row(f"asked/{number}", "asked", lang, turns, first, tuple(also)))
    return tuple(made)

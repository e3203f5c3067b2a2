"""How texts say by what vote they were adopted, in whatever order and whatever their form: the words that tell, and
those that only go with them. What stands beside them in such a line is not understood.

Source: resolutions and decisions of the General Assembly, its committees, the councils, the Commission on Human Rights
and other bodies since 1946, and the reports and journals that print their votes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.corpus.forms.counted import COUNTED
from bot.resolution import Vote

YES, NO, ABSTAIN, AWAY = Vote.YES, Vote.NO, Vote.ABSTAIN, Vote.NOT_VOTING


class Sign(StrEnum):
    """What a word or phrase of such a line tells; those that come first are looked for first."""

    SEE = "see"
    """Where the report says more."""
    DATE = "date"
    MEETING = "meeting"
    REVISED = "revised"
    WITHOUT = "without"
    UNANIMOUS = "unanimous"
    CONSENSUS = "consensus"
    NONE_AGAINST = "none_against"
    NONE_ABSTAINING = "none_abstaining"
    AWAY = "away"
    FAVOUR = "favour"
    ABSTAIN = "abstain"
    AGAINST = "against"
    OPPOSED = "opposed"
    """Between the votes in favour and those against: to, contra, 对."""
    VOTES = "votes"
    """What figures count."""
    FILL = "fill"
    """What tells nothing."""
    NUMBER = "number"
    NEXT = "next"
    """A dash between two figures: 29-14-4."""


@dataclass(frozen=True, slots=True)
class AdoptionWords:
    """The words of one language."""

    begins: str
    """How a line begins that says how a text was adopted."""
    signs: dict[Sign, str]
    headings: dict[str, Vote]
    """Headings of lists, beside those of the form."""
    cast: dict[str, Vote]
    """What stands beside the name of a state in a table, or behind a dash."""
    columns: frozenset[str]
    """The heads of such a table, and titles of lists."""
    joined: tuple[str, ...]
    """What may stand before the last name of a list, beside the conjunctions of the form."""


_NUMBERED = r"\d+/\d+(?:/[A-Z0-9]+)*|\d+ ?\([IVXLC]+\)|[AES](?:/[A-Z0-9.()-]+)+"
"""The number or symbol of a text."""

ADOPTION = {
    "en": AdoptionWords(
        begins=r"(?:the )?(?:(?:above |present |draft )*(?:resolution|decision|text)(?: \S+"
        r"| as a whole)?(?:, as (?:a whole|amended),)? (?:was |were )?)?"
        r"(?:as (?:a whole|amended),? )?adopted\b|by a (?:recorded |roll-call )?vote\b|(?:result of the )?"
        r"(?:recorded |roll-call )?vot(?:e|ing)(?: pattern| result)?(?: was(?: as follows)?)? ?[:：]"
        r"|(?:unanimously|without a vote|by consensus)\b",
        signs={
            Sign.SEE: r"see (?:also )?[^\[\]]{1,120}",
            Sign.MEETING: r"\d{1,5}(?:st|nd|rd|th)(?: \(resumed\))?(?: \(?(?:closed"
            r"|private)\)?)? (?:plenary )?meeting"
            r"|(?:[a-z]+ hundred(?: and)? )?(?:[a-z]+-)?[a-z]*(?:th|first|second|third) (?:plenary )?meeting",
            Sign.REVISED: r"as orally (?:revised|amended|corrected|modified)",
            Sign.WITHOUT: r"without (?:(?:a|any|being put to a|being put to the|recourse to a) )?vot(?:e|ing)",
            Sign.UNANIMOUS: r"unanimous(?:ly)?(?: vote)?",
            Sign.CONSENSUS: r"(?:by |in a )?consensus",
            Sign.NONE_AGAINST: r"without (?:any )?(?:opposition|dissent(?:ing votes?)?|negative votes?"
            r"|votes? against)",
            Sign.NONE_ABSTAINING: r"without (?:any )?abstentions?",
            Sign.AWAY: r"not voting|absent|not participating(?: in the vot(?:e|ing))?"
            r"|(?:having |who )?(?:did not|declined to) (?:vote|participate in the vot(?:e|ing))",
            Sign.FAVOUR: r"in favou?r(?: of)?|for|affirmative|yes",
            Sign.ABSTAIN: r"abstentions?|abstaining|abstained|abstain",
            Sign.AGAINST: r"against|opposed|opposing|negative",
            Sign.OPPOSED: r"to",
            Sign.VOTES: r"votes?",
            Sign.FILL: r"as (?:a whole|amended)|(?:two-thirds|simple)? ?majority|show of hands|secret ballot"
            r"|the|an?|at|its|on|of|by|with|and|was|were|in|draft|resolutions?"
            r"|decisions?|text|adopted|recorded"
            r"|(?:non-)?recorded|roll[- ]call|votes?|voting|as|follows?|results?|members?|states?|delegations?"
            r"|member"
            r"|being|been|there|(?:human rights |security |economic and social )?council"
            r"|general assembly|assembly|commission|conference|committee|pattern|taken|this|final|adoption",
        },
        headings={
            "for": YES, "yes": YES, "yea": YES, "yeas": YES, "votes in favour": YES, "voting in favour": YES,
            "voted in favour": YES, "states voting in favour": YES, "voting for": YES, "affirmative": YES,
            "no": NO, "nay": NO, "nays": NO, "votes against": NO, "voting against": NO, "voted against": NO,
            "states voting against": NO, "opposed": NO, "negative": NO, "abstention": ABSTAIN, "abstain": ABSTAIN,
            "abstained from voting": ABSTAIN, "states abstaining": ABSTAIN, "not voting": AWAY, "absent": AWAY,
            "did not vote": AWAY, "non-voting": AWAY, "did not participate": AWAY, "not participating": AWAY,
        },
        cast={
            "yes": YES, "in favour": YES, "in favor": YES, "for": YES, "no": NO, "against": NO, "abstained": ABSTAIN,
            "abstaining": ABSTAIN, "abstention": ABSTAIN, "abstain": ABSTAIN, "not voting": AWAY, "absent": AWAY,
            "did not vote": AWAY, "did not participate": AWAY,
        },
        columns=frozenset({"state", "states", "country", "member", "member state", "vote", "votes", "delegation"}),
        joined=(" and ", " & "),
    ),
    "fr": AdoptionWords(
        begins=r"(?:la |le )?(?:(?:projet de )?(?:résolution|décision|texte)(?: \S+"
        r"| dans son ensemble)? (?:a été |est )?)?"
        r"adoptée?\b|(?:par |à l'issue d')?(?:un )?(?:vote|scrutin) (?:enregistré|nominal|par appel nominal)"
        r"|(?:résultats? du )?vote(?: enregistré)? ?:",
        signs={
            Sign.SEE: r"voir [^\[\]]{1,120}",
            Sign.MEETING: r"\d{1,5} ?(?:e|re|ère|ème) (?:séance|réunion)(?: plénière)?(?: privée)?",
            Sign.REVISED: r"(?:telle? que |tel que )?(?:révisée?|modifiée?|amendée?|corrigée?) oralement",
            Sign.WITHOUT: r"sans (?:vote|être mise? aux voix|avoir été mise? aux voix|mise aux voix"
            r"|procéder à un vote"
            r"|qu'il soit procédé à un vote)",
            Sign.UNANIMOUS: r"(?:à l')?unanimité(?: des voix)?|unanimement",
            Sign.CONSENSUS: r"(?:par (?:voie de )?)?consensus",
            Sign.NONE_AGAINST: r"sans (?:opposition|voix contre|vote négatif)",
            Sign.NONE_ABSTAINING: r"sans abstentions?",
            Sign.AWAY: r"(?:n'ayant|n'a|n'ont) pas (?:pris part|participé) au (?:vote|scrutin)|absents?"
            r"|non[- ]participants?|non[- ]votants?",
            Sign.FAVOUR: r"pour|favorables?|en faveur|affirmatives?",
            Sign.ABSTAIN: r"abstentions?|(?:s'(?:est|étant|étaient) |se sont )?abstenue?s?",
            Sign.AGAINST: r"contre|défavorables?|opposées?",
            Sign.OPPOSED: r"à",
            Sign.VOTES: r"voix|suffrages?",
            Sign.FILL: r"majorité(?: simple| des deux tiers)?|main levée|scrutin secret|la|les?|l'(?:issue"
            r"|ensemble|objet)|un (?:vote|scrutin)|au|aux?|du|des?|d'un|en|sa|par|avec"
            r"|et|est|a été|été|sont|projet|résolutions?|décisions?|texte|adoptée?|enregistrée?|nominal"
            r"|appel nominal"
            r"|votes?|votants?|scrutin|voix|suffrages?|se sont réparties?|comme suit|suivants?|suit|résultats?"
            r"|membres?"
            r"|états?|délégations?|oral|ensemble|dans son|suivant|(?:l')?assemblée générale|conseil(?: de sécurité"
            r"| des droits de l'homme| économique et social)?|commission(?: des droits de l'homme)?|conférence",
        },
        headings={
            "ont voté en faveur": YES, "votes pour": YES, "en faveur": YES, "votent pour": YES, "votants pour": YES,
            "oui": YES, "états ayant voté pour": YES, "votes contre": NO, "votent contre": NO, "non": NO,
            "états ayant voté contre": NO, "abstenus": ABSTAIN, "s'abstiennent": ABSTAIN, "se sont abstenus de voter":
            ABSTAIN, "états s'étant abstenus": ABSTAIN, "absents": AWAY, "absent": AWAY, "non-votants": AWAY,
            "n'ont pas participé au vote": AWAY, "n'a pas participé au vote": AWAY, "n'ont pas pris part au vote": AWAY,
        },
        cast={
            "oui": YES, "pour": YES, "favorable": YES, "non": NO, "contre": NO, "abstention": ABSTAIN,
            "s'est abstenu": ABSTAIN, "s'est abstenue": ABSTAIN, "abstenu": ABSTAIN, "absent": AWAY, "absente": AWAY,
        },
        columns=frozenset({"état", "états", "pays", "membre", "état membre", "vote", "votes", "délégation"}),
        joined=(" et ", " ainsi que "),
    ),
    "es": AdoptionWords(
        begins=r"(?:la |el )?(?:(?:proyecto de )?(?:resolución|decisión|texto)(?: \S+| en su conjunto)? (?:fue "
        r"|es )?)?"
        r"(?:aprobad|adoptad)[ao]\b|(?:en |por |mediante )?votación (?:registrada|nominal)"
        r"|(?:resultados? de la )?votación(?: registrada| nominal)? ?:|por unanimidad\b",
        signs={
            Sign.SEE: r"v[ée]an?se [^\[\]]{1,120}",
            Sign.MEETING: r"\d{1,5} ?\.?(?:ª|a)\.? (?:sesión|reunión)(?: plenaria)?(?: \(continuación\))?",
            Sign.REVISED: r"(?:en su forma |tal como fue |con las revisiones )?(?:oralmente (?:revisad|enmendad"
            r"|corregid)"
            r"[ao]|(?:revisad|enmendad|corregid)[ao] (?:oralmente|verbalmente))",
            Sign.WITHOUT: r"sin (?:(?:someter(?:se|la|lo)? a|proceder a|que se (?:procediera"
            r"|sometiera) a) )?(?:una )?"
            r"(?:votación|voto)",
            Sign.UNANIMOUS: r"(?:por )?unanimidad(?: de votos)?|unánimemente",
            Sign.CONSENSUS: r"(?:por )?consenso",
            Sign.NONE_AGAINST: r"sin (?:votos? (?:en )?contra|oposición)|nadie en contra",
            Sign.NONE_ABSTAINING: r"sin abstenci(?:ón|ones)",
            Sign.AWAY: r"(?:que )?no (?:participaron|participó|votaron|votó)(?: en la votación)?|ausentes?",
            Sign.FAVOUR: r"a favor|afirmativos?|favorables?",
            Sign.ABSTAIN: r"abstenci(?:ón|ones)|se abst(?:uvieron|uvo)",
            Sign.AGAINST: r"en contra|contra|negativos?|contrarios?",
            Sign.OPPOSED: r"a",
            Sign.VOTES: r"votos?",
            Sign.FILL: r"mayoría(?: simple| de dos tercios)?|mano alzada|votación secreta|el|la|los|las|de|del"
            r"|en|su|una votación|por|con|y|e|fue|es|proyecto|resolución"
            r"|decisión|texto"
            r"|(?:aprobad|adoptad)[ao]|mediante|votación|registrada|nominal|votos?|como|sigue|siguientes?"
            r"|resultados?"
            r"|emitidos|miembros?|estados?|delegaciones|conjunto|asamblea general|comisión(?: de derechos humanos)?"
            r"|consejo(?: de seguridad| de derechos humanos| económico y social)?|conferencia|celebrada|que",
        },
        headings={
            "votaron a favor": YES, "votó a favor": YES, "voto a favor": YES, "sí": YES, "si": YES, "afirmativos": YES,
            "estados que votaron a favor": YES, "votaron en contra": NO, "votó en contra": NO, "voto en contra": NO,
            "no": NO, "negativos": NO, "estados que votaron en contra": NO, "se abstuvieron": ABSTAIN, "se abstuvo":
            ABSTAIN, "abstenciones de voto": ABSTAIN, "ausentes": AWAY, "no participaron en la votación": AWAY,
            "no votaron": AWAY, "no participaron": AWAY,
        },
        cast={
            "sí": YES, "a favor": YES, "no": NO, "en contra": NO, "abstención": ABSTAIN, "se abstuvo": ABSTAIN,
            "ausente": AWAY, "no votó": AWAY,
        },
        columns=frozenset({"estado", "estados", "país", "miembro", "estado miembro", "voto", "votos", "delegación"}),
        joined=(" y ", " e ", " así como "),
    ),
    "ru": AdoptionWords(
        begins=r"(?:проект )?(?:(?:резолюци[яи]|решени[ея])(?: \S+| в целом)? )?(?:(?:была|было"
        r"|был) )?принят[аоы]?\b"
        r"(?! (?:генеральн|совет|комисси|конференц|экономич|ассамбле))"
        r"|заносимое в отч[её]т о заседании голосование|(?:результаты )?(?:поименного )?голосовани[ея] ?:",
        signs={
            Sign.SEE: r"см\. [^\[\]]{1,120}",
            Sign.MEETING: r"\d{1,5}-(?:м|е|ом|ем|го)?(?: \(возобновленном\))?(?: пленарно[ме]"
            r"| закрыто[ме])? заседани[иея]",
            Sign.REVISED: r"с (?:внесенными в не[её] )?устными (?:изменениями|поправками|исправлениями)",
            Sign.WITHOUT: r"без (?:проведения |постановки на )?голосовани[яе]",
            Sign.UNANIMOUS: r"единогласно|единодушно",
            Sign.CONSENSUS: r"консенсусом|(?:на основе|пут[её]м) консенсуса",
            Sign.NONE_AGAINST: r"(?:никто не голосовал|ни одного(?: голоса)?|при отсутствии голосов) против",
            Sign.NONE_ABSTAINING: r"(?:при отсутствии|без) воздержавшихся|никто не воздержался",
            Sign.AWAY: r"не участвовал(?:о|и|а)? в голосовании|не участвовавших(?: в голосовании)?"
            r"|не голосовал(?:о|и|а)?|отсутствовал(?:о|и|а)?|отсутствующих",
            Sign.FAVOUR: r"за",
            Sign.ABSTAIN: r"воздержавши(?:хся|мися|йся|еся)|воздержавшемся|воздержал(?:ся|ись|ась|ось)",
            Sign.AGAINST: r"против",
            Sign.OPPOSED: r"к",
            Sign.VOTES: r"голос(?:ами|ов|а)?",
            Sign.FILL: r"большинством(?: в две трети)?|поднятием рук|тайным|принят[аоы]?|резолюци[яи]"
            r"|решени[ея]|проект|в результате|заносим(?:ого|ым|ое) в отч[её]т"
            r"(?: о заседании)?|поименн(?:ого|ым|ое)|регистрируем(?:ого|ым|ое)|голосовани(?:я|ем|е|и)"
            r"|голос(?:ами|ов|а)?"
            r"|при(?: этом)?|и|на|его|е[её]|сво[её]м|результаты|распределились|следующи(?:м образом|е|ми)|был[аои]?"
            r"|подано|в целом|член(?:ов|а|ы)|государств(?:а|о)?|делегаци[ийя]|составили|голосовали|в",
        },
        headings={
            "голосовала за": YES, "голосовал за": YES, "голосовали «за»": YES, "голоса за": YES, "да": YES,
            "голосовала против": NO, "голосовал против": NO, "голосовали «против»": NO, "голоса против": NO, "нет": NO,
            "воздержался": ABSTAIN, "воздержались от голосования": ABSTAIN, "воздержавшиеся": ABSTAIN,
            "не участвовали в голосовании": AWAY, "не участвовала в голосовании": AWAY, "отсутствовали": AWAY,
            "не голосовали": AWAY,
        },
        cast={
            "за": YES, "да": YES, "против": NO, "нет": NO, "воздержался": ABSTAIN, "воздержалась": ABSTAIN,
            "воздержались": ABSTAIN, "воздержалось": ABSTAIN, "отсутствовал": AWAY, "отсутствовала": AWAY,
            "не голосовал": AWAY, "не голосовала": AWAY,
        },
        columns=frozenset({"государство", "государства", "страна", "член", "голос", "голосование", "делегация"}),
        joined=(" и ", " а также "),
    ),
    "ar": AdoptionWords(
        begins=r"(?:مشروع )?(?:(?:ال)?(?:قرار|مقرر) )?(?:و?قد )?(?:اعتمدت?|اتخذت?|تم اعتماد)(?! (?:ال)?(?:جمعية"
        r"|مجلس))"
        r"|(?:نتيجة|نتائج) التصويت|بتصويت مسجل|تصويت مسجل",
        signs={
            Sign.SEE: r"انظر [^\[\]]{1,120}",
            Sign.MEETING: r"(?:في )?(?:جلست(?:ها|ه)|الجلسة)(?: العامة)? \d{1,5}(?: المستأنفة)?(?:،? المعقودة)?",
            Sign.REVISED: r"بصيغته[ام]*،? (?:المنقحة|المعدلة|المصوبة) شفويا",
            Sign.WITHOUT: r"(?:بدون|من دون|دون|بلا) (?:(?:طرحه|عرضه) (?:على|ل))?(?:ال)?تصويت",
            Sign.UNANIMOUS: r"ب(?:ال)?إجماع(?: الأصوات)?",
            Sign.CONSENSUS: r"بتوافق (?:في )?الآراء",
            Sign.NONE_AGAINST: r"(?:بدون|دون|من دون) (?:معارضة|أي صوت معارض|أصوات معارضة)",
            Sign.NONE_ABSTAINING: r"(?:بدون|دون|من دون|و?عدم) امتناع(?: (?:أحد|أي عضو|أي دولة))?",
            Sign.AWAY: r"و?(?:عدم مشاركة|لم (?:يشارك|تشارك|يصوت|تصوت)|غياب|تغيب|غائب(?:ون|ين)?|غير مشارك(?:ين"
            r"|ون)?)",
            Sign.FAVOUR: r"مؤيد(?:ا|ة|ين|ون)?|لصالح(?:ه|ها)?",
            Sign.ABSTAIN: r"و?(?:ب)?امتناع|و?ممتنع(?:ا|ة|ين|ون)?|و?امتنع(?:ت)?",
            Sign.AGAINST: r"معارض(?:ا|ة|ين|ون)?",
            Sign.OPPOSED: r"مقابل|ضد|إلى",
            Sign.VOTES: r"صوت(?:ا)?|أصوات",
            Sign.FILL: r"(?:ب?أغلبية )?ثلثي|برفع الأيدي|سري|و?قد|و?(?:اعتمدت?|اتخذت?)|تم|اعتماد|مشروع"
            r"|(?:ال)?(?:قرار|مقرر)|(?:ب)?تصويت|مسجل"
            r"|بنداء الأسماء"
            r"|ب?أغلبية|صوت(?:ا)?|أصوات|أعضاء|عضو(?:ا)?|دول(?:ة)?|وفود|عن|التصويت|المشاركة|و?كانت|نتيجة|نتائج"
            r"|كما|يلي"
            r"|كالتالي|كالآتي|على|النحو|التالي|الآتي|في|مع|و|هي|ككل|الجمعية العامة|مجلس (?:حقوق الإنسان|الأمن)",
        },
        headings={
            "مؤيدون": YES, "المؤيدين": YES, "الدول المؤيدة": YES, "صوت لصالحه": YES, "صوت مؤيدا": YES, "نعم": YES,
            "مؤيد": YES, "المصوتون لصالحه": YES, "معارضون": NO, "المعارضين": NO, "الدول المعارضة": NO, "لا": NO,
            "صوت ضده": NO, "معارض": NO, "المصوتون ضده": NO, "ممتنعون": ABSTAIN, "الممتنعين": ABSTAIN,
            "الدول الممتنعة": ABSTAIN, "الدول الممتنعة عن التصويت": ABSTAIN, "ممتنعون عن التصويت": ABSTAIN,
            "امتنع عن التصويت": ABSTAIN, "الغائبون": AWAY, "غائبون": AWAY, "لم يصوتوا": AWAY,
            "غير المشاركين في التصويت": AWAY, "لم يشارك في التصويت": AWAY,
        },
        cast={
            "نعم": YES, "مؤيد": YES, "مؤيدة": YES, "لا": NO, "معارض": NO, "معارضة": NO, "ممتنع": ABSTAIN,
            "ممتنعة": ABSTAIN, "امتناع": ABSTAIN, "امتنعت": ABSTAIN, "امتنع": ABSTAIN, "غائب": AWAY, "غائبة": AWAY,
        },
        columns=frozenset({"الدولة", "الدول", "البلد", "العضو", "التصويت", "الصوت", "الوفد"}),
        joined=(" و",),
    ),
    "zh": AdoptionWords(
        begins=r"(?:上述|本|该)?(?:决议|决定)(?:草案)?(?:全文)?(?:，)?(?:以|经|未经|获|一致|由)|(?:经)?(?:记录|唱名|点名)表决"
        r"|表决(?:结果|情况)|未经表决|以?协商一致|一致通过|以\s*[\d零〇一二三四五六七八九十百两]+\s*票"
        r"|[\d零〇一二三四五六七八九十百两]+\s*票(?:赞成|对)|在?第\s*\d+\s*次(?:全体)?会议(?:上)?，?(?:以|经|未经|一致)",
        signs={
            Sign.SEE: r"见[^\[\]]{1,80}",
            Sign.MEETING: r"第\s*(?:\d{1,5}|[一二三四五六七八九十百]+)\s*次(?:全体)?(?:会议)",
            Sign.REVISED: r"经?口头(?:修正|订正|修订)(?:后)?",
            Sign.WITHOUT: r"(?:未经|不经|未付|未进行|没有经过)(?:记录)?表决",
            Sign.UNANIMOUS: r"(?:全体)?一致(?:同意)?(?=通过|获)",
            Sign.CONSENSUS: r"(?:以|经)?协商一致(?:方式)?",
            Sign.NONE_AGAINST: r"(?:无|没有)(?:人|国|票)?反对票?|(?:无|没有)(?:人|国)?投?反对票",
            Sign.NONE_ABSTAINING: r"(?:无|没有)(?:人|国|票)?弃权票?",
            Sign.AWAY: r"(?:未|不|没有)参加(?:投票|表决)|未投票|缺席",
            Sign.FAVOUR: r"投?(?:赞成|同意)票?者?",
            Sign.ABSTAIN: r"投?弃权票?者?",
            Sign.AGAINST: r"投?反对票?者?",
            Sign.OPPOSED: r"对|比",
            Sign.VOTES: r"票",
            Sign.FILL: r"三分之二多数|简单多数|举手|无记名"
            r"|上述|决议|决定|草案|全文|案文|本|该|以|经|在|于|上|由|进行|记录|唱名|点名|表决|结果|情况|如下"
            r"|获得?|通过|的|了|票数?|国|名|个|会员|成员|代表团|其中|大会|理事会|人权|安全|经济及社会|委员会|修正|后|和|投票|为|有"
            r"|多数",
        },
        headings={
            "赞成票": YES, "赞成国": YES, "投赞成票": YES, "投赞成票者": YES, "投赞成票的国家": YES, "投赞成票的": YES,
            "反对票": NO, "反对国": NO, "投反对票": NO, "投反对票者": NO, "投反对票的国家": NO, "投反对票的": NO,
            "弃权票": ABSTAIN, "弃权国": ABSTAIN, "投弃权票": ABSTAIN, "投弃权票的国家": ABSTAIN, "弃权的国家": ABSTAIN,
            "缺席": AWAY, "缺席者": AWAY, "未参加表决": AWAY, "未投票": AWAY, "未参加投票": AWAY, "不参加投票": AWAY,
        },
        cast={
            "赞成": YES, "赞成票": YES, "反对": NO, "反对票": NO, "弃权": ABSTAIN, "弃权票": ABSTAIN, "缺席": AWAY,
            "未投票": AWAY, "未参加表决": AWAY,
        },
        columns=frozenset({"国家", "会员国", "成员国", "理事国", "成员", "投票", "表决", "票", "投票情况"}),
        joined=("和", "及", "以及", "与"),
    ),
}  # fmt: skip


def _alone(pattern: str, language: str) -> str:
    """A pattern for whole words; Chinese has no spaces between them."""
    return f"(?:{pattern})" if language == "zh" else rf"(?<![\w'])(?:{pattern})(?![\w])"


@lru_cache
def signs_of(language: str, date: str) -> re.Pattern[str]:
    """The signs of a language, a named group for each, and none for the number of a text; date: the pattern of one,
    without groups."""
    figures, words = r"\d{1,3}(?![\d/])", ADOPTION[language].signs
    spelt = "|".join(sorted(map(re.escape, COUNTED[language]), key=len, reverse=True))
    chinese = r"[零〇一二三四五六七八九十百两]+(?=\s*[票国个名])"
    number = rf"{figures}|{chinese if language == 'zh' else spelt}"
    patterns = words | {Sign.DATE: date, Sign.NUMBER: number}
    told = (rf"(?P<{sign.value}>{_alone(patterns[sign], language)})" for sign in Sign if sign is not Sign.NEXT)
    dash = rf"(?P<{Sign.NEXT.value}>[-–—](?=\s?\d))"
    return re.compile("|".join((_alone(_NUMBERED, language), *told, dash)), re.IGNORECASE)


@lru_cache
def beginning(language: str) -> re.Pattern[str]:
    """How a line begins that says how a text was adopted."""
    return re.compile(rf"[\[［(（*]?\s?(?:{ADOPTION[language].begins})", re.IGNORECASE)


@lru_cache
def headings_of(language: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """The headings of lists, with the colon behind them; groups: name, count. names: those of the form."""
    return re.compile(rf"{_heading((*names, *ADOPTION[language].headings))}\s?[:：]", re.IGNORECASE)


@lru_cache
def lone_headings_of(language: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """Those of the form without a colon: alone on a line, or with white space behind them at the head of one, which in
    Chinese is as wide as a sign or wider."""
    behind = r"[ \u3000]{1,80}(?=\S)" if language == "zh" else r" {2,80}(?=\S)"
    return re.compile(rf"^ {{0,80}}{_heading(names)}(?: ?$|{behind})", re.IGNORECASE | re.MULTILINE)


def _heading(names: tuple[str, ...]) -> str:
    words = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted({*names}, key=len, reverse=True))
    return rf"(?P<name>{words})(?P<count>\s?[(（]\s?\d{{1,3}}\s?[)）])?"

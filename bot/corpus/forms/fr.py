"""How texts are worded in French."""

from __future__ import annotations

import re

from bot.corpus.forms.common import (
    ECOSOC,
    GA,
    HRC,
    ROMAN_HEADING,
    SC,
    Form,
    compiled,
    dates,
    months,
    names_of,
)
from bot.resolution import DocumentKind, Vote

_FR_MONTHS = months(
    "janvier",
    "février|fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août|aout",
    "septembre",
    "octobre",
    "novembre",
    "décembre|decembre",
)
_FR_DATE = r"(?P<d>\d{1,2})(?:er)? (?P<m>[^\W\d]+) (?P<y>\d{4})"
_FR_BODIES = (
    "(?:le |la |l')(?P<body>Conseil des droits de l'homme|Assemblée générale|Conseil de sécurité"
    "|Conseil économique et social)"
)
_FR_ORAL = r"(?:,? (?:telle? que |tel que )?(?:révisée?|modifiée?|amendée?|corrigée?) oralement,?)"
_FR_N = r"\d+|zéro|une|aucune?"
_FR_RECORDED = (
    r"(?:,? (?:à l'issue d'un|après un|lors d'un|par) vote (?:enregistré|par appel nominal),?"
    r"|,? au scrutin enregistré,?|,? par appel nominal,?)?"
)
_FR_SEE = r"(?: Voir [^\[\]]{1,120})?"
"""Where the report says more: See chap. VII."""
_FR_FOLLOWS = (
    rf"\.?(?: Les voix se sont réparties comme suit ?:?"
    rf"| Le résultat du vote (?:est|a été) le suivant ?:?|, comme suit ?:?)?{_FR_SEE}\]?"
)

FRENCH = Form(
    language="fr",
    names={
        HRC: "Conseil des droits de l'homme",
        GA: "Assemblée générale",
        SC: "Conseil de sécurité",
        ECOSOC: "Conseil économique et social",
    },
    inflected={},
    chapeaux={
        "Le Conseil des droits de l'homme,": HRC,
        "L'Assemblée générale,": GA,
        "Le Conseil de sécurité,": SC,
        "Le Conseil économique et social,": ECOSOC,
    },
    session=compiled(
        r"(?P<number>[^\W\d]+(?:[- ](?:et )?[^\W\d]+){0,6}?|\d+(?:e|re|ère|ème)) session(?: (?:"
        r"(?P<emergency>extraordinaire d'urgence)|(?P<special>extraordinaire|spéciale)|ordinaire))?"
        r"|(?:Reprise de la )?session(?: de fond| d'organisation)? (?:de|pour) (?P<number_>\d{4})"
    ),
    session_dates=dates(r"\d{1,2}(?:er)?", r" [^\W\d]+", r" \d{4}", r"[-–—]|au|et", r"(?:Du )?"),
    months=_FR_MONTHS,
    agenda_item=compiled(
        r"Points? (?P<number>\d+)(?: ?[a-z]\)| ?\(\w+\))*(?:(?:, | et )(?:\d+)?(?: ?[a-z]\)| ?\(\w+\))*)* de "
        r"l'ordre du jour"
    ),
    adopted_by={
        DocumentKind.RESOLUTION: compiled(rf"Résolution adoptée par {_FR_BODIES}(?:,? le {_FR_DATE})?"),
        DocumentKind.DECISION: compiled(rf"Décision adoptée par {_FR_BODIES}(?:,? le {_FR_DATE})?"),
        DocumentKind.STATEMENT: compiled(
            rf"Déclaration (?:du Président|de la Présidente|de la présidence)(?: "
            rf"(?:adoptée par|de) {_FR_BODIES})?(?:,? le {_FR_DATE})?"
        ),
    },
    introduction=compiled(
        r"À (?:sa|la) .+ séance.*(?:adopt\w+ le texte ci-après|adopt\w+ la décision (?:suivante|ci-après)"
        r"|(?:fait|prononcé)(?:,? au nom d[^:]{1,60})? la déclaration (?:suivante|ci-après)(?: au nom d[^:]{1,60})?) ?:"
    ),
    council_number=compiled(r"Résolution (?P<number>\d+) \((?P<year>\d{4})\)"),
    council_heading="Résolution {number} ({year})",
    council_adopted=compiled(
        rf"Adoptée par le (?P<body>Conseil de sécurité) à sa (?P<meeting>\d+(?:e|re|ère|ème) séance),? le {_FR_DATE}"
    ),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=compiled(_FR_DATE),
    meeting=compiled(r"(?P<number>\d+)(?:e|re|ère|ème) séance(?: plénière)?"),
    tallies=(
        compiled(
            rf"\[?(?:(?:Résolution|Décision) )?adoptée?(?P<revised>{_FR_ORAL})?{_FR_RECORDED},? par (?P<yes>{_FR_N}) "
            rf"voix(?: pour)?"
            rf"(?: contre|,)? (?P<no>{_FR_N})(?: voix)?(?: contre)?"
            rf"(?:,? (?:avec|et) (?P<abstain>{_FR_N}) abstentions?|,? sans "
            rf"abstention)?{_FR_RECORDED}(?P<revised_>{_FR_ORAL})?{_FR_FOLLOWS}"
        ),
        compiled(
            rf"\[?(?:Vote enregistré ?: )?(?P<yes>\d+) voix(?: pour,| contre) (?P<no>{_FR_N})(?: voix)?(?: contre)?"
            rf"(?:,?(?: et| avec)? (?P<abstain>{_FR_N}) abstentions?)?{_FR_FOLLOWS}"
        ),
        compiled(
            rf"\[?adoptée?{_FR_RECORDED},? par (?P<yes>{_FR_N}) voix,? sans (?:opposition|voix contre)(?:,? (?:avec"
            rf"|et) "
            rf"(?P<abstain>{_FR_N}) abstentions?)?{_FR_RECORDED}{_FR_FOLLOWS}"
        ),
    ),
    without_a_vote=compiled(
        rf"\[?(?:(?:(?:Résolution|Décision) )?adoptée?(?P<revised>{_FR_ORAL})?,? )?(?:sans vote|sans être mise aux "
        rf"voix)(?P<revised_>{_FR_ORAL})?\.?{_FR_SEE}\]?"
    ),
    votes={
        "ont voté pour": Vote.YES,
        "a voté pour": Vote.YES,
        "pour": Vote.YES,
        "voix pour": Vote.YES,
        "ont voté contre": Vote.NO,
        "a voté contre": Vote.NO,
        "contre": Vote.NO,
        "voix contre": Vote.NO,
        "se sont abstenus": Vote.ABSTAIN,
        "s'est abstenu": Vote.ABSTAIN,
        "s'est abstenue": Vote.ABSTAIN,
        "se sont abstenues": Vote.ABSTAIN,
        "abstentions": Vote.ABSTAIN,
        "abstention": Vote.ABSTAIN,
    },
    nobody=frozenset({"néant", "néant.", "aucun", "aucune", "aucun.", "aucune."}),
    separator=",",
    conjunctions=(" et ",),
    annex=compiled(r"Annexe(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.| ?:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(
        rf"{ROMAN_HEADING}|(?:Partie|Section|Chapitre) (?:[IVX]+|\d+|[A-Z])(?:[.]?(?: .+)?)?|"
        rf"(?:Première|Deuxième|Troisième) partie(?: .+)?"
    ),
    chapter=re.compile(r"(?:Partie |Section |Chapitre )?(?P<number>[A-Z]|[IVX]{1,5})(?:[.．]?(?: .{1,150})?)?"),
    draft=compiled(r"(?:(?P<sponsors>.{1,3000}?) ?: ?)?projet de (?:résolution|décision)(?: révisé)?(?: .{1,300})?"),
    preambular=re.compile(
        r"(?!(?:Durant|Pendant)\b)(?:(?:Profondément |Vivement |Gravement |Se |S')?(?:[A-ZÀ-Ý][a-zß-ÿ]+|[a-zß-ÿ]+)ant\b"
        r"|(?:Profondément |Fermement |Vivement |Gravement )?(?:[Aa]ffligé|[Aa]larmé|Animé|[Aa]ttristé|[Cc]hoqué"
        r"|Conscient|[Cc]onsterné"
        r"|[Cc]onvaincu|[Dd]ésireux|[Dd]ésireuse|Déterminé|Encouragé|Guidé|[Ii]ndigné|[Ii]nquiet|[Pp]réoccupé"
        r"|[Rr]ésolu|Vu|Saisi)e?s?\b)"
    ),
    operative=re.compile(r"(?:(?:Se|S') ?)?[A-ZÀ-Ý][a-zß-ÿ]+(?:e|t|d)\b"),
    record_start=compiled(r"Adoptée? "),
    council_dated=compiled(rf"(?:en date )?du {_FR_DATE}"),
    council_dated_number=compiled(
        rf"(?P<number>\d{{1,4}}) \((?P<year>\d{{4}})\)[.,]? ?Résolution (?:en date )?du {_FR_DATE}(?: \d{{1,2}})?"
    ),
    council_foot=compiled(
        rf"Adoptée(?P<unanimous>,? à l'unanimité)?(?P<without>,? sans vote)?,? à (?:la|sa) "
        rf"(?P<meeting>\d{{1,5}}) ?(?:e|ème) séance(?: plénière)?(?P<consensus>,? par consensus)?"
        rf"(?P<unanimous_>,? à l'unanimité)?"
        rf"(?:,? par (?P<yes>\d{{1,2}}) voix(?: pour)? ?(?:,? contre|,|à) "
        rf"(?P<no>\d{{1,2}}|zéro|une|aucune)(?: voix)?"
        rf"{names_of('against')}(?:,? (?:avec|et) (?P<abstain>\d{{1,2}}|une) abstentions?{names_of('abstaining')})?)?"
        r"[ .]{0,4}(?P<mark>\d{1,3})?/?[ .*]{0,4}"
    ),
    council_record=re.compile(r"Adoptée(?:,? à l'unanimité)?(?:,? sans vote)?,? à (?:la|sa) \d"),
    head_start=re.compile(r"(?:Résolution|Décision) (?:\d|adoptée)|Points? \d|Adoptée? par"),
)

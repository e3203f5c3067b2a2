"""How texts are worded in Spanish."""

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

_ES_MONTHS = months(
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre|setiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_ES_DATE = r"(?P<d>\d{1,2})(?:º|°)? de (?P<m>[a-z]+) de (?P<y>\d{4})"
_ES_BODIES = (
    "(?:el|la) (?P<body>Consejo de Derechos Humanos|Asamblea General|Consejo de Seguridad|Consejo Económico y Social)"
)
_ES_ORAL = (
    r"(?:,? (?:en su forma |tal como fue |con las revisiones )?(?:oralmente )?(?:revisada|enmendada|corregida)(?: "
    r"oralmente)?,?)"
)
_ES_N = r"\d+|ninguno|ninguna|cero|un|una"
_ES_SEE = r"(?: V[ée]an?se [^\[\]]{1,120})?"
"""Where the report says more: See chap. VII."""
_ES_FOLLOWS = rf"\.?(?: El resultado de la votación (?:fue|es) el siguiente:?|, como sigue:?)?{_ES_SEE}\]?"

SPANISH = Form(
    language="es",
    names={
        HRC: "Consejo de Derechos Humanos",
        GA: "Asamblea General",
        SC: "Consejo de Seguridad",
        ECOSOC: "Consejo Económico y Social",
    },
    inflected={},
    chapeaux={
        "El Consejo de Derechos Humanos,": HRC,
        "La Asamblea General,": GA,
        "El Consejo de Seguridad,": SC,
        "El Consejo Económico y Social,": ECOSOC,
    },
    session=compiled(
        r"(?P<number>\d+ ?(?:º|°|er|o)?\.?|[^\W\d]+(?: [^\W\d]+)?) per[ií]odo (?:"
        r"(?P<emergency>extraordinario de sesiones de emergencia)|(?P<special>extraordinario de sesiones)"
        r"|(?:ordinario )?de sesiones)"
        r"|(?:Continuación del )?per[ií]odo de sesiones(?: sustantivo| de organización)? (?:de|correspondiente a) "
        r"(?P<number_>\d{4})"
    ),
    session_dates=dates(r"\d{1,2}(?:º|°)?", r" de [a-z]+", r" de \d{4}", r"[-–—]|al?|y", r"(?:Del )?"),
    months=_ES_MONTHS,
    agenda_item=compiled(
        r"Temas? (?P<number>\d+)(?: ?[a-z]\)| ?\(\w+\))*(?:(?:, | y )(?:\d+)?(?: ?[a-z]\)| ?\(\w+\))*)* (?:de la "
        r"agenda|del programa)"
    ),
    adopted_by={
        DocumentKind.RESOLUTION: compiled(rf"Resolución aprobada por {_ES_BODIES}(?:,? el {_ES_DATE})?"),
        DocumentKind.DECISION: compiled(rf"Decisión aprobada por {_ES_BODIES}(?:,? el {_ES_DATE})?"),
        DocumentKind.STATEMENT: compiled(
            rf"Declaración (?:del Presidente|de la Presidenta|de la Presidencia)(?: "
            rf"(?:aprobada por|de) {_ES_BODIES})?(?:,? el {_ES_DATE})?"
        ),
    },
    introduction=compiled(
        r"En (?:su|la) .+ sesión.*(?:aprob\w+ el (?:siguiente texto|texto siguiente)"
        r"|la siguiente de(?:cisión|claración)|la declaración siguiente)(?: en nombre d[^:]{1,60})?:"
    ),
    council_number=compiled(r"Resolución (?P<number>\d+) \((?P<year>\d{4})\)"),
    council_heading="Resolución {number} ({year})",
    council_adopted=compiled(
        rf"Aprobada por el (?P<body>Consejo de Seguridad) en su (?P<meeting>\d+ ?(?:ª|a)\.? sesión),? celebrada "
        rf"el {_ES_DATE}"
    ),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=compiled(_ES_DATE),
    meeting=compiled(r"(?P<number>\d+) ?(?:ª|a)\.? sesión(?: plenaria)?(?: \(continuación\))?"),
    tallies=(
        compiled(
            rf"\[?(?:(?:Resolución|Decisión) )?aprobada(?P<revised>{_ES_ORAL})?(?:,? (?:en|por|mediante) votación "
            rf"(?:registrada|nominal)(?P<revised_>{_ES_ORAL})?)?,? (?:por|de) (?P<yes>{_ES_N}) votos?(?: a favor)?"
            rf"(?:,| contra)? (?P<no>{_ES_N})(?: votos?)?(?: en contra)?(?:,? (?:y|con) (?P<abstain>{_ES_N}) abstenci"
            rf"(?:ón|ones)|,? sin abstenciones)?{_ES_FOLLOWS}"
        ),
        compiled(
            rf"\[?(?:Votación registrada: )?(?P<yes>\d+) votos?(?: a favor,| contra) (?P<no>{_ES_N})(?: votos?)?"
            rf"(?: en contra)?(?:,?(?: y| con)? (?P<abstain>{_ES_N}) abstenci(?:ón|ones))?{_ES_FOLLOWS}"
        ),
    ),
    without_a_vote=compiled(
        rf"\[?(?:(?:(?:Resolución|Decisión) )?aprobada(?P<revised>{_ES_ORAL})?,? )?sin (?:someterse a )?votación"
        rf"(?P<revised_>{_ES_ORAL})?\.?{_ES_SEE}\]?"
    ),
    votes={
        "votos a favor": Vote.YES,
        "a favor": Vote.YES,
        "votos en contra": Vote.NO,
        "en contra": Vote.NO,
        "abstenciones": Vote.ABSTAIN,
        "abstención": Vote.ABSTAIN,
    },
    nobody=frozenset({"ninguno", "ninguna", "ninguno.", "ninguna."}),
    separator=",",
    conjunctions=(" y ", " e "),
    annex=compiled(r"Anexo(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.|:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(rf"{ROMAN_HEADING}|(?:Parte|Sección|Capítulo) (?:[IVX]+|\d+|[A-Z])(?:[.]?(?: .+)?)?"),
    chapter=re.compile(r"(?:Parte |Sección |Capítulo )?(?P<number>[A-Z]|[IVX]{1,5})(?:[.．]?(?: .{1,150})?)?"),
    draft=compiled(
        r"(?:(?P<sponsors>.{1,3000}?) ?: ?)?proyecto de (?:resolución|decisión)(?: revisado)?(?: .{1,300})?"
    ),
    preambular=re.compile(
        r"(?!(?:Fondo|Segundo|Mundo|Fernando)\b)(?:[A-ZÁÉÍÓÚ][a-záéíóúñ]+ndo(?:se)?\b"
        r"|(?:Profundamente |Firmemente |Gravemente )?(?:[Aa]fligid[oa]|[Aa]larmad[oa]|Alentad[oa]|Consciente"
        r"|[Cc]onsternad[oa]"
        r"|[Cc]onvencid[oa]|Decidid[oa]|[Dd]eseos[oa]|Guiad[oa]|[Ii]ndignad[oa]|[Pp]reocupad[oa]|[Rr]esuelt[oa]"
        r"|Enterad[oa]|Informad[oa]|Vist[oa]s?)\b)"
    ),
    operative=re.compile(r"[A-ZÁÉÍÓÚ][a-záéíóúñ]+(?:a|e)\b"),
    record_start=compiled(r"Aprobada "),
    council_dated=compiled(rf"del? {_ES_DATE}"),
    council_dated_number=compiled(
        rf"(?P<number>\d{{1,4}}) \((?P<year>\d{{4}})\)[.,]? ?Resolución del? {_ES_DATE}(?: \d{{1,2}})?"
    ),
    council_foot=compiled(
        rf"Aprobada(?P<unanimous>,? por unanimidad)?(?P<without>,? sin votación)?,? en la "
        rf"(?P<meeting>\d{{1,5}}) ?\.?(?:ª|a)\.? "
        rf"sesión(?: plenaria)?(?P<consensus>,? por consenso)?(?P<unanimous_>,? por unanimidad)?"
        rf"(?:,? por (?P<yes>\d{{1,2}}) votos?(?: a favor)?(?:,? contra|,|,? y) "
        rf"(?P<no>\d{{1,2}}|ninguno|uno)(?: en contra)?"
        rf"{names_of('against')}(?:,? (?:y|con) (?P<abstain>\d{{1,2}}|una) abstenci(?:ón|ones)"
        rf"{names_of('abstaining')})?)?"
        r"[ .]{0,4}(?P<mark>\d{1,3})?/?[ .*]{0,4}"
    ),
    council_record=re.compile(r"Aprobada(?:,? por unanimidad)?(?:,? sin votación)?,? en la \d"),
    head_start=re.compile(r"(?:Resolución|Decisión) (?:\d|aprobada|adoptada)|Temas? \d|Aprobada por"),
)

"""What each sentence of content/wording/ can be filled in with."""

from __future__ import annotations

from collections.abc import Set

_OF_DOCUMENT = frozenset({
    "symbol", "number", "title", "body", "date", "iso", "meeting", "meeting_number", "session", "session_number",
    "dates",
    "opened", "closed", "preambular", "operative", "total",
})  # fmt: skip
_OF_VOTE = frozenset({"yes", "no", "abstain", "total", "margin", "yes_percent", "no_percent", "abstain_percent"})
_FIELDS = {
    "votes.cast": {"state", "vote"}, "votes.absent": {"state"}, "votes.not_voting": {"state"},
    "votes.taken_for": {"typed", "state"},
    "roll.count": {"heading", "count", "states"}, "roll.no_voter": {"group"}, "roll.head": {"who", "total", "count"},
    "roll.head_votes": {"who", "total", "votes", "count"}, "roll.share": {"who", "total", "votes", "count", "percent"},

    "roll.only": {"who", "total", "votes", "count", "only"},
    "roll.ranks": {"who", "total", "votes", "count"}, "roll.unrecorded": {"count"},
    "roll.as_of": {"date", "source"},
    "sets.voted": {"votes"}, "sets.like": {"state", "heading"}, "sets.unlike": {"state", "heading"},
    "sets.both": {"sets"},
    "sets.without": {"left_out"}, "sets.less": {"whole", "left_out"}, "table.by_votes": {"votes"},
    "table.no_voter": {"who"},
    "table.row": {"who", "total", "yes", "no", "abstain", "yes_percent", "no_percent", "abstain_percent"},
    "table.majority": {"majority"},
    "table.out_of_line": {"states"}, "table.cohesion": {"index"}, "table.most_votes": {"who", "votes"},
    "table.most_split": {"who"},
    "table.most_united": {"who"}, "groups.of": {"state", "groups"}, "groups.recorded": {"state"},
    "groups.not_recorded": {"state"},
    "tally.difference": {"first", "second", "sum", "difference"},
    "tally.majority": _OF_VOTE | {"needed", "voting"}, "clarify.part": {"part"}, "tally.adopted": _OF_VOTE,
    "tally.rejected": _OF_VOTE, "tally.open": _OF_VOTE,
    "source.paragraph": {"paragraph", "symbol", "date"},
    "source.became": {"became"}, "votes.partial": {"listed", "total"}, "votes.note": {"state", "text"},
    "source.document": {"symbol", "date"}, "source.vote": {"symbol", "date"}, "paragraph.operative": {"number"},
    "paragraph.annex": {"annex", "number"},
    "paragraph.preambular": {"number"}, "paragraph.label": {"paragraph"}, "paragraph.footnote": {"mark", "text"},
    "paragraph.missing": {"paragraph", "preambular", "operative"}, "paragraph.zero": {"preambular", "operative"},
    "paragraph.from_end_operative": {"number"}, "paragraph.from_end_preambular": {"number"},
    "paragraph.further": {"paragraphs"},
    "paragraph.left_out": {"count"}, "where.beginning": {"words"}, "where.addressed": {"addressee"},
    "where.mentioning": {"words"},
    "where.in_preamble": {"what"}, "where.in_operative": {"what"}, "where.found": {"what", "count", "paragraphs"},
    "where.times": {"what", "count", "paragraphs", "times"}, "where.none": {"what"}, "where.included": {"words"},
    "where.number": {"paragraphs"},
    "where.citation": _OF_DOCUMENT | {"paragraph"}, "quotation.of": {"paragraph", "symbol"}, "quotation.one": {"quote",
    "said"},
    "quotation.verbatim": {"paragraph"}, "quotation.different": {"paragraph", "places"},
    "quotation.nowhere_but_near": {"paragraph"},
    "quotation.changed": {"typed", "printed"}, "quotation.added": {"typed"}, "quotation.lacking": {"printed"},
    "fact.agenda_item": {"number", "title"}, "fact.footnote": {"mark", "paragraph", "text"},
    "document.preamble": {"count"}, "document.operative": {"count"}, "clarify.which_state": {"states"},
    "none.nearest": {"paragraph"}, "help.privacy": {"memory", "minutes"},
    "telegram.kept_file": {"minutes"}, "telegram.kept_valkey": {"minutes"}, "telegram.kept_documents": {"minutes"},
    "buttons.fetch": {"symbol"}, "telegram.fetch_failed": {"symbol"},
    "telegram.file_note": {"name"}, "telegram.file_ask": {"minutes"}, "telegram.file_large": {"megabytes"},
    "help.hello_many": {"count"}, "help.about_many": {"count"},
    "paragraph.elsewhere": {"symbols"}, "documents.only": {"entry"},
    "documents.head": {"count"}, "documents.head_among": {"among", "count"}, "documents.more": {"count"},
    "documents.entry": {"symbol", "title", "date"}, "documents.page": {"page", "pages"}, "history.among": {"among"},
    "documents.share": {"head", "of", "percent"}, "documents.difference": {"head", "difference"},
    "documents.in_doubt": {"count"}, "history.in_no_record": {"states"}, "history.left_out": {"states"},
    "documents.latest": {"count"}, "documents.session": {"number"}, "chart.members": {"note", "votes"},
    "documents.mentions": {"words"}, "documents.result": {"entry", "result"},
    "documents.figures": {"yes", "no", "abstain"}, "history.figures": {"yes", "no", "abstain"},
    "history.share": {"states", "votes", "count", "of", "percent"}, "history.vote_on": {"symbol", "votes"},
    "history.most_alike": {"state", "count", "voted", "common"}, "history.least_alike": {"state", "count", "voted",
    "common"},
    "history.always_alike": {"state", "count", "voted", "common"}, "history.counted": {"number", "state", "count", "of",
    "percent"},
    "history.on_each": {"votes", "count", "recorded"}, "history.whenever": {"votes", "count", "recorded"},
    "history.most_cast": {"votes", "count", "recorded"},
    "history.between": {"of", "count"}, "history.changed": {"of", "count"}, "history.group": {"group", "count",
    "recorded", "index"},
    "history.group_voted": {"group", "votes", "count", "recorded", "index"},
    "history.together": {"group", "votes", "count", "recorded"}, "history.together_any": {"group", "count", "recorded"},
    "documents.cast_yes": {"count"}, "documents.cast_no": {"count"}, "documents.cast_abstain": {"count"},
    "history.times": {"states", "cast", "recorded"}, "history.times_yes": {"count"}, "history.times_no": {"count"},
    "history.times_abstain": {"count"},
    "history.vote": {"state", "vote"}, "history.no_vote": {"state", "vote"},
    "history.agreement": {"states", "same", "of", "percent"}, "history.same": {"count"}, "history.different": {"count"},
    "history.not_voting": {"states", "count", "recorded"}, "history.each": {"cast", "count", "recorded"},
    "history.voted": {"states", "votes", "count", "recorded"}, "history.all": {"states", "count", "recorded"},
    "history.alone": {"states", "votes", "count", "recorded"}, "history.row": {"number", "entry", "votes"},
    "history.by_year": {"who", "recorded"}, "history.by_body": {"who", "recorded"}, "history.by_subject": {"who",
    "recorded"},
    "history.part": {"number", "label", "figures"}, "history.part_agreement": {"same", "of", "percent"},
    "buttons.previous": {"paragraph"}, "buttons.next": {"paragraph"},
    "inline.try_it": {"example"}, "help.commands": {"commands"}, "clarify.not_spoken": {"language", "languages"},
    "paragraph.in_other_language": {"language", "own"}, "none.language": {"languages", "language", "link"},
    "none.language_held": {"language", "link"},
}  # fmt: skip
"""What each sentence can be filled in with; those of _DOCUMENT_TABLES with what there is to say of a document."""
_DOCUMENT_TABLES = {"fact": _OF_DOCUMENT, "document": _OF_DOCUMENT, "help": _OF_DOCUMENT,
"none": _OF_DOCUMENT | _OF_VOTE | {"about"},
                    "none_of_all": frozenset({"count", "about"})}  # fmt: skip


def filled_in(table: str, key: str) -> Set[str]:
    """What the sentence under ``table.key`` can be filled in with, given the table and the whole key; nothing for one
    that is not known."""
    return _FIELDS.get(key) or _DOCUMENT_TABLES.get(table, frozenset())

"""Answers to inline queries."""

from __future__ import annotations

from telegram import InlineQueryResultsButton, Update

from bot.faces.telegram import delivery
from bot.faces.telegram.desk import Context, Desk
from bot.faces.telegram.inline import article, examples, offers

INLINE_CACHE = 300
"""Seconds for which Telegram may give the same results to whoever types the same."""
HELP_PAYLOAD = "help"
"""Of the button above inline results, which leads into the private chat."""


class Queries:
    """Answers what is typed after the bot's name, from one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def inline(self, update: Update, context: Context) -> None:
        """A query typed after the bot's name in any chat."""
        query = update.inline_query
        if query is None:
            return
        found = offers(query.query, self.desk.speaker) if query.query.strip() else examples(self.desk.speaker)
        language = found[0].spoken.language if found else self.desk.speaker.languages.language_of(query.query)
        wording = self.desk.speaker.wordings[language]
        articles = [article(offer, self.desk.buttons(offer.spoken.language, query)) for offer in found]
        # The same for everybody who types the same, as the results are.
        button = InlineQueryResultsButton(
            wording("inline.help" if found else "inline.nothing"), start_parameter=HELP_PAYLOAD
        )
        await delivery.answer_query(
            lambda: query.answer(articles, cache_time=INLINE_CACHE, is_personal=False, button=button)
        )

"""Who sent an update."""

from __future__ import annotations

from telegram import Update

from bot.faces.telegram.memory import ChatKey


def key_of(update: Update) -> ChatKey:
    """Ids of the chat and of whoever speaks in it: a person, or a chat in whose name one speaks."""
    message, user, chat = update.effective_message, update.effective_user, update.effective_chat
    sender = message.sender_chat if message and not update.callback_query else None
    return (chat.id if chat else 0, sender.id if sender else user.id if user else 0)

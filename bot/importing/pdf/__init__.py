"""PDF with a text layer → lines."""

from bot.importing.pdf.lines import pdf_lines

__all__ = ["pdf_lines"]

"""Search over a list of texts in any mix of languages: by their words and, where it is wanted, by what they mean.

keywords finds texts by words, characters and pairs of characters, less those of asking; encoder gives a sentence its
vector; vectors holds those of many texts and says how near a question's is to each; parts divides texts and questions,
and covered says for how many parts of a question a text has one that means the same; index joins it all by one key;
decide tells whether what was found is what was sought.
"""

from bot.search.index import Found, Index
from bot.search.keywords import CANDIDATES, QUERY_LENGTH, Keywords

__all__ = ["CANDIDATES", "QUERY_LENGTH", "Found", "Index", "Keywords"]

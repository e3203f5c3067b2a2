"""The encoder's forward pass, in which what depends on a token alone is computed once for each token.

The package computes all of it for every token of every sentence. Its network begins with what a token is by itself: its
embedding, a projection of that, and how much it adds to the n-grams that it stands in. These are more than half of the
multiplications, and official texts say the same few thousand tokens over and over; with the rows of a token kept, a
thousand sentences of 47 tokens take 1.4 s instead of 2.6. The vectors are the package's but for the rounding of the
last figure, and its weights and its division into tokens are used as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from threading import Lock
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.search.network import NGRAMS, Network, Numbers

_Rows: TypeAlias = NDArray[np.intp]

_EMBEDDING, _WIDTH, _CHUNKS = 512, 256, 17
"""Numbers of a token's embedding, which is as long as a sentence's vector; of what a branch makes of it; and how many
pieces the table is quantized in."""
_AT_ONCE = 768
"""Tokens of the sentences that go through together, unless one has more: with 384 a thousand sentences take 15 % more
time, with 1,536 as much."""
MOST_TOKENS = 2_048
"""Tokens whose rows are kept, 14 kB each; once there are more, it begins anew. Sixty resolutions in Chinese have 700;
2,000 questions in seven languages take as long as with 4,096, and with 1,024 a quarter more."""


class Forward:
    """Sentences to vectors by the weights of the package; threads may share it, and take turns."""

    def __init__(self, net: Network, most: int = MOST_TOKENS) -> None:
        """most: of how many tokens the rows are kept."""
        self._net, self._most = net, most
        self._lock = Lock()
        # Of each branch, the weights of the first layer side by side: what a token adds at each place of the n-gram.
        self._first = [np.concatenate(np.split(w, n), axis=1) for w, (n, _) in zip(net.w1, NGRAMS, strict=True)]
        self._forget(most)

    def encode(self, sentences: Sequence[str]) -> Numbers:
        """The vectors of sentences, a row each, of length 1."""
        made = np.empty((len(sentences), _EMBEDDING), np.float32)
        at = 0
        for batch in self._batches(sentences):
            with self._lock:
                made[at : at + len(batch)] = self._vectors(batch)
            at += len(batch)
        return made

    def _batches(self, sentences: Sequence[str]) -> Iterator[list[list[int]]]:
        """The tokens of the sentences, as many sentences at a time as go through together."""
        batch: list[list[int]] = []
        for sentence in sentences:
            tokens = self._net.sp.encode(sentence, out_type=int, add_bos=True, add_eos=True)
            if batch and sum(map(len, batch)) + len(tokens) > _AT_ONCE:
                yield batch
                batch = []
            batch.append(tokens)
        if batch:
            yield batch

    def _forget(self, most: int) -> None:
        """Begin anew, with room for the rows of so many tokens. Row 0 is all zeros: beyond the end of a sentence."""
        self._row_of = np.zeros(len(self._net.table), np.intp)
        self._taken = 1
        self._quantized = np.zeros((most + 1, _EMBEDDING), np.uint8)
        self._alone = np.zeros((most + 1, len(NGRAMS) * _WIDTH), np.float32)
        self._adds = [np.zeros((most + 1, n, _WIDTH), np.float32) for n, _ in NGRAMS]

    def _known(self, tokens: _Rows) -> _Rows:
        """The rows of tokens, computed where they are not there yet."""
        new = np.unique(tokens[self._row_of[tokens] == 0])
        if self._taken + len(new) > len(self._alone):
            new = np.unique(tokens)
            self._forget(max(self._most, len(new)))
        if len(new):
            rows = slice(self._taken, self._taken + len(new))
            self._quantized[rows] = self._net.table[new]
            projected = self._embedded(new, self._quantized[rows]) @ self._net.proj_W + self._net.proj_b
            alone = _evened(projected, self._net.ln_g_all, self._net.ln_b_all, self._net.eps)
            self._alone[rows] = alone
            for adds, first, branch in zip(self._adds, self._first, _branches(alone), strict=True):
                adds[rows] = (branch @ first).reshape(len(new), -1, _WIDTH)
            self._row_of[new] = np.arange(rows.start, rows.stop)
            self._taken = rows.stop
        known: _Rows = self._row_of[tokens]
        return known

    def _embedded(self, tokens: _Rows, quantized: NDArray[np.uint8]) -> Numbers:
        """The embeddings of tokens, as numbers again; quantized: as the table has them."""
        chunk = tokens % _CHUNKS
        embedded: Numbers = quantized.astype(np.float32)
        embedded *= self._net.scale[chunk, None]
        embedded += self._net.lo[chunk, None]
        return embedded

    def _vectors(self, batch: Sequence[Sequence[int]]) -> Numbers:
        """The vectors of sentences that go through together."""
        net = self._net
        lengths = np.array([len(tokens) for tokens in batch])
        tokens = np.fromiter(chain.from_iterable(batch), np.intp)
        starts = np.cumsum(lengths) - lengths
        features = np.empty((len(tokens), _EMBEDDING + len(NGRAMS) * _WIDTH), np.float32)
        known = self._known(tokens)
        features[:, :_EMBEDDING] = self._embedded(tokens, self._quantized[known])
        self._ngrams(known, starts, lengths, features[:, _EMBEDDING:])
        many = lengths[:, None].astype(np.float32)
        # What is the same for each token of a sentence is done with their sum; as a product, that takes a third of the
        # time of adding up.
        own = (np.arange(len(batch))[:, None] == np.repeat(np.arange(len(batch)), lengths)).astype(np.float32)
        evened = own @ _standard(features, net.eps) * net.ln_g + many * net.ln_b
        mean = (evened @ net.cnn_W + many * net.cnn_b) / np.sqrt(many)
        first = np.maximum(mean @ net.p1 + np.maximum(mean @ net.d0, 0) @ net.d1, 0)
        last = np.tanh(first @ net.p3 + np.maximum(first @ net.d2, 0) @ net.d3)
        made: Numbers = last / np.sqrt(np.maximum((last * last).sum(axis=1, keepdims=True), net.eps))
        return made

    def _ngrams(self, rows: _Rows, starts: _Rows, lengths: _Rows, made: Numbers) -> None:
        """Put what each branch makes of each token among its neighbours. rows: of all tokens of all sentences."""
        count = len(rows)
        at = np.arange(count)[:, None]
        first, end = np.repeat(starts, lengths)[:, None], np.repeat(starts + lengths, lengths)[:, None]
        rows_and_none = np.append(rows, 0)
        hidden = np.zeros((count + 1, _WIDTH), np.float32)
        for branch, ((n, before), out) in enumerate(zip(NGRAMS, _branches(made), strict=True)):
            window = at + np.arange(-before, n - before)
            window[(window < first) | (window >= end)] = count
            met = self._adds[branch][rows_and_none[window[:, 0]], 0]
            for place in range(1, n):
                met += self._adds[branch][rows_and_none[window[:, place]], place]
            _rectified(met, self._net.b1[branch])
            np.add(met, _branches(self._alone)[branch][rows], out=hidden[:count])
            np.matmul(hidden[window].reshape(count, n * _WIDTH), self._net.w2[branch], out=met)
            _rectified(met, self._net.b2[branch])
            np.add(met, hidden[:count], out=out)


def _branches(alone: Numbers) -> list[Numbers]:
    """What each branch gets of the rows of some tokens."""
    return [alone[:, at * _WIDTH : (at + 1) * _WIDTH] for at in range(len(NGRAMS))]


def _rectified(rows: Numbers, bias: Numbers) -> None:
    """Add the bias; what is below 0 becomes 0."""
    rows += bias
    np.maximum(rows, 0, out=rows)


def _evened(rows: Numbers, scale: Numbers, shift: Numbers, least: float) -> Numbers:
    """Rows with the mean 0 and the variance 1, then scaled and shifted (a layer normalization)."""
    _standard(rows, least)
    rows *= scale
    rows += shift
    return rows


def _standard(rows: Numbers, least: float) -> Numbers:
    """Rows with the mean 0 and the variance 1; the same rows, changed."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= np.reciprocal(np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + least))[:, None]
    return rows

"""What the tests share: the checkout's content, read once, and a copy of it that a test may change."""

from __future__ import annotations

import compileall
import gc
import os
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from bot.__main__ import main
from bot.corpus import loading
from bot.corpus.library import Library
from bot.importing import apart
from bot.search import second
from bot.settings import STORE
from bot.talk import Speaker, Spoken, Talk
from tests import kept_vectors, read_once, starting
from tests.across import World, truth, write

# The tests start the program some hundred times; without bytecode, each start would compile all of its modules.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


CONTENT = Path(__file__).parent.parent / "content"

# How fast a machine makes up examples, and runs one, tells of the machine.
settings.register_profile("untimed", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """All processes that run tests have one store, which is not the user's, so that what one has made is there for the
    others; and start the program from one that has loaded it."""
    if hasattr(config, "workerinput"):
        return
    # In a fresh checkout each of them would compile all of it at the same time.
    compileall.compile_dir(CONTENT.parent / "bot", quiet=1)
    patch, place = pytest.MonkeyPatch(), tempfile.mkdtemp()
    patch.setenv(STORE, place)
    config.add_cleanup(partial(shutil.rmtree, place, ignore_errors=True))
    config.add_cleanup(patch.undo)
    config.add_cleanup(starting.begin())


SELDOM = 50_000
"""How many more objects there are before what nobody needs any more is sought: as often as an interpreter does it by
itself, that takes a twentieth of the time of a process that holds as much as these."""


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """What is imported and collected stays to the end; to look through it for what nobody needs any more, each time
    that something else is made, takes seconds."""
    gc.disable()
    _import_in_turns(session.config)
    found = yield
    gc.freeze()
    gc.set_threshold(SELDOM)
    gc.enable()
    return found


def _import_in_turns(config: pytest.Config) -> None:
    """In a fresh checkout pytest rewrites each file of tests, which takes as long as to collect them; what one process
    has rewritten is there for the others. So each of them begins with other files, where all are asked for."""
    if not hasattr(config, "workerinput") or config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    number, count = int(config.workerinput["workerid"].removeprefix("gw")), config.workerinput["workercount"]
    files = sorted(Path(__file__).parent.rglob("test_*.py"))
    first = number * len(files) // count
    for file in files[first:] + files[:first]:
        # Collecting says what is wrong with one.
        with suppress(Exception, pytest.skip.Exception):
            import_module(".".join(file.relative_to(CONTENT.parent).with_suffix("").parts))


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """Tests that change a file of content/ read all of them anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", read_once.reading())
        yield


@pytest.fixture(scope="session", autouse=True)
def heard_once() -> Iterator[None]:
    """What the second encoder is asked in each run is kept in a file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(second, "encoded", kept_vectors.encoded)
        patch.setattr(second, "questioned", kept_vectors.questioned)
        yield


@pytest.fixture(scope="session", autouse=True)
def readers() -> Iterator[None]:
    """Processes that read files are forked from one that has loaded what they need: to load it takes each a second.
    How they start by themselves is tested in tests/importing/test_apart.py."""
    forked = get_context("forkserver")
    forked.set_forkserver_preload(["bot.importing.apart", "bot.importing.word", "bot.importing.pdf"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "get_context", lambda _: forked)
        yield


FIRST = (
    "tests/test_questions.py", "tests/faces/test_waiting.py", "tests/test_meaning.py",
    "tests/faces/test_state.py", "tests/test_own_folder.py", "tests/faces/test_port.py",
    "tests/importing/test_apart.py", "tests/faces/test_serve.py", "tests/test_quality.py",
    "tests/faces/test_reload.py", "tests/test_patterns.py", "tests/faces/test_documents.py",
    "tests/faces/test_hostile.py", "tests/faces/test_sent_files.py", "tests/questions/test_composed_answers.py",
    "tests/faces/test_fetching.py", "tests/test_cli.py", "tests/faces/test_same_on_telegram.py",
    "tests/faces/test_buttons.py", "tests/test_answer.py", "tests/importing/test_documents.py",
    "tests/botapi/test_botapi.py", "tests/importing/test_account.py", "tests/importing/test_pdf.py",
    "tests/importing/test_command.py", "tests/question/test_described.py",
    "tests/test_across.py", "tests/faces/test_memory.py", "tests/corpus/test_library.py", "tests/test_wording.py",
    "tests/language/test_every_name.py", "tests/importing/test_extract.py", "tests/test_layers.py",
    "tests/test_many.py", "tests/question/test_compositions.py", "tests/corpus/test_forms.py", "tests/test_encoder.py",
)  # fmt: skip
"""The files that take longest, or have to wait: begun first, so that none of them is left alone at the end; and in
turns, so that while some wait another has something to do."""


TOGETHER = {
    "tests/question/test_accounting.py": "tests/test_questions.py",
    "tests/test_same_answer.py": "tests/test_questions.py",
    "tests/test_one_language.py": "tests/questions/test_composed_answers.py",
    "tests/test_house.py": "tests/test_quality.py",
}
"""Files that are tested by the process that another one is: they ask the same questions, or look through the same."""


class ByFile(LoadFileScheduling):
    """A file is tested by one process, and so are those that go together."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return TOGETHER.get(file, file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    """Of --dist loadfile."""
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files of FIRST, and leave the others as they are."""
    place = {file: number for number, file in enumerate(FIRST)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))


@pytest.fixture(scope="session")
def library() -> Library:
    """The content of this checkout; frozen, so that all tests can have the same one."""
    found = loading.load(CONTENT)
    # What is made for the first message in letters would be on the account of the first example of some property.
    found.lexicon.references.read("first")
    return found


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The invented voting data of tests/across.py, imported as anybody would import it."""
    content, files = write(folder := tmp_path_factory.mktemp("across"))
    done = CliRunner().invoke(main, ["import", "--accept", "--content", str(content), *map(str, files)])
    assert done.exit_code == 0, done.output
    return World(Speaker(loading.load(content)), truth(folder))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content folder, to be changed at will."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture(scope="session")
def speaker(library: Library) -> Speaker:
    """Who answers, out of the checkout's content."""
    return Speaker(library)


Said = Callable[[Sequence[str]], tuple[Spoken, Talk]]
"""From the messages of one conversation (at least one) to the reply to the last, and the talk after it."""


@pytest.fixture(scope="session")
def said(speaker: Speaker) -> Said:
    """What is said to labelled questions: to each once, for the files of TOGETHER."""
    next_of = cache(speaker.next)

    def last(messages: Sequence[str]) -> tuple[Spoken, Talk]:
        talk = Talk()
        for message in messages:
            spoken, talk = next_of(message, talk)
        return spoken, talk

    return last

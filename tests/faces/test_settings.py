"""Tests of bot.faces.telegram.settings: what the environment may say, and what is said of its faults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.faces.telegram.settings import Reads, SettingsError, TelegramSettings, WebhookSettings, telegram_settings
from bot.faces.telegram.state.model import Place

TOKEN = "123456:TEST-token_for_the_settings"
SECRET = "hidden-Secret_0123456789"
NAMES = [
    "TOKEN",
    "API_URL",
    "CONTENT",
    "WEBHOOK_URL",
    "WEBHOOK_SECRET",
    "LISTEN",
    "PORT",
    "MAX_RATE",
    "LOG",
    "METRICS_PORT",
    "UNANSWERED",
    "STATE",
    "FILES",
]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(f"BOT_{name}", raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    """Set the token and these, by their names without BOT_."""
    for name, value in {"TOKEN": TOKEN, **settings}.items():
        monkeypatch.setenv(f"BOT_{name}", value)


def test_a_token_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    settings = telegram_settings()
    assert settings.token.get_secret_value() == TOKEN
    assert settings.root == "https://api.telegram.org"


def test_the_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    settings = telegram_settings()
    assert "TEST-token" not in repr(settings) + str(settings) + repr(settings.model_dump()) + settings.model_dump_json()


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
        ("http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("https://bots.example.org/api/", "https://bots.example.org/api"),
        ("", "https://api.telegram.org"),
    ],
)
def test_the_root_has_no_slash_at_the_end(monkeypatch: pytest.MonkeyPatch, url: str, root: str) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_API_URL", url)
    assert telegram_settings().root == root


@pytest.mark.parametrize("token", [None, ""])
def test_a_token_that_is_not_there(monkeypatch: pytest.MonkeyPatch, token: str | None) -> None:
    if token is not None:
        monkeypatch.setenv("BOT_TOKEN", token)
    with pytest.raises(SettingsError, match=r"^BOT_TOKEN: it is not set.*@BotFather") as caught:
        telegram_settings()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "token",
    [
        "secret-value",
        "secret-value:123456",
        "123456",
        "123456:",
        "123456:secret value",
        " 123456:secret-value",
        "123456:secret-value\n",
        "１２３:秘密secret-value",
    ],
)
def test_a_token_that_is_none_is_not_repeated(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    with pytest.raises(SettingsError, match=r"^BOT_TOKEN: it is not a bot token; expected ") as caught:
        telegram_settings()
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "123456" not in str(caught.value)
    # Nor by what a traceback would show.
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("url", ["nonsense", "ftp://example.org", "http://", "127.0.0.1:8081", "file:///etc/hosts"])
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_API_URL", url)
    with pytest.raises(SettingsError, match=r"^BOT_API_URL: ") as caught:
        telegram_settings()
    assert "\n" not in str(caught.value)
    assert "TEST-token" not in str(caught.value)


def test_all_faults_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_API_URL", "nonsense")
    with pytest.raises(SettingsError) as caught:
        telegram_settings()
    assert "BOT_TOKEN: " in str(caught.value)
    assert "BOT_API_URL: " in str(caught.value)


# --- how it is run ------------------------------------------------------------------------------------


def test_what_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch)
    settings = telegram_settings()
    assert type(settings) is TelegramSettings
    assert settings.model_dump(exclude={"token", "api_url"}) == {
        "webhook_url": None,
        "webhook_secret": None,
        "listen": "127.0.0.1",
        "port": 8443,
        "max_rate": 30,
        "log": "text",
        "metrics_port": None,
        "unanswered": None,
        "state": None,
        "files": "private",
        "fetch": False,
    }


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("LISTEN", "0.0.0.0", "0.0.0.0"),
        ("LISTEN", "::1", "::1"),
        ("LISTEN", "localhost", "localhost"),
        ("LISTEN", "host-1.example.org", "host-1.example.org"),
        ("LISTEN", "", "127.0.0.1"),
        ("PORT", "1", 1),
        ("PORT", "65535", 65535),
        ("MAX_RATE", "0", 0),
        ("MAX_RATE", "1", 1),
        ("MAX_RATE", "12.5", 12.5),
        ("LOG", "json", "json"),
        ("METRICS_PORT", "9100", 9100),
        ("METRICS_PORT", "", None),
        ("UNANSWERED", "", None),
    ],
)
def test_what_will_do(monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: object) -> None:
    given(monkeypatch, **{name: value})
    assert getattr(telegram_settings(), name.lower()) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LISTEN", "127.0.0.1:8443"),
        ("LISTEN", "http://localhost"),
        ("LISTEN", "127.0.0"),
        ("LISTEN", "256.0.0.1"),
        ("LISTEN", "two words"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "https"),
        ("MAX_RATE", "-1"),
        ("MAX_RATE", "0.5"),
        ("MAX_RATE", "nan"),
        ("MAX_RATE", "inf"),
        ("MAX_RATE", "many"),
        ("LOG", "JSON"),
        ("LOG", "xml"),
        ("METRICS_PORT", "0"),
        ("METRICS_PORT", "no"),
        ("UNANSWERED", "/"),
        ("UNANSWERED", "/nowhere/at/all.jsonl"),
    ],
)
def test_what_will_not_do(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(monkeypatch, **{name: value})
    with pytest.raises(SettingsError, match=f"^BOT_{name}: .*(expected|should be)") as caught:
        telegram_settings()
    assert "\n" not in str(caught.value)


def test_the_file_for_what_is_not_answered_need_not_be_there_yet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given(monkeypatch, UNANSWERED=str(tmp_path / "unanswered.jsonl"))
    assert telegram_settings().unanswered == tmp_path / "unanswered.jsonl"


def test_the_command_line_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, LISTEN="nonsense!", PORT="nonsense!")
    settings = telegram_settings(listen="0.0.0.0", port=80)
    assert (settings.listen, settings.port) == ("0.0.0.0", 80)


def test_a_fault_of_the_command_line_is_named_as_it_is_given_there(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch)
    with pytest.raises(SettingsError, match=r"^--listen: .*; --port: "):
        telegram_settings(listen="nonsense!", port=0)


# --- a webhook ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("https://bot.example.org/hook", SECRET),
        ("https://bot.example.org:8443", "abcdefgh" * 32),
        ("http://127.0.0.1:8000/hook", "A1_-b2C3d4E5f6G7"),
        ("http://localhost/hook", SECRET),
        ("http://[::1]:8000/", SECRET),
    ],
)
def test_a_webhook(monkeypatch: pytest.MonkeyPatch, url: str, secret: str) -> None:
    given(monkeypatch, WEBHOOK_URL=url, WEBHOOK_SECRET=secret)
    settings = telegram_settings(webhook=True)
    assert isinstance(settings, WebhookSettings)
    assert str(settings.webhook_url).rstrip("/") == url.rstrip("/")
    assert settings.webhook_secret.get_secret_value() == secret
    assert secret not in repr(settings) + str(settings) + repr(settings.model_dump()) + settings.model_dump_json()


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "nonsense",
        "http://bot.example.org/hook",
        "http://10.0.0.1/",
        "http://localhost.example.org/",
        "ftp://localhost/",
    ],
)
def test_a_webhook_without_an_address(monkeypatch: pytest.MonkeyPatch, url: str | None) -> None:
    given(monkeypatch, WEBHOOK_SECRET=SECRET, **({} if url is None else {"WEBHOOK_URL": url}))
    with pytest.raises(SettingsError, match=r"^BOT_WEBHOOK_URL: ") as caught:
        telegram_settings(webhook=True)
    assert "\n" not in str(caught.value)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "secret",
    [
        None,
        "",
        "secret",
        "secret-15-chars",
        "secret" * 43,
        "secretsecretsecret",
        "0101010101010101",
        "secret secret 0123456789",
        "秘密secret0123456789abc",
        "secret-0123456789\n",
    ],
    ids=["none", "empty", "short", "fifteen", "long", "few letters", "two digits", "spaces", "chinese", "a line"],
)
def test_a_secret_that_is_weak_is_refused_and_not_repeated(monkeypatch: pytest.MonkeyPatch, secret: str | None) -> None:
    given(
        monkeypatch,
        WEBHOOK_URL="https://bot.example.org/hook",
        **({} if secret is None else {"WEBHOOK_SECRET": secret}),
    )
    with pytest.raises(SettingsError, match=r"^BOT_WEBHOOK_SECRET: .*16 to 256") as caught:
        telegram_settings(webhook=True)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "0101" not in str(caught.value)


def test_all_faults_of_a_webhook_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [
        "TOKEN",
        "API_URL",
        "WEBHOOK_URL",
        "WEBHOOK_SECRET",
        "LISTEN",
        "PORT",
        "MAX_RATE",
        "LOG",
        "METRICS_PORT",
        "UNANSWERED",
        "STATE",
        "FILES",
    ]
    given(monkeypatch, **dict.fromkeys(names, "/non/sense!"))
    with pytest.raises(SettingsError) as caught:
        telegram_settings(webhook=True)
    assert [part.partition(":")[0] for part in str(caught.value).split("; BOT_")] == ["BOT_TOKEN", *names[1:]]
    assert "non/sense" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("keywords", [{}, {"webhook": False}])
def test_without_a_webhook_nothing_of_it_is_needed(monkeypatch: pytest.MonkeyPatch, keywords: dict[str, Any]) -> None:
    given(monkeypatch)
    assert telegram_settings(**keywords).webhook_url is None


# --- where it is remembered what was said ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "place"),
    [
        ("", Place.MEMORY),
        ("state.sqlite", Place.FILE),
        ("redis://127.0.0.1:6379/0", Place.VALKEY),
        ("rediss://:word@store.example.org:6380/2", Place.VALKEY),
        ("valkey://127.0.0.1", Place.VALKEY),
    ],
)
def test_the_state_is_in_memory_in_a_file_or_at_an_address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, state: str, place: Place
) -> None:
    monkeypatch.chdir(tmp_path)
    given(monkeypatch, STATE=state)
    assert telegram_settings().place is place


@pytest.mark.parametrize("state", ["http://127.0.0.1:6379", "redis://127.0.0.1:99x/0", "no-such-folder/state", "."])
def test_a_state_that_can_be_nowhere(monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    given(monkeypatch, STATE=state)
    with pytest.raises(SettingsError, match=r"^BOT_STATE: it is .*; expected "):
        telegram_settings()


def test_the_word_to_a_valkey_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, STATE="redis://:a-secret-word@127.0.0.1:6379/0")
    settings = telegram_settings()
    assert "a-secret-word" not in repr(settings) + repr(settings.model_dump()) + settings.model_dump_json()
    given(monkeypatch, STATE="redis://:a-secret-word@127.0.0.1:what/0")
    with pytest.raises(SettingsError) as refused:
        telegram_settings()
    assert "a-secret-word" not in str(refused.value)


@pytest.mark.parametrize(
    ("files", "reads"),
    [("", Reads.PRIVATE), ("no", Reads.NOTHING), ("private", Reads.PRIVATE), ("groups", Reads.GROUPS)],
)
def test_where_documents_are_read(monkeypatch: pytest.MonkeyPatch, files: str, reads: Reads) -> None:
    given(monkeypatch, FILES=files)
    assert telegram_settings().files is reads


def test_documents_are_read_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, FILES="everywhere")
    with pytest.raises(SettingsError, match=r"^BOT_FILES: .*'no', 'private' or 'groups'"):
        telegram_settings()

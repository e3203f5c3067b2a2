"""Tests of bot.faces.telegram.settings: what the environment may say, and what is said of its faults."""

from __future__ import annotations

import pytest

from bot.faces.telegram.settings import SettingsError, telegram_settings

TOKEN = "123456:TEST-token_for_the_settings"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BOT_TOKEN", "BOT_API_URL", "BOT_CONTENT"):
        monkeypatch.delenv(name, raising=False)


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

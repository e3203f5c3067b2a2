"""The one exception with which a method refuses a call."""

from __future__ import annotations

from typing import Any

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
"""How a description begins for each error code."""


class ApiError(Exception):
    """A refusal in the words of the Bot API."""

    def __init__(self, reason: str = "", code: int = 400, parameters: dict[str, Any] | None = None) -> None:
        """Take the reason (without the prefix of the code), the code and response parameters."""
        prefix = PREFIXES.get(code, "Error")
        self.code = code
        self.parameters = parameters or {}
        if not reason or reason.startswith(prefix):
            self.description = reason or prefix
        else:
            self.description = f"{prefix}: {reason}"
        super().__init__(f"{code} {self.description}")

    def envelope(self) -> dict[str, Any]:
        """Give the JSON body that reports this refusal."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body

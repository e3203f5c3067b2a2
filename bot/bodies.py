"""The bodies of the United Nations and its agencies, and whose documents have which symbols. Imports nothing."""

from __future__ import annotations

from enum import StrEnum


class Body(StrEnum):
    """The bodies whose documents are read; the value is the name in English."""

    HUMAN_RIGHTS_COUNCIL = "Human Rights Council"
    GENERAL_ASSEMBLY = "General Assembly"
    SECURITY_COUNCIL = "Security Council"
    ECONOMIC_AND_SOCIAL_COUNCIL = "Economic and Social Council"
    COMMISSION_ON_HUMAN_RIGHTS = "Commission on Human Rights"
    """Until 2006; the Human Rights Council came after it."""
    SUB_COMMISSION_ON_HUMAN_RIGHTS = "Sub-Commission on the Promotion and Protection of Human Rights"
    COMMISSION_ON_THE_STATUS_OF_WOMEN = "Commission on the Status of Women"
    WORLD_HEALTH_ASSEMBLY = "World Health Assembly"
    UN_ENVIRONMENT_ASSEMBLY = "United Nations Environment Assembly"
    UN_HABITAT_ASSEMBLY = "United Nations Habitat Assembly"
    UNESCO_GENERAL_CONFERENCE = "General Conference of UNESCO"
    IAEA_GENERAL_CONFERENCE = "General Conference of the IAEA"
    FAO_CONFERENCE = "Conference of FAO"
    OTHER = "another body"
    """Any other, known only by the name that its document prints."""

    @property
    def principal(self) -> bool:
        """Whether it is one of those whose documents have the forms of the United Nations Editorial Manual."""
        return self in _PRINCIPAL

    @property
    def of_united_nations(self) -> bool:
        """Whether it is called one of the United Nations, by a name that has not got these words."""
        return self in _PRINCIPAL or self in _COMMISSIONS


_PRINCIPAL = frozenset(
    {
        Body.HUMAN_RIGHTS_COUNCIL,
        Body.GENERAL_ASSEMBLY,
        Body.SECURITY_COUNCIL,
        Body.ECONOMIC_AND_SOCIAL_COUNCIL,
    }
)


_COMMISSIONS = frozenset(
    {
        Body.COMMISSION_ON_HUMAN_RIGHTS,
        Body.SUB_COMMISSION_ON_HUMAN_RIGHTS,
        Body.COMMISSION_ON_THE_STATUS_OF_WOMEN,
    }
)


_OF_BODY = (
    ("E/CN.4/Sub.2/", Body.SUB_COMMISSION_ON_HUMAN_RIGHTS), ("E/CN.4/", Body.COMMISSION_ON_HUMAN_RIGHTS),
    ("E/CN.6/", Body.COMMISSION_ON_THE_STATUS_OF_WOMEN), ("WHA", Body.WORLD_HEALTH_ASSEMBLY),
    ("UNEP/EA.", Body.UN_ENVIRONMENT_ASSEMBLY), ("HSP/HA.", Body.UN_HABITAT_ASSEMBLY),
    ("GC(", Body.IAEA_GENERAL_CONFERENCE), ("A/CONF.", Body.OTHER),
    ("A/HRC/", Body.HUMAN_RIGHTS_COUNCIL), ("A/", Body.GENERAL_ASSEMBLY),
    (("E/RES/", "E/DEC/", "E/L.", "E/19", "E/20"), Body.ECONOMIC_AND_SOCIAL_COUNCIL), ("S/", Body.SECURITY_COUNCIL),
)  # fmt: skip


def body_of(symbol: str) -> Body | None:
    """The body whose documents have such symbols; None for one whose documents are not read."""
    if symbol.partition(" C/")[0].isdecimal():
        # 42 C/Resolution 15.
        return Body.UNESCO_GENERAL_CONFERENCE
    return next((body for begins, body in _OF_BODY if symbol.startswith(begins)), None)


def has_address(symbol: str) -> bool:
    """Whether the UN's document system has documents of such symbols: A/HRC/RES/56/4, and not WHA76.5 or 1/CMA.5."""
    begins, stroke, _ = symbol.partition("/")
    return bool(stroke) and begins.isascii() and begins.isalpha()

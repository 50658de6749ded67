"""What fits a field of each kind, what does not, and what it is understood as."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from kvalitet.fields import Amount, Field, Interval, Kind
from kvalitet.fields.scalars import PATTERNS, UnfitError, read_scalar, shorten

FITS: list[tuple[Kind, str, object]] = [
    (Kind.NUMBER, "14", Decimal(14)),
    (Kind.NUMBER, "0", Decimal(0)),
    (Kind.NUMBER, "0101", Decimal(101)),
    (Kind.NUMBER, "1,5", Decimal("1.5")),
    (Kind.NUMBER, "1.5", Decimal("1.5")),
    (Kind.AMOUNT, "200", Amount(Decimal(200))),
    (Kind.AMOUNT, "200 kr.", Amount(Decimal(200))),
    (Kind.AMOUNT, "1.250,50", Amount(Decimal("1250.50"))),
    (Kind.AMOUNT, "1250,5 kroner", Amount(Decimal("1250.5"))),
    (Kind.DATE, "2025-04-24", dt.date(2025, 4, 24)),
    (Kind.DATE, "2024-02-29", dt.date(2024, 2, 29)),
    (Kind.YES_NO, "ja", True),
    (Kind.YES_NO, "Nej", False),
    (Kind.YES_NO, "true", True),
    (Kind.YES_NO, "FALSE", False),
    (Kind.PHONE, "01234567", "01 23 45 67"),
    (Kind.PHONE, "01 23 45 67", "01 23 45 67"),
    (Kind.PHONE, "0123 4567", "01 23 45 67"),
    (Kind.PHONE, "+45 01 23 45 67", "01 23 45 67"),
    (Kind.PHONE, "112", "112"),
    (Kind.PHONE, "11 61 11", "116111"),
    (Kind.MAIL, "rusmidler@kommune.example", "rusmidler@kommune.example"),
    (Kind.LINK, "https://kommune.example/a?b=c#d", "https://kommune.example/a?b=c#d"),
    (Kind.LINK, "http://kommune.example", "http://kommune.example"),
    (Kind.HOURS, "9-15", Interval((("09.00", "15.00"),))),
    (Kind.HOURS, "9.30-12 og 13:15–24", Interval((("09.30", "12.00"), ("13.15", "24.00")))),
    (Kind.HOURS, "9-12, 13-15", Interval((("09.00", "12.00"), ("13.00", "15.00")))),
    (Kind.HOURS, "18-21.30", Interval((("18.00", "21.30"),))),
    (Kind.HOURS, "20-23", Interval((("20.00", "23.00"),))),
    (Kind.HOURS, "lukket", Interval(())),
    (Kind.TEXT, "Vi\nbehandler dig.", "Vi\nbehandler dig."),
    (Kind.LINE, "12:30", "12:30"),
]
UNFIT: list[tuple[Kind, str]] = [
    (Kind.NUMBER, "fjorten"),
    (Kind.NUMBER, "14 dage"),
    (Kind.NUMBER, "-1"),
    (Kind.NUMBER, "1e3"),
    (Kind.NUMBER, "0x12"),
    (Kind.NUMBER, "1_000"),
    (Kind.NUMBER, ".inf"),
    (Kind.NUMBER, "٣"),  # a digit to Python, not to a Danish reader
    (Kind.AMOUNT, "gratis"),
    (Kind.AMOUNT, "1.25"),
    (Kind.AMOUNT, "200,555"),
    (Kind.AMOUNT, "-200"),
    (Kind.DATE, "2024-13-45"),
    (Kind.DATE, "2025-02-30"),
    (Kind.DATE, "2025-02-29"),
    (Kind.DATE, "24-04-2025"),
    (Kind.DATE, "2025-04-24T10:00"),
    (Kind.DATE, "0000-01-01"),
    (Kind.YES_NO, "yes"),
    (Kind.YES_NO, "on"),
    (Kind.YES_NO, "1"),
    (Kind.PHONE, "1234567"),
    (Kind.PHONE, "123456789"),
    (Kind.PHONE, "12"),
    (Kind.PHONE, "+46 12345678"),
    (Kind.PHONE, "<script>"),
    (Kind.MAIL, "a@b"),
    (Kind.MAIL, "a@b.example, c@d.example"),
    (Kind.MAIL, '"a"@b.example'),
    (Kind.LINK, "www.kommune.example"),
    (Kind.LINK, "javascript:alert(1)"),
    (Kind.LINK, "JAVASCRIPT:alert(1)"),
    (Kind.LINK, "data:text/html,<script>"),
    (Kind.LINK, "https://a.example/ b"),
    (Kind.LINK, 'https://a.example/"onclick="x'),
    (Kind.HOURS, "15-9"),
    (Kind.HOURS, "9-9"),
    (Kind.HOURS, "9-25"),
    (Kind.HOURS, "9"),
    (Kind.HOURS, "hele dagen"),
    (Kind.LINE, "to\nlinjer"),
    (Kind.CHOICE, "noget andet"),
]


def field(kind: Kind, **more: object) -> Field:
    return Field("felt", kind, **more)  # type: ignore[arg-type]  # a test's shorthand


@pytest.mark.parametrize(("kind", "text", "content"), FITS)
def test_what_fits_is_understood(kind: Kind, text: str, content: object) -> None:
    assert read_scalar(field(kind), f" {text} ") == content


@pytest.mark.parametrize(("kind", "text"), UNFIT)
def test_what_does_not_fit_says_what_to_write(kind: Kind, text: str) -> None:
    with pytest.raises(UnfitError) as caught:
        read_scalar(field(kind, choices={"ambulant": ""}), text)
    assert str(caught.value).endswith(".")
    assert caught.value.hint.endswith(".")


def test_every_kind_that_can_be_unfit_is_tried() -> None:
    assert {kind for kind, _ in UNFIT} >= {*PATTERNS, Kind.LINE, Kind.CHOICE}


def test_what_is_possible_bounds_a_number() -> None:
    bounded = field(Kind.NUMBER, minimum=Decimal(1), maximum=Decimal(120))
    assert read_scalar(bounded, "120") == Decimal(120)
    for text in ("0", "121", "120,5"):
        with pytest.raises(UnfitError):
            read_scalar(bounded, text)


def test_a_line_may_have_a_pattern_of_the_whole() -> None:
    patterned = field(Kind.LINE, pattern="[a-z]+", example="abc")
    assert read_scalar(patterned, "abc") == "abc"
    for text in ("abc1", "1abc", "ABC"):
        with pytest.raises(UnfitError, match="form"):
            read_scalar(patterned, text)


def test_a_long_text_is_shortened_on_one_line() -> None:
    assert shorten("to\n  ord") == "to ord"
    assert len(shorten("x" * 500)) == 40

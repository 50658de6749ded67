"""The form of the catalogue's own files, in the same fields as the standards: one reader, one kind of finding."""

from __future__ import annotations

from dataclasses import replace

from kvalitet.fields.model import Field, Kind

_TRUTHS = ("ordret", "gengivet", "oversat", "sluttet")
_FORCES = ("lov", "vejledning", "anbefaling")
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def line(key: str, *, required: bool = False, pattern: str = "") -> Field:
    """One line of text."""
    return Field(key, Kind.LINE, required=required, pattern=pattern, example="…")


def text(key: str, *, required: bool = False) -> Field:
    """Running text."""
    return Field(key, Kind.TEXT, required=required, example="…")


def identifier(key: str = "id", *, required: bool = True) -> Field:
    """An ASCII kebab-case id."""
    return Field(key, Kind.LINE, required=required, pattern=_ID, example="et-id")


def number(key: str, *, required: bool = False) -> Field:
    """A number."""
    return Field(key, Kind.NUMBER, required=required, example="1")


def day(key: str, *, required: bool = False) -> Field:
    """A date."""
    return Field(key, Kind.DATE, required=required, example="2026-11-22")


def yes_no(key: str) -> Field:
    """``ja`` or ``nej``."""
    return Field(key, Kind.YES_NO)


def raw(key: str, *, required: bool = False) -> Field:
    """A part with a reader of its own."""
    return Field(key, Kind.RAW, required=required)


def choice(key: str, options: tuple[str, ...], *, required: bool = False) -> Field:
    """One of ``options``."""
    return Field(key, Kind.CHOICE, required=required, choices={option: option for option in options})


def group(key: str, *fields: Field, required: bool = False) -> Field:
    """Fixed fields."""
    return Field(key, Kind.GROUP, required=required, fields={one.key: one for one in fields})


def listing(key: str, item: Field, *, required: bool = False) -> Field:
    """Entries in order."""
    return Field(key, Kind.LIST, required=required, item=replace(item, key=""))


def table(key: str, item: Field, *, required: bool = False) -> Field:
    """Entries by key."""
    return Field(key, Kind.TABLE, required=required, item=replace(item, key=""))


def _file(*fields: Field) -> dict[str, Field]:
    return {one.key: one for one in fields}


_IDS = line("ids")
PROOF = choice("bevis", _TRUTHS, required=True)

ORDER = listing("rækkefølge", group("", line("først", required=True), line("sidst", required=True)))

DOCUMENT = _file(
    raw("former"), raw("felter", required=True), table("organer", listing("", line("")), required=True), ORDER
)

EMPTY_WORDS = _file(
    listing("pladsholdere", line(""), required=True),
    group("henvisningsord", listing("mål", line(""), required=True), listing("fyld", line(""), required=True)),
)

LANGUAGE = _file(
    group(
        "grænser",
        number("lix", required=True),
        number("lix_ord", required=True),
        number("ord_i_sætning", required=True),
        required=True,
    ),
    listing(
        "ord",
        group(
            "",
            identifier(),
            listing("former", line("")),
            yes_no("sammensat"),
            line("mønster"),
            listing("ord", line("")),
            yes_no("kun_pixie"),
            text("besked", required=True),
            text("skriv", required=True),
        ),
        required=True,
    ),
    group(
        "værdiord",
        listing("ord", line(""), required=True),
        listing("lovens", line(""), required=True),
        listing("konkret", line(""), required=True),
        required=True,
    ),
    table("passiver", line(""), required=True),
    group(
        "fagord",
        listing("ord", line(""), required=True),
        listing("alle_kender", line(""), required=True),
        required=True,
    ),
    listing("titler", line(""), required=True),
)

PRIVACY = _file(text("fornavne", required=True), text("fælles", required=True))

AREA = _file(
    identifier(),
    line("titel", required=True),
    line("kort"),
    text("beskrivelse", required=True),
    table("love", line("")),
    raw("former"),
    raw("felter"),
)

SOURCES = _file(
    listing(
        "kilder",
        group(
            "",
            identifier(),
            line("titel", required=True),
            line("udgiver", required=True),
            line("år"),
            yes_no("myndighed"),
            Field("link", Kind.LINK),
            day("læst", required=True),
            text("note"),
        ),
        required=True,
    )
)

REFERENCES = _file(
    listing(
        "henvisninger",
        group(
            "",
            identifier(),
            line("titel", required=True),
            text("siger", required=True),
            PROOF,
            identifier("kilde"),
            line("sted"),
            day("læst", required=True),
            text("forbehold"),
        ),
        required=True,
    )
)

_CRITERION = group(
    "",
    identifier(),
    line("titel", required=True),
    line("sfi", pattern=r"5\.(?:[1-9]|10)"),
    text("hjælp", required=True),
    raw("kort", required=True),
    raw("uddybende", required=True),
    group("irrelevant", text("når", required=True), raw("modsagt_af")),
    listing("tilstande", line("")),
)

REQUIREMENT = _file(
    identifier(),
    line("titel", required=True),
    line("kort_titel", required=True, pattern=".{1,20}"),
    line("spørgsmål", required=True),
    text("handler_om", required=True),
    listing("henvisninger", _IDS, required=True),
    listing("overskrifter", line("")),
    raw("afsnit"),
    listing("kriterier", _CRITERION, required=True),
)

EDITION = _file(
    line("udgave", required=True),
    line("titel", required=True),
    line("kort_titel", required=True),
    group("gælder_fra", day("dato", required=True), PROOF, identifier("kilde", required=False), text("note")),
    group(
        "gælder_til",
        day("dato", required=True),
        choice("bevis", _TRUTHS),
        identifier("kilde", required=False),
        text("note"),
    ),
    identifier("henvisning"),
    listing("forbehold", text("")),
    group("revision", number("måneder", required=True), identifier("henvisning")),
    listing(
        "punkter",
        group("", number("nr", required=True), identifier("krav"), identifier("henvisning")),
        required=True,
    ),
    listing(
        "styrke",
        group(
            "",
            choice("styrke", _FORCES, required=True),
            identifier("henvisning"),
            listing("kriterier", _IDS, required=True),
        ),
        required=True,
    ),
)

RIGHTS = _file(
    listing(
        "rettigheder",
        group(
            "",
            identifier(),
            line("titel", required=True),
            text("ord", required=True),
            text("kort"),
            listing("undtagelser", text("")),
            listing("henvisninger", _IDS, required=True),
            listing("krav", _IDS),
            day("læst", required=True),
        ),
        required=True,
    )
)

WORDINGS = _file(
    listing(
        "formuleringer",
        group(
            "",
            identifier(),
            line("mønster", required=True),
            listing("ord", line("")),
            listing("hvor", line("")),
            text("besked", required=True),
            text("skriv", required=True),
            identifier("henvisning"),
        ),
        required=True,
    )
)

CITIZEN_TEXTS = _file(
    listing(
        "tekster",
        group("", identifier(), text("tekst", required=True), listing("henvisninger", _IDS)),
        required=True,
    )
)

# What an entry of 'dele' or 'ellers' may be: one of these, alone.
_PART = group(
    "",
    listing("ord", _IDS),
    listing("steder", line("")),
    listing("fakta", line("")),
    group(
        "svar",
        line("felt", required=True),
        line("titel", required=True),
        *(identifier(answer, required=False) for answer in ("ja", "nej", "uoplyst")),
    ),
    group(
        "tilbud",
        line("felt", required=True),
        *(line(path, required=True) for path in ("slags", "tal", "pr", "deles")),
        *(line(answer, required=True) for answer in ("ja", "nej", "uoplyst")),
    ),
    identifier("sig", required=False),
    identifier("trin", required=False),
    listing("ret", _IDS),
)

SUBJECTS = _file(
    listing(
        "emner",
        group(
            "",
            identifier(),
            line("titel", required=True),
            line("kort_titel", required=True, pattern=".{1,40}"),
            listing("krav", _IDS),
            listing("dele", _PART, required=True),
            listing("ellers", _PART),
            listing("mere", line("")),
            identifier("side", required=False),
            identifier("læs_mere", required=False),
            listing("rettigheder", _IDS),
        ),
        required=True,
    )
)

MODELS = _file(
    listing(
        "eksempler",
        group("", identifier("krav"), text("kort", required=True), text("langt", required=True)),
        required=True,
    )
)

DIVISIONS = _file(
    listing(
        "opdelinger",
        group(
            "",
            identifier(),
            line("titel", required=True),
            text("note"),
            listing(
                "grupper",
                group("", identifier(), line("titel", required=True), raw("når", required=True), raw("medmindre")),
                required=True,
            ),
        ),
        required=True,
    )
)

_LIMIT = group(
    "grænse",
    number("højst"),
    number("mindst"),
    number("præcis"),
    listing("kun", line("")),
    table("når", line("")),
    identifier("lov"),
)

FIELD = _file(
    line("titel"),
    line("type"),
    text("hjælp"),
    text("eksempel"),
    yes_no("påkrævet"),
    raw("felter"),
    raw("af"),
    table("valg", text("")),
    line("kortform"),
    line("til"),
    choice("nøgler", ("kriterium", "krav")),
    number("mindst"),
    number("højst"),
    line("enhed"),
    line("mønster"),
    _LIMIT,
    raw("borger"),
    text("bruges"),
    yes_no("kun_egen"),
    yes_no("teknisk"),
    listing("i_fortiden", line("")),
    listing("i_fremtiden", line("")),
    number("holder_måneder"),
    ORDER,
    choice("bedre", ("mere", "mindre", "ja", "nej")),
    table("vægt", number("")),
    line("form"),
)

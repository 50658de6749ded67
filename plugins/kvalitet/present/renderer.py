"""Templates, compiled once, with the words and links they need."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kvalitet.assess.coverage import Level
from kvalitet.glossary import load_glossary
from kvalitet.present.page import Page, relative_link
from kvalitet.present.state import tell_state
from kvalitet.present.terms import explain_terms
from kvalitet.present.text import render_inline, render_text
from kvalitet.present.views import anchor_of
from kvalitet.present.words import lower_first, say_date, say_list, say_value, say_weekday
from kvalitet.readability import describe_lix
from kvalitet.report.words import FORCE_WORDS, LEVEL_SYMBOLS, LEVEL_WORDS, SEVERITY_WORDS

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from kvalitet.fields import Value

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
# Templates of pages for officers and researchers: a citizen's search shows them after the others.
_PROFESSIONAL = frozenset(
    {
        "anbefalinger",
        "baggrund",
        "for-kommuner",
        "data",
        "krav",
        "landet",
        "landet-2009",
        "lov",
        "lovtjek",
        "om",
        "hvad-hvis",
        "metode",
        "overblik",
        "regel",
        "regler",
        "retningslinje",
        "sammenlign",
        "standard-fil",
        "standard",
        "tilgaengelighed",
        "udvikling",
    }
)
_GLOSSARY = "ordliste"
# Their first layer is the citizen's, so hard words are explained in it.
_LAYERED = frozenset({"retningslinje"})
# What search engines show of a page, by template; {} is the municipality or the page's title.
_DESCRIPTIONS = {
    "hjem": "Find hjælp i din kommune, hvis du eller en, du kender, bruger stoffer. Se, hvad du har ret til.",
    "akut": "Hvad du gør, når det haster, og hvem du kan ringe til.",
    "omraade": "Find din kommune, og se, hvordan du begynder i stofmisbrugsbehandling.",
    "kommuner": "Alle 98 kommuner fra A til Å: hvor du kan få hjælp, og hvad du har ret til.",
    "paaroerende": "Bruger en, du holder af, stoffer? Hvad du kan gøre, hvad du må få at vide, og hvor du får hjælp.",
    "rettigheder": "Det har du ret til i alle kommuner, når du vil i stofmisbrugsbehandling.",
    "overblik": "Hvad kommunernes kvalitetsstandarder for stofmisbrugsbehandling beskriver, og hvad de ikke beskriver.",
    "for-kommuner": "Fra et Word-dokument til en kvalitetsstandard, der er tjekket mod loven og kan læses af borgerne.",
    "sammenlign": "To til fire kommuners kvalitetsstandarder ved siden af hinanden, med deres egne ord.",
    "hvad-hvis": "De samme kvalitetsstandarder målt efter en anden udgave af reglerne: hvem mangler så hvad?",
    "metode": "Hvordan vi afgør, om en kvalitetsstandard beskriver noget, og hvad målingen ikke kan se.",
    "standard-fil": "Filen bag kvalitetsstandarden i {}, linje for linje.",
    "pixie": "Hvor du kan få hjælp i {}, hvor hurtigt det går, hvad det koster, og hvad du har ret til.",
    "uden-standard": "Hvad du kan gøre i dag i {}, og hvad du har ret til.",
    "klage": "Hvad du kan gøre, når du ikke får den hjælp, du har bedt om. {}.",
    "standard": "Hele kvalitetsstandarden for stofmisbrugsbehandling i {}, punkt for punkt.",
    "lovtjek": "Hvad kvalitetsstandarden i {} beskriver af det, loven kræver.",
    "krav": "{}: hvad en kvalitetsstandard skal beskrive, loven bag, og hvem der beskriver det.",
    "ordliste": "Svære ord i breve fra kommunen og i reglerne, forklaret kort, fra A til Å.",
    "lov": "Reglerne om kvalitetsstandarder: hvad de siger, hvor vi har læst dem, og hvor sikre de er.",
    "retningslinje": "Retningslinje {}: hvad du kan vente dig, hvad behandlere og ledere skal og bør, og loven bag.",
    "retningslinjer": "Socialstyrelsens retningslinjer for god stofmisbrugsbehandling, med almindelige ord.",
    "forloeb": "Vejen gennem stofmisbrugsbehandling, trin for trin: hvad der sker, og hvad du kan spørge om.",
    "forloeb-kommune": "Vejen gennem stofmisbrugsbehandling i {}, trin for trin: hvad kommunen skriver.",
    "baggrund": "Hvordan reglerne om kvalitetsstandarder blev til, hvad SFI fandt, og hvor kilderne er uenige.",
    "data": "Tallene bag siden, til at hente og bruge frit.",
    "landet": "Hvad kommunernes kvalitetsstandarder beskriver i dag, holdt op mod SFI's tal fra 2009.",
    "landet-2009": "SFI's undersøgelse fra 2009 om kvalitetsstandarder: tabeller, som de er trykt, og noter.",
    "udvikling": "Hvad der er nyt, ændret og taget ud i kommunernes kvalitetsstandarder, dag for dag.",
    "anbefalinger": "KL's 12 anbefalinger om misbrugsbehandling, og hvad kommunerne har svaret.",
    "om": "Hvad siden viser, hvordan den måler, og hvilke spor et besøg efterlader.",
    "regler": "Alt, hvad kontrollen kan sige om en kvalitetsstandard, med forklaring og eksempler.",
    "regel": "{}: hvad reglen betyder, hvorfor den er der, og hvordan det kan skrives i stedet.",
    "tilgaengelighed": "Hvordan siden kan bruges af alle, og hvad der endnu ikke er godt nok.",
}
_LEVEL_CLASSES = {
    Level.NOT: "ikke",
    Level.BRIEF: "kort",
    Level.THOROUGH: "uddybende",
    Level.IRRELEVANT: "irrelevant",
    Level.UNASSESSED: "uvurderet",
}


class Renderer:
    """Makes pages for one site on one day."""

    def __init__(self, site_name: str, day: date, common: dict[str, Any]) -> None:
        self.day = day
        self._values = {"site_name": site_name, "day": day, **common}

    def page(self, address: str, template: str, title: str, **values: Any) -> Page:  # noqa: ANN401 - template values
        """Return the page at ``address`` made by ``template``.

        Among the values, ``source``, ``hidden``, ``wide``, ``tools``, ``styles``, ``ring`` and ``searched`` shape the
        page itself; ``crumbs`` are the (title, address) of the pages above it and ``crumb`` its own short name there.
        """
        link = partial(relative_link, address)
        known = {"crumbs": [], "crumb": "", **self._values, **values, "title": title, "here": address, "link": link}
        top, body = (_environment().get_template(f"{name}.html.j2").render(known) for name in ("_top", template))
        professional = template in _PROFESSIONAL
        if (not professional or template in _LAYERED) and template != _GLOSSARY:
            body = explain_terms(body, load_glossary(), link)
        return Page(
            address,
            title,
            f"{top}\n{body}",
            description=_DESCRIPTIONS.get(template, "").replace("{}", str(values.get("municipality") or title)),
            source=str(values.get("source", "")),
            hidden=bool(values.get("hidden")),
            wide=bool(values.get("wide")),
            municipality=str(values.get("municipality", "")),
            professional=professional,
            tools=tuple(values.get("tools", ())),
            styles=tuple(values.get("styles", ())),
            ring=str(values.get("ring", "")),
            searched=bool(values.get("searched", True)),
        )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "date": say_date,
        "weekday": say_weekday,
        "listed": say_list,
        "text": render_text,
        "inline": render_inline,
        "anchor": anchor_of,
        "level_word": LEVEL_WORDS.__getitem__,
        "level_symbol": LEVEL_SYMBOLS.__getitem__,
        "level_class": _LEVEL_CLASSES.__getitem__,
        "force_word": FORCE_WORDS.__getitem__,
        "lix_word": describe_lix,
        "severity_word": SEVERITY_WORDS.__getitem__,
        "markup": _markup,
        "lower_first": lower_first,
        "squeeze": lambda text: " ".join(text.split()),
    }
    environment.globals["state_texts"] = tell_state
    return environment


def _markup(value: Value) -> Markup:
    """Return a scalar value as it stands in the standard, running text with its paragraphs."""
    return render_text(say_value(value))

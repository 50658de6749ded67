"""The short texts to the citizen are hard to read, taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.readability import LONG_WORD, Readability, is_long, split_words
from kvalitet.rules.model import Case, Rule
from kvalitet.rules.sprog_saetning import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.rules.texts import Text


_MARGIN = 1


def check(case: Case) -> Iterator[Finding]:
    """Yield a note at the text that makes the whole hardest; the next one too, where that one is excepted."""
    language = case.catalogue.language
    if _is_easy(case.texts.plain, language.most_lix):
        return
    measured = [(text, _measure(text)) for text in case.texts.plain]
    while measured:
        total = sum((each for _, each in measured), Readability(0, 0, 0))
        if total.words < language.fewest_lix_words or total.lix <= language.most_lix:
            return
        number = max(range(len(measured)), key=lambda at: _lix_without(measured, at))
        text, own = measured[number]
        yield _finding(text, own, total, language.most_lix)
        if (RULE.id, text.value.path) not in case.exceptions:
            return
        del measured[number]


def _is_easy(texts: tuple[Text, ...], most: int) -> bool:
    """Tell at a glance that a LIX is far below ``most``: words are cut at blanks, so more of them look long."""
    words = [word for text in texts for word in text.words.split()]
    sentences = sum(len(sentences_of(str(text.value.content))) for text in texts)
    if not words or not sentences:
        return True
    rough = Readability(len(words), sentences, sum(len(word) >= LONG_WORD for word in words))
    return rough.lix < most - _MARGIN


def _measure(text: Text) -> Readability:
    sentences = sentences_of(str(text.value.content))
    words = [word for sentence in sentences for word in split_words(sentence)]
    return Readability(len(words), len(sentences), sum(map(is_long, words)))


def _lix_without(measured: list[tuple[Text, Readability]], number: int) -> float:
    """Return how much easier the rest is: the more, the more that text weighs."""
    rest = sum((each for at, (_, each) in enumerate(measured) if at != number), Readability(0, 0, 0))
    return -rest.lix


def _finding(text: Text, own: Readability, total: Readability, most: int) -> Finding:
    return Finding(
        rule=RULE.id,
        severity=Severity.NOTE,
        place=text.value.place,
        path=text.value.path,
        message=(
            f"De korte tekster til borgeren har tilsammen lix {total.lix:.0f}; de bør højst have {most}. Denne tekst "
            f"trækker mest op (lix {own.lix:.0f})."
        ),
        hint="Skriv kortere sætninger og kortere ord. Ord på 7 bogstaver eller flere tæller som lange.",
    )


RULE = Rule(
    id="sprog-lix",
    title="De korte tekster er svære at læse",
    severity=Severity.NOTE,
    explanation=(
        "Lix er antallet af ord i en sætning lagt sammen med andelen af lange ord. Indtil 34 er en tekst let at "
        "læse. Standardens korte tekster til borgeren ('pixie') måles sammen, når der er mindst 100 ord. Fundet "
        "står ved den tekst, der trækker mest op. Den vedtagne tekst bliver ikke målt."
    ),
    why="Hver sjette voksne har svært ved at læse. Lix er kun et fingerpeg, så læs også teksten højt.",
    wrong=(
        "opgaver:\n"
        "  tekst: Kommunen giver råd til voksne.\n"
        "  pixie: |\n"
        "    Rusmiddelcentret tilrettelægger individuelle behandlingsforløb, hvor rådgivningssamtaler,\n"
        "    gruppebehandling, familiesamtaler, beskæftigelsesindsatser og sundhedsundersøgelser indgår.\n"
        "    Behandlingsforløbet begynder almindeligvis efter henvendelse, forsamtaler og lægeundersøgelser.\n"
        "    Efterbehandlingen indeholder opfølgende netværkssamtaler, familiesamtaler og gruppesamtaler.\n"
        "    Sagsbehandleren koordinerer handleplanen, behandlingsplanen, boligindsatsen og gældsrådgivningen.\n"
        "    Medarbejderne henviser forældre, ægtefæller, kærester, søskende og bedsteforældre.\n"
    ),
    right=(
        "opgaver:\n  tekst: Kommunen giver råd til voksne.\n  pixie: Du kan få råd og hjælp hos os. Ring, eller kom.\n"
    ),
    mark=(
        "|\n"
        "    Rusmiddelcentret tilrettelægger individuelle behandlingsforløb, hvor rådgivningssamtaler,\n"
        "    gruppebehandling, familiesamtaler, beskæftigelsesindsatser og sundhedsundersøgelser indgår.\n"
        "    Behandlingsforløbet begynder almindeligvis efter henvendelse, forsamtaler og lægeundersøgelser.\n"
        "    Efterbehandlingen indeholder opfølgende netværkssamtaler, familiesamtaler og gruppesamtaler.\n"
        "    Sagsbehandleren koordinerer handleplanen, behandlingsplanen, boligindsatsen og gældsrådgivningen.\n"
        "    Medarbejderne henviser forældre, ægtefæller, kærester, søskende og bedsteforældre."
    ),
    exceptable=True,
    shared=True,
    check=check,
)

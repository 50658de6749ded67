"""KL's recommendations and Klynge Vest's answers against their source texts, by line.

The answers stand twice in the text: in the cluster's joint report, and in every municipality's own. Both are read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from _kildetjek import Outcome, all_texts, find_copied, read_source
from kvalitet.studies import load_recommendations
from kvalitet.studies.survey_file import STUDIES_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kvalitet.studies import MunicipalAnswers, Recommendations

AREA = "stofmisbrug"
PARTS = "alle kommuners svar"
_SECTION = re.compile(r"(?:<p>)?\s*(\d+)\.\s?(\d+):?\s")
_RECOMMENDATION = re.compile(r"\s*Anbefaling (\d+):")
_YES_NO = re.compile(r"Ja:\s*(.*?)\s*Nej:\s*(.*)", re.DOTALL)
_REFERS = "Der henvises til besvarelsen"
# Questions of how that stand under a number of their own, and the indicator that they are about.
_HOW = {"6.3": "6.2", "9.2": "9.1", "10.2": "10.1"}
_HOW_BY_WORD = {"Synlighed": "2.1", "Tilgængelighed": "2.2", "Tidlig opsporing": "2.3"}
Answers = dict[tuple[str, str], str]


def check_recommendations(folder: Path) -> list[Outcome]:
    """Return what comparing the recommendations and the answers with their source texts in ``folder`` found."""
    made = load_recommendations(AREA)
    assert made is not None  # noqa: S101 - this project has it
    texts = {one.id: read_source(folder, one.source_text) for one in made.documents.values()}
    west = texts["vest"]
    middle = next(at for at, line in enumerate(west) if PARTS in line)
    return [
        check_numbers(made, texts),
        check_answers(made, west[:middle], "joint report"),
        check_answers(made, west[middle:], "every municipality's answers"),
        check_who_told(made, west[middle:]),
        check_clusters(made, texts),
        check_words(texts),
    ]


def check_numbers(made: Recommendations, texts: dict[str, list[str]]) -> Outcome:
    """Compare the numbers of the recommendations and of their indicators, and the lines where they stand."""
    faults = []
    for one in made.recommendations:
        for document, line in one.lines:
            found = _RECOMMENDATION.match(texts[document][line - 1])
            if found is None or int(found[1]) != one.number:
                faults.append(f"recommendation {one.number} does not begin at line {line} of '{document}'")
    for each in made.indicators.values():
        found = _SECTION.match(texts["vest"][each.line - 1])
        if found is None or f"{found[1]}.{found[2]}" != each.number or "Indikator" not in texts["vest"][each.line - 1]:
            faults.append(f"indicator {each.number} does not stand at line {each.line}")
    asked = set(read_answers(texts["vest"]))
    faults += [
        f"indicator {name} is in the print, and not here"
        for name in sorted({a for a, _ in asked} - set(made.indicators))
    ]
    municipal = [one.number for one in made.recommendations if one.municipal]
    notes = (f"{len(made.recommendations)} recommendations, municipal: {municipal}",)
    return Outcome(
        "KL 2014, recommendations and indicators",
        len(made.recommendations) + len(made.indicators),
        tuple(faults),
        notes,
    )


def read_answers(lines: list[str]) -> Answers:
    """Return (indicator, municipality) → ja or nej, from the text alone."""
    answers: Answers = {}
    for number, text in read_sections(lines):
        found = _YES_NO.search(text)
        if found is None:
            continue
        for word, names in (("ja", found[1]), ("nej", found[2])):
            for name in re.split(r",\s*", names.split("\n")[0].split("</p>")[0].strip()):
                if name.strip() and name.strip() != "Ingen":
                    answers[number, name.strip()] = word
    return answers


def read_sections(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (number, text) of each numbered part; a recommendation's heading ends one."""
    number, held = "", list[str]()
    for line in lines:
        section = _SECTION.match(line)
        if section is not None or _RECOMMENDATION.match(line):
            if number:
                yield number, "\n".join(held)
            number, held = (f"{section[1]}.{section[2]}" if section is not None else ""), []
        held.append(line)
    if number:
        yield number, "\n".join(held)


def check_answers(made: Recommendations, lines: list[str], what: str) -> Outcome:
    """Compare every yes and no."""
    printed = read_answers(lines)
    ours = {
        (number, one.name): reply.answer
        for sheet in made.sheets
        for one in sheet.municipalities
        for number, reply in one.replies.items()
    }
    faults = [
        f"{number} {name}: the print says {printed.get((number, name))}, and we {ours.get((number, name))}"
        for number, name in sorted(printed.keys() | ours.keys())
        if printed.get((number, name)) != ours.get((number, name))
    ]
    return Outcome(f"KL 2014, answers of Klynge Vest ({what})", len(printed), tuple(faults))


def check_who_told(made: Recommendations, lines: list[str]) -> Outcome:
    """Compare who told how, and who has a plan; and look up the numbers in our words in that municipality's own."""
    municipalities = [one for sheet in made.sheets for one in sheet.municipalities]
    told = read_told([one.name for one in municipalities], lines)
    faults = []
    compared = 0
    for one in municipalities:
        ours = {**{number: reply.how for number, reply in one.replies.items() if reply.how}, **_plans(one)}
        theirs = {number: text for (number, name), text in told.items() if name == one.name}
        compared += len(theirs)
        faults += [
            f"{one.name}, {number}: told in one and not in the other" for number in sorted(ours.keys() ^ theirs.keys())
        ]
        for number in ours.keys() & theirs.keys():
            unknown = _figures(ours[number]) - _figures(theirs[number]) - {str(sheet.year) for sheet in made.sheets}
            faults += [f"{one.name}, {number}: '{figure}' is not in the print" for figure in sorted(unknown)]
            if one.bought_from and (_REFERS in theirs[number]) != ours[number].startswith("Henviser"):
                faults.append(f"{one.name}, {number}: refers to its partners in one and not in the other")
    return Outcome("KL 2014, who told how and who has a plan", compared, tuple(faults))


def _plans(one: MunicipalAnswers) -> dict[str, str]:
    return {f"plan {number}": text for number, text in one.plans.items()}


def _figures(text: str) -> set[str]:
    """Return the numbers written in digits: 'en' and 'to' are too common words to count."""
    return set(re.findall(r"\d+", text))


def read_told(names: list[str], lines: list[str]) -> dict[tuple[str, str], str]:
    """Return (indicator or plan, municipality) → its own words, from the text alone."""
    told: dict[tuple[str, str], str] = {}
    speaker = re.compile(rf"(?<![\wæøå])({'|'.join(names)}): ")
    for number, text in read_sections(lines):
        for key, part in _parts(number, text):
            pieces = speaker.split(part)
            for name, words in zip(pieces[1::2], pieces[2::2], strict=True):
                told[key, name] = f"{told.get((key, name), '')} {words}"
    return told


def _parts(number: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what each piece of a section is about: an indicator, or the plan of a recommendation."""
    recommendation = number.partition(".")[0]
    if "Plan for løsning" in text:
        yield f"plan {recommendation}", text
    elif number == "2.4":
        pieces = re.split(rf"(?:<p>)?({'|'.join(_HOW_BY_WORD)}) \(maks", text)
        for word, part in zip(pieces[1::2], pieces[2::2], strict=True):
            yield _HOW_BY_WORD[word], part
    else:
        yield _HOW.get(number, number), text


def check_clusters(made: Recommendations, texts: dict[str, list[str]]) -> Outcome:
    """Compare the three clusters, who stayed away, and who buys from whom."""
    faults = []
    compared = 0
    for cluster in made.clusters:
        for document, line in cluster.lines:
            title, _, names = texts[document][line - 1].partition(": ")
            printed = set(re.split(r", | og ", names.strip()))
            compared += len(printed)
            if title.strip() != cluster.name or printed != set(cluster.municipalities):
                faults.append(f"{cluster.name} is not as in line {line} of '{document}'")
        for name in cluster.absent:
            compared += 1
            if not any(f"kun {name}" in line for line in texts["region"]):
                faults.append(f"{name} is not told as absent")
    west = "\n".join(texts["vest"])
    buyer = re.search(r"\"køber-kommune\" sæt da kryds:\s*(\w+)", west)
    partners = re.search(r"misbrugscentre i\s+(\w+), (\w+) og (\w+)", west)
    ours = {one.name: set(one.bought_from) for sheet in made.sheets for one in sheet.municipalities if one.bought_from}
    theirs = {buyer[1]: set(partners.groups())} if buyer and partners else {}
    if ours != theirs:
        faults.append(f"who buys from whom: the print has {theirs}, and we {ours}")
    return Outcome("KL 2014, clusters and buyers", compared + len(theirs), tuple(faults))


def check_words(texts: dict[str, list[str]]) -> Outcome:
    """Look for sentences of the sources among our own texts."""
    own = [
        text
        for path in sorted((STUDIES_FOLDER / AREA / "kl2014").rglob("*.yml"))
        for text in all_texts(yaml.safe_load(path.read_text(encoding="utf-8")))
    ]
    lines = [line for text in texts.values() for line in text]
    faults = [f"copied from the source: '{run}'" for run in find_copied(own, lines)]
    return Outcome("KL 2014, our texts are our own", len(own), tuple(faults))

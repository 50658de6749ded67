"""Two standards side by side: nothing that reads otherwise is missed, and nothing else is told."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.council.conftest import FOLDER, STANDARDS, assess

from kvalitet.diff import Comparison, compare_standards
from kvalitet.diff.telling import tell

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Desk

    from kvalitet.check import Assessed
    from kvalitet.diff import Change


def load(path: Path) -> dict[str, Any]:
    tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - every scalar as text
    assert isinstance(tree, dict)
    return tree


def write(tree: dict[str, Any], folder: Path, stem: str = "strandlev") -> Assessed:
    path = folder / "stofmisbrug" / f"{stem}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return assess(path)


def changes_of(comparison: Comparison) -> list[Change]:
    return [*(change for each in comparison.subjects for change in each.changes), *comparison.document]


def turn_around(node: Any) -> Any:
    """Return the same data with every mapping and list in the opposite order."""
    if isinstance(node, dict):
        return {key: turn_around(one) for key, one in reversed(node.items())}
    return [turn_around(one) for one in reversed(node)] if isinstance(node, list) else node


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_a_standard_is_not_otherwise_than_itself(path: Path) -> None:
    assert compare_standards(assess(path), assess(path)).empty


@pytest.mark.parametrize("stem", ["strandlev", "kronhavn", "sivherred"])
def test_order_comments_and_white_space_change_nothing(tmp_path: Path, stem: str) -> None:
    path = FOLDER / f"{stem}.yml"
    tree = turn_around(load(path))
    other = write(tree, tmp_path, stem)
    assert compare_standards(assess(path), other).empty
    text = path.read_text(encoding="utf-8").replace("\n\n", "\n\n# en kommentar\n\n").replace(". ", ".  ")
    (tmp_path / "stofmisbrug" / path.name).write_text(text, encoding="utf-8")
    assert compare_standards(assess(path), assess(tmp_path / "stofmisbrug" / path.name)).empty


def test_every_text_that_is_changed_is_told() -> None:
    """Each running text and line of the longest standard, one after the other, with a word more."""
    path = FOLDER / "strandlev.yml"
    before = assess(path)
    leaves = [one for value in before.standard.values.values() for one in value.leaves()]
    chosen = [one for one in leaves if one.filled and one.field.kind in {"tekst", "linje"} and not one.field.technical]
    chosen = [one for one in chosen if not one.field.pattern]
    picked = random.Random(7).sample(chosen, 25)  # noqa: S311 - a sample, the same each time
    old = assess(path)
    for leaf in picked:
        kept, leaf.content = leaf.content, f"{leaf.content} Ekstraord."
        told = [line for change in changes_of(compare_standards(old, before)) for line in change.after]
        leaf.content = kept
        assert any("Ekstraord" in line for line in told), leaf.path


def test_every_value_that_is_taken_out_is_told() -> None:
    path = FOLDER / "kronhavn.yml"
    after = assess(path)
    before = assess(path)
    leaves = [one for value in after.standard.values.values() for one in value.leaves() if one.filled]
    for leaf in random.Random(11).sample(leaves, 40):  # noqa: S311 - a sample, the same each time
        lines = tell(leaf, after.standard.file)
        kept, leaf.content = leaf.content, None
        told = changes_of(compare_standards(before, after))
        leaf.content = kept
        assert told, leaf.path
        assert any(words in line for change in told for line in change.before for words in lines), leaf.path


def test_a_changed_sentence_is_told_alone_with_what_it_was(desk: Desk) -> None:
    old = desk.one("opgaver:\n  tekst: Vi giver råd. Vi giver behandling. Vi er her.\n")
    new = desk.one("opgaver:\n  tekst: Vi giver råd. Vi giver god behandling. Vi er her.\n")
    (change,) = changes_of(compare_standards(old, new))
    assert change.about == ("Opgaver", "den vedtagne tekst")
    assert (change.before, change.after) == (("Vi giver behandling.",), ("Vi giver god behandling.",))


def test_an_entry_is_known_by_its_name_wherever_it_stands(desk: Desk) -> None:
    two = "steder:\n  a: {navn: Kajen, telefon: 01234567}\n  b: {navn: Møllen, telefon: 01234568}\n"
    turned = "steder:\n  x: {navn: Møllen, telefon: 01234569}\n  y: {navn: Kajen, telefon: 01234567}\n"
    (change,) = changes_of(compare_standards(desk.one(two), desk.one(turned)))
    assert change.about == ("Steder", "Møllen")
    assert change.before == ("Telefon: 01 23 45 68",)
    assert change.after == ("Telefon: 01 23 45 69",)
    assert change.path == "steder.x.telefon"


def test_an_entry_without_a_name_is_known_by_what_it_says(desk: Desk) -> None:
    old = desk.one("visitation: {trin: [{hvad: Du ringer til os}, {hvad: Vi holder et møde med dig om mandagen}]}\n")
    new = desk.one("visitation: {trin: [{hvad: Vi holder et møde med dig om tirsdagen}, {hvad: Du ringer til os}]}\n")
    (change,) = changes_of(compare_standards(old, new))
    assert "mandagen" in change.before[0]
    assert "tirsdagen" in change.after[0]


def test_what_is_inherited_is_compared_as_it_reads(desk: Desk) -> None:
    text = "personale:\n  tekst: Hos os arbejder fem.\n"
    desk.add(text, name="Nabo", stem="nabo")
    desk.add(text)
    own = next(one for one in desk.check().assessed if one.standard.slug == "proeveby")
    desk.add("arver: [{fra: nabo, afsnit: [personale]}]\n")
    heir = next(one for one in desk.check().assessed if one.standard.slug == "proeveby")
    (only,) = changes_of(compare_standards(own, heir))
    assert only.path.startswith("arver")


def test_each_thing_is_told_once_under_the_subject_that_shows_it(desk: Desk) -> None:
    """Places belong to one subject's requirement and are shown under another; some fields are shown under two."""
    body = "steder: {{kajen: {{navn: Kajen, telefon: {0}}}}}\norganisering: {{ansvarlig: Center {0}}}\n"
    body += "anonym_rådgivning: {{findes: ja, telefon: {0}}}\n"
    comparison = compare_standards(desk.one(body.format("01234567")), desk.one(body.format("01234568")))
    assert [(each.subject.id, sorted(one.path for one in each.changes)) for each in comparison.subjects] == [
        ("hvor", ["anonym_rådgivning.telefon", "steder.kajen.telefon"]),
        ("hjaelp", ["organisering.ansvarlig"]),
    ]


def test_levels_requirements_rights_and_findings(desk: Desk) -> None:
    good = (
        "behandlingsgaranti:\n  tekst: Du begynder inden 14 dage.\n  frist_dage: 14\n  regnes_fra: første henvendelse\n"
    )
    old = desk.one(good)
    gone = compare_standards(old, desk.one())
    levels = {one.criterion.id: (str(one.before), str(one.after), one.worse) for one in gone.levels}
    assert levels == {"behandlingsgaranti": ("uddybende", "ikke", True)}
    assert [(one.requirement.id, one.met) for one in gone.met] == [("behandlingsgaranti", False)]
    (subject,) = gone.subjects
    assert "behandlingsgaranti" in {one.id for one in subject.silent}
    assert gone.worse_for_citizens >= len(subject.silent)
    back = compare_standards(desk.one(), desk.one(good))
    assert [(one.requirement.id, one.met) for one in back.met] == [("behandlingsgaranti", True)]
    assert back.subjects[0].described == subject.silent
    late = compare_standards(old, desk.one(good.replace("frist_dage: 14", "frist_dage: 21")))
    assert [one.rule for one in late.found] == ["lov-graense"]
    assert late.gone == ()


def test_what_the_standard_says_of_itself_is_told_apart(desk: Desk) -> None:
    comparison = compare_standards(desk.one("tilstand: udkast\n"), desk.one("senest_revideret: 2026-01-01\n"))
    assert not comparison.subjects
    told = {change.path: (change.before, change.after) for change in comparison.document}
    assert told["tilstand"] == (
        ("Standarden er et udkast. Den gælder ikke endnu.",),
        ("Standardens tilstand: vedtaget",),
    )
    assert comparison.for_citizens == len(told) == 2


def test_thousands_of_entries_are_compared_in_a_moment(desk: Desk) -> None:
    many = "personale: {{særlige_kvalifikationer: [{}]}}\n"
    old = desk.one(many.format(", ".join(f"kursus {number} i noget" for number in range(1500))))
    new = desk.one(many.format(", ".join(f"kursus {number} i noget andet" for number in range(1500))))
    assert len(changes_of(compare_standards(old, new))) == 3000


def test_among_many_an_entry_is_still_known_by_its_name(desk: Desk) -> None:
    """Beyond some thousand pairs nobody asks how alike two texts read; names are names."""
    many = "opgaver: {{indsatser: [{}]}}\n"
    entry = "{{navn: Indsats {0}, indhold: {1} {0}}}"
    old = desk.one(many.format(", ".join(entry.format(number, "Her gør vi noget") for number in range(80))))
    new = desk.one(
        many.format(", ".join(entry.format(number, "Det er helt andre ord") for number in range(79, -1, -1)))
    )
    told = changes_of(compare_standards(old, new))
    assert len(told) == 80
    assert {change.about[1] for change in told} == {f"Indsats {number}" for number in range(80)}
    assert all(change.before and change.after for change in told)

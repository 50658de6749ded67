"""The check as part of publishing: the hook run by pre-commit itself, the workflow files linted and their steps run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
GOOD = """format: 1
kommune: Prøveby
eksempel: ja
område: stofmisbrug
tilstand: udkast
lovgrundlag: "2019"
"""
BAD = GOOD.replace("tilstand: udkast", "tilstand: færdig")


def run(
    command: list[str | Path], folder: Path, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    values = {**os.environ, "PATH": os.pathsep.join([str(PROGRAMS), os.environ["PATH"]]), **(settings or {})}
    return subprocess.run(command, cwd=folder, env=values, capture_output=True, text=True, check=False)


def write_standard(folder: Path, text: str) -> None:
    path = folder / "kvalitetsstandarder/stofmisbrug/proeveby.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read_yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a repository of somebody else's with a standard in it."""
    for arguments in (("init", "-q"), ("config", "user.email", "en@eksempel.example"), ("config", "user.name", "En")):
        assert run(["git", *arguments], tmp_path).returncode == 0
    return tmp_path


@pytest.mark.parametrize(("text", "expected"), [(GOOD, 0), (BAD, 1)])
def test_pre_commit_runs_the_hook(project: Path, text: str, expected: int) -> None:
    (hook,) = read_yaml(".pre-commit-hooks.yaml")
    # The command of this environment: what pre-commit would install for 'python' is tested as the wheel is.
    local = {"repo": "local", "hooks": [{**hook, "language": "system"}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}), encoding="utf-8")
    write_standard(project, text)
    (project / "andet.yml").write_text("ikke: [en standard\n", encoding="utf-8")
    run(["git", "add", "."], project)
    done = run([PROGRAMS / "pre-commit", "run"], project, {"PRE_COMMIT_HOME": str(project / "hjem")})
    assert done.returncode == expected, done.stdout + done.stderr
    assert "kvalitet check" in done.stdout
    assert "andet.yml" not in done.stdout, "it looks at standards alone"
    assert ("proeveby.yml" in done.stdout) is bool(expected)


def test_pre_commit_knows_the_hooks_file() -> None:
    done = run([PROGRAMS / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "schema"), [("action.yml", "github-actions"), ("ci/gitlab.yml", "gitlab-ci")])
def test_the_files_are_what_the_services_read(name: str, schema: str) -> None:
    done = run([PROGRAMS / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", name], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_lets_nothing_in() -> None:
    done = run([PROGRAMS / "zizmor", "--offline", "--no-progress", "--pedantic", "action.yml"], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def action_steps(**inputs: str) -> list[tuple[str, dict[str, str]]]:
    """Return the shell of each step that has no condition or whose input is given, with its environment."""
    action = read_yaml("action.yml")
    values = {name: one["default"] for name, one in action["inputs"].items()} | inputs
    steps = []
    for step in action["runs"]["steps"]:
        wanted = step.get("if", "").removeprefix("inputs.").removesuffix(" != ''")
        if not wanted or values[wanted]:
            given = {key: values[text[len("${{ inputs.") : -len(" }}")]] for key, text in step["env"].items()}
            steps.append((step["run"], given))
    return steps


@pytest.mark.parametrize(
    ("text", "strict", "expected"), [(GOOD, "nej", 0), (GOOD, "ja", 1), (BAD, "nej", 1)], ids=["good", "strict", "bad"]
)
def test_the_steps_of_the_action_run(tmp_path: Path, text: str, strict: str, expected: int) -> None:
    write_standard(tmp_path, text)
    codes = []
    told = ""
    for shell, given in action_steps(pakke="", streng=strict, sarif="fund.sarif"):
        done = run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", shell], tmp_path, given)
        codes.append(done.returncode)
        told += done.stdout
    assert codes == [0, expected], told
    if text is BAD:
        assert "::error file=kvalitetsstandarder/stofmisbrug/proeveby.yml,line=5" in told
    report = json.loads((tmp_path / "fund.sarif").read_text(encoding="utf-8"))
    assert report["version"] == "2.1.0"


@pytest.mark.parametrize(("text", "expected"), [(GOOD, 0), (BAD, 1)])
def test_the_script_of_the_template_runs(tmp_path: Path, text: str, expected: int) -> None:
    write_standard(tmp_path, text)
    template = read_yaml("ci/gitlab.yml")
    script = "\n".join(template["kvalitet-check"]["script"])
    done = run(["bash", "-e", "-c", script], tmp_path, template["variables"])
    assert done.returncode == expected, done.stdout + done.stderr
    assert (tmp_path / "kvalitet.sarif").is_file()


@pytest.mark.slow
def test_what_the_action_installs_brings_the_command(tmp_path: Path) -> None:
    built = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], ROOT)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    assert run([sys.executable, "-m", "venv", str(tmp_path / "miljø")], ROOT).returncode == 0
    shell, given = action_steps(pakke=str(wheel))[0]
    programs = tmp_path / "miljø" / "bin"
    path = {"PATH": os.pathsep.join([str(programs), os.environ["PATH"]])}
    alone = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1"}  # what it needs besides is locked and tested elsewhere
    done = run(["bash", "-e", "-c", shell], tmp_path, {**given, **path, **alone})
    assert done.returncode == 0, done.stderr
    assert (programs / "kvalitet").is_file()

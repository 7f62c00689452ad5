"""What is shipped: the wheel alone, in an environment without the sources, lints from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT

ARTICLE = "# Cureall\n\nOrder Cureall capsules now for $20: zinc cures cancer.\n"


def call(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with nothing of this environment but the caches of pip."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment["CLAIMLINT_CACHE_DIR"] = str(folder / "cache")
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of an environment that holds the built wheel, and for the rest borrows from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    built = call(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT], folder
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("claimlint-*.whl")
    where = folder / "venv"
    venv.create(where, with_pip=False)
    inner = where / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = call([inner, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).stdout.strip()
    installed = call([sys.executable, "-m", "pip", "install", "--no-deps", "--target", site, wheel], folder)
    assert installed.returncode == 0, installed.stderr
    Path(site, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return inner


def test_the_wheel_lints_from_another_folder(python: Path, tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(ARTICLE, "utf-8")
    place = call([python, "-c", "import claimlint; print(claimlint.__file__)"], tmp_path).stdout
    assert Path(place.strip()).is_relative_to(python.parent.parent)
    done = call([python, "-m", "claimlint", "check", "article.md"], tmp_path)
    assert done.returncode == 1, done.stderr
    assert "article.md:3:" in done.stdout
    assert "us-fda/disease-claim" in done.stdout


def test_the_wheel_holds_all_knowledge(python: Path, tmp_path: Path) -> None:
    done = call([python, "-m", "claimlint", "claims", "stats"], tmp_path)
    assert done.returncode == 0, done.stderr
    here = len([*ROOT.glob("claims/**/*.yaml"), *ROOT.glob("rulesets/**/*.yaml")])
    count = "from claimlint.data import home, yaml_files; print(len(yaml_files(home('claims'), home('rulesets'))))"
    assert call([python, "-c", count], tmp_path).stdout.strip() == str(here)

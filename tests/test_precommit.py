"""The hook as a publisher's repository uses it: the real pre-commit program, a clone of this project, a commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

UNREACHABLE = (
    "Temporary failure in name resolution",
    "Network is unreachable",
    "No matching distribution",
    "ConnectionError",
)
LEFT_OUT = shutil.ignore_patterns(
    ".*cache*", ".git", ".venv", ".hypothesis", "venv", "build", "dist", "__pycache__", "*.egg-info"
)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as nobody in particular."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_bad_article_is_stopped_and_a_good_one_passes(tmp_path: Path) -> None:
    project = tmp_path / "claimlint"
    shutil.copytree(ROOT, project, ignore=LEFT_OUT)
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "The project as it stands")

    site = tmp_path / "site"
    site.mkdir()
    git(site, "init", "-q")
    (site / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {project}\n    rev: {git(project, 'rev-parse', 'HEAD')}\n    hooks:\n      - id: claimlint\n",
        "utf-8",
    )
    (site / "bad.md").write_text("# Cureall\n\nOrder Cureall capsules for $20: zinc cures cancer.\n", "utf-8")
    (site / "good.md").write_text("# Walking\n\nWe walked along the river and came home late.\n", "utf-8")
    git(site, "add", "-A")
    environment = os.environ | {
        "PRE_COMMIT_HOME": str(tmp_path / "hooks"),
        "CLAIMLINT_CACHE_DIR": str(tmp_path / "cache"),
    }

    def pre_commit(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)

    ready = pre_commit("install-hooks")
    if ready.returncode and any(sign in ready.stdout + ready.stderr for sign in UNREACHABLE):
        pytest.skip("the hook's environment needs a package index, and none is in reach")
    assert ready.returncode == 0, ready.stdout + ready.stderr

    stopped = pre_commit("run", "--files", "bad.md")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "us-fda/disease-claim" in stopped.stdout
    passed = pre_commit("run", "--files", "good.md")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout

"""Which files are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.documents import DiscoveryError, discover


def lay(root: Path, *names: str, **contents: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n", encoding="utf-8")
    for name, content in contents.items():
        (root / name.replace("_gitignore", ".gitignore")).write_text(content, encoding="utf-8")


def names(root: Path, files: list[Path]) -> list[str]:
    return [file.relative_to(root).as_posix() for file in files]


def test_a_folder_gives_its_articles_in_order(tmp_path: Path) -> None:
    lay(tmp_path, "b.md", "a/c.html", "a/d.py", ".hidden/e.md", "node_modules/f.md", "g.docx")
    assert names(tmp_path, discover([tmp_path], root=tmp_path)) == ["a/c.html", "b.md", "g.docx"]


def test_gitignore_is_honoured_and_the_nearest_decides(tmp_path: Path) -> None:
    lay(tmp_path, "draft/a.md", "keep/b.md", "keep/deep/c.md", ".git/HEAD")
    lay(tmp_path, _gitignore="draft/\n*.md\n")
    (tmp_path / "keep/.gitignore").write_text("!b.md\n", encoding="utf-8")
    assert names(tmp_path, discover([tmp_path], root=tmp_path)) == ["keep/b.md"]


def test_gitignore_above_the_folder_counts_inside_a_repository(tmp_path: Path) -> None:
    lay(tmp_path, "site/a.md", "site/b.md", ".git/HEAD", _gitignore="b.md\n")
    assert names(tmp_path, discover([tmp_path / "site"], root=tmp_path)) == ["site/a.md"]


def test_a_file_named_on_the_command_line_is_read_though_ignored(tmp_path: Path) -> None:
    lay(tmp_path, "a.md", "b.md", ".git/HEAD", _gitignore="*.md\n")
    assert names(tmp_path, discover([tmp_path / "a.md"], root=tmp_path, exclude=["a.md"])) == ["a.md"]


def test_include_and_exclude(tmp_path: Path) -> None:
    lay(tmp_path, "posts/a.md", "posts/old/b.md", "notes/c.md")
    found = discover([tmp_path], root=tmp_path, include=["posts/**/*.md"], exclude=["old/"])
    assert names(tmp_path, found) == ["posts/a.md"]


def test_an_include_pattern_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    lay(tmp_path, "posts/a.md")
    with pytest.raises(DiscoveryError, match="post/"):
        discover([tmp_path], root=tmp_path, include=["posts/*.md", "post/*.md"])


@pytest.mark.parametrize("path", ["none.md", "*.rst", "empty"])
def test_a_path_that_leads_to_nothing_is_an_error(tmp_path: Path, path: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DiscoveryError):
        discover([tmp_path / path], root=tmp_path)


def test_a_glob_on_the_command_line(tmp_path: Path) -> None:
    lay(tmp_path, "a.md", "b.md", "c.txt")
    assert names(tmp_path, discover([str(tmp_path / "*.md")])) == ["a.md", "b.md"]


def test_links_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    lay(tmp_path, "a/b/c.md")
    (tmp_path / "a/b/up").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path, discover([tmp_path], root=tmp_path)) == ["a/b/c.md"]


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    lay(tmp_path, "out/a.md", "in/b.md")
    (tmp_path / "in/more").symlink_to(tmp_path / "out", target_is_directory=True)
    assert names(tmp_path, discover([tmp_path / "in"], root=tmp_path)) == ["in/b.md", "in/more/a.md"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, "a.md")
    assert len(discover([tmp_path, tmp_path / "a.md"], root=tmp_path)) == 1

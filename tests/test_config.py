"""Configuration: where it is found, what it says, and how mistakes in it are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.config import Settings, find_config, load_config
from claimlint.data import DataError


def test_the_nearest_file_upward_wins(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.claimlint]\njurisdictions = ["us"]\n', "utf-8")
    inner = tmp_path / "site" / "blog"
    inner.mkdir(parents=True)
    (tmp_path / "site" / "claimlint.toml").write_text('jurisdictions = ["eu"]\n', "utf-8")
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")  # says nothing of claimlint
    assert find_config(inner).settings.jurisdictions == ("eu",)
    assert find_config(tmp_path).settings.jurisdictions == ("us",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claimlint.toml", 'fail-on = "warning"\nignore = ["marketing"]\n[severity]\n"citation/vague" = "error"\n'),
        ("pyproject.toml", '[tool.claimlint]\nfail-on = "warning"\nignore = "marketing"\n'),
        (".claimlint.yml", "fail-on: warning\nignore: [marketing]\n"),
    ],
)
def test_the_three_formats_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    config = find_config(tmp_path)
    assert config.fail_on == "warning"
    assert config.settings.ignore == ("marketing",)
    assert config.file == tmp_path / name


def test_settings_by_path(tmp_path: Path) -> None:
    path = tmp_path / "claimlint.toml"
    path.write_text(
        'jurisdictions = ["us"]\n[[paths]]\nmatch = ["cn/**", "*.zh.md"]\njurisdictions = ["cn"]\ncontent = "commercial"\n',
        "utf-8",
    )
    config = load_config(path)
    assert config is not None
    assert config.for_path(tmp_path / "en.md").jurisdictions == ("us",)
    assert config.for_path(tmp_path / "cn" / "a.md").jurisdictions == ("cn",)
    assert config.for_path(tmp_path / "deep" / "x.zh.md").content == "commercial"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("ignore = []\njurisdiction = ['us']\n", 2, "did you mean 'jurisdictions'"),
        ("jurisdictions = ['us', 'uk']\n", 1, "must be one of us, eu, cn"),
        ("\nfail-on = 'eror'\n", 2, "did you mean 'error'"),
        ("select = 3\n", 1, "a text or a list of texts"),
        ("claims = ['nowhere']\n", 1, "does not exist"),
        ("[[paths]]\njurisdictions = ['us']\n", 1, "match"),
        ("[[paths]]\nmatch = ['*']\nfailon = 'x'\n", 3, "is no key"),
        ("ignore = [\n", None, "not valid TOML"),
    ],
)
def test_mistakes_are_told_with_file_line_and_hint(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    path = tmp_path / "claimlint.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError) as raised:
        load_config(path)
    assert raised.value.path == str(path)
    assert says in str(raised.value)
    if line is not None:
        assert raised.value.line == line


def test_mistakes_in_yaml_have_their_line(tmp_path: Path) -> None:
    path = tmp_path / ".claimlint.yml"
    path.write_text("ignore: []\npaths:\n  - match: x\n    sellect: y\n", "utf-8")
    with pytest.raises(DataError, match=r"\.claimlint\.yml:4: paths\.0\.sellect.*'select'"):
        load_config(path)


@pytest.mark.parametrize(
    ("select", "ignore", "rule", "wanted"),
    [
        ((), (), "us-fda/disease-claim", True),
        (("us-fda",), (), "us-fda/disease-claim", True),
        (("us-fda",), (), "marketing/miracle", False),
        (("us-fda",), ("us-fda/disease-claim",), "us-fda/disease-claim", False),
        (("us-fda/disease-claim",), ("us-fda",), "us-fda/disease-claim", True),
        (("all",), ("marketing/*",), "marketing/miracle", False),
        ((), ("all",), "marketing/miracle", False),
    ],
)
def test_the_more_exact_of_select_and_ignore_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], rule: str, wanted: bool
) -> None:
    assert Settings(select=select, ignore=ignore).wants(rule) is wanted


def test_the_language_decides_where_the_publisher_does_not() -> None:
    assert [Settings().laws(language) for language in ("en", "sv", "zh")] == [("us",), ("us", "eu"), ("us", "cn")]
    assert Settings(jurisdictions=("eu",)).laws("zh") == ("eu",)

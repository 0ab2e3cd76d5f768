"""What a reader finds on the pages of the sample content, built by MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import make_project, mkdocs

EDIT = "https://voorbeeld.nl/edit/main/docs/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, with an address for the edit links."""
    project = make_project(tmp_path_factory.mktemp("sample") / "project")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + f"\nedit_uri: {EDIT}\n", encoding="utf-8")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


def article(built: Path, address: str) -> BeautifulSoup:
    soup = BeautifulSoup((built / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    found = soup.find("article")
    assert found is not None
    return found  # type: ignore[return-value]


def links(soup: BeautifulSoup) -> dict[str, str]:
    return {a.get_text(): a["href"] for a in soup.find_all("a", href=True)}


def headings(soup: BeautifulSoup) -> list[str]:
    return [h.get("id", "") for h in soup.find_all(["h2"])]


def test_every_item_has_a_page_at_its_address(built: Path) -> None:
    for address in (
        "fasen/begin",
        "condities/doel",
        "tips/drink-koffie",
        "werkvormen/kaart",
        "werkbladen/meting",
        "praktijkvoorbeelden/plein",
    ):
        assert (built / address / "index.html").is_file()


def test_a_page_that_is_built_of_a_template_is_no_item(built: Path) -> None:
    assert not (built / "tips/_template").exists()


def test_a_method_page_answers_in_the_fixed_order(built: Path) -> None:
    assert headings(article(built, "werkvormen/kaart")) == [
        "waarvoor",
        "wat-leg-je-klaar",
        "zo-doe-je-het",
        "als-het-anders-loopt",
        "iedereen-telt-mee",
        "waar-gaat-het-mis",
        "downloads",
        "hoort-hierbij",
        "herkomst",
    ]


def test_a_method_page_shows_time_people_and_the_sum_of_the_steps(built: Path) -> None:
    page = article(built, "werkvormen/rondje")
    facts = page.select_one(".tb-facts").get_text(" ")
    assert "10–20 minuten" in facts and "3–8 mensen" in facts
    assert "15 minuten" in page.get_text()
    assert [step.get_text() for step in page.select(".tb-minutes")] == ["5 minuten", "10 minuten"]


def test_a_list_inside_a_step_stays_a_list(built: Path) -> None:
    assert len(article(built, "werkvormen/rondje").select(".tb-steps ol ul li")) == 2


def test_breadcrumbs_lead_to_the_section(built: Path) -> None:
    crumbs = article(built, "tips/drink-koffie").select_one("nav[aria-label=Kruimelpad]")
    assert links(crumbs) == {"Start": "../../", "Tips": "../"}


def test_previous_and_next_stay_in_the_section(built: Path) -> None:
    nav = article(built, "tips/drink-koffie").select_one(".tb-neighbours")
    assert links(nav) == {"Schrijf afspraken op": "../schrijf-op/"}


def test_what_belongs_together_is_shown_at_both_ends(built: Path) -> None:
    assert "../../praktijkvoorbeelden/plein/" in links(article(built, "werkvormen/kaart")).values()
    assert "../../werkvormen/kaart/" in links(article(built, "praktijkvoorbeelden/plein")).values()
    assert "Doe dit daarna" in article(built, "tips/schrijf-op").get_text()
    assert "Doe dit eerst" in article(built, "tips/drink-koffie").get_text()


def test_a_link_in_a_text_leads_to_the_item(built: Path) -> None:
    assert links(article(built, "tips/drink-koffie"))["rondje"] == "../../werkvormen/rondje/"


def test_the_origin_the_review_date_and_the_sources_are_named(built: Path) -> None:
    page = article(built, "tips/drink-koffie")
    assert "15 januari 2026" in page.get_text()
    assert links(page)["Een boek over samenwerken"] == "../../bronnen/#boek"


def test_the_edit_link_leads_to_the_content_file(built: Path) -> None:
    for address, file in {
        "tips/drink-koffie": "tips/drink-koffie.md",
        "werkvormen/kaart": "methods/kaart.yml",
        "fasen/begin": "phases/begin.md",
    }.items():
        page = article(built, address)
        assert page.select_one("a[rel=edit]")["href"] == f"https://voorbeeld.nl/edit/main/toolbox_data/{file}"
        assert f"toolbox_data/{file}" in page.get_text()


def test_a_section_page_has_its_own_file_to_edit(built: Path) -> None:
    assert article(built, "tips").select_one("a[rel=edit]")["href"] == f"{EDIT}tips/index.md"


def test_a_phase_answers_each_question(built: Path) -> None:
    page = article(built, "fasen/begin")
    question = page.select_one("#vraag-1")
    assert question.get_text() == "Wie kennen we al?"
    assert links(question.find_next("ul")) == {"Een rondje": "../../werkvormen/rondje/", "Drink samen koffie": "../../tips/drink-koffie/"}


def test_a_condition_shows_its_statements_and_what_works_on_it(built: Path) -> None:
    page = article(built, "condities/doel")
    assert "Ik weet wat we willen." in page.get_text()
    assert links(page)["De kaart"] == "../../werkvormen/kaart/"


def test_a_worksheet_shows_every_field_in_the_order_of_filling_in(built: Path) -> None:
    page = article(built, "werkbladen/blad")
    text = page.get_text()
    assert text.index("Waarden") < text.index("Wij zijn tevreden als") < text.index("Acties") < text.index("Volgende keer")
    assert "van rechts naar links" in text
    assert page.select_one("#acties") and page.select_one("#waarden")


def test_a_scan_shows_each_statement_with_the_whole_scale(built: Path) -> None:
    page = article(built, "werkbladen/meting")
    for statement in ("Ik weet wat we willen.", "Wij kiezen wat bij ons doel past."):
        group = page.find("legend", string=lambda text, wanted=statement: text and wanted in text) or next(
            legend for legend in page.find_all("legend") if statement in legend.get_text()
        )
        assert len(group.find_parent("fieldset").select("input[type=radio]")) == 6


def test_a_mark_of_a_phase_is_a_sign_and_a_name(built: Path) -> None:
    mark = article(built, "tips/drink-koffie").select_one(".tb-mark")
    assert mark.get_text(" ", strip=True) == "Begin"
    # Drawn, not a letter or a background: so it prints, and nobody hears it read aloud.
    assert mark.select_one("svg[aria-hidden=true] circle")


def test_an_old_address_leads_on(built: Path) -> None:
    page = (built / "tips/koffie-drinken/index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(page, "html.parser")
    target = soup.select_one("a")["href"]
    assert (built / "tips/koffie-drinken" / target / "index.html").resolve() == built / "tips/drink-koffie/index.html"
    assert soup.select_one("meta[http-equiv=refresh]")["content"].endswith(target)


def test_items_stay_out_of_the_menu(built: Path) -> None:
    soup = BeautifulSoup((built / "index.html").read_text(encoding="utf-8"), "html.parser")
    menu = soup.select_one("#tb-menu")
    assert "Werkvormen" in menu.get_text() and "De kaart" not in menu.get_text()


def test_cards_can_be_limited_to_a_phase_and_a_condition(built: Path) -> None:
    cards = article(built, "werkvormen").select(".tb-cards li strong")
    assert [card.get_text() for card in cards] == ["De kaart"]


def test_a_route_leads_from_stop_to_stop(built: Path) -> None:
    stops = article(built, "voor-wie/bewoner").select("#route + ol > li")
    assert [next(iter(links(stop).values())) for stop in stops] == ["../../tips/drink-koffie/", "../../werkvormen/kaart/"]


def test_the_map_shows_for_each_phase_and_condition_what_works(built: Path) -> None:
    rows = article(built, "kaart").select(".tb-map")
    assert len(rows) == 2
    doel, band = rows[1].select(":scope > ul > li")
    assert "De kaart" in links(doel) and "Een rondje" not in links(doel)
    assert "Een rondje" in links(band)


def test_the_map_says_what_can_wait(built: Path) -> None:
    doel = article(built, "kaart").select_one(".tb-map > ul > li")
    assert "Leer elkaar eerst kennen." in doel.get_text()


def test_glossary_and_sources_stand_on_one_page_each(built: Path) -> None:
    assert article(built, "begrippen").select_one("#kartrekker")
    assert "CC BY 4.0" in article(built, "bronnen").get_text()


def test_signs_that_mean_something_in_markdown_are_shown_as_they_are(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    file = project / "toolbox_data/tips/schrijf-op.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("title: Schrijf afspraken op", "title: 'Schrijf 2 * 3 | [op] _hier_ #1'"), encoding="utf-8"
    )
    assert mkdocs(project, "build", "--strict").returncode == 0
    page = article(project / "site", "tips/schrijf-op")
    assert page.h1.get_text() == "Schrijf 2 * 3 | [op] _hier_ #1"


def test_a_page_in_docs_is_checked_as_strictly_as_content(project: Path) -> None:
    page = project / "docs/tips/index.md"
    for wrong, line, words in (
        ('{{ cards("tps") }}', 11, "Bedoelde je 'tips'"),
        ('{{ card("tips") }}', 11, "Bedoelde je 'cards'"),
        ("{% if %}", 11, "accolades"),
        ("{{ cards() }}", 11, "macro"),
        ("[x](schrijfop.md)", 11, "Bedoelde je 'schrijf-op.md'"),
        ("[x](../fasen/begin.md#leidvraag)", 11, "leidvragen"),
    ):
        before = page.read_text(encoding="utf-8")
        page.write_text(before + f"\n{wrong}\n", encoding="utf-8")
        result = mkdocs(project, "build", "--strict")
        page.write_text(before, encoding="utf-8")
        assert result.returncode == 1
        assert f"docs/tips/index.md:{line}: " in result.stderr and words in result.stderr, result.stderr
        assert "Traceback" not in result.stderr

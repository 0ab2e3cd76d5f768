"""The checks that the tests make, in the words of the accessibility statement. A test holds this list and the tests together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """A check: its id, its Dutch name, what it looks at, and the tests that make it (`file::function`, from tests/).

    `looks` are the names in tests/access/looks.py; the pages and states of such a check are counted in an audit.
    """

    id: str
    name: str
    what: str
    tests: tuple[str, ...]
    looks: tuple[str, ...] = ()


PAGES, STATES, KEYS = "access/test_visits.py::", "access/test_visits.py::test_a_page_stays_accessible", "access/test_keyboard.py::"

CHECKS: tuple[Check, ...] = (
    Check(
        "axe",
        "axe-core",
        "Alle regels voor niveau A en AA en de goede gewoonten: contrast, namen, rollen, formulieren",
        (f"{PAGES}test_axe_finds_nothing_on_any_page", STATES),
        ("axe", "axe colours"),
    ),
    Check(
        "html", "HTML-keuring", "Geldige HTML, gekeurd met de Nu HTML Checker", ("access/test_markup.py::test_every_page_is_valid_html",)
    ),
    Check(
        "structure",
        "Koppen en gebieden",
        "Volgorde van koppen, namen van gebieden, taal, titel, link naar de inhoud",
        (f"{PAGES}test_landmarks_headings_and_language_are_right_on_every_page", STATES),
        ("structure",),
    ),
    Check(
        "fit",
        "Past op elk scherm",
        "320 pixels breed, 400% vergroot, dubbel zo grote letters, ruime tekst: niets valt weg",
        (f"{PAGES}test_every_page_fits_at_320_px_as_well", STATES, "access/test_hostile.py::test_the_worst_content_breaks_no_page"),
        ("fit",),
    ),
    Check(
        "targets",
        "Groot genoeg om te raken",
        "Knoppen en links zijn 24 bij 24 pixels, of hebben ruimte om zich heen",
        (f"{PAGES}test_what_is_pointed_at_is_large_enough_on_every_page", STATES),
        ("targets",),
    ),
    Check(
        "keyboard",
        "Wandeling met de Tab-toets",
        "Elke stop is te zien, heeft een naam en een duidelijke rand, in een goede volgorde, zonder val",
        (STATES,),
        ("keyboard",),
    ),
    Check(
        "tasks",
        "Taken zonder muis",
        "Het menu, zoeken, een werkvorm vinden, uitleg bij een woord, een schaal invullen, alles wissen",
        (
            f"{KEYS}test_the_first_stop_leads_past_the_menu",
            f"{KEYS}test_the_menu_opens_and_closes_and_gives_the_focus_back",
            f"{KEYS}test_somebody_finds_a_method_by_the_menu",
            f"{KEYS}test_somebody_searches_and_opens_a_result",
            f"{KEYS}test_escape_leaves_the_search_and_keeps_the_focus_in_its_field",
            f"{KEYS}test_what_is_folded_opens_with_enter_and_space",
            f"{KEYS}test_an_answer_is_chosen_with_the_arrows",
            f"{KEYS}test_the_question_before_wiping_keeps_the_focus_and_gives_it_back",
            f"{KEYS}test_an_explanation_stays_and_goes_with_escape",
            f"{KEYS}test_no_single_letter_does_anything",
        ),
    ),
    Check("forced", "Eigen kleuren van de lezer", "Randen, tekens en keuzes blijven te zien zonder onze kleuren", (STATES,), ("forced",)),
    Check("still", "Geen beweging", "Niets beweegt als iemand dat op zijn apparaat uitzet", (STATES,), ("still",)),
    Check("no_script", "Zonder JavaScript", "Alles is te lezen en er staan geen dode knoppen", (STATES,), ("no_script",)),
    Check(
        "english",
        "Engelse woorden",
        "Een voorleesstem hoort dat ze Engels zijn",
        ("access/test_words.py::test_english_words_say_that_they_are_english",),
    ),
    Check(
        "absent",
        "Wat er niet is",
        "Geen geluid, beeld, tijdslot, sleepwerk of bewegende delen",
        ("access/test_words.py::test_nothing_plays_moves_or_runs_out",),
    ),
    Check(
        "ways",
        "Meer dan één weg",
        "Elke pagina is vanaf de startpagina te bereiken met links alleen",
        ("access/test_words.py::test_every_page_is_reached_by_a_link",),
    ),
    Check(
        "pdf",
        "PDF's",
        "Labels, volgorde, taal, titel en namen van invulvelden in elke PDF, met een eigen keuring",
        ("test_sheet_pdf.py", "test_sheet_pdf_check.py", "test_deck.py", "test_book.py"),
    ),
)

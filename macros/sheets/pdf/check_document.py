"""What the whole document must say of itself: language, title, tags, sizes; and what it must not do."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Name, Pdf

LANGUAGE = "nl-NL"


def document_faults(pdf: Pdf, title: str, sizes: set[tuple[int, int]], most_pages: int) -> Iterator[str]:
    """Faults in catalogue, metadata and pages. `sizes` are those a page may have, in points; 1 point of difference is fine."""
    root = pdf.Root
    if "/ID" not in pdf.trailer:
        yield "the trailer has no ID"
    for date in ("/CreationDate", "/ModDate"):
        if date in pdf.docinfo:
            yield f"the file has a {date}"
    if root.get("/Lang") != LANGUAGE:
        yield f"Lang is {root.get('/Lang')}"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the document is not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a viewer shows the name of the file instead of the title"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        if xmp.get("pdfuaid:part") != "1":
            yield "the metadata do not say PDF/UA-1"
        if xmp.get("dc:title") != title:
            yield f"the title is {xmp.get('dc:title')!r}"
        if LANGUAGE not in (xmp.get("dc:language") or ()):
            yield f"dc:language is {xmp.get('dc:language')}"
    yield from _doings(pdf)
    if not 1 <= len(pdf.pages) <= most_pages:
        yield f"there are {len(pdf.pages)} pages"
    for number, page in enumerate(pdf.pages, 1):
        left, bottom, right, top = (float(side) for side in page.mediabox)
        if not any(abs(right - left - wide) <= 1 and abs(top - bottom - high) <= 1 for wide, high in sizes):
            yield f"page {number} is {right - left:.0f} by {top - bottom:.0f} points"


def _doings(pdf: Pdf) -> Iterator[str]:
    """Anything that runs, or that makes a viewer change the file by itself."""
    root, form = pdf.Root, pdf.Root.get("/AcroForm", {})
    for name in ("/OpenAction", "/AA"):
        if name in root:
            yield f"the document has {name}"
    if "/JavaScript" in root.get("/Names", {}):
        yield "the document has JavaScript"
    if "/XFA" in form:
        yield "the form is XFA"
    if form.get("/NeedAppearances"):
        yield "the form asks the viewer for appearances"
    for page in pdf.pages:
        if "/AA" in page.obj or any("/A" in one or "/AA" in one for one in page.obj.get("/Annots", []) if one.get("/Subtype") != Name.Link):
            yield "a page or a field has an action"

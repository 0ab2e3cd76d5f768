"""What is made of the whole site once its pages stand: the offline edition, the service worker, the headers for a host."""

from __future__ import annotations

from collections.abc import Mapping

from macros.problems import ContentError, Problem
from macros.render import readable_size
from macros.site import host_headers, service_worker
from macros.site.offline_edition import OFFLINE_ZIP, offline_edition, with_size
from macros.site.security_policy import script_hashes

_OFFERED_ON = "downloads/index.html"


def made_of_the_whole(site: Mapping[str, bytes], date: str) -> dict[str, bytes]:
    """The files to add or replace, by path; `site` holds all files so far, `date` is when its texts were last reviewed, in Dutch.

    Raises ContentError when no page offers the offline edition.
    """
    made = {OFFLINE_ZIP: offline_edition(site, date)}
    try:
        made[_OFFERED_ON] = with_size(site[_OFFERED_ON].decode("utf-8"), readable_size(len(made[OFFLINE_ZIP]))).encode()
    except (KeyError, ValueError):
        what = "De pagina Downloads biedt de site voor op een usb-stick niet precies één keer aan."
        raise ContentError([Problem("docs/downloads/index.md", 1, 1, what, "Zet er {{ download_offline() }} op.")]) from None
    made[service_worker.FILE] = service_worker.service_worker({**site, **made}).encode()
    hashes = {one for path, page in site.items() if path.endswith(".html") for one in script_hashes(page.decode("utf-8"))}
    made[host_headers.FILE] = host_headers.as_file(host_headers.headers(hashes)).encode()
    return made

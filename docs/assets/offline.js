// A site opened from a disk has no server that turns `tips/` into `tips/index.html`: say it in full.
if (location.protocol === "file:") {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
    link.pathname += "index.html";
  }, { capture: true });
}

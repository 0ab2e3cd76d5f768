// A file that a visitor chooses → a copy that fits a sheet, or what is wrong with it.
"use strict";
(() => {
  const forms = toolboxForms;
  const { LIMITS, parse, arrange } = forms.format;
  const inMB = (bytes) => `${Math.ceil(bytes / 1e6)} MB`;

  // `shapes` holds the sheets that may be opened here, by id. A file that is too big is refused before it is read.
  async function openFile(file, shapes, otherSheet) {
    const refused = (problem) => ({ problems: [problem] });
    if (file.size > LIMITS.file) return refused(`Het is te groot: ${inMB(file.size)}. Het mag hoogstens ${inMB(LIMITS.file)} zijn.`);
    const text = await file.text().catch(() => null);
    if (text === null) return refused("De browser kan het niet lezen. Staat het nog op dezelfde plek?");
    const { copy, problems } = parse(text);
    if (problems) return { problems };
    const shape = shapes.get(copy.sheet);
    if (!shape) return refused(otherSheet(copy.sheet));
    const laid = arrange(copy, shape);
    const older = `Het hoort bij versie ${copy.sheetVersion} van dit blad, en dat is nu ${shape.version}. Kijk na of alles klopt.`;
    return { copy: laid, shape, notes: [copy.sheetVersion !== shape.version && older, laid.aside.size && asideNote(laid)].filter(Boolean) };
  }

  // What was kept aside because the sheet has no place for it.
  function asideNote({ aside }) {
    const more = aside.size > 10 ? ` en nog ${aside.size - 10}` : "";
    const names = [...aside.keys()].slice(0, 10).join(", ");
    return `Deze antwoorden hebben geen plek op dit blad: ${names}${more}. Ze blijven bewaard, en staan ook in het bestand.`;
  }

  function listen(shapes, otherSheet, receive) {
    const place = document.getElementById("tb-import-messages");
    document.getElementById("tb-import").addEventListener("change", async ({ target }) => {
      const [file] = target.files;
      if (!file) return;
      const { copy, shape, notes, problems } = await openFile(file, shapes, otherSheet);
      target.value = ""; // so that the same file can be chosen again
      if (copy) return receive(copy, shape, notes, place);
      const more = problems.length > 5 ? ` Er zijn nog ${problems.length - 5} andere fouten.` : "";
      forms.messages.show("import", `‘${file.name}’ is niet geopend. ${problems.slice(0, 5).join(" ")}${more}`, [], place);
    });
  }

  forms.opening = { listen, asideNote };
})();

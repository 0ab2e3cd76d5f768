// Runs macros/editing/page/house_style.mjs for a test: a list of {format, text, edits} on stdin, the written texts and data on stdout.
import { readFileSync } from "node:fs";
import { formatOf } from "./house_style.mjs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const answers = asked.map(({ format, text, edits }) => {
  const { fromFile, toFile } = formatOf(format);
  // A CMS copies the data on its way from file to form and back.
  const read = () => structuredClone(fromFile(text));
  const written = edits.map(({ at, value }) => {
    const data = read();
    const last = at.slice(0, -1).reduce((part, name) => part[name], data);
    if (value === undefined) last.splice(at.at(-1), 1);
    else last[at.at(-1)] = value;
    return toFile(data);
  });
  const bare = read();
  delete bare._was;
  return { data: read(), same: toFile(read()), fresh: toFile(bare), written };
});
process.stdout.write(JSON.stringify(answers));

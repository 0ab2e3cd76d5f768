// Reads and writes content files for a form (Sveltia CMS, Decap CMS), so that a small change gives a small diff.
//
// A CMS writes a file anew: other quotes, no comments, no folded lines. Here the text as it was travels along in the form's data,
// in a hidden field. On writing, whatever says the same keeps its own lines, byte for byte; only what changed is written, in house style.
// It knows no CMS: `node --test` style callers and both CMSs use the same two functions of `formatOf`.

import { LineCounter, isMap, isScalar, isSeq, parse, parseDocument, stringify } from "yaml";

/** The hidden fields: the text as it was, and whether it is an item or the file that editors copy. */
export const WAS = "_was";
export const SORT = "_sort";
const COPY_ME = "# Zo gebruik je dit:"; // the first words of every _template
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff0-\uffff]/g;
const FOLD_FROM = 120; // a text that is longer than this gets a line for each sentence

/**
 * How files of one kind are read and written.
 * @param {{schema: object, body?: string, inOneFile?: boolean}} kind its JSON Schema, the field below the front matter, whether it is a list in one file
 * @returns {{fromFile: (text: string) => object, toFile: (data: object) => string}}
 */
export function formatOf({ schema, body = "", inOneFile = false }) {
  const list = { type: "object", additionalProperties: schema };
  return {
    fromFile(text) {
      const { head, prose } = split(text, body);
      const data = parse(head) ?? {};
      const sort = text.includes(COPY_ME) ? "template" : "item";
      if (inOneFile) return { entries: Object.entries(data).map(([id, entry]) => ({ id, ...entry })), [WAS]: text };
      return { ...data, ...(body ? { [body]: prose } : {}), [WAS]: text, [SORT]: sort };
    },
    toFile(form) {
      const { [WAS]: was = "", [SORT]: _sort, ...rest } = form;
      const old = split(was, body);
      if (inOneFile) {
        const entries = Object.fromEntries((rest.entries ?? []).map(({ id, ...entry }) => [id ?? "", entry]));
        return `${written(pruned(entries, list) ?? {}, old.head, true)}\n`;
      }
      const prose = body ? cleaned(rest[body] ?? "") : "";
      if (body) delete rest[body];
      const head = written(pruned(rest, schema) ?? {}, old.head);
      if (!body) return `${head}\n`;
      return `---\n${head}\n---\n${same(prose, old.prose) ? old.raw : `${prose}\n`}`;
    },
  };
}

/** The fields and the prose of a file, and the prose as it stands there. */
function split(text, body) {
  if (!body) return { head: text.trimEnd() };
  const [, head = "", raw = ""] = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text) ?? [];
  return { head, raw: `${raw.trimEnd()}\n`, prose: raw.trim() };
}

/** The data without what a form adds: empty optional fields, and defaults that nobody wrote. */
function pruned(value, schema = {}) {
  if (typeof value === "string") return cleaned(value);
  if (Array.isArray(value)) return value.map((one) => pruned(one, schema.items)).filter((one) => !isEmpty(one));
  if (value === null || typeof value !== "object") return value;
  const branch = schema.oneOf?.find((one) => one.properties.type?.const === value.type) ?? schema;
  const must = branch.required ?? [];
  const kept = {};
  const inOrder = [...Object.keys(branch.properties ?? {}).filter((name) => name in value || must.includes(name)), ...Object.keys(value)];
  for (const name of new Set(inOrder)) {
    const field = branch.properties?.[name] ?? branch.additionalProperties ?? {};
    const one = pruned(value[name], field);
    const types = [field.type].flat();
    if (!isEmpty(one)) kept[name] = one;
    else if (must.includes(name) && types.includes("null")) kept[name] = null;
    else if (must.includes(name) && types.includes("array")) kept[name] = [];
  }
  return kept;
}

function isEmpty(value) {
  if (Array.isArray(value)) return value.length === 0;
  if (value !== null && typeof value === "object") return Object.values(value).every(isEmpty);
  return value === undefined || value === null || value === "" || value === false; // no yes-or-no must be there
}

/** A text as the check asks it: no invisible signs that came along from Word, no hard spaces, emphasis with stars. */
function cleaned(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00a0\u202f\u2007]/g, " ")
    .replace(INVISIBLE, "")
    .replace(/\t/g, "  ")
    .replace(/[ ]+$/gm, "")
    .replace(/(?<![\w*_\\/:.-])_(?![\s_])([^_\n]*[^_\s])_(?![\w*_])/g, "*$1*")
    .trim();
}

/** Whether two values say the same, apart from what a form does to a text by itself. */
function same(a, b) {
  if (typeof a === "string" && typeof b === "string") return cleaned(a) === cleaned(b);
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => same(a[name], b[name]) || (isEmpty(a[name]) && isEmpty(b[name])));
}

/** The YAML of `data`, with the lines of `was` for all that says the same. */
function written(data, was, sorted = false) {
  if (was) {
    const lineOf = new LineCounter();
    const tree = parseDocument(was, { lineCounter: lineOf });
    const lines = was.split("\n");
    if (tree.errors.length === 0 && isMap(tree.contents)) {
      const text = merged(data, pieceOf(tree.contents, lines, lineOf, 0, lines.length), 0, sorted).join("\n");
      if (same(readable(text), data)) return text;
    }
  }
  return fresh(data, 0).join("\n");
}

function readable(text) {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A value with the lines it stands on, from `first` up to `end`, and what is inside it.
 * In the lines of an item of a list the dash is a space, so that a group in a list looks like a group.
 */
function pieceOf(node, lines, lineOf, first, end) {
  const piece = { value: node === null ? null : node.toJSON(), lines: lines.slice(first, end), style: isScalar(node) ? node.type : "" };
  const at = (part) => lineOf.linePos(part.range[0]).line - 1;
  if ((!isMap(node) && !isSeq(node)) || node.flow || node.items.length === 0) return piece;
  const starts = node.items.map((one, index) => {
    let start = at(isMap(node) ? one.key : one);
    while (index > 0 && start > first && lines[start - 1].trim().startsWith("#")) start -= 1;
    return start;
  });
  starts[0] = first;
  const inside = node.items.map((one, index) => {
    const [from, to] = [starts[index], starts[index + 1] ?? end];
    const above = lines.slice(from, at(isMap(node) ? one.key : one)); // remarks of a colleague
    if (isSeq(node)) {
      const own = lines.with(at(one), lines[at(one)].replace("-", " "));
      return { ...pieceOf(one, own, lineOf, from, to), lines: lines.slice(from, to), above };
    }
    const below = one.value && (isMap(one.value) || isSeq(one.value)) && !one.value.flow && at(one.value) > at(one.key);
    const value = pieceOf(one.value, lines, lineOf, below ? at(one.value) : from, to);
    return { name: String(one.key.value), head: below ? lines.slice(from, at(one.value)) : [], lines: lines.slice(from, to), above, value };
  });
  return { ...piece, [isMap(node) ? "fields" : "items"]: inside };
}

/** The lines of a value, with the old lines of all in it that says the same. */
function merged(value, old, indent, sorted = false) {
  if (old.fields && value !== null && typeof value === "object" && !Array.isArray(value)) return mergedGroup(value, old, indent, sorted);
  if (old.items && Array.isArray(value) && value.length) return mergedList(value, old, indent);
  return fresh(value, indent);
}

function mergedGroup(value, old, indent, sorted) {
  const was = new Map(old.fields.map((field) => [field.name, field]));
  const kept = old.fields.map((field) => field.name).filter((name) => name in value || isEmpty(was.get(name).value.value));
  return order(kept, Object.keys(value), sorted).flatMap((name) => {
    const field = was.get(name);
    if (field && (same(field.value.value, value[name]) || !(name in value))) return field.lines;
    if (!field) return freshField(name, value[name], indent);
    const stays = field.head.length && typeof value[name] === "object" && !isEmpty(value[name]);
    if (stays) return [...field.head, ...merged(value[name], field.value, indent + 2)];
    return [...field.above, ...freshField(name, value[name], indent, field)];
  });
}

/** The old names in their old order, each new one after the one that goes before it in the form; in a sorted list at its own place. */
function order(kept, wanted, sorted) {
  const names = [...kept];
  const isSorted = sorted && kept.every((name, index) => index === 0 || kept[index - 1] < name);
  wanted.forEach((name, index) => {
    if (names.includes(name)) return;
    const next = isSorted ? names.findIndex((one) => one > name) : names.indexOf(wanted[index - 1]) + 1;
    names.splice(next < 0 ? names.length : next, 0, name);
  });
  return names;
}

function mergedList(value, old, indent) {
  const pairs = matched(old.items, value);
  return value.flatMap((one, index) => {
    const item = pairs[index];
    if (!item) return freshItem(one, indent);
    if (same(item.value, one)) return item.lines;
    return item.fields ? dashed(merged(one, item, indent + 2), indent) : [...item.above, ...freshItem(one, indent, item)];
  });
}

/** For each new item the old one that it is or was: equal ones first, in order; then what lies between, one to one. */
function matched(items, value) {
  const length = Array.from({ length: items.length + 1 }, () => new Array(value.length + 1).fill(0));
  for (let i = items.length - 1; i >= 0; i -= 1) {
    for (let j = value.length - 1; j >= 0; j -= 1) {
      length[i][j] = same(items[i].value, value[j]) ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const found = new Array(value.length);
  let [i, j, gapI, gapJ] = [0, 0, 0, 0];
  const close = () => {
    if (i - gapI === j - gapJ) for (let k = 0; gapI + k < i; k += 1) found[gapJ + k] = items[gapI + k];
    else for (let k = gapJ; k < j; k += 1) found[k] = items.slice(gapI, i).find((item) => likely(item.value, value[k]));
  };
  while (i < items.length && j < value.length) {
    if (same(items[i].value, value[j])) {
      close();
      found[j] = items[i];
      [i, j] = [i + 1, j + 1];
      [gapI, gapJ] = [i, j];
    } else if (length[i + 1][j] >= length[i][j + 1]) i += 1;
    else j += 1;
  }
  [i, j] = [items.length, value.length];
  close();
  return found;
}

/** Whether two groups are the same one before and after a change: the first field says the same. */
function likely(a, b) {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  const name = Object.keys(a)[0];
  return name !== undefined && same(a[name], b[name]);
}

/** The lines of a value in house style. */
function fresh(value, indent) {
  if (Array.isArray(value)) return value.flatMap((one) => freshItem(one, indent));
  return Object.entries(value).flatMap(([name, one]) => freshField(name, one, indent));
}

function freshField(name, value, indent, old) {
  const key = `${" ".repeat(indent)}${stringify(name).trim()}:`;
  if (Array.isArray(value) && value.length === 0) return [`${key} []`];
  if (value !== null && typeof value === "object") return [key, ...fresh(value, indent + 2)];
  return scalar(key, value, indent + 2, old);
}

function freshItem(value, indent, old) {
  if (value !== null && typeof value === "object") return dashed(fresh(value, indent + 2), indent);
  return scalar(`${" ".repeat(indent)}-`, value, indent + 2, old && { value: old, lines: old.lines, above: old.above });
}

/** Lines with the dash of a list item before the first field. */
function dashed(lines, indent) {
  const first = lines.findIndex((line) => line.trim() && !line.trim().startsWith("#"));
  return lines.with(first, `${" ".repeat(indent)}- ${lines[first].slice(indent + 2)}`);
}

/** A text or number after its key: on the line, folded with a sentence on each line, or as paragraphs. */
function scalar(key, value, indent, old) {
  const style = old?.value.style ?? "";
  const pad = (lines) => lines.map((line) => (line ? " ".repeat(indent) + line : ""));
  const wasFolded = style === "BLOCK_FOLDED";
  if (typeof value === "string" && (wasFolded || (!value.includes("\n") && style === "" && value.length > FOLD_FROM))) {
    const before = wasFolded ? old.lines.slice(old.above.length + 1).map((line) => line.trim()) : [];
    const lines = [`${key} >-`, ...pad(folded(value, before))];
    if (readable(lines.join("\n").replace(/^\s*(?:-|[^:]+:) /, "x: "))?.x === value) return lines;
  }
  if (typeof value === "string" && value.includes("\n") && !value.startsWith(" ")) return [`${key} |-`, ...pad(value.split("\n"))];
  const quoted = style === "QUOTE_SINGLE" ? "QUOTE_SINGLE" : "PLAIN";
  return [`${key} ${stringify(value, { lineWidth: 0, singleQuote: true, defaultStringType: quoted }).trimEnd()}`];
}

/** The lines of a folded text: those of before at the begin and the end where they still fit, and between them one for each sentence. */
function folded(text, before) {
  const [head, tail] = [[], []];
  let rest = text;
  for (const line of before.filter(Boolean)) {
    if (rest !== line && !rest.startsWith(`${line} `)) break;
    head.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  for (const line of before.slice(head.length).reverse()) {
    if (!line || !rest.endsWith(` ${line}`)) break;
    tail.unshift(line);
    rest = rest.slice(0, -line.length).trimEnd();
  }
  const gone = before.filter(Boolean).length - head.length - tail.length;
  const paragraphs = rest.replace(/\n/g, "\n\n").split("\n");
  const middle = gone === 1 && paragraphs.length === 1 ? paragraphs : paragraphs.flatMap((part) => part.split(/(?<=[.!?]) (?=\p{Lu}|\*)/u));
  return [...head, ...(rest ? middle : []), ...tail];
}

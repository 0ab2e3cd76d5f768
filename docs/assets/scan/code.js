// A scan as a code: a first line that tells what follows, and a line for each person. Nothing but answers and a day is in it.
"use strict";
(() => {
  const { data, letters, answers: { NONE, UNKNOWN, person } } = toolboxScan;
  const VERSION = 1;
  const GROUP = 5; // letters that stand together on paper
  const LONGEST = 4_000; // characters that are looked at: thirty people need 465
  const DAY = 86_400_000; // ms
  const BASE = BigInt(data.max - data.min + 3); // every point, NONE and UNKNOWN
  const CHOICES = BASE ** BigInt(data.statements.length);
  const WIDTH = Math.max(Math.ceil((CHOICES * 2n - 1n).toString(2).length / 5), 12); // the first line has 60 bits
  const WHOLE = WIDTH + letters.CHECKS;
  const MARKS = Math.min(Number(32n ** BigInt(WIDTH) / CHOICES), 1 << 20);
  const HEAD = [4, 15, 5, 16, 20]; // bits: version, which scan, how many people, days since 1970, sum

  const digit = (answer) => BigInt(answer === NONE ? 0 : answer === UNKNOWN ? 1 : answer - data.min + 2);
  const answerOf = (value) => [NONE, UNKNOWN][value] ?? value - 2 + data.min;
  const number = ({ mark, answers }) => answers.reduce((sum, answer) => sum * BASE + digit(answer), BigInt(mark));
  const writePerson = (one) => letters.write(number(one), WIDTH, data.mark);

  function personOf(value) {
    const answers = data.statements.map((_, place) => answerOf(Number((value / BASE ** BigInt(place)) % BASE)));
    return person(answers.reverse(), Number(value / CHOICES));
  }

  // FNV-1a (Fowler, Noll, Vo), 20 bits of it: notices a line that is missing, doubled or in another place.
  const sumOf = (text) => [...text].reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 16_777_619), 0x811c9dc5) >>> 12;

  function write({ day, people }) {
    const lines = people.map(writePerson);
    const days = Math.min(Math.max(Date.parse(day) / DAY || 0, 0), 0xffff); // until 2149
    const parts = [VERSION, data.mark, people.length, days, sumOf(lines.join(""))];
    const head = parts.reduce((sum, part, place) => (sum << BigInt(HEAD[place])) | BigInt(part), 0n);
    return [letters.write(head, WIDTH, 0), ...lines];
  }

  // Text that somebody typed, pasted or opened → its lines; an address before a code and the room between letters don't count.
  function linesOf(text) {
    const plain = text.replace(/\S*#[a-z]+=/g, "").toUpperCase().replace(/[^\S\n]|[-.·]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
    const cut = (row) => (row.length % WHOLE ? [row] : row.match(new RegExp(`.{${WHOLE}}`, "g")));
    return plain.split("\n").filter(Boolean).flatMap(cut);
  }

  // A code → { scan }, { people } or { problems } in Dutch. Nothing in it is trusted.
  function read(text) {
    if (text.length > LONGEST) return { problems: [`Dit is te lang voor een code: ${text.length.toLocaleString("nl")} tekens.`] };
    const lines = linesOf(text);
    const problems = lines.length ? lines.flatMap(spelling) : ["Er staat nog geen code."];
    if (problems.length) return { problems: problems.slice(0, 5) };
    const head = letters.read(lines[0], 0);
    const first = letters.read(lines[0], data.mark);
    if (head.value !== undefined && first.value === undefined) return readScan(head.value, lines);
    if (lines.length > 1 && head.at !== undefined && first.value === undefined) return { problems: [wrong(lines, 0, head)] };
    return readPeople(lines, 0);
  }

  const of = (lines, place) => (lines.length > 1 ? `Regel ${place + 1}` : "De code");
  const where = (lines, place, at) => `${of(lines, place)}, groep ${Math.floor(at / GROUP) + 1}, teken ${(at % GROUP) + 1}`;

  function spelling(line, place, lines) {
    const strange = [...line].findIndex((sign) => !letters.SIGNS.includes(sign));
    if (strange >= 0) return `${where(lines, place, strange)}: een ‘${line[strange]}’ komt in geen enkele code voor.`;
    return line.length === WHOLE ? [] : `${of(lines, place)} heeft ${line.length} letters en cijfers. Het moeten er ${WHOLE} zijn.`;
  }

  function wrong(lines, place, { at, letter }) {
    if (at === undefined) return `${of(lines, place)}: er klopt meer dan één teken niet, of dit hoort bij een andere scan. Kijk alles na.`;
    return `${where(lines, place, at)}: hier staat een ‘${lines[place][at]}’. Waarschijnlijk is het een ‘${letter}’. Kijk het na.`;
  }

  function readPeople(lines, from) {
    const found = lines.map((line) => letters.read(line, data.mark)).slice(from);
    const problems = found.flatMap((one, place) => (one.value === undefined || one.value >= CHOICES * BigInt(MARKS) ? [wrong(lines, place + from, one)] : []));
    return problems.length ? { problems: problems.slice(0, 5) } : { people: found.map(({ value }) => personOf(value)) };
  }

  function readScan(head, lines) {
    const refused = (problem) => ({ problems: [problem] });
    let rest = head;
    const [sum, day, count, mark, version] = HEAD.toReversed().map((bits) => {
      const part = Number(rest & ((1n << BigInt(bits)) - 1n));
      rest >>= BigInt(bits);
      return part;
    });
    if (version !== VERSION) return refused("Deze code is van een andere versie van de scan. Laad de pagina opnieuw en probeer het nog eens.");
    if (mark !== data.mark) return refused("Deze code hoort bij een andere scan: van een andere site, of met andere stellingen.");
    if (lines.length - 1 !== count) return refused(`Na de eerste regel horen er ${count} regels te staan. Het zijn er ${lines.length - 1}.`);
    const { people, problems } = readPeople(lines, 1);
    if (problems) return { problems };
    if (sumOf(lines.slice(1).join("")) !== sum) return refused("Elke regel klopt, maar samen niet. Staan de regels in de goede volgorde?");
    return { scan: { day: day ? new Date(day * DAY).toISOString().slice(0, 10) : "", people } };
  }

  const anyMark = () => 1 + (crypto.getRandomValues(new Uint32Array(1))[0] % (MARKS - 1)); // 0 is for who was typed in by hand

  toolboxScan.code = { MARKS, write, writePerson, read, anyMark, grouped: (line) => line.match(new RegExp(`.{1,${GROUP}}`, "g")).join(" ") };
})();

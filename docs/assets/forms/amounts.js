// An amount as people write it: 1500, € 1.234,56, 100-200, a question mark. Counted in hundredths, so that sums are exact.
"use strict";
(() => {
  const MOST = 1e9; // more than a thousand million is a slip of the finger
  const EXAMPLE = "Schrijf een getal zoals 1500, een laagste en een hoogste zoals 100-200, of een vraagteken.";
  const UNKNOWN = /^(?:\?+|onbekend|weet ik niet|weten we niet|geen idee)$/;
  const ABOUT = /^(?:ongeveer|circa|ca\.?|ong\.|±|\+\/-|~|ruim|bijna|minstens|minimaal|hoogstens|maximaal|m(?:ax|in)\.|meer dan|minder dan|vanaf|[<>])/;
  const BETWEEN = /^(?:tussen (.+) en (.+)|(?:van )?(.*?) ?(?:[-–—−]|tot en met|tot|t\/m|à) ?(.*))$/;
  const DUTCH = /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d{1,2})?$/;
  const ENGLISH = /^(?:\d+|\d{1,3}(?:,\d{3})+)\.\d{1,2}$/;

  const stop = (problem) => ({ problem });

  // A text → { empty }, { unknown }, { low, high } in hundredths, or { problem } in Dutch.
  function parse(written) {
    const text = written.normalize("NFKC").toLowerCase().replace(/€|euro['’]?s?|eur|uren|uur/g, " ").replace(/,[-–—]+(?! ?\d)/g, "").replace(/\s+/g, " ").trim();
    if (!text) return written.trim() ? stop(EXAMPLE) : { empty: true };
    if (UNKNOWN.test(text)) return { unknown: true };
    if (/(?:^|[-–—−]|tot|en|van) ?[-–—−] ?\d/.test(text)) return stop("Een bedrag onder nul kan hier niet. Een opbrengst krijgt een eigen regel.");
    if (ABOUT.test(text)) return stop("Hoeveel is dat op zijn minst, en op zijn hoogst? Schrijf het zo: 90-110.");
    const between = BETWEEN.exec(text);
    if (!between) return number(text);
    const ends = between.slice(1).filter((one) => one !== undefined);
    if (ends.some((one) => !one || UNKNOWN.test(one))) return stop("Ken je maar één kant? Schrijf dan een vraagteken, en zet bij de bron wat je wel weet.");
    const [low, high] = ends.map(number);
    if (low.problem || high.problem) return low.problem ? low : high;
    if (low.low > high.low) return stop(`Het laagste hoort vooraan. Bedoel je ${plain(high.low)}-${plain(low.low)}?`);
    return { low: low.low, high: high.low };
  }

  function number(text) {
    if (/^[\d.,]+ ?(?:k|duizend|mln|miljoen|mld|miljard)/.test(text)) return stop("Schrijf het getal met alle nullen, zoals 5000.");
    if (/^\d+(?: \d+)+$/.test(text)) return stop(`Is dit één getal? Schrijf dan ${text.replaceAll(" ", "")}. Zijn het er twee? Zet er dan een streepje tussen.`);
    if (/^\d{1,3}(?:,\d{3})+$/.test(text)) {
      const [whole, part] = text.split(",");
      return stop(`‘${text}’ kan twee dingen zijn. Schrijf ${text.replaceAll(",", "")} of ${whole},${part.slice(0, 2)}.`);
    }
    if (!DUTCH.test(text) && !ENGLISH.test(text)) return stop(/[^\d.,]/.test(text) ? EXAMPLE : `‘${text.slice(0, 30)}’ is geen getal. ${EXAMPLE}`);
    const value = Number(DUTCH.test(text) ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", ""));
    if (value > MOST) return stop("Dat is meer dan een miljard. Staan er nullen te veel?");
    const hundredths = Math.round(value * 100);
    return { low: hundredths, high: hundredths };
  }

  const NONE = { low: 0, high: 0 };
  const add = (one, other) => ({ low: one.low + other.low, high: one.high + other.high });
  // As far apart as they can be: the lowest less the highest, and the highest less the lowest.
  const subtract = (one, other) => ({ low: one.low - other.high, high: one.high - other.low });

  const numbers = [0, 2].map((digits) => new Intl.NumberFormat("nl-NL", { minimumFractionDigits: digits, maximumFractionDigits: 2 }));
  const plain = (value) => numbers[value % 100 ? 1 : 0].format(Math.abs(value) / 100);
  const sign = (value, signed) => (value < 0 ? "−" : signed && value > 0 ? "+" : "");

  // `€ 100 tot 200`, `12,50 uur`, and as a difference `€ +100`, `€ −20 tot +5`.
  function write({ low, high }, unit, signed = false) {
    const ends = [...new Set([low, high])].map((value) => sign(value, signed) + plain(value)).join(" tot ");
    return unit === "euro" ? `€\u00a0${ends}` : `${ends}\u00a0uur`;
  }

  toolboxForms.amounts = { parse, add, subtract, write, NONE };
})();

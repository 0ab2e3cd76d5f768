// Numbers as letters that people can read from paper and type, and that tell which letter is wrong.
//
// The letters are Crockford's base 32: no I, L, O or U. Three more to check make each line a word of a Reed–Solomon code (1960)
// over the 32 elements of GF(2^5). Two of its words differ in four letters at least: one wrong letter is found, two are noticed.
"use strict";
(() => {
  const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const CHECKS = 3;

  // GF(32) with x^5 + x^2 + 1: POWERS[i] is the i-th power of x.
  const POWERS = [1];
  while (POWERS.length < 31) POWERS.push((POWERS.at(-1) << 1) ^ (POWERS.at(-1) & 16 ? 0b100101 : 0));
  const powerOf = (value) => POWERS.indexOf(value);
  const times = (a, b) => (a && b ? POWERS[(powerOf(a) + powerOf(b)) % 31] : 0);
  const ROOTS = POWERS.slice(0, CHECKS); // a word is a multiple of (x - each of these)
  const GENERATOR = ROOTS.reduce((sum, root) => [...sum, 0].map((value, at) => value ^ times(sum[at - 1] ?? 0, root)), [1]);

  function checksOf(letters) {
    const rest = [...letters, ...Array(CHECKS).fill(0)];
    letters.forEach((_, at) => {
      const lead = rest[at];
      GENERATOR.forEach((value, further) => { rest[at + further] ^= times(value, lead); });
    });
    return rest.slice(-CHECKS);
  }

  // The checks are mixed with a mark of 15 bits: a line with another mark is no line.
  const mixed = (word, mark) => word.map((letter, at) => {
    const check = word.length - 1 - at;
    return check < CHECKS ? letter ^ ((mark >> (5 * check)) & 31) : letter;
  });

  // A number (a BigInt) as a line of `width` letters and the checks.
  function write(value, width, mark) {
    const letters = Array.from({ length: width }, (_, at) => Number((value >> BigInt(5 * (width - 1 - at))) & 31n));
    return mixed([...letters, ...checksOf(letters)], mark).map((letter) => SIGNS[letter]).join("");
  }

  // A line → { value }, or { at, letter } for the one letter that is wrong and what it must be, or {} when more is wrong.
  function read(text, mark) {
    const word = mixed([...text].map((sign) => SIGNS.indexOf(sign)), mark);
    const [first, second, third] = ROOTS.map((root) => word.reduce((sum, letter) => times(sum, root) ^ letter, 0)); // all 0: it is a word
    if (!first && !second && !third) return { value: word.slice(0, -CHECKS).reduce((sum, letter) => (sum << 5n) | BigInt(letter), 0n) };
    if (!first || !second || times(second, second) !== times(first, third)) return {};
    const at = word.length - 1 - ((powerOf(second) - powerOf(first) + 31) % 31);
    return at < 0 ? {} : { at, letter: SIGNS[SIGNS.indexOf(text[at]) ^ first] };
  }

  toolboxScan.letters = { SIGNS, CHECKS, write, read };
})();

// How far answers lie apart.
//
// The measure is the mean difference (Gini, Variabilità e mutabilità, 1912): put every two people beside each other, and take
// the mean of how many points they differ. It is 0 when all agree, it can be said in one sentence, one odd answer doesn't
// decide it as it does the range, and it doesn't grow with the group as a sum would. Answers that are not given, or "weet ik niet", don't count.
"use strict";
(() => {
  const { data, answers: { UNKNOWN, ENOUGH } } = toolboxScan;
  const points = Array.from({ length: data.max - data.min + 1 }, (_, place) => data.min + place);
  const MIDDLE = (data.min + data.max) / 2;
  const APART = 1; // from here two people differ a point or more on average: our own choice

  // How many chose each point → the mean difference of two of them; null for fewer than two.
  function meanDifference(counts) {
    const all = counts.reduce((sum, count) => sum + count, 0);
    let apart = 0;
    counts.forEach((count, low) => counts.forEach((other, high) => { if (high > low) apart += count * other * (high - low); }));
    return all < 2 ? null : apart / ((all * (all - 1)) / 2);
  }

  // The answer in the middle when all stand in a row; between two of them, their mean.
  function median(counts) {
    const row = counts.flatMap((count, place) => Array(count).fill(points[place]));
    const half = (row.length - 1) / 2;
    return row.length ? (row[Math.floor(half)] + row[Math.ceil(half)]) / 2 : null;
  }

  function summary(counts, unknown, difference) {
    const chosen = points.filter((_, place) => counts[place]);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return { counts, unknown, all, enough: all >= ENOUGH, middle: median(counts), low: chosen[0], high: chosen.at(-1), difference };
  }

  function ofStatement(people, place) {
    const chosen = people.map(({ answers }) => answers[place]);
    const counts = points.map((point) => chosen.filter((answer) => answer === point).length);
    return summary(counts, chosen.filter((answer) => answer === UNKNOWN).length, meanDifference(counts));
  }

  // All answers to the statements of a condition. Its difference is the mean of theirs: two statements that differ from each
  // other are no two people that do.
  function ofCondition(statements) {
    const counts = points.map((_, place) => statements.reduce((sum, one) => sum + one.counts[place], 0));
    const differences = statements.filter(({ enough }) => enough).map(({ difference }) => difference);
    const mean = differences.length ? differences.reduce((sum, one) => sum + one, 0) / differences.length : null;
    return { ...summary(counts, statements.reduce((sum, one) => sum + one.unknown, 0), mean), enough: differences.length > 0 };
  }

  function ofScan(people) {
    const statements = data.statements.map((_, place) => ofStatement(people, place));
    const own = (condition) => statements.filter((_, place) => data.statements[place].condition === condition);
    return { people: people.length, statements, conditions: data.conditions.map((_, condition) => ofCondition(own(condition))) };
  }

  // Where a summary belongs: where people differ, agree on a low answer, agree on a high one, or too few answered.
  function groupOf({ enough, difference, middle }) {
    if (!enough) return "few";
    return difference >= APART ? "apart" : middle <= MIDDLE ? "low" : "high";
  }

  // The places of summaries in a group: the most different first; where people agree, the lowest first.
  function inGroup(summaries, group) {
    const places = summaries.map((_, place) => place).filter((place) => groupOf(summaries[place]) === group);
    const one = (place) => summaries[place];
    if (group === "apart") return places.sort((a, b) => one(b).difference - one(a).difference || one(a).middle - one(b).middle || a - b);
    return places.sort((a, b) => one(a).middle - one(b).middle || one(b).difference - one(a).difference || a - b);
  }

  const all = ["apart", "low", "high", "few"];
  toolboxScan.spread = { points, groups: all, ofScan, groupOf, inGroup, ordered: (summaries) => all.flatMap((group) => inGroup(summaries, group)) };
})();

// Who answered what. A person is { mark, answers }: no name, nowhere. An answer is a number of the scale, NONE or UNKNOWN.
//
// Classic scripts with `defer`, which share the name toolboxScan: from a disk (file://) browsers load no ES modules.
"use strict";
(() => {
  const root = document.getElementById("tb-scan");
  const data = JSON.parse(root.dataset.scan); // macros/scan.py makes it of the worksheet
  const NONE = 0;
  const UNKNOWN = 10; // "weet ik niet": above every scale
  const ENOUGH = 3; // people, or answers: with fewer, a picture tells who said what

  const person = (answers = data.statements.map(() => NONE), mark = 0) => ({ mark, answers });
  const given = ({ answers }) => answers.filter((answer) => answer !== NONE).length;
  const taking = (people) => people.filter(given); // who answered anything
  const blank = () => ({ day: "", people: [person()], agreements: Array.from({ length: data.agreements }, () => ["", "", ""]) });

  // The place of somebody before this one with the same answers, at least half of them given; -1 when there is nobody.
  // A code of an own device carries a mark by chance: two people who agree in all have another mark.
  function twin(people, place) {
    const one = people[place];
    const same = (other) => other.mark === one.mark && other.answers.every((answer, at) => answer === one.answers[at]);
    return given(one) * 2 < data.statements.length ? -1 : people.slice(0, place).findIndex(same);
  }

  // The text of an element; a text that stands there already costs nothing.
  function say(id, text) {
    const element = document.getElementById(id);
    if (element.textContent !== text) element.textContent = text;
  }

  globalThis.toolboxScan = { root, data, say, answers: { NONE, UNKNOWN, ENOUGH, person, given, taking, blank, twin } };
})();

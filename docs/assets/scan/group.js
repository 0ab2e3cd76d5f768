// The scan that is open, and who is being filled in. Whoever watches is told of every change.
"use strict";
(() => {
  const { data, answers: { person, given, blank } } = toolboxScan;
  const watchers = [];
  let scan = blank();
  let current = 0;
  const tell = (what) => watchers.forEach((watcher) => watcher(what));

  // `what` is "answer", "person" (another is shown), "people" (more or fewer), or "scan" (another one).
  function answer(place, value) {
    scan.people[current].answers[place] = value;
    tell("answer");
  }

  function choose(place) {
    current = place;
    tell("person");
  }

  // The next person; a new one after the last. False when there is no place for more, or this one is still empty.
  function next() {
    const last = current === scan.people.length - 1;
    if (last && (!given(scan.people[current]) || scan.people.length === data.mostPeople)) return false;
    if (last) scan.people.push(person());
    current += 1;
    tell(last ? "people" : "person");
    return true;
  }

  // More people, in the place of those who are empty still. Gives how many didn't fit.
  function add(people) {
    scan.people = [...scan.people.filter(given), ...people];
    const over = scan.people.splice(data.mostPeople).length;
    current = scan.people.length - 1;
    tell("people");
    return over;
  }

  function insert(place, one) {
    scan.people.splice(place, 0, one);
    current = place;
    tell("people");
  }

  function remove(place) {
    const [gone] = scan.people.splice(place, 1);
    if (!scan.people.length) scan.people.push(person());
    current = Math.min(place, scan.people.length - 1);
    tell("people");
    return gone;
  }

  function put(other) {
    scan = { ...blank(), ...other };
    if (!scan.people.length) scan.people.push(person());
    current = scan.people.length - 1;
    tell("scan");
  }

  function agree(row, column, text) {
    scan.agreements[row][column] = text;
    tell("agreement");
  }

  toolboxScan.group = {
    answer, choose, next, add, insert, remove, put, agree,
    scan: () => scan,
    current: () => current,
    watch: (watcher) => watchers.push(watcher),
  };
})();

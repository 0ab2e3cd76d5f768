// Which items pass the filters, and how many each filter would leave. No page: plain objects in, plain objects out.
"use strict";
((scope) => {
  const SEVERAL = ["soort", "fase", "conditie", "rol"]; // of these you may tick more than one: any of them will do

  // An item and the filters that are set, name by name; a filter that is not set is "" or [].
  const TESTS = {
    ...Object.fromEntries(SEVERAL.map((name) => [name, (item, wanted) => wanted.some((one) => item[name].includes(one))])),
    tijd: (item, minutes) => item.tijd !== null && item.tijd <= minutes,
    mensen: (item, number) => item.mensen !== null && item.mensen[0] <= number && number <= item.mensen[1],
    werkblad: (item) => item.werkblad,
  };
  const isSet = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  const names = (filters) => Object.keys(TESTS).filter((name) => isSet(filters[name]));

  const passes = (item, filters, without = "") => names(filters).every((name) => name === without || TESTS[name](item, filters[name]));

  // What ticking `value` would show: the other filters as they are.
  const count = (items, filters, name, value) => items.filter((item) => passes(item, filters, name) && TESTS[name](item, SEVERAL.includes(name) ? [value] : value)).length;

  // What is in an address or a form, with all that no filter knows left out. `options` names the values that exist.
  function read(params, options) {
    const filters = Object.fromEntries(SEVERAL.map((name) => [name, [...new Set(params.getAll(name))].filter((value) => options[name].includes(value))]));
    const minutes = params.get("tijd") ?? "";
    const people = /^\d{1,3}$/.test(params.get("mensen")) ? Number(params.get("mensen")) : 0;
    return {
      ...filters,
      tijd: options.tijd.includes(minutes) ? Number(minutes) : "",
      mensen: people || "",
      werkblad: params.get("werkblad") === "ja",
    };
  }

  // The same as it stands in an address.
  function write(query, filters) {
    const params = new URLSearchParams();
    if (query) params.set("q", query);
    for (const name of names(filters)) for (const value of [filters[name]].flat()) params.append(name, value === true ? "ja" : value);
    return params.toString();
  }

  scope.toolboxSearch = Object.assign(scope.toolboxSearch ?? {}, { facets: { passes, count, read, write, names } });
})(self);

// Find your municipality: what is typed narrows the list that stands on the page. However it is spelled: æ, ø and å in
// their many ways, capitals, hyphens and 'Kommune' aside, and else by likeness. Not a combobox but the page's own list of
// links, narrowed: every screen reader knows what those are. Nothing is stored, sent or put in an address.
(() => {
  "use strict";
  const QUIET = 400; // milliseconds of no typing before the count is said aloud
  const HALF = ["øo", "åa", "åo", "æe", "æa", "yi", "yu", "yø", "ij", "bp", "dt", "gk", "ck", "cs", "sz", "vw"];
  const alike = new Set(HALF.flatMap(([one, other]) => [one + other, other + one]));

  const form = document.querySelector("form[data-find]");
  const list = form && document.getElementById(form.dataset.find);
  if (!list) return;
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const fold = list.closest("details");

  /** Letters and spaces alone, each sound written one way: Aarhus Kommune, ÅRHUS and Århus are the same. */
  function simplify(text) {
    const letters = text.toLocaleLowerCase("da").normalize("NFC");
    const danish = letters.replace(/aa/g, "å").replace(/ae|ä/g, "æ").replace(/oe|ö/g, "ø").replace(/ü/g, "y");
    const plain = danish.replace(/[^æøå]/g, (one) => one.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
    const words = plain.replace(/[^a-zæøå]+/g, " ").trim().split(" ");
    const telling = words.filter((word, at) => !/^(regions?)?kommunen?s?$/.test(word) && (word.length > 1 || !at));
    return telling.length ? telling.join(" ") : words.join(" ");
  }

  const join = (text) => text.replaceAll(" ", "");

  /** The name from each of its words on: Ringkøbing-Skjern can be looked for as Skjern. */
  function startings(name) {
    const words = simplify(name).split(" ");
    return words.map((_, at) => words.slice(at).join(""));
  }

  const items = [...list.querySelectorAll("[data-find-navne]")].map((element) => ({
    element,
    link: element.querySelector("a"),
    names: element.dataset.findNavne.split("|").map(startings),
  }));

  /** How much one word must be changed to be the other: a letter more, less, swapped or another costs one; alike, half. */
  function distance(one, other) {
    const rows = [[...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const [a, b] = [one[i - 1], other[j - 1]];
        const change = a === b ? 0 : alike.has(a + b) ? 0.5 : 1;
        const more = a === one[i - 2] ? 0.5 : 1; // a letter written twice is half a fault
        const less = b === other[j - 2] ? 0.5 : 1;
        row[j] = Math.min(rows[i - 1][j - 1] + change, rows[i - 1][j] + more, row[j - 1] + less);
        if (i > 1 && j > 1 && a === other[j - 2] && b === one[i - 2]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
      rows[i] = row;
    }
    return rows[one.length][other.length];
  }

  /** How unlike the typed word and a name are; a name that is only begun counts a little more. */
  function unlike(typed, starting) {
    const begun = [-1, 0, 1].map((more) => distance(typed, starting.slice(0, typed.length + more)) + 0.25);
    return Math.min(distance(typed, starting), ...begun);
  }

  /** Whether it is short for the name, as kbh for København. */
  function shortens(typed, name) {
    let at = 0;
    for (const letter of name) if (letter === typed[at]) at += 1;
    return at === typed.length && name[0] === typed[0] && typed.length > 2;
  }

  const having = (test) => items.filter(({ names }) => names.some((starts) => starts.some(test)));

  /** Return the items that are meant, and whether they are called what was typed. */
  function find(text) {
    const typed = join(simplify(text));
    const exact = having((name) => name === typed);
    if (exact.length) return { found: exact, sure: true };
    const begun = having((name) => name.startsWith(typed));
    if (begun.length) return { found: begun, sure: true };
    const within = typed.length > 2 ? having((name) => name.includes(typed)) : [];
    if (within.length) return { found: within, sure: true };
    const shortened = items.filter(({ names }) => names.some(([name]) => shortens(typed, name)));
    if (typed.length <= 6 && shortened.length === 1) return { found: shortened, sure: false };
    const measured = items.map((item) => ({ item, far: Math.min(...item.names.flat().map((name) => unlike(typed, name))) }));
    const nearest = Math.min(...measured.map(({ far }) => far));
    const enough = Math.min(0.25 + typed.length / 4, nearest + 0.5);
    return { found: measured.filter(({ far }) => far <= enough).map(({ item }) => item), sure: false };
  }

  let shown = items;
  let before = "";
  let timer;

  function say(text) {
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = text), text ? QUIET : 0);
  }

  function count(found, sure, typed) {
    if (!found.length) return `Ingen kommune ligner »${typed}«. Se hele listen her.`;
    const names = found.length > 3 ? `${found.length} kommuner` : found.map(({ link }) => link.textContent).join(", ");
    return sure ? `${found.length} ${found.length === 1 ? "kommune" : "kommuner"} passer${found.length > 3 ? "" : `: ${names}`}.` : `Mente du ${names}?`;
  }

  function update() {
    const typed = input.value.trim();
    const { found, sure } = /\p{L}/u.test(typed) ? find(typed) : { found: [], sure: false };
    shown = found.length ? found : items; // never a dead end
    const all = shown.length === items.length;
    for (const { element } of items) element.hidden = true;
    for (const { element } of shown) element.hidden = false;
    for (const group of list.querySelectorAll("section")) group.hidden = !all && !group.querySelector("[data-find-navne]:not([hidden])");
    if (fold) fold.open = Boolean(typed);
    if (fold) fold.toggleAttribute("data-find-found", Boolean(typed));
    if (typed && !before) form.scrollIntoView(); // so that the keyboard of a phone does not cover what is found
    before = typed;
    say(typed ? count(found, sure, typed) : "");
  }

  function forget() {
    input.value = "";
    update();
  }

  function step(event) {
    const at = shown.findIndex(({ link }) => link === document.activeElement);
    if (event.key === "Escape" && (input.value || at >= 0)) {
      forget();
      input.focus();
    } else if (event.key === "ArrowDown" && at + 1 < shown.length && (at >= 0 || document.activeElement === input)) {
      if (fold) fold.open = true;
      shown[at + 1].link.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at ? shown[at - 1].link : input).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  form.hidden = false;
  input.addEventListener("input", update);
  form.addEventListener("keydown", step);
  list.addEventListener("keydown", step);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (fold) fold.open = true;
    if (input.value.trim() && shown.length === 1) shown[0].link.click();
    else shown[0].link.focus();
  });
  addEventListener("pagehide", forget);
  forget();
})();

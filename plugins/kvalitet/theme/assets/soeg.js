// The search. Pagefind is fetched when the dialog is opened, from this site alone; nothing is stored, and what is
// searched for stands in no address. The engine knows most Danish endings; opslag.json knows the rest.
const PER_PAGE = 8;
const LATER = 200; // milliseconds of no typing before searching
// What holds for everyone goes before the same words on each municipality's page, and a citizen's page before the others.
const KINDS = { alle: 4, "alle-fag": 1, kommune: 1, "kommune-fag": 0.4 };
const WIDER = 0.8; // what was found by another word than the reader's own goes after
const NAMED = 20; // pages of a municipality that is named go before those that mention it
const MOST_TRIED = 12;

const box = document.querySelector("[data-soeg]");
const find = (name) => box.querySelector(name);
const dialog = find("dialog");
const opener = find(".kv-soeg-knap");
const input = find("input");
const status = find(".kv-soeg-status");
const list = find(".kv-soeg-fund");
const more = find(".kv-soeg-flere");
const onward = find(".kv-soeg-videre");

let engine; // a promise, once the dialog has been opened
let round = 0; // the number of the latest search: an older one that ends later is thrown away
let ranked = [];
let timer;

function load() {
  engine ??= (async () => {
    const home = new URL(box.dataset.index, document.baseURI);
    const [pagefind, answer] = await Promise.all([
      import(new URL("pagefind.js", home).href),
      fetch(new URL("opslag.json", home)),
    ]);
    const root = new URL(box.dataset.root, document.baseURI).pathname;
    // Without its worker: a worker would need a policy of its own.
    await pagefind.options({ noWorker: true, baseUrl: root, excerptLength: 24, ranking: { pageLength: 0.5 } });
    await pagefind.init();
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    const read = await answer.json();
    const words = { instead: read["i_stedet"], small: new Set(read["småord"]), known: read["kendte"] };
    return { pagefind, words, pages: new Map(Object.entries(read["sider"])) };
  })();
  engine.catch(() => (engine = undefined)); // a broken line may be whole next time
  return engine;
}

const split = (text) => text.toLocaleLowerCase("da").match(/[\p{L}\p{N}]+|§/gu) ?? [];

/** Names are written in two ways: Århus and Aarhus, Ærø and Aeroe. */
function respell(word) {
  const pairs = [["å", "aa"], ["aa", "å"], ["ae", "æ"], ["oe", "ø"]];
  return pairs.map(([from, to]) => word.replaceAll(from, to)).filter((other) => other !== word);
}

const ascii = (word) => word.replaceAll("å", "aa").replaceAll("æ", "ae").replaceAll("ø", "oe").replace(/s$/, "");

/** The municipalities that the query names, each with the query's other words. */
function findNamed(query, pages) {
  const names = new Set([...pages.values()].map(([, name]) => name).filter(Boolean));
  const own = split(query);
  const spoken = new Set(own.map(ascii));
  return [...names]
    .map((name) => ({ name, parts: new Set(split(name).map(ascii)) }))
    .filter(({ parts }) => [...parts].every((part) => spoken.has(part)))
    .map(({ name, parts }) => ({ name, rest: own.filter((word) => !parts.has(ascii(word))).join(" ") }));
}

/** Whether the word stands on the site, but for its ending. Of others the engine would search for their beginning. */
const isKnown = (word, { known }) =>
  known.some(
    (other) =>
      other === word ||
      (word.length > 3 && other.startsWith(word)) ||
      (other.length > 3 && word.length - other.length < 5 && word.startsWith(other)),
  );

/** All ways to say the query with words of the site: the reader's own first, then others in their place. */
function sayings(query, words) {
  const all = split(query);
  const telling = all.filter((word) => !words.small.has(word));
  let made = [[]];
  for (const word of telling.length ? telling : all) {
    const ways = [[word], ...(words.instead[word] ?? []), ...respell(word).map((other) => [other])];
    const usable = ways.filter((way) => way.every((part) => isKnown(part, words)));
    if (usable.length) made = made.flatMap((said) => usable.map((way) => [...said, ...way])).slice(0, MOST_TRIED);
  }
  return [...new Set(made.map((said) => [...new Set(said)].join(" ")))].filter(Boolean);
}

/** Search for each saying, and rank what is found. */
async function rank({ pagefind, words, pages }, query) {
  const own = split(query);
  const found = new Map();
  const collect = async (saying, base, municipality) => {
    const every = (await pagefind.search(saying)).results;
    const results = municipality ? every.filter((hit) => pages.get(hit.id)?.[1] === municipality) : every;
    const best = Math.max(...results.map((hit) => hit.score), Number.MIN_VALUE); // a rare word scores high, a usual one low
    const factor = (saying.split(" ").every((word) => own.includes(word)) ? base : base * WIDER) / best;
    for (const hit of results) {
      const score = hit.score * factor * (KINDS[pages.get(hit.id)?.[0]] ?? 1);
      if (score > (found.get(hit.id)?.score ?? 0)) found.set(hit.id, { hit, score });
    }
  };
  for (const saying of sayings(query, words)) await collect(saying, 1);
  for (const { name, rest } of findNamed(query, pages)) {
    for (const saying of sayings(rest || query, words)) await collect(saying, NAMED, name);
  }
  return [...found.values()].sort((one, other) => other.score - one.score).map(({ hit }) => hit);
}

/** Return text as it reads: the engine hands over escaped HTML. Nothing of it is ever put into the page as HTML. */
const plain = (html) => new DOMParser().parseFromString(`<p>${html}`, "text/html").body.textContent;

function make(name, text, kind) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

/** Return the title and address of the part of the page where the words weigh most. */
function findPart(data) {
  const heaviest = [...(data.weighted_locations ?? [])].sort((one, other) => other.weight - one.weight)[0];
  const before = (data.anchors ?? []).filter((one) => heaviest && one.location <= heaviest.location);
  before.sort((one, other) => other.location - one.location);
  const address = new URL(data.url, document.baseURI);
  if (before.length) address.hash = before[0].id;
  const section = before.find((one) => one.element === "section");
  // A section begins with its heading, which the engine ends with a full stop.
  const heading = section && data.content.split(/\s+/).slice(section.location).join(" ").match(/^(?:(?:stk|nr|kap)\.|.){3,80}?[.?!:](?= |$)/);
  const title = heading ? `${data.meta.title}: ${plain(heading[0]).replace(/[.:]$/, "")}` : data.meta.title;
  return { title, address: address.href };
}

function showOne(data) {
  const item = make("li");
  const { title, address } = findPart(data);
  const link = make("a", title);
  link.href = address;
  item.append(link);
  if (data.meta.kommune) {
    item.append(make("p", data.meta.kommune + (data.meta.opfundet ? " (opfundet kommune)" : ""), "kv-soeg-hvor"));
  }
  const excerpt = make("p");
  for (const [at, part] of data.excerpt.split(/<\/?mark>/).entries()) {
    excerpt.append(at % 2 ? make("mark", plain(part)) : plain(part));
  }
  item.append(excerpt);
  return item;
}

async function showMore() {
  const mine = round;
  const from = list.children.length;
  const data = await Promise.all(ranked.slice(from, from + PER_PAGE).map((hit) => hit.data()));
  if (mine !== round) return;
  list.append(...data.map(showOne));
  more.hidden = list.children.length >= ranked.length;
  if (from) list.children[from].querySelector("a").focus();
}

function empty(text = "") {
  round += 1;
  ranked = [];
  clearTimeout(timer);
  list.replaceChildren();
  more.hidden = true;
  onward.hidden = true;
  status.textContent = text;
}

async function search() {
  const query = input.value.trim();
  empty();
  if (query.length < 2) return;
  const mine = round;
  let all;
  try {
    all = await rank(await load(), query);
  } catch {
    if (mine === round) fail();
    return;
  }
  if (mine !== round) return;
  ranked = all;
  if (!ranked.length) {
    status.textContent = `Ingen resultater for »${query}«. Prøv et andet ord.`;
    onward.hidden = false;
    return;
  }
  await showMore();
  if (mine === round) status.textContent = `${ranked.length} ${ranked.length === 1 ? "resultat" : "resultater"} for »${query}«`;
}

function fail() {
  status.textContent = "Søgningen virker ikke lige nu.";
  onward.hidden = false;
}

function forget() {
  input.value = "";
  empty();
}

async function open() {
  dialog.showModal();
  input.focus();
  try {
    await load();
  } catch {
    fail();
  }
}

function addWayOut() {
  // The page's own link lies behind the dialog, where nobody can reach it.
  const way = document.querySelector(".kv-leave");
  if (!way) return;
  const copy = make("a", way.textContent, "kv-soeg-forlad");
  copy.href = way.href;
  copy.rel = "noreferrer";
  copy.addEventListener("click", (event) => {
    event.preventDefault();
    way.click();
  });
  dialog.append(copy);
}

addWayOut();
find(".kv-soeg-uden").hidden = true;
opener.hidden = false;
opener.addEventListener("click", open);
find(".kv-soeg-luk").addEventListener("click", () => dialog.close());
more.addEventListener("click", showMore);
find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, LATER);
});
input.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault(); // a search field would only be emptied
  dialog.close();
});
list.addEventListener("click", (event) => {
  if (event.target.closest("a")) setTimeout(() => dialog.close()); // the result may stand on this very page
});
dialog.addEventListener("close", () => {
  forget();
  opener.focus();
});
addEventListener("pagehide", () => {
  forget();
  dialog.close();
});

// The matrix as a tool: sort, filter, open a column to its criteria, take the view along. It improves the table that
// already stands on the page. What is chosen stands after # in the address, which no server gets to see.
(() => {
  "use strict";
  const table = document.querySelector(".kv-matrix");
  const form = document.querySelector(".kv-filtre");
  const status = form.querySelector(".kv-filter-status");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const narrow = new Map([...document.querySelectorAll(".kv-smal > li")].map((one) => [one.dataset.slug, one]));
  const fields = [...form.querySelectorAll("[data-filter]")];
  const heads = [...table.tHead.rows[0].cells];
  const feet = [...table.tFoot.rows];
  const WORDS = {
    0: ["ikke", "ikke beskrevet", "○"], 1: ["kort", "kort beskrevet", "◐"], 2: ["uddybende", "uddybende beskrevet", "●"],
    i: ["irrelevant", "ikke relevant", "·"], v: ["uvurderet", "ikke vurderet", "?"], "": ["tom", "der er intet at måle", ""],
  };
  const RANK = { 0: 0, 1: 1, 2: 2, i: -1, v: -2, "": -3 };
  const collator = new Intl.Collator("da");
  const order = new Map(rows.map((row, at) => [row, at]));

  const columns = heads.filter((head) => head.dataset.krav).map((head) => ({
    head,
    id: head.dataset.krav,
    title: head.querySelector("a").textContent,
    criteria: JSON.parse(head.dataset.kriterier),
    opened: [],
  }));
  let sorted = { key: "", down: false };

  // A requirement's level by the criteria of one force, as the page's own are made: by law all must be described.
  const levelOf = (codes, criteria, force) => {
    let asked = criteria.filter((one) => one[3] === force);
    const byLaw = force === "lov" && asked.length > 0;
    if (force === "lov" && !byLaw) asked = criteria.filter((one) => one[3]);
    const levels = asked.map((one) => codes[one[0]]);
    const counted = levels.filter((one) => "012".includes(one));
    if (!counted.length) return levels.length ? (levels.includes("i") ? "i" : "v") : force === "lov" ? "v" : "";
    const gone = counted.filter((one) => one === "0").length;
    if (byLaw ? gone : gone === counted.length) return "0";
    return counted.every((one) => one === "2") ? "2" : "1";
  };

  const showLevel = (holder, code) => {
    const [name, words, symbol] = WORDS[code];
    const mark = holder.querySelector(".kv-mark");
    mark.className = `kv-mark kv-${name}`;
    mark.textContent = symbol;
    holder.querySelector(".kv-hidden").textContent = words;
    holder.dataset.niveau = code;
  };
  const cellOf = (row, column) => row.querySelector(`td[data-krav="${column.id}"]`);
  for (const row of rows) {
    [...row.cells].slice(2).forEach((cell, at) => {
      cell.dataset.krav = columns[at].id;
      cell.dataset.niveau = row.dataset.niveauer ? levelOf(row.dataset.niveauer, columns[at].criteria, "lov") : "v";
    });
  }

  const element = (name, options = {}, text = "") => {
    const made = Object.assign(document.createElement(name), options);
    if (text) made.textContent = text;
    return made;
  };

  // Opening a column: the criteria stand beside it, each with its own marks.
  const openColumn = (column) => {
    let before = column.head;
    for (const [place, id, title, force, shares] of column.criteria) {
      const head = element("th", { scope: "col", className: "kv-del" });
      head.append(element("span", {}, title), element("small", {}, force || "kræves ikke"));
      before.after(head);
      before = head;
      column.opened.push(head);
      for (const row of rows) {
        const cell = element("td", { className: "kv-del" });
        const link = element("a", { href: row.cells[0].querySelector("a").getAttribute("href") + `#${id}` });
        link.append(element("span", { className: "kv-mark", ariaHidden: "true" }), element("span", { className: "kv-hidden" }));
        showLevel(link, row.dataset.niveauer ? row.dataset.niveauer[place] : "v");
        cell.append(row.dataset.niveauer ? link : link.firstChild);
        const parts = [...row.cells].filter((one) => one.dataset.krav === column.id || one.dataset.del === column.id);
        cell.dataset.del = column.id;
        parts.at(-1).after(cell);
        column.opened.push(cell);
      }
      feet.forEach((foot, at) => {
        const cell = element("td", { className: "kv-del" }, shares[at] || "–");
        cell.dataset.del = column.id;
        const parts = [...foot.cells].filter((one) => one.dataset.krav === column.id || one.dataset.del === column.id);
        parts.at(-1).after(cell);
        column.opened.push(cell);
      });
    }
  };
  const toggleColumn = (column, open) => {
    column.opened.forEach((one) => one.remove());
    column.opened = [];
    if (open) openColumn(column);
    column.button.setAttribute("aria-expanded", String(open));
    column.button.firstChild.textContent = open ? "Luk" : "Åbn";
  };

  const sortKeys = {
    navn: (row) => row.cells[0].querySelector("a").textContent,
    beskrevet: (row) => parseInt(row.cells[1].textContent, 10) || -1,
  };
  const sortRows = () => {
    const { key, down } = sorted;
    const column = columns.find((one) => one.id === key);
    const value = column ? (row) => RANK[cellOf(row, column).dataset.niveau] : sortKeys[key];
    const compare = (one, other) => {
      if (!value) return order.get(one) - order.get(other);
      const [a, b] = [value(one), value(other)];
      const by = typeof a === "string" ? collator.compare(a, b) : a - b;
      return (down ? -by : by) || order.get(one) - order.get(other);
    };
    body.append(...[...rows].sort(compare));
    for (const head of heads) head.removeAttribute("aria-sort");
    const head = column ? column.head : heads[["navn", "beskrevet"].indexOf(key)];
    if (head) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    return head;
  };
  const chooseSort = (key) => {
    // A column of marks is first shown with what is not described on top; pressed again, the other way round.
    sorted = { key, down: sorted.key === key ? !sorted.down : false };
    const head = sortRows();
    const name = head.querySelector("a")?.textContent ?? head.firstChild.textContent;
    status.textContent = `Sorteret efter ${name.toLowerCase()}, ${sorted.down ? "faldende" : "stigende"}. ${countShown()}`;
    writeAddress();
  };

  const valueOf = (name) => {
    const field = fields.find((one) => one.dataset.filter === name);
    return field.type === "checkbox" ? (field.checked ? "ja" : "") : field.value.trim();
  };
  const fits = (row, name, wanted) => {
    if (!wanted || name === "styrke" || name === "huller") return true;
    if (name === "navn") return row.cells[0].textContent.toLowerCase().includes(wanted.toLowerCase());
    const own = row.dataset[name] ?? "";
    return own === wanted || own.split(" ").includes(wanted);
  };
  const countShown = () => {
    const shown = rows.filter((row) => !row.hidden).length;
    return shown === rows.length ? `Alle ${shown} standarder vises.` : `${shown} af ${rows.length} standarder vises.`;
  };
  const applyFilters = () => {
    const force = valueOf("styrke") || "lov";
    const holes = Boolean(valueOf("huller"));
    for (const row of rows) {
      for (const column of columns) {
        const cell = cellOf(row, column);
        if (row.dataset.niveauer) showLevel(cell, levelOf(row.dataset.niveauer, column.criteria, force));
      }
      const hasHole = columns.some((column) => cellOf(row, column).dataset.niveau === "0");
      row.hidden = !fields.every((one) => fits(row, one.dataset.filter, valueOf(one.dataset.filter))) || (holes && !hasHole);
      const item = narrow.get(row.dataset.slug);
      if (item) item.hidden = row.hidden;
    }
    table.classList.toggle("kv-huller", holes);
    for (const column of columns) {
      const hole = rows.some((row) => !row.hidden && cellOf(row, column).dataset.niveau === "0");
      const away = holes && !hole;
      for (const part of table.querySelectorAll(`[data-krav="${column.id}"], [data-del="${column.id}"]`)) part.hidden = away;
      column.opened.forEach((one) => { one.hidden = away; });
    }
    // The numbers at the foot are of the whole table, by the law: under another view they would be read as its own.
    table.tFoot.hidden = force !== "lov" || rows.some((row) => row.hidden);
  };

  const writeAddress = () => {
    const parts = new URLSearchParams();
    for (const one of fields) if (valueOf(one.dataset.filter)) parts.set(one.dataset.filter, valueOf(one.dataset.filter));
    if (sorted.key) parts.set("sorter", (sorted.down ? "-" : "") + sorted.key);
    const open = columns.filter((one) => one.opened.length).map((one) => one.id);
    if (open.length) parts.set("åbn", open.join(" "));
    history.replaceState(null, "", parts.size ? `#${parts}` : location.pathname + location.search);
  };
  const readAddress = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    for (const one of fields) {
      const wanted = parts.get(one.dataset.filter) ?? "";
      if (one.type === "checkbox") one.checked = wanted === "ja";
      else one.value = wanted;
    }
    const sort = parts.get("sorter") ?? "";
    const key = sort.replace(/^-/, "");
    const known = key in sortKeys || columns.some((one) => one.id === key);
    sorted = known ? { key, down: sort.startsWith("-") } : { key: "", down: false };
    const open = (parts.get("åbn") ?? "").split(" ");
    for (const column of columns) toggleColumn(column, open.includes(column.id));
    applyFilters();
    sortRows();
    if (parts.size) status.textContent = countShown();
  };

  // Semicolons and a mark of UTF-8 are what a Danish Excel reads; what it would take for a formula gets a quote.
  const quote = (text) => `"${(/^[\s]*[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const saveView = () => {
    const shownHeads = [...table.tHead.rows[0].cells].filter((one) => !one.hidden);
    const words = (cell) => (cell.querySelector(".kv-hidden")?.textContent ?? cell.textContent).trim();
    const nameOf = (head) => (head.querySelector("a, span")?.textContent ?? head.firstChild.textContent).trim();
    const lines = [["Kommune", "Tilstand", ...shownHeads.slice(1).map(nameOf)]];
    for (const row of [...body.rows].filter((one) => !one.hidden)) {
      const cells = [...row.cells].filter((one) => !one.hidden);
      lines.push([cells[0].querySelector("a").textContent, row.dataset.tilstand, ...cells.slice(1).map(words)]);
    }
    const text = lines.map((line) => line.map(quote).join(";")).join("\r\n");
    const link = element("a", { download: "overblik.csv" });
    link.href = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const addButtons = () => {
    heads.slice(0, 2).forEach((head, at) => {
      const button = element("button", { type: "button" }, head.textContent);
      head.replaceChildren(button);
      button.addEventListener("click", () => chooseSort(["navn", "beskrevet"][at]));
    });
    feet.forEach((foot) => [...foot.cells].slice(2).forEach((cell, at) => { cell.dataset.krav = columns[at].id; }));
    for (const column of columns) {
      const sort = element("button", { type: "button", className: "kv-knap" }, "Sortér");
      column.button = element("button", { type: "button", className: "kv-knap" }, "Åbn");
      for (const one of [sort, column.button]) {
        one.append(element("span", { className: "kv-hidden" }, ` ${column.title}`));
        column.head.append(one);
      }
      sort.addEventListener("click", () => chooseSort(column.id));
      column.button.addEventListener("click", () => {
        toggleColumn(column, !column.opened.length);
        applyFilters();
        writeAddress();
      });
    }
  };

  addButtons();
  form.hidden = false;
  const change = () => {
    applyFilters();
    sortRows();
    status.textContent = countShown();
    writeAddress();
  };
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector('[data-gør="hent"]').addEventListener("click", saveView);
  form.querySelector('[data-gør="nulstil"]').addEventListener("click", () => {
    form.reset();
    sorted = { key: "", down: false };
    columns.forEach((column) => toggleColumn(column, false));
    change();
  });
  addEventListener("hashchange", readAddress);
  readAddress();
})();

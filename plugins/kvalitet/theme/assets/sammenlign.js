// Two to four municipalities side by side, out of the pages that hold their whole standards: the same words, no copy.
// What is chosen stands after # in the address, so that it can be shared; no server gets to see it.
(() => {
  "use strict";
  const form = document.querySelector(".kv-vaelg");
  const side = document.querySelector(".kv-side");
  const status = form.querySelector(".kv-vaelg-status");
  const selects = [...form.querySelectorAll("select")];
  const root = form.dataset.standarder;
  const read = new Map();
  let asked = 0;

  const element = (name, options = {}, text = "") => {
    const made = Object.assign(document.createElement(name), options);
    if (text) made.textContent = text;
    return made;
  };
  const chosen = () => [...new Set(selects.map((one) => one.value).filter(Boolean))];
  const nameOf = (slug) => selects[0].querySelector(`option[value="${CSS.escape(slug)}"]`)?.textContent ?? slug;

  const fetchSections = async (slug) => {
    if (!read.has(slug)) {
      const answer = await fetch(`${root}${slug}/standard/`);
      if (!answer.ok) throw new Error(slug);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const base = new URL(`${root}${slug}/standard/`, location.href);
      const sections = new Map();
      for (const section of page.querySelectorAll("main section[id]")) {
        for (const link of section.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), base).href;
        const heading = section.querySelector("h2");
        const title = heading.textContent;
        heading.remove();
        for (const one of section.querySelectorAll("h3, h4, h5")) {
          const lower = element(`h${Number(one.localName[1]) + 1}`); // below the municipality's name, which is h3 there
          lower.append(...one.childNodes);
          one.replaceWith(lower);
        }
        const id = section.id;
        for (const one of [section, ...section.querySelectorAll("[id]")]) one.removeAttribute("id");
        sections.set(id, { title, parts: [...section.childNodes], address: `${base.href}#${id}` });
      }
      read.set(slug, sections);
    }
    return read.get(slug);
  };

  const showSide = (slugs, all) => {
    const ids = [...new Map(all.flatMap((sections) => [...sections].map(([id, one]) => [id, one.title])))];
    side.replaceChildren();
    side.dataset.antal = slugs.length;
    for (const [id, title] of ids) {
      const part = element("section", { className: "kv-side-punkt" });
      part.append(element("h2", {}, title));
      const list = element("div", { className: "kv-side-række" });
      slugs.forEach((slug, at) => {
        const own = element("div", { className: "kv-side-kommune" });
        own.append(element("h3", {}, nameOf(slug)));
        const found = all[at].get(id);
        if (found) own.append(...found.parts.map((one) => one.cloneNode(true)));
        else own.append(element("p", { className: "kv-none" }, "Ikke beskrevet i standarden."));
        list.append(own);
      });
      part.append(list);
      side.append(part);
    }
    side.hidden = false;
  };

  const compare = async () => {
    const slugs = chosen();
    history.replaceState(null, "", slugs.length ? `#${slugs.join(",")}` : location.pathname + location.search);
    const number = ++asked;
    if (slugs.length < 2) {
      side.hidden = true;
      side.replaceChildren();
      status.textContent = slugs.length ? "Vælg en kommune mere." : "";
      return;
    }
    status.textContent = "Henter …";
    try {
      const all = await Promise.all(slugs.map(fetchSections));
      if (number !== asked) return; // somebody has chosen anew since
      showSide(slugs, all);
      status.textContent = `${slugs.length} kommuner står ved siden af hinanden herunder.`;
    } catch {
      status.textContent = "En af standarderne kan ikke hentes. Prøv igen, eller åbn den på listen nederst.";
    }
  };

  const readAddress = () => {
    const slugs = decodeURIComponent(location.hash.slice(1)).split(",");
    selects.forEach((select, at) => {
      select.value = slugs[at] ?? "";
      if (select.selectedIndex < 0) select.value = "";
    });
    compare();
  };
  form.hidden = false;
  form.addEventListener("change", compare);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", readAddress);
  readAddress();
})();

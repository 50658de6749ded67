// One question at a time: what the links on the page do anyway, without a trace of the answers. The links' own way is
// stopped, so that neither the address nor the history tells what was answered; what was answered is forgotten when the
// page is left, come back to or begun again. The other tools hear of it by two events: `kv-trin` (a part is shown) and
// `kv-ryd` (forget everything).
(() => {
  "use strict";
  const path = document.querySelector("[data-vej]");
  const parts = [...path.querySelectorAll(":scope > .kv-trin")];
  const nav = path.querySelector("[data-nav]");
  const find = (id) => parts.find((part) => part.id === id);
  let taken = []; // the steps before the one that is shown, each with what was settled there
  let shown = parts[0];
  let decision = ""; // "ja" or "nej" once an answer has settled whether there is a decision

  function focusOn(part) {
    const heading = part.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    (part === shown && !nav.hidden ? nav : part).scrollIntoView();
  }

  function show(part) {
    const beside = new Set((part.dataset.udfald ?? "").split(" "));
    if (decision === "ja") beside.add(part.dataset.egen); // a municipality's own way is for those who have a decision
    for (const one of parts) one.hidden = one !== part && !beside.has(one.id);
    for (const one of path.querySelectorAll(":scope > .kv-egen [data-emne]"))
      one.hidden = one.dataset.emne !== part.dataset.emne; // what it says of the subject at hand, not of the others
    shown = part;
    nav.hidden = part === parts[0];
    path.dispatchEvent(new CustomEvent("kv-trin", { detail: part }));
  }

  function step(part, settled) {
    taken.push([shown, decision]);
    decision = settled || decision;
    show(part);
    focusOn(part);
  }

  function forget() {
    taken = [];
    decision = "";
    path.dispatchEvent(new CustomEvent("kv-ryd"));
    show(parts[0]);
  }

  path.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && find(link.hash.slice(1));
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (target === parts[0]) begin();
    else if ("trin" in target.dataset) step(target, link.dataset.afgoerelse);
    else focusOn(target);
  });

  function begin() {
    forget();
    focusOn(parts[0]);
  }

  nav.querySelector("[data-begynd]").addEventListener("click", begin);
  nav.querySelector("[data-tilbage]").addEventListener("click", () => {
    const [part, settled] = taken.pop() ?? [parts[0], ""];
    decision = settled;
    show(part);
    focusOn(part);
  });

  for (const one of path.querySelectorAll("[data-uden-script]")) one.hidden = true;
  for (const one of path.querySelectorAll("[data-script]")) one.hidden = false;
  path.dataset.klar = "";
  addEventListener("pagehide", forget); // also what the browser keeps to go back to is empty
  addEventListener("pageshow", (event) => event.persisted && forget());
  forget();
  const named = find(location.hash.slice(1)); // someone followed a link to one part
  if (named) show(named);
})();

// The two letters: blank on paper, here filled in from the answers and the dates. Nothing is sent, nothing is stored;
// what was written is gone when the page is left. Without the script the letters are there to print and fill in by hand.
(() => {
  "use strict";
  const path = document.querySelector("[data-vej]");
  const CPR = /\d{6}[\s-]?\d{4}/;

  function setUp(letter) {
    const paper = letter.querySelector("[data-papir]");
    const more = letter.querySelector("[data-mere]");
    const warning = letter.querySelector("[data-advarsel]");
    const receipt = letter.querySelector("[data-kvittering]");
    const blanks = new Map([...paper.querySelectorAll("[data-felt]")].map((blank) => [blank, blank.textContent]));
    const say = (name) => letter.querySelector(`[data-tekst="${name}"]`).textContent;
    const part = (name) => paper.querySelector(`[data-del="${name}"]`);

    function fill(name, text) {
      for (const [blank, dots] of blanks) {
        if (blank.dataset.felt !== name) continue;
        blank.textContent = text || dots;
        blank.classList.toggle("kv-udfyldt", Boolean(text));
      }
    }

    function clear() {
      for (const [blank] of blanks) fill(blank.dataset.felt, "");
      more.value = "";
      warning.textContent = "";
      receipt.textContent = "";
    }

    /** Take the lines that the outcome asks for, and its own sentences. */
    function adapt(outcome) {
      if (outcome.dataset.brev !== letter.id) return;
      const chosen = outcome.dataset.dele.split(" ");
      const own = [...outcome.querySelectorAll("[data-linje]")].map((line) => line.textContent.trim()).join(" ");
      for (const one of paper.querySelectorAll("[data-del]"))
        one.hidden = !("altid" in one.dataset || chosen.includes(one.dataset.del));
      for (const tick of paper.querySelectorAll(".kv-kryds")) tick.hidden = true;
      fill("grund", own);
      part("grund").hidden = !own;
      part("mere").hidden = !more.value.trim();
      const now = new Date();
      fill("dato", `${now.getDate()}. ${now.toLocaleString("da", { month: "long" })} ${now.getFullYear()}`);
    }

    function takeDay({ kind, day, last, late }) {
      if (kind === "start") {
        fill("bad", day);
        fill("senest", last);
      } else {
        fill("modtaget", day);
        if (part("sent")) part("sent").hidden = !late;
      }
    }

    /** The lines as they are seen, without what is hidden. */
    function write() {
      const lines = [...paper.querySelectorAll("p")].filter((line) => !line.hidden);
      const words = (line) => [...line.childNodes].filter((node) => !node.hidden).map((node) => node.textContent).join("");
      return lines.map((line) => words(line).replace(/\s+/g, " ").trim()).join("\n\n");
    }

    async function copy() {
      try {
        await navigator.clipboard.writeText(write());
        receipt.textContent = say("kopieret");
      } catch { // not allowed here: let the reader do it
        getSelection().selectAllChildren(paper);
        receipt.textContent = say("markeret");
      }
    }

    function print() {
      letter.classList.add("kv-udskrives");
      addEventListener("afterprint", () => letter.classList.remove("kv-udskrives"), { once: true });
      globalThis.print();
    }

    more.addEventListener("input", () => {
      const text = more.value.trim();
      fill("mere", text);
      part("mere").hidden = !text;
      warning.textContent = CPR.test(text) ? say("ligner-cpr") : "";
    });
    letter.querySelector("[data-kopi]").addEventListener("click", copy);
    letter.querySelector("[data-print]").addEventListener("click", print);
    path.addEventListener("kv-trin", (event) => adapt(event.detail));
    path.addEventListener("kv-dag", (event) => takeDay(event.detail));
    path.addEventListener("kv-ryd", clear);
  }

  for (const letter of path.querySelectorAll("[data-brevet]")) setUp(letter);
})();

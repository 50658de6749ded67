// 'Print' at a subject prints that subject alone: the style sheet leaves the rest out while its address is the page's.
// Without JavaScript the same link shows what to do.
(() => {
  "use strict";
  for (const link of document.querySelectorAll(".kv-print a")) {
    link.addEventListener("click", () => setTimeout(() => print()));
  }
})();

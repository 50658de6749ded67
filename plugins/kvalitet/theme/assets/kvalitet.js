// Leave this page: Shift three times, or the link. The page goes blank first, then another one takes its place, so that
// 'back' does not return here. Without JavaScript the link is a plain link. Nothing is stored, nothing is sent.
(() => {
  "use strict";
  const target = document.body.dataset.leave;
  const WITHIN = 5000; // milliseconds for three presses, so that slow hands count too
  let presses = [];

  const leave = () => {
    document.documentElement.hidden = true;
    document.title = " ";
    location.replace(target);
  };

  document.querySelector(".kv-leave").addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    const now = Date.now();
    presses = [...presses.filter((press) => now - press < WITHIN), now];
    if (presses.length >= 3) leave();
  });

  // Folded parts would be lost on paper; a browser that cannot show them by style alone gets them opened.
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open])")) {
      part.open = true;
      part.dataset.folded = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const part of document.querySelectorAll("details[data-folded]")) part.open = false;
  });
})();

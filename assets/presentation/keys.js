/* The keys of the presentation, for keyboards and clickers: by what a key says, not by where it lies. */
(function () {
  "use strict";
  const main = document.getElementById("presentation");
  if (!main) return;
  const KEYS = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", " ": "on",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
    Home: "first", End: "last", Escape: "close",
  };
  const LETTERS = { n: "on", p: "back", f: "full", b: "black", ".": "black", o: "overview", h: "names", v: "values", t: "table", c: "compare" };
  const STILL_ACT = ["black", "close"];

  function actOf(event) {
    if (event.key === " " && event.shiftKey) return "back";
    return KEYS[event.key] || (main.dataset.letters === "on" ? LETTERS[event.key.toLowerCase()] : undefined);
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const act = actOf(event);
    if (!act || (event.key === " " && event.target.closest("button, a"))) return;
    event.preventDefault();
    const black = document.getElementById("black");
    /* Behind a black screen nobody sees what is shown: the first key brings it back. */
    if (!black.hidden && !STILL_ACT.includes(act)) black.hidden = true;
    else presentation.acts[act]();
  });
})();

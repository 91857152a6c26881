/* The speaker's window: follows the slides of the other window, and moves them. */
(function () {
  "use strict";
  const main = document.getElementById("speaker");
  if (!main) return;
  const channel = new BroadcastChannel("presentation-" + main.dataset.id);
  const notes = [...main.querySelectorAll(".speaker-notes")];
  const slides = [...main.querySelectorAll(".slide")];
  const began = Date.now();

  function show(place) {
    notes.forEach((note, index) => (note.hidden = index !== place));
    slides.forEach((slide, index) => (slide.hidden = index !== place + 1));
    document.getElementById("last").hidden = place + 1 < slides.length;
    presentation.drawAll();
  }

  function tick() {
    const minutes = Math.floor((Date.now() - began) / 60000);
    const seconds = Math.floor((Date.now() - began) / 1000) % 60;
    document.getElementById("clock").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    document.getElementById("elapsed").textContent = minutes + ":" + String(seconds).padStart(2, "0");
  }

  function move(by) {
    channel.postMessage({ move: by });
  }

  channel.addEventListener("message", (event) => event.data.place !== undefined && show(event.data.place));
  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-do]");
    if (button) move(button.dataset.do === "on" ? 1 : -1);
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (["ArrowRight", "PageDown"].includes(event.key)) move(1);
    if (["ArrowLeft", "PageUp"].includes(event.key)) move(-1);
  });

  show(0);
  tick();
  setInterval(tick, 1000);
  channel.postMessage({ ask: true });
})();

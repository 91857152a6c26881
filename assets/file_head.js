/* The head of a client's file: a press copies the number, and the words beside it say so. */
(function () {
  "use strict";

  async function copy(button) {
    const said = button.parentElement.querySelector("[role=status]");
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(button.dataset.copies);
      said.textContent = said.dataset.done;
    } catch {
      said.textContent = said.dataset.refused;
    }
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-copies]");
    if (button) copy(button);
  });
})();

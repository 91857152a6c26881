/* The client's name: not in this window until somebody asked for it, and gone again when it is hidden. */
(function () {
  "use strict";
  const dialog = document.getElementById("ask-name");
  if (!dialog) return;
  const button = document.querySelector('.tools [data-do="names"]');

  function say(name) {
    for (const place of document.querySelectorAll("[data-company]:not(dialog)")) place.textContent = name;
  }

  function names() {
    if (button.getAttribute("aria-pressed") !== "true") return dialog.showModal();
    button.setAttribute("aria-pressed", "false");
    say(dialog.dataset.company);
  }

  async function showName() {
    const answer = await fetch(dialog.dataset.address).catch(() => null);
    const refused = dialog.querySelector(".error");
    refused.hidden = Boolean(answer && answer.ok);
    if (!refused.hidden) return;
    say((await answer.json()).name);
    button.setAttribute("aria-pressed", "true");
    dialog.close();
  }

  Object.assign(presentation.acts, { names, "show-name": showName });
})();

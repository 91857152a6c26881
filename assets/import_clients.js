/* Importing several clients: refuses a file that is too big before it is sent, and follows the result. */
(function () {
  "use strict";
  const LARGEST = 1000000;

  document.addEventListener("change", function (event) {
    const holder = event.target.closest(".upload-holder");
    const file = holder && event.target.files && event.target.files[0];
    if (!file || file.size <= LARGEST) return;
    event.stopPropagation();
    event.target.value = "";
    window.portefeuille.set(holder.dataset.error, { children: holder.dataset.tooBig });
  }, true);

  new MutationObserver(function (changes) {
    const picker = document.querySelector(".upload-holder input[type=file]:not([aria-hidden])");
    if (picker) {
      // The button beside it opens it: a second, nameless stop would only confuse.
      picker.tabIndex = -1;
      picker.setAttribute("aria-hidden", "true");
    }
    for (const change of changes) {
      if (change.target.id === "import-clients-added" && change.addedNodes.length) change.target.focus();
      if (change.target.id === "import-clients-result" && !document.querySelector("#import-clients-added > *")) {
        const title = change.target.querySelector(".result-title");
        if (title) title.focus();
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();

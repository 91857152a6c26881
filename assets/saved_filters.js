/* Saved filters: one click asks the list their question, and the dialog keeps what the list asks now. */
(function () {
  "use strict";
  const portefeuille = (window.portefeuille = window.portefeuille || {});

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a.saved-filter");
    if (link) portefeuille.onPlainClick(event, () => portefeuille.takeQuestion(link.search));
  });

  /* Before Dash hears the click: what is saved is what the list asked when the dialog was opened. */
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#saved-filters-open")) return;
    portefeuille.set("saved-filters-place", { "data-question": portefeuille.askedNow() });
  }, true);

  /* What had the focus may be gone, or hidden with the last filter that could be changed. */
  function keepFocus() {
    const dialog = document.getElementById("saved-filters");
    const here = document.activeElement;
    if (dialog && dialog.open && (here === document.body || !here.getClientRects().length)) document.getElementById("saved-filters-name").focus();
  }

  new MutationObserver(function (changes) {
    for (const change of changes) {
      if (change.attributeName !== "data-drawn") keepFocus();
      else portefeuille.show(document.getElementById("saved-filters"), document.getElementById("saved-filters-name"));
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-drawn", "hidden"] });
})();

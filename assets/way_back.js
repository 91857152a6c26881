/* The way back to the client list as it was left. */
(function () {
  "use strict";
  const LIST = "portefeuille.list";
  const shared = (window.portefeuille = window.portefeuille || {});

  /* `query` holds no register number: the list keeps those out of its address. */
  shared.keepList = (query) => sessionStorage.setItem(LIST, query);
  shared.listAddress = () => "/clients" + (sessionStorage.getItem(LIST) || "");

  /* The address itself, so that the link may also be opened beside this page. */
  function leadBack() {
    for (const link of document.querySelectorAll(".back-link")) {
      if (link.getAttribute("href") !== shared.listAddress()) link.setAttribute("href", shared.listAddress());
    }
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest(".back-link");
    if (link) shared.visitOnPlainClick(event, link.getAttribute("href"));
  });

  /* Who signs in next finds the whole list. */
  document.addEventListener("submit", function (event) {
    if (event.target.matches('[action="/sign-out"]')) sessionStorage.removeItem(LIST);
  });

  new MutationObserver(leadBack).observe(document.documentElement, { childList: true, subtree: true });
})();

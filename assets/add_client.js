/* The dialog that adds a client, and what dialogs and banners share: opening, steps, focus, news of the list. */
(function () {
  "use strict";
  const portefeuille = (window.portefeuille = window.portefeuille || {});
  const PREFIXES = ["TVA", "BTW", "VAT", "MWST", "BE", "TVA", "BTW", "VAT"];
  const BANNERS = ["message", "add-client-status", "remove-client-banner", "remove-client-restored"];
  const WAIT_FOR_ROW_MS = 4000;

  portefeuille.set = function (id, properties) {
    if (document.getElementById(id)) window.dash_clientside.set_props(id, properties);
  };

  portefeuille.empty = function (id) { portefeuille.set(id, { children: [] }); };

  portefeuille.show = function (dialog, first) {
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("[data-alert]").textContent = "";
    if (first) first.focus();
  };

  portefeuille.askToAdd = function (number) {
    const dialog = document.getElementById("add-client");
    if (!dialog) return;
    for (const place of ["found", "request", "summary", "sent", "number-error", "choice-error"]) portefeuille.empty("add-client-" + place);
    portefeuille.set("add-client-number", { value: number || "" });
    portefeuille.set("add-client-choice", { value: null });
    BANNERS.forEach(portefeuille.empty);
    recognise(dialog, number || "");
    portefeuille.show(dialog, document.getElementById("add-client-number"));
  };

  /* Neutral help while typing: the server checks the number, this only names its kind. */
  portefeuille.kindOf = function (text) {
    let kept = text.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "");
    for (const prefix of PREFIXES) if (kept.startsWith(prefix)) kept = kept.slice(prefix.length);
    if (!/^[0-9]+$/.test(kept)) return "";
    if (kept.length === 9) kept = "0" + kept;
    if (kept.length === 11) return Number(kept.slice(2, 4)) >= 20 ? "bis" : "register";
    return kept.length === 10 && "01".includes(kept[0]) ? "enterprise" : "";
  };

  function recognise(dialog, text) {
    const kind = portefeuille.kindOf(text);
    const place = dialog.querySelector(".recognised");
    dialog.dataset.kind = kind;
    const sentence = kind ? place.dataset[kind] : "";
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  portefeuille.go = function (path) {
    if (location.pathname === path) return;
    history.pushState({}, "", path);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  };

  /* Tells the list that its lines changed; a list that does not listen is asked again through its search field. */
  portefeuille.listChanged = function (id) {
    const news = new CustomEvent("portefeuille:list-changed", { detail: { id: id }, cancelable: true });
    const search = document.getElementById("client-list-search");
    if (document.dispatchEvent(news) && search) search.dispatchEvent(new Event("input", { bubbles: true }));
  };

  portefeuille.focusRow = function (id, otherwise) {
    const until = Date.now() + WAIT_FOR_ROW_MS;
    const start = document.activeElement;
    (function look() {
      if (![start, document.body].includes(document.activeElement)) return;
      const link = document.querySelector('#client-list-rows a[href^="/clients/' + CSS.escape(id) + '/"]');
      if (link) {
        link.closest("tr, li") && link.closest("tr, li").classList.add("is-new");
        link.focus();
      } else if (Date.now() < until) setTimeout(look, 100);
      else if (otherwise && document.activeElement === document.body) otherwise.focus();
    })();
  };

  let path = location.pathname;
  let awaited = null;

  /* Goes to the list, where the banner stays until the next page. */
  portefeuille.toList = function (id, address) {
    const moves = location.pathname !== "/clients" && location.pathname !== "/";
    if (moves) awaited = "/clients";
    if (moves) portefeuille.go(address);
    else portefeuille.listChanged(id);
  };

  function leavePage() {
    if (location.pathname === path) return;
    path = location.pathname;
    if (path !== awaited) BANNERS.forEach(portefeuille.empty);
    awaited = null;
  }

  function dismiss(banner) {
    portefeuille.empty(banner);
    (document.getElementById("client-list-search") || document.querySelector("main")).focus();
  }

  document.addEventListener("click", function (event) {
    const hit = (name) => event.target.closest("[" + name + "]");
    if (hit("data-add-client")) portefeuille.askToAdd(hit("data-add-client").dataset.number);
    else if (hit("data-close")) hit("data-close").closest("dialog").close();
    else if (hit("data-back")) portefeuille.empty(hit("data-back").dataset.back);
    else if (hit("data-dismiss")) dismiss(hit("data-dismiss").dataset.dismiss);
    else if (event.target.closest("dialog a[href]")) event.target.closest("dialog").close();
  });

  document.addEventListener("input", function (event) {
    if (event.target.id === "add-client-number") recognise(document.getElementById("add-client"), event.target.value);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !event.target.closest("#add-client") || event.target.tagName !== "INPUT") return;
    if (event.target.id === "add-client-number") return;
    const step = event.target.closest(".step");
    const next = step && step.querySelector(".btn-primary");
    if (next) { event.preventDefault(); next.click(); }
  });

  /* A key that went down on Back comes up on the number field: that Enter must not check the number again. */
  let pressed = null;
  document.addEventListener("keydown", (event) => { pressed = event.target; }, true);
  for (const name of ["keypress", "keyup"]) {
    document.addEventListener(name, function (event) {
      if (event.target.id === "add-client-number" && event.target !== pressed) event.stopPropagation();
    }, true);
  }

  /* After each answer of the server the focus goes to what is new: a step's heading, else the field in question. */
  function follow(dialog) {
    const steps = Array.from(dialog.querySelectorAll(".step")).filter((step) => step.childElementCount);
    const current = steps[steps.length - 1];
    if (!current || current === dialog.shownStep) return;
    const first = dialog.shownStep === undefined;
    dialog.shownStep = current;
    const heading = current.querySelector(".step-title");
    if (!first && dialog.open) (heading || current.querySelector("input")).focus();
  }

  function repeatMessage(message) {
    const dialog = document.querySelector("dialog[open]");
    const alert = dialog && dialog.querySelector("[data-alert]");
    if (alert) alert.textContent = message.textContent;
  }

  function showAdded(status) {
    const id = status.dataset.added.split(":")[1];
    const dialog = document.getElementById("add-client");
    if (dialog) dialog.close();
    portefeuille.empty("remove-client-banner");
    portefeuille.toList(id, "/clients");
    portefeuille.focusRow(id, status);
  }

  new MutationObserver(function (changes) {
    leavePage();
    for (const change of changes) {
      const place = change.target;
      if (change.type === "attributes") { if (place.dataset.added) showAdded(place); continue; }
      if (place.id === "message") repeatMessage(place);
    }
    const dialog = document.getElementById("add-client");
    if (dialog) follow(dialog);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-added"] });
})();

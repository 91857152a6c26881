/* Small functions for the browser: the page's title, the current link, focus after a page change. */
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.portefeuille = {};
(function () {
  "use strict";

  function titled(main) {
    document.title = (main.dataset.title || "") + " – Portefeuille";
  }

  function focusHeading(main) {
    const heading = main.querySelector("h1");
    if (heading && !main.contains(document.activeElement)) heading.focus();
  }

  function markCurrent() {
    const path = location.pathname;
    for (const link of document.querySelectorAll(".nav-link")) {
      const here = path === link.getAttribute("href") || (link.getAttribute("href") === "/clients" && path.startsWith("/clients"));
      here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
    }
    for (const tab of document.querySelectorAll(".tab")) {
      const current = tab.classList.contains("current");
      current ? tab.setAttribute("aria-current", "page") : tab.removeAttribute("aria-current");
      if (current) tab.scrollIntoView({ block: "nearest", inline: "center" });
    }
  }

  /* What is chosen, searched or opened on a page is in its address, which the other language keeps. */
  document.addEventListener("submit", function (event) {
    if (event.target.matches("form.stays-here")) event.target.action = "/language?next=" + encodeURIComponent(location.pathname + location.search);
  });

  document.addEventListener("change", function (event) {
    if (!event.target.closest(".chooser")) return;
    const query = new URLSearchParams(location.search);
    query.set("period", document.getElementById("figures-period").value);
    query.set("compare", document.querySelector("#figures-comparison input:checked").value);
    query.set("topic", document.querySelector("#figures-topic input:checked").value);
    history.replaceState(history.state, "", location.pathname + "?" + query);
  });

  /* Back and Forward change the address, and the choices follow it; with whom to compare is remembered where it says nothing. */
  window.addEventListener("popstate", function () {
    const period = document.getElementById("figures-period");
    if (!period) return;
    const query = new URLSearchParams(location.search);
    const chosen = { period: query.get("period") || period.options[0].value, comparison: query.get("compare"), topic: query.get("topic") };
    for (const [name, value] of Object.entries(chosen)) {
      if (value !== null) window.dash_clientside.set_props("figures-" + name, { value: value });
    }
  });

  /* The focus goes to what an address opens above the strips, and back to its link when it closes. */
  let opened = null;
  function followDetail() {
    const drawn = document.querySelector(".strips");
    const title = document.getElementById("detail-title");
    const now = title ? title.dataset.opened : "";
    if (!drawn) opened = null;
    else if (opened === null) opened = now;
    else if (now !== opened) {
      const left = opened;
      opened = now;
      const target = title || document.querySelector(':is(.strip-name, .question-link)[href$="' + CSS.escape(left) + '"]');
      if (target) target.focus();
    }
  }

  let shown = null;
  new MutationObserver(function () {
    const main = document.querySelector("main");
    if (!main) return;
    followDetail();
    const screen = main.dataset.title + location.pathname;
    if (main.dataset.title && screen !== shown && main.querySelector("h1")) {
      titled(main);
      markCurrent();
      if (shown !== null) focusHeading(main);
      shown = screen;
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-title"] });
})();

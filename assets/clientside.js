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
    query.set("compare", document.querySelector(".chooser input:checked").value);
    history.replaceState(history.state, "", location.pathname + "?" + query);
  });

  /* Back and Forward change the address: the choices follow it, and an address without choices means the first of each. */
  window.addEventListener("popstate", function () {
    const period = document.getElementById("figures-period");
    if (!period) return;
    const query = new URLSearchParams(location.search);
    const first = { period: period.options[0].value, compare: document.querySelector(".chooser input").value };
    for (const [name, id] of [["period", "figures-period"], ["compare", "figures-comparison"]]) {
      window.dash_clientside.set_props(id, { value: query.get(name) || first[name] });
    }
  });

  /* The focus goes to a metric's detail when it opens, and back to the metric when it closes. */
  let opened = null;
  function followDetail() {
    const drawn = document.querySelector(".strips");
    const title = document.getElementById("detail-title");
    const metric = title ? title.dataset.metric : "";
    if (!drawn) opened = null;
    else if (opened === null) opened = metric;
    else if (metric !== opened) {
      const left = opened;
      opened = metric;
      const target = title || document.querySelector('.strip-name[href$="metric=' + CSS.escape(left) + '"]');
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

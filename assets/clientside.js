/* Small functions for the browser: the page's title, focus after a page change, aria on fields. */
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

  // Dash fields take no aria properties: a wrapper carries them, and this copies them to the field inside.
  function describeFields() {
    for (const holder of document.querySelectorAll("[data-field]")) {
      const field = holder.querySelector("input, textarea, select");
      if (!field) continue;
      set(field, "aria-describedby", holder.dataset.describedby);
      set(field, "aria-invalid", isRefused(holder) ? "true" : "");
      set(field, "aria-label", holder.dataset.label);
    }
  }

  /* A field whose error says something is invalid: nobody has to say it twice. */
  function isRefused(holder) {
    const said = (holder.dataset.describedby || "").split(" ").map((id) => document.getElementById(id));
    return holder.dataset.invalid === "true" || said.some((one) => one && one.classList.contains("error") && one.textContent);
  }

  function set(element, name, value) {
    if (!value) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
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
    describeFields();
    followDetail();
    const screen = main.dataset.title + location.pathname;
    if (main.dataset.title && screen !== shown && main.querySelector("h1")) {
      titled(main);
      markCurrent();
      if (shown !== null) focusHeading(main);
      shown = screen;
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-title", "data-invalid", "data-describedby"] });
})();

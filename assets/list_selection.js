/* Several clients at once: a box before each name, what is selected, and what the bar needs to act on it. */
(function () {
  "use strict";
  const portefeuille = (window.portefeuille = window.portefeuille || {});
  const chosen = new Set();
  let shownBar = null;

  const bar = () => document.getElementById("selection-bar");
  const rows = () => [...document.querySelectorAll("#client-list-rows tr[data-client]")];

  function box(row) {
    const made = document.createElement("input");
    const name = row.querySelector(".client-name").textContent;
    Object.assign(made, { type: "checkbox", className: "client-box", ariaLabel: bar().dataset.box.replace("{title}", () => name) });
    row.querySelector("td").prepend(made);
    return made;
  }

  /* The boxes show what is selected, in the rows that are there now. */
  function dress() {
    if (!bar()) return;
    for (const row of rows()) (row.querySelector(".client-box") || box(row)).checked = chosen.has(row.dataset.client);
  }

  function tell() {
    dress();
    const count = bar() && bar().querySelector(".selection-count");
    if (!count) return;
    count.textContent = count.dataset.count.replace("{n}", chosen.size.toLocaleString(document.documentElement.lang));
    portefeuille.set("selection-chosen", { "data-chosen": [...chosen].join(" ") });
  }

  function put(row, on) {
    if (on) chosen.add(row.dataset.client);
    else chosen.delete(row.dataset.client);
    tell();
  }

  function clear() {
    chosen.clear();
    tell();
  }

  async function selectAll() {
    const found = await portefeuille.askList("/ids");
    for (const id of found.ids) chosen.add(id);
    tell();
  }

  function begin() {
    shownBar = bar();
    document.getElementById("selection-open").setAttribute("aria-pressed", "true");
    clear();
  }

  function end() {
    chosen.clear();
    for (const made of document.querySelectorAll(".client-box")) made.remove();
    portefeuille.empty("selection-place");
    const opener = document.getElementById("selection-open");
    opener.setAttribute("aria-pressed", "false");
    opener.focus();
  }

  /* Space selects the client that has the focus; with Shift the arrows take their neighbours along. */
  function inRows(event) {
    const name = bar() && event.target.closest("#client-list-rows .client-name");
    if (!name) return;
    const row = name.closest("tr");
    const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
    if (event.key === " ") put(row, !chosen.has(row.dataset.client));
    else if (event.shiftKey && next) extend(row, next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function extend(row, next) {
    chosen.add(row.dataset.client);
    put(next, true);
    next.querySelector(".client-name").focus();
  }

  document.addEventListener("keydown", inRows, true);

  /* Pressed again, the button ends the selection, and Dash need not hear it. */
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#selection-open") || !bar()) return;
    event.stopPropagation();
    end();
  }, true);

  document.addEventListener("click", function (event) {
    if (event.target.closest(".selection-all")) selectAll().catch(() => portefeuille.refreshList());
    else if (event.target.closest(".selection-none")) clear();
    else if (event.target.closest(".selection-end")) end();
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches(".client-box")) put(event.target.closest("tr"), event.target.checked);
  });

  document.addEventListener("submit", function (event) {
    if (!event.target.matches(".selection-export")) return;
    event.target.querySelector("[name=clients]").value = [...chosen].join(" ");
    if (chosen.size) return;
    event.preventDefault();
    portefeuille.set("selection-answer", { children: bar().dataset.nothing });
  });

  /* For the list and the dialog that removes. */
  portefeuille.dressRows = dress;
  portefeuille.forgetChosen = function (ids) {
    for (const id of ids) chosen.delete(id);
    tell();
  };

  new MutationObserver(function (changes) {
    for (const change of changes) {
      if (change.attributeName === "data-changed") portefeuille.refreshList();
      else if (bar() !== shownBar) begin();
    }
  }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ["data-changed", "data-selecting"] });
})();

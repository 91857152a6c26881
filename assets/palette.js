/* The command palette (Ctrl+K) and the help about keys: native dialogs, so that the focus stays inside. */
(function () {
  "use strict";
  const MOST_CLIENTS = "8";
  const shared = (window.portefeuille = window.portefeuille || {});
  let running = null;
  let current = null;
  let moved = false;
  let entered = false;

  const dialog = () => document.getElementById("palette");
  const field = () => document.getElementById("palette-field");
  const options = () => [...document.querySelectorAll("#palette-options .palette-option")].filter((one) => !one.hidden);
  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  function open() {
    if (document.querySelector("dialog[open], .modal.show")) return;
    describe();
    tabs();
    dialog().showModal();
    savedFilters().catch(() => null); // the answer about clients says when nothing answers
    shared.write(field(), "");
    field().focus();
  }

  function describe() {
    const roles = { role: "combobox", "aria-expanded": "true", "aria-controls": "palette-options", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(roles)) field().setAttribute(name, value);
    document.querySelectorAll("#palette-options .palette-option").forEach(numbered);
  }

  let made = 0;
  function numbered(option) {
    if (!option.id) option.id = "palette-option-" + (made += 1);
    option.setAttribute("aria-selected", "false");
    return option;
  }

  function optionOf(children, data) {
    const option = document.createElement("div");
    option.className = "palette-option";
    option.setAttribute("role", "option");
    option.append(...children);
    Object.assign(option.dataset, data);
    return numbered(option);
  }

  /* The tabs of the client whose file is open, from the page itself. */
  function tabs() {
    const links = [...document.querySelectorAll(".tab-bar a")];
    const made = links.map((link) => optionOf([link.textContent], { href: link.getAttribute("href") }));
    document.querySelector("[data-group=tabs]").replaceChildren(...made);
  }

  /* Asked apart from the clients, so that whoever types at once finds them too. */
  async function savedFilters() {
    const answer = await shared.answered(await fetch("/api/saved-filters"));
    const made = answer.filters.map((one) => optionOf([one.name], { search: one.href.slice(one.href.indexOf("?")) }));
    document.querySelector("[data-group=filters]").replaceChildren(...made);
    narrow(field().value.trim());
  }

  async function search() {
    const typed = field().value.trim();
    moved = entered = false;
    narrow(typed);
    if (running) running.abort();
    const mine = (running = new AbortController());
    try {
      const asked = typed ? shared.request({ q: typed, limit: MOST_CLIENTS }, mine.signal) : fetch("/api/clients/recent", { signal: mine.signal });
      const answer = await shared.answered(await asked);
      if (mine === running) found(answer.rows);
    } catch (error) {
      if (error.name !== "AbortError") missed();
    }
  }

  const failure = () => document.querySelector(".palette-failure");

  /* Enter that was pressed before the answer counts once it is there. */
  function found(rows) {
    running = null;
    failure().hidden = true;
    clients(rows);
    if (entered && dialog().open) choose(current);
  }

  function missed() {
    running = null;
    failure().hidden = false;
    clients([]);
  }

  function clients(rows) {
    const made = rows.map((row) => {
      const name = document.createElement("span");
      const number = document.createElement("span");
      number.className = "palette-number";
      name.append(...shared.marked(row.name));
      number.append(...shared.marked(row.number));
      return optionOf([name, number], { href: row.href });
    });
    document.querySelector("[data-group=clients]").replaceChildren(...made);
    tidy();
  }

  function narrow(typed) {
    const words = folded(typed).split(/\s+/).filter(Boolean);
    for (const option of document.querySelectorAll("#palette-options .palette-option")) {
      if (option.closest("[data-group=clients]")) continue;
      option.hidden = !words.every((word) => folded(option.textContent).includes(word));
    }
    tidy();
  }

  function tidy() {
    for (const group of document.querySelectorAll(".palette-group")) {
      group.hidden = ![...group.querySelectorAll(".palette-option")].some((option) => !option.hidden);
    }
    document.querySelector(".palette-nothing").hidden = options().length > 0 || !failure().hidden;
    if (!moved || !options().includes(current)) select(options()[0]);
  }

  function select(option) {
    if (current) current.setAttribute("aria-selected", "false");
    current = option || null;
    if (!current) return field().removeAttribute("aria-activedescendant");
    current.setAttribute("aria-selected", "true");
    field().setAttribute("aria-activedescendant", current.id);
    current.scrollIntoView({ block: "nearest" });
  }

  function move(key) {
    const all = options();
    const place = all.indexOf(current);
    moved = true;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    select(all[(place + step + all.length) % all.length]);
  }

  function choose(option) {
    entered = false;
    if (!option) return;
    dialog().close();
    const { href, search, action, language, opens } = option.dataset;
    if (href) shared.visit(href);
    if (search) shared.takeQuestion(search);
    if (opens) document.getElementById(opens).showModal();
    if (action === "add") add();
    if (language) document.querySelector('form.stays-here button[value="' + CSS.escape(language) + '"]').click();
  }

  function add() {
    if (shared.askToAdd) shared.askToAdd("");
    else shared.visit("/clients");
  }

  function pressed(event) {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k" && dialog()) {
      event.preventDefault();
      open();
    } else if (dialog() && dialog().open && event.target === field()) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        move(event.key);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (running && !moved) entered = true;
        else choose(current);
      }
    }
  }

  function clicked(event) {
    const opener = event.target.closest("button[data-opens]");
    const option = event.target.closest(".palette-option");
    if (opener) opener.dataset.opens === "palette" ? open() : document.getElementById(opener.dataset.opens).showModal();
    else if (option) choose(option);
    else if (event.target.closest("[data-closes]") || event.target.matches("dialog.palette, dialog.shortcuts")) event.target.closest("dialog").close();
  }

  document.addEventListener("keydown", pressed, true);
  document.addEventListener("click", clicked);
  document.addEventListener("input", (event) => { if (event.target.id === "palette-field") search(); });
})();

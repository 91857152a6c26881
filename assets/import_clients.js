/* Importing several clients: refuses a file that is too big before it is sent, sends the orders of a line, follows. */
(function () {
  "use strict";
  const functions = (window.dash_clientside.portefeuille = window.dash_clientside.portefeuille || {});
  const LARGEST = 1000000;
  const CONTROLS = "input, button";
  let orders = 0;
  let awaited = null;

  const find = (id) => document.getElementById("import-clients-" + id);

  functions.show_lines = function (shown) { return shown || "all"; };

  function send(row, what, value) {
    if (!row) return;
    const line = Number(row.dataset.line);
    orders += 1;
    awaited = { line: line, what: what };
    const order = JSON.stringify({ line: line, do: what, value: value, turn: orders });
    window.portefeuille.set("import-clients-order", { "data-order": order });
  }

  function press(button) {
    const row = button.closest("tr[data-line]");
    const field = row && row.querySelector(".line-actions input");
    send(row, button.dataset.do, button.dataset.do === "check" && field ? field.value : "");
  }

  /* All boxes at once: the last message is then right whatever happened to the ones before. */
  function sendTicks() {
    const boxes = Array.from(document.querySelectorAll("tr[data-line] .tick input"));
    const left = boxes.filter((box) => !box.checked).map((box) => box.closest("tr").dataset.line);
    window.portefeuille.set("import-clients-ticks", { "data-left-out": left.join(",") });
  }

  function refuseBigFile(event) {
    const holder = event.target.closest(".upload-holder");
    const file = holder && event.target.files && event.target.files[0];
    if (!file || file.size <= LARGEST) return;
    event.stopPropagation();
    event.target.value = "";
    window.portefeuille.set(holder.dataset.error, { children: holder.dataset.tooBig });
  }

  document.addEventListener("change", refuseBigFile, true);

  document.addEventListener("change", function (event) {
    if (event.target.closest("[data-choose]")) send(event.target.closest("tr[data-line]"), "choose", event.target.value);
    else if (event.target.closest(".tick")) sendTicks();
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest && event.target.closest("button[data-do]");
    if (button) press(button);
  });

  document.addEventListener("keydown", function (event) {
    const row = event.target.closest && event.target.closest("tr[data-line]");
    if (!row || event.target.type !== "text") return;
    const what = { Enter: "check", Escape: "keep" }[event.key];
    const button = what && row.querySelector('button[data-do="' + what + '"]');
    if (button) { event.preventDefault(); press(button); }
  });

  function isShown(element) { return element.getClientRects().length > 0; }

  /* After an answer the focus stays in the line, or goes to the next line that is shown. */
  function followLine() {
    const row = document.querySelector('tr[data-line="' + awaited.line + '"]');
    const what = awaited.what;
    const here = document.activeElement;
    awaited = null;
    const moved = here !== document.body && !(row && row.contains(here));
    if (!row || moved || row.contains(here) && isShown(here)) return;
    if (isShown(row)) focusIn(row, what);
    else focusAfter(row);
  }

  function focusIn(row, what) {
    const chosen = what === "choose" && row.querySelector("[data-choose] input:checked");
    (chosen || row.querySelector("input") || row.querySelector(CONTROLS) || row.querySelector(".line-result")).focus();
  }

  function focusAfter(row) {
    let next = row.nextElementSibling;
    while (next && !(isShown(next) && next.querySelector(CONTROLS))) next = next.nextElementSibling;
    (next ? next.querySelector(CONTROLS) : find("show")).focus();
  }

  function hidePicker() {
    const picker = document.querySelector(".upload-holder input[type=file]:not([aria-hidden])");
    if (!picker) return;
    // The button beside it opens it: a second, nameless stop would only confuse.
    picker.tabIndex = -1;
    picker.setAttribute("aria-hidden", "true");
  }

  function followResult(place) {
    if (document.querySelector("#import-clients-added > *")) return;
    const title = place.querySelector(".result-title");
    const field = find("text");
    if (title) title.focus();
    else if (field && document.activeElement === document.body) field.focus();
  }

  new MutationObserver(function (changes) {
    hidePicker();
    const rows = find("rows");
    for (const change of changes) {
      if (change.target.id === "import-clients-added" && change.addedNodes.length) change.target.focus();
      if (change.target.id === "import-clients-result") followResult(change.target);
    }
    if (awaited && rows && changes.some((change) => rows.contains(change.target))) requestAnimationFrame(() => awaited && followLine());
  }).observe(document.documentElement, { childList: true, subtree: true });
})();

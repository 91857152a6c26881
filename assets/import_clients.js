/* Importing several clients: refuses a file that is too big before it is sent, sends the orders of a line, follows. */
(function () {
  "use strict";
  const LARGEST = 1000000;
  let orders = 0;
  let awaited = null;

  const find = (id) => document.getElementById("import-clients-" + id);

  function send(row, what, value) {
    if (!row) return;
    const line = Number(row.dataset.line);
    orders += 1;
    awaited = { line: line, what: what };
    const place = Array.from(row.parentElement.children).indexOf(row);
    const order = JSON.stringify({ line: line, row: place, do: what, value: value, turn: orders });
    window.portefeuille.set("import-clients-order", { "data-order": order });
  }

  function press(button) {
    const row = button.closest("tr[data-line]");
    const field = row && row.querySelector(".line-actions input");
    send(row, button.dataset.do, button.dataset.do === "check" && field ? field.value : "");
  }

  /* All lines left out at once: the last message is then right whatever happened to the ones before. */
  function sendTick(box) {
    const left = new Set((find("ticks").dataset.leftOut || "").split(",").filter(Boolean));
    left[box.checked ? "delete" : "add"](box.closest("tr").dataset.line);
    window.portefeuille.set("import-clients-ticks", { "data-left-out": Array.from(left).join(",") });
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
    else if (event.target.closest(".tick")) sendTick(event.target);
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

  /* After an answer the focus stays in the line. */
  function followLine() {
    const row = document.querySelector('tr[data-line="' + awaited.line + '"]');
    const what = awaited.what;
    const here = document.activeElement;
    awaited = null;
    const moved = here !== document.body && !(row && row.contains(here));
    if (!row || moved || row.contains(here) && isShown(here)) return;
    focusIn(row, what);
  }

  function focusIn(row, what) {
    const chosen = what === "choose" && row.querySelector("[data-choose] input:checked");
    (chosen || row.querySelector("input, button") || row.querySelector(".line-result")).focus();
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

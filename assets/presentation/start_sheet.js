/* The start sheet: charts change places, and at least one is chosen. */
(function () {
  "use strict";
  const form = document.querySelector(".start-form");
  if (!form) return;

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const row = button.closest("li");
    const other = button.dataset.move === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    button.dataset.move === "up" ? other.before(row) : other.after(row);
    button.focus();
  });

  form.addEventListener("submit", function (event) {
    const chosen = form.querySelector("input[name=slides]:checked");
    document.getElementById("no-slides").hidden = Boolean(chosen);
    if (chosen) return;
    event.preventDefault();
    form.querySelector("input[name=slides]").focus();
  });
})();

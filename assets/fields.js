/* Fields and their errors: a field says what is wrong with it, and a refused form leads there. */
(function () {
  "use strict";
  const portefeuille = (window.portefeuille = window.portefeuille || {});
  const FORMS = ".step, .form, .own-words-form, .import-form";

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

  /* The field that an error is about: where one of several is to be chosen, the first. */
  function fieldOf(error) {
    const choices = error.closest("fieldset");
    return choices ? choices.querySelector("input") : document.querySelector('[aria-describedby~="' + error.id + '"]');
  }

  function focusField(error) {
    const dialog = error.closest("dialog");
    const field = (!dialog || dialog.open) && fieldOf(error);
    if (field) field.focus();
  }

  /* The same error twice would change nothing on the page: without the first, the second leads the focus again. */
  function forgetErrors(form) {
    for (const error of form.querySelectorAll(".error[id]:not(:empty)")) portefeuille.empty(error.id);
  }

  document.addEventListener("click", function (event) {
    const form = event.target.closest("button") && event.target.closest(FORMS);
    if (form) forgetErrors(form);
  });

  document.addEventListener("keydown", function (event) {
    const form = event.key === "Enter" && event.target.tagName === "INPUT" && event.target.closest(FORMS);
    if (form) forgetErrors(form);
  });

  const saysError = (place) => place.id && place.classList.contains("error") && place.childNodes.length;

  new MutationObserver(function (changes) {
    describeFields();
    const refused = changes.filter((change) => change.type === "childList").map((change) => change.target).find(saysError);
    if (refused) focusField(refused);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-invalid", "data-describedby"] });
})();

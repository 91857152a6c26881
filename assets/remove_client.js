/* The dialog that removes a client, the banner that undoes it, and the dialog that withdraws a request. */
(function () {
  "use strict";
  const portefeuille = (window.portefeuille = window.portefeuille || {});

  function filled(template, name) { return template.split("{name}").join(name); }

  portefeuille.askRemoval = function (id, name) {
    const dialog = document.getElementById("remove-client");
    if (!dialog) return;
    portefeuille.set("remove-client-title", { children: filled(dialog.dataset.question, name) });
    portefeuille.set("remove-client-client", { "data-client": id });
    portefeuille.empty("remove-client-names");
    ask(dialog);
  };

  function ask(dialog) {
    portefeuille.empty("remove-client-error");
    portefeuille.show(dialog, dialog.querySelector(".cancel"));
  }

  portefeuille.askWithdrawal = function (reference) {
    const dialog = document.getElementById("withdraw-request");
    if (!dialog) return;
    document.getElementById("withdraw-request-title").textContent = filled(dialog.dataset.question, reference);
    portefeuille.set("withdraw-request-reference", { "data-reference": reference });
    portefeuille.show(dialog, dialog.querySelector(".cancel"));
  };

  document.addEventListener("click", function (event) {
    const remove = event.target.closest("[data-remove]");
    const withdraw = event.target.closest("[data-withdraw]");
    if (remove) portefeuille.askRemoval(remove.dataset.remove, remove.dataset.name);
    if (withdraw) portefeuille.askWithdrawal(withdraw.dataset.withdraw);
    if (event.target.closest("#withdraw-request-confirm")) {
      document.getElementById("withdraw-request").close();
      focusAnswer(document.getElementById("withdraw-request-status"));
    }
    const restore = event.target.closest("[data-answers]");
    if (restore) focusAnswer(restore.closest(restore.dataset.answers));
  });

  /* The button that was pressed goes away with the answer: the focus moves to the answer. */
  function focusAnswer(place) {
    new MutationObserver(function (_changes, observer) {
      observer.disconnect();
      place.focus();
    }).observe(place, { childList: true });
  }

  function idsOf(text) { return text.split(":")[1].split(" "); }

  function showRemoved(banner) {
    const ids = idsOf(banner.dataset.removed);
    const id = ids.find((one) => location.pathname.startsWith("/clients/" + one + "/")) || ids[0];
    document.getElementById("remove-client").close();
    portefeuille.empty("remove-client-restored");
    portefeuille.empty("add-client-status");
    if (portefeuille.forgetChosen) portefeuille.forgetChosen(ids);
    const leaves = location.pathname.startsWith("/clients/" + id + "/");
    if (leaves) portefeuille.toList(id, portefeuille.listAddress());
    else portefeuille.listChanged(id);
    focusUndo(60, leaves);
  }

  /* The row or page that opened the dialog is gone: the way back is the next thing to reach, once the page is drawn. */
  function focusUndo(tries, leaves) {
    const undo = document.getElementById("remove-client-undo");
    const drawn = !leaves || document.activeElement.tagName === "H1";
    if (undo && (drawn || !tries)) undo.focus();
    else if (tries) setTimeout(focusUndo, 50, tries - 1, leaves);
  }

  function showRestored(banner) {
    const [id] = idsOf(banner.dataset.restored);
    portefeuille.empty("remove-client-banner");
    banner.focus();
    portefeuille.listChanged(id);
    if (document.getElementById("client-list-rows")) portefeuille.focusRow(id, banner);
  }

  new MutationObserver(function (changes) {
    for (const change of changes) {
      if (change.attributeName === "data-asked") ask(document.getElementById("remove-client"));
      else if (change.attributeName === "data-removed") showRemoved(change.target);
      else showRestored(change.target);
    }
  }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ["data-asked", "data-removed", "data-restored"] });
})();

/* The tab documents: search and filters, what a selection needs, and marks that go once a document is taken. */
(function () {
  "use strict";
  const functions = (window.dash_clientside.portefeuille = window.dash_clientside.portefeuille || {});

  // The same folding as on the server: without accents and case.
  function plain(text) {
    return text.toLowerCase().replace(/ß/g, "ss").replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/\p{M}/gu, "");
  }

  function chosen(value, choice) {
    return choice === "*" || choice === value;
  }

  function matches(row, words, year, type) {
    const has = words.every((word) => row.dataset.searched.includes(word));
    return has && chosen(row.dataset.year, year) && chosen(row.dataset.type, type);
  }

  function show(row, shown) {
    row.hidden = !shown;
    // A disabled box is not sent: only documents that are seen are downloaded.
    row.querySelector("input[name=documents]").disabled = !shown;
  }

  functions.filter_documents = function (search, year, type) {
    const words = plain(search || "").split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of document.querySelectorAll("table.documents tbody tr")) {
      const kept = matches(row, words, year, type);
      show(row, kept);
      if (kept) shown += 1;
    }
    return JSON.parse(document.getElementById("documents-count").dataset.counts)[shown];
  };

  function taken(row) {
    const mark = row.querySelector(".unread");
    if (mark) mark.hidden = true;
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest(".document-download");
    if (link) taken(link.closest("tr"));
  });

  document.addEventListener("submit", function (event) {
    const form = event.target.closest(".document-selection");
    if (!form) return;
    const ticked = form.querySelectorAll("input[name=documents]:checked:enabled");
    form.querySelector(".error").hidden = ticked.length > 0;
    if (!ticked.length) event.preventDefault();
    for (const box of ticked) taken(box.closest("tr"));
  });
})();

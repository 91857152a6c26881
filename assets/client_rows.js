/* What the client list and the palette share: asking the server, and drawing what it says as text. */
(function () {
  "use strict";
  const MANY_DIGITS = 7;
  const shared = (window.portefeuille = window.portefeuille || {});

  const digitsIn = (text) => text.replace(/\D/g, "").length;

  function element(tag, properties, children) {
    const made = Object.assign(document.createElement(tag), properties || {});
    for (const child of children || []) if (child) made.append(child);
    return made;
  }

  /* Marked text arrives in pieces and stays text. */
  function marked(pieces) {
    return pieces.map(([text, hit]) => (hit ? element("mark", { textContent: text }) : document.createTextNode(text)));
  }

  function visit(href) {
    history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  function onPlainClick(event, act) {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  function visitOnPlainClick(event, href) {
    onPlainClick(event, () => visit(href));
  }

  /* React keeps its own idea of a field's value: its setter is told, as typing would. */
  function write(field, text) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* What may become a register number travels in a body: addresses end up in logs. */
  function request(asked, signal, part) {
    const address = "/api/clients" + (part || "");
    if (digitsIn(asked.q || "") < MANY_DIGITS) return fetch(address + "?" + new URLSearchParams(asked), { signal });
    return post(address, asked, signal);
  }

  function post(address, body, signal) {
    return fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });
  }

  async function answered(response) {
    if (response.ok) return response.json();
    throw Object.assign(new Error(response.statusText), { sentence: response.status < 500 ? await response.text() : "" });
  }

  function press(button, on) {
    button.setAttribute("aria-pressed", on ? "true" : "false");
    button.textContent = on ? "★" : "☆";
  }

  function cell(className, children) {
    return element("td", { className }, children);
  }

  function star(client) {
    const button = element("button", { type: "button", className: "btn btn-icon client-star", ariaLabel: client.star });
    press(button, client.favourite);
    return button;
  }

  function bin(client) {
    return element("button", { type: "button", className: "btn btn-icon client-remove", ariaLabel: client.remove, title: client.remove }, [element("span", { className: "bin" })]);
  }

  function ownTag(tag) {
    const label = document.querySelector("label[for=client-list-mine]");
    const kind = element("span", { className: "visually-hidden", textContent: label ? label.textContent + " " : "" });
    return element("span", { className: "badge own" }, [kind, ...marked(tag)]);
  }

  function nameCell(client) {
    const link = element("a", { className: "client-name", href: client.href }, marked(client.name));
    const trade = client.trade_name.length && element("span", { className: "client-trade" }, marked(client.trade_name));
    const tags = client.tags.map((tag) => element("span", { className: "badge" }, marked(tag)));
    tags.push(...client.own_tags.map(ownTag));
    return cell("column-name", [link, trade, tags.length && element("span", { className: "client-tags" }, tags)]);
  }

  /* Where the window is too narrow for columns, the cell says its column's name. */
  function labelled(name, cell) {
    cell.dataset.label = document.querySelector(".list-sort[data-sort=" + name + "]").textContent;
    return cell;
  }

  function fteCell(fte) {
    return cell(fte ? "column-fte number" : "column-fte number none", [document.createTextNode(fte || "–")]);
  }

  function row(client) {
    const held = client.affiliations.map((word) => element("span", { className: "client-affiliation", textContent: word }));
    const line = element("tr", {}, [
      cell("column-favourite", [star(client)]),
      nameCell(client),
      cell("column-number", marked(client.number)),
      labelled("reference", cell("column-reference", marked(client.reference))),
      labelled("municipality", cell("column-municipality", marked(client.municipality))),
      cell("column-affiliations", held),
      labelled("fte", fteCell(client.fte)),
      client.remove && cell("column-remove", [bin(client)]),
    ]);
    line.dataset.client = client.id;
    return line;
  }

  function skeleton(cells) {
    const bar = () => element("td", {}, [element("span", { className: "skeleton" })]);
    const line = element("tr", { className: "skeleton-row" }, Array.from({ length: cells }, bar));
    line.setAttribute("aria-hidden", "true");
    return line;
  }

  Object.assign(shared, { answered, digitsIn, element, marked, onPlainClick, post, press, request, row, skeleton, visit, visitOnPlainClick, write });
})();

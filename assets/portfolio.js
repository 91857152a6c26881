/* The portfolio: asks for clients when a choice changes, and draws them as strips or as tinted cells. */
(function () {
  "use strict";
  const FIELDS = ["view", "metric", "topic", "compare", "tag", "sector", "region", "person", "sort", "order"];
  const shared = (window.portefeuille = window.portefeuille || {});
  const element = (...given) => shared.element(...given);
  let portfolio = null;

  class Portfolio {
    constructor(screen) {
      this.screen = screen;
      this.part = (name) => screen.querySelector(name);
      this.body = this.part("#portfolio-rows");
      this.table = this.part(".portfolio-table");
      const given = new URLSearchParams(location.search);
      this.asked = Object.fromEntries(FIELDS.map((name) => [name, given.get(name) || ""]));
      this.listen();
      this.show();
      this.load();
    }

    listen() {
      this.screen.addEventListener("change", (event) => {
        const { asks } = event.target.dataset;
        if (asks) this.ask({ [asks]: event.target.value });
      });
      this.part(".portfolio-urgent").addEventListener("click", () => this.ask({ sort: "", order: "" }));
      this.part(".portfolio-again").addEventListener("click", () => this.load());
      this.part(".list-more").addEventListener("click", () => this.load(this.body.children.length));
      this.part(".portfolio-export").addEventListener("submit", (event) => {
        event.target.querySelector("[name=question]").value = this.written();
      });
      this.screen.addEventListener("click", (event) => {
        const sort = event.target.closest(".list-sort");
        const link = event.target.closest("a[href]");
        if (sort) this.sort(sort.dataset);
        else if (link) shared.visitOnPlainClick(event, link.getAttribute("href"));
      });
    }

    written() {
      return new URLSearchParams(FIELDS.filter((name) => this.asked[name]).map((name) => [name, this.asked[name]])).toString();
    }

    ask(change) {
      Object.assign(this.asked, change);
      const query = this.written();
      history.replaceState(history.state, "", location.pathname + (query ? "?" + query : ""));
      this.show();
      this.load();
    }

    /* A second time on the same heading turns the order round; a figure starts with the highest. */
    sort({ sort, metric }) {
      const again = this.isSortedBy(sort, metric);
      const first = sort === "name" ? "up" : "down";
      const other = first === "up" ? "down" : "up";
      this.focused = sort + (metric || "");
      this.ask({ sort, order: again && this.asked.order === first ? other : first, ...(metric ? { metric } : {}) });
    }

    isSortedBy(sort, metric) {
      return this.asked.sort === sort && (!metric || this.asked.metric === metric);
    }

    /* The controls show what is asked. */
    show() {
      for (const select of this.screen.querySelectorAll("[data-asks]")) {
        select.value = this.asked[select.dataset.asks];
        if (select.selectedIndex < 0) select.selectedIndex = 0;
      }
      const isMap = this.asked.view === "map";
      this.part("#portfolio-metric").parentElement.hidden = isMap;
      this.part("#portfolio-topic").parentElement.hidden = !isMap;
      this.part(".portfolio-key").hidden = !isMap;
      this.table.classList.toggle("is-map", isMap);
      this.part(".portfolio-urgent").setAttribute("aria-pressed", this.asked.sort ? "false" : "true");
    }

    async load(offset) {
      if (this.running) this.running.abort();
      const running = (this.running = new AbortController());
      this.busy();
      try {
        const query = this.written() + (offset ? "&offset=" + offset : "");
        const answer = await shared.answered(await fetch("/api/portfolio?" + query, { signal: running.signal }));
        if (running === this.running) this.draw(answer, offset);
      } catch (error) {
        if (error.name !== "AbortError" && running === this.running) this.fail(error);
      }
    }

    busy() {
      this.table.setAttribute("aria-busy", "true");
      if (this.body.children.length) return;
      for (let row = 0; row < 8; row += 1) this.body.append(shared.skeleton(1));
      this.part(".list-count").textContent = this.screen.dataset.loading;
    }

    draw(answer, offset) {
      this.table.removeAttribute("aria-busy");
      this.part(".portfolio-failure").hidden = true;
      const rows = answer.rows.map((client) => row(client, answer.columns, this.asked.view === "map"));
      if (offset) this.body.append(...rows);
      else {
        this.heads(answer.columns);
        this.body.replaceChildren(...rows);
        this.first(answer.first);
      }
      this.table.hidden = !answer.matching;
      this.words(answer);
      if (offset && rows.length) rows[0].querySelector("a").focus();
    }

    heads(columns) {
      const made = columns.map((column) => this.head(column));
      this.table.tHead.rows[0].replaceChildren(...made);
      const focused = this.focused && made.find((head) => head.dataset.column === this.focused);
      if (focused) focused.querySelector("button").focus();
      this.focused = "";
    }

    head({ label, sort, metric }) {
      const inside = sort ? element("button", { className: "list-sort", textContent: label }) : document.createTextNode(label);
      if (sort) Object.assign(inside.dataset, { sort, ...(metric ? { metric } : {}) });
      const made = element("th", { scope: "col" }, [inside]);
      made.dataset.column = (sort || "") + (metric || "");
      if (sort && this.isSortedBy(sort, metric)) made.setAttribute("aria-sort", this.asked.order === "down" ? "descending" : "ascending");
      return made;
    }

    first(calls) {
      const lines = calls.map(({ name, href, why }) =>
        element("li", {}, [element("a", { href, textContent: name }), " ", element("span", { textContent: why })]));
      this.part(".first-calls-list").replaceChildren(...lines);
      this.part(".first-calls-none").hidden = Boolean(lines.length);
    }

    words({ count, nothing, more }) {
      this.part(".list-count").textContent = count;
      this.part(".portfolio-status").textContent = nothing || count;
      this.part(".portfolio-nothing").textContent = nothing;
      this.part(".portfolio-nothing").hidden = !nothing;
      this.part(".list-more").textContent = more;
      this.part(".list-more").hidden = !more;
    }

    fail(error) {
      this.table.removeAttribute("aria-busy");
      for (const line of this.body.querySelectorAll(".skeleton-row")) line.remove();
      const sentence = this.part(".portfolio-sentence");
      sentence.textContent = error.sentence || sentence.dataset.text;
      this.part(".portfolio-failure").hidden = false;
    }
  }

  function row(client, columns, isMap) {
    const name = element("th", { scope: "row" }, [element("a", { className: "client-name", href: client.href, textContent: client.name })]);
    const size = labelled(element("td", { className: "number", textContent: client.size }), columns[1]);
    const rest = client.state
      ? [element("td", { className: "portfolio-state", colSpan: columns.length - 2, textContent: client.state })]
      : isMap ? client.cells.map((one, place) => tinted(one, columns[place + 2])) : strip(client, columns);
    return element("tr", {}, [name, size, ...rest]);
  }

  /* Where the window is too narrow for columns, the cell says its column's name. */
  function labelled(cell, { label }) {
    cell.dataset.label = label;
    return cell;
  }

  function strip({ cells: [figure], peers }, columns) {
    const drawn = element("td", { className: "portfolio-strip" }, [figure.places && boxes(figure.places)]);
    return [
      labelled(element("td", { className: "number", textContent: figure.value }), columns[2]),
      drawn,
      labelled(element("td", { textContent: figure.position }), columns[4]),
      labelled(element("td", { textContent: figure.change || "–" }), columns[5]),
      labelled(element("td", { className: "hint", textContent: peers }), columns[6]),
    ];
  }

  /* The words beside it say what it shows. */
  function boxes({ outer, inner, median, client, overflow }) {
    const parts = [band("outer", outer), band("inner", inner), mark("median", median), mark(("client " + overflow).trim(), client)];
    return element("div", { className: "strip", ariaHidden: "true" }, parts);
  }

  function band(className, ends) {
    if (!ends) return null;
    const made = element("span", { className: "band " + className });
    made.style.setProperty("--from", ends[0] + "%");
    made.style.setProperty("--to", ends[1] + "%");
    return made;
  }

  function mark(className, place) {
    const made = element("span", { className });
    made.style.setProperty("--at", place + "%");
    return made;
  }

  function tinted(figure, column) {
    const words = element("span", { className: "tinted-words", textContent: figure.position });
    const made = labelled(element("td", { className: "tinted" }, [element("span", { className: "tinted-value", textContent: figure.value }), words]), column);
    made.dataset.tint = figure.tint;
    return made;
  }

  new MutationObserver(() => {
    const screen = document.getElementById("portfolio");
    if (!screen || (portfolio && portfolio.screen === screen) || !screen.querySelector("#portfolio-rows")) return;
    portfolio = new Portfolio(screen);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();

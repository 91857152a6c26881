/* The client list: asks for rows while one types, draws them, and moves between them by keyboard. */
(function () {
  "use strict";
  const COUNT_PAUSE = 1000;
  const REGISTER_DIGITS = 11;
  const FIELDS = ["q", "kind", "service", "tag", "mine", "mandate", "favourites", "sort", "order"];
  const shared = (window.portefeuille = window.portefeuille || {});
  let list = null;

  class ClientList {
    constructor(screen) {
      this.screen = screen;
      this.part = (name) => screen.querySelector(name);
      this.field = this.part("#client-list-search");
      this.body = this.part("#client-list-rows");
      this.table = this.part(".list-table");
      this.asked = this.fromAddress(location.search);
      this.wanted = null;
      this.listen();
      shared.keepList(this.address());
      this.show();
      this.load();
    }

    fromAddress(search) {
      const given = new URLSearchParams(search);
      return Object.fromEntries(FIELDS.map((name) => [name, given.get(name) || ""]));
    }

    address() {
      const hidden = shared.digitsIn(this.asked.q) >= REGISTER_DIGITS;
      const query = this.written(hidden ? { ...this.asked, q: "" } : this.asked);
      return query ? "?" + query : "";
    }

    toAddress() {
      history.replaceState(history.state, "", location.pathname + this.address());
      shared.keepList(this.address());
    }

    written(asked) {
      return new URLSearchParams(FIELDS.filter((name) => asked[name]).map((name) => [name, asked[name]])).toString();
    }

    /* A saved filter takes the place of everything that was asked. */
    take(search) {
      this.asked = this.fromAddress(search);
      this.ask({});
    }

    /* What goes without saying counts as said. */
    asksLike(search) {
      const plain = (asked) => this.written({ ...asked, sort: asked.sort || "name", order: asked.order === "down" ? "down" : "" });
      return plain(this.asked) === plain(this.fromAddress(search));
    }

    listen() {
      this.field.addEventListener("input", () => this.ask({ q: this.field.value.trim() }));
      this.field.addEventListener("keydown", (event) => this.inSearch(event));
      this.screen.addEventListener("change", (event) => {
        const { filter } = event.target.dataset;
        if (filter) this.ask({ [filter]: event.target.value });
      });
      for (const button of this.screen.querySelectorAll(".list-sort")) {
        button.addEventListener("click", () => this.sort(button.dataset.sort));
      }
      this.part(".list-favourites").addEventListener("click", () => this.ask({ favourites: this.asked.favourites ? "" : "1" }));
      this.part(".list-again").addEventListener("click", () => {
        this.field.focus();
        this.load();
      });
      this.part(".list-more").addEventListener("click", () => this.load({ offset: this.body.children.length }));
      this.part(".list-clear").addEventListener("click", () => this.clear());
      this.part(".list-add").addEventListener("click", () => shared.askToAdd && shared.askToAdd(this.field.value));
      this.body.addEventListener("keydown", (event) => this.inRows(event));
      this.body.addEventListener("click", (event) => this.clicked(event));
    }

    ask(change) {
      Object.assign(this.asked, change);
      this.toAddress();
      this.show();
      this.load();
    }

    sort(name) {
      const current = (this.asked.sort || "name") === name;
      this.ask({ sort: name, order: current && this.asked.order !== "down" ? "down" : "up" });
    }

    clear() {
      for (const name of ["kind", "service", "tag", "mine", "mandate", "favourites"]) this.asked[name] = "";
      if (this.field.value) shared.write(this.field, "");
      else this.ask({ q: "" });
      this.field.focus();
    }

    /* The controls show what is asked. */
    show() {
      if (this.field.value.trim() !== this.asked.q) shared.write(this.field, this.asked.q);
      for (const select of this.screen.querySelectorAll("[data-filter]")) select.value = this.asked[select.dataset.filter];
      this.part(".list-favourites").setAttribute("aria-pressed", this.asked.favourites ? "true" : "false");
      for (const button of this.screen.querySelectorAll(".list-sort")) {
        const sorted = (this.asked.sort || "name") === button.dataset.sort;
        const heading = button.closest("th");
        if (sorted) heading.setAttribute("aria-sort", this.asked.order === "down" ? "descending" : "ascending");
        else heading.removeAttribute("aria-sort");
      }
      for (const link of this.screen.querySelectorAll(".saved-filter")) {
        if (this.asksLike(link.search)) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      const recent = this.part(".list-recent");
      if (recent) recent.hidden = Boolean(this.asked.q);
    }

    async load(options) {
      const { offset = 0, focus = "" } = options || {};
      if (this.running) this.running.abort();
      const running = (this.running = new AbortController());
      const asked = this.plainly();
      if (offset) asked.offset = String(offset);
      this.busy();
      try {
        const answer = await shared.answered(await shared.request(asked, running.signal));
        if (running !== this.running) return;
        this.draw(answer, { offset, focus });
      } catch (error) {
        if (error.name !== "AbortError" && running === this.running) this.fail(error);
      }
    }

    plainly() {
      return Object.fromEntries(Object.entries(this.asked).filter(([, value]) => value));
    }

    busy() {
      this.table.setAttribute("aria-busy", "true");
      this.loading = true;
      if (this.body.children.length || !this.part(".list-nothing").hidden) return;
      for (let row = 0; row < 6; row += 1) this.body.append(shared.skeleton(this.table.querySelectorAll("th").length));
      this.part(".list-count").textContent = this.screen.dataset.loading;
    }

    settle() {
      this.loading = false;
      this.table.removeAttribute("aria-busy");
      for (const row of this.body.querySelectorAll(".skeleton-row")) row.remove();
    }

    draw(answer, { offset, focus }) {
      this.settle();
      this.loadedAt = new Date();
      const rows = answer.rows.map(shared.row);
      if (offset) this.body.append(...rows);
      else this.body.replaceChildren(...rows);
      if (shared.dressRows) shared.dressRows();
      this.table.classList.remove("stale");
      this.part(".list-failure").hidden = true;
      this.part(".list-count").textContent = answer.total ? answer.count : "";
      this.more(answer.more);
      this.none(answer);
      this.say(answer);
      if (offset && rows.length) rows[0].querySelector(".client-name").focus();
      this.after(focus);
    }

    more(label) {
      const button = this.part(".list-more");
      button.textContent = label;
      button.hidden = !label;
    }

    none(answer) {
      this.table.hidden = !answer.matching;
      this.part(".list-empty").hidden = Boolean(answer.total);
      this.part(".list-nothing").hidden = Boolean(answer.matching || !answer.total);
      this.part(".list-nothing-sentence").textContent = answer.nothing;
      const add = this.part(".list-add");
      add.textContent = answer.add;
      add.hidden = !answer.add || !shared.askToAdd;
    }

    /* "Nothing found" at once, the count when one stops typing. */
    say(answer) {
      clearTimeout(this.pause);
      const nothing = answer.total ? answer.nothing : "";
      this.part(".list-alert").textContent = nothing;
      this.part(".list-status").textContent = "";
      if (!nothing && this.spoke) this.pause = setTimeout(() => { this.part(".list-status").textContent = answer.count; }, COUNT_PAUSE);
      this.spoke = true;
    }

    fail(error) {
      this.settle();
      const failure = this.part(".list-failure");
      const stale = this.part(".list-stale");
      const time = this.loadedAt && this.loadedAt.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      stale.textContent = error.sentence || (time ? stale.dataset.text.replace("{time}", time) : "");
      this.table.classList.add("stale");
      this.wanted = null;
      failure.hidden = false;
    }

    names() {
      return [...this.body.querySelectorAll(".client-name")];
    }

    /* Keys pressed before the answer came count once it is there. */
    after(focus) {
      const wanted = this.wanted;
      this.wanted = null;
      const names = this.names();
      const named = focus && names.find((name) => name.closest("tr").dataset.client === focus);
      if (named) named.focus();
      else if (wanted === "first" && names.length) names[0].focus();
      else if (wanted === "open first" && names.length) shared.visit(names[0].getAttribute("href"));
      else if (wanted === "open only" && names.length === 1) shared.visit(names[0].getAttribute("href"));
    }

    inSearch(event) {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        this.wanted = "first";
      } else if (event.key === "Enter") {
        this.wanted = this.wanted === "first" ? "open first" : "open only";
      } else if (event.key === "Escape" && this.field.value) {
        event.preventDefault();
        shared.write(this.field, "");
      }
      if (this.wanted && !this.loading) this.after();
    }

    inRows(event) {
      const name = event.target.closest(".client-name");
      if (!name) return;
      const names = this.names();
      const place = names.indexOf(name);
      const target = { ArrowDown: names[place + 1], ArrowUp: names[place - 1] || this.field, Home: names[0], End: names[names.length - 1] }[event.key];
      if (target) {
        event.preventDefault();
        target.focus();
      } else if (event.key === "Delete") {
        const bin = name.closest("tr").querySelector(".client-remove");
        if (bin) bin.click();
      }
    }

    clicked(event) {
      const line = event.target.closest("tr");
      if (!line) return;
      const name = line.querySelector(".client-name");
      if (event.target.closest(".client-box")) return;
      if (event.target.closest(".client-star")) this.star(line, event.target.closest(".client-star"));
      else if (event.target.closest(".client-remove")) shared.askRemoval && shared.askRemoval(line.dataset.client, name.textContent);
      else if (name && !String(window.getSelection())) shared.visitOnPlainClick(event, name.getAttribute("href"));
    }

    async star(line, button) {
      const favourite = button.getAttribute("aria-pressed") !== "true";
      shared.press(button, favourite);
      try {
        await shared.answered(await shared.post("/api/clients/" + line.dataset.client + "/favourite", { favourite }));
      } catch (error) {
        shared.press(button, !favourite);
        this.fail(error);
      }
    }
  }

  /* The list that is on screen asks at once; from elsewhere the address leads there. */
  shared.takeQuestion = (search) => (list && list.screen.isConnected ? list.take(search) : shared.visit("/clients" + search));
  shared.askList = async (part) => shared.answered(await shared.request(list.plainly(), undefined, part));
  shared.askedNow = () => "?" + (list ? list.written(list.asked) : "");

  /* For the dialogs that add and remove: the list is asked again, and a row may get the focus. */
  document.addEventListener("portefeuille:list-changed", (event) => {
    if (list && list.screen.isConnected) event.preventDefault();
    shared.refreshList(event.detail && event.detail.id);
  });
  shared.refreshList = (focus) => list && list.screen.isConnected && list.load({ focus });

  new MutationObserver(() => {
    const screen = document.getElementById("client-list");
    if (!screen || (list && list.screen === screen) || !screen.querySelector("#client-list-rows")) return;
    list = new ClientList(screen);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();

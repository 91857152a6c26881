/* Which slide is shown, beside which peers, and how: everything here works without the server. */
(function () {
  "use strict";
  const main = document.getElementById("presentation");
  if (!main) return;
  const slides = [...main.querySelectorAll(".slide")];
  const channel = new BroadcastChannel("presentation-" + main.dataset.id);
  const black = document.getElementById("black");
  const body = document.body.classList;
  let now = 0;

  function tool(name) {
    return document.querySelector(`.tools [data-do="${name}"]`);
  }

  function press(button, on) {
    button.setAttribute("aria-pressed", String(on));
  }

  function shownView() {
    return slides[now].querySelector(".view:not([hidden])");
  }

  function markComparisons() {
    const views = [...slides[now].querySelectorAll(".view")];
    for (const button of document.querySelectorAll("[data-compare]")) {
      const view = views.find((one) => one.dataset.comparison === button.dataset.compare);
      button.hidden = !view || views.length < 2;
      press(button, Boolean(view) && !view.hidden);
    }
  }

  function show(place) {
    now = Math.min(Math.max(place, 0), slides.length - 1);
    const all = body.contains("overview");
    slides.forEach((slide, index) => (slide.hidden = !all && index !== now));
    document.getElementById("place").textContent = slides[now].getAttribute("aria-label") + ": " + shownView().querySelector("h2").textContent;
    markComparisons();
    presentation.drawAll();
    channel.postMessage({ place: now });
  }

  function compare(comparison) {
    const views = [...slides[now].querySelectorAll(".view")];
    if (!views.some((view) => view.dataset.comparison === comparison)) return;
    for (const view of views) view.hidden = view.dataset.comparison !== comparison;
    show(now);
  }

  function compareNext() {
    const views = [...slides[now].querySelectorAll(".view")];
    const next = views[(views.findIndex((view) => !view.hidden) + 1) % views.length];
    compare(next.dataset.comparison);
  }

  function overview(on) {
    body.toggle("overview", on);
    press(tool("overview"), on);
    show(now);
    if (on) slides[now].querySelector(".go").focus();
    else main.focus();
  }

  function goTo(place) {
    if (!body.contains("overview")) show(place);
    else slides[Math.min(Math.max(place, 0), slides.length - 1)].querySelector(".go").focus();
  }

  /* In the overview the arrows go from slide to slide; elsewhere they show it. */
  function here() {
    const focused = slides.findIndex((slide) => slide.contains(document.activeElement));
    return body.contains("overview") && focused >= 0 ? focused : now;
  }

  function toggle(name) {
    press(tool(name), body.toggle("with-" + name));
    presentation.drawAll();
  }

  function dark() {
    const page = document.documentElement.dataset;
    page.theme = page.theme === "dark" ? "light" : "dark";
    press(tool("theme"), page.theme === "dark");
    presentation.drawAll();
  }

  async function fullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  }

  /* The topmost layer goes first; leaving is asked. */
  function close() {
    if (!black.hidden) black.hidden = true;
    else if (body.contains("overview")) overview(false);
    else if (body.contains("with-table")) toggle("table");
    else document.getElementById("ask-leave").showModal();
  }

  function letters() {
    const on = main.dataset.letters === "off";
    main.dataset.letters = on ? "on" : "off";
    press(tool("letters"), on);
  }

  Object.assign(presentation.acts, {
    on: () => goTo(here() + 1),
    back: () => goTo(here() - 1),
    first: () => goTo(0),
    last: () => goTo(slides.length - 1),
    overview: () => overview(!body.contains("overview")),
    compare: compareNext,
    values: () => toggle("values"),
    table: () => toggle("table"),
    black: () => (black.hidden = !black.hidden),
    full: fullScreen,
    theme: dark,
    letters,
    close,
    leave: () => document.getElementById("ask-leave").showModal(),
    "go-away": () => location.replace(document.getElementById("ask-leave").dataset.address),
  });

  document.addEventListener("click", function (event) {
    const chosen = event.target.closest("[data-compare]");
    if (chosen) compare(chosen.dataset.compare);
    const button = event.target.closest("[data-do]");
    if (button) presentation.acts[button.dataset.do]();
    const go = event.target.closest(".go");
    if (go) {
      now = slides.indexOf(go.closest(".slide"));
      overview(false);
    }
    if (event.target === black) black.hidden = true;
  });

  channel.addEventListener("message", function (event) {
    if (event.data.move) goTo(now + event.data.move);
    if (event.data.ask) channel.postMessage({ place: now });
  });

  /* The projector must not go dark while somebody is speaking. */
  async function stayAwake() {
    if (!navigator.wakeLock || document.visibilityState !== "visible") return;
    await navigator.wakeLock.request("screen").catch(() => null);
  }

  document.addEventListener("visibilitychange", stayAwake);
  stayAwake();
  main.focus();
  if (slides.length) show(0);
})();

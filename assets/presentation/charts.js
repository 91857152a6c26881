/* The charts of the slides: the tab's own figures, drawn larger, light or dark, on one scale for all peers. */
window.presentation = { acts: {} };
(function () {
  "use strict";
  /* In pixels of a slide of 1920: between 1.85 and 2.6 times the tab's size, text of 13 px is 24 or more. */
  const INNER = 1766, LEAST = 1.85, MOST = 2.6;
  const ranges = new WeakMap();

  function inColours(text) {
    if (document.documentElement.dataset.theme !== "dark") return text;
    const dark = JSON.parse(document.querySelector("main").dataset.dark);
    return text.replace(/#[0-9a-f]{6}/g, (colour) => dark[colour] || colour);
  }

  function figureOf(plot) {
    const figure = JSON.parse(inColours(plot.dataset.figure));
    if (document.body.classList.contains("with-values")) figure.data = figure.data.map(labelled);
    return figure;
  }

  function labelled(trace) {
    if (!Array.isArray(trace.text) || trace.type !== "scatter" || trace.mode.includes("text")) return trace;
    return { ...trace, mode: trace.mode + "+text", textposition: "top center" };
  }

  /* A chart keeps its own height where it fits: its words are placed by it. */
  function sizeOf(frame, height) {
    const isSmall = frame.closest(".overview, .small");
    const unit = frame.clientWidth / INNER;
    const scale = unit * Math.min(Math.max(frame.clientHeight / unit / height, LEAST), MOST);
    const kept = isSmall ? scale : Math.max(scale, 1);
    const drawn = Math.min(height, frame.clientHeight / kept);
    return { scale: kept, width: frame.clientWidth / kept, height: drawn, down: (frame.clientHeight - drawn * kept) / 2 };
  }

  function plotted(plot, figure, size) {
    const layout = { ...figure.layout, width: size.width, height: size.height, autosize: false };
    return Plotly.newPlot(plot, figure.data, layout, { staticPlot: true });
  }

  /* The ends of every numeric axis over all comparisons, so that one can be exchanged for another in place. */
  async function rangesOf(slide, plot, size) {
    const views = [...slide.querySelectorAll(".plot")];
    if (views.length < 2) return {};
    const found = {};
    for (const one of views) {
      await plotted(plot, figureOf(one), size);
      for (const [name, axis] of Object.entries(plot.layout)) {
        if (!/^[xy]axis\d*$/.test(name) || axis.type !== "linear") continue;
        const ends = [...(found[name] || axis.range), ...axis.range];
        found[name] = axis.range[0] > axis.range[1] ? [Math.max(...ends), Math.min(...ends)] : [Math.min(...ends), Math.max(...ends)];
      }
    }
    return found;
  }

  /* After plotly has measured the words: a drawing that was enlarged before would be measured enlarged. */
  function enlarge(plot, size) {
    for (const drawing of plot.querySelectorAll(".main-svg")) {
      drawing.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
      drawing.setAttribute("width", size.width * size.scale);
      drawing.setAttribute("height", size.height * size.scale);
    }
  }

  async function draw(slide) {
    const plot = slide.querySelector(".view:not([hidden]) .plot");
    if (!plot || !plot.parentElement.clientWidth) return;
    const size = sizeOf(plot.parentElement, figureOf(plot).layout.height);
    if (!ranges.has(slide)) ranges.set(slide, await rangesOf(slide, plot, size));
    const figure = figureOf(plot);
    for (const [name, range] of Object.entries(ranges.get(slide))) figure.layout[name] = { ...figure.layout[name], range, autorange: false };
    await plotted(plot, figure, size);
    enlarge(plot, size);
    plot.style.setProperty("--down", size.down + "px");
    plot.dataset.drawn = "true";
  }

  /* One after the other, so that none is measured while another changes its size. */
  let drawn = Promise.resolve();
  presentation.drawAll = function () {
    for (const slide of document.querySelectorAll(".slide:not([hidden])")) drawn = drawn.then(() => draw(slide));
    return drawn;
  };

  window.addEventListener("resize", presentation.drawAll);
})();

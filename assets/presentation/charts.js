/* The charts of the slides: the tab's own figures, drawn larger, light or dark, on one scale for all peers. */
window.presentation = { acts: {} };
(function () {
  "use strict";
  /* At 2.2 times, text of 13 px is 28.6 px of a slide of 1080, a diamond of 10 px is 22: what a projector needs. */
  const WIDTH = 803;
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

  function sizeOf(frame) {
    const isSmall = frame.closest(".overview, .small");
    const scale = isSmall ? frame.clientWidth / WIDTH : Math.max(1, frame.clientWidth / WIDTH);
    return { scale, width: frame.clientWidth / scale, height: frame.clientHeight / scale };
  }

  function react(plot, figure, size) {
    const layout = { ...figure.layout, width: size.width, height: size.height, autosize: false };
    return Plotly.react(plot, figure.data, layout, { staticPlot: true });
  }

  /* The ends of every numeric axis over all comparisons, so that one can be exchanged for another in place. */
  async function rangesOf(slide, plot, size) {
    const views = [...slide.querySelectorAll(".plot")];
    if (views.length < 2) return {};
    const found = {};
    for (const one of views) {
      await react(plot, figureOf(one), size);
      for (const name of ["xaxis", "yaxis"]) {
        const axis = plot.layout[name];
        if (!axis || axis.type !== "linear") continue;
        const ends = [...(found[name] || axis.range), ...axis.range];
        found[name] = axis.range[0] > axis.range[1] ? [Math.max(...ends), Math.min(...ends)] : [Math.min(...ends), Math.max(...ends)];
      }
    }
    return found;
  }

  presentation.draw = async function (slide) {
    const plot = slide.querySelector(".view:not([hidden]) .plot");
    if (!plot || !plot.parentElement.clientWidth) return;
    const size = sizeOf(plot.parentElement);
    if (!ranges.has(slide)) ranges.set(slide, await rangesOf(slide, plot, size));
    const figure = figureOf(plot);
    for (const [name, range] of Object.entries(ranges.get(slide))) figure.layout[name] = { ...figure.layout[name], range, autorange: false };
    await react(plot, figure, size);
    plot.parentElement.style.setProperty("--scale", size.scale);
    plot.dataset.drawn = "true";
  };

  presentation.drawAll = function () {
    for (const slide of document.querySelectorAll(".slide:not([hidden])")) presentation.draw(slide);
  };

  window.addEventListener("resize", presentation.drawAll);
})();

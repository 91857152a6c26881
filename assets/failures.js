/* A question to the server that got no answer says so: what stands on the page is then from before. */
(function () {
  "use strict";
  const ask = window.fetch;
  const LEAVING_MS = 300;

  function component(type, props) { return { namespace: "dash_html_components", type: type, props: props }; }

  function tell(sentence) {
    const place = document.getElementById("message");
    if (!place) return;
    const again = component("A", { href: location.href, children: place.dataset.again });
    const words = component("Span", { children: sentence || place.dataset.text });
    window.dash_clientside.set_props("message", { children: component("P", { className: "alert alert-danger", children: [words, again] }) });
  }

  /* A page that is being left gives up its questions too, and has nobody to tell. */
  function tellSoon(sentence) { setTimeout(tell, LEAVING_MS, sentence); }

  window.fetch = async function (...given) {
    const isQuestion = String(given[0].url || given[0]).endsWith("/_dash-update-component");
    try {
      const answer = await ask.apply(this, given);
      if (isQuestion && !answer.ok) tellSoon(answer.status < 500 ? await answer.clone().text() : "");
      return answer;
    } catch (error) {
      if (isQuestion) tellSoon("");
      throw error;
    }
  };
})();

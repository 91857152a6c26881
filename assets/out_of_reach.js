/* When the server does not answer: says so where the person is looking, keeps what was asked, and asks again. */
(function () {
  "use strict";
  const CALLBACKS = "/_dash-update-component";
  const reach = window.fetch.bind(window);
  let waiting = [];
  let asked = 0;

  window.fetch = (address, options) => (String(address).endsWith(CALLBACKS) ? ask(address, options) : reach(address, options));

  async function ask(address, options) {
    const turn = (asked += 1);
    const answer = await reach(address, options).catch(unlessGivenUp);
    if (answer && answer.ok) {
      giveUp(waiting.filter((one) => one.turn < turn));
      return answer;
    }
    const refusal = answer && answer.status < 500 ? await answer.text() : "";
    return new Promise((resolve, reject) => {
      const again = () => ask(address, options).then(resolve, reject);
      waiting.push({ turn: (asked += 1), resolve, again: isSignedOut(answer) ? () => location.reload() : again });
      say(refusal);
    });
  }

  /* The page itself leads to the sign-in, and back here. */
  function isSignedOut(answer) { return answer && answer.status === 401; }

  function unlessGivenUp(error) {
    if (error.name === "AbortError") throw error;
    return null;
  }

  /* To Dash, 204 means that nothing changes: it forgets the question and stays usable. */
  function giveUp(questions) {
    for (const one of questions) one.resolve(new Response(null, { status: 204 }));
    waiting = waiting.filter((one) => !questions.includes(one));
    if (!waiting.length) unsay();
  }

  function say(refusal) {
    unsay();
    const said = document.getElementById("out-of-reach").cloneNode(true);
    const open = Array.from(document.querySelectorAll("dialog[open]")).pop();
    const place = (open && open.querySelector("[data-alert]")) || document.getElementById("message");
    said.removeAttribute("id");
    said.hidden = false;
    if (refusal) said.firstElementChild.textContent = refusal;
    place.append(said);
  }

  function unsay() {
    for (const said of document.querySelectorAll(".out-of-reach:not([id])")) said.remove();
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest(".out-of-reach button");
    if (!button) return;
    const questions = waiting;
    waiting = [];
    focusBefore(button);
    unsay();
    for (const one of questions) one.again();
  });

  /* The button goes away with its sentence: the focus stays near what was asked. */
  function focusBefore(button) {
    const near = button.closest("dialog") || document.querySelector("main");
    const first = near.querySelector(".close") || near;
    first.focus();
  }

  /* Who closes a dialog no longer wants what it asked. */
  document.addEventListener("close", () => giveUp(waiting), true);
})();

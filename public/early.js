// Keeps what somebody does on a page before its script is ready, and does it again, in order, as soon as it is: a switch that
// shows "off" must be off, and nobody types or taps twice because a connection is slow.
(() => {
  const waiting = [];
  // React marks each element of a page when it takes it over; until then nothing hears what happens to it.
  const isLive = (node) => Object.keys(node).some((key) => key.startsWith("__reactProps$"));
  const isField = (node) => node.matches("input, textarea, select");
  const isCheckable = (node) => node.type === "checkbox" || node.type === "radio";
  // A form that posts and a link that leads on work without any script.
  const isSelfMade = (node) => node.type === "submit" || node.type === "reset" || node.matches("a, [type=file]");

  const setter = (node, name) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node), name).set;
  const groupOf = (node) =>
    (node.form ?? document).querySelectorAll(`input[type=radio][name="${CSS.escape(node.name)}"]`);

  function chooseAgain({ node, checked }) {
    if (node.type === "checkbox") node.checked = !checked;
    else for (const other of groupOf(node)) other.checked = other.defaultChecked && other !== node;
    node.click();
  }
  function fillAgain({ node, value }) {
    node.value = node.defaultValue ?? "";
    setter(node, "value").call(node, value);
    node.dispatchEvent(new Event(node.matches("select") ? "change" : "input", { bubbles: true }));
  }
  function pressAgain({ node }) {
    node.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true, pointerType: "mouse" }));
    node.click();
  }
  function again(one) {
    if (!isField(one.node)) pressAgain(one);
    else if (isCheckable(one.node)) chooseAgain(one);
    else fillAgain(one);
  }

  let ready;
  function look() {
    const [first] = waiting;
    if (!first) return;
    if (!first.node.isConnected) waiting.shift();
    // Marked a frame ago: it has been taken over by now.
    else if (ready === first) again(waiting.shift());
    else if (isLive(first.node)) ready = first;
    requestAnimationFrame(look);
  }
  function keep(node) {
    if (isLive(node)) return;
    const before = waiting.findIndex((one) => one.node === node);
    if (before >= 0) waiting.splice(before, 1);
    waiting.push({ node, value: node.value, checked: node.checked });
    if (waiting.length === 1) requestAnimationFrame(look);
  }

  for (const kind of ["input", "change"])
    document.addEventListener(kind, ({ target }) => isField(target) && keep(target), { capture: true });
  document.addEventListener(
    "click",
    ({ target }) => {
      const button = target.closest("button");
      if (button && !isSelfMade(button)) keep(button);
    },
    { capture: true },
  );
})();

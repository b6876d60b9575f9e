if (!window.itaTyping) {
  window.itaTyping = true;
  const FIELDS = "[data-testid=stTextInput] input, [data-testid=stTextArea] textarea";
  const OPEN_CELL = "#portal textarea, #portal input";
  const PAUSE = 600;
  let typed = null, timer = 0;
  const done = () => { clearTimeout(timer); typed = null; };
  const handOver = (field) => {
    done();
    field.dispatchEvent(new KeyboardEvent("keydown", {
      key: "Enter", code: "Enter", keyCode: 13, which: 13,
      ctrlKey: field.matches("[data-testid=stTextArea] textarea"), bubbles: true, cancelable: true,
    }));
  };
  document.addEventListener("input", (event) => {
    if (!event.target.matches?.(FIELDS)) return;
    done();
    typed = event.target;
    if (!event.isComposing) timer = setTimeout(() => handOver(typed), PAUSE);
  }, true);
  document.addEventListener("focusout", (event) => { if (event.target === typed) done(); }, true);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && typed) handOver(typed);
  });
  window.addEventListener("beforeunload", (event) => {
    const field = document.querySelector(OPEN_CELL) ?? typed;
    if (!field?.isConnected) return;
    handOver(field);
    event.preventDefault();
  });
}

if (!window.itaTyping) {
  window.itaTyping = true;
  const FIELDS = "[data-testid=stTextInput] input, [data-testid=stTextArea] textarea";
  const OPEN_CELL = "#portal textarea, #portal input";
  const KEPT = "ita-typed", PAUSE = 600, SAFE = 3000, LOOK = 250, LOOKS = 120;
  let typed = null, pause = 0, forget = 0;
  // The field's name without the count of times it was made anew: a new page counts from 0.
  const nameOf = (field) => [...(field.closest("[class*=st-key-]")?.classList ?? [])]
    .find((name) => name.startsWith("st-key-"))?.replace(/-\d+-/, "-0-");
  const remember = (field) => {
    clearTimeout(forget);
    const name = nameOf(field);
    if (name) sessionStorage.setItem(KEPT, JSON.stringify({ name, text: field.value }));
  };
  const forgetSoon = () => {
    clearTimeout(forget);
    forget = setTimeout(() => sessionStorage.removeItem(KEPT), SAFE);
  };
  const done = () => { clearTimeout(pause); typed = null; };
  const handOver = (field) => {
    done();
    field.dispatchEvent(new KeyboardEvent("keydown", {
      key: "Enter", code: "Enter", keyCode: 13, which: 13,
      ctrlKey: field.matches("[data-testid=stTextArea] textarea"), bubbles: true, cancelable: true,
    }));
    forgetSoon();
  };
  const restore = (look = 0) => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    if (!kept || typed || look > LOOKS) return;
    const field = [...document.querySelectorAll(FIELDS)].find((one) => nameOf(one) === kept.name);
    if (!field || field.disabled) return void setTimeout(() => restore(look + 1), LOOK);
    if (field.value === kept.text) return forgetSoon();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, kept.text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  document.addEventListener("input", (event) => {
    if (!event.target.matches?.(FIELDS)) return;
    done();
    typed = event.target;
    remember(typed);
    if (!event.isComposing) pause = setTimeout(() => handOver(typed), PAUSE);
  }, true);
  document.addEventListener("focusout", (event) => {
    if (event.target === typed) { done(); forgetSoon(); }
  }, true);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && typed) handOver(typed);
  });
  window.addEventListener("beforeunload", (event) => {
    if (typed?.isConnected) handOver(typed);
    const cell = document.querySelector(OPEN_CELL);
    if (!cell) return;
    handOver(cell);
    event.preventDefault();
  });
  restore();
}

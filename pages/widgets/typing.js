if (!window.itaTyping) {
  window.itaTyping = true;
  const FIELDS = "[data-testid=stTextInput] input, [data-testid=stTextArea] textarea";
  const OPEN_CELL = "#portal textarea, #portal input";
  const KEPT = "ita-typed", PAUSE = 600, SAFE = 3000, SLOW = 1500, LOOK = 250, LOOKS = 120;
  const RESTING = "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]";
  const forgetting = new Map();
  let typed = null, pause = 0, restored = null;
  // Whether the server has not run to its end since something was handed over: links.js waits.
  let handedAt = 0, awaited = false, begun = false;
  const isRunning = () => document.querySelector("[data-test-script-state=running]");
  new MutationObserver(() => {
    if (isRunning()) begun = true;
    else if (begun) awaited = false;
  }).observe(document, { subtree: true, attributeFilter: ["data-test-script-state"] });
  window.itaIsHandingOver = () => typed ||
    (awaited && (begun || performance.now() - handedAt < SLOW));
  // The field's name without the count of times it was made anew: a new page counts from 0.
  const nameOf = (field) => [...(field.closest("[class*=st-key-]")?.classList ?? [])]
    .find((name) => name.startsWith("st-key-"))?.replace(/^(st-key-[a-z]+-n)\d+-/, "$1-");
  // Texts by the name of their field. Of several filled in one go, a reload may cut off all.
  const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  const keep = (texts) => Object.keys(texts).length
    ? sessionStorage.setItem(KEPT, JSON.stringify(texts)) : sessionStorage.removeItem(KEPT);
  const remember = (field) => {
    const name = nameOf(field);
    if (!name) return;
    clearTimeout(forgetting.get(name));
    keep({ ...kept(), [name]: field.value });
  };
  const handed = (name) => {
    handedAt = performance.now();
    awaited = true;
    begun = false;
    forgetSoon(name);
  };
  const forgetSoon = (name) => {
    if (!name) return;
    clearTimeout(forgetting.get(name));
    forgetting.set(name, setTimeout(() => {
      if (!document.querySelector(RESTING)) return forgetSoon(name);  // it may not have arrived
      const { [name]: _, ...others } = kept();
      keep(others);
    }, SAFE));
  };
  const done = () => { clearTimeout(pause); typed = null; };
  const handOver = (field) => {
    if (field === typed) done();
    field.dispatchEvent(new KeyboardEvent("keydown", {
      key: "Enter", code: "Enter", keyCode: 13, which: 13,
      ctrlKey: field.matches("[data-testid=stTextArea] textarea"), bubbles: true, cancelable: true,
    }));
    handed(nameOf(field));
  };
  // A field that is just being drawn may still empty itself: it is looked at once more.
  const restore = (name, text, look = 0, filled = null) => {
    if (kept()[name] !== text || look > LOOKS) return;
    const again = (filled) => setTimeout(() => restore(name, text, look + 1, filled), LOOK);
    const field = [...document.querySelectorAll(FIELDS)].find((one) => nameOf(one) === name);
    if (!field || field.disabled) return again();
    if (field.value === text) return field === filled ? handOver(field) : forgetSoon(name);
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
    restored = field;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    restored = null;
    again(field);
  };
  document.addEventListener("input", (event) => {
    if (!event.target.matches?.(FIELDS) || event.target === restored) return;
    done();
    typed = event.target;
    remember(typed);
    if (!event.isComposing) pause = setTimeout(() => handOver(typed), PAUSE);
  }, true);
  document.addEventListener("focusout", (event) => {
    if (event.target === typed) { done(); handed(nameOf(event.target)); }
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
  for (const [name, text] of Object.entries(kept())) restore(name, text);
}

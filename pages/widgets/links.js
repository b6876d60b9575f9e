// A link to another page of the program opens it in place, as a step of the browser's history: the
// framework runs the page of the address, and loads nothing anew. Without a connection, or with a
// key for a new tab, the link is the browser's own.
if (!window.itaLinks) {
  window.itaLinks = true;
  const LOOK = 100, LOOKS = 50;
  const folder = (address) => address.pathname.replace(/[^/]*$/, "");
  const opensHere = (event, link) => {
    const keys = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button || keys || link.hasAttribute("download")) return false;
    if (link.target && link.target !== "_self") return false;
    const to = new URL(link.href), from = new URL(location.href);
    const sameView = to.pathname === from.pathname && to.search === from.search;
    return to.origin === from.origin && folder(to) === folder(from) && !(sameView && to.hash);
  };
  const isConnected = () => document.querySelector(
    "[data-testid=stApp][data-test-connection-state=CONNECTED]"
  );
  // Who does not see the page hears its title, as after loading one.
  const readOut = (before, look = 0) => {
    const title = document.querySelector("[data-testid=stMain] h1");
    const busy = document.activeElement?.matches("input, textarea, button, [tabindex]");
    if (busy || look > LOOKS) return;
    if (!title || title === before) return void setTimeout(() => readOut(before, look + 1), LOOK);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  };
  // What was typed a moment ago (typing.js) is handed over first: the framework would run the page
  // that is left once more for it, and stay there.
  // The way back leads to what was seen here, also where the address was silent about it.
  const sayHere = () => {
    const here = document.querySelector("[data-testid=stMain] .ita-top")?.dataset.here;
    const address = new URL(location.href);
    for (const [name, value] of new URLSearchParams(here))
      if (!address.searchParams.has(name)) address.searchParams.set(name, value);
    history.replaceState(history.state, "", address);
  };
  const open = (address, look = 0) => {
    if (window.itaIsHandingOver?.() && look < LOOKS)
      return void setTimeout(() => open(address, look + 1), LOOK);
    const before = document.querySelector("[data-testid=stMain] h1");
    sayHere();
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    readOut(before);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".stHtml a[href]");
    if (!link || !opensHere(event, link) || !isConnected()) return;
    event.preventDefault();
    open(link.href);
  });
}

// The framework's page says it is in English; readers that speak aloud need to know better.
document.documentElement.lang = "th";
// The menu lies over a narrow page, and closes after a choice.
if (!window.itaMenu) {
  window.itaMenu = true;
  document.addEventListener("click", (event) => {
    if (window.innerWidth > 768 || !event.target.closest(".ita-menu a")) return;
    setTimeout(() => document.querySelector(
      "[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button"
    )?.click(), 50);
  });
}
// What is open goes along from page to page: the server adds it to a bare address. As a step of
// its own in the browser's history, going back would come to the bare address, and on again.
if (!window.itaHistory) {
  window.itaHistory = true;
  const CARRIED = ["report", "date", "basis"];
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const before = new URL(location.href), after = new URL(url ?? location.href, location.href);
    const kept = [...before.searchParams].every(([k, v]) => after.searchParams.get(k) === v);
    const added = [...after.searchParams.keys()].filter((k) => !before.searchParams.has(k));
    const same = before.pathname === after.pathname && kept;
    if (same && added.every((k) => CARRIED.includes(k))) history.replaceState(state, title, url);
    else push(state, title, url);
  };
}

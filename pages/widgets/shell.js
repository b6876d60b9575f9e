document.documentElement.lang = "th";
if (!window.itaMenu) {
  window.itaMenu = true;
  document.addEventListener("click", (event) => {
    if (window.innerWidth > 768 || !event.target.closest("[data-testid=stSidebarNavLink]")) return;
    setTimeout(() => document.querySelector(
      "[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button"
    )?.click(), 50);
  });
}

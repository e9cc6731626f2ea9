// On a phone the menu lies over the page: it goes once a page is chosen, which Streamlit leaves to the reader.
if (!window.changaiMenu) {
  window.changaiMenu = true
  document.addEventListener("click", (event) => {
    if (innerWidth > 768 || !event.target.closest?.('[data-testid="stSidebarNavLink"]')) return
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 150)
  })
}

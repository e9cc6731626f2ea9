// The drawer is not ours, and one drawer may lead into another and back: whenever none is left, the focus belongs to
// what opened the first, until the reader goes on from there.
function focusAfterDrawer(find) {
  const open = () => Boolean(document.querySelector('[role="dialog"]'))
  let seen = false
  const watcher = new MutationObserver(() => {
    const there = open()
    if (seen && !there) {
      setTimeout(() => open() || find()?.focus({ preventScroll: true }), 100)
    }
    seen = there
  })
  const end = () => {
    if (!open()) {
      watcher.disconnect()
      for (const act of ["pointerdown", "keydown"]) document.removeEventListener(act, end, true)
    }
  }
  watcher.observe(document.body, { childList: true, subtree: true })
  for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, end, true)
}

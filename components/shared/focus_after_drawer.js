// The drawer is not ours, and one drawer may lead into another and back: whenever none is left, the focus belongs to
// what opened the first, until the reader goes on from there.
function focusAfterDrawer(find) {
  const open = () => Boolean(document.querySelector('[role="dialog"]'))
  let seen = false
  let there = false
  let timer = 0
  const watcher = new MutationObserver(() => {
    const now = open()
    if (there && !now) {
      timer = setTimeout(() => open() || find()?.focus({ preventScroll: true }), 100)
    }
    there = now
    seen ||= now
  })
  const end = () => {
    // What is pressed before the drawer has come is no going on.
    if (seen && !open()) {
      clearTimeout(timer)
      watcher.disconnect()
      for (const act of ["pointerdown", "keydown"]) document.removeEventListener(act, end, true)
    }
  }
  watcher.observe(document.body, { childList: true, subtree: true })
  for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, end, true)
}

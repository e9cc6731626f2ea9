// The drawer is not ours: once it has come and gone, the focus belongs to what opened it.
function focusAfterDrawer(find) {
  let seen = false
  const watcher = new MutationObserver(() => {
    const there = Boolean(document.querySelector('[role="dialog"]'))
    if (seen && !there) {
      watcher.disconnect()
      setTimeout(() => find()?.focus({ preventScroll: true }), 100)
    }
    seen = there
  })
  watcher.observe(document.body, { childList: true, subtree: true })
}

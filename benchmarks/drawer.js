// When does the drawer show the evidence that a click opens? Its text lies in the page itself, under no shadow root.
(() => {
  const seen = { pressed: 0, first: 0, last: 0 }
  new MutationObserver(() => {
    const drawer = seen.pressed && document.querySelector("[data-testid=stDialog]")
    if (!drawer) return
    seen.last = performance.now() - seen.pressed
    if (!seen.first && drawer.querySelector("mark")) seen.first = seen.last
  }).observe(document, { subtree: true, childList: true, characterData: true })
  window.addEventListener("pointerdown", (event) => {
    if (seen.armed) Object.assign(seen, { armed: false, pressed: event.timeStamp })
  }, { capture: true })
  window.drawer = {
    arm: () => Object.assign(seen, { armed: true, pressed: 0, first: 0, last: 0 }),
    times: (still) => seen.first && performance.now() - seen.pressed - seen.last > still ? [seen.first, seen.last] : null,
  }
})()

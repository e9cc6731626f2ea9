// What holds many controls is one stop of the Tab key (WAI-ARIA: roving tabindex). Inside it, Left and Right go from one
// to the next as they are read, Up and Down by where they stand, Home and End to the ends of a line, then of the whole.
const rovers = new WeakMap()

// Takes the controls `selector` of `root` in hand, after each drawing; Tab comes to `first` where it was on none before.
function roving(root, selector, first = selector) {
  const rover = rovers.get(root) ?? rove(root)
  rovers.set(root, rover)
  Object.assign(rover, { selector, first })
  rover.settle()
}

function rove(root) {
  const rover = { selector: "", first: "" }
  const shown = () => [...root.querySelectorAll(rover.selector)].filter((one) => one.checkVisibility())
  const hold = (one) => {
    for (const other of root.querySelectorAll(rover.selector)) other.setAttribute("tabindex", other === one ? "0" : "-1")
    rover.held = one
  }
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2]
  const line = (items, one) => {
    const box = one.getBoundingClientRect()
    return items.filter((other) => {
      const y = middle(other.getBoundingClientRect())[1]
      return y > box.top && y < box.bottom
    })
  }
  const along = (items, one, down) => {
    const box = one.getBoundingClientRect()
    const [x, y] = middle(box)
    const beyond = items.map((other) => [other, other.getBoundingClientRect()])
      .filter(([other, at]) => other !== one && (down ? middle(at)[1] >= box.bottom : middle(at)[1] <= box.top))
    // What stands right above or below comes before what is nearer and aside.
    const straight = beyond.filter(([, at]) => at.left < box.right && at.right > box.left)
    const far = ([, at]) => Math.abs(middle(at)[1] - y) * 4 + Math.abs(middle(at)[0] - x)
    return (straight.length ? straight : beyond).sort((a, b) => far(a) - far(b))[0]?.[0]
  }
  const end = (items, one, last, whole) => {
    const own = line(items, one)
    const aim = own.at(last ? -1 : 0)
    return whole || aim === one ? items.at(last ? -1 : 0) : aim
  }
  rover.settle = () => {
    const held = rover.held
    if (held?.isConnected && root.contains(held) && held.checkVisibility()) return hold(held)
    hold(root.querySelector(rover.first) ?? shown()[0])
  }
  root.addEventListener("focusin", (event) => {
    const one = event.target.closest(rover.selector)
    if (one && root.contains(one)) hold(one)
  })
  root.addEventListener("keydown", (event) => {
    const one = event.target.closest?.(rover.selector)
    if (!one || !root.contains(one) || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return
    const items = shown()
    const at = items.indexOf(one)
    const acts = {
      ArrowRight: () => items[at + 1],
      ArrowLeft: () => items[at - 1],
      ArrowDown: () => along(items, one, true),
      ArrowUp: () => along(items, one, false),
      Home: () => end(items, one, false, event.ctrlKey),
      End: () => end(items, one, true, event.ctrlKey),
    }
    if (!acts[event.key] || (event.ctrlKey && !["Home", "End"].includes(event.key))) return
    event.preventDefault()
    acts[event.key]()?.focus()
  })
  // What folds or grows narrow may hide what Tab would come to.
  root.addEventListener("toggle", () => rover.settle(), true)
  new ResizeObserver(() => rover.settle()).observe(root)
  root.dataset.roving = ""
  return rover
}

// One click puts a text into the clipboard and says so. Where a browser keeps its clipboard to itself (a page without
// TLS has none), the older way is tried; where that fails too, the text is shown to be taken by hand.
const LONG = 2500

function byHand(root, text, unseen) {
  const box = document.createElement("textarea")
  box.readOnly = true
  box.value = text
  box.rows = 4
  box.className = unseen ? "unseen" : ""
  root.append(box)
  box.focus({ preventScroll: unseen })
  box.select()
  return box
}

async function copied(root, text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const box = byHand(root, text, true)
    const done = document.execCommand("copy")
    box.remove()
    return done
  }
}

export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".copy")
  const button = root.querySelector("button")
  const said = root.querySelector(".said")
  let timer = 0
  button.textContent = data.label
  button.title = data.hint
  root.querySelector("textarea")?.remove()
  button.onclick = async () => {
    root.querySelector("textarea")?.remove()
    const done = await copied(root, data.text)
    clearTimeout(timer)
    said.textContent = done ? data.copied : data.failed
    button.textContent = done ? data.copied : data.failed
    button.classList.toggle("done", done)
    if (done) button.focus({ preventScroll: true })
    else byHand(root, data.text, false).setAttribute("aria-label", data.label)
    timer = setTimeout(() => {
      button.textContent = data.label
      button.classList.remove("done")
      said.textContent = ""
    }, LONG)
  }
  return () => clearTimeout(timer)
}

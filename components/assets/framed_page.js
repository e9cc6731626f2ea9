// A scanned page with some of its lines framed, turned to the first of them. Texts go in as textContent.
const drawn = new WeakMap()

const put = (node, [left, top, right, bottom]) =>
  Object.assign(node.style, {
    left: `${left * 100}%`, top: `${top * 100}%`, width: `${(right - left) * 100}%`, height: `${(bottom - top) * 100}%`,
  })

export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".framed-page")
  const wanted = JSON.stringify([data.turn, data.boxes, data.caption])
  if (drawn.get(root) === wanted) return
  drawn.set(root, wanted)
  const view = document.createElement("div")
  view.className = "view"
  view.tabIndex = 0
  view.setAttribute("role", "group")
  view.setAttribute("aria-label", data.caption)
  const sheet = document.createElement("div")
  sheet.className = "sheet"
  sheet.style.aspectRatio = `${data.width} / ${data.height}`
  const image = document.createElement("img")
  image.alt = data.caption
  image.src = `data:image/jpeg;base64,${data.picture}`
  sheet.append(image)
  for (const box of data.boxes) {
    const frame = document.createElement("div")
    frame.className = "line"
    put(frame, box)
    sheet.append(frame)
  }
  view.append(sheet)
  const caption = document.createElement("div")
  caption.className = "caption"
  caption.textContent = data.caption
  root.replaceChildren(view, caption)
  const first = data.boxes[0]
  if (!first) return
  // The picture is larger than its window: what is framed stands in the middle of it.
  requestAnimationFrame(() => {
    view.scrollTop = ((first[1] + first[3]) / 2) * sheet.offsetHeight - view.clientHeight / 2
    view.scrollLeft = ((first[0] + first[2]) / 2) * sheet.offsetWidth - view.clientWidth / 2
  })
}

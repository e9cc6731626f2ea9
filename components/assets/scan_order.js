// A scanned page with numbered frames, and the list of them to be put in order. Texts go in as textContent.
const scans = new WeakMap()

const made = (name, attributes = {}, ...children) => {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value)
  node.append(...children)
  return node
}

class Scan {
  constructor(root) {
    this.root = root
    this.dragged = -1
    this.shown = ""
  }

  update(data, send) {
    this.data = data
    this.send = send
    this.waits = false
    const wanted = JSON.stringify([data.turn, data.page, data.frames, data.words])
    if (wanted === this.shown) return
    this.shown = wanted
    const active = this.root.getRootNode().activeElement
    const held = active && this.root.contains(active) ? [active.dataset.rank, active.dataset.does] : null
    this.root.replaceChildren(this.picture(), this.list())
    if (held) this.root.querySelector(`[data-rank="${held[0]}"][data-does="${held[1]}"]`)?.focus()
  }

  act(act) {
    // Ranks mean the frames as they stand: one change at a time.
    if (this.waits) return
    this.waits = true
    this.send({ n: this.data.turn + 1, page: this.data.page, ...act })
  }

  move(rank, to) {
    const place = this.data.frames.findIndex((frame) => frame.rank === rank)
    const last = this.data.frames.length - 1
    const aim = Math.min(Math.max(to, 0), last)
    if (Number.isNaN(aim) || aim === place) return
    this.act({ act: "move", from: place, to: aim })
  }

  picture() {
    const { picture, words, frames, width, height } = this.data
    const sheet = made("div", { class: "sheet", role: "group", "aria-label": words.picture })
    sheet.style.aspectRatio = `${width} / ${height}`
    if (picture) {
      const image = made("img", { alt: words.picture, draggable: "false" })
      image.src = `data:image/jpeg;base64,${picture}`
      sheet.append(image)
    }
    frames.forEach((frame, place) => {
      const box = made("button", { type: "button", class: `box ${frame.role}`, "data-rank": frame.rank, "data-does": "box" })
      this.put(box, frame.box)
      box.setAttribute("aria-label", `${place + 1} · ${frame.label} · ${frame.text}`)
      const number = made("span", { class: "number" })
      number.textContent = String(place + 1)
      box.append(number)
      box.onclick = () => this.root.querySelector(`li[data-rank="${frame.rank}"] input`)?.focus()
      sheet.append(box)
      for (const line of frame.unsure) {
        const mark = made("div", { class: "unsure" })
        this.put(mark, line)
        sheet.append(mark)
      }
    })
    return sheet
  }

  put(node, [left, top, right, bottom]) {
    Object.assign(node.style, {
      left: `${left * 100}%`, top: `${top * 100}%`, width: `${(right - left) * 100}%`, height: `${(bottom - top) * 100}%`,
    })
  }

  list() {
    const { words, frames } = this.data
    const list = made("ol", { class: "frames", "aria-label": words.list })
    list.append(...frames.map((frame, place) => this.row(frame, place, words)))
    return list
  }

  row(frame, place, words) {
    const row = made("li", { class: frame.role, "data-rank": frame.rank, draggable: "true" })
    const number = made("input", { type: "number", min: 1, max: this.data.frames.length, value: place + 1, "data-rank": frame.rank, "data-does": "number" })
    number.setAttribute("aria-label", `${words.number} · ${frame.text}`)
    number.onchange = () => this.move(frame.rank, Math.round(Number(number.value)) - 1)
    number.onfocus = () => this.light(frame.rank, true)
    number.onblur = () => this.light(frame.rank, false)
    number.onkeydown = (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (!step) return
      // The arrows move the frame and not the number, which would lead the other way.
      event.preventDefault()
      this.move(frame.rank, place + step)
    }
    const role = made("select", { "data-rank": frame.rank, "data-does": "role" })
    role.setAttribute("aria-label", `${words.role} · ${frame.text}`)
    for (const [value, label] of this.data.roles) {
      const option = made("option", { value })
      option.textContent = label
      role.append(option)
    }
    role.value = frame.role
    role.onchange = () => this.act({ act: "role", from: place, role: role.value })
    const text = made("span", { class: "text", lang: "zh-CN" })
    text.textContent = frame.text
    row.append(number, this.step(frame, place, -1, "↑", words.up), this.step(frame, place, 1, "↓", words.down), role, text)
    row.onmouseenter = () => this.light(frame.rank, true)
    row.onmouseleave = () => this.light(frame.rank, false)
    row.ondragstart = (event) => {
      this.dragged = frame.rank
      event.dataTransfer.effectAllowed = "move"
      event.dataTransfer.setData("text/plain", String(place + 1))
    }
    row.ondragover = (event) => {
      if (this.dragged < 0) return
      event.preventDefault()
      row.classList.add("under")
    }
    row.ondragleave = () => row.classList.remove("under")
    row.ondragend = () => { this.dragged = -1 }
    row.ondrop = (event) => {
      event.preventDefault()
      row.classList.remove("under")
      if (this.dragged >= 0) this.move(this.dragged, place)
      this.dragged = -1
    }
    return row
  }

  step(frame, place, by, sign, label) {
    const button = made("button", { type: "button", class: "step", "data-rank": frame.rank, "data-does": label })
    button.textContent = sign
    button.setAttribute("aria-label", `${label} · ${frame.text}`)
    button.disabled = by < 0 ? place === 0 : place === this.data.frames.length - 1
    button.onclick = () => this.move(frame.rank, place + by)
    return button
  }

  light(rank, on) {
    this.root.querySelector(`.box[data-rank="${rank}"]`)?.classList.toggle("lit", on)
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".scan-order")
  if (!scans.has(root)) scans.set(root, new Scan(root))
  scans.get(root).update(data, (act) => setTriggerValue("act", act))
}

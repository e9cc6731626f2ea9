// Figures as cards in groups, each opening its evidence. Every text goes in as textContent.
const drawn = new WeakMap()

const part = (name, className, text, lang) => {
  const node = document.createElement(name)
  if (className) node.className = className
  if (text !== undefined) node.textContent = text
  if (lang) node.lang = lang
  return node
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".figure-cards")
  // What is opened does not run the page, which would tint it.
  const tint = (id) => {
    for (const item of root.querySelectorAll(".card")) item.classList.toggle("chosen", item.dataset.id === id)
  }
  const open = (id, key) => {
    setTriggerValue("opened", id)
    tint(id)
    focusAfterDrawer(() => root.querySelector(`[data-key="${CSS.escape(key)}"] button`))
  }

  const card = (one, key) => {
    const item = part("li", `card ${one.kind}`)
    item.dataset.id = one.id
    item.dataset.key = key
    if (one.id) item.onclick = () => {
      // Whoever marks words with the mouse wants the words.
      if (!String(getSelection())) open(one.id, key)
    }
    else item.classList.add("still")
    const head = part("div", "head")
    if (one.id) {
      const button = part("button", one.written ? "figure" : "further", one.written || one.tag)
      if (one.written) button.lang = "zh-CN"
      button.type = "button"
      const told = [one.written, one.counts || one.tag, one.whose, data.opens]
      button.setAttribute("aria-label", told.filter(Boolean).join(" · "))
      button.onclick = (event) => {
        event.stopPropagation()
        open(one.id, key)
      }
      head.append(button)
    }
    for (const name of one.id && !one.written ? ["reads"] : ["reads", "tag"]) {
      if (one[name]) head.append(part("span", name, one[name]))
    }
    item.append(head)
    if (one.counts) item.append(part("div", "counts", one.counts))
    const about = [one.whose, one.when].filter(Boolean).join(" · ")
    if (about) item.append(part("div", "about", about))
    if (one.clause.some(Boolean)) {
      const clause = part("p", "clause", one.clause[0], "zh-CN")
      clause.append(part("mark", "", one.clause[1]), document.createTextNode(one.clause[2]))
      item.append(clause)
    }
    for (const name of ["told", "remark"]) if (one[name]) item.append(part("div", name, one[name]))
    return item
  }

  const group = (one, rank) => {
    // A few cards leave room for the next group beside them; their note stands under them then.
    const few = one.cards.length < 3 && data.groups.length > 1
    const classes = [!few && one.note.length && "noted", one.heading && "headed", few && "few"]
    const section = part("section", classes.filter(Boolean).join(" "))
    if (few) section.style.setProperty("--cards", one.cards.length)
    if (one.heading) {
      const heading = part("div", "heading", one.heading)
      heading.setAttribute("role", "heading")
      heading.setAttribute("aria-level", "2")
      heading.id = `${parentElement.id || "cards"}-${rank}`
      section.append(heading)
    }
    if (one.lead || one.lead_note) {
      const lead = part("div", "lead")
      if (one.lead) lead.append(part("b", "", one.lead))
      if (one.lead_note) lead.append(part("span", "", one.lead_note))
      section.append(lead)
    }
    const list = part("ul", one.together ? "together" : "apart")
    list.setAttribute("role", "list")
    if (one.heading) list.setAttribute("aria-label", one.heading)
    list.append(...one.cards.map((each, place) => card(each, `${rank}-${place}`)))
    section.append(list)
    if (one.note.length) {
      const aside = part("div", "note")
      aside.setAttribute("role", "note")
      aside.append(part("p", "verdict", one.note[0]))
      if (one.note.length > 1) {
        const why = part("details")
        why.open = root.clientWidth >= 640
        const reasons = part("ul")
        reasons.append(...one.note.slice(1).map((text) => part("li", "", text)))
        why.append(part("summary", "", data.why), reasons)
        aside.append(why)
      }
      section.append(aside)
    }
    return section
  }

  // A rerun that changes nothing leaves the cards as they are, with their focus and what is unfolded.
  const wanted = JSON.stringify(data.groups)
  if (drawn.get(root) !== wanted) {
    drawn.set(root, wanted)
    root.replaceChildren(...data.groups.map(group))
    roving(root, "button, summary")
  }
  tint(data.chosen)
}

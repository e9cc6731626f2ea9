// What a page does beside what Streamlit draws of it: links that skip to its parts, the result of a filter said aloud,
// Streamlit's own words in the reader's language, and a menu that goes away on a phone. It runs once and stays; each
// page then begins with its words.
window.changaiPage ??= (() => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  // Our parts keep to a tree of their own or do not.
  const deep = (selector) => all(`[data-testid="stMain"] ${selector}, [data-testid^="stBidiComponent"]`)
    .flatMap((one) => one.matches(selector) ? [one] : one.shadowRoot ? [...one.shadowRoot.querySelectorAll(selector)] : [])
  const seen = (one) => one?.checkVisibility?.()

  const targets = {
    search: () => all('[data-testid="stMain"] [data-testid="stTextInput"] input').find(seen),
    filters: () => deep(".bar [tabindex='0'], [data-testid='stMain'] [data-testid='stButtonGroup'] [tabindex='0']")
      .find((one) => seen(one) && !one.closest('.st-key-language_switch')),
    results: () => deep(":is([data-roving]:not(.bar), svg) [tabindex='0']").find(seen)
      ?? all('[data-testid="stMain"] :is([data-testid="stPageLink"] a, [data-testid="stTextArea"] textarea)').find(seen),
    downloads: () => all('[data-testid="stMain"] [data-testid="stDownloadButton"] button').find(seen),
  }
  const skips = document.createElement("nav")
  skips.className = "changai-skips"
  const links = Object.entries(targets).map(([name, find]) => {
    const link = document.createElement("a")
    link.href = `#${name}`
    link.dataset.name = name
    link.onclick = (event) => {
      event.preventDefault()
      find()?.focus()
    }
    return link
  })
  skips.append(...links)
  addEventListener("keydown", (event) => {
    if (event.key === "Tab") for (const link of links) link.hidden = !targets[link.dataset.name]()
  }, true)
  const status = document.createElement("div")
  status.className = "changai-status"
  status.setAttribute("role", "status")
  document.body.prepend(skips)
  document.body.append(status)

  const named = ["aria-label", "title", "placeholder", "alt"]
  const ours = '[data-testid="stMarkdown"], [data-testid="stText"], [data-testid="stHeading"], svg, script, style, textarea'
  let words = []
  const said = (text) => {
    for (const [pattern, told] of words) {
      const found = pattern.exec(text.trim())
      if (found) return told.replace("{what}", found[1] ?? "")
    }
    return text
  }
  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const told = said(node.data)
      if (told !== node.data && !node.parentElement?.closest(ours)) node.data = told
      return
    }
    // The name of a picture is no word of the button that it stands in.
    if (node.dataset?.testid === "stIconMaterial") node.setAttribute("aria-hidden", "true")
    // What is written in Chinese is read aloud in Chinese, also on an English page.
    if (document.documentElement.lang === "en" && node.matches?.(":is(p, li, td, th, h2, h3, pre, [data-testid='stText'])")) {
      const letters = node.textContent.match(/\p{L}/gu) ?? []
      if (letters.filter((one) => /\p{Script=Han}/u.test(one)).length * 2 > letters.length) node.lang = "zh-CN"
    }
    // What filters have left is said where it changes while it stands: `components/frame/told.py`.
    if (node.matches?.('[class*="st-key-told"]')) {
      for (const [name, value] of [["role", "status"], ["aria-atomic", "true"]]) node.setAttribute(name, value)
    }
    // Streamlit's headings leave out the second level, and the fourth: what stands below the title is named after it.
    const level = { H3: 2, H5: 3 }[node.tagName]
    if (level && node.closest('[data-testid="stMain"]') && node.closest(ours)) node.setAttribute("aria-level", level)
    for (const name of named) {
      const text = node.getAttribute?.(name)
      if (text && said(text) !== text) node.setAttribute(name, said(text))
    }
  }
  const within = (node) => {
    translate(node)
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    while (walker.nextNode()) translate(walker.currentNode)
  }
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(within)
      else translate(change.target)
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: named })

  // Where arrows lead from one thing to the next, whoever comes by keyboard is told, once by ear.
  const hint = document.createElement("div")
  hint.className = "changai-hint"
  hint.setAttribute("aria-hidden", "true")
  hint.hidden = true
  document.body.append(hint)
  const met = new WeakSet()
  document.addEventListener("focusin", (event) => {
    const path = event.composedPath()
    const root = path.find((one) => one.dataset?.roving !== undefined)
    hint.hidden = !root || !path[0].matches(":focus-visible")
    if (hint.hidden || met.has(root)) return
    met.add(root)
    status.textContent = hint.textContent
  })
  document.addEventListener("focusout", () => { hint.hidden = true })

  // On a phone the menu lies over the page: it goes once a page is chosen, which Streamlit leaves to the reader.
  document.addEventListener("click", (event) => {
    if (innerWidth > 768 || !event.target.closest?.('[data-testid="stSidebarNavLink"]')) return
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 150)
  })

  const exact = (text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace("{what}", "(.+)")}$`)
  const begin = (told, skip) => {
    words = told.map(([other, wanted]) => [exact(other), wanted])
    skips.setAttribute("aria-label", skip.label)
    for (const link of links) link.textContent = skip[link.dataset.name]
    hint.textContent = skip.arrows
    within(document.body)
  }
  return { begin, targets }
})()

// What is written in Chinese is read aloud in Chinese, also on an English page.
function spoken(node) {
  const letters = node.textContent.match(/\p{L}/gu) ?? []
  if (letters.filter((one) => /\p{Script=Han}/u.test(one)).length * 2 > letters.length) node.lang = "zh-CN"
  return node
}

// HTML of ours in its place: of another one only what differs is changed. The framework's own way
// parses, cleans and lays out all of it anew, which is most of the wait for another basis.
const TAGS = new Set(("a b br details div em figcaption figure h2 h3 i li nav ol p section small " +
  "span summary table tbody td th thead tr ul wbr").split(" "));
const ATTRIBUTES = /^(aria-[a-z]+|class|colspan|data-label|href|open|role|rowspan|scope|style|title)$/;
const decoder = new TextDecoder();

export default function ({ data, parentElement }) {
  const next = document.createElement("template");  // nothing in it loads or runs
  next.innerHTML = decoder.decode(data);
  clean(next.content);
  let page = parentElement.querySelector(":scope > .stHtml");
  if (!page) {
    page = document.createElement("div");
    page.className = "stHtml";
    parentElement.append(page);
  }
  become(page, next.content);
}

// The server escapes every word of a file. Should one slip through, nothing comes of it here.
function clean(content) {
  for (const element of content.querySelectorAll("*")) {
    if (!TAGS.has(element.localName)) {
      element.remove();
      continue;
    }
    for (const { name } of [...element.attributes])
      if (!ATTRIBUTES.test(name)) element.removeAttribute(name);
    if (element.hasAttribute("href") && !isOurs(element.getAttribute("href")))
      element.removeAttribute("href");
  }
}

function isOurs(address) {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch {
    return false;
  }
}

function become(now, next) {
  let at = now.firstChild;
  for (const child of [...next.childNodes]) {
    const following = at?.nextSibling ?? null;
    if (!at) now.append(child);
    else if (at.nodeName !== child.nodeName) at.replaceWith(child);
    else if (at.nodeType !== Node.ELEMENT_NODE) {
      if (at.data !== child.data) at.data = child.data;
    } else {
      takeAttributes(at, child);
      become(at, child);
    }
    at = following;
  }
  while (at) {
    const following = at.nextSibling;
    at.remove();
    at = following;
  }
}

function takeAttributes(now, next) {
  for (const { name, value } of next.attributes)
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  for (const { name } of [...now.attributes])
    // What a person has unfolded stays so.
    if (name !== "open" && !next.hasAttribute(name)) now.removeAttribute(name);
}

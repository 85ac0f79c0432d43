import { LETTER_ENTITIES } from './letterEntities'
import { DEEPEST_MARKUP, MOST_ELEMENTS, type MarkupElement, type MarkupNode } from './markupTree'

/** A tag, read once: a document has thousands of tags and some dozens of different ones. */
interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly empty: boolean
  /** What stands between `<` and `>` of the tag that closes it. */
  readonly closing: string
}

const NAME = '[A-Za-z_][\\w.:-]*'
const OPENING = new RegExp(`^${NAME}`)
const ATTRIBUTE = new RegExp(`[ \\n\\t]+(${NAME})[ \\n\\t]*=[ \\n\\t]*(?:"([^"<\\n\\t]*)"|'([^'<\\n\\t]*)')`, 'y')
const ENDING = /[ \n\t]*\/?$/y
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/
/** Characters that XML 1.0 does not allow, and the carriage return, which it changes. */
const STRANGE = /[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const BLANK = /^[ \n\t]*$/
/** A longer one holds a picture, or worse. */
const LONGEST_TAG = 10_000
const MOST_TAGS = 2_000
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>)

/**
 * What programs write when they write XML, by jumps from sign to sign: elements, attributes, text, references to characters. Undefined
 * when there is anything else in it (comments, CDATA, a document type, names beyond ASCII), when anything is wrong, and when it is beyond
 * the limits: then it is for the parser that knows all of XML and says what is wrong. Never gives another tree than that one would.
 */
export function scanXml(xml: string): MarkupElement | undefined {
  if (STRANGE.test(xml) || xml.includes(']]>')) return undefined
  const tags = new Map<string, Tag>()
  const open: Tag[] = []
  let inner: Tag | undefined
  /** Where in `nodes` the children of each open element begin; at the end of the list stand those of the innermost one. */
  const begins: number[] = []
  const nodes: MarkupNode[] = []
  let made = 0
  let at = DECLARATION.exec(xml)?.[0].length ?? 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start !== at) {
      const words = xml.slice(at, start < 0 ? xml.length : start)
      const text = inner ? resolved(words) : BLANK.test(words) ? '' : undefined
      if (text === undefined) return undefined
      if (text !== '') nodes.push(text)
    }
    if (start < 0) break
    if (xml.charCodeAt(start + 1) === SLASH) {
      at = inner ? endOfClosing(xml, start, inner) : 0
      const from = begins.pop()
      if (!inner || at === 0 || from === undefined) return undefined
      const children = nodes.slice(from)
      nodes.length = from
      nodes.push({ name: inner.name, attributes: inner.attributes, children })
      open.pop()
      inner = open.at(-1)
      continue
    }
    const end = xml.indexOf('>', start)
    if (
      end < 0 ||
      end - start > LONGEST_TAG ||
      (!inner && nodes.length > 0) ||
      open.length >= DEEPEST_MARKUP ||
      ++made > MOST_ELEMENTS
    )
      return undefined
    const source = xml.slice(start + 1, end)
    at = end + 1
    let tag = tags.get(source)
    if (!tag) {
      tag = readTag(source)
      if (!tag) return undefined
      if (tags.size < MOST_TAGS) tags.set(source, tag)
    }
    if (tag.empty) nodes.push({ name: tag.name, attributes: tag.attributes, children: [] })
    else {
      open.push(tag)
      inner = tag
      begins.push(nodes.length)
    }
  }
  const [root] = nodes
  return !inner && typeof root === 'object' ? root : undefined
}

const SLASH = 0x2f
const GREATER = 0x3e

/** Where the tag that closes an element ends, or 0 when another one stands there. */
function endOfClosing(xml: string, start: number, { closing }: Tag): number {
  const end = start + 1 + closing.length
  return xml.startsWith(closing, start + 1) && xml.charCodeAt(end) === GREATER ? end + 1 : 0
}

function readTag(source: string): Tag | undefined {
  const name = OPENING.exec(source)?.[0]
  if (name === undefined) return undefined
  let attributes: Record<string, string> | undefined
  let at = name.length
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(source)
    if (!found) break
    const [whole, key = '', quoted, single = ''] = found
    const value = resolved(quoted ?? single)
    attributes ??= Object.create(null) as Record<string, string>
    if (value === undefined || key in attributes) return undefined
    attributes[key] = value
    at += whole.length
  }
  ENDING.lastIndex = at
  if (!ENDING.test(source)) return undefined
  return {
    name: name.slice(name.indexOf(':') + 1),
    attributes: attributes ?? NO_ATTRIBUTES,
    empty: source.endsWith('/'),
    closing: `/${name}`,
  }
}

/** With the characters that are referred to; undefined when a reference means nothing. */
function resolved(words: string): string | undefined {
  if (!words.includes('&')) return words
  let known = true
  const text = words.replace(
    /&(?:([A-Za-z][A-Za-z0-9]*)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&/g,
    (_all, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      const character =
        name !== undefined
          ? LETTER_ENTITIES[name]
          : characterOf(decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16))
      if (character === undefined) known = false
      return character ?? ''
    },
  )
  return known ? text : undefined
}

const characterOf = (code: number): string | undefined => {
  if (!(code >= 0 && code <= 0x10ffff)) return undefined
  const character = String.fromCodePoint(code)
  return character === '\r' || !STRANGE.test(character) ? character : undefined
}

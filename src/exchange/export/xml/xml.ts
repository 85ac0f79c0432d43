/** XML 1.0 as text: escaped once, here, so that no value can become markup. */

/** What XML 1.0 cannot hold at all (section 2.2); the rest was taken out by the projection. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Any of what is escaped or left out; most texts have none of it. */
const SPECIAL = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** Character data. A carriage return is written as a reference, since parsers turn it into a line feed. */
export const escapeXml = (text: string): string => (SPECIAL.test(text) ? escaped(text) : text)

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')

/** The value of an attribute in double quotes. White space other than the blank is written as references, which parsers keep. */
function escapeAttribute(text: string): string {
  const value = escapeXml(text)
  return IN_ATTRIBUTES.test(value)
    ? value.replace(/"/g, '&quot;').replace(/[\t\n]/g, (space) => `&#${space.charCodeAt(0)};`)
    : value
}
const IN_ATTRIBUTES = /["\t\n]/

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Attributes that are undefined or '' are left out. `children` are XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let written = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined && value !== '')
      written += ` ${key}="${typeof value === 'number' ? value : escapeAttribute(value)}"`
  }
  const content = children.join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** An element that holds elements only, each on a line of its own. Never for mixed content, where the line breaks would be text. */
export function container(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const inner = children.filter((child) => child !== '')
  return inner.length === 0 ? element(name, attributes) : element(name, attributes, '\n', inner.join('\n'), '\n')
}

/** An element that holds text, or nothing when there is none. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  text === '' ? '' : element(name, attributes, escapeXml(text))

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A language tag that the type xs:language takes, or undefined. */
export const xmlLanguage = (language: string): string | undefined =>
  /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined

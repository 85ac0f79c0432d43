/** Writes XML 1.0 as text. Values are escaped here and nowhere else, so that none can become markup. */

/** Characters that XML 1.0 excludes (section 2.2) and the projection lets through. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Most texts have none of these. */
const SPECIAL = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** Escapes character data. A carriage return becomes a reference, because parsers turn it into a line feed. */
export const escapeXml = (text: string): string => (SPECIAL.test(text) ? escaped(text) : text)

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')

/** Escapes the value of an attribute in double quotes. Tabs and line feeds become references, which parsers keep. */
function escapeAttribute(text: string): string {
  const value = escapeXml(text)
  return IN_ATTRIBUTES.test(value)
    ? value.replace(/"/g, '&quot;').replace(/[\t\n]/g, (space) => `&#${space.charCodeAt(0)};`)
    : value
}
const IN_ATTRIBUTES = /["\t\n]/

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Writes an element. Attributes that are undefined or '' are left out. `children` are XML. */
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

/** Writes an element of elements, each on its own line. Not for mixed content, where line breaks are text. */
export function container(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const inner = children.filter((child) => child !== '')
  return inner.length === 0 ? element(name, attributes) : element(name, attributes, '\n', inner.join('\n'), '\n')
}

/** Writes an element of text, or nothing if the text is empty. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  text === '' ? '' : element(name, attributes, escapeXml(text))

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Returns a tag that fits xs:language, or undefined. */
export const xmlLanguage = (language: string): string | undefined =>
  /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined

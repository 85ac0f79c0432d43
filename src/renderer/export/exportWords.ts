/** How export formats are offered to people. */
import type { ExportFormat } from '../../story/requests/requests'

export const FORMAT_WORDS: Readonly<Record<ExportFormat, { readonly name: string; readonly what: string }>> = {
  ninjs: { name: 'ninjs', what: 'JSON for wires; ed note and embargo travel' },
  'newsml-g2': { name: 'NewsML-G2', what: 'XML for wires, with the copy as XHTML' },
  nitf: { name: 'NITF', what: 'XML for older newsroom systems' },
  html: { name: 'Web page', what: 'HTML with NewsArticle data for search engines' },
  markdown: { name: 'Markdown', what: 'Headings, links, lists and emphasis as plain signs' },
  docx: { name: 'Word', what: 'DOCX with styles for headline, byline, subheads, quotes and lists' },
  pdf: { name: 'PDF', what: 'The printed page, with page numbers and the shipped fonts' },
  text: { name: 'Plain text', what: 'For wires: notes first, then the words' },
  annotations: { name: 'Facts as data', what: 'W3C Web Annotations: each fact with its place, status and backup' },
  factsheet: { name: 'Fact sheet', what: 'Numbered facts with their backup: a page, PDF or Word' },
}

/** Longer previews are cut; the saved file never is. */
const PREVIEW_CHARACTERS = 200_000

export interface PreviewText {
  readonly text: string
  readonly cut: boolean
}

/** An export's bytes as text to look at. JSON is shown indented. */
export function previewText(bytes: Uint8Array, mediaType: string): PreviewText {
  const whole = new TextDecoder().decode(bytes)
  const text = /json/i.test(mediaType) ? indented(whole) : whole
  return { text: text.slice(0, PREVIEW_CHARACTERS), cut: text.length > PREVIEW_CHARACTERS }
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return json
    throw error
  }
}

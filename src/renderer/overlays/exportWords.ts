/** How export formats are offered to people. */
import type { ExportFormat } from '../../story/requests'

export const FORMAT_WORDS: Readonly<Record<ExportFormat, { readonly name: string; readonly what: string }>> = {
  ninjs: { name: 'ninjs 3.1', what: 'JSON for wires; ed note and embargo travel' },
  html: { name: 'Web page', what: 'HTML with NewsArticle data for search engines' },
  markdown: { name: 'Markdown', what: 'Headings, links, lists and emphasis as plain signs' },
  text: { name: 'Plain text', what: 'The words alone' },
  factsheet: { name: 'Fact sheet', what: 'Numbered facts with their backup, as HTML' }
}

/** Longer previews are cut; the saved file never is. */
const PREVIEW_CHARACTERS = 200_000

export interface PreviewText { readonly text: string; readonly cut: boolean }

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

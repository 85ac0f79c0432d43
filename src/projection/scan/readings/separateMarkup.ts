const INLINE_TAG = /^<\/?(?:a|b|i|em|strong|span|u|s|mark|cite|q)\b/i
/** After a cell or before the next one. */
const CELL_TAG = /^<\/(?:td|th|entry|w:tc)\b/i
/** Words before and after are on lines of their own. */
const LINE_TAG =
  /^<\/?(?:p|div|li|ul|ol|dl|dt|dd|tr|row|table|thead|tbody|h[1-6]|hl[12]|hedline|blockquote|section|article|header|footer|figure|figcaption|br|block)\b/i

/**
 * Separates visible text from tags. Inline markup inside a word is removed; cells end with a tab, rows and grafs with a
 * line end. Formats without tags are all text; of Markdown, characters that may be inside a word are removed.
 */
export function separateMarkup(text: string, mediaType: string): { words: string; tags: string } {
  if (/html|xml|json/.test(mediaType)) {
    const tags: string[] = []
    const lines = text.includes('<') ? text.replace(/[\t\r\n]/g, ' ') : text
    const words = lines
      .replace(/<[a-z/!?][^<>]*>/gi, (tag) => {
        tags.push(tag)
        return INLINE_TAG.test(tag) ? '' : CELL_TAG.test(tag) ? '\t' : LINE_TAG.test(tag) ? '\n' : ' '
      })
      .replace(/\n[ \n]+/g, '\n')
    return { words, tags: tags.join('\n') }
  }
  const addresses: string[] = []
  const words = text.replace(/(\])?\((?:<[^<>\n]*>|(?:https?:|mailto:)[^()\s]*)\)/gi, (address, bracket?: string) => {
    addresses.push(address)
    return bracket ?? ''
  })
  return { words: /markdown/.test(mediaType) ? words.replace(/[*_\\]/g, '') : words, tags: addresses.join('\n') }
}

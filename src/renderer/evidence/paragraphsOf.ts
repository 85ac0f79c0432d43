/** Returns the grafs of a text file or a saved page, without markup. The parser runs and fetches nothing. */
export function paragraphsOf(bytes: Uint8Array, page: boolean): readonly string[] {
  const text = decode(bytes, page)
  return page
    ? wordsOfPage(text)
    : text
        .split(/\r?\n\s*\r?\n|\r\n?|\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '')
}

/**
 * Decodes UTF-8 or UTF-16 by their marks, a page also by its own declaration. Bytes that are not UTF-8 are read as the
 * web reads them.
 */
function decode(bytes: Uint8Array, page: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const said = page
    ? /<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:-]{2,40})/iu.exec(
        new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
      )?.[1]
    : undefined
  for (const encoding of [said, 'utf-8']) {
    if (encoding === undefined) continue
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // An unknown encoding, or a wrong declaration: try the next.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

const BLOCKS =
  'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, td, th, pre, figcaption, dt, dd, article, section, header, footer, tr, caption, text'

function wordsOfPage(html: string): readonly string[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const gone of page.querySelectorAll('script, style, noscript, template, iframe, object, head > :not(title)'))
    gone.remove()
  for (const block of page.querySelectorAll(BLOCKS)) {
    block.before('\n')
    block.after('\n')
  }
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n')
  return [page.title, ...page.body.textContent.split('\n')]
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
}

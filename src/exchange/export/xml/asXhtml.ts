/**
 * Turns our own HTML (htmlOfBlocks) into XHTML: closes empty elements. Our HTML always escapes `>` in attributes and
 * text.
 */
export const asXhtml = (html: string): string =>
  html.replace(/<(br|img|col|hr)\b([^>]*?)\/?>/g, '<$1$2/>').replace(/[\ufffe\uffff]/g, '')

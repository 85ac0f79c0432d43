/** Our own HTML (htmlOfBlocks) as XHTML: elements without content are closed. In its attributes and text `>` is always escaped. */
export const asXhtml = (html: string): string =>
  html.replace(/<(br|img|col|hr)\b([^>]*?)\/?>/g, '<$1$2/>').replace(/[\ufffe\uffff]/g, '')

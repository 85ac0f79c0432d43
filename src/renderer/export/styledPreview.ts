/** A web page split for a preview: the page without its style elements, and their rules. */
export interface StyledPreview {
  readonly page: string
  readonly css: string
}

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi

/**
 * The window's policy forbids inline styles, in previews too. What our own writers put into style elements is therefore
 * taken out and put back as a sheet of the frame's own, which the policy allows.
 */
export const splitStyles = (html: string): StyledPreview => ({
  page: html.replace(STYLE, ''),
  css: [...html.matchAll(STYLE)].map(([, rules = '']) => rules).join('\n'),
})

/** Dresses a loaded preview. The frame has to be same-origin; it still runs no script. */
export function dress(frame: HTMLIFrameElement, css: string): void {
  const inside = frame.contentWindow as (Window & Pick<typeof globalThis, 'CSSStyleSheet'>) | null
  if (!inside || css === '') return
  const sheet = new inside.CSSStyleSheet()
  sheet.replaceSync(css)
  inside.document.adoptedStyleSheets = [sheet]
}

/** A web page split for a preview: the page without its style elements, and their rules. */
export interface StyledPreview {
  readonly page: string
  readonly css: string
}

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi

/**
 * The window's policy forbids inline styles, in previews too. The rules of our own writers' style elements are put back
 * as a sheet of the frame, which the policy allows.
 */
export const splitStyles = (html: string): StyledPreview => ({
  page: html.replace(STYLE, ''),
  css: [...html.matchAll(STYLE)].map(([, rules = '']) => rules).join('\n'),
})

/** Styles a loaded preview. The frame must have the same origin; it still runs no script. */
export function dress(frame: HTMLIFrameElement, css: string): void {
  const inside = frame.contentWindow as (Window & Pick<typeof globalThis, 'CSSStyleSheet'>) | null
  if (!inside || css === '') return
  const sheet = new inside.CSSStyleSheet()
  sheet.replaceSync(css)
  inside.document.adoptedStyleSheets = [sheet]
}

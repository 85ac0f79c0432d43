/** A web page split for a preview: the page without styles and scripts, and its style rules. */
export interface StyledPreview {
  readonly page: string
  readonly css: string
}

/**
 * The window's policy forbids inline styles, in previews too. What a page says in style elements is therefore taken out and
 * put back as a sheet of the frame's own, which the policy allows.
 */
export function splitStyles(html: string): StyledPreview {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const styles = [...parsed.querySelectorAll('style')]
  const css = styles.map((style) => style.textContent).join('\n')
  for (const element of [...styles, ...parsed.querySelectorAll('script, link, base, meta[http-equiv]')]) element.remove()
  return { page: `<!doctype html>${new XMLSerializer().serializeToString(parsed.documentElement)}`, css }
}

/** Dresses a loaded preview. The frame has to be same-origin; it still runs no script. */
export function dress(frame: HTMLIFrameElement, css: string): void {
  const inside = frame.contentWindow as (Window & Pick<typeof globalThis, 'CSSStyleSheet'>) | null
  if (!inside || css === '') return
  const sheet = new inside.CSSStyleSheet()
  sheet.replaceSync(css)
  inside.document.adoptedStyleSheets = [sheet]
}

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

/** The window's own scroll bars (base.css), which its style sheets do not reach, on the page's own paper. */
const SCROLL_BARS = `::-webkit-scrollbar{inline-size:10px;block-size:10px}\
::-webkit-scrollbar-thumb{background:#d3ccbe;background-clip:padding-box;\
border-width:2px;border-style:solid;border-color:transparent;border-radius:5px}\
::-webkit-scrollbar-track{background:var(--page,#fff)}\
@media(prefers-color-scheme:dark){::-webkit-scrollbar-thumb{background-color:#423e38}}
`

/** Styles a loaded preview. The frame must have the same origin; it still runs no script. */
export function dress(frame: HTMLIFrameElement, css: string): void {
  const inside = frame.contentWindow as (Window & Pick<typeof globalThis, 'CSSStyleSheet'>) | null
  if (!inside || css === '') return
  const sheet = new inside.CSSStyleSheet()
  sheet.replaceSync(`${SCROLL_BARS}${css}`)
  inside.document.adoptedStyleSheets = [sheet]
}

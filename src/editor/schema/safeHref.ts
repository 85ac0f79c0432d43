import { LINK_SCHEMES } from '../../story/documentSchema'

/**
 * The address as a story may hold it, or undefined when it may not: http, https and mailto only. Control characters and
 * white space that browsers ignore inside a scheme ("java\nscript:") are taken out before judging.
 */
export function safeHref(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  const cleaned = address.replace(/[\u0000-\u0020\u007F-\u009F\u00A0\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g, '')
  let url: URL
  try {
    url = new URL(cleaned)
  } catch {
    return undefined // Not an absolute address: a story holds no other.
  }
  return (LINK_SCHEMES as readonly string[]).includes(url.protocol) ? url.href : undefined
}

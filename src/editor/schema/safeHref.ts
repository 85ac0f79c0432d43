import { LINK_SCHEMES } from '../../story/copy/documentSchema'

/**
 * The address if a story may hold it, else undefined: http, https and mailto only. Removes control characters and white
 * space that browsers ignore inside a scheme ("java\nscript:") before the test.
 */
export function safeHref(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  const cleaned = address.replace(/[\u0000-\u0020\u007F-\u009F\u00A0\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g, '')
  let url: URL
  try {
    url = new URL(cleaned)
  } catch {
    return undefined // Not an absolute address.
  }
  return (LINK_SCHEMES as readonly string[]).includes(url.protocol) ? url.href : undefined
}

/** Completes a typed or pasted address: a host without scheme gets https, one with an @ before it mailto. */
export function addressTyped(typed: string): string {
  const address = typed.trim()
  if (safeHref(address) !== undefined) return address
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]{2,}$/u.test(address)) return `mailto:${address}`
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u.test(address) ? `https://${address}` : address
}

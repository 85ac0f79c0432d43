/**
 * Direction overrides and embeddings (U+202A to U+202E). They show words in another order than they are stored, so the
 * copy never takes them in. Isolates (U+2066 to U+2069) and direction marks stay: mixed-direction text needs them.
 */
export const isDirectionOverride = (character: string): boolean => /^[\u202a-\u202e]$/.test(character)
export const hasDirectionOverride = (text: string): boolean => /[\u202a-\u202e]/.test(text)
export const withoutDirectionOverrides = (text: string): string =>
  hasDirectionOverride(text) ? text.replace(/[\u202a-\u202e]/g, '') : text

/** The same for every text in a value of objects and lists. Returns the value itself if it has none. */
export function dropDirectionOverrides<T>(value: T): { readonly value: T; readonly count: number } {
  let count = 0
  const clean = (item: unknown): unknown => {
    if (typeof item === 'string') {
      const cleaned = withoutDirectionOverrides(item)
      count += item.length - cleaned.length
      return cleaned
    }
    if (Array.isArray(item)) return item.map(clean)
    if (typeof item !== 'object' || item === null || item instanceof Uint8Array) return item
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, clean(inner)]))
  }
  const cleaned = clean(value) as T
  return { value: count === 0 ? value : cleaned, count }
}

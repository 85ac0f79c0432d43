/**
 * Direction overrides and embeddings (U+202A to U+202E). They show words in another order than they are stored, so the
 * copy never takes them in. Isolates (U+2066 to U+2069) and direction marks stay: mixed-direction text needs them.
 */
export const hasDirectionOverride = (text: string): boolean => /[\u202a-\u202e]/.test(text)
export const withoutDirectionOverrides = (text: string): string =>
  hasDirectionOverride(text) ? text.replace(/[\u202a-\u202e]/g, '') : text

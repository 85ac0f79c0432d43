import { LINK_SCHEMES } from '../../story/copy/documentSchema'
import { withPlainSpaces } from '../../story/text/words/strayCharacters'

/**
 * Removes characters that only help editing (soft hyphen, zero-width space, byte order mark) and control characters.
 * What rule 2 takes for a space leaves as a space: signed words are never run together.
 */
export function publishableText(text: string): string {
  if (!UNPUBLISHABLE.test(text)) return text
  return withPlainSpaces(text.replace(/\r\n?/g, '\n')).replace(INVISIBLE, '').replace(LONE_SURROGATE, '\ufffd')
}

/** The joiners U+200C and U+200D and the direction marks stay: Persian, emoji and mixed-direction text need them. */
const INVISIBLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/** Characters that are replaced, and all surrogates, most of which belong to pairs. Most texts have none of them. */
const UNPUBLISHABLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000b-\u001f\u007f-\u009f\u1680\u2028\u2029\ud800-\udfff]/

const LONE_SURROGATE = /\p{Surrogate}/gu

/** Returns the address if its scheme is allowed in exports, else undefined. */
export function publishableHref(href: string): string | undefined {
  const trimmed = href.trim()
  const scheme = /^([a-z][a-z0-9+.-]*:)(?:\/\/)?[^\s<>"\u0000-\u001f\u007f\p{Surrogate}]+$/iu
    .exec(trimmed)?.[1]
    ?.toLowerCase()
  return scheme !== undefined && (LINK_SCHEMES as readonly string[]).includes(scheme) ? trimmed : undefined
}

import entities from './entities.json' with { type: 'json' }

/**
 * Decodes the escapes of formats: JSON escapes, HTML entities, percent-encoding. Escapes in escapes are decoded too,
 * and percent signs at any depth ("%252520").
 */
export function unescapeForScan(text: string): string {
  let read = text
  for (let depth = 0; depth < DEEPEST; depth++) {
    const decoded = unescapeOnce(read)
    if (decoded === read) break
    read = decoded
  }
  return read
}
/** Kinds of escapes in one another, such as an encoded address in an attribute in JSON. */
const DEEPEST = 12

function unescapeOnce(text: string): string {
  // Most texts have no escapes, and escaped names are sought in each part of a package as well.
  const plain = text.includes('\\') ? withoutBackslashes(text) : text
  const named = plain.includes('&') ? withoutEntities(plain) : plain
  return named.includes('%') ? unescapePercent(named) : named
}

/** Decodes bytes with percent signs, at any depth: “%252520” is a space. */
export const unescapePercent = (text: string): string =>
  text.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%').replace(/(?:%[0-9a-f]{2})+/gi, decodePercent)

const withoutBackslashes = (text: string): string =>
  text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([nrtbf])|(["\\/]))/gi,
    (_, wide?: string, narrow?: string, space?: string, same?: string) =>
      space === undefined
        ? (same ?? String.fromCharCode(Number.parseInt(wide ?? narrow ?? '', 16)))
        : space === 'n'
          ? '\n'
          : ' ',
  )

function withoutEntities(text: string): string {
  return (
    text
      .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (whole, hex?: string, decimal?: string) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0x10ffff ? whole : String.fromCodePoint(code)
      })
      // Browsers read the oldest ones without a semicolon too.
      .replace(/&(?:nbsp|shy);?/g, (name) => (name.startsWith('&n') ? ' ' : ''))
      // A name that was entered as “Mueller” needs its umlaut: seek/name/spellings.ts.
      .replace(/&([aou])uml;/gi, '$1\u0308')
      .replace(/&(a)ring;/gi, '$1\u030a')
      .replace(/&(o)slash;/gi, (_, letter: string) => (letter === 'o' ? 'ø' : 'Ø'))
      .replace(/&([a-z]{1,2})(?:acute|grave|circ|tilde|uml|ring|cedil|slash|caron|lig|stroke);/gi, '$1')
      .replace(/&([a-z]{2,8});/gi, (whole, name: string) => NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole)
  )
}

const NAMED: ReadonlyMap<string, string> = new Map(Object.entries(entities.characters))

function decodePercent(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    // Not UTF-8: an older page may have encoded Latin-1.
    return run.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}

/** Text folded for finding names, with the offsets of the original. */
export interface Folded {
  readonly text: string
  /** Offset in the original for each UTF-16 unit of `text`, and one for the end. */
  readonly at: readonly number[]
}

/**
 * Folds case, accents, width (NFKC), digits of all scripts, and white space (runs become one space). Drops soft
 * hyphens, zero-width and direction characters, tags, variation selectors and all other invisible characters.
 * Conjoining Hangul letters become syllables. `keepCase` keeps case, for names so short that only case tells them from
 * a word. The order is the stored one; for text shown in another order see shownReadings.
 */
export function foldForScan(original: string, keepCase = false): Folded {
  const parts: string[] = []
  const at: number[] = []
  let lastIsSpace = true
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const folded = foldCluster(cluster, keepCase)
    if (folded === '' || (folded === ' ' && lastIsSpace)) continue
    lastIsSpace = folded === ' '
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) at.push(index)
  }
  at.push(original.length)
  return { text: parts.join(''), at }
}

/** Conjoining Hangul letters with invisible characters between them, or a character with its marks. */
const CLUSTER = new RegExp(
  '[\\u1100-\\u11ff](?:' +
    '[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\ufffc]*' +
    '[\\u1100-\\u11ff])*|[\\s\\S]\\p{M}*',
  'gu',
)
/**
 * Invisible characters: Unicode's default ignorables, other format and control characters, the object replacement
 * character.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\ufffc]/u
const UNSEEN_AND_MARKS = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\ufffc]/gu
/** Next line, and the blank Braille pattern. */
const BLANK = /^[\s\u0085\u2800]/u
/** Letters that Unicode does not decompose. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  '’': "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}

function foldCluster(cluster: string, keepCase: boolean): string {
  if (cluster.length === 1 && cluster < '\u0080')
    return cluster > ' ' && cluster !== '\u007f'
      ? keepCase
        ? cluster
        : cluster.toLowerCase()
      : cluster === ' ' || (cluster >= '\t' && cluster <= '\r')
        ? ' '
        : ''
  if (BLANK.test(cluster)) return cluster.startsWith('\ufeff') ? '' : ' '
  if (cluster.length === 1 && UNSEEN.test(cluster)) return ''
  const letters = cluster.normalize('NFKD').replace(UNSEEN_AND_MARKS, '').replace(OTHER_DIGIT, digitOf)
  const bare = (keepCase ? letters : letters.toUpperCase().toLowerCase()).normalize('NFKC')
  return PLAIN[bare] ?? bare
}

const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu
/** Unicode places the ten digits of a script in a row from a code that ends in 0 or 6: "٥" and "५" are 5. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const row = code & ~0xf
  return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6))
}

/** Decodes the escapes of formats: JSON escapes, HTML entities, percent-encoding. */
export function unescapeForScan(text: string): string {
  // Most texts have no escapes, and escaped names are sought in each part of a package as well.
  const plain = text.includes('\\') ? withoutBackslashes(text) : text
  const named = plain.includes('&') ? withoutEntities(plain) : plain
  return named.includes('%') ? named.replace(/(?:%[0-9a-f]{2})+/gi, decodePercent) : named
}

const withoutBackslashes = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|([nrtbf])|(["\\/]))/gi, (_, hex?: string, space?: string, same?: string) =>
    hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : space !== undefined ? ' ' : (same ?? ''),
  )

function withoutEntities(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    })
    .replace(/&([a-z]{1,2})(?:acute|grave|circ|tilde|uml|ring|cedil|slash|caron|lig|stroke);/gi, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|shy);/gi, (_, name: string) => NAMED[name.toLowerCase()] ?? '')
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' }

function decodePercent(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    // Not UTF-8, so it contains no name.
    return run
  }
}

/** Text folded for finding names, with the way back. */
export interface Folded {
  readonly text: string
  /** Offset in the original text for each UTF-16 unit of `text`, and one more for the end. */
  readonly at: readonly number[]
}

/**
 * Folds case, accents, width (NFKC), digits of all scripts, and white space (runs become one space); drops soft hyphens, zero-width and
 * direction characters, tags, variation selectors and all else that nobody sees. Hangul spelled out in conjoining letters becomes
 * syllables. `keepCase` folds everything but case, for names so short that case alone tells them from a word. The order is the one in which
 * the text is kept; what overrides of direction show instead is shownReadings.
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

const CLUSTER =
  /[\u1100-\u11ff](?:[\p{Default_Ignorable_Code_Point}\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffc]*[\u1100-\u11ff])*|[\s\S]\p{M}*/gu
/** What nobody sees: what Unicode says may be ignored, other format and control characters, the place of an object. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\ufffc]/u
const UNSEEN_AND_MARKS = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\ufffc]/gu
/** Next line, and the pattern of Braille without a dot. */
const BLANK = /^[\s\u0085\u2800]/u
/** Letters that Unicode does not take apart. */
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
/** Unicode keeps the ten digits of a script together, from a place that ends in 0 or 6: "٥" and "५" are 5. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const row = code & ~0xf
  return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6))
}

/** Undoes what the formats do to text: JSON escapes, HTML entities, percent-encoding. */
export function unescapeForScan(text: string): string {
  // Most texts have no escapes, and what is looked for all the same is looked for in each part of a package.
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
    // Not UTF-8: then it spells no name either.
    return run
  }
}

/** Text folded for finding names, with the offsets of the original. */
export interface Folded {
  readonly text: string
  /** Offset in the original for each UTF-16 unit of `text`, and one for the end. */
  readonly at: readonly number[]
}

/** How look-alikes of other scripts are folded. */
export interface Likeness {
  /** The letter that a character looks like. */
  readonly of: (character: string) => string | undefined
  /** Capital I after a small letter stays capital: it looks like l. */
  readonly capitalI: boolean
  /** Characters that were folded so before. */
  readonly known: Map<string, string>
}

/**
 * Folds case, accents, width (NFKC), digits of all scripts, and white space (runs become one space). Drops soft
 * hyphens, zero-width and direction characters, tags, variation selectors and all other invisible characters.
 * Conjoining Hangul letters become syllables. `keepCase` keeps case, for names so short that only case tells them from
 * a word. `likeness` turns look-alikes into the letters they look like. The order is the stored one; for text shown in
 * another order see shownReadings.
 */
export function foldForScan(original: string, keepCase = false, likeness?: Likeness): Folded {
  const parts: string[] = []
  const at: number[] = []
  const known = likeness?.known ?? (keepCase ? KNOWN.cased : KNOWN.plain)
  let lastIsSpace = true
  for (const { 0: cluster, index } of original.matchAll(likeness?.capitalI === true ? PIECE_BUT_I : PIECE)) {
    if (cluster.startsWith('\u00ad')) continue
    const staysI = likeness?.capitalI === true && cluster === 'I' && /\p{Ll}/u.test(original[index - 1] ?? '')
    if (isAsciiWord(cluster)) {
      parts.push(keepCase || staysI ? cluster : cluster.toLowerCase())
      for (let i = 0; i < cluster.length; i++) at.push(index + i)
      lastIsSpace = cluster.endsWith(' ')
      continue
    }
    const folded = known.get(cluster) ?? foldCluster(cluster, keepCase, likeness)
    if (cluster.length === 1) known.set(cluster, folded)
    if (folded === '' || (folded === ' ' && lastIsSpace)) continue
    lastIsSpace = folded === ' '
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) at.push(index)
  }
  at.push(original.length)
  return { text: parts.join(''), at }
}

/** Characters of one UTF-16 unit that were folded before. Asking Unicode for each of a text takes most of the time. */
const KNOWN = { plain: new Map<string, string>(), cased: new Map<string, string>() }

/**
 * A word of visible ASCII characters, with a space after it: most of a text in Latin letters. Or a soft hyphen at the
 * end of a line, since the word goes on; conjoining Hangul letters with invisible characters between them; or a
 * character with its marks. `word`: the characters of a word.
 */
const pieces = (word: string): RegExp =>
  new RegExp(
    // The last character of a word may have marks.
    `${word}+ ?(?![^\\0-\\x7f])|` +
      '\\u00ad\\s*\\n\\s*|' +
      '[\\u1100-\\u11ff](?:' +
      '[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\ufffc]*' +
      '[\\u1100-\\u11ff])*|[\\s\\S]\\p{M}*',
    'gu',
  )
const PIECE = pieces('[!-~]')
const PIECE_BUT_I = pieces('[!-HJ-~]')
function isAsciiWord(piece: string): boolean {
  const first = piece.charCodeAt(0)
  // A mark behind a character is not ASCII.
  return first > 0x20 && first < 0x7f && !(piece.charCodeAt(1) > 0x7f)
}

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
  ʼ: "'",
  ʻ: "'",
  ʽ: "'",
  ˈ: "'",
  '′': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  // Arabic and Persian spellings of one letter.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  // The stretch of an Arabic word.
  '\u0640': '',
}

function foldCluster(cluster: string, keepCase: boolean, likeness: Likeness | undefined): string {
  if (cluster.length === 1 && cluster < '\u0080')
    return cluster === ' ' || (cluster >= '\t' && cluster <= '\r') ? ' ' : ''
  if (BLANK.test(cluster)) return cluster.startsWith('\ufeff') ? '' : ' '
  if (cluster.length === 1 && UNSEEN.test(cluster)) return ''
  const seen = likeness ? imageOf(cluster, likeness) : cluster
  const letters = seen.normalize('NFKD').replace(UNSEEN_AND_MARKS, '').replace(OTHER_DIGIT, digitOf)
  const bare = (keepCase ? letters : letters.toUpperCase().toLowerCase()).normalize('NFKC')
  return PLAIN[bare] ?? bare
}

/** Marks are left out first: a letter with a mark looks like its letter. */
function imageOf(cluster: string, { of }: Likeness): string {
  const letters = cluster.normalize('NFD').replace(UNSEEN_AND_MARKS, '')
  const images = Array.from(
    letters,
    (letter) => of(letter) ?? Array.from(letter.normalize('NFKD'), (part) => of(part) ?? part).join(''),
  ).join('')
  return images === '' ? cluster : images
}

const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu
/** Unicode places the ten digits of a script in a row from a code that ends in 0 or 6: "٥" and "५" are 5. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const row = code & ~0xf
  return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6))
}

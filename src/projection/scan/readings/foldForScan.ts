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
  const capitalI = likeness?.capitalI === true
  let lastIsSpace = true
  for (let from = 0; from < original.length;) {
    const end = endOfWords(original, from, capitalI)
    if (end > from) {
      const words = original.slice(from, end)
      parts.push(keepCase ? words : words.toLowerCase())
      lastIsSpace = words.endsWith(' ')
      for (; from < end; from++) at.push(from)
      continue
    }
    const piece = pieceAt(original, from)
    const index = from
    from += piece.length
    if (piece.startsWith('\u00ad')) continue
    const staysI = capitalI && piece === 'I' && /\p{Ll}/u.test(original[index - 1] ?? '')
    const folded = staysI ? piece : (known.get(piece) ?? foldPiece(piece, keepCase, likeness))
    if (piece.length === 1 && !staysI) known.set(piece, folded)
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

const SPACE = 0x20
const CAPITAL_I = 0x49
const LAST_VISIBLE = 0x7e
const LAST_ASCII = 0x7f

/**
 * The end of the words that begin at `from`: visible ASCII characters with single spaces between, most of a text in
 * Latin letters. They fold to themselves, but for case. A character before one that is not ASCII is no part of them,
 * since it may have a mark. Nor is a capital I if `butI`. Returns `from` if there are none.
 */
function endOfWords(text: string, from: number, butI: boolean): number {
  let before = SPACE
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > LAST_ASCII) return Math.max(from, at - 1)
    const isSecondSpace = unit === SPACE && before === SPACE
    if (unit < SPACE || unit > LAST_VISIBLE || isSecondSpace || (butI && unit === CAPITAL_I)) return at
    before = unit
  }
  return text.length
}

/** A character with its marks, or what folds as one character. */
function pieceAt(text: string, at: number): string {
  if (isAlone(text.charCodeAt(at), text.charCodeAt(at + 1))) return text.charAt(at)
  PIECE.lastIndex = at
  return PIECE.exec(text)?.[0] ?? ''
}

const SOFT_HYPHEN = 0xad
/** No mark has a lower code. */
const FIRST_MARK = 0x300
const isSyllable = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3
/** Dashes and quotation marks. */
const isPunctuation = (unit: number): boolean => unit >= 0x2010 && unit <= 0x2027

/** Whether a character is a piece for certain, by what follows it. Others are left to the regular expression. */
const isAlone = (unit: number, next: number): boolean =>
  ((unit < FIRST_MARK && unit !== SOFT_HYPHEN) || isSyllable(unit) || isPunctuation(unit)) &&
  (next < FIRST_MARK || isSyllable(next))

/**
 * A soft hyphen at the end of a line, since the word goes on; conjoining Hangul letters with invisible characters
 * between them; or a character with its marks.
 */
const PIECE = new RegExp(
  '\\u00ad\\s*\\n\\s*|' +
    '[\\u1100-\\u11ff](?:' +
    '[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\ufffc]*' +
    '[\\u1100-\\u11ff])*|[\\s\\S]\\p{M}*',
  'uy',
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

function foldPiece(cluster: string, keepCase: boolean, likeness: Likeness | undefined): string {
  if (cluster.length === 1 && cluster < '\u0080') return foldAscii(cluster, keepCase)
  if (BLANK.test(cluster)) return cluster.startsWith('\ufeff') ? '' : ' '
  if (cluster.length === 1 && UNSEEN.test(cluster)) return ''
  const seen = likeness ? imageOf(cluster, likeness) : cluster
  const letters = seen.normalize('NFKD').replace(UNSEEN_AND_MARKS, '').replace(OTHER_DIGIT, digitOf)
  const bare = (keepCase ? letters : letters.toUpperCase().toLowerCase()).normalize('NFKC')
  return PLAIN[bare] ?? bare
}

function foldAscii(character: string, keepCase: boolean): string {
  if (character > ' ' && character <= '~') return keepCase ? character : character.toLowerCase()
  return character === ' ' || (character >= '\t' && character <= '\r') ? ' ' : ''
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

/** Compares a name in the copy with a label in a transcript. */

const TITLES = new Set(
  (
    'mr mrs ms mx dr prof sir dame lord lady president minister prime secretary senator sen representative ' +
    'rep congressman congresswoman governor gov mayor chairman chairwoman chair judge justice general gen ' +
    'colonel col ' +
    'captain capt ambassador chancellor king queen prince princess pope the of state u.s us chief director ' +
    'spokesman spokeswoman spokesperson herr frau bundeskanzler bundeskanzlerin präsident präsidentin ' +
    'monsieur madame señor señora'
  ).split(' '),
)
/** Honorifics that follow a name in Korean, Japanese and Chinese. */
const AFTER_NAME =
  '대통령 총리 장관 의원 대표 국무위원장 위원장 시장 회장 사장 교수 기자 씨 님 총서기 주석 首相 大統領 大臣 総理 議員 氏 さん 君 様 主席 总统 總統 总理 總理 部长 部長 先生 女士 记者 記者'.split(
    ' ',
  )

/** Honorifics at the end, with the white space before them. */
function withoutHonorifics(name: string): string {
  let end = name.length
  for (;;) {
    const honorific = AFTER_NAME.find((one) => name.endsWith(one, end))
    if (honorific === undefined) return name.slice(0, end)
    end -= honorific.length
    while (end > 0 && /\s/u.test(name.charAt(end - 1))) end--
  }
}

const OPENING = /[([（〔［]/gu
const CLOSING = /[)\]）〕］]/gu

/** Each from an opening bracket to the next closing one. */
function withoutBrackets(name: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    OPENING.lastIndex = at
    const from = OPENING.exec(name)?.index
    if (from === undefined) break
    CLOSING.lastIndex = from
    const to = CLOSING.exec(name)?.index
    // No closing bracket follows.
    if (to === undefined) break
    kept.push(name.slice(at, from))
    at = to + 1
  }
  return [...kept, name.slice(at)].join(' ')
}

/** A name without brackets, honorifics and the text after a comma. Linear in its length. */
export const bareName = (name: string): string =>
  withoutHonorifics((withoutBrackets(name).split(',', 1)[0] ?? '').trim())

/** The parts of a name: folded, without titles and brackets. */
function partsOf(name: string): readonly string[] {
  const folded = bareName(name)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
  const parts = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const names = parts.filter((part) => !TITLES.has(part))
  return names.length > 0 ? names : parts
}

const parted = new Map<string, readonly string[]>()
function knownParts(name: string): readonly string[] {
  const known = parted.get(name)
  if (known) return known
  if (parted.size > 2000) parted.clear()
  const parts = partsOf(name)
  parted.set(name, parts)
  return parts
}

/**
 * The same speaker if the longer name has all parts of the shorter one: "Trump", "PRESIDENT TRUMP" and "Donald J.
 * Trump" are one, "Donald Trump" and "Melania Trump" are two.
 */
export function sameSpeaker(a: string, b: string): boolean {
  const left = knownParts(a)
  const right = knownParts(b)
  if (left.length === 0 || right.length === 0) return false
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  // An initial matches any name that begins with it.
  return short.every((part) =>
    long.some(
      (other) =>
        other === part ||
        (part.length === 1 && other.startsWith(part) && short.length > 1) ||
        (other.length === 1 && part.startsWith(other) && long.length > 1 && short.length > 1),
    ),
  )
}

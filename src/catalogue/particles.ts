/**
 * Korean particles behind a name or number that a message only gets when it is shown: “{name}은(는)” becomes “은” behind
 * a consonant and “는” behind a vowel (Standard Korean, Article 18 of the spelling rules has the same pairs).
 */

const PAIRS: Readonly<Record<string, readonly [consonant: string, vowel: string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라고': ['이라고', '라고'],
  '(이)나': ['이나', '나'],
}

/** What closes behind the word itself: “very substantial.”을. */
const CLOSED = String.raw`[\p{Pe}\p{Pf}"'’”.,!?…\s]*`
const PARTICLE = /(?:은\(는\)|이\(가\)|을\(를\)|와\(과\)|\(으\)로|\(이\)라고|\(이\)나)/u
const BEHIND = new RegExp(String.raw`(.)(${CLOSED})(${PARTICLE.source})`, 'gsu')

/** Writes the right form of each particle. Where the sound is not known, both forms stay. */
export function withParticles(text: string): string {
  if (!PARTICLE.test(text)) return text
  return text.replace(BEHIND, (whole, last: string, closed: string, particle: string, at: number) => {
    const pair = PAIRS[particle]
    const end = endOf(last, text.slice(0, at + last.length))
    if (!pair || end === undefined) return whole
    // “ㄹ” counts as a vowel before “로”.
    const isVowel = end === 'vowel' || (end === 'l' && particle === '(으)로')
    return `${last}${closed}${isVowel ? pair[1] : pair[0]}`
  })
}

type End = 'vowel' | 'l' | 'consonant'

/** How the digits 0 to 9 end: 영 일 이 삼 사 오 육 칠 팔 구. Tens, hundreds and thousands end in a consonant, as 0 does. */
const DIGITS: readonly End[] = [
  'consonant',
  'l',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'l',
  'l',
  'vowel',
]
const [FIRST, LAST, FINALS, RIEUL] = [0xac00, 0xd7a3, 28, 8]

/** Signs and units behind a number, by the word that is said: 퍼센트, 도, 킬로미터; 킬로그램, 톤. */
const SIGNS = new Map<string, End>([...'%‰％°℃℉㎞㎝㎜㎡㎢€'].map((sign) => [sign, 'vowel']))
for (const sign of '㎏㎎') SIGNS.set(sign, 'consonant')
const UNIT = /[0-9]\s?([A-Za-z]+)$/
const UNITS = new Map<string, End>([
  ...['km', 'm', 'cm', 'mm', 'MB', 'GB', 'kB', 'kWh'].map((unit) => [unit, 'vowel'] as const),
  ...['kg', 'g', 'mg', 't'].map((unit) => [unit, 'consonant'] as const),
])

/** Undefined: nobody can tell how it is said. `before`: the text up to and with the character. */
function endOf(last: string, before: string): End | undefined {
  const code = last.codePointAt(0) ?? 0
  if (code >= FIRST && code <= LAST) {
    const final = (code - FIRST) % FINALS
    return final === 0 ? 'vowel' : final === RIEUL ? 'l' : 'consonant'
  }
  if (/^[0-9]$/.test(last)) return DIGITS[Number(last)]
  const sign = SIGNS.get(last) ?? UNITS.get(UNIT.exec(before)?.[1] ?? '')
  if (sign) return sign
  if (!/^[A-Za-z]$/.test(last)) return undefined
  const word = /[A-Za-z]+$/.exec(before)?.[0] ?? last
  // An abbreviation is spelled: 엘, 엠, 엔, 알 end in a consonant.
  if (word === word.toUpperCase()) return last === 'L' || last === 'R' ? 'l' : /[MN]/.test(last) ? 'consonant' : 'vowel'
  if (/l$/.test(word)) return 'l'
  // Two consonants at the end get a vowel of their own: 라스트, 트럼프.
  if (/[^aeiouy][pkbt]$/.test(word) && !word.endsWith('ck')) return 'vowel'
  return /(?:[mnpkbt]|ng|ck)$/.test(word) ? 'consonant' : 'vowel'
}

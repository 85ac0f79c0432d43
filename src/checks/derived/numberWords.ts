/** Number words up to 99 in English, German, French, Spanish, Korean, Chinese and Japanese. */
import { lazy } from '../../story/text/lazy'

/** English. “twenty-five” is two of them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  half: 0.5,
}

const list = (words: string): readonly string[] => words.split(' ')

/** Words of two languages that mean something else in one of them: “once”, “seize”, “eins” and “un” are not here. */
function named(): ReadonlyMap<string, number> {
  const words = new Map<string, number>(Object.entries(NUMBER_WORDS))
  const add = (word: string, value: number): void => void words.set(word, value)
  german(add)
  french(add)
  spanish(add)
  for (const word of ['once', 'seize']) words.delete(word)
  return words
}

type Add = (word: string, value: number) => void

function german(add: Add): void {
  const units = list('zwei drei vier fünf sechs sieben acht neun')
  list('zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn').forEach((word, at) =>
    add(word, at + 10),
  )
  units.forEach((word, at) => add(word, at + 2))
  list('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig').forEach((ten, tens) => {
    add(ten, (tens + 2) * 10)
    ;['ein', ...units].forEach((unit, at) => add(`${unit}und${ten}`, (tens + 2) * 10 + at + 1))
  })
}

function french(add: Add): void {
  const small = list('un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize')
  const units = [...small, ...list('dix-sept dix-huit dix-neuf')]
  const tens = list('vingt trente quarante cinquante soixante')
  units.slice(1).forEach((word, at) => add(word, at + 2))
  tens.forEach((ten, index) => {
    const base = (index + 2) * 10
    add(ten, base)
    units.slice(0, base === 60 ? 19 : 9).forEach((unit, at) => {
      add(`${ten}-${unit}`, base + at + 1)
      if (at % 10 === 0) [`${ten} et ${unit}`, `${ten}-et-${unit}`].forEach((word) => add(word, base + at + 1))
    })
  })
  ;['quatre-vingts', 'quatre-vingt'].forEach((word) => add(word, 80))
  units.forEach((unit, at) => add(`quatre-vingt-${unit}`, 81 + at))
}

function spanish(add: Add): void {
  const units = list('uno dos tres cuatro cinco seis siete ocho nueve')
  units.slice(1).forEach((word, at) => add(word, at + 2))
  list('diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte').forEach((word, at) =>
    add(word, at + 10),
  )
  list('veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve').forEach(
    (word, at) => add(word, at + 21),
  )
  list('treinta cuarenta cincuenta sesenta setenta ochenta noventa').forEach((ten, index) => {
    const base = (index + 3) * 10
    add(ten, base)
    ;['un', ...units].forEach((unit, at) => add(`${ten} y ${unit}`, base + Math.max(at, 1)))
  })
}

/** Words that need no space before what they count: 여섯번, 열두명, 十二人. */
const JOINED = lazy(() => {
  const words = new Map<string, number>()
  const korean = list('한 두 세 네 다섯 여섯 일곱 여덟 아홉')
  const chinese = list('一 二 三 四 五 六 七 八 九')
  korean.forEach((unit, at) => words.set(unit, at + 1))
  chinese.forEach((unit, at) => words.set(unit, at + 1))
  list('열 스물 서른 마흔 쉰 예순 일흔 여든 아흔').forEach((ten, index) => {
    words.set(ten, (index + 1) * 10)
    korean.forEach((unit, at) => words.set(ten + unit, (index + 1) * 10 + at + 1))
  })
  words.set('스무', 20)
  ;['', ...chinese.slice(1)].forEach((tens, index) => {
    words.set(`${tens}十`, (index + 1) * 10)
    chinese.forEach((unit, at) => words.set(`${tens}十${unit}`, (index + 1) * 10 + at + 1))
  })
  return words
})
const LONGEST_JOINED = 4
const COUNTER = /^(?:시간|분|명|번|배|달|살|해|개|주|곳|차례|[년年人日天個个回次倍歳岁時时分週周か月国])/u

const SPACED = lazy(() => {
  const words = named()
  const longestFirst = [...words.keys()].toSorted((a, b) => b.length - a.length)
  return { words, pattern: new RegExp(`^(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}])`, 'iu') }
})

export interface NumberWord {
  readonly value: number
  readonly length: number
}

/** The number word at the start of a text in NFKC. */
export function wordAt(text: string): NumberWord | undefined {
  const { words, pattern } = SPACED()
  const spaced = pattern.exec(text)?.[0]
  // “Sept. 3” is a date.
  if (spaced !== undefined && spaced !== 'Sept' && !/^sept\./iu.test(text))
    return { value: words.get(spaced.toLowerCase()) ?? 0, length: spaced.length }
  const word = /^[\p{sc=Han}\p{sc=Hangul}]\p{L}*/u.exec(text)?.[0] ?? ''
  for (let length = Math.min(LONGEST_JOINED, word.length); length > 0; length--) {
    const value = JOINED().get(word.slice(0, length))
    if (value !== undefined && (length === word.length || COUNTER.test(word.slice(length)))) return { value, length }
  }
  return undefined
}

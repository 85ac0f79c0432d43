/**
 * Korean nouns may be written together: 시민단체는, 학교폭력. No dictionary has them all, so a word is right, too, when
 * it is nothing but nouns that the dictionary has, the last one with its particle. Pieces of one syllable would make
 * sense of almost any slip; only a few of them count, which make new words every day.
 */

/** A compound is at least two nouns of two syllables. */
const SHORTEST = 4
const SHORTEST_NOUN = 2
/** A longer run of syllables is no word: the spaces are missing. */
const LONGEST = 14

/** Each in place of a noun: 고령-층, 시간-당, 원자재-값, 중국-산, 최저-치, 부산-시, 매각-설. */
const ENDINGS = new Set('층당값별급형용측발산행권진단망세자치실팀관안설량비댐시군구역회부청법장률율짜째'.split(''))
const BEGINNINGS = new Set('저초비반재탈신친범총전현부역고무최'.split(''))

/** `has`: whether the dictionary has a word. */
export function isKoreanCompound(word: string, has: (word: string) => boolean): boolean {
  if (word.length > LONGEST) return false
  return NUMERAL.test(word) || (word.length >= SHORTEST - 1 && isNounsFrom(word, has, 0))
}

/** A noun stands alone, and with particles. A verb form that stands alone does not take them. */
const isNoun = (word: string, has: (word: string) => boolean): boolean =>
  word.length >= SHORTEST_NOUN && has(word) && has(`${word}${endsOpen(word) ? '를' : '을'}`)

/** Whether the last syllable has no final consonant. */
const endsOpen = (word: string): boolean => (word.charCodeAt(word.length - 1) - 0xac00) % 28 === 0

/** The most nouns in one compound. */
const MOST_NOUNS = 4

function isNounsFrom(word: string, has: (word: string) => boolean, before: number): boolean {
  if (before >= MOST_NOUNS) return false
  if (BEGINNINGS.has(word.slice(0, 1)) && before === 0 && word.length > 2 && isTail(word.slice(1), has)) return true
  for (let end = word.length - 1; end >= SHORTEST_NOUN; end--) {
    const noun = word.slice(0, end)
    const rest = word.slice(end)
    if (!isNoun(noun, has)) continue
    if (isTail(rest, has) || isEnding(noun, rest, has) || isVerbal(rest, has)) return true
    if (isNounsFrom(rest, has, before + 1)) return true
  }
  return false
}

/** Verbs that almost any noun takes: 폐사-했다, 부과-받았다. The dictionary lists them with some nouns only. */
const VERBAL = /^(?:하|했|해|할|한|합|함|되|됐|돼|된|될|됩|됨|받|당하|당했|당해|당한|시키|시켰|시킨|시킬)/u

/** A form of such a verb: right where the dictionary knows it with one of these nouns. */
const isVerbal = (rest: string, has: (word: string) => boolean): boolean =>
  VERBAL.test(rest) && (has(`발표${rest}`) || has(`인정${rest}`) || has(`진정${rest}`))

/** The last noun with its particle, which the dictionary has as a whole. */
function isTail(rest: string, has: (word: string) => boolean): boolean {
  if (rest.length < SHORTEST_NOUN || !has(rest)) return false
  for (let end = rest.length; end >= SHORTEST_NOUN; end--) if (isNoun(rest.slice(0, end), has)) return true
  return false
}

/** One of the endings, alone or with the particle of a noun that ends as it does. */
function isEnding(noun: string, rest: string, has: (word: string) => boolean): boolean {
  const [ending = '', ...particle] = rest
  if (!ENDINGS.has(ending)) return false
  // 비율, 환율; but 성장률.
  if (ending === '률' || ending === '율') if ((ending === '율') !== takesYul(noun)) return false
  // 사람 and 나라 stand for any noun with and without a final consonant.
  return particle.length === 0 || has(`${endsOpen(ending) ? '나라' : '사람'}${particle.join('')}`)
}

/** 율 follows a vowel or ㄴ, 률 every other final consonant. */
const takesYul = (noun: string): boolean => [0, 4].includes((noun.charCodeAt(noun.length - 1) - 0xac00) % 28)

/** Numbers in words: 열네, 백이십, 스물두, 십여, 삼분의, with a particle. */
const NUMERAL =
  /^(?:[일이삼사오육륙칠팔구십백천만억조]{2,}|[십백천]*(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?|[십백천만억])(?:여|째|분의|번째)?(?:이|가|은|는|을|를|의|에|도|만|로|으로|과|와|명|개|년|월|일)?$/u

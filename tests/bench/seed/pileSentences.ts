/** News-like stories of made-up sentences, the same for the same number: nine in English, the tenth in Korean. */
import type { Block, Copy, Span } from '../../../src/story/copy/copy'
import type { FactType } from '../../../src/story/ledger/facts/fact'
import type { Fields } from '../../../src/story/ledger/fields'

export interface PileStory {
  readonly copy: Copy
  readonly fields: Partial<Fields>
  /** In the order of the copy. Only every tenth story has any. */
  readonly facts: readonly { readonly id: string; readonly type: FactType }[]
}

type Choose = <T>(items: readonly T[]) => T

/** A linear congruential generator: the same choices for the same seed. */
export function chooser(seed: number): Choose {
  let state = (Math.imul(seed + 1, 2_654_435_761) ^ 0x9e3779b9) >>> 0
  return (items) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const item = items[Math.floor((state / 2 ** 32) * items.length)]
    if (item === undefined) throw new RangeError('nothing to choose from')
    return item
  }
}

/** Made-up words, so that words are as many and as rare as in a real library. */
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre vli'.split(
  ' ',
)
const HANGUL = '가 나 다 라 마 바 사 아 자 차 카 타 파 하 강 남 당 란 만 별 산 양 전 청 평 한 국 도 시 민 정 부'.split(
  ' ',
)
const PARTICLES = ['이', '가', '을', '를', '은', '는', '에서', '와', '의', '도']
const wordFrom = (choose: Choose, syllables: readonly string[], lengths: readonly number[]): string =>
  Array.from({ length: choose(lengths) }, () => choose(syllables)).join('')

const words = (count: number, syllables: readonly string[], lengths: readonly number[]): readonly string[] => {
  const choose = chooser(7)
  return [...new Set(Array.from({ length: count }, () => wordFrom(choose, syllables, lengths)))]
}
const RARE = words(20_000, SYLLABLES, [2, 3, 3, 4])
const RARE_KOREAN = words(20_000, HANGUL, [2, 2, 3])

const WHO = [
  'The council',
  'A spokeswoman',
  'Mayor',
  'Two officials',
  'The ministry',
  'Governor',
  'Residents of',
  'Unions in',
]
const DID = ['said', 'told reporters', 'confirmed', 'denied', 'announced', 'warned', 'wrote']
const WHAT = [
  'the harbour plan would cost',
  'the new tariff would raise',
  'exports had fallen by',
  'the talks lasted',
  'the gap had reached',
]
const MUCH = [
  '57 percent',
  '1,200 households',
  '$4.3 million',
  '100 minutes',
  'nearly 12,000 tons',
  'six years of growth',
]
const REST = [
  'after a night of talks',
  'on Tuesday',
  'for the first time since 2019',
  'without details',
  'before the vote',
]
const WHO_KOREAN = ['정부는', '시장은', '관계자는', '노조는', '야당은', '주민들은']
const WHAT_KOREAN = ['관세를', '예산을', '협상을', '수출을', '공장을', '정상회담을']
const DID_KOREAN = ['내린다고 밝혔다', '늘린다고 말했다', '검토한다고 전했다', '막겠다고 했다']

/** About twenty words. Figures are first of the sentence's facts. */
function sentence(choose: Choose): string {
  const names = [choose(RARE), choose(RARE), choose(RARE)].map((name) => name.charAt(0).toUpperCase() + name.slice(1))
  return `${choose(WHO)} ${names[0]} ${choose(DID)} that ${choose(WHAT)} ${choose(MUCH)} ${choose(REST)}, and ${names[1]} ${choose(RARE)} ${choose(RARE)} near ${names[2]}.`
}

function koreanSentence(choose: Choose): string {
  const rare = (): string => `${choose(RARE_KOREAN)}${choose(PARTICLES)}`
  return `${choose(WHO_KOREAN)} ${rare()} ${rare()} ${choose(['5', '15', '57'])}% ${choose(WHAT_KOREAN)} ${rare()} ${rare()} ${choose(DID_KOREAN)}.`
}

const DESKS = ['World', 'Business', 'Culture', 'Metro', 'Sport', 'Science']
export const AUTHORS = ['Reporter', 'Kim Min-ji', 'Jonas Weber', 'Marta Ruiz', 'Anna Lund', '이서준']
const SUBJECTS = ['medtop:11000000', 'medtop:04000000', 'medtop:01000000', 'medtop:15000000']

const hasFacts = (number: number): boolean => number % 10 === 0

/** Story number `number` of a pile, of about 400 words. */
export function pileStory(number: number): PileStory {
  const choose = chooser(number)
  const korean = number % 10 === 3
  const say = korean ? koreanSentence : sentence
  // Korean has fewer words for as much.
  const grafs = Array.from({ length: korean ? 9 : 6 }, () => [say(choose), say(choose), say(choose)].join(' '))
  const headline = say(choose).replace(/[,.].*$/su, '')
  const facts: { readonly id: string; readonly type: FactType }[] = []
  const block = (role: Block['role'], text: string): Block => {
    const spans: Span[] = []
    if (hasFacts(number) && role === 'paragraph') {
      for (const { 0: figure, index } of text.matchAll(/\d[\d,.]*(?: percent| households| minutes| tons)/gu)) {
        const id = `pile-${number}-${facts.length}`
        facts.push({ id, type: 'figure' })
        spans.push({ from: index, to: index + figure.length, mark: 'fact', id })
      }
    }
    return { role, text, spans }
  }
  const author = choose(AUTHORS)
  return {
    copy: [block('headline', headline), block('deck', say(choose)), ...grafs.map((text) => block('paragraph', text))],
    fields: {
      slug: `${choose(RARE)}-${choose(RARE)}`,
      language: korean ? 'ko' : 'en',
      desk: choose(DESKS),
      author,
      byline: [{ name: author }],
      assignee: choose(['', '', '', ...AUTHORS]),
      subjects: [choose(SUBJECTS)],
      keywords: [choose(RARE)],
      embargo: choose(['', '', '', '', '', '2027-01-01T09:00:00Z']),
    },
    facts,
  }
}

/** Headlines of those of a pile with so many stories that have facts. Not every row of the list says whether. */
export const headlinesWithFacts = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, number) => number)
    .filter(hasFacts)
    .map((number) => pileStory(number).copy[0]?.text ?? '')

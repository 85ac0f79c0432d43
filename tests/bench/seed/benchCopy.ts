/** A long story of news-like sentences, the same for the same size. */
import type { CommentThread } from '../../../src/story/copy/comment'
import type { Block, Copy, Span } from '../../../src/story/copy/copy'
import { FACT_TYPES, type FactType } from '../../../src/story/ledger/facts/fact'

const WHO = [
  'the council',
  'a spokeswoman for the ministry',
  'Mayor Kim Min-jun',
  'two officials',
  'the opposition',
  'Governor Park',
  'the port authority',
  'residents of Busan',
]
const DID = ['said', 'told reporters', 'confirmed', 'denied', 'announced', 'warned', 'wrote in a statement']
const WHAT = [
  'the harbor plan would cost',
  'the new tariff would raise',
  'exports to the region had fallen by',
  'the talks in Busan lasted about',
  'the budget gap had reached',
  'the survey covered',
]
const HOW_MUCH = [
  '57 percent',
  '1,200 households',
  '$4.3 million',
  '100 minutes',
  'nearly 12,000 tons',
  'six years of growth',
]
const REST = [
  'after a long night of talks',
  'on Tuesday',
  'in the first such move since 2019',
  'without giving details',
  'as rain closed the main road',
  'before the vote',
]

/** A linear congruential generator: the same numbers for the same seed. */
function chooser(seed: number): <T>(items: readonly [T, ...T[]] | readonly T[]) => T {
  let state = seed
  return (items) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const item = items[Math.floor((state / 2 ** 32) * items.length)]
    if (item === undefined) throw new RangeError('nothing to choose from')
    return item
  }
}

const sentence = (choose: ReturnType<typeof chooser>): string => {
  const text = `${choose(WHO)} ${choose(DID)} that ${choose(WHAT)} ${choose(HOW_MUCH)} ${choose(REST)}.`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const wordsIn = (text: string): number => text.split(' ').length

/**
 * A headline, a deck, then paragraphs of three or four sentences with a subhead now and then, `words` words in all
 * (within one sentence).
 */
export function plainCopy(words: number, seed = 7): Copy {
  const choose = chooser(seed)
  const blocks: Block[] = [
    { role: 'headline', text: 'Leaders meet in Busan for the first time in six years', spans: [] },
    { role: 'deck', text: 'Talks on trade and the harbor plan go on into the night', spans: [] },
  ]
  let count = 22
  while (count < words) {
    const sentences = [
      sentence(choose),
      sentence(choose),
      sentence(choose),
      ...(choose([true, false]) ? [sentence(choose)] : []),
    ]
    const text = sentences.join(' ')
    count += wordsIn(text)
    blocks.push({ role: 'paragraph', text, spans: [] })
    if (blocks.length % 25 === 0) blocks.push({ role: 'subhead', level: 2, text: 'What happens next', spans: [] })
  }
  return blocks
}

export interface PlannedFact {
  readonly id: string
  readonly type: FactType
}

/**
 * The copy with `count` facts of one to three words, spread evenly; where there are more facts than words they overlap.
 * `quotes` of them, spread evenly too, are quotes of eight to nineteen words.
 */
export function taggedCopy(
  plain: Copy,
  count: number,
  quotes = 0,
): { readonly copy: Copy; readonly facts: readonly PlannedFact[] } {
  const places = plain.flatMap((block, index) =>
    [...block.text.matchAll(/\S+/g)].map((word) => ({ block: index, from: word.index })),
  )
  const spans = new Map<number, Span[]>()
  const facts: PlannedFact[] = []
  for (let fact = 0; fact < count; fact++) {
    const place = places[Math.floor((fact * places.length) / count)]
    if (!place) continue
    const text = plain[place.block]?.text ?? ''
    const id = `bench-fact-${fact}`
    const isQuote = Math.floor((fact * quotes) / count) !== Math.floor(((fact - 1) * quotes) / count)
    const words = isQuote ? 7 + (fact % 12) : fact % 3
    const length = text.slice(place.from).match(new RegExp(`^\\S+(?: \\S+){0,${words}}`))?.[0].length ?? 1
    spans.set(place.block, [
      ...(spans.get(place.block) ?? []),
      { from: place.from, to: place.from + length, mark: 'fact', id },
    ])
    facts.push({ id, type: isQuote ? 'quote' : (FACT_TYPES[fact % FACT_TYPES.length] ?? 'name') })
  }
  return { copy: plain.map((block, index) => ({ ...block, spans: spans.get(index) ?? [] })), facts }
}

/** The copy with `count` open comments, spread evenly over its blocks: the first words of each carry one. */
export function commentedCopy(
  copy: Copy,
  count: number,
  by: string,
  at: string,
): { readonly copy: Copy; readonly comments: readonly CommentThread[] } {
  const every = Math.max(1, Math.floor(copy.length / Math.max(count, 1)))
  const comments: CommentThread[] = []
  const commented = copy.map((block, index) => {
    const words = block.text.slice(0, 24).trim()
    if (comments.length >= count || index % every !== 0 || words === '') return block
    const id = `bench-comment-${comments.length}`
    const text = `Who says so, and since when? Ask the port for the list, number ${index}.`
    comments.push({ id, by, at, text, words, mustFix: index % 5 === 0, assignee: '', replies: [] })
    return { ...block, spans: [...block.spans, { from: 0, to: words.length, mark: 'comment' as const, id }] }
  })
  return { copy: commented, comments }
}

/**
 * A transcript of `words` words, out of the sentences that the copy of the same size and another seed is made of: some
 * quotes stand in it, most differ.
 */
export function transcriptOf(words: number): string {
  const speakers = ['Trump', 'Xi', 'Reporter']
  return plainCopy(words, 11)
    .filter(({ role }) => role === 'paragraph')
    .map(({ text }, turn) => `${speakers[turn % speakers.length] ?? ''}: ${text}`)
    .join('\n\n')
}

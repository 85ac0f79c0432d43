/** One copy editor's pass over about 600 words: which edits it makes, and of which there are more in more copy. */
import { countWords } from '../../src/story/copy/copy'
import { copyDesk, sharedTexts, type CopyDesk } from './desk'
import type { EditKind } from './edits'

/** A story of ordinary length. Shorter ones are taken together: a tick in seven says nothing about a share. */
export const WORDS_OF_A_PASS = 600

/** `typo`: a slip anywhere, counted by where it falls. */
export type Planned = EditKind | 'typo'

/**
 * Fifteen edits in 600 words. Slips, marks and trimmed words come with the length of the copy. The order of a story is
 * changed once in a pass, each way: who moves every third graf is rewriting it, and sends it back to its author.
 */
const SMALL: readonly Planned[] = [
  'typo',
  'marks and spaces',
  'trimmed to length',
  'typo',
  'marks and spaces',
  'marks and spaces',
  'typo',
  'marks and spaces',
  'trimmed to length',
  'marks and spaces',
]
const ONCE: readonly Planned[] = [
  'headline reworded',
  'graf moved',
  'graf split',
  'sentence moved',
  'attribution moved',
]

export interface Pass {
  readonly works: readonly CopyDesk[]
  readonly words: number
  readonly edits: readonly { readonly work: CopyDesk; readonly kind: Planned }[]
}

/** Opens the next texts, beginning with another one in each pass, until there are about 600 words. */
export async function planPass(number: number, roll: () => number): Promise<Pass> {
  const works: { work: CopyDesk; words: number }[] = []
  let words = 0
  for (let at = number; words < WORDS_OF_A_PASS - 50 && works.length < sharedTexts.length; at++) {
    const work = await copyDesk(sharedTexts[at % sharedTexts.length] ?? '')
    const length = countWords(work.story.value().copy)
    works.push({ work, words: length })
    words += length
  }
  const somewhere = (): CopyDesk | undefined => {
    let place = roll() * words
    return works.find((one) => (place -= one.words) < 0)?.work ?? works[0]?.work
  }
  const small = Array.from(
    { length: Math.round((SMALL.length * words) / WORDS_OF_A_PASS) },
    (_, at) => SMALL[(number + at) % SMALL.length] ?? 'typo',
  )
  const edits = [...ONCE, ...small].flatMap((kind) => {
    const work = somewhere()
    return work ? [{ work, kind }] : []
  })
  return { works: works.map(({ work }) => work), words, edits }
}

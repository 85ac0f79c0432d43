/** Rule 1: the words of a fact, and whether its tag is whole. */
import type { Extent } from './context'
import type { Page } from './model'
import { shownWords } from './shown'
import { bare, overTokens } from './text'

interface Words {
  readonly words: string
  readonly shown: readonly string[]
  readonly from: number
  readonly to: number
}

export function wordsAt({ blocks }: Page, { first, last, from, to }: Extent): Words {
  const start = blocks[first]?.text ?? ''
  const end = blocks[last]?.text ?? ''
  const left = overTokens(start, from, from + 1).from
  const right = overTokens(end, to - 1, to).to
  if (first !== last) {
    const between = blocks.slice(first + 1, last).map(({ text }) => text)
    const line = [start.slice(left), ...between, end.slice(0, right)].join(' ')
    return { words: bare(line), shown: [], from: left, to: right }
  }
  const region = overTokens(start, from, to)
  const words = bare(start.slice(region.from, region.to))
  return { words, shown: shownWords(start, region.from, region.to).map(bare), ...region }
}

/** Whether every character from the first to the last carries the tag; spaces and breaks at ends of grafs aside. */
export function isWhole({ blocks }: Page, { first, last, from, to }: Extent, fact: string): boolean {
  return blocks.slice(first, last + 1).every(({ characters }, index) => {
    const start = index === 0 ? from : 0
    const end = first + index === last ? to : characters.length
    return characters.slice(start, end).every(({ char, facts }) => char === '\n' || facts.has(fact))
  })
}

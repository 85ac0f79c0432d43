/** What the random steps draw: a person, a fact, a source, a piece of evidence. */
import type { FactView } from '../../src/story/requests/requests'
import type { Evidence } from './judge/model'

import { FILE_WORDS, PEOPLE, type Tally, type World } from './world'

/** A piece of evidence before it has an id and a person. */
export type Given = Omit<Evidence, 'id' | 'by' | 'observer'>

export interface Step {
  readonly kind: string
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

export const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)]
export const person = (at: number): string => pick(PEOPLE, at) ?? 'Ada'

export type Run = (world: World, step: Step, tally: Tally) => Promise<boolean>

export const standing = (world: World): readonly FactView[] =>
  world.facts().filter(({ status }) => status !== 'cut' && status !== 'lost' && status !== 'untagged')
export const anyFact = (world: World, at: number): FactView | undefined => pick(standing(world), at)
export const sourceAt = (world: World, at: number) =>
  pick(
    world.desk.room.library.sources.filter((one) => !one.mergedInto),
    at,
  )

/** A locator with all the parts that its kind needs. */
const LOCATORS: Readonly<Record<string, readonly string[]>> = {
  pool: ['¶ 2', '¶ 7'],
  document: ['p. 3', 'p. 9'],
  official: ['p. 1', 'Exhibit C, ¶ 14(b)'],
  person: ['2026-10-29, phone call', '2026-10-28, phone call'],
  observation: ['Rob, Busan, 2026-10-29 14:00', 'Ada, Busan, 2026-10-29 14:00', 'Cal, Busan, 2026-10-29 14:00'],
}

export function evidenceFrom(world: World, { b, c, d }: Step, stance: 'supports' | 'contradicts'): Given | undefined {
  const source = sourceAt(world, b)
  if (!source) return undefined
  const locator = pick(LOCATORS[source.kind] ?? ['p. 2'], c) ?? 'p. 2'
  return { source: source.id, locator, excerpt: '', stance, file: d % 5 === 0 ? (pick(world.files, d) ?? '') : '' }
}

export const asRequest = ({ source, locator, stance, file }: Given) =>
  file === ''
    ? { source, locator, stance }
    : { source, locator: 'line 1', excerpt: FILE_WORDS, stance, file, fileName: 'notes.txt' }
export const asKept = (item: Given, id: string, by: string): Evidence => ({
  ...item,
  ...(item.file === '' ? {} : { locator: 'line 1', excerpt: FILE_WORDS }),
  id,
  by,
  observer: observerOf(item.locator),
})
/** “Rob, Busan, 2026-10-29 14:00” */
export const observerOf = (locator: string): string => locator.split(',')[0] ?? ''

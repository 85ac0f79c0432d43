/** The desk words that a kill carries beside its kill text: none that the leak scan refuses. */
import { inLanguage } from '../../catalogue/area'
import { projectionText } from '../../catalogue/rooms/projection'
import type { Block, Copy } from '../../story/copy/copy'
import { EMPTY_FIELDS, FIELDS_OF_WORDS, type FieldName, type Fields } from '../../story/ledger/fields'

export type KillPart = 'headline' | 'deck' | FieldName

/** A part that stays at the desk. */
export interface KeptBack {
  readonly part: KillPart
  /** What the scan finds in it: "Source A’s name". Never the name. */
  readonly what: string
  /** What the kill has in its place. Absent: nothing. */
  readonly instead?: string
}

export interface KillWords {
  /** Headline and deck. */
  readonly copy: Copy
  readonly fields: Fields
  readonly keptBack: readonly KeptBack[]
}

/** What the leak scan finds in a part, or undefined. */
export interface Refusals {
  readonly inBlock: (block: Block, at: number) => string | undefined
  readonly inField: (text: string) => string | undefined
}

/** A kill never has the ed note: its kill text stands there. */
const FIELDS_OF_KILL: readonly FieldName[] = [
  'slug',
  'subjects',
  ...FIELDS_OF_WORDS.filter((field) => field !== 'edNote'),
]

/**
 * Returns headline, deck and fields for a kill. What the scan refuses is left out; headline and slug are replaced by
 * neutral words in the language of the story. `published`: the copy that readers have.
 */
export function killWords(published: Copy, fields: Fields, { inBlock, inField }: Refusals): KillWords {
  const neutral = inLanguage(fields.language || 'en', () => ({
    headline: projectionText('killWords.headline'),
    slug: projectionText('killWords.slug'),
  }))
  const keptBack: KeptBack[] = []
  const copy: Block[] = []
  for (const [at, block] of published.entries()) {
    const { role } = block
    if (role !== 'headline' && role !== 'deck') continue
    const what = inBlock(block, at)
    if (what === undefined) copy.push(block)
    else keptBack.push({ part: role, what, ...(role === 'headline' ? { instead: neutral.headline } : {}) })
  }
  if (keptBack.some(({ part }) => part === 'headline') && !copy.some(({ role }) => role === 'headline'))
    copy.unshift({ role: 'headline', text: neutral.headline, spans: [] })
  let left = fields
  for (const field of FIELDS_OF_KILL) {
    const what = inField(textOf(fields[field]))
    if (what === undefined) continue
    const instead = field === 'slug' ? neutral.slug : undefined
    left = { ...left, [field]: instead ?? EMPTY_FIELDS[field] }
    keptBack.push({ part: field, what, ...(instead === undefined ? {} : { instead }) })
  }
  return { copy, fields: left, keptBack }
}

/** The words of a field's value, each on its line. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : ''
  return Object.values(value).map(textOf).join('\n')
}

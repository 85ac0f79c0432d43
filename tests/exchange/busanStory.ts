import type { WriterInput } from '../../src/exchange/export/writers'
import { hashCopy } from '../../src/story/ledger/hash'
import { assessStory } from '../../src/story/assessment/assessStory'
import type { Block, Copy } from '../../src/story/copy/copy'
import type { Fields } from '../../src/story/ledger/fields'
import type { LedgerEvent } from '../../src/story/ledger/ledgerEntry'
import type { Source } from '../../src/story/desk/source'
import type { Story } from '../../src/story/assessment/story'
import { copyFrom } from '../builders/copy/copyFrom'
import { BACKUP, NOW, POOL, signedOn, storyFrom, deskFrom } from '../builders/stories/storyFrom'

export const PAGE = `Trump and Xi hold first talks in {f1:six years}
Leaders meet in Busan to push trade deal
The leaders’ meeting lasted {f2:about {f3:100} minutes}; they emerged together.
Trump called Xi {f4:“a very tough negotiator.”}`

export const FIELDS: Partial<Fields> = {
  slug: 'BUSAN-SUMMIT',
  byline: [{ name: 'Kim Ji-woo', role: 'Correspondent' }, { name: 'Lee Seo-yeon' }],
  dateline: { place: 'Busan', date: 'Oct. 30' },
  language: 'en',
  urgency: 3,
  subjects: ['medtop:11000000'],
  keywords: ['summit', 'trade'],
  edNote: 'Eds: adds handshake.',
  usageTerms: 'For subscribers only.',
  provider: 'Example Wire',
  copyrightLine: '(c) 2026 Example Wire',
  author: 'Reporter',
  assignee: 'Checker',
  desk: 'foreign',
}

export const SECRET: Source = {
  id: 'src-9',
  name: 'Park Min-seo',
  kind: 'person',
  groundRules: 'background',
  groundRulesVersion: 1,
  protected: true,
  aliases: ['MS', '박민서'],
  contact: 'park@example.org, +82 10 1234 5678',
}
export const SOURCES: ReadonlyMap<string, Source> = new Map([
  [POOL.id, POOL],
  [SECRET.id, SECRET],
])

export const PUBLISHED: readonly LedgerEvent[] = [
  { kind: 'moved', from: 'cleared', to: 'published', copyHash: 'x', blocks: 0, warns: 0, overrides: [] },
]

export const busanStory = (fields: Partial<Fields> = {}, events: readonly LedgerEvent[] = PUBLISHED): Story =>
  storyFrom(
    PAGE,
    { f1: 'superlative', f2: 'figure', f3: 'figure', f4: 'quote' },
    [
      ...signedOn(PAGE, 'f1'),
      ...signedOn(PAGE, 'f2', 'letStand', [
        { ...BACKUP, id: 'e2', source: SECRET.id, locator: 'call, Oct. 29', excerpt: 'It ran about 100 minutes.' },
      ]),
      ...signedOn(PAGE, 'f4', 'queried', []),
      ...events.map((event) => publishing(event, copyFrom(PAGE))),
    ],
    { ...FIELDS, ...fields },
  )

/** Publishes this copy, unless the event names another. */
export const publishing = (event: LedgerEvent, copy: Copy): LedgerEvent =>
  event.kind === 'moved' && event.to === 'published' && event.copyHash === 'x'
    ? { ...event, copyHash: hashCopy(copy) }
    : event

export const inputFor = (story: Story, changes: Partial<WriterInput> = {}): WriterInput => ({
  story,
  now: NOW,
  assessments: assessStory(story, deskFrom({ sources: SOURCES })),
  sources: SOURCES,
  dates: { first: NOW, latest: NOW },
  ...changes,
})

export const withBlocks = (blocks: readonly Block[], fields: Partial<Fields> = FIELDS): Story => ({
  ...storyFrom('x', {}, PUBLISHED, fields),
  copy: blocks,
})
export const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

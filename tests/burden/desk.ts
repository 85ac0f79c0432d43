/** A shared text as a story with every statement tagged and verified, and two people: Ada wrote it, Eve edits it. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runChecks } from '../../src/checks/runChecks'
import { tagTypeOf } from '../../src/checks/finding/tagTypeOf'
import { addFact } from '../../src/document/editStory'
import type { OpenStory } from '../../src/newsroom/replica/openStory'
import { newsDesk, NOW, type NewsDesk } from '../newsroom/newsDesk'
import { QUOTE_LIKE } from '../oracle/judge/context'
import { seenOf } from '../oracle/verdictSteps'
import { standingOf } from '../oracle/world'
import { canonical } from '../../src/story/text/compare'
import { Window } from '../oracle/window'
import { NO_WRITER } from '../builders/noWriter'

const shared = process.env['STET_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared')

/** Texts of the shared folder, in several languages. */
export const TEXTS = [
  'seed/busan-summit.txt',
  'samples/reference-story/story.ninjs-3.1.json',
  'samples/ninjs/official-examples/3.0/dpa_text.json',
  'samples/ninjs/official-examples/3.0/businesswire-newsml-20130731006140.json',
  'samples/ninjs/official-examples/1.4/ninjsExMediumText1.json',
  'samples/ninjs/official-examples/3.0/tt_text_image_3.json',
  'samples/ninjs/official-examples/1.4/ninjsExComplex2.json',
  'samples/nitf/NTB_nitf_sample.xml',
] as const

export const sharedTexts: readonly string[] = TEXTS.map((path) => join(shared, path)).filter(existsSync)

export interface CopyDesk {
  readonly desk: NewsDesk
  readonly story: OpenStory
  readonly window: Window
  /** Facts of types whose context is more than their sentence. */
  readonly quotes: ReadonlySet<string>
  /** The grafs of these facts as they were signed, folded. A graf that is split off later is still their context. */
  readonly signedGrafs: readonly string[]
}

export async function copyDesk(path: string): Promise<CopyDesk> {
  const desk = await newsDesk()
  await desk.act('Editor', 'roster.add', { name: 'Ada', role: 'reporter' })
  await desk.act('Editor', 'roster.add', { name: 'Eve', role: 'editor' })
  const { id } = await desk.act('Ada', 'story.import', { name: basename(path), bytes: readFileSync(path) })
  for (const [field, value] of [
    ['slug', 'story'],
    ['author', 'Ada'],
    ['provider', 'Stet'],
  ] as const)
    await desk.act('Eve', 'story.setField', { story: id, field, value })
  const story = await desk.room.storyNow(id)
  const pictures = story.value().copy.filter(({ picture }) => picture !== undefined).length
  for (let nth = 1; nth <= pictures; nth++)
    await desk.act('Ada', 'picture.describe', { story: id, nth, credit: 'Stet', rights: 'editorial' })
  const { id: source } = await desk.act('Eve', 'source.add', { name: 'Pool report 3', kind: 'pool' })
  tagAll(desk, story)
  await story.observe('Ada')
  for (const view of story.view().facts)
    await desk.act('Eve', 'fact.sign', {
      story: id,
      fact: view.id,
      status: 'verified',
      reason: 'seen in the pool report',
      ...seenOf(view),
      evidence: { source, locator: '¶ 2', stance: 'supports' },
    })
  const quotes = new Set(story.view().facts.flatMap(({ id: fact, type }) => (QUOTE_LIKE.has(type) ? [fact] : [])))
  const signedGrafs = story
    .value()
    .copy.flatMap(({ text, spans }) =>
      spans.some((span) => span.mark === 'fact' && quotes.has(span.id)) ? [canonical(text)] : [],
    )
  return { desk, story, window: new Window('Eve', await story.join('Eve'), story.state()), quotes, signedGrafs }
}

/** Tags every quotation, figure, superlative, name and date that the checks find without a tag. */
function tagAll({ room }: NewsDesk, story: OpenStory): void {
  for (let round = 0; round < 4; round++) {
    const findings = runChecks({ story: story.value(), assessments: story.assessments(), desk: room.desk() }, NO_WRITER)
    let tagged = 0
    for (const { rule, key, where } of findings) {
      if (where.kind !== 'text') continue
      const words = story.value().copy[where.block]?.text.slice(where.from, where.to) ?? ''
      const type = tagTypeOf({ rule, key }, words)
      if (!type) continue
      const fact = room.ids.next('fact', (taken) => story.value().tags.has(taken))
      story.edit('Ada', (doc) => addFact(doc, { id: fact, type, by: 'Ada', at: NOW }, [where]))
      tagged++
    }
    if (tagged === 0) return
  }
}

export type Weight = 'blocks' | 'warns'

/** What of the ticks does not stand as it was signed, by fact. */
export function lapsesOf(story: OpenStory): ReadonlyMap<string, Weight> {
  const lapsed = new Map<string, Weight>()
  for (const view of story.view().facts) {
    if (!view.signed || view.status === 'cut') continue
    const standing = standingOf(view, story.assessment(view.id))
    if (standing !== 'verified') lapsed.set(view.id, standing === 'no' ? 'blocks' : 'warns')
  }
  return lapsed
}

/** Facts whose tick lapsed, whether that blocks or warns. */
export const lapsedIn = (story: OpenStory): readonly string[] =>
  story.view().facts.flatMap(({ id, status }) => (status === 'reCheck' ? [id] : []))

export async function sendTyping({ desk, story, window }: CopyDesk): Promise<void> {
  await story.applyWindowUpdate(window.update(story.doc), window.by, 'window-eve')
  await desk.room.storyNow(story.id)
}

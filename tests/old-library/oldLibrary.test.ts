/**
 * Opens a library that Stet wrote before signed views, keys and covered fields (make.mjs). It shows the same statuses
 * and exports the same bytes, but for what the new rules take away. That is listed here by name.
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { debounceByHand } from '../builders/time/debounceByHand'
import { runAction } from '../../src/newsroom/runAction'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { openLibrary } from '../../src/storage/openLibrary'
import type { ExportRequest } from '../../src/story/requests/requests'
import expected from './expected.json' with { type: 'json' }
import { FORMATS, isDraft, NOW } from './formats.mjs'

type StoryName = keyof typeof expected
const STORIES = Object.keys(expected) as readonly StoryName[]

/** Statuses that the new rules do not give any more: story, fact → what it is now, and by which rule. */
const STATUS_NOW: Readonly<Record<string, { readonly status: string; readonly reasons: readonly string[] }>> = {}

/** Exports whose bytes differ by a new rule, or that it refuses: story, format → why. */
const EXPORT_NOW: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['ferry', 'pier', 'notes'].flatMap((story) =>
      ['html', 'pdf', 'docx'].map((type) => [
        `${story} factsheet-${type}`,
        'The internal fact sheet says of each sign-off that it was “signed in an older version of Stet”, and of some things in other words.',
      ]),
    ),
  ),
  ...Object.fromEntries(
    ['ferry', 'notes', 'kill'].flatMap((story) => [
      [`${story} html`, 'The web page has a style sheet, and “By” before the byline.'],
      [`${story} pdf`, 'Headlines are balanced, and the byline begins with “By”.'],
    ]),
  ),
  'kill factsheet-pdf': 'Headlines are balanced.',
  'pier factsheet-public': 'The fact sheet says that the story is under an embargo.',
  'pier annotations': 'The annotations say that the story is under an embargo.',
  ...Object.fromEntries(
    ['html', 'markdown', 'docx', 'pdf'].map((type) => [
      `pier ${type}`,
      'The gate tells an embargo to the minute, in UTC.',
    ]),
  ),
  ...Object.fromEntries(
    ['ninjs', 'ninjs-2.1', 'newsml-g2', 'nitf'].map((type) => [
      `notes ${type}`,
      'A draft has an id of its own, so that it does not withhold the story.',
    ]),
  ),
  'pier text': 'Wire text has no cutline without its picture.',
  'pier ninjs': 'The plain text has no cutline without its picture.',
  'pier ninjs-2.1': 'The plain text has no cutline without its picture.',
  'pier nitf': 'NITF names no event for the place of the dateline.',
  'kill nitf': 'NITF names no event for the place of the dateline, and no delivery trail for a kill.',
}

/** What those exports say now, and what they said. With the earlier words, their text is the earlier one. */
const SAID_BEFORE = [
  [', signed in an older version of Stet', ''],
  ['; this is not the copy that was cleared', '; the copy is not the one that was cleared'],
  ['Calculation', 'Worked out'],
  // “pier” is under an embargo.
  [/<p class="edition"><strong>EMBARGOED until [^<]*<\/strong><\/p>\n/g, ''],
] as const

let folder = ''
let room: Newsroom

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-old-library-'))
  const files = unzipSync(new Uint8Array(await readFile(join(import.meta.dirname, 'library.zip'))))
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    if (!name.endsWith('/')) await writeFile(path, bytes)
  }
  const store = await openLibrary({ folder, now: () => NOW, newId: () => 'library-2' })
  room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds, debouncer: debounceByHand() })
})
afterAll(async () => {
  await room.close()
  await rm(folder, { recursive: true })
})

describe.each(STORIES)('the old story %s', (name) => {
  const old = expected[name]

  it('opens without repairs, with its words and stage', async () => {
    const story = await room.story(old.id)
    expect([story.repairs, story.guarded]).toEqual([[], undefined])
    const { stage, version, blocks } = await runAction(room, 'Editor', 'story.show', { story: old.id })
    expect({ stage, version, text: blocks.map(({ text }) => text) }).toEqual({
      stage: old.stage,
      version: old.version,
      text: old.text,
    })
  })

  it('shows the statuses that it had', async () => {
    const { facts } = await runAction(room, 'Editor', 'story.show', { story: old.id })
    const now = facts.map(({ id: fact, type, status, reasons, words }) => ({ fact, type, status, reasons, words }))
    expect(now).toEqual(old.facts.map((fact) => ({ ...fact, ...STATUS_NOW[`${name} ${fact.fact}`] })))
  })

  it.each(Object.entries(FORMATS))('exports the same bytes as %s', async (format, request) => {
    const before = old.exports[format as keyof typeof old.exports]
    const { bytes, verdict } = await runAction(room, 'Editor', 'story.previewExport', {
      ...(request as Omit<ExportRequest, 'story'>),
      story: old.id,
      ...(isDraft(name, request) ? { draft: true } : {}),
    })
    const [block] = verdict.blocks
    const now = block
      ? `refused: stet: One thing blocks: ${block.message}`
      : createHash('sha256').update(bytes).digest('hex')
    const why = EXPORT_NOW[`${name} ${format}`]
    if (why === undefined) expect(now).toBe(before)
    else expect({ why, now }).not.toEqual({ why, now: before })
    if (why !== undefined && format === 'factsheet-html') {
      const text = Buffer.from(bytes).toString('utf8')
      const without = SAID_BEFORE.reduce((said, [after, earlier]) => said.replaceAll(after, earlier), text)
      expect(createHash('sha256').update(without).digest('hex')).toBe(before)
    }
  })
})

it('the old library keeps its people, their PINs and its protected source', () => {
  const { roster, pins } = room.library
  expect([roster.map(({ name, pin }) => [name, pin ?? false]), pins.map(({ person }) => person)]).toEqual([
    [
      ['Editor', true],
      ['Reporter', false],
      ['Checker', true],
      ['Lawyer', false],
    ],
    ['Editor', 'Checker'],
  ])
  expect(room.library.sources.map(({ name, protected: hidden }) => [name, hidden])).toEqual([
    ['Minutes of the harbor board', false],
    ['Kim Min-jun', false],
    ['Jane Roe', true],
  ])
})

it('the old cleared story stays cleared until something that leaves changes', async () => {
  const story = await room.storyNow(expected.pier.id)
  const { warns } = await runAction(room, 'Editor', 'story.gate', { story: story.id, door: 'publish' })
  expect(warns.map(({ message }) => message).join(' ')).toContain(
    'cleared in an older version of Stet, which did not cover its fields',
  )
  await runAction(room, 'Reporter', 'story.setField', { story: story.id, field: 'assignee', value: 'Checker' })
  expect(story.ledger.standing.stage).toBe('cleared')
  await runAction(room, 'Reporter', 'story.setField', { story: story.id, field: 'keywords', value: ['pier'] })
  expect(story.ledger.standing.stage).toBe('inReview')
})

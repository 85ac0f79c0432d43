import { afterEach, describe, expect, test } from 'vitest'
import { setLanguage } from '../../../src/catalogue/area'
import * as Y from 'yjs'
import { newDoc } from '../../../src/document/createStoryDoc'
import { replaceText } from '../../../src/document/editStory'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { MemoryStore } from '../../builders/library/memoryStore'
import { runAction } from '../../../src/newsroom/runAction'
import { defined } from '../../../src/story/text/defined'
import { clockFrom, CreationMoments } from '../../../src/newsroom/environment/clock'
import type { readFieldValue } from '../../../src/newsroom/stories/fieldValue'
import { busanDesk, newsDesk, NOW } from '../newsDesk'

afterEach(() => setLanguage('en'))

describe('stories', () => {
  test('a new story has one headline, one deck and one paragraph, and its maker is the author', async () => {
    const { act } = await newsDesk()
    const { id } = await act('Reporter', 'story.create', {})
    const { blocks, fields, stage, version, updated } = await act('Reporter', 'story.show', { story: id })
    expect(blocks).toEqual([
      { role: 'headline', text: '' },
      { role: 'deck', text: '' },
      { role: 'paragraph', text: '' },
    ])
    expect({ author: fields.author, stage, version, updated }).toEqual({
      author: 'Reporter',
      stage: 'draft',
      version: 1,
      updated: NOW,
    })
  })

  test('a new story has the language of the desk, else the one in which Stet speaks', async () => {
    const { act } = await newsDesk()
    const made = async (): Promise<string> => {
      const { id } = await act('Reporter', 'story.create', {})
      return (await act('Reporter', 'story.show', { story: id })).fields.language
    }
    expect(await made()).toBe('en')
    setLanguage('ko')
    expect(await made()).toBe('ko')
    await act('Editor', 'library.settings', { defaults: { language: 'en-GB' } })
    expect(await made()).toBe('en-GB')
  })

  test('the list names every story with its facts, oldest first', async () => {
    const { act, story } = await busanDesk()
    await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    await act('Reporter', 'story.create', {})
    expect(
      (await act('Editor', 'story.list', {})).map(({ id, headline, stage, facts }) => ({ id, headline, stage, facts })),
    ).toEqual([
      { id: 'story-1', headline: 'Trump and Xi hold first talks in six years', stage: 'draft', facts: { toCheck: 1 } },
      { id: 'story-2', headline: '', stage: 'draft', facts: {} },
    ])
    expect(await act('Editor', 'story.list', { stage: 'filed' })).toEqual([])
  })

  test('search folds case, accents and width, and wants every word', async () => {
    const { act } = await newsDesk()
    const write = async (text: string) =>
      (await act('Reporter', 'story.import', { name: 'a.txt', bytes: new TextEncoder().encode(text) })).id
    const cafe = await write('Café owners protest\n\nThe ＡＢＣ group met in Zürich on Monday to talk.')
    const korean = await write('부산 정상회담\n\n두 정상은 부산에서 만났다고 정부가 말했다.')
    const hits = async (query: string) => (await act('Reporter', 'story.search', { query })).map(({ id }) => id)
    expect(await hits('CAFE abc zurich')).toEqual([cafe])
    expect(await hits('cafe geneva')).toEqual([])
    expect(await hits('부산')).toEqual([korean])
    expect(await hits('  ')).toEqual([])
    expect(await act('Reporter', 'story.search', { query: 'zurich' })).toEqual([
      {
        id: cafe,
        headline: 'Café owners protest',
        snippet: 'The ＡＢＣ group met in Zürich on Monday to talk.',
        marks: [[21, 27]],
      },
    ])
  })

  test.each([
    ['Mokpo, South Korea', 'Mokpo, South Korea', ''],
    ['BUSAN, Monday', 'BUSAN', 'Monday'],
    ['BUSAN, Oct. 30, 2026', 'BUSAN', 'Oct. 30, 2026'],
    ['서울, 12월 1일', '서울', '12월 1일'],
    ['BUSAN', 'BUSAN', ''],
  ])('what follows a comma is the date of a dateline if it has a number or a day: %s', async (line, place, date) => {
    const { act, story } = await busanDesk()
    const { fields } = await act('Reporter', 'story.setField', { story, field: 'dateline', value: line })
    expect(fields.dateline).toEqual({ place, date })
  })

  test('fields are set by typed values and by text, and malformed ones are refused', async () => {
    const { act, story } = await busanDesk()
    const set = (field: Parameters<typeof readFieldValue>[0], value: unknown) =>
      act('Reporter', 'story.setField', { story, field, value })
    await set('byline', 'Ada Park, Ben Ito (Seoul)')
    await set('dateline', 'BUSAN, South Korea, Oct. 30')
    await set('urgency', '3')
    await set('keywords', ['trade', 'summit'])
    await set('embargo', '2026-10-30T18:00:00+09:00')
    const { fields } = await set('language', 'EN-us')
    expect(fields).toMatchObject({
      byline: [{ name: 'Ada Park' }, { name: 'Ben Ito', role: 'Seoul' }],
      dateline: { place: 'BUSAN, South Korea', date: 'Oct. 30' },
      urgency: 3,
      keywords: ['trade', 'summit'],
      embargo: '2026-10-30T18:00:00+09:00',
      language: 'en-US',
    })
    for (const [field, value, takes] of [
      ['urgency', 0, 'a whole number from 1 to 9'],
      ['urgency', 'x', 'a whole number from 1 to 9'],
      ['kind', 'poem', 'one of story, alert'],
      ['embargo', 'tomorrow', 'an ISO 8601 instant with its zone'],
      ['language', 'no such', 'a BCP 47 language tag'],
      ['wordTarget', -1, 'a whole number from 0 to 1000000'],
      ['byline', 7, 'names separated by commas'],
      ['keywords', [1], 'a list, separated by commas'],
    ] as const) {
      await expect(set(field, value)).rejects.toMatchObject({
        reason: 'usage',
        message: expect.stringContaining(`The field ${field} needs ${takes}`) as string,
      })
    }
    for (const value of ['2026-11-31T18:00:00+09:00', '2026-11-30T24:00:00Z', '2026-11-30T18:00:00+14:30']) {
      await expect(set('embargo', value)).rejects.toMatchObject({
        reason: 'usage',
        message: 'The field embargo needs a day and a time that exist, with an offset of at most 14:00.',
      })
    }
    expect((await act('Reporter', 'story.history', { story })).filter(({ kind }) => kind === 'fieldSet')).toHaveLength(
      6,
    )
  })

  test('legal review is settled by the legal role only', async () => {
    const { act, story } = await busanDesk()
    await act('Editor', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    for (const value of ['complete', 'none'])
      await expect(act('Editor', 'story.setField', { story, field: 'needsLegal', value })).rejects.toMatchObject({
        reason: 'refused',
        message: expect.stringContaining(
          'Only someone with the legal role can complete the legal read; Editor does not have it.',
        ) as string,
      })
    await act('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' })
  })

  test('legal signs what it read, and nothing else', async () => {
    const { act, room, story } = await busanDesk()
    await act('Editor', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    const complete = { story, field: 'needsLegal', value: 'complete' } as const
    const { legalText: seen } = await act('Legal', 'story.show', { story })
    await expect(runAction(room, 'Legal', 'story.setField', complete)).rejects.toMatchObject({
      reason: 'usage',
      message:
        'Legal signs what it read: headline, deck, cutlines and the grafs with allegations. Nothing was signed. ' +
        `If you have read them as they are now, add: --seen ${seen}`,
    })
    await act('Reporter', 'copy.replace', { story, replace: 'hold first talks', with: 'hold talks' })
    await expect(act('Legal', 'story.setField', { ...complete, ...defined({ seen }) })).rejects.toMatchObject({
      reason: 'refused',
      message: 'What legal reads has changed since you read it. Nothing was signed. Read it again.',
    })
    expect((await act('Legal', 'story.show', { story })).fields.needsLegal).toBe('required')
  })

  test('an unreadable file makes nothing', async () => {
    const { act, store } = await newsDesk()
    await expect(act('Reporter', 'story.import', { name: 'x.txt', bytes: new Uint8Array() })).rejects.toMatchObject({
      reason: 'failed',
      message: expect.stringContaining('x.txt was not imported: it is empty.') as string,
    })
    expect(await store.listStories()).toEqual([])
  })

  test('people outside the roster may only read and join', async () => {
    const { act, story } = await busanDesk()
    await expect(act('Stranger', 'copy.replace', { story, replace: '100', with: '90' })).rejects.toMatchObject({
      reason: 'refused',
      message: 'Stranger is not on the roster of this library. Add the name to the roster first.',
    })
    await expect(act('', 'story.create', {})).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('No one is not on the roster of this library.') as string,
    })
    expect((await act('Stranger', 'story.show', { story })).id).toBe(story)
    await act('Stranger', 'roster.add', { name: 'Stranger' })
    await act('Stranger', 'copy.replace', { story, replace: '100', with: '90' })
    await expect(act('Editor', 'roster.add', { name: 'Stet' })).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('Stet is the name of the app in the history. Choose another name.') as string,
    })
  })
})

test('files imported at the same time as a person’s first acts become stories in their order', async () => {
  const { act } = await newsDesk()
  const file = (n: number) => ({ name: `${n}.md`, bytes: new TextEncoder().encode(`# Story ${n}\n\nIt sails.\n`) })
  const first = [1, 2, 3].map((n) => act('Legal', 'story.import', file(n)))
  // The fourth comes in the turn in which the Reporter's key is there.
  const turns = Array.from({ length: 40 }, async (_, n) => {
    for (let turn = 0; turn < n * 3; turn += 1) await Promise.resolve()
    return act('Legal', 'story.import', file(n + 4))
  })
  await Promise.all([...first, ...turns])
  expect((await act('Editor', 'story.list', {})).map(({ headline }) => headline)).toEqual(
    Array.from({ length: 43 }, (_, n) => `Story ${n + 1}`),
  )
})

test('a story changes when somebody types in it, not when a window opens it', async () => {
  const day = (n: number): string => `2026-10-${n}T09:00:00.000Z`
  let now = day(10)
  const store = new MemoryStore('Reporter')
  const room = await Newsroom.open({ store, clock: { now: () => now }, ids: sequentialIds })
  await runAction(room, 'Reporter', 'roster.add', { name: 'Reporter', role: 'reporter' })
  const { id } = await runAction(room, 'Reporter', 'story.create', {})
  const updated = async (): Promise<string> => (await runAction(room, 'Reporter', 'story.show', { story: id })).updated
  now = day(11)
  const open = await room.storyNow(id)
  const doc = newDoc(await open.join('Reporter'))
  expect(await updated()).toBe(day(10))
  Y.applyUpdate(doc, open.state())
  const before = Y.encodeStateVector(doc)
  replaceText(doc, { block: 0, from: 0, to: 0 }, 'Now: ')
  await open.applyWindowUpdate(Y.encodeStateAsUpdate(doc, before), 'Reporter')
  expect(await updated()).toBe(day(11))
})

describe('the clock', () => {
  test('starts at STET_NOW and runs on', () => {
    let elapsed = 5
    const clock = clockFrom('2026-10-30T09:00:00Z', () => elapsed)
    elapsed += 1500
    expect(clock.now()).toBe('2026-10-30T09:00:01.500Z')
    expect(() => clockFrom('yesterday')).toThrow('STET_NOW')
  })
  test('stories made in one millisecond have moments in their order, until the clock is set back', () => {
    const times = ['09:00:00.000', '09:00:00.000', '09:00:00.001', '09:00:00.007', '08:59:30.000', '08:00:00.000']
    const moments = new CreationMoments({ now: () => `2026-10-30T${times.shift() ?? ''}Z` })
    expect(Array.from({ length: 6 }, () => moments.next())).toEqual([
      '2026-10-30T09:00:00.000Z',
      '2026-10-30T09:00:00.001Z',
      '2026-10-30T09:00:00.002Z',
      '2026-10-30T09:00:00.007Z',
      '2026-10-30T09:00:00.008Z',
      '2026-10-30T08:00:00.000Z',
    ])
  })

  test('a clock that starts where an earlier one did goes on from the last write, unless that is far ahead', () => {
    const goingOn = (last: string): string => {
      let elapsed = 5
      const clock = clockFrom('2026-10-30T09:00:00Z', () => elapsed)
      elapsed += 60
      clock.goOnFrom?.(last)
      elapsed += 10
      return clock.now()
    }
    expect([
      goingOn('2026-10-30T09:00:00.185Z'),
      goingOn('2026-10-30T08:59:00.000Z'),
      goingOn('2026-10-30T09:30:00.185Z'),
      goingOn('nonsense'),
    ]).toEqual([
      '2026-10-30T09:00:00.195Z',
      '2026-10-30T09:00:00.070Z',
      '2026-10-30T09:00:00.070Z',
      '2026-10-30T09:00:00.070Z',
    ])
  })

  test('stories of one millisecond are listed in the order in which they were made', async () => {
    const { act } = await newsDesk()
    const names = Array.from({ length: 12 }, (_, n) => `story-${n + 1}`)
    for (const _ of names) await act('Reporter', 'story.create', {})
    expect((await act('Editor', 'story.list', {})).map(({ id }) => id)).toEqual(names)
  })
})

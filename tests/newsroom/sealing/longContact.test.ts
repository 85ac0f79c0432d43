/** A contact that is long, or has many parts, stops no work of the desk. */
import { describe, expect, test } from 'vitest'
import { refusal } from '../devices/machines'
import { merge } from '../merge/twoMachines'
import { resealed } from './resealed'
import { handOverFor, second, sourceHere, withKim } from './sealedStory'

const PARTS = 'q z '.repeat(1200).trim()
const NOT_OF_BUNDLE = 'what is sealed for you was not made for this bundle, or is damaged'

describe('a contact of too many parts', () => {
  test('is refused where people type it', async () => {
    const { desk, source } = await withKim()
    expect(await refusal(desk.act('Lee', 'source.edit', { source, contact: PARTS, reason: 'moved' }))).toBe(
      'usage: A contact can have at most 400 words and numbers. Nothing was changed.',
    )
  })

  test('is refused in what is sealed', async () => {
    const { desk, train, story, source } = await withKim()
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    const [kim, lee] = [
      { on: train, by: 'Kim' },
      { on: desk, by: 'Lee' },
    ]
    const hostile = await resealed(bytes, kim, lee, ({ sources }) => ({
      sources: sources.map((one) => ({ ...one, contact: PARTS })),
    }))
    expect(await merge(train, 'Kim', hostile)).toMatchObject({ outcome: 'refused', refused: NOT_OF_BUNDLE })
    expect(sourceHere(train, source)).toBeUndefined()
  })

  test('that an older Stet wrote stops no export, search, hand-over or repair', async () => {
    const { desk, source } = await withKim()
    await desk.room.changeDesk('Lee', (facts) => ({
      facts: {
        ...facts,
        sources: facts.sources.map((one) => (one.id === source ? { ...one, contact: PARTS } : one)),
      },
      answer: undefined,
      events: [],
    }))
    const bytes = new TextEncoder().encode('Other\n\nPrices rose.\n')
    const { id: story } = await desk.act('Ben', 'story.import', { name: 'o.txt', bytes })
    expect((await desk.act('Lee', 'story.handOver', { stories: [story] })).losses).toEqual([])
    expect((await desk.act('Lee', 'story.export', { story, format: 'html', draft: true })).fileName).toMatch(/html$/)
    expect((await desk.act('Lee', 'story.search', { query: 'Prices' })).length).toBe(1)
    await desk.act(await second(desk, 'Lee'), 'source.edit', { source, contact: 'by post', reason: 'too long' })
    expect(sourceHere(desk, source)?.contact).toBe('by post')
  })
})

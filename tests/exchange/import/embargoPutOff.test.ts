/** An embargo that was put off, and whose lines name two times. */
import { expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'

const read = async (top: string) => {
  const bytes = new TextEncoder().encode(
    `${top}\n\nHarbor opens again\n\nThe harbor opened on Monday, the port said.\n`,
  )
  const { stories } = await importFile('a.txt', bytes)
  const [story] = stories
  return { embargo: story?.fields?.embargo ?? '', edNote: story?.fields?.edNote ?? '', losses: story?.losses ?? [] }
}

test.each([
  'Eds: Embargoed until 2026-12-02T10:00Z; extended to 2026-12-05T10:00Z.',
  'Eds: Embargoed until 2026-12-02T10:00Z. Extended to 2026-12-05T10:00Z.',
  'Eds: Embargo until 2026-12-02T10:00Z was lifted; new: 2026-12-05T10:00Z',
  'EMBARGO: 2026-12-02T10:00Z\nEMBARGO: 2026-12-05T10:00Z',
])('%s holds until the later time, and is listed', async (top) => {
  const { embargo, edNote, losses } = await read(top)
  expect([embargo, losses.some(({ what }) => what.startsWith('embargo'))]).toEqual(['2026-12-05T10:00:00Z', true])
  for (const time of ['2026-12-02T10:00Z', '2026-12-05T10:00Z']) expect(edNote).toContain(time)
})

test('one time sets the embargo', async () =>
  expect((await read('EMBARGO: 2026-12-02T10:00Z')).embargo).toBe('2026-12-02T10:00:00Z'))

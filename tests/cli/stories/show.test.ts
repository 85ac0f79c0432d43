/** `stet show` prints the fields as `stet set` takes them. */
import { expect, it } from 'vitest'
import { readArguments } from '../../../src/cli/run/arguments'
import type { Ask } from '../../../src/cli/run/command'
import { showCommand } from '../../../src/cli/stories/showCommand'
import { readFieldValue } from '../../../src/newsroom/stories/fieldValue'
import { EMPTY_FIELDS, isFieldName, type Fields } from '../../../src/story/ledger/fields'

const FULL: Fields = {
  slug: 'harbour',
  kind: 'alert',
  byline: [{ name: 'Ada Park' }, { name: 'Ben Ito', role: 'Seoul, Korea' }],
  contributors: 'Kim Lee',
  dateline: { place: 'BUSAN', date: 'Oct. 30' },
  language: 'ko',
  urgency: 2,
  subjects: ['medtop:11000000'],
  keywords: ['port, closed', 'ferry'],
  edNote: 'Second take to come',
  embargo: '2026-12-01T10:00:00+09:00',
  usageTerms: 'No sales',
  provider: 'Stet Wire',
  copyrightLine: '© Stet Wire',
  wordTarget: 300,
  needsLegal: 'required',
  desk: 'World',
  author: 'Reporter',
  assignee: 'Editor',
}

/** The lines of a story with these fields, without the first one and the blank one after it. */
async function shown(fields: Fields): Promise<readonly string[]> {
  const blocks = [{ role: 'headline', text: 'Harbour closed' }]
  const view = { id: 'story-1', stage: 'draft', version: 1, fields, blocks, facts: [], comments: [] }
  const ask = (() => Promise.resolve(view)) as unknown as Ask
  const { text, json } = await showCommand.prepare(readArguments(['story-1'], {}), { cwd: '/' })(ask, { by: '' })
  expect(json).toBe(view)
  const [first, blank, ...lines] = text.split('\n')
  expect([first, blank]).toEqual([`story-1  draft v1  ${fields.slug}`, ''])
  return lines
}

it('shows each field by its name, with a value that sets it to the same', async () => {
  const lines = (await shown(FULL)).slice(0, Object.keys(FULL).length)
  expect(lines).toContain('byline: [{"name":"Ada Park"},{"name":"Ben Ito","role":"Seoul, Korea"}]')
  expect(lines).toContain('embargo: 2026-12-01T10:00:00+09:00')
  const read = lines.map((line) => {
    const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? []
    return [name, isFieldName(name) ? readFieldValue(name, value) : undefined]
  })
  expect(Object.fromEntries(read)).toEqual(FULL)
})

it('leaves empty fields out', async () => {
  expect(await shown(EMPTY_FIELDS)).toEqual([
    ...['kind: story', 'language: en', 'urgency: 4', 'needsLegal: none'],
    ...['', 'Harbour closed', '', 'Facts: 0'],
  ])
})

it('indents a field of several lines, so that no line of it passes for another field', async () => {
  const lines = await shown({ ...EMPTY_FIELDS, edNote: 'First line\ndesk: World' })
  expect(lines.slice(3, 5)).toEqual(['edNote: First line', '    desk: World'])
})

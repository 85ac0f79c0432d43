/** Direction overrides never enter a story, whoever sends them; those of older stories are taken out by one act. */
import { isAuthorEver } from '../../../src/story/assessment/people/authors'
import { expect, test } from 'vitest'
import type { Block } from '../../../src/story/copy/copy'
import { createStoryState } from '../../../src/document/createStoryDoc'
import { insertAt, replaceText } from '../../../src/document/editStory'
import { blockElements, readCopy } from '../../../src/document/reading/readStory'
import { runAction } from '../../../src/newsroom/runAction'
import type { ActionName, RequestOf } from '../../../src/story/requests/requests'
import { busanDesk, NOW, windowOn, type NewsDesk } from '../newsDesk'

const OVERRIDE = /[\u202a-\u202e]/
const NOTE =
  '1 hidden character was removed: they show words in a different order, or run together. No words were removed.'

/** Runs an action and returns its remarks. */
async function remarked<A extends ActionName>(
  { room }: NewsDesk,
  by: string,
  action: A,
  request: RequestOf<A>,
): Promise<readonly string[]> {
  const remarks: string[] = []
  await runAction(room, by, action, request, (text) => void remarks.push(text))
  return remarks
}

/** A story from before: its document holds what a request cannot bring in any more. */
async function oldStory(desk: NewsDesk, copy: readonly Block[], byline: string): Promise<string> {
  const { id } = await desk.room.createStory('Reporter', { kind: 'created', origin: 'import' }, (_id, client) =>
    createStoryState({ copy, fields: { author: 'Reporter', byline: [{ name: byline }] } }, client, 'Reporter'),
  )
  return id
}
const graf = (text: string, role: Block['role'] = 'paragraph'): Block => ({ role, text, spans: [] })

test('no request brings a direction override into a story, and each says so', async () => {
  const desk = await busanDesk()
  const { act, story, room } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const told = [
    await remarked(desk, 'Reporter', 'story.setField', { story, field: 'slug', value: 'a\u202eb' }),
    await remarked(desk, 'Reporter', 'story.setField', { story, field: 'keywords', value: ['x', 'a\u202db'] }),
    await remarked(desk, 'Reporter', 'story.setField', { story, field: 'usageTerms', value: 'a\u202ab' }),
    await remarked(desk, 'Reporter', 'copy.replace', { story, replace: 'separately', with: 'a\u202epart' }),
    await remarked(desk, 'Reporter', 'fact.describe', { story, fact, statement: 'how\u202b long' }),
    await remarked(desk, 'Editor', 'comment.add', { story, text: 'so\u202c?' }),
    await remarked(desk, 'Editor', 'suggestion.propose', { story, replace: 'glad', with: '\u202ehappy' }),
  ]
  expect(told.map(([note]) => note)).toEqual(told.map(() => expect.stringContaining(NOTE) as string))
  const value = (await room.storyNow(story)).value()
  expect(JSON.stringify([value.copy, value.fields, [...value.tags], value.comments, value.suggestions])).not.toMatch(
    OVERRIDE,
  )
  expect(value.copy.at(-1)?.text).toContain('left apart')
  expect(await remarked(desk, 'Reporter', 'story.setField', { story, field: 'slug', value: 'plain' })).toEqual([])
})

test('an edited comment, a reason and pasted answers bring none in either', async () => {
  const desk = await busanDesk()
  const { act, story, room } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const { id: comment } = await act('Editor', 'comment.add', { story, text: 'so?' })
  await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'How long?' })
  const told = [
    await remarked(desk, 'Editor', 'comment.edit', { story, comment, text: 'so\u202e sure?' }),
    await remarked(desk, 'Reporter', 'query.answers', { story, text: '1. by the\u202e clock' }),
    await remarked(desk, 'Editor', 'fact.untag', { story, fact, reason: 'no\u202e figure' }),
    await remarked(desk, 'Editor', 'library.settings', { defaults: { usageTerms: 'a\u202ab' } }),
  ]
  expect(told).toEqual([[NOTE], [NOTE], [NOTE], [NOTE]])
  const open = await room.storyNow(story)
  const kept = JSON.stringify([open.value().comments, open.entries, await act('Editor', 'library.defaults', {})])
  expect(kept).toContain('so sure?')
  expect(kept).not.toMatch(OVERRIDE)
})

test('a separator in a byline parts two names, and does not make a longer one of them', async () => {
  const desk = await busanDesk()
  await remarked(desk, 'Editor', 'story.setField', {
    ...{ story: desk.story, field: 'byline' },
    value: [{ name: 'Reporter\u2028Editor' }],
  })
  const { fields, ledger } = (await desk.room.storyNow(desk.story)).value()
  expect([fields.byline, isAuthorEver({ fields, ledger }, 'Editor')]).toEqual([[{ name: 'Reporter\nEditor' }], true])
})

test.each([
  ['a vertical tab', '\v', 'no table'],
  ['a form feed', '\f', 'no table'],
  ['the next line', '\u0085', 'no table'],
  ['the space mark of Ogham', '\u1680', 'no table'],
  ['a control character', '\u0001', 'notable'],
])('%s never enters: an edit, a suggestion, a field or a window brings none in', async (_what, sign, words) => {
  const desk = await busanDesk()
  const { story, room } = desk
  const open = await room.storyNow(story)
  const told = [
    await remarked(desk, 'Reporter', 'copy.replace', { story, replace: 'separately', with: `so no${sign}table` }),
    await remarked(desk, 'Editor', 'suggestion.propose', { story, replace: 'glad', with: `no${sign}table` }),
    await remarked(desk, 'Reporter', 'story.setField', { story, field: 'slug', value: `no${sign}table` }),
  ]
  expect(told).toEqual([[NOTE], [NOTE], [NOTE]])
  const { copy, fields, suggestions } = open.value()
  expect([copy.at(-1)?.text, fields.slug, suggestions?.map(({ inserted }) => inserted)]).toEqual([
    expect.stringContaining(`left so ${words}`),
    words,
    [words],
  ])
  const window = await windowOn(desk, story, 'Reporter')
  const update = window.type((doc) => {
    const headline = blockElements(doc)[0]
    if (headline) insertAt(headline, 0, `no${sign}table. `, {})
  })
  await open.applyWindowUpdate(update, 'Reporter')
  expect(open.value().copy[0]?.text).toBe('notable. Trump and Xi hold first talks in six years')
})

test('a tick does not stand on words that a window runs together', async () => {
  const desk = await busanDesk()
  const { act, story, room } = desk
  await act('Reporter', 'copy.replace', { story, replace: 'separately', with: 'with no table' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'no table', type: 'figure' })
  await act('Editor', 'fact.sign', { story, fact, status: 'letStand', reason: 'seen' })
  const window = await windowOn(desk, story, 'Reporter')
  const update = window.type((doc) => {
    const block = readCopy(doc).length - 1
    const from = readCopy(doc)[block]?.text.indexOf(' table') ?? -1
    replaceText(doc, { block, from, to: from + 1 }, '\v')
  })
  const open = await room.storyNow(story)
  await open.applyWindowUpdate(update, 'Reporter')
  await open.observe()
  expect(open.assessments().map(({ words, status }) => [words, status])).toContainEqual(['notable', 'reCheck'])
})

test('isolates and direction marks stay', async () => {
  const { act, story } = await busanDesk()
  const terms = '\u2067אבג\u2069 \u200fabc\u200e'
  const { fields } = await act('Reporter', 'story.setField', { story, field: 'usageTerms', value: terms })
  expect(fields.usageTerms).toBe(terms)
})

test('a window that sends one gets it taken out, and what was typed with it stays', async () => {
  const desk = await busanDesk()
  const open = await desk.room.storyNow(desk.story)
  const window = await windowOn(desk, desk.story, 'Reporter')
  const update = window.type((doc) => {
    const headline = blockElements(doc)[0]
    if (headline) insertAt(headline, 0, '\u202eNew: ', {})
  })
  await open.applyWindowUpdate(update, 'Reporter')
  expect(open.value().copy[0]?.text).toBe('New: Trump and Xi hold first talks in six years')
  const next = window.type((doc) => {
    const headline = blockElements(doc)[0]
    if (headline) insertAt(headline, 0, '2 ', {})
  })
  await open.applyWindowUpdate(next, 'Reporter')
  expect(open.value().copy[0]?.text).toBe('2 New: Trump and Xi hold first talks in six years')
})

test('one act takes them out of an older story: copy, picture details and fields', async () => {
  const desk = await busanDesk()
  const { act } = desk
  const story = await oldStory(
    desk,
    [
      graf('Pier \u202e54', 'headline'),
      graf('', 'deck'),
      graf('It rose\u202c.'),
      {
        ...graf('The pier.', 'cutline'),
        picture: {
          file: '',
          mediaType: '',
          width: 0,
          height: 0,
          alt: 'A\u202e pier',
          credit: 'Ida',
          rights: 'one',
          captured: '',
        },
      },
    ],
    'I\u202dda',
  )
  const blocked = async (door: 'clear' | 'publish' | 'factsheet' | 'draftExport') =>
    (await act('Editor', 'story.gate', { story, door })).blocks.filter(({ rule }) => rule === 'directionOverride')
  for (const door of ['clear', 'publish', 'factsheet', 'draftExport'] as const)
    expect((await blocked(door)).map(({ where }) => where.kind)).toEqual(['text', 'text', 'text', 'field'])
  await expect(act('Editor', 'story.export', { story, format: 'html', draft: true })).rejects.toThrow('direction')
  expect(await act('Reporter', 'copy.dropOverrides', { story })).toEqual({ dropped: 4 })
  expect(await blocked('publish')).toEqual([])
  const { copy, fields } = (await desk.room.storyNow(story)).value()
  expect([copy.map(({ text }) => text), copy[3]?.picture?.alt, fields.byline]).toEqual([
    ['Pier 54', '', 'It rose.', 'The pier.'],
    'A pier',
    [{ name: 'Ida' }],
  ])
  expect(await act('Reporter', 'copy.dropOverrides', { story })).toEqual({ dropped: 0 })
})

test('an older suggestion is accepted without its direction overrides', async () => {
  const desk = await busanDesk()
  const marked = {
    ...graf('It rose \u202e54\u202c% there.'),
    proposed: [{ mark: 'insertion', id: 's', from: 8, to: 13 }] as const,
  }
  const { id: story } = await desk.room.createStory('Editor', { kind: 'created', origin: 'import' }, (_id, client) =>
    createStoryState(
      {
        copy: [graf('H', 'headline'), graf('', 'deck'), marked],
        suggestions: [{ id: 's', by: 'Editor', at: '2026-10-30T08:00:00.000Z' }],
        fields: { author: 'Reporter' },
      },
      client,
      'Editor',
    ),
  )
  await desk.act('Editor', 'suggestion.accept', { story, suggestions: [{ id: 's' }] })
  expect((await desk.room.storyNow(story)).value().copy[2]?.text).toBe('It rose 54% there.')
})

test('nobody overrides or dismisses the block', async () => {
  const desk = await busanDesk()
  const story = await oldStory(desk, [graf('Pier \u202e54', 'headline'), graf('', 'deck'), graf('x')], 'Ida')
  const [finding] = (await desk.act('Editor', 'story.gate', { story, door: 'factsheet' })).blocks
  expect(finding?.rule).toBe('directionOverride')
  const of = { story, rule: finding?.rule ?? '', key: finding?.key ?? '', reason: 'let it' }
  await expect(desk.act('Editor', 'finding.override', of)).rejects.toThrow('No one can override this.')
  await expect(desk.act('Editor', 'finding.dismiss', of)).rejects.toThrow('cannot be marked “nothing to check”')
})

test('a snapshot or the tray of an older story brings none back, and says so', async () => {
  const desk = await busanDesk()
  const id = await oldStory(desk, [graf('Talks', 'headline'), graf('It rose to \u202e54.')], 'A\u202eB')
  const open = await desk.room.storyNow(id)
  const { n } = await desk.act('Reporter', 'version.keep', { story: id, name: 'old' })
  await desk.act('Reporter', 'copy.replace', { story: id, replace: '\u202e54', with: '45' })
  await desk.act('Reporter', 'story.setField', { story: id, field: 'byline', value: 'AB' })
  expect(await remarked(desk, 'Reporter', 'version.restore', { story: id, n, fields: true })).toEqual([
    expect.stringContaining('2 hidden characters were removed'),
  ])
  const { copy, fields } = open.value()
  expect([copy.map(({ text }) => text), JSON.stringify(fields)]).toEqual([
    ['Talks', 'It rose to 54.'],
    expect.not.stringMatching(OVERRIDE),
  ])
})

test('words that come back from the tray lose theirs, and the person is told', async () => {
  const desk = await busanDesk()
  const { act, story, room } = desk
  const open = await room.storyNow(story)
  // An earlier Stet kept them as they were.
  const kept = {
    at: NOW,
    text: 'It rose to \u202e45\u202c.\n\u202e',
    before: '',
    after: '',
    by: ['Reporter'],
    runs: [],
  }
  await open.edit('Stet', (doc) => doc.getMap('tray').set('9.9', kept)).saved
  expect((await act('Reporter', 'tray.list', { story })).map(({ text }) => text)).toEqual([kept.text])
  expect(await remarked(desk, 'Reporter', 'tray.putBack', { story, ref: '9.9' })).toEqual([
    expect.stringMatching(/^3 hidden characters were removed: they show words in a different order/) as string,
  ])
  expect([open.value().copy.at(-1)?.text, open.value().copy.length]).toEqual(['It rose to 45.', 5])
})

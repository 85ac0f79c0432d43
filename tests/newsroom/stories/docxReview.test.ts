import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readStory } from '../../../src/document/reading/readStory'
import { busanDesk } from '../newsDesk'

async function discussed() {
  const desk = await busanDesk()
  const { act, story } = desk
  const { id } = await act('Editor', 'comment.add', {
    story,
    text: 'Who counted?',
    on: 'about 100 minutes',
    mustFix: true,
  })
  await act('Reporter', 'comment.reply', { story, comment: id, text: 'The pool.' })
  await act('Legal', 'comment.add', { story, text: 'Privileged.', on: 'tough negotiator' })
  await act('Editor', 'suggestion.propose', { story, replace: '100 minutes', with: '110 minutes' })
  return desk
}

test('comments and suggestions leave in Word when chosen, and come back with their authors and places', async () => {
  const { act, story, room } = await discussed()
  const { bytes, losses } = await act('Editor', 'story.export', {
    story,
    format: 'docx',
    draft: true,
    include: ['comments', 'suggestions'],
  })
  expect(losses).toEqual([
    { what: 'legal’s comments', count: 1, example: '(not shown)' },
    { what: 'the “Must be fixed” mark of comments', count: 1, example: 'Who counted?' },
  ])
  expect(
    Object.values(unzipSync(bytes))
      .map((part) => new TextDecoder().decode(part))
      .join(''),
  ).not.toContain('Privileged')
  const entry = (await act('Editor', 'story.history', { story })).at(-1)
  expect(entry).toMatchObject({ kind: 'exported', options: { include: ['comments', 'suggestions'] } })
  await act('Editor', 'comment.add', { story, text: 'Later.' })
  expect((await act('Editor', 'story.exportAgain', { story, entry: entry?.seq ?? 0 })).same).toBe(true)
  expect(await act('Reporter', 'story.previewImport', { name: 'back.docx', bytes })).toMatchObject({
    comments: 1,
    suggestions: 1,
    losses: [
      { what: 'desk notes', count: 1, example: 'DRAFT. Not for publication.' },
      { what: 'document properties', count: 1 },
    ],
  })
  const { id } = await act('Reporter', 'story.import', { name: 'back.docx', bytes })
  const { copy, comments, suggestions } = readStory((await room.story(id)).doc)
  expect(copy.map(({ text }) => text)).toContain('The meeting lasted about 100 minutes. They left separately.')
  expect(
    comments.map(({ by, text, words, replies }) => ({
      by,
      text,
      words,
      replies: replies.map((reply) => `${reply.by}: ${reply.text}`),
    })),
  ).toEqual([{ by: 'Editor', text: 'Who counted?', words: 'about 100 minutes', replies: ['Reporter: The pool.'] }])
  expect(suggestions.map(({ by, inserted, deleted }) => ({ by, inserted, deleted }))).toEqual([
    { by: 'Editor', inserted: '110 minutes', deleted: '100 minutes' },
  ])
  const [suggestion] = suggestions
  await act('Editor', 'suggestion.accept', { story: id, suggestions: [{ id: suggestion?.id ?? '' }] })
  expect(readStory((await room.story(id)).doc).copy.map(({ text }) => text)).toContain(
    'The meeting lasted about 110 minutes. They left separately.',
  )
})

test('a protected name in a comment blocks the document, which leaves without comments', async () => {
  const { act, story } = await discussed()
  await act('Reporter', 'source.add', { name: 'Deep Throat', kind: 'person', protected: true })
  await act('Editor', 'comment.add', { story, text: 'Deep Throat says otherwise.' })
  await expect(
    act('Editor', 'story.export', { story, format: 'docx', draft: true, include: ['comments'] }),
  ).rejects.toMatchObject({
    reason: 'refused',
    message: expect.stringContaining('Source A’s name is outside the copy.') as string,
  })
  await act('Editor', 'story.export', { story, format: 'docx', draft: true })
})

test('a protected name that accepting a suggestion would form blocks the document', async () => {
  const { act, story } = await discussed()
  const exported = () => act('Editor', 'story.export', { story, format: 'docx', draft: true, include: ['suggestions'] })
  await act('Reporter', 'source.add', { name: 'Donald Trump', kind: 'person', protected: true })
  for (const { rule, key } of (await act('Editor', 'story.gate', { story, door: 'draftExport' })).blocks)
    await act('Editor', 'finding.dismiss', { story, rule, key })
  await act('Editor', 'suggestion.propose', { story, replace: ' and said he was glad', with: '' })
  await exported()
  await act('Reporter', 'source.add', { name: 'Trump Xi', kind: 'person', protected: true })
  await exported()
  await act('Editor', 'suggestion.propose', { story, replace: 'called ', with: '' })
  await expect(exported()).rejects.toMatchObject({
    reason: 'refused',
    message: 'Source B’s name is outside the copy. It must not leave the desk. Nothing was exported.',
  })
})

test('formats without a place for comments say so', async () => {
  const { act, story } = await discussed()
  await expect(
    act('Editor', 'story.export', { story, format: 'html', draft: true, include: ['comments'] }),
  ).rejects.toMatchObject({ reason: 'usage', message: 'html cannot contain comments; docx can.' })
})

import { describe, expect, it } from 'vitest'
import { addComment, deleteComment as deleteIn, replyToComment } from '../../../src/document/comments'
import { readComments } from '../../../src/document/reading/readComments'
import { newDoc } from '../../../src/document/createStoryDoc'
import { busanDesk, NOW, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }
const shown = async ({ act, story }: Desk) =>
  (await act('Editor', 'story.show', { story })).comments.map(({ text, edited, place, replies }) => ({
    text,
    edited,
    place,
    replies: replies.map((reply) => `${reply.by}: ${reply.text}${reply.edited ? ' (edited)' : ''}`),
  }))
const history = async ({ room, story }: Desk) =>
  (await room.storyNow(story)).entries.flatMap((entry) => {
    if (entry.kind === 'commentEdited') return [[entry.kind, entry.by, entry.answer, entry.was, entry.text]]
    return entry.kind === 'commentDeleted' || entry.kind === 'commentRestored'
      ? [[entry.kind, entry.by, entry.answer, entry.text]]
      : []
  })

/** A story with a comment by Editor on words, answered by Reporter and by Editor. */
async function answeredDesk(): Promise<Desk & { readonly comment: string }> {
  const desk = await busanDesk()
  const { act, story } = desk
  const { id: comment } = await act('Editor', 'comment.add', { story, text: 'Says who?', on: '100 minutes' })
  await act('Reporter', 'comment.reply', { story, comment, text: 'Pool 3' })
  await act('Editor', 'comment.reply', { story, comment, text: 'Thanks' })
  return { ...desk, comment }
}

describe('what a person said in a comment', () => {
  it('is edited by that person alone: comment and reply say so, and the history keeps the old words', async () => {
    const desk = await answeredDesk()
    const { act, story, comment } = desk
    await act('Editor', 'comment.edit', { story, comment, text: ' Who says so? ', was: 'Says who?' })
    await act('Reporter', 'comment.edit', { story, comment, answer: 1, text: 'Pool 3, page 2' })
    await expect(act('Reporter', 'comment.edit', { story, comment, text: 'Mine' })).rejects.toThrow(
      'Editor wrote this. Only Editor can edit or delete it.',
    )
    await expect(act('Editor', 'comment.edit', { story, comment, answer: 1, text: 'Mine' })).rejects.toThrow(
      'Reporter wrote this. Only Reporter can edit or delete it.',
    )
    await expect(act('Editor', 'comment.edit', { story, comment, answer: 3, text: 'Mine' })).rejects.toThrow(
      `Comment ${comment} has no reply 3.`,
    )
    expect([await shown(desk), await history(desk)]).toEqual([
      [
        {
          ...{ text: 'Who says so?', edited: NOW, place: 'text' },
          replies: ['Reporter: Pool 3, page 2 (edited)', 'Editor: Thanks'],
        },
      ],
      [
        ['commentEdited', 'Editor', undefined, 'Says who?', 'Who says so?'],
        ['commentEdited', 'Reporter', NOW, 'Pool 3', 'Pool 3, page 2'],
      ],
    ])
  })

  it('is not changed when it is no longer what the person saw', async () => {
    const desk = await answeredDesk()
    const { act, story, comment } = desk
    await act('Editor', 'comment.edit', { story, comment, text: 'Who?' })
    const old = { story, comment, was: 'Says who?' }
    const message = 'These words have changed since, so nothing was done. Look at the comment again.'
    await expect(act('Editor', 'comment.edit', { ...old, text: 'When?' })).rejects.toThrow(message)
    await expect(act('Editor', 'comment.delete', { ...old, answer: 2 })).rejects.toThrow(message)
    expect((await shown(desk))[0]).toMatchObject({ text: 'Who?', replies: ['Reporter: Pool 3', 'Editor: Thanks'] })
  })

  it('is not deleted once somebody else has answered it', async () => {
    const desk = await answeredDesk()
    const { act, story, comment } = desk
    await expect(act('Editor', 'comment.delete', { story, comment })).rejects.toThrow(
      'Reporter answered this comment, so it cannot be deleted: the answer would be lost.',
    )
    expect((await shown(desk)).length).toBe(1)
  })

  it('is deleted and restored by its writer, in its place, last thing first', async () => {
    const desk = await answeredDesk()
    const { act, story, comment } = desk
    await act('Reporter', 'comment.delete', { story, comment, answer: 1 })
    expect((await shown(desk))[0]?.replies).toEqual(['Editor: Thanks'])
    await act('Editor', 'comment.delete', { story, comment })
    expect(await shown(desk)).toEqual([])
    await expect(act('Legal', 'comment.restore', { story, comment })).rejects.toThrow(
      'You deleted nothing of this comment.',
    )
    expect([
      await act('Editor', 'comment.restore', { story, comment }),
      await act('Reporter', 'comment.restore', { story, comment }),
    ]).toEqual([{ text: 'Says who?' }, { text: 'Pool 3' }])
    await expect(act('Editor', 'comment.restore', { story, comment })).rejects.toThrow('You deleted nothing')
    expect([await shown(desk), (await history(desk)).map(([kind, by]) => [kind, by])]).toEqual([
      [
        {
          ...{ text: 'Says who?', edited: undefined, place: 'text' },
          replies: ['Reporter: Pool 3', 'Editor: Thanks'],
        },
      ],
      [
        ['commentDeleted', 'Reporter'],
        ['commentDeleted', 'Editor'],
        ['commentRestored', 'Editor'],
        ['commentRestored', 'Reporter'],
      ],
    ])
  })

  it('that must be fixed no longer blocks when its writer deletes it', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const rules = async () =>
      (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.map(({ rule }) => rule)
    const { id: comment } = await act('Editor', 'comment.add', { story, text: 'Two sources', mustFix: true })
    await expect(act('Reporter', 'comment.delete', { story, comment })).rejects.toThrow('Editor wrote this.')
    expect(await rules()).toContain('mustFix')
    await act('Editor', 'comment.delete', { story, comment })
    expect(await rules()).not.toContain('mustFix')
  })

  it('of an author stays while somebody else says that it must be fixed', async () => {
    const { act, story } = await busanDesk()
    const { id: comment } = await act('Reporter', 'comment.add', { story, text: 'Is this right?' })
    await act('Editor', 'comment.change', { story, comment, mustFix: true })
    // Who asks again takes nothing over.
    await act('Reporter', 'comment.change', { story, comment, mustFix: true })
    const why = 'Editor says this must be fixed. The author replies; Editor or another editor resolves it.'
    await expect(act('Reporter', 'comment.delete', { story, comment })).rejects.toThrow(why)
    for (const change of [{ resolved: true }, { mustFix: false }])
      await expect(act('Reporter', 'comment.change', { story, comment, ...change })).rejects.toThrow(why)
    await act('Editor', 'comment.change', { story, comment, mustFix: false })
    await act('Reporter', 'comment.delete', { story, comment })
    expect((await act('Editor', 'story.show', { story })).comments).toEqual([])
  })

  it('of an author stays, too, where the author asked first', async () => {
    const { act, story } = await busanDesk()
    const { id: comment } = await act('Reporter', 'comment.add', { story, text: 'Is this right?', mustFix: true })
    await act('Editor', 'comment.change', { story, comment, mustFix: true })
    await expect(act('Reporter', 'comment.change', { story, comment, mustFix: false })).rejects.toThrow(
      'Editor says this must be fixed.',
    )
  })

  it('goes into the history with protected names sealed', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id: comment } = await act('Editor', 'comment.add', { story, text: 'Ask Maria Rossi' })
    await act('Editor', 'source.add', { name: 'Maria Rossi', kind: 'person', protected: true })
    await act('Editor', 'comment.edit', { story, comment, text: 'Ask again' })
    expect((await history(desk)).flat().filter((text) => text?.includes('Rossi'))).toEqual([])
  })
})

it('two answers of one person in the same millisecond are two', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  const { id: comment } = await act('Editor', 'comment.add', { story, text: 'Says who?' })
  await act('Reporter', 'comment.reply', { story, comment, text: 'Pool 3' })
  await act('Reporter', 'comment.reply', { story, comment, text: 'Pool 4' })
  await act('Reporter', 'comment.edit', { story, comment, answer: 2, text: 'Pool 5' })
  expect((await shown(desk))[0]?.replies).toEqual(['Reporter: Pool 3', 'Reporter: Pool 5 (edited)'])
})

it('a deleted comment that somebody answered elsewhere is there again', () => {
  const doc = newDoc(1)
  const thread = { id: 'c1', by: 'Editor', at: NOW, text: 'Who?', mustFix: true, assignee: '', replies: [] }
  addComment(doc, thread, [])
  deleteIn(doc, 'c1', { at: NOW })
  expect(readComments(doc)).toEqual([])
  replyToComment(doc, 'c1', { by: 'Reporter', at: NOW, text: 'The pool' })
  expect(readComments(doc)).toEqual([{ ...thread, replies: [{ by: 'Reporter', at: NOW, text: 'The pool' }] }])
})

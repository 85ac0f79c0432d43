import { describe, expect, test } from 'vitest'
import { replaceText } from '../../../src/document/editStory'
import { readCopy } from '../../../src/document/reading/readStory'
import { takesEvents } from '../../../src/story/ledger/leaving/afterKill'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ActionName } from '../../../src/story/requests/requests'
import { busanDesk, publishBusan, windowOn, type NewsDesk } from '../newsDesk'
import type { Unseen } from '../seen'

type Desk = NewsDesk & { readonly story: string; readonly pool: string }

const READ_ONLY =
  'This story is killed and read-only. Nothing was changed. To write about it again, duplicate it as a new draft.'

/** A story that was published as HTML and killed. Its fact “six years” was tagged before. */
async function killed(): Promise<Desk & { readonly fact: string; readonly comment: string }> {
  const desk = await busanDesk()
  const { act, story } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'six years', type: 'figure' })
  const { id: comment } = await act('Editor', 'comment.add', { story, text: 'Who counted?' })
  await publishBusan(desk)
  await act('Editor', 'story.export', { story, format: 'html', destination: '/out/site/busan.html' })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'The talks never took place.' })
  return { ...desk, fact, comment }
}

describe('a killed story', () => {
  test('takes no change of its words, fields, facts and comments, and says how to write about it again', async () => {
    const desk = await killed()
    const { act, story, fact, comment, pool, room } = desk
    const before = JSON.stringify(await act('Editor', 'story.show', { story }))
    const entries = (await act('Editor', 'story.history', { story })).length
    const why = <A extends ActionName>(action: A, request: Unseen<A>): Promise<string> =>
      act('Editor', action, request).then(
        () => `${action} was done`,
        (error: Error) => error.message,
      )
    expect([
      await why('copy.replace', { story, replace: '100 minutes', with: '90 minutes' }),
      await why('story.setField', { story, field: 'slug', value: 'other' }),
      await why('story.setField', { story, field: 'slug', value: 'other', preview: true }),
      await why('query.answers', { story, text: '1. Six.', preview: true }),
      await why('fact.tag', { story, text: 'about 100 minutes', type: 'figure' }),
      await why('fact.untag', { story, fact, reason: 'Wrong story' }),
      await why('fact.sign', { story, fact, status: 'wrong', reason: 'No' }),
      await why('fact.addEvidence', { story, fact, evidence: { source: pool, locator: '¶ 2', stance: 'supports' } }),
      await why('comment.add', { story, text: 'Still here?' }),
      await why('comment.reply', { story, comment, text: 'Nobody' }),
      await why('suggestion.propose', { story, replace: '100 minutes', with: '90 minutes' }),
    ]).toEqual(Array.from({ length: 11 }, () => READ_ONLY))
    const open = await room.storyNow(story)
    const window = await windowOn(desk, story, 'Reporter')
    const block = readCopy(window.doc).findIndex(({ text }) => text.includes('minutes'))
    await expect(
      open.applyWindowUpdate(
        window.type((doc) => replaceText(doc, { block, from: 0, to: 3 }, 'A')),
        'Reporter',
      ),
    ).rejects.toThrow(READ_ONLY)
    expect(JSON.stringify(await act('Editor', 'story.show', { story }))).toBe(before)
    expect((await act('Editor', 'story.history', { story })).length).toBe(entries)
  })

  test('still leaves as a kill, and can be duplicated and deleted', async () => {
    const { act, story } = await killed()
    expect((await act('Editor', 'story.export', { story, format: 'html' })).fileName).toContain('KILL')
    const { id } = await act('Editor', 'story.duplicate', { story })
    expect(await act('Editor', 'story.show', { story: id })).toMatchObject({ stage: 'draft' })
    await act('Editor', 'copy.replace', { story: id, replace: '100 minutes', with: '90 minutes' })
    await act('Editor', 'story.delete', { story })
  })

  test('takes no event that is not named, also one that this Stet does not know', () => {
    const of = (kind: string): LedgerEvent => ({ kind }) as unknown as LedgerEvent
    expect(
      ['exported', 'signed', 'fieldSet', 'moved', 'ofALaterStet'].map((kind) => takesEvents('killed', [of(kind)])),
    ).toEqual([true, false, false, false, false])
    expect(takesEvents('killed', [of('exported'), of('signed')])).toBe(false)
    expect(takesEvents('published', [of('signed')])).toBe(true)
  })
})

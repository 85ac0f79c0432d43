import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeComment } from '../../../src/document/comments'
import { EXPORT_FORMATS } from '../../../src/story/requests/requests'
import { busanDesk, NOW, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }
const shown = async ({ act, story }: Desk) =>
  (await act('Editor', 'story.show', { story })).comments.map(
    ({ id, by, text, words, place, standing, block, mustFix, assignee, resolved, replies }) => ({
      id,
      by,
      text,
      words,
      place,
      standing,
      block,
      mustFix,
      assignee,
      resolved: resolved?.by,
      replies: replies.map((reply) => `${reply.by}: ${reply.text}`),
    }),
  )
const blocks = async ({ act, story }: Desk) =>
  (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
    .filter(({ rule }) => rule === 'mustFix')
    .map(({ message, where }) => ({ message, where }))

describe('a comment', () => {
  it('is put on words, answered, assigned, resolved and reopened under the name of the person', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id } = await act('Editor', 'comment.add', { story, text: ' Says who? ', on: '100 minutes' })
    await act('Editor', 'comment.add', { story, text: 'Good.' })
    await act('Reporter', 'comment.reply', { story, comment: id, text: 'Pool 3' })
    await act('Editor', 'comment.change', { story, comment: id, assignee: 'Reporter' })
    const thread = {
      id,
      by: 'Editor',
      text: 'Says who?',
      words: '100 minutes',
      place: 'text',
      standing: '100 minutes',
      block: 3,
      mustFix: false,
      assignee: 'Reporter',
      replies: ['Reporter: Pool 3'],
    }
    const [first, second] = await shown(desk)
    expect([first, second?.place]).toEqual([{ ...thread, resolved: undefined }, 'story'])
    const { entry } = await act('Reporter', 'comment.change', { story, comment: id, resolved: true })
    const marks = (await act('Reporter', 'story.history', { story })).filter(({ kind }) => kind === 'commentMarked')
    expect(marks.at(-1)?.hash).toBe(entry)
    expect((await shown(desk))[0]).toEqual({ ...thread, resolved: 'Reporter' })
    await act('Editor', 'comment.change', { story, comment: id, resolved: false })
    expect((await shown(desk))[0]).toEqual({ ...thread, resolved: undefined })
  })

  it(
    'that must be fixed blocks clearing until a person other than the author resolves it, even without ' + 'its words',
    async () => {
      const desk = await busanDesk()
      const { act, story } = desk
      const { id } = await act('Editor', 'comment.add', {
        story,
        text: 'Two sources, please',
        on: '100 minutes',
        mustFix: true,
      })
      const message = 'Editor says this must be fixed: “Two sources, please”.'
      expect(await blocks(desk)).toEqual([{ message, where: { kind: 'text', block: 3, from: 25, to: 36 } }])
      await expect(act('Reporter', 'comment.change', { story, comment: id, resolved: true })).rejects.toThrow(
        'The author replies',
      )
      await expect(act('Reporter', 'comment.change', { story, comment: id, mustFix: false })).rejects.toThrow(
        'The author replies',
      )
      await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes.', with: 'long.' })
      expect([(await shown(desk))[0]?.place, await blocks(desk)]).toEqual([
        'orphan',
        [{ message, where: { kind: 'story' } }],
      ])
      await act('Legal', 'comment.change', { story, comment: id, resolved: true })
      expect(await blocks(desk)).toEqual([])
    },
  )

  it('that must be fixed is not resolved by who wrote its words, also typed again without the comment', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Editor', 'roster.add', { name: 'Chief', role: 'editor' })
    const add = { story, text: 'Two sources, please', on: '100 minutes', mustFix: true }
    const { id } = await act('Chief', 'comment.add', add)
    const why =
      'Chief says this must be fixed, and Editor wrote the words. Chief resolves it, or someone else who did not ' +
      'write them.'
    const letGo = async (change: { resolved: true } | { mustFix: false }) =>
      await act('Editor', 'comment.change', { story, comment: id, ...change })
    await act('Editor', 'copy.replace', { story, replace: 'about 100 minutes.', with: 'long.' })
    await act('Editor', 'copy.replace', { story, replace: 'long.', with: 'all day, 100 minutes.' })
    expect((await shown(desk))[0]?.place).toBe('orphan')
    await expect(letGo({ resolved: true })).rejects.toThrow(why)
    await act('Editor', 'comment.place', { story, comment: id, on: '100 minutes' })
    await expect(letGo({ resolved: true })).rejects.toThrow(why)
    await expect(letGo({ mustFix: false })).rejects.toThrow(why)
    await act('Legal', 'comment.change', { story, comment: id, resolved: true })
    expect(await blocks(desk)).toEqual([])
    const own = await act('Editor', 'comment.add', { ...add, text: 'Check this again' })
    await act('Editor', 'comment.change', { story, comment: own.id, resolved: true })
    expect(await blocks(desk)).toEqual([])
  })

  it('whose words are gone moves to others, once, and keeps its text and its first words', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id } = await act('Editor', 'comment.add', { story, text: 'Says who?', on: '100 minutes' })
    const whole = await act('Editor', 'comment.add', { story, text: 'Needs a deck' })
    await expect(act('Editor', 'comment.place', { story, comment: id, on: 'Busan' })).rejects.toThrow(
      'This comment is on “100 minutes”',
    )
    await expect(act('Editor', 'comment.place', { story, comment: whole.id, on: 'Busan' })).rejects.toThrow(
      'on the whole story',
    )
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes.', with: 'for so long.' })
    await expect(act('Editor', 'comment.place', { story, comment: id })).rejects.toThrow('Say which words')
    await expect(act('Editor', 'comment.place', { story, comment: id, on: 'never said' })).rejects.toThrow(
      'The copy does not contain exactly',
    )
    await expect(
      act('Editor', 'comment.place', { story, comment: id, place: { block: 3, from: 0, to: 3, words: 'Das' } }),
    ).rejects.toThrow('These words have changed since')
    await expect(act('Editor', 'comment.place', { story, comment: 'c9', on: 'so long' })).rejects.toThrow(
      'no comment c9',
    )
    expect((await shown(desk)).map(({ place, standing }) => [place, standing])).toEqual([
      ['story', undefined],
      ['orphan', undefined],
    ])
    expect(await act('Reporter', 'comment.place', { story, comment: id, on: 'so long' })).toEqual({ words: 'so long' })
    expect((await shown(desk))[0]).toEqual({
      id,
      by: 'Editor',
      text: 'Says who?',
      words: '100 minutes',
      place: 'text',
      standing: 'so long',
      block: 3,
      mustFix: false,
      assignee: '',
      resolved: undefined,
      replies: [],
    })
  })

  it('whose words an accepted suggestion replaces is on the replacing words, as far as they lie in it', async () => {
    const after = async (on: string, replace: string, replacement: string) => {
      const desk = await busanDesk()
      const { act, story } = desk
      await act('Editor', 'comment.add', { story, text: 'Says who?', on })
      const { id } = await act('Legal', 'suggestion.propose', { story, replace, with: replacement })
      await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id }] })
      const [comment] = await shown(desk)
      return [comment?.place, comment?.standing]
    }
    expect([
      await after('100 minutes', 'lasted about 100 minutes', 'took two hours'),
      await after('100 minutes', '100', '95'),
      await after('about 100 minutes', '100 minutes', 'two hours'),
      await after('100 minutes', 'about 100', 'exactly 95'),
      await after('100 minutes', 'lasted about 100 minutes', ''),
    ]).toEqual([
      ['text', 'took two hours'],
      ['text', '95 minutes'],
      ['text', 'about two hours'],
      ['text', ' minutes'],
      ['orphan', undefined],
    ])
  })

  it('returns to its words when a window undoes the acceptance', async () => {
    const desk = await busanDesk()
    const { act, story, room } = desk
    await act('Editor', 'comment.add', { story, text: 'Says who?', on: '100 minutes' })
    const replacement = { replace: 'lasted about 100 minutes', with: 'took two hours' }
    const { id } = await act('Legal', 'suggestion.propose', { story, ...replacement })
    const opened = await room.storyNow(story)
    const window = await windowOn(desk, story, 'Editor')
    const manager = new Y.UndoManager([window.doc.getXmlFragment('copy')], { trackedOrigins: new Set(['mine']) })
    const before = Y.encodeStateVector(window.doc)
    await act('Editor', 'suggestion.accept', { story, suggestions: [{ id }] })
    Y.applyUpdate(window.doc, Y.encodeStateAsUpdate(opened.doc, before), 'mine')
    const standing = async () => (await shown(desk)).map((one) => one.standing)
    expect(await standing()).toEqual(['took two hours'])
    await opened.applyWindowUpdate(
      window.type(() => manager.undo()),
      'Editor',
    )
    expect(await standing()).toEqual(['100 minutes'])
  })

  it('is refused on words that changed, on none, for strangers, and when it says nothing', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await expect(
      act('Editor', 'comment.add', { story, text: 'x', place: { block: 3, from: 0, to: 3, words: 'Das' } }),
    ).rejects.toThrow('These words have changed since')
    await expect(act('Editor', 'comment.add', { story, text: 'x', on: 'never said' })).rejects.toThrow(
      'The copy does not contain exactly',
    )
    for (const text of ['  ', '\u200B\u2060\uFE0F'])
      await expect(act('Editor', 'comment.add', { story, text })).rejects.toThrow('Write the comment first.')
    await expect(act('Editor', 'comment.add', { story, text: 'x', assignee: 'Nobody' })).rejects.toThrow(
      'not on the roster',
    )
    await expect(act('Editor', 'comment.reply', { story, comment: 'c9', text: 'x' })).rejects.toThrow('no comment c9')
    expect(await shown(desk)).toEqual([])
  })

  it('cannot be made, changed or signed with another name by typing', async () => {
    const desk = await busanDesk()
    const { act, story, room } = desk
    const { id } = await act('Editor', 'comment.add', { story, text: 'Fix', mustFix: true })
    const window = await windowOn(desk, story, 'Reporter')
    const forged = window.type((doc) => changeComment(doc, id, { resolved: { by: 'Editor', at: NOW } }))
    await expect((await room.storyNow(story)).applyWindowUpdate(forged, 'Reporter')).rejects.toThrow(
      'may not change “comments” by typing',
    )
    const other = await windowOn(desk, story, 'Reporter')
    const made = other.type(
      (doc) => void doc.getMap('comments').set('c9', new Y.Map(Object.entries({ by: 'Editor', text: 'Good' }))),
    )
    await expect((await room.storyNow(story)).applyWindowUpdate(made, 'Reporter')).rejects.toThrow(
      'may not change “comments” by typing',
    )
    expect((await blocks(desk)).length).toBe(1)
  })

  it('leaves in no export of any format', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id } = await act('Legal', 'comment.add', {
      story,
      text: 'PRIVILEGED advice',
      on: '100 minutes',
      assignee: 'Editor',
    })
    await act('Editor', 'comment.reply', { story, comment: id, text: 'PRIVILEGED answer' })
    for (const format of EXPORT_FORMATS) {
      const { bytes, fileName } = await act('Editor', 'story.previewExport', {
        story,
        format,
        draft: true,
        edition: 'public',
      }).catch(() => ({ bytes: new Uint8Array(), fileName: '' }))
      expect(`${fileName} ${new TextDecoder().decode(bytes)}`).not.toMatch(/PRIVILEGED/)
    }
  })
})

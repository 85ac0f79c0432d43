import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { attributeOfProposed } from '../../../../src/document/markNames'
import { setSuggestionRecord } from '../../../../src/document/createStoryDoc'
import { suggestReplacement } from '../../../../src/document/suggestions/suggestReplacement'
import type { LedgerEvent } from '../../../../src/story/ledger/ledgerEntry'
import { BUSAN, busanDesk, notTaken, NOW, standing, type NewsDesk, windowOn } from '../../newsDesk'

type BusanDesk = Awaited<ReturnType<typeof busanDesk>>

const body = async (desk: NewsDesk, story: string): Promise<readonly string[]> =>
  (await desk.act('Editor', 'story.show', { story })).blocks.map(({ text }) => text)
const open = async (desk: NewsDesk, story: string) =>
  (await desk.act('Editor', 'suggestion.list', { story })).map(({ id, by, inserted, deleted, facts }) => ({
    id,
    by,
    inserted,
    deleted,
    facts,
  }))
const kinds = async ({ act, story }: BusanDesk) =>
  (await act('Editor', 'story.history', { story })).map(({ kind, by }) => `${kind} by ${by}`)

/** “about 100 minutes” tagged as a figure and verified by Editor. */
async function verified(desk: BusanDesk): Promise<string> {
  const { id: fact } = await desk.act('Reporter', 'fact.tag', {
    story: desk.story,
    text: 'about 100 minutes',
    type: 'figure',
  })
  await desk.act('Editor', 'fact.sign', {
    story: desk.story,
    fact,
    status: 'verified',
    evidence: { source: desk.pool, locator: '¶ 2', stance: 'supports' },
  })
  return fact
}

describe('a suggestion', () => {
  it('leaves copy, facts, word count, search and exports unchanged until it is accepted', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await verified(desk)
    const before = await act('Editor', 'story.show', { story })
    const exported = await act('Editor', 'story.previewExport', { story, format: 'text', draft: true })
    const { id } = await act('Legal', 'suggestion.propose', { story, replace: '100', with: '95' })
    const now = await act('Editor', 'story.show', { story })
    expect({ ...now, suggestions: [], updated: '' }).toEqual({ ...before, suggestions: [], updated: '' })
    expect((await act('Editor', 'story.previewExport', { story, format: 'text', draft: true })).sha256).toBe(
      exported.sha256,
    )
    expect([
      await act('Editor', 'story.search', { query: '95' }),
      (await act('Editor', 'story.search', { query: '100' })).length,
    ]).toEqual([[], 1])
    expect(await open(desk, story)).toEqual([{ id, by: 'Legal', inserted: '95', deleted: '100', facts: ['fact-1'] }])
    expect(now.suggestions?.map(({ by, at }) => [by, at])).toEqual([['Legal', NOW]])
  })

  it(
    'when accepted is an edit by the acceptor: the fact lapses, keeps its tag, and the history has ' + 'both names',
    async () => {
      const desk = await busanDesk()
      const { act, story } = desk
      await verified(desk)
      const { id } = await act('Legal', 'suggestion.propose', { story, replace: '100', with: '95' })
      expect(
        await act('Editor', 'suggestion.accept', { story, suggestions: [{ id, inserted: '95', deleted: '100' }] }),
      ).toEqual({ decided: [id], verified: [] })
      expect(await standing(desk, story)).toEqual(['about 95 minutes: reCheck (words)'])
      expect((await kinds(desk)).slice(-4)).toEqual([
        'suggested by Legal',
        'suggestionDecided by Editor',
        'reworded by Editor',
        'lapsed by Editor',
      ])
      const why = await act('Editor', 'fact.sign', { story, fact: 'fact-1', status: 'verified' }).catch(
        (error: Error) => error.message,
      )
      expect(why).toBe('Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.')
      expect(await open(desk, story)).toEqual([])
    },
  )

  it('when rejected leaves the copy as it was, and is kept in the history', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await verified(desk)
    const { id } = await act('Legal', 'suggestion.propose', { story, replace: 'about 100 minutes', with: 'an hour' })
    await act('Editor', 'suggestion.reject', { story, suggestions: [{ id }] })
    expect([await body(desk, story), await standing(desk, story)]).toEqual([
      BUSAN.split('\n\n'),
      ['about 100 minutes: verified'],
    ])
    expect((await kinds(desk)).slice(-2)).toEqual(['suggested by Legal', 'suggestionDecided by Editor'])
  })

  it('that differs from what the person saw, or is decided already, is refused', async () => {
    const { act, story } = await busanDesk()
    const { id } = await act('Legal', 'suggestion.propose', { story, replace: '100', with: '95' })
    await expect(
      act('Editor', 'suggestion.accept', { story, suggestions: [{ id, inserted: '90', deleted: '100' }] }),
    ).rejects.toThrow('The suggestion has changed and now reads: “100” → “95”. Nothing was changed. Look at it again.')
    await act('Editor', 'suggestion.accept', { story, suggestions: [{ id }] })
    await expect(act('Editor', 'suggestion.reject', { story, suggestions: [{ id }] })).rejects.toThrow(
      `There is no open suggestion ${id} in this story`,
    )
  })

  it('blocks clearing while it is open', async () => {
    const { act, story } = await busanDesk()
    const { id } = await act('Legal', 'suggestion.propose', { story, replace: '100', with: '95' })
    const blocks = async () =>
      (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
        .filter(({ rule }) => rule === 'openSuggestion')
        .map(({ message, where }) => [message, where])
    expect(await blocks()).toEqual([
      ['A suggestion by Legal is open: “100” → “95”.', { kind: 'text', block: 3, from: 25, to: 28 }],
    ])
    expect((await act('Editor', 'story.gate', { story, door: 'file' })).blocks).toEqual([])
    await act('Editor', 'suggestion.reject', { story, suggestions: [{ id }] })
    expect(await blocks()).toEqual([])
  })

  it('does not get in the way of a tag or an edit of the copy’s words', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Legal', 'suggestion.propose', {
      story,
      replace: 'The meeting',
      with: 'Their first meeting in six long years',
    })
    await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
    await act('Reporter', 'copy.replace', { story, replace: 'separately', with: 'apart' })
    expect([(await body(desk, story))[3], await standing(desk, story)]).toEqual([
      'The meeting lasted about 100 minutes. They left apart.',
      ['about 100 minutes: toCheck'],
    ])
    const [{ id } = { id: '' }] = await open(desk, story)
    await act('Editor', 'suggestion.accept', { story, suggestions: [{ id }] })
    expect([(await body(desk, story))[3], await standing(desk, story)]).toEqual([
      'Their first meeting in six long years lasted about 100 minutes. They left apart.',
      ['about 100 minutes: toCheck'],
    ])
  })
})

describe('the right words for a wrong figure', () => {
  async function wrong(desk: BusanDesk, by = 'Editor'): Promise<{ fact: string; suggestion: string }> {
    const { act, story, pool } = desk
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
    const { suggestion = '' } = await act(by, 'fact.sign', {
      story,
      fact,
      status: 'wrong',
      proposed: 'about 95 minutes',
      evidence: { source: pool, locator: '¶ 2', stance: 'contradicts' },
    })
    return { fact, suggestion }
  }

  it('are verified by the proposer when another person accepts them', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { fact, suggestion } = await wrong(desk)
    expect(await standing(desk, story)).toEqual(['about 100 minutes: wrong'])
    expect(await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })).toEqual({
      decided: [suggestion],
      verified: [fact],
    })
    expect(await standing(desk, story)).toEqual(['about 95 minutes: verified'])
    const [view] = (await act('Editor', 'story.show', { story })).facts
    expect([view?.signed?.by, view?.signed?.words, view?.evidence.map(({ stance }) => stance)]).toEqual([
      'Editor',
      'about 95 minutes',
      ['supports'],
    ])
    const changed = (await act('Editor', 'story.history', { story })).find((entry) => entry.kind === 'reworded')
    expect(changed?.by).toBe('Reporter')
  })

  it('rest on evidence that contradicted the wrong words, if the verdict brings none', async () => {
    const desk = await busanDesk()
    const { act, story, pool } = desk
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
    await act('Editor', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source: pool, locator: '¶ 2', stance: 'contradicts' },
    })
    const { suggestion = '' } = await act('Editor', 'fact.sign', {
      story,
      fact,
      status: 'wrong',
      proposed: 'about 95 minutes',
    })
    expect((await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })).verified).toEqual(
      [fact],
    )
    const [view] = (await act('Editor', 'story.show', { story })).facts
    expect([view?.status, view?.text, view?.evidence.map(({ stance, locator }) => `${stance} ${locator}`)]).toEqual([
      'verified',
      'about 95 minutes',
      ['supports ¶ 2'],
    ])
  })

  it('stay at re-check when the proposer accepts them, when the sentence changed, or without evidence', async () => {
    const own = await busanDesk()
    const first = await wrong(own)
    expect(
      (await own.act('Editor', 'suggestion.accept', { story: own.story, suggestions: [{ id: first.suggestion }] }))
        .verified,
    ).toEqual([])
    expect(await standing(own, own.story)).toEqual(['about 95 minutes: reCheck (words)'])

    const other = await busanDesk()
    const second = await wrong(other)
    await other.act('Reporter', 'copy.replace', { story: other.story, replace: 'lasted', with: 'did not last' })
    expect(
      (
        await other.act('Reporter', 'suggestion.accept', {
          story: other.story,
          suggestions: [{ id: second.suggestion }],
        })
      ).verified,
    ).toEqual([])

    const bare = await busanDesk()
    const { id: fact } = await bare.act('Reporter', 'fact.tag', { story: bare.story, text: '100', type: 'figure' })
    const { suggestion = '' } = await bare.act('Editor', 'fact.sign', {
      story: bare.story,
      fact,
      status: 'wrong',
      proposed: '95',
    })
    expect(
      (await bare.act('Reporter', 'suggestion.accept', { story: bare.story, suggestions: [{ id: suggestion }] }))
        .verified,
    ).toEqual([])
    expect(await standing(bare, bare.story)).toEqual(['95: reCheck (words)'])
  })

  it('stay at re-check when the proposer said “wrong” once more, or took that verdict back', async () => {
    const again = await busanDesk()
    const first = await wrong(again)
    await again.act('Editor', 'fact.sign', {
      story: again.story,
      fact: first.fact,
      status: 'wrong',
      reason: 'It was 97.',
      proposed: 'about 97 minutes',
    })
    const accepted = await again.act('Reporter', 'suggestion.accept', {
      story: again.story,
      suggestions: [{ id: first.suggestion }],
    })
    expect(accepted.verified).toEqual([])

    const back = await busanDesk()
    const { id: fact } = await back.act('Reporter', 'fact.tag', { story: back.story, text: '100', type: 'figure' })
    const evidence = { source: back.pool, locator: '¶ 2', stance: 'contradicts' as const }
    await back.act('Editor', 'fact.sign', { story: back.story, fact, status: 'wrong', evidence })
    const { suggestion = '' } = await back.act('Editor', 'fact.sign', {
      story: back.story,
      fact,
      status: 'wrong',
      proposed: '95',
    })
    await back.act('Editor', 'fact.withdraw', { story: back.story, fact, reason: 'It may be 100.' })
    expect(
      (await back.act('Reporter', 'suggestion.accept', { story: back.story, suggestions: [{ id: suggestion }] }))
        .verified,
    ).toEqual([])
  })

  it('stay at re-check when something beside them joins them', async () => {
    const desk = await busanDesk()
    const { act, story, pool } = desk
    await act('Reporter', 'copy.replace', { story, replace: 'about 100', with: 'about --100' })
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
    const { suggestion = '' } = await act('Editor', 'fact.sign', {
      story,
      fact,
      status: 'wrong',
      evidence: { source: pool, locator: '¶ 2', stance: 'contradicts' },
      proposed: '95',
    })
    const accepted = await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })
    expect([accepted.verified, await standing(desk, story)]).toEqual([[], ['95: reCheck (words)']])
  })

  it('are verified over their common sentence when several of the proposer are accepted together', async () => {
    const desk = await busanDesk()
    const { act, story, pool } = desk
    const first = await wrong(desk)
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'The meeting', type: 'event' })
    await act('Editor', 'fact.sign', {
      story,
      fact,
      status: 'wrong',
      proposed: 'Their lunch',
      evidence: { source: pool, locator: '¶ 3', stance: 'contradicts' },
    })
    await act('Editor', 'suggestion.propose', { story, replace: 'lasted', with: 'took' })
    expect(
      (await act('Reporter', 'suggestion.accept', { story, suggestions: await open(desk, story) })).verified.toSorted(),
    ).toEqual([first.fact, fact].toSorted())
    expect(await standing(desk, story)).toEqual(['Their lunch: verified', 'about 95 minutes: verified'])
    const signed = (await act('Editor', 'story.history', { story })).flatMap((entry) =>
      entry.kind === 'signed' && entry.status === 'verified' ? [[entry.by, entry.sentence, entry.reason]] : [],
    )
    expect(signed).toEqual(
      Array(2).fill(['Editor', 'Their lunch took about 95 minutes.', 'Suggested by Editor, accepted by Reporter.']),
    )
  })

  it('stay at re-check when another person’s change of the sentence is accepted with them', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await wrong(desk)
    await act('Reporter', 'suggestion.propose', { story, replace: 'lasted', with: 'did not last' })
    await act('Editor', 'suggestion.propose', { story, replace: 'The meeting', with: 'Their lunch' })
    expect((await act('Legal', 'suggestion.accept', { story, suggestions: await open(desk, story) })).verified).toEqual(
      [],
    )
    expect(await standing(desk, story)).toEqual(['about 95 minutes: reCheck (words)'])
  })

  it('stay at re-check when another person removed words of the proposer’s other change', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await wrong(desk)
    await act('Editor', 'suggestion.propose', { story, replace: 'lasted', with: 'did not last' })
    const opened = await desk.room.storyNow(story)
    const window = await windowOn(desk, story, 'Reporter')
    const graf = (window.doc.getXmlFragment('copy').get(3) as Y.XmlElement).get(0) as Y.XmlText
    const at = (graf.toDelta() as { insert: string }[])
      .map(({ insert }) => insert)
      .join('')
      .indexOf('not ')
    await opened.applyWindowUpdate(
      window.type(() => graf.delete(at, 4)),
      'Reporter',
    )
    await opened.observe()
    expect((await act('Legal', 'suggestion.accept', { story, suggestions: await open(desk, story) })).verified).toEqual(
      [],
    )
    expect([(await body(desk, story))[3], await standing(desk, story)]).toEqual([
      'The meeting did last about 95 minutes. They left separately.',
      ['about 95 minutes: reCheck (words)'],
    ])
  })

  it('verify nothing else: a fact beside them lapses with their sentence', async () => {
    const desk = await busanDesk()
    const { act, story, pool } = desk
    const { id: beside } = await act('Reporter', 'fact.tag', { story, text: 'The meeting lasted', type: 'superlative' })
    await act('Editor', 'fact.sign', {
      story,
      fact: beside,
      status: 'verified',
      evidence: { source: pool, locator: '¶ 2', stance: 'supports' },
    })
    const { fact } = await wrong(desk)
    await act('Editor', 'suggestion.propose', { story, replace: 'They left', with: 'Both left' })
    expect(
      (await act('Reporter', 'suggestion.accept', { story, suggestions: await open(desk, story) })).verified,
    ).toEqual([fact])
    expect(await standing(desk, story)).toEqual(['The meeting lasted: reCheck (context)', 'about 95 minutes: verified'])
  })

  it('come with “wrong” only, and are other words', async () => {
    const { act, story } = await busanDesk()
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
    await expect(act('Editor', 'fact.sign', { story, fact, status: 'disputed', proposed: '95' })).rejects.toThrow(
      'The right words can be given only with the verdict “Wrong”.',
    )
    await expect(act('Editor', 'fact.sign', { story, fact, status: 'wrong', proposed: ' 100 ' })).rejects.toThrow(
      'The right words are already in the copy.',
    )
  })
})

describe('what a window proposes', () => {
  const range = { block: 3, from: 25, to: 28 }
  const record = (by: string, id = 'x1') => ({ id, by, at: NOW })

  it('carries its own name, and is noted with it', async () => {
    const desk = await busanDesk()
    const window = await windowOn(desk, desk.story, 'Editor')
    const story = await desk.room.storyNow(desk.story)
    await story.applyWindowUpdate(
      window.type((doc) => suggestReplacement(doc, record('Editor'), range, '95')),
      'Editor',
    )
    await story.observe()
    expect([await open(desk, desk.story), (await kinds(desk)).at(-1)]).toEqual([
      [{ id: 'x1', by: 'Editor', inserted: '95', deleted: '100', facts: [] }],
      'suggested by Editor',
    ])
  })

  it(
    'is refused in another name, in another person’s suggestion, without a record, or with a ' + 'changed record',
    async () => {
      const desk = await busanDesk()
      const { act, story } = desk
      const { id } = await act('Legal', 'suggestion.propose', { story, replace: '100', with: '95' })
      const forge = async (change: (doc: Y.Doc) => void): Promise<string> => {
        const window = await windowOn(desk, story, 'Editor')
        return (await desk.room.storyNow(story)).applyWindowUpdate(window.type(change), 'Editor').then(
          () => 'taken',
          (error: Error) => error.message,
        )
      }
      const graf = (doc: Y.Doc): Y.XmlText => (doc.getXmlFragment('copy').get(3) as Y.XmlElement).get(0) as Y.XmlText
      const mark = (mark: 'insertion' | 'deletion', suggestion: string) =>
        attributeOfProposed({ from: 0, to: 0, mark, id: suggestion })
      expect(await forge((doc) => suggestReplacement(doc, record('Legal'), { block: 3, from: 0, to: 3 }, 'Our'))).toBe(
        notTaken('A new suggestion must have the name of the person who makes it.'),
      )
      expect(await forge((doc) => graf(doc).insert(30, '0', mark('insertion', id)))).toBe(
        notTaken('A window may not suggest under someone else’s name (Legal: “100” → “950”).'),
      )
      expect(await forge((doc) => graf(doc).format(0, 3, mark('deletion', id)))).toBe(
        notTaken('A window may not suggest under someone else’s name (Legal: “The100” → “95”).'),
      )
      expect(
        await forge((doc) => (doc.getXmlFragment('copy').get(3) as Y.XmlElement).setAttribute('joins', id)),
      ).toMatch(/^A window may not suggest under someone else’s name/)
      expect(await forge((doc) => graf(doc).format(0, 3, mark('deletion', 'nobody')))).toBe(
        notTaken('A suggestion was refused, because it does not say who made it.'),
      )
      expect(await forge((doc) => (doc.getMap('suggestions').get(id) as Y.Map<string>).set('by', 'Editor'))).toBe(
        notTaken('The record of a suggestion cannot be changed.'),
      )
      expect(await forge((doc) => setSuggestionRecord(doc, record('Editor', id)))).toBe(
        notTaken('The record of a suggestion cannot be changed.'),
      )
      expect(await forge((doc) => doc.getMap('suggestions').delete(id))).toBe(
        notTaken('A suggestion that someone else made cannot be deleted.'),
      )
      expect(await open(desk, story)).toEqual([{ id, by: 'Legal', inserted: '95', deleted: '100', facts: [] }])
    },
  )

  it('may remove words of another suggestion, noted as dropped, and undo a verdict, noted as reopened', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id } = await act('Legal', 'suggestion.propose', { story, replace: '100', with: '95' })
    const opened = await desk.room.storyNow(story)
    const window = await windowOn(desk, story, 'Editor')
    const manager = new Y.UndoManager([window.doc.getXmlFragment('copy')], { trackedOrigins: new Set(['mine']) })
    const before = Y.encodeStateVector(window.doc)
    await act('Editor', 'suggestion.accept', { story, suggestions: [{ id }] })
    Y.applyUpdate(window.doc, Y.encodeStateAsUpdate(opened.doc, before), 'mine')
    await opened.applyWindowUpdate(
      window.type(() => manager.undo()),
      'Editor',
    )
    await opened.observe()
    expect([await open(desk, story), await body(desk, story), (await kinds(desk)).at(-1)]).toEqual([
      [{ id, by: 'Legal', inserted: '95', deleted: '100', facts: [] }],
      BUSAN.split('\n\n'),
      'suggestionReopened by Editor',
    ])
    const graf = (window.doc.getXmlFragment('copy').get(3) as Y.XmlElement).get(0) as Y.XmlText
    await opened.applyWindowUpdate(
      window.type(() => graf.delete(0, graf.length)),
      'Editor',
    )
    await opened.observe()
    expect((await act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'suggestionDropped',
      by: 'Editor',
      proposer: 'Legal',
      inserted: '95',
      deleted: '100',
    } satisfies Partial<LedgerEvent & { by: string }>)
  })
})

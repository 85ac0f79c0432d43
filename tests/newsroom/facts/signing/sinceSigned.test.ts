import { describe, expect, it } from 'vitest'
import { busanDesk, NOW, type NewsDesk } from '../../newsDesk'

type Desk = NewsDesk & { readonly story: string }
const since = async ({ act, story }: Desk, by: string) =>
  (await act(by, 'story.sinceSigned', { story })).map(({ kind, at, changed, against }) => ({
    kind,
    at,
    changed,
    ...(against
      ? {
          why: against.why,
          words: against.blocks
            .filter((block) => block.kind !== 'same')
            .map(({ runs }) =>
              runs
                .map((run) => (run.kind === 'same' ? run.text : `[${run.kind === 'added' ? '+' : '-'}${run.text}]`))
                .join(''),
            ),
        }
      : {}),
  }))

/** Files the story; Editor takes it up and clears it with overrides. */
async function clearedDesk(): Promise<Desk> {
  const desk = await busanDesk()
  const { act, story } = desk
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'For the test' })
  return desk
}

describe('since I signed', () => {
  it('shows the words that changed since the editor cleared the story, to that editor only', async () => {
    const desk = await clearedDesk()
    const { act, story } = desk
    expect(await since(desk, 'Editor')).toEqual([{ kind: 'cleared', at: NOW, changed: false }])
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
    expect(await since(desk, 'Editor')).toEqual([
      {
        kind: 'cleared',
        at: NOW,
        changed: true,
        why: 'Clear',
        words: ['The meeting lasted about [-100][+90] minutes. They left separately.'],
      },
    ])
    expect([await since(desk, 'Reporter'), await since(desk, 'Legal')]).toEqual([[], []])
    await act('Reporter', 'copy.replace', { story, replace: 'about 90 minutes', with: 'about 100 minutes' })
    expect(await since(desk, 'Editor')).toEqual([{ kind: 'cleared', at: NOW, changed: false }])
  })

  it(
    'shows legal what changed since its reading was completed, and nothing while what legal reads is ' + 'unchanged',
    async () => {
      const desk = await busanDesk()
      const { act, story } = desk
      await act('Reporter', 'fact.tag', { story, text: 'a very tough negotiator', type: 'allegation' })
      // A headline that no earlier snapshot has.
      await act('Reporter', 'copy.replace', { story, replace: 'hold first talks', with: 'hold talks' })
      await act('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' })
      await act('Reporter', 'copy.replace', { story, replace: 'They left separately.', with: 'They left.' })
      expect(await since(desk, 'Legal')).toEqual([{ kind: 'legal', at: NOW, changed: false }])
      await act('Reporter', 'copy.replace', { story, replace: 'said he was glad', with: 'said he was not' })
      expect(await since(desk, 'Legal')).toEqual([
        {
          kind: 'legal',
          at: NOW,
          changed: true,
          why: 'Legal read',
          words: [
            'President Donald Trump called Xi “a very tough negotiator,” and said he was [-glad][+not].',
            'The meeting lasted about 100 minutes. They left[- separately].',
          ],
        },
      ])
      await act('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' })
      expect(await since(desk, 'Legal')).toEqual([{ kind: 'legal', at: NOW, changed: false }])
    },
  )

  it('a new allegation on words that legal read is a change without a word', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Reporter', 'fact.tag', { story, text: 'a very tough negotiator', type: 'allegation' })
    await act('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' })
    await act('Reporter', 'fact.tag', { story, text: 'he was glad', type: 'allegation' })
    expect(await since(desk, 'Legal')).toEqual([
      { kind: 'legal', at: NOW, changed: true, why: 'Legal read', words: [] },
    ])
  })

  it('says that the copy changed when no snapshot has the signed words', async () => {
    const desk = await clearedDesk()
    const { act, story, store } = desk
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
    for (const n of await store.snapshotNumbers(story)) await store.removeSnapshot(story, n)
    expect(await since(desk, 'Editor')).toEqual([{ kind: 'cleared', at: NOW, changed: true }])
  })

  it('restoring a spiked story does not clear it again', async () => {
    const desk = await clearedDesk()
    const { act, story } = desk
    await act('Editor', 'story.move', { story, to: 'spiked' })
    await act('Legal', 'story.move', { story, to: 'cleared' })
    expect([await since(desk, 'Legal'), await since(desk, 'Editor')]).toEqual([
      [],
      [{ kind: 'cleared', at: NOW, changed: false }],
    ])
  })
})

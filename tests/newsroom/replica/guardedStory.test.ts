/**
 * A story of a newer Stet can be read here. It cannot be signed, moved, copied or exported: unknown words would be
 * missing.
 */
import { expect, test } from 'vitest'
import { MemoryStore } from '../../builders/library/memoryStore'
import { NewsroomError } from '../../../src/story/requests/requests'
import { BUSAN, newsDesk, type NewsDesk } from '../newsDesk'
import { updateOfNewerStet } from '../../builders/stories/newerStory'

/** A story with a figure and an open query that a newer Stet has changed, opened again. */
async function guardedDesk(): Promise<
  NewsDesk & { readonly story: string; readonly fact: string; readonly asked: string }
> {
  const store = new MemoryStore('Reporter')
  const first = await newsDesk(store)
  const { id: story } = await first.act('Reporter', 'story.import', {
    name: 'busan.txt',
    bytes: new TextEncoder().encode(BUSAN),
  })
  await first.act('Reporter', 'story.setField', { story, field: 'slug', value: 'busan' })
  await first.act('Reporter', 'source.add', { name: 'Pool', kind: 'pool' })
  const { id: fact } = await first.act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const { id: asked } = await first.act('Reporter', 'fact.tag', { story, text: 'six years', type: 'figure' })
  await first.act('Editor', 'fact.sign', { story, fact: asked, status: 'queried', reason: 'Six?' })
  await store.appendUpdate(story, updateOfNewerStet((await store.loadStory(story)).updates))
  return { ...(await newsDesk(store)), story, fact, asked }
}

const evidence = { source: 'Pool', locator: '¶ 1', stance: 'supports' } as const
const DEEDS: Readonly<Record<string, (on: Awaited<ReturnType<typeof guardedDesk>>) => Promise<unknown>>> = {
  edit: ({ act, story }) => act('Reporter', 'copy.replace', { story, replace: '100', with: '90' }),
  tag: ({ act, story }) => act('Reporter', 'fact.tag', { story, text: 'Busan', type: 'place' }),
  sign: ({ act, story, fact }) => act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence }),
  'attach evidence': ({ act, story, fact }) => act('Editor', 'fact.addEvidence', { story, fact, evidence }),
  answer: ({ act, story, asked }) => act('Reporter', 'fact.answer', { story, fact: asked, text: 'Yes' }),
  untag: ({ act, story, fact }) => act('Editor', 'fact.untag', { story, fact, reason: 'None' }),
  comment: ({ act, story }) => act('Editor', 'comment.add', { story, text: 'Who?' }),
  'preview a field': ({ act, story }) =>
    act('Editor', 'story.setField', { story, field: 'slug', value: 'other', preview: true }),
  'look whether it could be filed': ({ act, story }) =>
    act('Reporter', 'story.move', { story, to: 'filed', preview: true }),
  'look at answers': ({ act, story }) => act('Reporter', 'query.answers', { story, text: '1. Yes', preview: true }),
  'set a field': ({ act, story }) => act('Editor', 'story.setField', { story, field: 'slug', value: 'other' }),
  'complete legal’s reading': ({ act, story }) =>
    act('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' }),
  override: async ({ act, story }) => {
    const {
      blocks: [block],
    } = await act('Editor', 'story.gate', { story, door: 'clear' })
    return act('Editor', 'finding.override', {
      story,
      rule: block?.rule ?? 'factStatus',
      key: block?.key ?? '',
      reason: 'Heard.',
    })
  },
  file: ({ act, story }) => act('Reporter', 'story.move', { story, to: 'filed' }),
  spike: ({ act, story }) => act('Editor', 'story.move', { story, to: 'spiked' }),
  duplicate: ({ act, story }) => act('Reporter', 'story.duplicate', { story }),
  export: ({ act, story }) => act('Editor', 'story.export', { story, format: 'text', draft: true }),
  preview: ({ act, story }) => act('Editor', 'story.previewExport', { story, format: 'html', draft: true }),
  'export the fact sheet': ({ act, story }) => act('Editor', 'story.export', { story, format: 'factsheet' }),
  'keep a version': ({ act, story }) => act('Editor', 'version.keep', { story, name: 'mine' }),
}

test('allows reading only: every other action is refused with the reason, and no byte changes', async () => {
  const on = await guardedDesk()
  const kept = async () => ({
    stories: await on.store.listStories(),
    ...(await on.store.loadStory(on.story)),
    ledger: (await on.room.storyNow(on.story)).entries,
  })
  const before = await kept()
  const outcomes: Record<string, string> = {}
  for (const [deed, run] of Object.entries(DEEDS)) {
    outcomes[deed] = await run(on).then(
      () => 'done',
      (error: unknown) => (error instanceof NewsroomError ? error.message : String(error)),
    )
  }
  const done = (deed: string): string =>
    deed === 'duplicate'
      ? 'copied'
      : ['export', 'preview', 'export the fact sheet'].includes(deed)
        ? 'exported'
        : 'changed'
  const refusal = (deed: string): string =>
    `This story cannot be ${done(deed)} here: This story contains parts that this version of Stet does not know: the node “pullQuote”, words in “pullQuote”. It is safe and can be read.`
  expect(outcomes).toEqual(Object.fromEntries(Object.keys(DEEDS).map((deed) => [deed, refusal(deed)])))
  expect(await kept()).toEqual(before)
  expect(
    (await on.act('Editor', 'story.show', { story: on.story })).facts.map(({ text, status }) => [text, status]),
  ).toEqual([
    ['six years', 'queried'],
    ['100 minutes', 'toCheck'],
  ])
})

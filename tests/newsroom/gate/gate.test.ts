import { describe, expect, test } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { defined } from '../../../src/story/text/defined'
import { busanDesk, type NewsDesk } from '../newsDesk'

/** Tags and verifies what blocks the Busan story, and fills its fields. */
async function checkedStory() {
  const desk = await busanDesk()
  const { act, story, pool } = desk
  for (const [field, value] of [
    ['slug', 'busan'],
    ['desk', 'world'],
    ['byline', 'Reporter'],
    ['dateline', 'BUSAN, Oct. 30'],
    ['provider', 'Stet'],
  ] as const) {
    await act('Reporter', 'story.setField', { story, field, value })
  }
  for (const [text, type] of [
    ['first talks in six years', 'superlative'],
    ['a very tough negotiator', 'quote'],
    ['about 100 minutes', 'figure'],
  ] as const) {
    const { id: fact } = await act('Reporter', 'fact.tag', {
      story,
      text,
      type,
      ...(type === 'quote' ? { attributedTo: 'Donald Trump' } : {}),
    })
    await act('Editor', 'fact.sign', {
      story,
      fact,
      status: 'verified',
      evidence: { source: pool, locator: '¶ 2', stance: 'supports' },
    })
  }
  return desk
}

async function inReview(desk: NewsDesk & { readonly story: string }): Promise<void> {
  await desk.act('Reporter', 'story.move', { story: desk.story, to: 'filed' })
  await desk.act('Editor', 'story.move', { story: desk.story, to: 'inReview' })
}

const blocksOf = async ({ act, story }: NewsDesk & { readonly story: string }, door: 'clear' | 'publish') =>
  (await act('Editor', 'story.gate', { story, door })).blocks.map(({ rule, message }) => `${rule}: ${message}`)

describe('stages', () => {
  test('a checked story goes from draft to published, and comes back as a correction', async () => {
    const desk = await checkedStory()
    const { act, story } = desk
    await inReview(desk)
    expect(await blocksOf(desk, 'clear')).toEqual([])
    await expect(act('Reporter', 'story.move', { story, to: 'cleared' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'Reporter is the author or has a byline. Someone else must clear this story.',
      ) as string,
    })
    expect(await act('Editor', 'story.move', { story, to: 'cleared' })).toEqual({ stage: 'cleared', version: 1 })
    expect(await act('Editor', 'story.move', { story, to: 'published' })).toEqual({ stage: 'published', version: 1 })
    await expect(act('Editor', 'story.move', { story, to: 'inReview' })).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining(
        '“New version” needs a kind: update, writethru, correction or clarification.',
      ) as string,
    })
    expect(await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })).toEqual({
      stage: 'inReview',
      version: 2,
    })
    await expect(act('Editor', 'story.move', { story, to: 'killed' })).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('“Kill” needs a reason.') as string,
    })
    expect(
      await act('Editor', 'story.move', { story, to: 'killed', reason: 'The meeting did not take place.' }),
    ).toEqual({ stage: 'killed', version: 2 })
    expect((await desk.store.listSnapshots(story)).map(({ n, why, view }) => ({ n, why, stage: view.stage }))).toEqual([
      { n: 1, why: 'File to desk', stage: 'filed' },
      { n: 2, why: 'Start review', stage: 'inReview' },
      { n: 3, why: 'Clear', stage: 'cleared' },
      { n: 4, why: 'Publish', stage: 'published' },
      { n: 5, why: 'New version', stage: 'inReview' },
      { n: 6, why: 'Kill', stage: 'killed' },
    ])
  })

  test('an illegal move is refused and says what is legal', async () => {
    const { act, story } = await busanDesk()
    await expect(act('Editor', 'story.move', { story, to: 'published' })).rejects.toMatchObject({
      reason: 'refused',
      message: 'A story in the stage “Draft” cannot go to “Published”. It can go to “Filed”, “Spiked”.',
    })
  })

  test('a spiked story is restored to where it was', async () => {
    const { act, story } = await busanDesk()
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'spiked' })
    expect(await act('Editor', 'story.move', { story, to: 'filed' })).toEqual({ stage: 'filed', version: 1 })
  })

  test('a refusal carries the blocks, and moves nothing', async () => {
    const desk = await busanDesk()
    await inReview(desk)
    const refusal = await desk
      .act('Editor', 'story.move', { story: desk.story, to: 'cleared' })
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        '4 issues: “first talks in six years” is a superlative or comparison without a',
      ) as string,
    })
    const { verdict } = refusal as { verdict: { blocks: readonly { rule: string }[] } }
    expect(verdict.blocks.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['untaggedQuote', 'untaggedFigure', 'untaggedSuperlative']),
    )
    expect((await desk.act('Editor', 'story.show', { story: desk.story })).stage).toBe('inReview')
  })

  test('an override lifts exactly what the person saw', async () => {
    const { act, room, story } = await busanDesk()
    const move = (seen?: string) =>
      runAction(room, 'Editor', 'story.move', { story, to: 'cleared', override: 'Rang.', ...defined({ seen }) })
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'inReview' })
    const { seen } = await act('Editor', 'story.gate', { story, door: 'clear' })
    const untold = await move().catch((error: unknown) => error)
    expect(untold).toMatchObject({
      reason: 'usage',
      message: 'An override must name the issues that you have seen. Nothing was overridden. Look at the issues first.',
      verdict: { seen },
    })
    await act('Reporter', 'copy.replace', { story, replace: 'They left', with: 'All 12 left' })
    expect(await move(seen).catch((error: unknown) => error)).toMatchObject({ reason: 'refused' })
    const history = await act('Editor', 'story.history', { story })
    expect(history.filter(({ kind }) => kind === 'overridden')).toEqual([])
    const now = await act('Editor', 'story.gate', { story, door: 'clear' })
    expect([now.seen === seen, await move(now.seen)]).toEqual([false, { stage: 'cleared', version: 1 }])
  })

  test('an override holds for its words, is refused to the author, and is noted in the move', async () => {
    const desk = await checkedStory()
    const { act, story } = desk
    await inReview(desk)
    await act('Reporter', 'copy.replace', { story, replace: '100', with: '90' })
    const [block] = (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
    if (!block) throw new Error('The gate lets it through.')
    await expect(
      act('Reporter', 'finding.override', { story, rule: block.rule, key: block.key, reason: 'I know' }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'Reporter is the author or has a byline. Someone else must override this.',
      ) as string,
    })
    await expect(
      act('Editor', 'finding.override', { story, rule: block.rule, key: 'another key', reason: 'x' }),
    ).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('These words have changed since, so nothing was done.') as string,
    })
    await act('Editor', 'finding.override', { story, rule: block.rule, key: block.key, reason: 'the desk rang' })
    expect(await blocksOf(desk, 'clear')).toEqual([])
    await act('Reporter', 'copy.replace', { story, replace: '90', with: '95' })
    expect(await blocksOf(desk, 'clear')).toHaveLength(1)
    await act('Editor', 'story.move', { story, to: 'cleared', override: 'rang again' })
    expect((await act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'moved',
      to: 'cleared',
      blocks: 0,
      overrides: [{ rule: block.rule }],
    })
  })

  test('“nothing to check” is for someone other than the author', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const quote = (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.find(
      ({ rule }) => rule === 'untaggedQuote',
    )
    if (!quote) throw new Error('The untagged quote does not block.')
    await expect(act('Reporter', 'finding.dismiss', { story, rule: quote.rule, key: quote.key })).rejects.toMatchObject(
      { reason: 'refused', message: expect.stringContaining('is the author or has a byline') as string },
    )
    await act('Editor', 'finding.dismiss', { story, rule: quote.rule, key: quote.key })
    expect(
      (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.some(({ rule }) => rule === 'untaggedQuote'),
    ).toBe(false)
  })
})

describe('exports', () => {
  const formats = ['ninjs', 'html', 'markdown', 'text'] as const

  test('a public export waits for clearing; a draft and a fact sheet do not', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    for (const format of formats)
      await expect(act('Editor', 'story.export', { story, format })).rejects.toMatchObject({
        reason: 'refused',
        message: expect.stringContaining(
          '5 issues: “first talks in six years” is a superlative or comparison without a',
        ) as string,
      })
    expect((await desk.store.listSnapshots(story)).length).toBe(0)
    const draft = await act('Editor', 'story.export', { story, format: 'text', draft: true })
    expect(new TextDecoder().decode(draft.bytes)).toContain('DRAFT')
    await act('Editor', 'story.export', { story, format: 'factsheet', edition: 'public' })
    expect((await act('Editor', 'story.history', { story })).filter(({ kind }) => kind === 'exported')).toMatchObject([
      { by: 'Editor', format: 'text', draft: true, sha256: draft.sha256, version: 1 },
      { format: 'factsheet', edition: 'public', draft: false, version: 1 },
    ])
    expect((await desk.store.listSnapshots(story)).map(({ why }) => why)).toEqual(['Export as text'])
  })

  test('a cleared story leaves in every format, without anything internal', async () => {
    const desk = await checkedStory()
    const { act, story } = desk
    await act('Editor', 'story.setField', { story, field: 'edNote', value: 'Mind the embargo desk.' })
    await inReview(desk)
    await act('Editor', 'story.move', { story, to: 'cleared' })
    for (const format of formats) {
      const { bytes, fileName } = await act('Editor', 'story.export', { story, format })
      const text = `${fileName}\n${new TextDecoder().decode(bytes)}`
      for (const internal of ['story-1', 'fact-1', 'evidence-1', 'source-1', 'Pool report 3', 'world'])
        expect(text).not.toContain(internal)
      expect(text).toContain('about 100 minutes')
    }
  })

  test('a protected name blocks every exit, and the message does not name it', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Reporter', 'source.add', {
      name: 'Mina Kang',
      kind: 'person',
      protected: true,
      aliases: ['Driver Seven'],
    })
    await act('Reporter', 'copy.replace', {
      story,
      replace: 'They left separately.',
      with: 'They left separately, Mina Kang said.',
    })
    const refusal = await act('Editor', 'story.export', { story, format: 'text', draft: true }).catch(
      (error: unknown) => error,
    )
    expect(refusal).toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('Source A’s name is in the copy.') as string,
    })
    expect((refusal as Error).message).toContain('Source A')
    expect((refusal as Error).message).not.toContain('Mina')
    const [leak] = (await act('Editor', 'story.previewExport', { story, format: 'text', draft: true })).verdict.blocks
    if (!leak) throw new Error('The preview does not tell of the leak.')
    await expect(act('Reporter', 'finding.dismiss', { story, rule: leak.rule, key: leak.key })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'Reporter is the author or has a byline. Someone else must say that there is nothing',
      ) as string,
    })
    await act('Editor', 'finding.dismiss', { story, rule: leak.rule, key: leak.key, reason: 'she agreed to be named' })
    await act('Editor', 'story.export', { story, format: 'text', draft: true })
    await act('Reporter', 'copy.replace', { story, replace: 'Mina Kang said', with: 'Mina Kang whispered' })
    await expect(act('Editor', 'story.export', { story, format: 'text', draft: true })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('Source A’s name is in the copy.') as string,
    })
  })

  test('an embargo blocks the formats without an embargo field', async () => {
    const desk = await checkedStory()
    const { act, story } = desk
    await act('Editor', 'story.setField', { story, field: 'embargo', value: '2026-10-30T18:30:00+09:00' })
    await inReview(desk)
    await act('Editor', 'story.move', { story, to: 'cleared' })
    await act('Editor', 'story.export', { story, format: 'ninjs' })
    await expect(act('Editor', 'story.export', { story, format: 'html' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('1 issue: Embargoed until 2026-10-30 09:30 UTC: this format has no') as string,
    })
  })

  test('a preview has the bytes of the export and leaves no trace', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const before = await act('Editor', 'story.history', { story })
    const preview = await act('Editor', 'story.previewExport', { story, format: 'html' })
    expect(preview.verdict.blocks.length).toBeGreaterThan(0)
    expect(await act('Editor', 'story.history', { story })).toEqual(before)
    const draft = await act('Editor', 'story.previewExport', { story, format: 'markdown', draft: true })
    const exported = await act('Editor', 'story.export', { story, format: 'markdown', draft: true })
    expect(exported).toEqual({ ...draft, entry: (await act('Editor', 'story.history', { story })).at(-1)?.seq })
  })

  test('a format version that is not written is wrong usage', async () => {
    const { act, story } = await busanDesk()
    await expect(
      act('Editor', 'story.export', { story, format: 'ninjs', formatVersion: '1.4', draft: true }),
    ).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('This Stet does not write ninjs 1.4. Choose 3.1 and 2.1.') as string,
    })
  })
})

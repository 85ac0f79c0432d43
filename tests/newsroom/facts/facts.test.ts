import { describe, expect, test } from 'vitest'
import { replaceText } from '../../../src/document/editStory'
import { busanDesk, standing, windowOn } from '../newsDesk'

const evidence = (source: string) => ({ source, locator: '¶ 2', stance: 'supports' as const })

async function verifiedHundred() {
  const desk = await busanDesk()
  const { id: fact } = await desk.act('Reporter', 'fact.tag', {
    story: desk.story,
    text: 'about 100 minutes',
    type: 'figure',
  })
  await desk.act('Editor', 'fact.sign', { story: desk.story, fact, status: 'verified', evidence: evidence(desk.pool) })
  return { ...desk, fact }
}

describe('signing', () => {
  test('a verified fact lapses when its words change and is restored when they come back', async () => {
    const desk = await verifiedHundred()
    expect(await standing(desk, desk.story)).toEqual(['about 100 minutes: verified'])
    await desk.act('Reporter', 'copy.replace', { story: desk.story, replace: '100', with: '90' })
    expect(await standing(desk, desk.story)).toEqual(['about 90 minutes: reCheck (words)'])
    await desk.act('Reporter', 'copy.replace', { story: desk.story, replace: '90', with: '100' })
    expect(await standing(desk, desk.story)).toEqual(['about 100 minutes: verified'])
    const history = await desk.act('Editor', 'story.history', { story: desk.story })
    expect(history.map(({ kind, by }) => `${kind} by ${by}`)).toEqual([
      'created by Reporter',
      'tagged by Reporter',
      'evidenceAdded by Editor',
      'signed by Editor',
      'reworded by Reporter',
      'lapsed by Reporter',
      'reworded by Reporter',
      'restored by Reporter',
    ])
  })

  test.each([
    ['about 100 minutes. They', 'about 1000 minutes. They'],
    ['lasted about', 'lasted not about'],
    ['meeting lasted about 100', 'meeting lasted about -100'],
    ['100 minutes. They left', '100 minutes. They soon left'],
  ])(
    'an edit that names its place by words around “%s” changes no tag but by what it changes, and can be taken back',
    async (old, text) => {
      const desk = await verifiedHundred()
      await desk.act('Reporter', 'fact.tag', { story: desk.story, text: '100', type: 'figure' })
      const before = await standing(desk, desk.story)
      await desk.act('Reporter', 'copy.replace', { story: desk.story, replace: old, with: text })
      await desk.act('Reporter', 'copy.replace', { story: desk.story, replace: text, with: old })
      expect(await standing(desk, desk.story)).toEqual(before)
    },
  )

  test('the owner refuses a view that is not its own, and says what differs', async () => {
    const { act, story, pool, fact } = await verifiedHundred()
    const seenNow = async (): Promise<string> => (await act('Editor', 'story.show', { story })).facts[0]?.seen ?? ''
    const sign = (seen: string) => act('Editor', 'fact.sign', { story, fact, status: 'wrong', seen })
    const before = await seenNow()
    await act('Reporter', 'copy.replace', { story, replace: 'about 100', with: 'about 900' })
    await expect(sign(before)).rejects.toMatchObject({
      reason: 'refused',
      message:
        '“about 900 minutes” is not as you saw it: its words changed: “about 100 minutes” → “about 900 minutes”. Nothing was signed. Look at it again.',
    })
    await act('Reporter', 'copy.replace', { story, replace: 'about 900', with: 'about 100' })
    await act('Reporter', 'copy.replace', { story, replace: 'The meeting', with: 'No meeting' })
    await expect(sign(before)).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'its sentence changed: “The meeting lasted about 100 minutes.” → “No meeting lasted about 100 minutes.”',
      ) as string,
    })
    await act('Reporter', 'copy.replace', { story, replace: 'No meeting', with: 'The meeting' })
    await act('Reporter', 'fact.addEvidence', { story, fact, evidence: { ...evidence(pool), locator: '¶ 9' } })
    await expect(sign(before)).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('its evidence changed') as string,
    })
    await expect(sign('0'.repeat(64))).rejects.toMatchObject({
      reason: 'refused',
      message:
        '“about 100 minutes” is not as you saw it. It is now in this sentence: “The meeting lasted about 100 minutes.” Nothing was signed. Look at it again.',
    })
    await sign(await seenNow())
  })

  test('the author and the last person who changed the words cannot verify', async () => {
    const { act, story, pool, fact } = await verifiedHundred()
    await expect(
      act('Reporter', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: 'Reporter is the author or has a byline. Someone else must verify this.',
    })
    await act('Editor', 'copy.replace', { story, replace: '100', with: '90' })
    await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified' })).rejects.toMatchObject({
      reason: 'refused',
      message: 'Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.',
    })
    await expect(act('Nobody', 'fact.sign', { story, fact, status: 'wrong' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('Nobody is not on the roster of this library.') as string,
    })
  })

  test('typing in a window counts as that person’s change of the words', async () => {
    const desk = await verifiedHundred()
    const window = await windowOn(desk, desk.story, 'Editor')
    const open = await desk.room.storyNow(desk.story)
    const at = open.value().copy.findIndex(({ text }) => text.includes('100 minutes'))
    const from = open.value().copy[at]?.text.indexOf('100') ?? 0
    await open.applyWindowUpdate(
      window.type((doc) => replaceText(doc, { block: at, from, to: from + 3 }, '90')),
      'Editor',
      'window-1',
    )
    await expect(
      desk.act('Editor', 'fact.sign', { story: desk.story, fact: desk.fact, status: 'verified' }),
    ).rejects.toMatchObject({
      message: 'Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.',
    })
    expect(
      (await desk.act('Legal', 'fact.sign', { story: desk.story, fact: desk.fact, status: 'verified' })).entry,
    ).toBe(7)
  })

  test('a desk of one may sign alone, and it reads self-checked', async () => {
    const { act, story, pool } = await busanDesk()
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    const settings = await act('Editor', 'library.settings', { deskOfOne: true })
    expect(settings).toEqual({
      deskOfOne: true,
      changes: [{ at: expect.stringMatching(/Z$/) as string, by: 'Editor', deskOfOne: true }],
    })
    await act('Reporter', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
    expect((await act('Reporter', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'signed',
      by: 'Reporter',
      selfChecked: true,
    })
  })

  test('verified needs evidence with a locator; contradicting evidence needs a reason', async () => {
    const { act, story, pool } = await busanDesk()
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('“Verified” needs supporting evidence with a locator (page,') as string,
    })
    await expect(
      act('Editor', 'fact.sign', {
        story,
        fact,
        status: 'verified',
        evidence: { source: pool, locator: ' ', stance: 'supports' },
      }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('Say where in the source, so that the next person can find it') as string,
    })
    expect((await act('Editor', 'story.show', { story })).facts[0]?.evidence).toEqual([])
    await act('Editor', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source: pool, locator: 'p. 1', stance: 'contradicts' },
    })
    await expect(
      act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) }),
    ).rejects.toMatchObject({ message: 'Some evidence contradicts this fact. Say why it is verified all the same.' })
    await act('Editor', 'fact.sign', {
      story,
      fact,
      status: 'verified',
      evidence: evidence(pool),
      reason: 'the first report was corrected',
    })
  })

  test('evidence taken away and other ground rules send a fact to re-check', async () => {
    const desk = await verifiedHundred()
    await desk.act('Editor', 'source.edit', { source: desk.pool, groundRules: 'background' })
    expect(await standing(desk, desk.story)).toEqual(['about 100 minutes: reCheck (groundRules)'])
    await desk.act('Editor', 'fact.sign', { story: desk.story, fact: desk.fact, status: 'verified' })
    await desk.act('Reporter', 'fact.removeEvidence', { story: desk.story, fact: desk.fact, evidence: 'evidence-1' })
    expect(await standing(desk, desk.story)).toEqual(['about 100 minutes: reCheck (evidence)'])
  })

  test('a query is answered back to to check, and a sign-off is withdrawn by its signer', async () => {
    const desk = await verifiedHundred()
    const { story, fact } = desk
    await desk.act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Door to door?' })
    await desk.act('Reporter', 'fact.answer', { story, fact, text: 'Yes, by the pool’s clock.' })
    expect(
      (await desk.act('Editor', 'story.show', { story })).facts.map(({ status, answered }) => ({ status, answered })),
    ).toEqual([{ status: 'toCheck', answered: true }])
    await expect(desk.act('Reporter', 'fact.answer', { story, fact, text: 'again' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('This fact has no open query.') as string,
    })
    await desk.act('Editor', 'fact.sign', { story, fact, status: 'wrong' })
    await expect(desk.act('Reporter', 'fact.withdraw', { story, fact, reason: 'A slip' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'Editor marked exactly these words wrong. Reporter is the author or has a byline',
      ) as string,
    })
    await desk.act('Editor', 'fact.withdraw', { story, fact, reason: 'A slip' })
    expect((await desk.act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'withdrawn',
      by: 'Editor',
      fact,
    })
  })

  test('one key accepts a changed sentence for all its facts, and no more', async () => {
    const desk = await verifiedHundred()
    const { story, fact } = desk
    const before = (await desk.act('Editor', 'story.show', { story })).facts[0]?.seen ?? ''
    await desk.act('Reporter', 'copy.replace', {
      story,
      replace: 'The meeting lasted',
      with: 'The meeting, aides said, lasted',
    })
    expect(await standing(desk, story)).toEqual(['about 100 minutes: reCheck (context)'])
    await expect(
      desk.act('Editor', 'fact.acceptContext', { story, facts: [{ fact, seen: before }] }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('→ “The meeting, aides said, lasted about 100 minutes.”') as string,
    })
    const seen = { fact }
    expect(await desk.act('Editor', 'fact.acceptContext', { story, facts: [seen] })).toEqual({
      accepted: [fact],
      refused: [],
    })
    expect(await desk.act('Editor', 'fact.acceptContext', { story, facts: [seen] })).toEqual({
      accepted: [],
      refused: [],
    })
    expect(await standing(desk, story)).toEqual(['about 100 minutes: verified'])
  })
})

test('replacing the last words of a tag and then writing them again restores the fact', async () => {
  const desk = await verifiedHundred()
  await desk.act('Reporter', 'copy.replace', { story: desk.story, replace: '100 minutes', with: '90 minutes' })
  expect(await standing(desk, desk.story)).toEqual(['about 90 minutes: reCheck (words)'])
  await desk.act('Reporter', 'copy.replace', { story: desk.story, replace: '90 minutes', with: '100 minutes' })
  expect(await standing(desk, desk.story)).toEqual(['about 100 minutes: verified'])
})

describe('tags', () => {
  test('a tag is put on exact text only', async () => {
    const { act, story } = await busanDesk()
    await expect(act('Reporter', 'fact.tag', { story, text: '110 minutes', type: 'figure' })).rejects.toMatchObject({
      reason: 'refused',
      message: 'The copy does not contain exactly “110 minutes”. Nothing was changed.',
    })
    await expect(
      act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure', nth: 2 }),
    ).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('“100 minutes” is in the copy once, so there is no number 2.') as string,
    })
  })

  test('another person removes a quote’s tag with a reason, and the words stay in the tray', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id: fact } = await act('Reporter', 'fact.tag', {
      story,
      text: 'a very tough negotiator',
      type: 'quote',
      attributedTo: 'Trump',
    })
    await expect(act('Reporter', 'fact.untag', { story, fact, reason: 'no need' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'Reporter is the author or has a byline. Someone else must remove this tag.',
      ) as string,
    })
    await expect(
      act('Reporter', 'fact.retype', { story, fact, type: 'event', reason: 'no need' }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'Reporter is the author or has a byline. Someone else must remove this tag.',
      ) as string,
    })
    await expect(act('Editor', 'fact.untag', { story, fact, reason: ' ' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('Give a reason. It is kept in the history.') as string,
    })
    await act('Editor', 'fact.untag', { story, fact, reason: 'said in jest' })
    expect(await standing(desk, story)).toEqual(['a very tough negotiator: untagged'])
  })

  test('a lost tag goes back on its own words only', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    await act('Editor', 'fact.untag', { story, fact, reason: 'by mistake' })
    const { blocks } = await act('Editor', 'story.show', { story })
    const block = blocks.findIndex(({ text }) => text.includes('100 minutes'))
    const from = blocks[block]?.text.indexOf('100 minutes') ?? 0
    await expect(
      act('Editor', 'fact.retag', { story, fact, block, from: from + 4, to: from + 11 }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        'That place reads “minutes”, but the fact’s last words were “100 minutes”.',
      ) as string,
    })
    await act('Editor', 'fact.retag', { story, fact, block, from, to: from + 11 })
    expect(await standing(desk, story)).toEqual(['100 minutes: toCheck'])
  })

  test('a duplicate has the words and new facts that nobody has checked', async () => {
    const desk = await verifiedHundred()
    const { id } = await desk.act('Editor', 'story.duplicate', { story: desk.story })
    const [original, copy] = [
      await desk.act('Editor', 'story.show', { story: desk.story }),
      await desk.act('Editor', 'story.show', { story: id }),
    ]
    expect(copy.blocks).toEqual(original.blocks)
    expect(copy.facts.map(({ text, status, evidence: items }) => ({ text, status, items }))).toEqual([
      { text: 'about 100 minutes', status: 'toCheck', items: [] },
    ])
    expect(copy.guid).not.toBe(original.guid)
    expect(copy.stage).toBe('draft')
  })
})

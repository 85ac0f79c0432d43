import { describe, expect, test } from 'vitest'
import type { CorrectionView } from '../../../src/story/requests/requests'
import { busanDesk, NOW, type NewsDesk } from '../newsDesk'
import { defined } from '../../../src/story/text/defined'

type Desk = NewsDesk & { readonly story: string; readonly pool: string }
type Kind = 'correction' | 'clarification' | 'update' | 'writethru'

/** A checked story by Reporter. */
async function checkedStory(): Promise<Desk> {
  const desk = await busanDesk()
  const { act, story, pool } = desk
  for (const [field, value] of [
    ['slug', 'busan'],
    ['byline', 'Reporter'],
  ] as const)
    await act('Reporter', 'story.setField', { story, field, value })
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

async function publish({ act, story }: Desk, override?: string): Promise<void> {
  if ((await act('Editor', 'story.show', { story })).stage === 'draft') {
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'inReview' })
  }
  await act('Editor', 'story.move', { story, to: 'cleared', ...defined({ override }) })
  await act('Editor', 'story.move', { story, to: 'published' })
}

/** Publishes and exports the story, and opens its next version. */
async function opened(kind: Kind = 'correction'): Promise<Desk> {
  const desk = await checkedStory()
  await publish(desk)
  await desk.act('Editor', 'story.export', { story: desk.story, format: 'html', destination: '/out/site/busan.html' })
  await desk.act('Editor', 'story.export', { story: desk.story, format: 'nitf', destination: '/out/wire/busan.xml' })
  await desk.act('Editor', 'story.move', { story: desk.story, to: 'inReview', kind })
  return desk
}

const RECORD = {
  was: 'about 90 minutes',
  is: 'about 100 minutes',
  cause: 'Misheard on the pool call',
  publicText: 'An earlier version of this story said that the meeting lasted about 90 minutes.',
}
const WHY_NOT = 'Reporter is the author or has a byline. Someone else must approve the correction note.'
/** Legal writes it, and Editor approves it. */
const approve = async ({ act, story }: Desk, texts: Partial<typeof RECORD> & { readonly since?: number } = {}) => {
  await act('Legal', 'correction.note', { story, ...texts })
  return act('Editor', 'correction.note', { story })
}
const blocksOf = async ({ act, story }: Desk, door: 'clear' | 'publish' = 'clear') =>
  (await act('Editor', 'story.gate', { story, door })).blocks
    .filter(({ rule }) => rule === 'correctionRecord')
    .map(({ message }) => message)
const lastOf = async ({ act, story }: Desk) => (await act('Editor', 'story.history', { story })).at(-1)
const show = ({ act, story }: Desk): Promise<CorrectionView> => act('Editor', 'correction.show', { story })

describe('the record of a correction', () => {
  test('opens the gate when an entitled person approves what another wrote, and is in the history', async () => {
    const desk = await opened()
    expect(await blocksOf(desk)).toHaveLength(1)
    expect(await blocksOf(desk, 'publish')).toHaveLength(1)
    expect(await approve(desk, { ...RECORD, since: 1 })).toMatchObject({ approved: true })
    expect(await lastOf(desk)).toMatchObject({
      kind: 'correctionNoted',
      by: 'Editor',
      version: 2,
      ...RECORD,
      since: { version: 1, at: NOW },
      approver: 'Editor',
    })
    expect(await blocksOf(desk)).toEqual([])
    expect((await show(desk)).record).toMatchObject({ ...RECORD, approver: 'Editor' })
  })

  test('by its author waits for the approval of another person', async () => {
    const desk = await opened()
    const { act, story } = desk
    expect(await act('Reporter', 'correction.note', { story, ...RECORD, since: 1 })).toMatchObject({ approved: false })
    expect(await blocksOf(desk)).toEqual([
      'Reporter saved the note of this correction. ' +
        'Someone else, neither the author nor in the byline, must approve it.',
    ])
    expect((await show(desk)).destinations.map(({ notice }) => notice)).toEqual([undefined, undefined])
    const again = { reason: 'refused', message: WHY_NOT }
    await expect(act('Reporter', 'correction.note', { story })).rejects.toMatchObject(again)
    expect(await act('Editor', 'correction.note', { story })).toMatchObject({ approved: true })
    // That would only take the approval away.
    await expect(act('Reporter', 'correction.note', { story })).rejects.toMatchObject(again)
    expect([await blocksOf(desk), await lastOf(desk)]).toMatchObject([
      [],
      { ...RECORD, since: { version: 1 }, approver: 'Editor' },
    ])
    // The author’s next change removes the approval.
    await act('Reporter', 'correction.note', { story, is: 'ninety minutes' })
    expect(await blocksOf(desk)).toHaveLength(1)
  })

  test('whose approval lapsed is shown with what changed, and an empty request does not record that', async () => {
    const desk = await opened()
    const { act, story } = desk
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 95 minutes' })
    const changed = (await show(desk)).proposed
    expect(changed).toMatchObject({ was: 'about 100 minutes', since: 1 })
    const { was = '', is = '' } = changed
    const { cause, publicText } = RECORD
    await approve(desk, { was, is, cause, publicText, since: 1 })
    expect((await show(desk)).proposed).toEqual({})
    await act('Reporter', 'copy.replace', { story, replace: 'about 95 minutes', with: 'about 97 minutes' })
    expect(await show(desk)).toMatchObject({
      ...{ lapsed: true, record: { was, is } },
      proposed: { was, is: 'about 97 minutes', since: 1 },
    })
    await act('Legal', 'correction.note', { story })
    expect((await show(desk)).record).toMatchObject({ was, is, approver: 'Legal' })
  })

  test('is not approved by who wrote any of it, however often they record it', async () => {
    const desk = await opened()
    const { act, story } = desk
    expect(await act('Editor', 'correction.note', { story, ...RECORD, since: 1 })).toMatchObject({ approved: false })
    await expect(act('Editor', 'correction.note', { story })).rejects.toMatchObject({ reason: 'refused' })
    expect(await blocksOf(desk)).toEqual([
      'Editor saved the note of this correction. Someone else, neither the author nor in the byline, must approve it.',
    ])
    // Whoever changes a text, or since when it was wrong, wrote the record.
    expect(await act('Legal', 'correction.note', { story, publicText: 'It ran 90 minutes.' })).toMatchObject({
      approved: false,
    })
    expect(await act('Legal', 'correction.note', { story, publicText: RECORD.publicText })).toMatchObject({
      approved: true,
    })
    expect(await lastOf(desk)).toMatchObject({ ...RECORD, approver: 'Legal' })
    expect(await lastOf(desk)).not.toHaveProperty('selfApproved')
    expect(await blocksOf(desk)).toEqual([])
  })

  test('that an editor wrote is approved by that editor once the author stands by it', async () => {
    const desk = await opened()
    const { act, story } = desk
    await act('Editor', 'correction.note', { story, ...RECORD, since: 1 })
    expect(await act('Reporter', 'correction.note', { story })).toMatchObject({ approved: false })
    expect(await blocksOf(desk)).toHaveLength(1)
    expect(await act('Editor', 'correction.note', { story })).toMatchObject({ approved: true })
    // What the author never saw is the editor’s alone.
    expect(await act('Editor', 'correction.note', { story, cause: 'Nobody knows' })).toMatchObject({ approved: false })
  })

  test('at a desk of one reads self-approved', async () => {
    const desk = await opened('clarification')
    const { act, story } = desk
    await act('Editor', 'library.settings', { deskOfOne: true })
    expect(await act('Reporter', 'correction.note', { story, ...RECORD, since: 1 })).toMatchObject({ approved: true })
    expect(await lastOf(desk)).toMatchObject({ approver: 'Reporter', selfApproved: true })
    expect((await act('Editor', 'story.gate', { story, door: 'clear' })).warns.map(({ message }) => message)).toContain(
      'The note of this clarification is self-approved.',
    )
    await act('Editor', 'correction.note', { story })
    expect(await lastOf(desk)).not.toHaveProperty('selfApproved')
  })

  test('names each missing text, needs different words, and a version published before', async () => {
    const { act, story } = await opened()
    const why = (more: Readonly<Record<string, unknown>>) =>
      act('Editor', 'correction.note', { story, ...RECORD, since: 1, ...more }).then(
        () => 'recorded',
        (error: Error) => error.message,
      )
    expect(await why({ was: ' ', is: '\u200b', cause: '', publicText: '\n' })).toBe(
      'The correction note still needs what was wrong, what is right, the cause, the text for readers. Nothing was saved.',
    )
    expect(await why({ is: 'About\u00a090 minutes'.replace('A', 'a') })).toBe(
      '“Was” and “Is” are the same words. Nothing was saved.',
    )
    expect(await why({ since: 2 })).toBe('Version 2 was not published before this one. Published before: 1.')
    expect(await why({ since: 9 })).toBe('Version 9 was not published before this one. Published before: 1.')
    expect(await why({ publicText: 'Two\nlines.' })).toBe('recorded')
    expect((await act('Editor', 'correction.show', { story })).record?.publicText).toBe('Two lines.')
  })

  test.each(['update', 'writethru'] as const)('is refused for an %s', async (kind) => {
    const desk = await opened(kind)
    expect(await blocksOf(desk)).toEqual([])
    await expect(
      desk.act('Editor', 'correction.note', { story: desk.story, ...RECORD, since: 1 }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('so it needs no correction note') as string,
    })
    expect(await show(desk)).toEqual({
      version: 2,
      versions: [],
      published: [{ version: 1, at: NOW }],
      open: false,
      proposed: {},
      destinations: [],
    })
  })

  test('is refused for a first version and for a killed story', async () => {
    const first = await checkedStory()
    await expect(first.act('Editor', 'correction.note', { story: first.story, ...RECORD, since: 1 })).rejects.toThrow(
      'Version 1 is the first, so it needs no correction note.',
    )
    const killed = await opened()
    await killed.act('Editor', 'story.move', { story: killed.story, to: 'killed', reason: 'All wrong' })
    await expect(killed.act('Editor', 'correction.note', { story: killed.story, ...RECORD, since: 1 })).rejects.toThrow(
      'The stage of the story is “Killed”, so its correction note can no longer be changed.',
    )
    expect((await show(killed)).open).toBe(false)
  })

  test('of a cleared or published version is changed by somebody entitled only', async () => {
    const desk = await opened()
    const { act, story } = desk
    await approve(desk, { ...RECORD, since: 1 })
    await act('Editor', 'story.move', { story, to: 'cleared' })
    await expect(act('Reporter', 'correction.note', { story, is: 'ninety minutes' })).rejects.toThrow(
      'The stage of the version is “Cleared”, so nothing was saved.',
    )
    await act('Editor', 'story.move', { story, to: 'published' })
    await expect(act('Reporter', 'correction.note', { story, is: 'ninety minutes' })).rejects.toThrow(
      'The stage of the version is “Published”, so nothing was saved.',
    )
    // Readers keep what was approved until another person approves the change.
    const publicText = 'It ran 90 minutes.'
    const forReaders = async () =>
      new TextDecoder().decode((await act('Reporter', 'story.export', { story, format: 'html' })).bytes)
    expect(await act('Legal', 'correction.note', { story, publicText })).toMatchObject({ approved: false })
    expect([(await forReaders()).includes(RECORD.publicText), (await forReaders()).includes(publicText)]).toEqual([
      true,
      false,
    ])
    expect(await act('Editor', 'correction.note', { story })).toMatchObject({ approved: true })
    expect(await forReaders()).toContain(publicText)
  })

  test('may be overridden by an editor for these words, and an old export without one can be made again', async () => {
    const desk = await opened()
    const { act, story } = desk
    await expect(act('Editor', 'story.move', { story, to: 'cleared' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining(
        '1 issue: This version is a correction, but it has no correction note.',
      ) as string,
    })
    await publish(desk, 'The desk rang every customer')
    await act('Editor', 'story.export', { story, format: 'html' })
    const entry = (await lastOf(desk))?.seq ?? 0
    expect(await act('Editor', 'story.exportAgain', { story, entry })).toMatchObject({ same: true })
  })
})

test('a record that the author began before clearing is refused after it', async () => {
  const desk = await opened()
  const { act, story, room } = desk
  const { snapshots: versions } = room
  const list = versions.list.bind(versions)
  // A second window acts while the first one's record reads the published version.
  versions.list = async (id) => {
    versions.list = list
    await approve(desk, { ...RECORD, since: 1 })
    await act('Editor', 'story.move', { story, to: 'cleared' })
    return list(id)
  }
  await expect(
    act('Reporter', 'correction.note', { story, ...RECORD, is: 'ninety minutes', since: 1 }),
  ).rejects.toThrow('The stage of the version is “Cleared”, so nothing was saved.')
  expect((await show(desk)).record).toMatchObject({ is: RECORD.is, approver: 'Editor' })
})

describe('what is proposed', () => {
  test('is the fact that changed, since the version in which its words were first published', async () => {
    const desk = await opened('update')
    const { act, story } = desk
    await publish(desk)
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
    expect((await show(desk)).proposed).toEqual({ since: 2 })
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
    expect((await show(desk)).proposed).toEqual({ was: 'about 100 minutes', is: 'about 90 minutes', since: 1 })
    await act('Editor', 'correction.note', { story, cause: RECORD.cause, publicText: RECORD.publicText })
    expect((await show(desk)).record).toMatchObject({
      was: 'about 100 minutes',
      is: 'about 90 minutes',
      since: { version: 1 },
    })
    expect((await show(desk)).proposed).toEqual({})
  })

  test('begins with a later version when the words came with it', async () => {
    const desk = await opened('update')
    const { act, story } = desk
    await act('Reporter', 'copy.replace', { story, replace: 'They left separately.', with: 'They left together.' })
    await publish(desk)
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
    await act('Reporter', 'copy.replace', { story, replace: 'They left together.', with: 'They left apart.' })
    expect((await show(desk)).proposed).toEqual({ was: 'They left together.', is: 'They left apart.', since: 2 })
  })
})

test('the proposal finds the wrong words in earlier versions as whole words only', async () => {
  const desk = await checkedStory()
  const { act, story } = desk
  await act('Reporter', 'copy.replace', { story, replace: 'They left separately.', with: 'They left separately' })
  await publish(desk)
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  await act('Reporter', 'copy.replace', { story, replace: 'They left separately', with: 'They left separate' })
  await publish(desk)
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
  await act('Reporter', 'copy.replace', { story, replace: 'They left separate', with: 'They left apart' })
  expect((await show(desk)).proposed).toEqual({ was: 'They left separate', is: 'They left apart', since: 2 })
})

describe('protected names', () => {
  test('in was, is and cause are sealed; in the text for readers they are refused', async () => {
    const desk = await opened()
    const { act, story } = desk
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true, aliases: ['Driver Seven'] })
    const before = (await act('Editor', 'story.history', { story })).length
    await expect(
      act('Editor', 'correction.note', { story, ...RECORD, since: 1, publicText: 'We said that MINA-KANG drove.' }),
    ).rejects.toThrow(
      'The text for readers contains Source A’s name, which must not leave the desk. Nothing was saved. Remove it.',
    )
    await expect(
      act('Editor', 'correction.note', { story, ...RECORD, since: 1, publicText: 'We said that Driver Seven drove.' }),
    ).rejects.toThrow('Source A’s alias')
    expect((await act('Editor', 'story.history', { story })).length).toBe(before)
    await act('Editor', 'correction.note', {
      story,
      was: 'Mina Kang drove',
      is: 'Driver Seven walked',
      cause: 'Mina Kang rang',
      publicText: RECORD.publicText,
      since: 1,
    })
    expect(await lastOf(desk)).toMatchObject({
      was: 'Source A drove',
      is: 'Source A walked',
      cause: 'Source A rang',
      publicText: RECORD.publicText,
    })
    expect(JSON.stringify(await show(desk))).not.toMatch(/Mina|Seven/)
  })

  test('that are protected only later are sealed in notices, and wherever the record is shown', async () => {
    const desk = await opened()
    const { act } = desk
    await approve(desk, {
      ...RECORD,
      was: 'Mina Kang drove',
      publicText: 'Mina Kang did not drive.',
      since: 1,
    })
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    const shown = await show(desk)
    expect(shown.destinations[0]?.notice).toContain('Was: Source A drove')
    expect(shown.record?.publicText).toBe('Source A did not drive.')
    expect(JSON.stringify(shown)).not.toContain('Mina')
  })

  test('that are protected only later are sealed in how a destination was told', async () => {
    const desk = await opened()
    const { act, story } = desk
    await approve(desk, { ...RECORD, since: 1 })
    await act('Editor', 'correction.told', { story, destination: 'busan.html', how: 'through Mina Kang' })
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    expect((await show(desk)).destinations[0]?.told?.how).toBe('through Source A')
  })
})

describe('notices', () => {
  test('tell each destination what it has, what was wrong and what is right, and nothing of the desk', async () => {
    const desk = await opened()
    const { story } = desk
    await approve(desk, { ...RECORD, since: 1 })
    const [site] = (await show(desk)).destinations
    expect(site?.notice?.replace(/SHA-256 [0-9a-f]{12}/, 'SHA-256 HASH').replace(/urn:uuid:[0-9a-f-]+/, 'GUID')).toBe(
      [
        'CORRECTION: Trump and Xi hold first talks in six years',
        'GUID, version 2',
        '',
        'You have version 1 of this story (busan.html, 2026-10-30 09:00 ' + 'UTC, SHA-256 HASH…).',
        'Was: about 90 minutes',
        'Is: about 100 minutes',
        'Since: version 1, published 2026-10-30 09:00 UTC',
        '',
        'For publication:',
        'Correction, 30 October 2026: An earlier version of this story said that the meeting lasted about 90 minutes.',
        '',
        'Please use version 2 instead of all earlier ones.',
      ].join('\n'),
    )
    for (const internal of ['Editor', 'Misheard', '/out', story]) expect(site?.notice).not.toContain(internal)
  })

  test('are told by whole path or by its last part, taken back, and never told twice', async () => {
    const desk = await opened()
    const { act, story } = desk
    const tell = (destination: string, more: { readonly how?: string; readonly undo?: boolean } = {}) =>
      act('Editor', 'correction.told', { story, destination, ...more }).then(
        () => 'noted',
        (error: Error) => error.message,
      )
    expect(await tell('busan.html')).toBe(
      'There is no approved correction note, so there is nothing to notify anyone of. Save and approve the note first.',
    )
    await approve(desk, { ...RECORD, since: 1 })
    expect(await tell('busan.txt')).toBe(
      'What this corrects was never sent to “busan.txt”. It was sent to: /out/site/busan.html, /out/wire/busan.xml.',
    )
    expect(await tell('busan.html', { undo: true })).toBe('/out/site/busan.html is not marked as notified.')
    expect(await tell('busan.html', { how: ' by phone ' })).toBe('noted')
    expect((await show(desk)).destinations.map(({ told }) => told)).toEqual([
      { by: 'Editor', at: NOW, how: 'by phone' },
      undefined,
    ])
    expect(await tell('/out/site/busan.html')).toBe('Editor has already notified /out/site/busan.html.')
    expect(await tell('/out/site/busan.html', { undo: true })).toBe('noted')
    expect((await show(desk)).destinations.map(({ told }) => told)).toEqual([undefined, undefined])
  })

  test('with equal sealed names are told one after the other, or by their export', async () => {
    const desk = await checkedStory()
    const { act, story } = desk
    await publish(desk)
    for (const name of ['Mina Kang', 'Kang Mina'])
      await act('Editor', 'story.export', { story, format: 'html', destination: `/out/${name}/busan.html` })
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
    await approve(desk, { ...RECORD, since: 1 })
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    const shown = async () => (await show(desk)).destinations.map(({ destination, told }) => [destination, told?.how])
    const place = '/out/Source A/busan.html'
    for (const how of ['first', 'second'])
      await act('Editor', 'correction.told', { story, destination: how === 'first' ? place : 'busan.html', how })
    expect(await shown()).toEqual([
      [place, 'first'],
      [place, 'second'],
    ])
    await expect(act('Editor', 'correction.told', { story, destination: place })).rejects.toThrow(
      `Editor has already notified ${place}.`,
    )
    const [, second] = (await show(desk)).destinations
    await act('Editor', 'correction.told', { story, destination: place, entry: second?.entry ?? 0, undo: true })
    expect(await shown()).toEqual([
      [place, 'first'],
      [place, undefined],
    ])
  })

  test('leave out a headline that is being written, and the record refuses an internal id', async () => {
    const desk = await opened()
    const { act, story, pool } = desk
    for (const [name, words] of [
      ['was', 'what was wrong'],
      ['is', 'what is right'],
      ['publicText', 'the text for readers'],
    ] as const) {
      await expect(
        act('Editor', 'correction.note', {
          story,
          ...RECORD,
          since: 1,
          [name]: `As in ${name === 'is' ? pool : story}, we erred.`,
        }),
      ).rejects.toThrow(
        `${words} contains an internal id of this library, which must not leave the desk. Nothing was saved. Remove the id.`,
      )
    }
    await approve(desk, { ...RECORD, cause: `See ${story}`, since: 1 })
    expect((await show(desk)).destinations.map(({ notice, held }) => [notice !== undefined, held])).toEqual([
      [true, undefined],
      [true, undefined],
    ])
    await act('Reporter', 'copy.replace', { story, replace: 'Trump and Xi hold', with: `${story}: Trump and Xi hold` })
    // Nobody outside has the headline that is being written.
    expect((await show(desk)).destinations.map(({ notice = '', held }) => [notice.includes(story), held])).toEqual([
      [false, undefined],
      [false, undefined],
    ])
    // A destination may be told by telephone.
    await act('Editor', 'correction.told', { story, destination: 'busan.html' })
    expect((await show(desk)).destinations.map(({ told }) => told?.by)).toEqual(['Editor', undefined])
  })
})

test('an earlier correction is shown and told by its version, and its record cannot change', async () => {
  const desk = await opened()
  const { act, story } = desk
  await approve(desk, { ...RECORD, since: 1 })
  await publish(desk)
  await act('Editor', 'story.export', { story, format: 'text', destination: '/out/second.txt' })
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'clarification' })
  const shown = async (version?: number) => {
    const { destinations, record, ...view } = await act('Editor', 'correction.show', {
      story,
      ...defined({ version }),
    })
    return {
      version: view.version,
      versions: view.versions,
      open: view.open,
      recorded: record !== undefined,
      sent: destinations.map(({ destination }) => destination),
    }
  }
  expect(await shown()).toEqual({
    version: 3,
    versions: [2, 3],
    open: true,
    recorded: false,
    sent: ['/out/site/busan.html', '/out/wire/busan.xml', '/out/second.txt'],
  })
  expect(await shown(2)).toEqual({
    version: 2,
    versions: [2, 3],
    open: false,
    recorded: true,
    sent: ['/out/site/busan.html', '/out/wire/busan.xml'],
  })
  await expect(act('Editor', 'correction.show', { story, version: 1 })).rejects.toThrow(
    'Version 1 is not a correction or clarification. Corrections and clarifications: 2, 3.',
  )
  await act('Editor', 'correction.told', { story, version: 2, destination: 'busan.xml' })
  await expect(act('Editor', 'correction.told', { story, destination: 'busan.xml' })).rejects.toThrow(
    'There is no approved correction note',
  )
  expect((await act('Editor', 'story.exportHistory', { story })).untold).toEqual([
    { version: 2, kind: 'correction', destinations: ['/out/site/busan.html'] },
  ])
  await act('Editor', 'source.add', { name: 'Site', kind: 'person', protected: true })
  expect((await act('Editor', 'story.exportHistory', { story })).untold).toEqual([
    { version: 2, kind: 'correction', destinations: ['/out/Source A/busan.html'] },
  ])
  expect((await shown(2)).sent).toEqual(['/out/Source A/busan.html', '/out/wire/busan.xml'])
  await act('Editor', 'correction.told', { story, version: 2, destination: '/out/Source A/busan.html' })
  expect(
    (await act('Editor', 'correction.show', { story, version: 2 })).destinations.map(({ told }) => told?.by),
  ).toEqual(['Editor', 'Editor'])
  await act('Editor', 'correction.told', { story, version: 2, destination: 'busan.xml', undo: true })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong' })
  expect(await act('Editor', 'story.exportHistory', { story })).not.toHaveProperty('untold')
})

test('the text for readers stays under later versions until it names a source protected since', async () => {
  const desk = await opened()
  const { act, story } = desk
  await approve(desk, { ...RECORD, since: 1, publicText: 'An earlier version left out Mina Kang.' })
  await publish(desk, 'A test.')
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  const out = async (format: 'html' | 'text') => {
    const { bytes, losses } = await act('Editor', 'story.export', { story, format, draft: true })
    return [
      /An earlier version [^<"]*/.exec(new TextDecoder().decode(bytes))?.[0],
      losses.flatMap(({ what, example }) => (what.startsWith('corrections') ? [`${what}: ${example}`] : [])),
    ]
  }
  const [html, text] = [await out('html'), await out('text')]
  await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
  const line = 'Correction, 30 October 2026: An earlier version left out Mina Kang.'
  const leftOut = 'corrections of earlier versions that name a protected source: An earlier version left out Source A.'
  expect([html, text, await out('html'), await out('text')]).toEqual([
    ['An earlier version left out Mina Kang.', []],
    [undefined, [`corrections of earlier versions: ${line}`]],
    [undefined, [leftOut]],
    [undefined, [leftOut]],
  ])
})

test('a name protected since in the text for readers blocks every export, even if confirmed in the copy', async () => {
  const desk = await opened()
  const { act, story } = desk
  const sentence = 'They left separately, Mina Kang said.'
  await act('Reporter', 'copy.replace', { story, replace: 'They left separately.', with: sentence })
  await approve(desk, { ...RECORD, since: 1, publicText: sentence })
  await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
  for (const finding of (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks)
    if (finding.dismissable) await act('Editor', 'finding.dismiss', { story, rule: finding.rule, key: finding.key })
  for (const format of ['html', 'text', 'nitf'] as const)
    await expect(act('Editor', 'story.export', { story, format, draft: true })).rejects.toThrow(
      /^Source A’s name is .+ It must not leave the desk\./u,
    )
  expect(await act('Editor', 'story.previewExport', { story, format: 'html', draft: true })).toMatchObject({
    fileName: '',
    losses: [],
  })
  await approve(desk, { publicText: 'They left separately, an aide said.' })
  expect(
    new TextDecoder().decode((await act('Editor', 'story.export', { story, format: 'html', draft: true })).bytes),
  ).toContain('an aide said.</p>')
})

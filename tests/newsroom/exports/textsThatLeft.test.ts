import { describe, expect, test } from 'vitest'
import { numbered } from '../../../src/newsroom/exports/corrections/numbered'
import { ownGuid } from '../../../src/projection/published/ownGuid'
import { eventOf } from '../../../src/story/ledger/ledgerEntry'
import { destinationsOfKill } from '../../../src/story/ledger/leaving/kill'
import type { ExportRequest } from '../../../src/story/requests/requests'
import { ledgerFrom } from '../../builders/stories/storyFrom'
import { busanDesk, publishBusan, clearedBusan, type BusanDesk } from '../newsDesk'

const HEADLINE = 'Trump and Xi hold first talks in six years'

/** Changes the cleared story, which goes back to review, and clears it again. */
async function clearedAgain({ act, story }: BusanDesk, from: string, to: string): Promise<void> {
  await act('Reporter', 'copy.replace', { story, replace: from, with: to })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
}

interface Item {
  readonly uri: string
  readonly version: string
  readonly pubStatus: string
  readonly altIds?: readonly { readonly value: string }[]
  readonly by?: string
  readonly subjects?: readonly { readonly name?: string }[]
  readonly headlines?: readonly { readonly value: string }[]
}

async function ninjs({ act, story }: BusanDesk, more: Partial<ExportRequest> = {}): Promise<Item> {
  const { bytes } = await act('Editor', 'story.export', { story, format: 'ninjs', ...more })
  return JSON.parse(new TextDecoder().decode(bytes)) as Item
}
const numbersOf = ({ version, altIds = [] }: Item) => [version, ...altIds.map(({ value }) => value.split(':').at(-1))]
const guidOf = async ({ act, story }: BusanDesk) => (await act('Editor', 'story.show', { story })).guid

describe('a story that is cleared again after it left', () => {
  test('leaves under a new number, which its publication, its next version and its kill go on from', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    expect(numbersOf(await ninjs(desk))).toEqual(['1'])
    await clearedAgain(desk, 'about 100 minutes', 'about 90 minutes')
    expect(numbersOf(await ninjs(desk))).toEqual(['2', '1'])
    expect(numbersOf(await ninjs(desk))).toEqual(['2', '1'])
    await act('Editor', 'story.move', { story, to: 'published' })
    expect(numbersOf(await ninjs(desk))).toEqual(['2', '1'])
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
    await clearedAgain(desk, 'about 90 minutes', 'about 80 minutes')
    expect(numbersOf(await ninjs(desk))).toEqual(['3', '2'])
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    expect(numbersOf(await ninjs(desk))).toEqual(['4', '3'])
    expect((await act('Editor', 'story.exportName', { story, format: 'nitf' })).fileName).toBe('busan-v4-KILL.nitf.xml')
  })

  test('keeps its number when the former words are back', async () => {
    const desk = await clearedBusan()
    expect(numbersOf(await ninjs(desk))).toEqual(['1'])
    await clearedAgain(desk, 'about 100 minutes', 'about 90 minutes')
    await clearedAgain(desk, 'about 90 minutes', 'about 100 minutes')
    expect(numbersOf(await ninjs(desk))).toEqual(['1'])
  })

  test('a repeated export has the number that it had, and a notice names the number of each file', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    const first = await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/one.json' })
    await clearedAgain(desk, 'about 100 minutes', 'about 90 minutes')
    await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/two.json' })
    const again = await act('Editor', 'story.exportAgain', { story, entry: first.entry ?? 0 })
    expect([again.same, again.sha256]).toEqual([true, first.sha256])
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    const { kill, destinations } = await act('Editor', 'kill.show', { story })
    expect(kill).toMatchObject({ version: 2, text: 'All wrong.' })
    expect(
      destinations.map(({ destination, notice }) => [destination, /You have version \d+/.exec(notice ?? '')?.[0]]),
    ).toEqual([
      ['/out/one.json', 'You have version 1'],
      ['/out/two.json', 'You have version 2'],
    ])
  })
})

test('a repeated export has the number that its entry notes, also where texts were numbered otherwise', async () => {
  const desk = await clearedBusan()
  const { act, story, room } = desk
  await ninjs(desk)
  const open = await room.storyNow(story)
  const first = open.entries.at(-1)
  if (first?.kind !== 'exported' || !first.left) throw new Error('Nothing was exported.')
  const { entries, written } = open.note('Editor', { ...eventOf(first), left: { ...first.left, number: 4 } })
  await written
  const { bytes } = await act('Editor', 'story.exportAgain', { story, entry: entries[0]?.seq ?? 0 })
  expect(numbersOf(JSON.parse(new TextDecoder().decode(bytes)) as Item)).toEqual(['4'])
})

describe('a story that left and was never published', () => {
  test.each(['inReview', 'draft', 'spiked'] as const)('can be killed when it is %s', async (stage) => {
    const desk = await clearedBusan()
    const { act, story } = desk
    await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/wire.json' })
    await act('Reporter', 'story.setField', { story, field: 'keywords', value: 'later' })
    await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: 'Talks called off' })
    if (stage !== 'inReview') await act('Editor', 'story.move', { story, to: stage, reason: 'No.' })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    const item = await ninjs(desk)
    expect([item.pubStatus, item.uri, ...numbersOf(item)]).toEqual(['canceled', await guidOf(desk), '2', '1'])
    expect(item.headlines?.[0]?.value).toBe(HEADLINE)
    expect(JSON.stringify(item)).not.toContain('later')
    const { destinations } = await act('Editor', 'kill.show', { story })
    expect(destinations.map(({ destination, notice }) => [destination, notice?.split('\n')[0]])).toEqual([
      ['/out/wire.json', `KILL: ${HEADLINE}`],
    ])
  })

  test('is not deleted when it is spiked, until it is killed', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    await act('Editor', 'story.export', { story, format: 'markdown', destination: '/out/site/busan.md' })
    await act('Editor', 'story.move', { story, to: 'spiked' })
    await expect(act('Editor', 'story.delete', { story })).rejects.toMatchObject({
      message: `“${HEADLINE}” has left the desk. Only stories that no one outside has can be deleted. Kill it first.`,
    })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    const { destinations } = await act('Editor', 'kill.show', { story })
    expect(destinations[0]?.notice?.split('\n').slice(-2)).toEqual([
      'Do not use this story. Please remove it wherever it is published.',
      'Please also remove the picture files that came with it.',
    ])
    expect(await act('Editor', 'story.delete', { story })).toMatchObject({ headline: HEADLINE })
  })

  test('cannot be killed by someone who has no right to kill, also when it is spiked', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    await act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
    await ninjs(desk)
    await act('Editor', 'story.move', { story, to: 'spiked' })
    await expect(act('Checker', 'story.move', { story, to: 'killed', reason: 'No.' })).rejects.toMatchObject({
      reason: 'refused',
    })
  })

  test('cannot be killed while only a draft is outside', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    await ninjs(desk, { draft: true })
    await expect(act('Editor', 'story.move', { story, to: 'killed', reason: 'No.' })).rejects.toMatchObject({
      reason: 'refused',
    })
  })
})

test('a kill has the fields that readers had, not those of the open version', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  await publishBusan(desk)
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  await act('Reporter', 'story.setField', { story, field: 'byline', value: 'Somebody Else' })
  await act('Reporter', 'story.setField', { story, field: 'keywords', value: 'tariffs' })
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'called-off' })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
  const text = JSON.stringify(await ninjs(desk))
  expect(['Reporter', 'busan', 'Somebody Else', 'tariffs', 'called-off'].map((words) => text.includes(words))).toEqual([
    ...[true, true, false, false, false],
  ])
})

describe('a draft', () => {
  test('leaves under an id of its own, which replaces nothing that is live', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await publishBusan(desk)
    const guid = await guidOf(desk)
    expect((await ninjs(desk)).uri).toBe(guid)
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
    const first = await ninjs(desk, { draft: true })
    expect([first.pubStatus, first.uri === guid, first.altIds]).toEqual(['withheld', false, undefined])
    expect((await ninjs(desk, { draft: true })).uri).toBe(first.uri)
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
    const second = await ninjs(desk, { draft: true })
    expect([guid, first.uri].includes(second.uri)).toBe(false)
    for (const format of ['newsml-g2', 'nitf', 'html'] as const) {
      const { bytes } = await act('Editor', 'story.export', { story, format, draft: true })
      expect(new TextDecoder().decode(bytes)).not.toContain(guid)
    }
  })

  test('so does what an editor lets out although it is not cleared', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await publishBusan(desk)
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
    const item = await ninjs(desk, { override: 'Now.' })
    expect([item.pubStatus, item.uri === (await guidOf(desk))]).toEqual(['withheld', false])
  })
})

test('what left uncleared is withdrawn by a notice that names its id and number, and by no kill file', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  await publishBusan(desk)
  const guid = await guidOf(desk)
  await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/live.json' })
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
  const own = await ninjs(desk, { override: 'Now.', destination: '/out/own.json' })
  const left = (await act('Editor', 'story.history', { story })).at(-1)
  expect(left).toMatchObject({ kind: 'exported', left: { own: { id: own.uri, number: Number(own.version) } } })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
  await ninjs(desk, { destination: '/out/own.json' })
  const { destinations } = await act('Editor', 'kill.show', { story })
  const said = destinations.map(({ destination, told, notice = '' }) => [
    ...[destination, told?.by, notice.split('\n')[1], /You have version \d+/.exec(notice)?.[0]],
    notice.split('\n').find((line) => line.includes('not cleared')),
  ])
  expect(own.uri).not.toBe(guid)
  expect(said).toEqual([
    ['/out/live.json', undefined, guid, 'You have version 1', undefined],
    [
      ...['/out/own.json', undefined, guid, `You have version ${own.version}`],
      `A text that was not cleared went to you under an id of its own: ${own.uri}, version ${own.version}.`,
    ],
  ])
})

test('wire text that left uncleared shares its number with no text that is cleared next, nor with a kill', async () => {
  const desk = await clearedBusan()
  const { act, story } = desk
  const wire = async (more: Partial<ExportRequest> = {}): Promise<string | undefined> => {
    const { bytes } = await act('Editor', 'story.export', { story, format: 'text', slugHeader: true, ...more })
    return /v\d+/.exec(new TextDecoder().decode(bytes))?.[0]
  }
  expect(await wire()).toBe('v1')
  await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
  expect([await wire({ override: 'Now.' }), await wire({ override: 'Now.' })]).toEqual(['v2', 'v2'])
  await act('Reporter', 'copy.replace', { story, replace: 'about 90 minutes', with: 'about 80 minutes' })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
  expect([await wire(), numbersOf(await ninjs(desk))]).toEqual(['v3', ['3', '1']])
  await act('Reporter', 'copy.replace', { story, replace: 'about 80 minutes', with: 'about 70 minutes' })
  expect(await wire({ override: 'Now.' })).toBe('v4')
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
  expect([await wire(), await wire(), numbersOf(await ninjs(desk))]).toEqual(['v5', 'v5', ['5', '3']])
})

test('an export that failed is no version before another one, but its number is not used again', async () => {
  const desk = await clearedBusan()
  const { act, story } = desk
  const { entry = 0 } = await act('Editor', 'story.export', { story, format: 'ninjs' })
  await act('Editor', 'story.exportFailed', { story, entry, reason: 'The disk is full.' })
  await clearedAgain(desk, 'about 100 minutes', 'about 90 minutes')
  expect(numbersOf(await ninjs(desk))).toEqual(['2'])
})

test('a place that got live facts from somebody who did not know of the kill is not told of it', () => {
  const sent = {
    kind: 'exported',
    format: 'factSheet',
    edition: 'public',
    fileName: 'facts.html',
    sha256: 'a',
  } as const
  const more = { draft: false, blocks: 0, overrides: [], destination: '/out/facts.html' } as const
  const [begins, first, kill, again] = ledgerFrom([
    { kind: 'created' } as never,
    { ...sent, ...more },
    { kind: 'moved', from: 'published', to: 'killed', copyHash: 'h', reason: 'All wrong.' } as never,
    { ...sent, ...more },
  ])
  if (!begins || !first || !kill || !again) throw new Error('There are no entries.')
  const signed = { signer: 'key', prev: undefined }
  const one = { ...begins, ...signed, follows: [] }
  const two = { ...first, ...signed, follows: [one.hash] }
  const both = [kill, again].map((entry) => ({ ...entry, ...signed, follows: [two.hash] }))
  const toldIn = (entries: Parameters<typeof destinationsOfKill>[0]) =>
    destinationsOfKill(entries).map(({ destination, told }) => [destination, told !== undefined])
  expect(toldIn([one, two, ...both] as never)).toEqual([['/out/facts.html', false]])
})

test('a notice names no id and no number that another build made up', () => {
  const left = (own: unknown) => ({ text: 'text', own }) as { readonly text: string }
  const entries = ledgerFrom(
    [
      { id: 'urn:uuid:11111111-1111-4111-8111-111111111111', number: 1 },
      { id: ownGuid('guid', { version: 1, text: 'text' }), number: '7. Pay us' },
      { id: 'x', number: 'x' },
      null,
    ].map((own, at) => ({
      ...{ kind: 'exported' as const, format: 'ninjs', edition: 'wire', fileName: `${at}.json`, sha256: 'a' },
      ...{ draft: false, blocks: 0, overrides: [], left: left(own) },
    })),
  )
  const found = numbered({ guid: 'guid', entries, apart: [] }, destinationsOfKill(entries))
  expect(found.map(({ fileName, number, own }) => [fileName, number, own])).toEqual([
    ['0.json', undefined, undefined],
    ['1.json', undefined, [{ id: ownGuid('guid', { version: 1, text: 'text' }), number: 1 }]],
    ['2.json', undefined, undefined],
    ['3.json', undefined, undefined],
  ])
})

describe('a correction of a story that left under other numbers', () => {
  const NOTE = { was: 'about 90 minutes', is: 'about 80 minutes', cause: 'Misheard', since: 1 }

  /** Version 1 left as 1 and was published as 2. Version 2 is a correction, cleared without a note. */
  async function corrected(): Promise<BusanDesk> {
    const desk = await clearedBusan()
    const { act, story } = desk
    await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/one.json' })
    await clearedAgain(desk, 'about 100 minutes', 'about 90 minutes')
    await act('Editor', 'story.move', { story, to: 'published' })
    await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/two.json' })
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
    await clearedAgain(desk, 'about 90 minutes', 'about 80 minutes')
    return desk
  }

  async function approve({ act, story }: BusanDesk, publicText: string): Promise<void> {
    await act('Legal', 'correction.note', { story, ...NOTE, publicText })
    await act('Editor', 'correction.note', { story })
  }

  const noticesOf = async ({ act, story }: BusanDesk) =>
    (await act('Editor', 'correction.show', { story })).destinations.map(({ notice = '' }) => [
      /You have version \d+/.exec(notice)?.[0],
      /Since: version \d+/.exec(notice)?.[0],
      /Please use version \d+/.exec(notice)?.[0],
    ])
  const notices = (use: number) => [
    ['You have version 1', 'Since: version 1', `Please use version ${use}`],
    ['You have version 2', 'Since: version 1', `Please use version ${use}`],
  ]

  test('its notice names the number that its text has, or will have, before and after it is published', async () => {
    const desk = await corrected()
    const { act, story } = desk
    await approve(desk, 'The talks lasted about 80 minutes.')
    expect(await noticesOf(desk)).toEqual(notices(3))
    expect(numbersOf(await ninjs(desk))).toEqual(['3', '2'])
    expect(await noticesOf(desk)).toEqual(notices(3))
    await act('Editor', 'story.move', { story, to: 'published' })
    expect(await noticesOf(desk)).toEqual(notices(3))
    expect(numbersOf(await ninjs(desk))).toEqual(['3', '2'])
  })

  test('its notice never names a text with other words that left before', async () => {
    const desk = await corrected()
    await approve(desk, 'The talks lasted about 80 minutes.')
    expect(numbersOf(await ninjs(desk))).toEqual(['3', '2'])
    await clearedAgain(desk, 'left separately', 'left apart')
    expect(await noticesOf(desk)).toEqual([
      ...notices(4),
      ['You have version 3', 'Since: version 1', 'Please use version 4'],
    ])
  })

  test('its notice names the number of its next export if the note is approved after publication', async () => {
    const desk = await corrected()
    const { act, story } = desk
    await act('Editor', 'story.move', { story, to: 'published' })
    await approve(desk, 'The talks lasted about 80 minutes.')
    expect(await noticesOf(desk)).toEqual(notices(4))
    expect(numbersOf(await ninjs(desk))).toEqual(['4', '3'])
    expect(await noticesOf(desk)).toEqual(notices(4))
  })

  test('its notice keeps to what left once the next version is open', async () => {
    const desk = await corrected()
    const { act, story } = desk
    await act('Editor', 'story.move', { story, to: 'published' })
    await approve(desk, 'The talks lasted about 80 minutes.')
    await ninjs(desk)
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
    await clearedAgain(desk, 'about 80 minutes', 'about 70 minutes')
    await ninjs(desk)
    expect(await noticesOf(desk)).toEqual(notices(4))
  })

  test('is killed with the fields that readers had, whatever its open version has', async () => {
    const desk = await corrected()
    const { act, story } = desk
    await approve(desk, 'The talks lasted about 80 minutes.')
    await act('Editor', 'story.move', { story, to: 'published' })
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
    await act('Reporter', 'story.setField', { story, field: 'byline', value: 'Somebody Else' })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    expect((await ninjs(desk)).by).toBe('Reporter')
  })

  test('leaves under a new number when what readers are told is approved or changes', async () => {
    const desk = await corrected()
    const { act, story } = desk
    expect(numbersOf(await ninjs(desk))).toEqual(['3', '2'])
    const draft = await ninjs(desk, { draft: true })
    await act('Legal', 'correction.note', { story, ...NOTE, publicText: 'The talks lasted about 80 minutes.' })
    await act('Editor', 'correction.note', { story })
    expect((await ninjs(desk, { draft: true })).uri).not.toBe(draft.uri)
    expect(numbersOf(await ninjs(desk))).toEqual(['4', '3'])
    expect(numbersOf(await ninjs(desk))).toEqual(['4', '3'])
    await act('Editor', 'story.move', { story, to: 'published' })
    expect(numbersOf(await ninjs(desk))).toEqual(['4', '3'])
    await approve(desk, 'The talks took about 80 minutes.')
    expect(numbersOf(await ninjs(desk))).toEqual(['5', '4'])
    expect(await noticesOf(desk)).toEqual(notices(5))
  })
})

test('a NITF draft has a key of its own, and replaces no version', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  await publishBusan(desk)
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
  const read = async (draft: boolean, override?: string): Promise<string> => {
    const { bytes } = await act('Editor', 'story.export', {
      ...{ story, format: 'nitf', draft },
      ...(override === undefined ? {} : { override }),
    })
    return new TextDecoder().decode(bytes)
  }
  const keyOf = (file: string) => /<du-key[^>]* key="([^"]*)"/.exec(file)?.[1]
  const ownId = (file: string) => /uno="(urn:uuid:[^":]+):/.exec(file)?.[1]
  for (const file of [await read(true), await read(false, 'Now.')]) {
    expect(keyOf(file)).toBe(`busan ${ownId(file) ?? ''}`)
    expect(ownId(file)).not.toBe(await guidOf(desk))
    expect([file.includes('<correction'), file.includes('replaces version')]).toEqual([false, false])
  }
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
  const file = await read(false)
  expect([keyOf(file), file.includes('Version 2 replaces version 1.')]).toEqual(['busan', true])
})

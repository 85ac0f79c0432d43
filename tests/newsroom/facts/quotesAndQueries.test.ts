import { expect, it } from 'vitest'
import { localMinute } from '../../../src/story/text/format/localMinute'
import { busanDesk, newsDesk, standing } from '../newsDesk'

async function twoPlaces(second = 'The talks lasted 100 minutes. They began at 11:01.') {
  const desk = await newsDesk()
  const { id: story } = await desk.act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode(
      `Leaders meet for 100 minutes\n\nA deck\n\n${second}\n\nThey had lasted 90 minutes before.`,
    ),
  })
  const { id: source } = await desk.act('Reporter', 'source.add', { name: 'Pool', kind: 'pool' })
  const tag = async (text: string, nth = 1): Promise<string> =>
    (await desk.act('Reporter', 'fact.tag', { story, text, type: 'figure', nth })).id
  const seen = async (fact: string) => {
    const { facts } = await desk.act('Editor', 'story.show', { story })
    const found = facts.find(({ id }) => id === fact)
    return { fact, words: found?.words ?? '', sentence: found?.sentence ?? '' }
  }
  const rules = async (): Promise<readonly string[]> =>
    (await desk.act('Editor', 'story.gate', { story, door: 'clear' })).blocks.map(
      ({ rule, message }) => `${rule}: ${message}`,
    )
  return { ...desk, story, source, tag, seen, rules }
}

it('one verdict signs the same statement in the same context, with the same backup', async () => {
  const { act, story, source, tag, seen } = await twoPlaces('Leaders meet for 100 minutes')
  const [head, body] = [await tag('100 minutes'), await tag('100 minutes', 2)]
  await act('Editor', 'fact.sign', {
    story,
    fact: head,
    status: 'verified',
    evidence: { source, locator: '¶ 2', stance: 'supports' },
    echoes: [await seen(body)],
  })
  const { facts } = await act('Editor', 'story.show', { story })
  expect(facts.map(({ status, evidence }) => [status, evidence.map(({ locator }) => locator)])).toEqual([
    ['verified', ['¶ 2']],
    ['verified', ['¶ 2']],
  ])
})

it('what only the author brought stays so at the other place', async () => {
  const { act, story, source, tag, seen } = await twoPlaces('Leaders meet for 100 minutes')
  const [head, body] = [await tag('100 minutes'), await tag('100 minutes', 2)]
  const supports = (locator: string) => ({ source, locator, stance: 'supports' as const })
  await act('Reporter', 'fact.addEvidence', { story, fact: head, evidence: supports('¶ 1') })
  const echoes = [await seen(body)]
  await act('Editor', 'fact.sign', { story, fact: head, status: 'verified', evidence: supports('¶ 2'), echoes })
  const { facts } = await act('Editor', 'story.show', { story })
  const own = facts[1]?.evidence.find(({ locator }) => locator === '¶ 2')
  await act('Editor', 'fact.removeEvidence', { story, fact: body, evidence: own?.id ?? '' })
  await expect(act('Editor', 'fact.sign', { story, fact: body, status: 'verified' })).rejects.toThrow(
    'Only an author supplied or saw this, and no file was captured.',
  )
})

it('the same words in another sentence are refused as an echo, and nothing is signed', async () => {
  const desk = await twoPlaces()
  const { act, story, source, tag, seen } = desk
  const [head, body] = [await tag('100 minutes'), await tag('100 minutes', 2)]
  await expect(
    act('Editor', 'fact.sign', {
      story,
      fact: head,
      status: 'verified',
      evidence: { source, locator: '¶ 2', stance: 'supports' },
      echoes: [await seen(body)],
    }),
  ).rejects.toThrow('is in a different sentence there')
  expect(await standing(desk, story)).toEqual(['100 minutes: toCheck', '100 minutes: toCheck'])
})

it('a different statement is refused as an echo, and nothing is signed', async () => {
  const desk = await twoPlaces()
  const { act, story, source, tag, seen } = desk
  const [head, other] = [await tag('100 minutes'), await tag('90 minutes')]
  await expect(
    act('Editor', 'fact.sign', {
      story,
      fact: head,
      status: 'verified',
      evidence: { source, locator: '¶ 2', stance: 'supports' },
      echoes: [await seen(other)],
    }),
  ).rejects.toThrow('a different statement')
  expect(await standing(desk, story)).toEqual(['100 minutes: toCheck', '90 minutes: toCheck'])
})

it('two values for one statement block', async () => {
  const { act, story, tag, rules } = await twoPlaces()
  const [head, other] = [await tag('100 minutes'), await tag('90 minutes')]
  for (const fact of [head, other])
    await act('Reporter', 'fact.describe', { story, fact, statement: 'The talks lasted so long.' })
  expect(await rules()).toContain(
    'echo: “100 minutes” and “90 minutes” give different values for the same statement: The talks lasted so long.',
  )
})

it('a query goes out by number, and a pasted answer opens the fact again', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  const ask = async (text: string, reason: string): Promise<string> => {
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text, type: 'figure' })
    await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason, addressee: 'Reporter', due: '18:00' })
    return fact
  }
  const [first, second] = [await ask('about 100 minutes', 'From the pool?'), await ask('six years', 'Since Osaka?')]
  expect((await act('Editor', 'query.list', { story })).text).toBe(
    'Story: 2 questions. Please answer by number.\n1. “about 100 minutes”: From the pool? (by 18:00)\n2. “six ' +
      'years”: Since Osaka? (by 18:00)',
  )
  expect((await act('Reporter', 'desk.queue', {})).items).toMatchObject([
    { kind: 'asked', fact: second, note: 'Editor: Since Osaka? (by 18:00)' },
    { kind: 'asked', fact: first },
  ])
  expect(await act('Reporter', 'query.answers', { story, text: 'Hello\n2. Yes, June 2019\n', preview: true })).toEqual({
    answered: [{ number: 2, fact: second, words: 'six years', text: 'Yes, June 2019' }],
    unmatched: ['Hello'],
  })
  await act('Reporter', 'query.answers', { story, text: '2. Yes, June 2019' })
  const { facts } = await act('Editor', 'story.show', { story })
  expect(
    facts.map(({ id, status, answered, answer, query }) => ({
      id,
      status,
      answered,
      answer: answer?.text,
      question: query?.question,
    })),
  ).toEqual([
    { id: second, status: 'toCheck', answered: true, answer: 'Yes, June 2019', question: undefined },
    { id: first, status: 'queried', answered: false, answer: undefined, question: 'From the pool?' },
  ])
  expect((await act('Editor', 'query.list', { story })).text).toContain('1. “about 100 minutes”')
  expect((await act('Editor', 'desk.queue', {})).items).toMatchObject([
    { kind: 'answered', fact: second, note: 'Yes, June 2019' },
  ])
  await expect(act('Reporter', 'query.answers', { story, text: '2. again' })).rejects.toThrow(
    'No line begins with the number of an open query (1)',
  )
})

it('the message of the queries names no source that was protected after the question', async () => {
  const { act, story } = await busanDesk()
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'six years', type: 'figure' })
  await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Did Mina Kang see it?' })
  await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
  expect((await act('Editor', 'query.list', { story })).text).toBe(
    'Story: 1 question. Please answer by number.\n1. “six years”: Did Source A see it?',
  )
})

it('a reply to a query that was answered meanwhile is filed nowhere, and is listed', async () => {
  const { act, story } = await busanDesk()
  const ask = async (text: string, reason: string): Promise<string> => {
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text, type: 'figure' })
    await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason, addressee: 'Reporter' })
    return fact
  }
  const [first, second] = [await ask('about 100 minutes', 'From the pool?'), await ask('six years', 'Since Osaka?')]
  await act('Reporter', 'fact.answer', { story, fact: second, text: 'June 2019' })
  expect(await act('Reporter', 'query.answers', { story, text: '1. Yes\n2. No' })).toEqual({
    answered: [{ number: 1, fact: first, words: 'about 100 minutes', text: 'Yes' }],
    unmatched: ['2. No'],
  })
})

it('a derived figure is compared with its inputs, and lapses with them', async () => {
  const { act, story, source, tag, rules } = await twoPlaces()
  const body = await tag('100 minutes', 2)
  const start = await tag('11:01')
  const derivation = {
    expression: 'b - a',
    inputs: [
      { name: 'a', value: '', fact: start },
      { name: 'b', value: '12:41', from: 'Pool ¶ 2' },
    ],
  }
  expect(await act('Reporter', 'fact.derive', { story, fact: body, derivation })).toEqual({
    agrees: true,
    shown: '100',
  })
  await act('Editor', 'fact.sign', {
    story,
    fact: body,
    status: 'verified',
    evidence: { source, locator: '¶ 2', stance: 'supports' },
  })
  const status = async () =>
    (await act('Editor', 'story.show', { story })).facts.flatMap(({ id, status: now, reasons }) =>
      id === body ? [now, ...reasons] : [],
    )
  expect(await status()).toEqual(['verified'])
  await act('Reporter', 'copy.replace', { story, replace: '11:01', with: '11:11' })
  expect(await status()).toEqual(['reCheck', 'inputs'])
  expect(await rules()).toContain('derivedFigure: “100 minutes” differs from the calculation: b - a gives 90.')
  await act('Reporter', 'copy.replace', { story, replace: '11:11', with: '11:01' })
  expect(await status()).toEqual(['verified'])
})

it('a translation needs a second reader, and lapses when either side is edited', async () => {
  const { act, story, pool } = await busanDesk()
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '“a very tough negotiator,”', type: 'quote' })
  const blocks = async () =>
    (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
      .filter(({ rule }) => rule === 'translation')
      .map(({ message }) => message)
  const translation = { original: '매우 강인한 협상가', language: 'ko', translator: 'Reporter' }
  await act('Reporter', 'fact.translate', { story, fact, translation })
  expect(await blocks()).toEqual(['The translation “a very tough negotiator” needs a second reader.'])
  await act('Reporter', 'fact.translate', {
    story,
    fact,
    translation: { ...translation, secondReader: 'reporter' },
  }).catch(() => undefined)
  await act('Reporter', 'fact.translate', { story, fact, translation: { ...translation, secondReader: 'Reporter' } })
  expect(await blocks()).toEqual([
    'The translation “a very tough negotiator” needs a second reader other than the translator.',
  ])
  const inWords = { ...translation, translator: 'translated by Reporter', secondReader: 'Reporter' }
  await act('Reporter', 'fact.translate', { story, fact, translation: inWords })
  expect(await blocks()).toEqual([
    'The translation “a very tough negotiator” needs a second reader other than the translator.',
  ])
  const read = { ...translation, secondReader: 'Editor' }
  await expect(act('Reporter', 'fact.translate', { story, fact, translation: read })).rejects.toMatchObject({
    reason: 'refused',
    message:
      'Only Editor can say that Editor has compared it. Save it without a second reader, and ask Editor to open it.',
  })
  await act('Editor', 'fact.translate', { story, fact, translation: read })
  await act('Reporter', 'fact.translate', { story, fact, translation: read })
  expect(await blocks()).toEqual([])
  await act('Editor', 'fact.sign', {
    story,
    fact,
    status: 'verified',
    evidence: { source: pool, locator: '¶ 2', stance: 'supports' },
  })
  await expect(
    act('Reporter', 'fact.translate', { story, fact, translation: { ...read, original: '강인한 협상가' } }),
  ).rejects.toMatchObject({
    reason: 'refused',
    message: expect.stringContaining('Only Editor can say that Editor has compared it.') as string,
  })
  await act('Reporter', 'fact.translate', { story, fact, translation: { ...translation, original: '강인한 협상가' } })
  expect(
    (await act('Editor', 'story.show', { story })).facts.map(({ status, reasons }) => [status, ...reasons]),
  ).toEqual([['reCheck', 'translation']])
})

it('a translation is read again when the words of the copy change, by the second reader alone', async () => {
  const { act, room, story, pool } = await busanDesk()
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '“a very tough negotiator,”', type: 'quote' })
  const blocks = async () =>
    (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
      .filter(({ rule }) => rule === 'translation')
      .map(({ message }) => message)
  const translation = { original: '매우 강인한 협상가', language: 'ko', translator: 'Reporter', secondReader: 'Legal' }
  // As a Stet that refuses nothing notes it.
  await (await room.storyNow(story)).note('Reporter', { kind: 'translated', fact, translation }).written
  const unread = (words: string): string =>
    `The translation “${words}” must be read again by Legal, who has not read it with these words.`
  expect(await blocks()).toEqual([unread('a very tough negotiator')])
  await act('Legal', 'fact.translate', { story, fact, translation })
  expect(await blocks()).toEqual([])
  await act('Reporter', 'copy.replace', { story, replace: 'very tough', with: 'weak' })
  const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
  await act('Reporter', 'fact.translate', { story, fact, translation })
  expect(await blocks()).toEqual([unread('a weak negotiator')])
  await act('Legal', 'fact.translate', { story, fact, translation })
  expect(await blocks()).toEqual([])
})

it('sign again repeats what only warns, and nothing that lapsed: its source has to be looked at', async () => {
  const desk = await busanDesk()
  const { act, story, pool } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  await act('Editor', 'fact.sign', {
    story,
    fact,
    status: 'verified',
    evidence: { source: pool, locator: '¶ 2', stance: 'supports' },
  })
  const seen = async () => {
    const {
      facts: [shown],
    } = await act('Editor', 'story.show', { story })
    return { fact, seen: shown?.seen ?? '' }
  }
  await act('Reporter', 'copy.replace', { story, replace: 'separately', with: 'apart' })
  expect(await standing(desk, story)).toEqual(['100 minutes: verified'])
  expect(await act('Legal', 'fact.signAgain', { story, facts: [await seen()] })).toEqual({ signed: [], refused: [] })
  expect(await act('Editor', 'fact.signAgain', { story, facts: [await seen()] })).toEqual({
    signed: [fact],
    refused: [],
  })
  expect(await act('Editor', 'fact.signAgain', { story, facts: [await seen()] })).toEqual({ signed: [], refused: [] })
  await act('Reporter', 'source.edit', { source: pool, groundRules: 'background' })
  expect(await standing(desk, story)).toEqual(['100 minutes: reCheck (groundRules)'])
  expect(await act('Editor', 'fact.signAgain', { story, facts: [await seen()] })).toEqual({ signed: [], refused: [] })
})

it('a story that was sent back waits for author, byline and assignee, with the reason, until it moves', async () => {
  const { act, story, room } = await busanDesk()
  await act('Editor', 'roster.add', { name: 'Photographer' })
  await act('Editor', 'roster.add', { name: 'Rewrite' })
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'busan' })
  await act('Editor', 'story.setField', {
    story,
    field: 'byline',
    value: [{ name: 'Reporter' }, { name: 'Photographer' }],
  })
  await act('Reporter', 'story.setField', { story, field: 'assignee', value: 'Rewrite' })
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'draft', reason: 'Who says “very tough”?' })
  const item = {
    story,
    headline: 'Trump and Xi hold first talks in six years',
    kind: 'sentBack',
    stage: 'draft',
    version: 1,
    words: 'Who says “very tough”?',
    note: `Editor sent it back, ${localMinute('2026-10-30T09:00:00Z')}`,
  }
  const queues = async (): Promise<readonly unknown[]> =>
    Promise.all(
      ['Reporter', 'Photographer', 'Rewrite', 'Editor', 'Legal'].map(
        async (by) => (await act(by, 'desk.queue', {})).items,
      ),
    )
  expect(await queues()).toEqual([[item], [item], [item], [], []])
  expect((await act('Editor', 'story.show', { story })).sentBack).toEqual({
    by: 'Editor',
    at: '2026-10-30T09:00:00.000Z',
    reason: 'Who says “very tough”?',
  })
  // Also from the story file, read once, without opening the story.
  await room.settleAll()
  const { store } = room
  const again = await newsDesk(store)
  let read = 0
  const readEntry = store.readEntry.bind(store)
  store.readEntry = (id) => {
    read += 1
    return readEntry(id)
  }
  expect([
    (await again.act('Reporter', 'desk.queue', {})).items,
    (await again.act('Photographer', 'desk.queue', {})).items,
    again.room.isOpen(story),
    read,
  ]).toEqual([[item], [item], false, 1])
  await again.act('Reporter', 'story.move', { story, to: 'filed' })
  expect(await again.act('Reporter', 'desk.queue', {})).toEqual({ items: [], total: 0, kinds: {} })
})

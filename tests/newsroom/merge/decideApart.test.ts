/** What stands apart waits for an editor: taken over in the own name, or dropped. Nothing is given that others saw. */
import { describe, expect, test } from 'vitest'
import type { ApartEntry } from '../../../src/story/requests/exchange/apartRequests'
import { machine, trust, type Machine } from './machines'
import { bothTrust, handOver, merge, replace, shown, two, verify } from './twoMachines'

type Place = Awaited<ReturnType<typeof two>>

/** Kim’s laptop is lost. What somebody does on it then comes in. */
async function lost(work: (place: Place) => Promise<unknown>) {
  const place = await two()
  const { desk, train, story } = place
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await desk.act('Lee', 'device.end', { key: (await train.act('Kim', 'device.card', {})).code })
  await work(place)
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  return place
}

const list = async (on: Machine, story: string, all = false): Promise<readonly ApartEntry[]> =>
  (await on.act('Lee', 'story.apart', { story, all })).entries
const decide = (
  on: Machine,
  by: string,
  story: string,
  verdict: 'taken' | 'dropped',
  entries: readonly Pick<ApartEntry, 'hash' | 'seen'>[],
  reason?: string,
) =>
  on.act(by, 'story.decideApart', {
    story,
    verdict,
    entries: entries.map(({ hash, seen }) => ({ hash, ...(seen === undefined ? {} : { seen }) })),
    ...(reason === undefined ? {} : { reason }),
  })
const sign = (on: Machine, by: string, story: string, fact: string, status: string, reason = 'The pool says 90.') =>
  on.act(by, 'fact.sign', { story, fact, status, reason } as never)
const attach = async (on: Machine, story: string, fact: string) => {
  const { id: source } = await on.act('Kim', 'source.add', { name: 'Timetable', kind: 'pool' })
  const evidence = { source, locator: '¶ 9', stance: 'contradicts' } as const
  await on.act('Kim', 'fact.addEvidence', { story, fact, evidence })
}
const kindsSince = async (on: Machine, story: string, count: number) =>
  (await on.room.story(story)).entries.slice(count).map(({ kind, by }) => `${kind} ${by}`)
const figure = async (on: Machine, story: string) => (await shown(on, story)).facts

describe('an entry of a device that nobody trusts any more', () => {
  test('is listed with whose it is, what it says and why it stands apart', async () => {
    const { desk, story } = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    const [entry, ...others] = await list(desk, story)
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      by: 'Kim',
      did: 'signed Wrong',
      words: 'about 100 minutes',
      said: 'The pool says 90.',
      why: 'An editor stopped trusting the key of Kim on that computer.',
    })
    expect(entry?.device).toMatch(/./)
    expect(entry?.keep).toBeUndefined()
    expect((await desk.act('Lee', 'story.show', { story })).apart).toBe(1)
    expect(await figure(desk, story)).toEqual(['about 100 minutes: toCheck'])
  })

  test('is given again in the name of the editor who takes it over, and waits no more', async () => {
    const { desk, story, fact } = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    const entries = await list(desk, story)
    const { length } = (await desk.room.story(story)).entries
    expect(await decide(desk, 'Lee', story, 'taken', entries)).toEqual({ decided: [entries[0]?.hash], left: [] })
    expect(await kindsSince(desk, story, length)).toEqual(['signed Lee', 'apartDecided Lee'])
    const { current } = (await desk.room.story(story)).assessment(fact)
    expect(current).toMatchObject({ status: 'wrong', by: 'Lee' })
    expect(current?.reason).toMatch(/^Taken over from Kim, from .+: The pool says 90\.$/)
    expect(await list(desk, story)).toEqual([])
    expect((await desk.act('Lee', 'story.show', { story })).apart).toBeUndefined()
    expect((await list(desk, story, true)).map(({ decided }) => decided?.verdict)).toEqual(['taken'])
  })

  test('counts once, however often somebody takes it', async () => {
    const { desk, story } = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    const entries = await list(desk, story)
    await decide(desk, 'Lee', story, 'taken', entries)
    const { length } = (await desk.room.story(story)).entries
    await expect(decide(desk, 'Lee', story, 'taken', entries)).rejects.toThrow(
      'This entry was already taken over. Nothing was changed.',
    )
    await expect(decide(desk, 'Lee', story, 'dropped', entries)).rejects.toThrow('already taken over')
    expect(await kindsSince(desk, story, length)).toEqual([])
  })

  test('that gives trust nobody takes over: the verdict is for who looked', async () => {
    const { desk, story } = await lost(({ train, story, fact }) => verify(train, 'Kim', story, fact))
    const entries = await list(desk, story)
    const signed = entries.find(({ did }) => did === 'signed Verified')
    expect(signed?.keep).toBe(
      'If you have checked it, give this verdict yourself. No one can vouch for what someone else saw.',
    )
    const { length } = (await desk.room.story(story)).entries
    expect(await decide(desk, 'Lee', story, 'taken', signed ? [{ ...signed, seen: 'a'.repeat(64) }] : [])).toEqual({
      decided: [],
      left: [{ hash: signed?.hash, why: signed?.keep }],
    })
    expect(await kindsSince(desk, story, length)).toEqual([])
    expect(await figure(desk, story)).toEqual(['about 100 minutes: toCheck'])
    expect(await list(desk, story)).toEqual(entries)
  })

  test('that moves the story nobody takes over', async () => {
    const { desk, story } = await lost(({ train, story }) => train.act('Kim', 'story.move', { story, to: 'filed' }))
    const [entry] = await list(desk, story)
    expect(entry).toMatchObject({
      did: 'moved the story',
      keep: 'This cannot be taken over for someone else. If it is right, do it yourself.',
    })
    expect(await decide(desk, 'Lee', story, 'taken', entry ? [entry] : [])).toMatchObject({ decided: [] })
    expect((await shown(desk, story)).stage).toBe('draft')
  })

  test('is not taken over once the fact has other words', async () => {
    const { desk, story } = await lost(async ({ desk, train, story, fact }) => {
      await sign(train, 'Kim', story, fact, 'wrong')
      await desk.act('Ben', 'copy.replace', { story, replace: '100 minutes', with: '90 minutes' })
    })
    const [entry] = await list(desk, story)
    expect(entry?.keep).toBe('It was about different words (“about 100 minutes”). Now they read “about 90 minutes”.')
  })

  test('never replaces what stands against the words here', async () => {
    const { desk, story } = await lost(async ({ desk, train, story, fact }) => {
      await sign(train, 'Kim', story, fact, 'queried', 'Who says so?')
      await sign(desk, 'Ben', story, fact, 'wrong')
    })
    const [entry] = await list(desk, story)
    expect(entry?.keep).toBe(
      'Ben has already marked this fact Wrong. If this entry is right, replace that verdict yourself, with a reason.',
    )
    await decide(desk, 'Lee', story, 'taken', entry ? [{ ...entry, seen: 'a'.repeat(64) }] : [])
    expect(await figure(desk, story)).toEqual(['about 100 minutes: wrong'])
  })

  test('is refused when the fact reads otherwise than in the list', async () => {
    const { desk, story } = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    const entries = await list(desk, story)
    await desk.act('Ben', 'copy.replace', { story, replace: 'Busan', with: 'Pusan', nth: 1 })
    const { left } = await decide(desk, 'Lee', story, 'taken', [{ ...entries[0], seen: 'b'.repeat(64) } as ApartEntry])
    expect(left.map(({ why }) => why)).toEqual([
      'The fact has changed since you looked at the list. Nothing was changed. Look at the list again.',
    ])
  })
})

describe('an answer', () => {
  const QUESTION = 'Who says so?'
  test('takes away the query that its writer knew', async () => {
    const place = await two()
    const { desk, train, story, fact } = place
    await bothTrust(desk, train)
    await sign(desk, 'Ben', story, fact, 'queried', QUESTION)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await desk.act('Lee', 'device.end', { key: (await train.act('Kim', 'device.card', {})).code })
    await train.act('Kim', 'fact.answer', { story, fact, text: 'The mayor.' })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect(await figure(desk, story)).toEqual(['about 100 minutes: queried'])
    await decide(desk, 'Lee', story, 'taken', await list(desk, story))
    const { record, status } = (await desk.room.story(story)).assessment(fact)
    expect([status, record.answer?.by]).toEqual(['toCheck', 'Lee'])
    expect(record.answer?.text).toMatch(/^Taken over from Kim, from .+: The mayor\.$/)
  })

  test('to another query than the one that is open is not taken over', async () => {
    const place = await two()
    const { desk, train, story, fact } = place
    await bothTrust(desk, train)
    await sign(desk, 'Ben', story, fact, 'queried', QUESTION)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await desk.act('Lee', 'device.end', { key: (await train.act('Kim', 'device.card', {})).code })
    await train.act('Kim', 'fact.answer', { story, fact, text: 'The mayor.' })
    await sign(desk, 'Ben', story, fact, 'queried', 'And since when?')
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const entries = await list(desk, story)
    expect(entries.map(({ keep }) => keep)).toEqual([
      'It answers a query that is no longer the open one. If the answer is right, enter it yourself.',
    ])
    await decide(desk, 'Lee', story, 'taken', [{ ...entries[0], seen: 'c'.repeat(64) } as ApartEntry])
    expect(await figure(desk, story)).toEqual(['about 100 minutes: queried'])
  })
})

describe('evidence', () => {
  test('is attached again in the name of the editor, and gives no verdict', async () => {
    const { desk, story, fact } = await lost(({ train, story, fact }) => verify(train, 'Kim', story, fact))
    const [evidence] = (await list(desk, story)).filter(({ did }) => did === 'added evidence')
    expect(evidence).toMatchObject({ said: 'Pool Kim, ¶ 3' })
    expect(await decide(desk, 'Lee', story, 'taken', evidence ? [evidence] : [])).toMatchObject({ left: [] })
    const { record, status } = (await desk.room.story(story)).assessment(fact)
    expect(record.evidence.map(({ locator }) => locator)).toEqual(['¶ 3'])
    expect(Object.values(record.broughtBy ?? {})).toEqual([['Kim', 'Lee']])
    expect(status).toBe('toCheck')
  })

  test('carries no tick once the person who brought it there is an author', async () => {
    const { desk, story, fact } = await lost(({ train, story, fact }) => verify(train, 'Kim', story, fact))
    const evidence = (await list(desk, story)).filter(({ did }) => did === 'added evidence')
    expect(await decide(desk, 'Lee', story, 'taken', evidence)).toMatchObject({ left: [] })
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'verified' })
    expect(await figure(desk, story)).toEqual(['about 100 minutes: verified'])
    await desk.act('Lee', 'story.setField', { story, field: 'byline', value: 'Ben, Kim' })
    expect((await desk.room.story(story)).assessment(fact)).toMatchObject({
      status: 'toCheck',
      refused: { why: expect.stringContaining('author') as string },
    })
  })

  test('and the verdict against the words that rests on it are taken over together', async () => {
    const { desk, story, fact } = await lost(async ({ train, story, fact }) => {
      await attach(train, story, fact)
      await sign(train, 'Kim', story, fact, 'wrong')
    })
    expect(await decide(desk, 'Lee', story, 'taken', await list(desk, story))).toMatchObject({ left: [] })
    const { status, record } = (await desk.room.story(story)).assessment(fact)
    expect([status, record.evidence.length]).toEqual(['wrong', 1])
  })

  test('that nothing but an author’s word shows is not taken over', async () => {
    const { desk, story } = await lost(async ({ desk, train, story, fact }) => {
      await desk.act('Lee', 'story.setField', { story, field: 'author', value: 'Ben, Kim' } as never)
      await verify(train, 'Kim', story, fact)
    })
    const [evidence] = (await list(desk, story)).filter(({ did }) => did === 'added evidence')
    expect(evidence?.keep).toBe(
      'Kim is an author, and only the word of Kim supports this evidence. If you saw it yourself, attach it yourself.',
    )
  })
})

describe('evidence that somebody else brought first', () => {
  const echoed = (broughtBy: readonly string[]) =>
    lost(async ({ train, story, fact }) => {
      const { id: source } = await train.act('Kim', 'source.add', { name: 'Timetable', kind: 'pool' })
      const evidence = { id: 'e9', source, locator: '¶ 9', stance: 'supports' } as const
      await (await train.room.story(story)).note('Kim', { kind: 'evidenceAdded', fact, evidence, broughtBy }).written
    })

  test('is not taken over from an author by way of somebody else', async () => {
    const { desk, story } = await echoed(['Ben'])
    const [evidence] = (await list(desk, story)).filter(({ did }) => did === 'added evidence')
    expect(evidence?.keep).toBe(
      'Ben is an author, and only the word of Ben supports this evidence. If you saw it yourself, attach it yourself.',
    )
  })

  test('stays theirs when an editor takes it over', async () => {
    const { desk, story, fact } = await echoed(['Ann'])
    const [evidence] = (await list(desk, story)).filter(({ did }) => did === 'added evidence')
    expect(await decide(desk, 'Lee', story, 'taken', evidence ? [evidence] : [])).toMatchObject({ left: [] })
    const { record } = (await desk.room.story(story)).assessment(fact)
    expect(Object.values(record.broughtBy ?? {})).toEqual([['Kim', 'Ann', 'Lee']])
  })
})

describe('a key that nobody ever trusted', () => {
  const unknown = async (work: (place: Place) => Promise<unknown>) => {
    const place = await two()
    const { desk, train, story } = place
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await work(place)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    return place
  }

  test('is named as unknown, and bad news of it can be taken over', async () => {
    const { desk, story, fact } = await unknown(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'disputed'))
    const entries = await list(desk, story)
    expect(entries.map(({ by, device, why }) => [by, device, why])).toEqual([
      ['Kim', undefined, 'The key that signed as Kim is not trusted here.'],
    ])
    await decide(desk, 'Lee', story, 'taken', entries)
    expect((await desk.room.story(story)).assessment(fact).current?.reason).toBe(
      'Taken over from someone who signed as Kim with a key that is not trusted here: The pool says 90.',
    )
  })

  test('gives no evidence without a captured file', async () => {
    const { desk, story } = await unknown(({ train, story, fact }) => attach(train, story, fact))
    expect((await list(desk, story)).map(({ keep }) => keep)).toEqual([
      'It is not known here who wrote this, and no captured file supports it. If you saw the evidence yourself, attach it yourself.',
    ])
  })
})

describe('what an editor drops', () => {
  test('stays in the file, waits no more, and can still be taken over', async () => {
    const { desk, story } = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    const entries = await list(desk, story)
    await decide(desk, 'Lee', story, 'dropped', entries, 'The thief wrote it.')
    const open = await desk.room.story(story)
    expect(open.entries.at(-1)).toMatchObject({
      kind: 'apartDecided',
      verdict: 'dropped',
      of: ['Kim'],
      reason: 'The thief wrote it.',
    })
    expect(open.apart.map(({ hash }) => hash)).toContain(entries[0]?.hash)
    expect(await list(desk, story)).toEqual([])
    expect(await figure(desk, story)).toEqual(['about 100 minutes: toCheck'])
    await decide(desk, 'Lee', story, 'taken', await list(desk, story, true))
    expect(await figure(desk, story)).toEqual(['about 100 minutes: wrong'])
  })

  test('leaves the words of that merge to be undone', async () => {
    const { desk, story } = await lost(async ({ train, story, fact }) => {
      await sign(train, 'Kim', story, fact, 'wrong')
      await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    })
    await decide(desk, 'Lee', story, 'dropped', await list(desk, story))
    expect((await shown(desk, story)).text.join(' ')).toContain('Both left by car.')
    await desk.act('Lee', 'story.undoMerge', { story })
    expect((await shown(desk, story)).text.join(' ')).toContain('They left separately.')
    expect(await list(desk, story)).toEqual([])
  })

  test('is for an editor alone', async () => {
    const { desk, story } = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    const refusal =
      'Only an editor can take over or drop entries from other computers; Ben is a reporter on the roster.'
    expect((await desk.act('Ben', 'story.apart', { story })).refused).toBe(refusal)
    const entries = await list(desk, story)
    await expect(decide(desk, 'Ben', story, 'dropped', entries)).rejects.toThrow(refusal)
    await expect(decide(desk, 'Ben', story, 'taken', entries)).rejects.toThrow(refusal)
    expect(await list(desk, story)).toEqual(entries)
  })

  test('takes no entry away that counts', async () => {
    const { desk, story, fact } = await lost(() => Promise.resolve())
    await sign(desk, 'Ben', story, fact, 'wrong')
    const hash = (await desk.room.story(story)).entries.at(-1)?.hash ?? ''
    await expect(decide(desk, 'Lee', story, 'dropped', [{ hash }])).rejects.toThrow(
      'This entry is no longer waiting for an editor',
    )
    expect(await figure(desk, story)).toEqual(['about 100 minutes: wrong'])
  })
})

describe('two machines', () => {
  test('read alike what an editor took over, also the one that trusts the key', async () => {
    const { desk, train, story } = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    await decide(desk, 'Lee', story, 'taken', await list(desk, story))
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    expect(await figure(train, story)).toEqual(await figure(desk, story))
    expect(await train.act('Kim', 'story.apart', { story })).toEqual({ entries: [] })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect(await list(desk, story)).toEqual([])
    expect(await figure(train, story)).toEqual(await figure(desk, story))
  })

  test.each([
    ['taken', 'dropped'],
    ['dropped', 'taken'],
  ] as const)('of which one has it %s and one %s agree that it is taken', async (ours, theirs) => {
    const place = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
    const { desk, story } = place
    const other = await machine(3, [['Mara', 'editor']])
    await trust('Lee', desk, 'Mara', other, 'editor')
    await trust('Mara', other, 'Lee', desk, 'editor')
    await merge(other, 'Mara', await handOver(desk, 'Lee', story))
    await decide(desk, 'Lee', story, ours, await list(desk, story))
    const { entries } = await other.act('Mara', 'story.apart', { story })
    await decide(other, 'Mara', story, theirs, entries)
    await merge(other, 'Mara', await handOver(desk, 'Lee', story))
    await merge(desk, 'Lee', await handOver(other, 'Mara', story))
    for (const [on, by] of [
      [desk, 'Lee'],
      [other, 'Mara'],
    ] as const) {
      const { entries: all } = await on.act(by, 'story.apart', { story, all: true })
      expect(all.map(({ decided }) => decided?.verdict)).toEqual(['taken'])
      const { facts } = await on.act(by, 'story.show', { story })
      expect(facts.map(({ status }) => status)).toEqual(['wrong'])
    }
  })
})

test('of two verdicts on one fact only the first is taken over', async () => {
  const { desk, story } = await lost(async ({ train, story, fact }) => {
    await sign(train, 'Kim', story, fact, 'disputed')
    await sign(train, 'Kim', story, fact, 'wrong')
  })
  const entries = await list(desk, story)
  expect(await decide(desk, 'Lee', story, 'taken', entries)).toEqual({
    decided: [entries[0]?.hash],
    left: [
      {
        hash: entries[1]?.hash,
        why: 'Lee has already marked this fact Disputed. If this entry is right, replace that verdict yourself, with a reason.',
      },
    ],
  })
})

test('decisions of somebody elsewhere who is no editor here decide nothing', async () => {
  const place = await lost(({ train, story, fact }) => sign(train, 'Kim', story, fact, 'wrong'))
  const { desk, story } = place
  const other = await machine(3, [['Mara', 'editor']])
  await trust('Lee', desk, 'Mara', other, 'reporter')
  await merge(other, 'Mara', await handOver(desk, 'Lee', story))
  const { entries } = await other.act('Mara', 'story.apart', { story })
  await decide(other, 'Mara', story, 'dropped', entries)
  await merge(desk, 'Lee', await handOver(other, 'Mara', story))
  expect((await list(desk, story)).map(({ did }) => did)).toEqual(['signed Wrong'])
})

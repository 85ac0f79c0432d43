/** What a duplicate takes along: no tick, but what was said against the words. */
import { describe, expect, it } from 'vitest'
import { factViewLines } from '../../../src/cli/facts/factViewLines'
import { projectFactSheet } from '../../../src/projection/factSheet/factSheet'
import { entryWords } from '../../../src/story/history/entryWords'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { newsDesk, NOW, standing, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string; readonly pool: string }

const text = (body: string): Uint8Array =>
  new TextEncoder().encode(`Council meets in town\n\nA day at the town hall\n\n${body}`)

/** A story of Reporter that only its facts and comments keep from being cleared. */
async function desk(body = 'The road cost 100 won, said Kim Min-jun.'): Promise<Desk> {
  const news = await newsDesk()
  const { act } = news
  await act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  await act('Editor', 'roster.add', { name: 'Chief', role: 'editor' })
  const { id: story } = await act('Reporter', 'story.import', { name: 'a.txt', bytes: text(body) })
  const { id: pool } = await act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'council' })
  return { ...news, story, pool }
}
const tag = async ({ act, story }: Desk, words: string, type: 'figure' | 'name' = 'figure') =>
  (await act('Reporter', 'fact.tag', { story, text: words, type })).id
const against = ({ act, story }: Desk, fact: string, status: 'wrong' | 'disputed' = 'wrong') =>
  act('Checker', 'fact.sign', { story, fact, status, reason: 'It was 200.' })
const duplicate = async (on: Desk): Promise<Desk> => ({
  ...on,
  story: (await on.act('Reporter', 'story.duplicate', { story: on.story })).id,
})
const factsOf = async ({ act, story }: Desk) => (await act('Editor', 'story.show', { story })).facts
const factOf = async (on: Desk): Promise<string> => (await factsOf(on))[0]?.id ?? ''
/** What the facts and comments block. */
const blocks = async ({ act, story }: Desk): Promise<readonly string[]> =>
  (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
    .map(({ rule, message }) => `${rule}: ${message}`)
    .filter((line) => /^(fact|context|mustFix)/.test(line))

describe('a verdict against words', () => {
  it('stands in a duplicate with its giver and reason, and blocks there', async () => {
    const on = await desk()
    const name = await tag(on, 'Kim Min-jun', 'name')
    await against(on, name)
    const copy = await duplicate(on)
    expect([await standing(copy, copy.story), (await factsOf(copy))[0]?.signed, await blocks(copy)]).toEqual([
      ['Kim Min-jun: wrong'],
      {
        ...{ by: 'Checker', at: NOW, status: 'wrong', words: 'Kim Min-jun' },
        ...{ reason: 'It was 200.', fromOriginal: true },
      },
      await blocks(on),
    ])
    expect(await blocks(on)).toHaveLength(1)
  })

  it('is told as one from the original before another verdict is given, and on the fact sheet of the desk', async () => {
    const on = await desk()
    await against(on, await tag(on, '100 won'))
    const copy = await duplicate(on)
    const [fact] = await factsOf(copy)
    const story = await on.room.storyNow(copy.story)
    const sheetOf = (edition: 'internal' | 'public') =>
      projectFactSheet({
        ...{ story: story.value(), assessments: story.assessments(), edition },
        sources: on.room.desk().sources,
      }).facts.map(({ signOff }) => [signOff?.beforeViews, signOff?.fromOriginal])
    expect([
      fact && factViewLines(fact).filter((line) => line.includes('duplicate')),
      sheetOf('internal'),
      sheetOf('public'),
    ]).toEqual([
      ['  Said in the story that this one is a duplicate of, by: Checker'],
      [[false, true]],
      [[false, false]],
    ])
  })

  it('stands in the duplicate of a duplicate', async () => {
    const on = await desk()
    await against(on, await tag(on, 'Kim Min-jun', 'name'), 'disputed')
    const copy = await duplicate(await duplicate(on))
    expect(await standing(copy, copy.story)).toEqual(['Kim Min-jun: disputed'])
  })

  it('is replaced and taken back in the duplicate by its giver or an editor alone', async () => {
    const on = await desk()
    await against(on, await tag(on, '100 won'))
    const [first, second] = [await duplicate(on), await duplicate(on)]
    const verify = async (by: string, copy: Desk, reason?: string) =>
      copy.act(by, 'fact.sign', {
        ...{ story: copy.story, fact: await factOf(copy), status: 'verified' },
        evidence: { source: on.pool, locator: 'p. 1', stance: 'supports' },
        ...(reason === undefined ? {} : { reason }),
      })
    await on.act('Editor', 'roster.add', { name: 'Other', role: 'checker' })
    await expect(verify('Other', first)).rejects.toThrow('Checker')
    await expect(
      on.act('Reporter', 'fact.withdraw', { story: first.story, fact: await factOf(first), reason: 'No.' }),
    ).rejects.toThrow('Checker')
    await verify('Editor', first, 'The record says 100.')
    await on.act('Checker', 'fact.withdraw', { story: second.story, fact: await factOf(second), reason: 'My error.' })
    expect([await standing(first, first.story), await standing(second, second.story)]).toEqual([
      ['100 won: verified'],
      ['100 won: toCheck'],
    ])
  })

  it('stands again when its words were changed before and are changed back after', async () => {
    const on = await desk()
    await against(on, await tag(on, 'Kim Min-jun', 'name'))
    await on.act('Reporter', 'copy.replace', { story: on.story, replace: 'Kim Min-jun', with: 'Kim Min-jin' })
    const copy = await duplicate(on)
    const before = await standing(copy, copy.story)
    await on.act('Reporter', 'copy.replace', { story: copy.story, replace: 'Kim Min-jin', with: 'Kim Min-jun' })
    const after = await factsOf(copy)
    expect([before, after.map(({ status, reasons, signed }) => [status, reasons, signed?.status])]).toEqual([
      ['Kim Min-jin: reCheck (words)'],
      [['reCheck', ['context'], 'wrong']],
    ])
    expect(await blocks(copy)).toHaveLength(1)
  })

  it('comes along under a query about other words, which a duplicate leaves behind', async () => {
    const on = await desk()
    const { act, story } = on
    const fact = await tag(on, 'Kim Min-jun', 'name')
    await against(on, fact)
    await act('Reporter', 'copy.replace', { story, replace: 'Kim Min-jun', with: 'Kim Min-jin' })
    await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Sure?' })
    const asked = await duplicate(on)
    await act('Reporter', 'fact.answer', { story, fact, text: 'Yes.' })
    const answered = await duplicate(on)
    const told = ['Kim Min-jin: reCheck (words)']
    expect([await standing(asked, asked.story), await standing(answered, answered.story)]).toEqual([told, told])
  })

  it('stays behind when somebody gave the corrected words a tick', async () => {
    const on = await desk()
    const { act, story } = on
    const fact = await tag(on, '100 won')
    await against(on, fact)
    await act('Reporter', 'copy.replace', { story, replace: '100 won', with: '200 won' })
    const evidence = { source: on.pool, locator: 'p. 1', stance: 'supports' } as const
    await act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
    const copy = await duplicate(on)
    expect(await standing(copy, copy.story)).toEqual(['200 won: toCheck'])
  })

  it('blocks in the duplicate although its tag was removed before', async () => {
    const on = await desk()
    const fact = await tag(on, 'Kim Min-jun', 'name')
    await against(on, fact)
    await on.act('Checker', 'fact.untag', { story: on.story, fact, reason: 'No fact.' })
    const copy = await duplicate(on)
    expect(await standing(copy, copy.story)).toEqual(['Kim Min-jun: lost'])
    expect(await blocks(copy)).toHaveLength(1)
  })

  it('is told in the history, once, by who made the duplicate', async () => {
    const on = await desk()
    await against(on, await tag(on, '100 won'))
    const copy = await duplicate(on)
    const { entries } = await on.room.storyNow(copy.story)
    const created = entries.slice(0, 1).map((entry) => entryWords(entry, new Map(), (id) => id))
    expect([entries.map(({ kind, by }) => `${by}: ${kind}`), created]).toEqual([
      ['Reporter: created', 'Reporter: tagged'],
      [{ did: 'duplicated it from another story', notes: ['“100 won”: Wrong, by Checker'] }],
    ])
  })

  it('with words that are gone brings no protected name into the duplicate', async () => {
    const on = await desk('The road cost 100 won, said Zebedee Okonkwo.')
    await against(on, await tag(on, 'Zebedee Okonkwo', 'name'))
    await on.act('Reporter', 'copy.replace', { story: on.story, replace: 'Zebedee Okonkwo', with: 'an aide' })
    await on.act('Editor', 'source.add', { name: 'Zebedee Okonkwo', kind: 'person', protected: true })
    const copy = await duplicate(on)
    const { entries } = await on.room.storyNow(copy.story)
    expect(await standing(copy, copy.story)).toEqual(['an aide: reCheck (words)'])
    expect(JSON.stringify(entries)).not.toContain('Okonkwo')
  })
})

it('gives no trust, whatever the entry of a duplicate says', () => {
  const verdict = { by: 'Checker', at: NOW, words: '100 won', sentence: '', preceding: '', sentenceRule: 2 }
  const said = { f1: { ...verdict, status: 'verified' }, f2: { ...verdict, status: 'wrong' }, f3: null }
  const created = { kind: 'created', origin: 'duplicate', against: said, by: 'Reporter', at: NOW, seq: 1, hash: 'a' }
  const { facts } = foldLedger([created as unknown as LedgerEntry])
  expect([...facts].map(([id, { current }]) => [id, current?.status])).toEqual([['f2', 'wrong']])
})

it('leaves ticks behind', async () => {
  const on = await desk()
  const fact = await tag(on, '100 won')
  const evidence = { source: on.pool, locator: 'p. 1', stance: 'supports' } as const
  await on.act('Checker', 'fact.sign', { story: on.story, fact, status: 'verified', evidence })
  const copy = await duplicate(on)
  expect([await standing(on, on.story), await standing(copy, copy.story)]).toEqual([
    ['100 won: verified'],
    ['100 won: toCheck'],
  ])
})

describe('a comment that must be fixed', () => {
  it('comes along on its words, with its writer, answers and who asked for it, until somebody else resolves it', async () => {
    const on = await desk()
    const { act, story } = on
    const { id } = await act('Reporter', 'comment.add', { story, text: 'Too high?', on: '100 won' })
    await act('Checker', 'comment.change', { story, comment: id, mustFix: true })
    await act('Checker', 'comment.reply', { story, comment: id, text: 'Yes.' })
    await act('Checker', 'comment.add', { story, text: 'Who says so?', mustFix: true })
    await act('Editor', 'comment.add', { story, text: 'Nice', on: 'Council' })
    const done = await act('Editor', 'comment.add', { story, text: 'Mend it', on: 'Council', mustFix: true })
    await act('Editor', 'comment.change', { story, comment: done.id, resolved: true })
    const copy = await duplicate(on)
    const { comments } = await act('Editor', 'story.show', { story: copy.story })
    const from = `Stet: Said in the story “council”, of which this one is a duplicate.`
    const shown = comments.map((one) => [
      `${one.by}: ${one.text}`,
      ...[one.place, one.standing, one.mustFixBy],
      one.replies.map(({ by, text: said }) => `${by}: ${said}`),
    ])
    expect(shown).toEqual([
      ['Reporter: Too high?', 'text', '100 won', 'Checker', ['Checker: Yes.', from]],
      ['Checker: Who says so?', 'story', undefined, undefined, [from]],
    ])
    expect(await blocks(copy)).toHaveLength(2)
    const resolve = (by: string) =>
      act(by, 'comment.change', { story: copy.story, comment: comments[0]?.id ?? '', resolved: true })
    await expect(resolve('Reporter')).rejects.toThrow('Checker')
    await resolve('Editor')
    expect(await blocks(copy)).toHaveLength(1)
  })

  it('blocks in the duplicate although its words are gone', async () => {
    const on = await desk()
    await on.act('Checker', 'comment.add', { story: on.story, text: 'Who?', on: 'Kim Min-jun', mustFix: true })
    await on.act('Reporter', 'copy.replace', { story: on.story, replace: ', said Kim Min-jun', with: '' })
    expect(await blocks(await duplicate(on))).toHaveLength(1)
  })
})

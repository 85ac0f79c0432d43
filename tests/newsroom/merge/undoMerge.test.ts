/** A merge is undone as one act: its words go, the trust that came with it goes, and what came against words stays. */
import { describe, expect, test } from 'vitest'
import { readTray } from '../../../src/document/rescueWords'
import type { FactType } from '../../../src/story/ledger/facts/fact'
import type { Machine } from './machines'
import { bothTrust, handOver, merge, preview, replace, shown, two, verify } from './twoMachines'

/** Kim has the story; what he does to it comes back to the desk. */
async function back(work: (train: Machine, story: string, fact: string) => Promise<unknown>) {
  const place = await two()
  const { desk, train, story, fact } = place
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await work(train, story, fact)
  const before = await shown(desk, story)
  const bytes = await handOver(train, 'Kim', story)
  expect(await merge(desk, 'Lee', bytes)).toMatchObject({ outcome: 'merged', undoable: true })
  return { ...place, before, bytes }
}

const undo = (on: Machine, by: string, story: string) => on.act(by, 'story.undoMerge', { story })
const trayOf = async (on: Machine, story: string): Promise<readonly string[]> =>
  readTray((await on.room.story(story)).doc).map(({ text }) => text)

describe('a merge that is undone', () => {
  test('takes its words to the tray and the trust that came with it', async () => {
    const { desk, story, before } = await back(async (train, story, fact) => {
      await verify(train, 'Kim', story, fact)
      await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    })
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
    expect(await undo(desk, 'Lee', story)).toEqual({
      from: 'Kim',
      tray: 1,
      keptFields: [],
      facts: { toCheck: 1 },
    })
    expect(await shown(desk, story)).toEqual(before)
    expect(await trayOf(desk, story)).toEqual(['Both … by car'])
    const { entries, ledger } = await desk.room.story(story)
    expect(entries.findLast(({ kind }) => kind === 'mergeUndone')?.by).toBe('Lee')
    expect(entries.filter(({ kind }) => kind === 'signed')).toHaveLength(1)
    expect(ledger.lossesFound.size).toBe(0)
  })

  test('takes what lifted blocks beside verdicts: a second reading, a response, a working, what had to be fixed', async () => {
    const place = await two()
    const { desk, train, story } = place
    await bothTrust(desk, train)
    const tag = async (text: string, type: FactType): Promise<string> =>
      (await desk.act('Ben', 'fact.tag', { story, text, type })).id
    const quote = await tag('a very tough negotiator', 'quote')
    const figure = await tag('six years', 'figure')
    const claim = await tag('They left separately', 'allegation')
    const translation = { original: 'un duro negociador', language: 'es', translator: 'Maria' }
    const working = (value: string) => ({ expression: 'a', inputs: [{ name: 'a', value }] })
    await desk.act('Ben', 'fact.translate', { story, fact: quote, translation })
    await desk.act('Ben', 'fact.derive', { story, fact: figure, derivation: working('7') })
    const said = { story, text: 'Call them.', mustFix: true }
    const { id: resolved } = await desk.act('Lee', 'comment.add', said)
    const { id: taken } = await desk.act('Lee', 'comment.add', said)
    const held = async (on: Machine) => {
      const { blocks } = await on.act('Lee', 'story.gate', { story, door: 'clear' })
      const asked = ['derivedFigure', 'translation', 'responseSought', 'mustFix']
      return blocks.map(({ rule }) => rule).filter((rule) => asked.includes(rule))
    }
    const before = ['derivedFigure', 'translation', 'responseSought', 'mustFix', 'mustFix']
    expect(await held(desk)).toEqual(before)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const read = { ...translation, secondReader: 'Kim' }
    await train.act('Kim', 'fact.translate', { story, fact: quote, translation: read })
    await train.act('Kim', 'fact.derive', { story, fact: figure, derivation: working('6') })
    const response = { who: 'Xi', how: 'By phone', when: '30 Oct', reply: 'No.' }
    await train.act('Kim', 'fact.response', { story, fact: claim, ...response })
    await train.act('Kim', 'comment.change', { story, comment: resolved, resolved: true })
    await train.act('Kim', 'comment.change', { story, comment: taken, mustFix: false })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect(await held(desk)).toEqual([])
    await undo(desk, 'Lee', story)
    expect(await held(desk)).toEqual(before)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    expect(await held(train)).toEqual(before)
    // Somebody here says it again.
    await desk.act('Lee', 'fact.translate', { story, fact: quote, translation: { ...read, secondReader: 'Lee' } })
    await desk.act('Lee', 'fact.derive', { story, fact: figure, derivation: working('6') })
    await desk.act('Lee', 'fact.response', { story, fact: claim, ...response })
    expect(await held(desk)).toEqual(['mustFix', 'mustFix'])
  })

  test('leaves a tag that it brought, whose translation and response are noted here', async () => {
    let [quote, claim] = ['', '']
    const { desk, story } = await back(async (train, id) => {
      const tag = async (text: string, type: FactType): Promise<string> =>
        (await train.act('Kim', 'fact.tag', { story: id, text, type })).id
      quote = await tag('a very tough negotiator', 'quote')
      claim = await tag('They left separately', 'allegation')
    })
    await undo(desk, 'Lee', story)
    const translation = { original: 'un duro negociador', language: 'es', translator: 'Maria', secondReader: 'Lee' }
    await desk.act('Lee', 'fact.translate', { story, fact: quote, translation })
    const response = { who: 'Xi', how: 'By phone', when: '30 Oct', reply: 'No.' }
    await desk.act('Lee', 'fact.response', { story, fact: claim, ...response })
    const held = async () =>
      (await desk.act('Lee', 'story.gate', { story, door: 'clear' })).blocks
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'translation' || rule === 'responseSought')
    expect(await held()).toEqual([])
    await replace(desk, 'Lee', story, 'left separately', 'stole the silver')
    await replace(desk, 'Lee', story, 'very tough', 'quite corrupt')
    expect((await held()).sort()).toEqual(['responseSought', 'translation'])
  })

  test('brings a comment back that had to be fixed and that its writer deleted elsewhere, on both machines', async () => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const { id: comment } = await train.act('Kim', 'comment.add', { story, text: 'Libel.', mustFix: true })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const held = async (on: Machine) =>
      (await on.act('Lee', 'story.gate', { story, door: 'clear' })).blocks
        .filter(({ rule }) => rule === 'mustFix')
        .map(({ message }) => message)
    const toDesk = async () => merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await train.act('Kim', 'comment.delete', { story, comment })
    await toDesk()
    expect(await held(desk)).toEqual([])
    await undo(desk, 'Lee', story)
    const open = ['Kim says this must be fixed: “Libel.”.']
    expect(await held(desk)).toEqual(open)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    expect(await held(train)).toEqual(open)
    await toDesk()
    expect(await held(desk)).toEqual(open)
    // Its writer deletes it again.
    await train.act('Kim', 'comment.delete', { story, comment })
    await toDesk()
    expect([await held(desk), await held(train)]).toEqual([[], []])
  })

  test('stays undone when the story is read from the disk', async () => {
    const { desk, story } = await back((train, story, fact) => verify(train, 'Kim', story, fact))
    await undo(desk, 'Lee', story)
    const { ledger } = await desk.store.loadStory(story)
    expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, at) => at + 1))
    expect(ledger.at(-1)?.kind === 'mergeUndone' || ledger.some(({ kind }) => kind === 'mergeUndone')).toBe(true)
  })

  test('leaves the verdict against the words: nobody undoes bad news', async () => {
    const { desk, story, fact } = await two()
    const other = await back((train, story, fact) =>
      train.act('Kim', 'fact.sign', { story, fact, status: 'wrong', reason: 'The pool says 90.' } as never),
    )
    expect([story, fact]).toEqual([other.story, other.fact])
    await desk.room.close()
    await undo(other.desk, 'Lee', other.story)
    expect((await shown(other.desk, other.story)).facts).toEqual(['about 100 minutes: wrong'])
  })

  test.each(['queried', 'disputed', 'unverifiable'] as const)('leaves “%s”', async (status) => {
    const { desk, story } = await back((train, story, fact) =>
      train.act('Kim', 'fact.sign', { story, fact, status, reason: 'r', question: 'Who says so?' } as never),
    )
    await undo(desk, 'Lee', story)
    expect((await shown(desk, story)).facts).toEqual([`about 100 minutes: ${status}`])
  })

  test('leaves the tick that stood here before', async () => {
    const place = await two()
    const { desk, train, story, fact } = place
    await bothTrust(desk, train)
    await verify(desk, 'Lee', story, fact)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await verify(train, 'Kim', story, fact)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await undo(desk, 'Lee', story)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
    const [fact1] = (await desk.room.story(story)).assessments()
    expect(fact1?.current?.by).toBe('Lee')
  })

  test('brings back a verdict against the words that was replaced there', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'wrong', reason: 'The pool says 90.' } as never)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await verify(train, 'Kim', story, fact).catch(() => undefined)
    await train.act('Kim', 'fact.sign', { story, fact, status: 'verified', reason: 'The pool says 100.' } as never)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
    await undo(desk, 'Lee', story)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: wrong'])
  })

  test('does not tick the old words again where other words were checked there', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await verify(desk, 'Lee', story, fact)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await replace(train, 'Kim', story, 'about 100 minutes', 'about 90 minutes')
    await train.act('Kim', 'fact.sign', { story, fact, status: 'wrong', reason: 'No.' } as never)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await undo(desk, 'Lee', story)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: reCheck (words)'])
  })

  test('leaves a story that was spiked there, and takes a clearing', async () => {
    const { desk, story } = await back(async (train, story) => {
      await train.act('Kim', 'story.move', { story, to: 'filed' })
      await train.act('Kim', 'story.move', { story, to: 'spiked', reason: 'No.' })
    })
    await undo(desk, 'Lee', story)
    expect((await shown(desk, story)).stage).toBe('spiked')
    const other = await back((train, story) => train.act('Kim', 'story.move', { story, to: 'filed' }))
    await undo(other.desk, 'Lee', other.story)
    expect((await shown(other.desk, other.story)).stage).toBe('draft')
  })

  test('comes in again when the same bundle is opened again, also beside new words', async () => {
    const { desk, story, bytes } = await back(async (train, story, fact) => {
      await verify(train, 'Kim', story, fact)
      await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    })
    const merged = await shown(desk, story)
    await undo(desk, 'Lee', story)
    await replace(desk, 'Lee', story, 'first talks', 'long talks')
    const told = await preview(desk, 'Lee', bytes)
    expect(told).toMatchObject({ outcome: 'merged', again: true, entries: 0 })
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
    expect(await merge(desk, 'Lee', bytes)).toMatchObject({ outcome: 'merged', again: true })
    expect(await shown(desk, story)).toEqual({
      ...merged,
      text: merged.text.map((text) => text.replace('first talks', 'long talks')),
    })
    expect(await desk.act('Lee', 'tray.list', { story })).toEqual([])
    expect(await merge(desk, 'Lee', bytes)).toMatchObject({ outcome: 'nothing' })
    // And is undone again.
    await undo(desk, 'Lee', story)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
    expect((await shown(desk, story)).text.join('\n')).toContain('They left separately.')
  })

  test('is undone on the other machine, too, and stays so when the story comes back', async () => {
    const { desk, train, story, bytes } = await back(async (train, story, fact) => {
      await verify(train, 'Kim', story, fact)
      await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    })
    await undo(desk, 'Lee', story)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    expect(await shown(train, story)).toEqual(await shown(desk, story))
    expect((await merge(desk, 'Lee', await handOver(train, 'Kim', story)))?.again).toBeUndefined()
    expect(await shown(train, story)).toEqual(await shown(desk, story))
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
    // A person who has the earlier bundle takes it in again, there as well.
    expect(await merge(desk, 'Lee', bytes)).toMatchObject({ again: true })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    expect((await shown(train, story)).facts).toEqual(['about 100 minutes: verified'])
  })

  test('is refused when the story changed since, and when no merge is there', async () => {
    const { desk, train, story, fact } = await back((train, story, fact) => verify(train, 'Kim', story, fact))
    await replace(desk, 'Lee', story, 'first talks', 'long talks')
    await expect(undo(desk, 'Lee', story)).rejects.toThrow(
      'The latest change of this story is not a merge, so there is nothing to undo. Nothing was changed. The words from before a merge are among the snapshots.',
    )
    await replace(desk, 'Lee', story, 'long talks', 'first talks')
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'wrong', reason: 'No.' } as never)
    await expect(undo(desk, 'Lee', story)).rejects.toThrow('The latest change of this story is not a merge')
    // It came whole: nothing was here before.
    await expect(undo(train, 'Kim', story)).rejects.toThrow('The latest change of this story is not a merge')
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: wrong'])
  })

  test('gives a field its value of before, unless this person may not', async () => {
    const { desk, story } = await back(async (train, story) => {
      await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'busan-two' })
      await train.act('Kim', 'story.setField', { story, field: 'embargo', value: '2026-12-24T10:00:00Z' })
    })
    expect((await desk.room.story(story)).value().fields.slug).toBe('busan-two')
    expect(await undo(desk, 'Ben', story)).toMatchObject({ keptFields: ['embargo'] })
    const { slug, embargo } = (await desk.room.story(story)).value().fields
    expect([slug, embargo]).toEqual(['', '2026-12-24T10:00:00Z'])
  })

  test('takes an override, and names again who was struck from the byline', async () => {
    const place = await two()
    const { desk, train, story } = place
    await bothTrust(desk, train)
    await desk.act('Lee', 'story.setField', { story, field: 'byline', value: [{ name: 'Lee', role: '' }] })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await train.act('Kim', 'story.strikeByline', { story, name: 'Lee', reason: 'Another Lee.' })
    const { blocks } = await train.act('Kim', 'story.gate', { story, door: 'clear' })
    const { rule = '', key = '' } = blocks[0] ?? {}
    await train.act('Kim', 'finding.override', { story, rule, key, reason: 'Seen.' } as never)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const merged = (await desk.room.story(story)).ledger
    expect(merged.authors).not.toContain('Lee')
    expect(merged.overrides).toHaveLength(1)
    expect(await undo(desk, 'Ben', story)).toMatchObject({ keptFields: ['byline'] })
    const { authors, overrides } = (await desk.room.story(story)).ledger
    expect(authors).toContain('Lee')
    expect(overrides).toEqual([])
  })

  test('brings a query back that its giver took away in a later merge', async () => {
    const { desk, train, story, fact } = await back((train, story, fact) =>
      train.act('Kim', 'fact.sign', { story, fact, status: 'queried', reason: 'Who says so?' } as never),
    )
    await undo(desk, 'Lee', story)
    await train.act('Kim', 'fact.withdraw', { story, fact, reason: 'Answered.' })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
    await undo(desk, 'Lee', story)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: queried'])
  })

  test('is undone only if it is of the bundle that is named', async () => {
    const { desk, story, bytes } = await back((train, story, fact) => verify(train, 'Kim', story, fact))
    const { bundle = '' } = (await preview(desk, 'Lee', bytes)) ?? {}
    const undoOf = (one: string) => desk.act('Lee', 'story.undoMerge', { story, bundle: one })
    await expect(undoOf('f'.repeat(64))).rejects.toThrow('is the merge of another bundle')
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
    await undoOf(bundle)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
  })

  test('is refused with its reason when another merge came after it', async () => {
    const { desk, train, story, fact, bytes } = await back((train, story, fact) => verify(train, 'Kim', story, fact))
    const { bundle = '' } = (await preview(desk, 'Lee', bytes)) ?? {}
    await train.act('Kim', 'fact.withdraw', { story, fact, reason: 'Too early.' })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await expect(desk.act('Lee', 'story.undoMerge', { story, bundle })).rejects.toThrow(
      'Another merge came after this one',
    )
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
  })
})

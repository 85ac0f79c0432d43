/**
 * What the rules of trust cost a copy editor: passes over the shared texts, and how many ticks each kind of edit takes
 * away. `npm run burden` does 30 passes and prints the tables. Skipped where the shared texts are not present.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { CONTEXT_REASONS, type Assessment, type LapseReason } from '../../src/story/assessment/assessment'
import { canonical, sameText } from '../../src/story/text/compare'
import { dice } from '../editor/randomDesk'
import { copyDesk, lapsedIn, lapsesOf, sendTyping, sharedTexts, type CopyDesk } from './desk'
import { EDITS, mend, movableGrafs, slipsInNoContext, typoKind, type EditKind } from './edits'
import { planPass } from './pass'

const PASSES = Number(process.env['STET_RUNS'] ?? 2)
const SEED = Number(process.env['STET_SEED'] ?? 1)
/** Typing errors and moves of grafs for each text. */
const EACH = PASSES < 30 ? 6 : 60

interface Row {
  edits: number
  ticks: number
  blocks: number
  warns: number
}
const rows = new Map<EditKind, Row>()
interface Taken {
  readonly words: number
  readonly edits: number
  readonly ticks: number
  readonly blocks: number
  readonly warns: number
  readonly grafs: number
  readonly keys: number
  /** Sentences with a tick, and those of them that read otherwise after the pass. */
  readonly sentences: number
  readonly touched: number
}
const passes: Taken[] = []
/** Ticks that block, by what changed: the sentence of the words, or what stands around it. */
const causes = { sentence: 0, beside: 0, restOfGraf: 0, leadIn: 0, other: 0 }
const alone = { typos: 0, moves: 0, ticks: 0 }

async function edit(work: CopyDesk, kind: EditKind, roll: () => number): Promise<boolean> {
  const { story } = work
  const before = lapsesOf(story)
  if (EDITS[kind]({ ...work, roll }) === undefined) return false
  await sendTyping(work)
  const row = rows.get(kind) ?? { edits: 0, ticks: 0, blocks: 0, warns: 0 }
  rows.set(kind, row)
  row.edits++
  row.ticks += story.view().facts.length
  for (const [fact, weight] of lapsesOf(story)) {
    if (before.get(fact) === weight || before.get(fact) === 'blocks') continue
    row[weight]++
    if (weight === 'blocks') causes[causeOf(story.assessment(fact))]++
    if (weight === 'blocks' && process.env['STET_SURVEY'] !== undefined)
      process.stdout.write(
        `${kind}: ${JSON.stringify([story.assessment(fact).sentence, story.assessment(fact).changes])}\n`,
      )
  }
  return true
}

function causeOf({ current, sentence, changes }: Assessment): keyof typeof causes {
  if (current && !sameText(current.sentence, sentence)) return 'sentence'
  const parts = new Set(changes.filter(({ weight }) => weight === 'blocks').map(({ part }) => part))
  return parts.has('context')
    ? 'beside'
    : parts.has('graf')
      ? 'restOfGraf'
      : parts.has('belongsTo')
        ? 'leadIn'
        : 'other'
}

/** The sentences with a tick. A graf that is moved or split takes them along. */
const sentencesWithTicks = ({ story }: CopyDesk): ReadonlySet<string> =>
  new Set(story.view().facts.map(({ id }) => canonical(story.assessment(id).sentence)))

/** Everything of a graf that lapsed by what stands around it is accepted with one key. */
async function acceptAll({ desk, story }: CopyDesk, by: string): Promise<number> {
  let keys = 0
  for (const graf of story.value().copy.keys()) {
    const lapsed = story
      .view()
      .facts.filter(
        ({ id, status, reasons }) =>
          status === 'reCheck' &&
          reasons.every((reason) => CONTEXT_REASONS.has(reason as LapseReason)) &&
          story.assessment(id).ranges[0]?.block === graf,
      )
    if (lapsed.length === 0) continue
    await desk.act(by, 'fact.acceptContext', {
      story: story.id,
      facts: lapsed.map(({ id, seen = '' }) => ({ fact: id, seen })),
    })
    keys++
  }
  return keys
}

/** An author and the editor who made every edit, without an override. */
async function clear({ desk, story }: CopyDesk): Promise<void> {
  await desk.act('Ada', 'story.move', { story: story.id, to: 'filed' })
  await desk.act('Eve', 'story.move', { story: story.id, to: 'inReview' })
  const { blocks } = await desk.act('Eve', 'story.gate', { story: story.id, door: 'clear' })
  expect(blocks.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  expect(await desk.act('Eve', 'story.move', { story: story.id, to: 'cleared' })).toEqual({
    stage: 'cleared',
    version: 1,
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

describe.skipIf(sharedTexts.length === 0)('copy editing', () => {
  test.each(Array.from({ length: PASSES }, (_, pass) => pass))(
    'pass %i: one key for each changed graf brings the ticks back, and author and editor clear the stories',
    { timeout: 600_000 },
    async (number) => {
      const roll = dice(SEED + number)
      const { works, words, edits } = await planPass(number, roll)
      expect(works.flatMap(({ story }) => [...lapsesOf(story)])).toEqual([])
      const sentences = works.map(sentencesWithTicks)
      const texts = works.map(({ story }) => new Set(story.value().copy.map(({ text }) => text)))
      let done = 0
      for (const { work, kind } of edits)
        if (await edit(work, kind === 'typo' ? typoKind({ ...work, roll }) : kind, roll)) done++
      const lapsed = works.flatMap(({ story }) => [...lapsesOf(story).values()])
      const blocks = lapsed.filter((weight) => weight === 'blocks').length
      const changed = works.map(
        ({ story }, at) => story.value().copy.filter(({ text }) => texts[at]?.has(text) === false).length,
      )
      const after = works.map(sentencesWithTicks)
      const touched = sentences.map((before, at) => [...before].filter((one) => after[at]?.has(one) === false).length)
      let keys = 0
      for (const work of works) keys += await acceptAll(work, 'Ada')
      passes.push({
        words,
        edits: done,
        ticks: sum(works.map(({ story }) => story.view().facts.length)),
        blocks,
        warns: lapsed.length - blocks,
        grafs: sum(changed),
        keys,
        sentences: sum(sentences.map(({ size }) => size)),
        touched: sum(touched),
      })
      const left = works.flatMap(({ story }) => [...lapsesOf(story)].filter(([, weight]) => weight === 'blocks'))
      expect(left, 'accepting what changed around the facts leaves nothing that blocks').toEqual([])
      expect(keys).toBeLessThanOrEqual(sum(changed))
      for (const work of works) await clear(work)
    },
  )

  test.each(sharedTexts.map((path) => [path.replace(/^.*\//, ''), path]))(
    'in %s no typing error outside a context and no moved graf takes a tick away',
    { timeout: 600_000 },
    async (_name, path) => {
      const work = await copyDesk(path)
      const { story, window } = work
      const roll = dice(SEED)
      const hand = { ...work, roll }
      const some = <T>(from: readonly T[]): readonly T[] =>
        from.filter((_, at) => at % Math.ceil(from.length / EACH) === 0)
      for (const spot of some(slipsInNoContext(hand))) {
        const word = window.blocks()[spot.block]?.text.slice(spot.from, spot.to)
        mend(hand, spot)
        await sendTyping(work)
        expect(lapsedIn(story), `typing error in “${word}”`).toEqual([])
        window.typeBack()
        await sendTyping(work)
        alone.typos++
        alone.ticks += story.view().facts.length
      }
      const grafs = movableGrafs(hand)
      const moves = grafs.flatMap((graf) => grafs.flatMap((to) => (graf === to || graf === to + 1 ? [] : [[graf, to]])))
      for (const [graf = 0, to = 0] of some(moves)) {
        window.moveBlock(graf, to)
        await sendTyping(work)
        expect(lapsedIn(story), `graf ${graf} moved behind ${to}`).toEqual([])
        const [from, back] = graf < to ? [to, graf - 1] : [to + 1, graf]
        window.moveBlock(from, back)
        await sendTyping(work)
        alone.moves++
        alone.ticks += story.view().facts.length
      }
    },
  )

  test('a graf that is moved and house style of marks take no tick away within a pass', () => {
    for (const kind of ['typo in no context', 'graf moved', 'graf split', 'marks and spaces'] as const)
      expect(rows.get(kind)?.blocks ?? 0, kind).toBe(0)
  })

  // A few passes say little of the share. The goal of one tick in ten is not met. Why: docs/decisions/copy-editing.md.
  test.runIf(PASSES >= 30)('passes take a smaller share of ticks than of sentences that they rewrite', () => {
    const all = (of: keyof Taken): number => sum(passes.map((pass) => pass[of]))
    expect(all('blocks') / all('ticks')).toBeLessThan(all('touched') / all('sentences'))
  })

  // The share of a pass is statistical: 600 words hold some 60 ticks, and the dice say where fifteen edits fall. Of 30
  // passes none takes one in four (the goal); of 400 one took 18 of 70, which no rule can rule out.
  test.runIf(PASSES >= 30)(
    'no pass of thirty takes away one tick in four, and of more at most one in a hundred',
    () => {
      const shares = passes.map(({ blocks, ticks }) => blocks / ticks)
      const many = shares.filter((share) => share >= 0.25)
      expect(many.length, many.join(' ')).toBeLessThanOrEqual(Math.floor(PASSES / 100))
      for (const share of shares) expect(share).toBeLessThan(1 / 3)
    },
  )

  afterAll(() => {
    const share = (part: number, whole: number): string =>
      `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(9)
    const lines = [...rows].map(
      ([kind, { edits, ticks, blocks, warns }]) =>
        `${kind.padEnd(32)}${String(edits).padStart(6)}${share(blocks, ticks)}${share(warns, ticks)}` +
        `${(blocks / Math.max(1, edits)).toFixed(2).padStart(9)}${(warns / Math.max(1, edits)).toFixed(2).padStart(9)}`,
    )
    const each = passes.map(({ ticks, blocks }) => blocks / ticks).sort((a, b) => a - b)
    const all = (of: keyof Taken): number => sum(passes.map((pass) => pass[of]))
    process.stdout.write(
      [
        `${'kind of edit'.padEnd(32)} edits   blocks    warns  blocks/e  warns/e`,
        ...lines,
        '',
        ' words  edits  ticks blocks   share  warns  grafs   keys  sentences with ticks, touched',
        ...passes.map(({ words, edits, ticks, blocks, warns, grafs, keys, sentences, touched }) =>
          [words, edits, ticks, blocks, share(blocks, ticks).slice(2), warns, grafs, keys, sentences, touched]
            .map((cell) => String(cell).padStart(6))
            .join(' '),
        ),
        `one by one: ${alone.typos} typing errors in no context and ${alone.moves} moved grafs, ${alone.ticks} ticks ` +
          `looked at, none lapsed`,
        `${passes.length} passes, ${all('words')} words, ${all('edits')} edits, ${all('ticks')} ticks: ` +
          `${share(all('blocks'), all('ticks')).trim()} block (half of the passes at most ` +
          `${share(each[Math.floor(each.length / 2)] ?? 0, 1).trim()}, worst ${share(each.at(-1) ?? 0, 1).trim()}; ` +
          `${each.filter((one) => one <= 0.1).length} passes at most 10 %), ` +
          `${share(all('warns'), all('ticks')).trim()} warn; ` +
          `${all('keys')} keys to accept for ${all('grafs')} changed grafs`,
        `of ${all('sentences')} sentences with ticks ${all('touched')} read otherwise ` +
          `(${share(all('touched'), all('sentences')).trim()}); what blocks, by what changed: the sentence itself ` +
          `${causes.sentence}, a sentence beside a quotation ${causes.beside}, the rest of its graf ` +
          `${causes.restOfGraf}, a lead-in ${causes.leadIn}, other ${causes.other}`,
        '',
      ].join('\n'),
    )
  })
})

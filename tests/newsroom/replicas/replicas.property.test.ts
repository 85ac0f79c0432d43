/**
 * Two to five machines write one story at one time and hand it to and fro in any order, some bundles twice, some late,
 * some never. Machines that have seen the same read the same ledger, statuses and words, and no word is lost. What a
 * computer signed that an editor trusts no longer stands apart wherever that is known, and counts for nothing there.
 * What a fact is, who may say so, and which source is protected, an oracle says that shares no code with the app.
 * STET_RUNS: how many histories; STET_SEED: which ones; STET_PATH: one of them, as a failure names it; STET_PRINT=1
 * prints what was compared.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTray } from '../../../src/document/rescueWords'
import { penHolder } from '../../../src/story/ledger/writers/pen'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { judge, knewAmong } from './judge'
import { PEOPLE, STILL_FACTS, type Seat } from './readyMachines'
import { anyHistory, type History } from './steps'
import { changesIn, TRUST, World } from './world'

const RUNS = Number(process.env['STET_RUNS'] ?? 10)
const SEED = Number(process.env['STET_SEED'] ?? 21)
const compared = {
  histories: 0,
  machines: 0,
  steps: 0,
  entries: 0,
  exact: 0,
  stricter: 0,
  bounded: 0,
  sources: 0,
  words: 0,
}

const statuses: Record<string, number> = {}

async function state({ here }: Seat, story: string) {
  const open = await here.room.story(story)
  await open.saving.settle()
  const { copy, fields, ledger, losses, suggestions = [] } = open.value()
  return {
    copy: copy.map(({ role, level, list, cell, text }) => ({ role, level, list, cell, text })),
    // Those whose tag is gone come in the order in which a machine heard of them.
    facts: open
      .assessments()
      .map(({ id, words, status }) => `${id} ${words} ${status}`)
      .sort(),
    stage: ledger.standing.stage,
    slug: fields.slug,
    pen: penHolder(ledger) ?? '',
    pending: suggestions.map(({ id, by, inserted, deleted }) => `${id} ${by} ${deleted} → ${inserted}`),
    losses,
    tray: readTray(open.doc).map(({ text }) => text),
    // A merge of nothing but notes of merges is not noted, so the last machine may have one entry more.
    entries: open.entries.flatMap(({ kind, hash }) => (kind === 'merged' ? [] : [hash])).sort(),
  }
}

/** All over the ledger, but for what it keeps of entries that count for nothing. */
function instantsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value)
  else if (value instanceof Map || value instanceof Set || Array.isArray(value))
    for (const one of value) instantsIn(one, found)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) if (name !== 'known') instantsIn(one, found)
  return found
}

/** Entries of machines that came after an editor had ended the trust in them. */
function lateOn(world: World, { index }: Seat, all: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return [...(world.ended[index] ?? [])].flatMap(([there, had]) => {
    const keys = world.ownKeys(world.seat(there))
    return all.filter(({ signer = '', hash }) => keys.has(signer) && !had.has(hash))
  })
}

/** A pen that somebody took who was no editor here when that came. */
function notMadeOn(world: World, { index }: Seat, all: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const arrivals = world.known.arrivals[index]
  return all.filter(
    ({ hash, ...entry }) =>
      entry.kind === 'pen' && entry.taken === true && arrivals?.has(hash) === true && arrivals.get(hash) !== 'editor',
  )
}

async function checkLedger(world: World, seat: Seat): Promise<readonly LedgerEntry[]> {
  const all = await world.entries(seat.index)
  const known = world.known.hashes[seat.index] ?? new Set()
  expect(all.map(({ hash }) => hash).sort()).toEqual([...known].sort())
  const late = lateOn(world, seat, all)
  const apart = new Set([...late, ...notMadeOn(world, seat, all)].map(({ hash }) => hash))
  const open = await world.open(seat)
  expect(open.apart.map(({ hash }) => hash).sort()).toEqual([...apart].sort())
  const counts = instantsIn(open.value().ledger)
  expect(late.filter(({ at }) => counts.has(at))).toEqual([])
  compared.entries += all.length
  return all.filter(({ hash }) => !apart.has(hash))
}

async function checkFacts(
  world: World,
  seat: Seat,
  entries: readonly LedgerEntry[],
  countedOn: ReadonlyMap<number, readonly LedgerEntry[]>,
): Promise<void> {
  const { known, ended, seats } = world
  const { books, given } = known
  const open = await world.open(seat)
  const knew = knewAmong(await world.entries(seat.index))
  const roles = known.roles[seat.index] ?? new Map()
  const rolesAlike = (other: number): boolean =>
    [...roles].every(([name, role]) => known.roles[other]?.get(name) === role)
  const isUndone = entries.some(({ kind }) => kind === 'mergeUndone')
  // A machine that trusts another one no longer may have found that a source is another one without counting a verdict
  // of that one: its note takes it all the same.
  const isOneSided = ended.some(({ size }) => size > 0)
  const others = seats.filter(({ index }) => index !== seat.index)
  /** A machine where a verdict has lost its evidence need not say anything of the sources of that. */
  const evidenceOn = (index: number, fact: string): string =>
    (countedOn.get(index) ?? [])
      .flatMap((one) => (/^evidence/.test(one.kind) && 'fact' in one && one.fact === fact ? [one.hash] : []))
      .sort()
      .join()
  for (const { id, words, status, reasons } of open.assessments()) {
    if (!STILL_FACTS.includes(words)) continue
    const allowed = judge(
      {
        ...{ fact: id, entries, author: PEOPLE[0], given },
        editors: new Set([...roles].flatMap(([name, role]) => (role === 'editor' ? [name] : []))),
        terms: (source) => books.terms(seat.index, source),
        elsewhere: others.flatMap(({ index }) =>
          ended[seat.index]?.has(index)
            ? []
            : [
                {
                  terms: (source) => books.terms(index, source),
                  counts: (verdict) =>
                    countedOn.get(index)?.some(({ hash }) => hash === verdict) === true &&
                    evidenceOn(index, id) === evidenceOn(seat.index, id) &&
                    rolesAlike(index),
                },
              ],
        ),
      },
      knew,
    )
    const seen = `${seat.by} reads ${words} ${status} (${reasons.join()}); may be ${[...allowed].join()}`
    if (isUndone) {
      compared.bounded++
      const best = Math.max(...[...allowed].map((one) => TRUST.indexOf(one)))
      expect(TRUST.indexOf(status) <= best, seen).toBe(true)
    } else if (isOneSided && status === 'reCheck' && !allowed.has(status)) {
      compared.stricter++
    } else {
      compared.exact++
      statuses[[...allowed].join()] = (statuses[[...allowed].join()] ?? 0) + 1
      expect(allowed.has(status), seen).toBe(true)
    }
  }
}

/** A protection that nobody lifted holds; a destroyed identity is nowhere; both stand in the library's history. */
function checkSources(world: World, { here, by, index }: Seat): void {
  const { books } = world.known
  const { sources } = here.room.library
  for (const { id } of books.cards(index)) {
    compared.sources++
    const kept = sources.find((one) => one.id === books.keptId(index, id))
    const must = books.mayBeProtected(index, id)
    const seen = `${by} has ${id} ${kept?.protected === true ? 'protected' : 'open'}; it ${must} be protected`
    if (must === 'must') expect(kept?.protected, seen).toBe(true)
    if (must === 'no' && !books.joined.has(id)) expect(kept?.protected, seen).toBe(false)
  }
  const whole = JSON.stringify(sources)
  expect([...(world.destroyed[index] ?? [])].filter((name) => whole.includes(name))).toEqual([])
}

/** Who changed roles and lifted protections here, and nobody else, stands in the library's own history, in order. */
async function checkHistory(world: World, seat: Seat): Promise<void> {
  expect(await changesIn(seat)).toEqual(world.known.changes[seat.index])
}

/**
 * A graf, and a suggestion, may be split within a word: then one piece of text ends with it and one begins with it.
 * What somebody else typed into the second half at that time comes after the first one.
 */
function isAmong(word: string, pieces: readonly string[]): boolean {
  if (pieces.some((text) => text.includes(word))) return true
  return [...word].some(
    (_, at) =>
      pieces.some((text) => `${text} `.includes(`${word.slice(0, at)} `)) &&
      pieces.some((text) => text.startsWith(word.slice(at))),
  )
}

async function checkWords(world: World, seat: Seat): Promise<void> {
  const { copy, tray, losses } = await state(seat, world.story)
  expect(losses).toEqual([])
  const { suggestions = [] } = (await world.open(seat)).value()
  const texts = [
    ...copy.map(({ text }) => text),
    ...tray,
    ...suggestions.map(({ inserted }) => inserted),
    ...world.gone,
  ]
  const pieces = [
    texts.join('\n').replaceAll(/\s/g, ''),
    ...texts.flatMap((text) => text.split('\n').map((line) => line.trim())),
  ]
  expect(world.words.filter((word) => !isAmong(word, pieces))).toEqual([])
  compared.words += world.words.length
}

async function run({ count, steps }: History): Promise<void> {
  const world = await World.begin(count)
  for (const [nth, one] of steps.entries()) await world.step(one, nth)
  await world.exchange(world.seats)
  const groups = new Map<string, Seat[]>()
  const counted = new Map<number, readonly LedgerEntry[]>()
  for (const seat of world.seats) counted.set(seat.index, await checkLedger(world, seat))
  for (const seat of world.seats) {
    const entries = counted.get(seat.index) ?? []
    await checkFacts(world, seat, entries, counted)
    checkSources(world, seat)
    await checkHistory(world, seat)
    await checkWords(world, seat)
    const alike = JSON.stringify([
      entries.flatMap(({ kind, hash }) => (kind === 'merged' ? [] : [hash])).sort(),
      [...(world.known.roles[seat.index] ?? [])].filter(([name]) => PEOPLE.includes(name as never)),
    ])
    groups.set(alike, [...(groups.get(alike) ?? []), seat])
  }
  for (const [first, ...others] of groups.values())
    for (const other of others)
      expect(await state(other, world.story)).toEqual(first && (await state(first, world.story)))
  await world.close()
  compared.histories++
  compared.machines += count
  compared.steps += steps.length
}

test('machines that have seen the same read the same, and what the oracle says', { timeout: 36_000_000 }, async () => {
  await fc.assert(fc.asyncProperty(anyHistory, run), {
    ...{ numRuns: RUNS, seed: SEED },
    // The first failure as it is. STET_SHORT=1 makes it short, which may take as long as a campaign.
    endOnFailure: !process.env['STET_SHORT'],
    ...(process.env['STET_PATH'] ? { path: process.env['STET_PATH'] } : {}),
  })
  if (process.env['STET_PRINT']) process.stdout.write(`${JSON.stringify({ seed: SEED, ...compared, statuses })}\n`)
})

import { deskFrom } from '../builders/stories/storyFrom'
import { afterAll, describe, expect, it } from 'vitest'
import { readStory } from '../../src/document/reading/readStory'
import { assessStory } from '../../src/story/assessment/assessStory'
import type { Evidence, SignOff } from '../../src/story/ledger/facts/fact'
import { hashEvidence } from '../../src/story/ledger/hash'
import { EMPTY_RECORD, type FactRecord } from '../../src/story/ledger/record/factRecord'
import { EMPTY_LEDGER } from '../../src/story/ledger/ledger'
import { SENTENCE_RULE } from '../../src/story/copy/words/sentences'
import type { Source } from '../../src/story/desk/source'
import { close, desk, exchange, INSTANT, resetIds, shown, storyState, type Desk } from './desk'
import { FreshLetters, Lineage } from './lineage'
import { charactersOf, standUntagged, statementOf, type Character, type Statement } from './oracle'
import { ACTIONS, dice, type Hands } from './randomDesk'
import { messageOf } from '../../src/story/text/messageOf'

/** Stories. `npm run oracle:facts` lives through 20,000. */
const RUNS = Number(process.env['STET_RUNS'] ?? 110)
const FIRST = Number(process.env['STET_SEED'] ?? 1)

const source = (groundRulesVersion: number): Source => ({
  id: 'pool',
  name: 'Pool',
  kind: 'pool',
  groundRules: 'onTheRecord',
  groundRulesVersion,
  protected: false,
  aliases: [],
})
const backup: Evidence = { id: 'e1', source: 'pool', locator: 'p. 1', stance: 'supports' }

/** A signed fact: the newsroom's record, and what the judge read. */
interface Signed {
  readonly record: FactRecord
  readonly judged: Statement
  /** Set if the evidence was removed, or its ground rules changed. */
  spoilt: boolean
}

const PAGE = [
  'headline: Kuv 10 zuk',
  'deck: Zuv {a:kuz} vuk',
  'Kuz {b:vuk {c:100} zuv} kk. Zuk vu {d:10} uz.',
  'Vuk {e:zu vuk. Kuv} zz 1.5 {f:kuk}.',
  'Zzu kv {g:-7} vuzk.',
]

function assess({ doc }: Desk, signed: ReadonlyMap<string, Signed>, groundRulesVersion: number) {
  const ledger = { ...EMPTY_LEDGER, facts: new Map([...signed].map(([id, { record }]) => [id, record])) }
  const sources = new Map([['pool', source(groundRulesVersion)]])
  return assessStory({ ...readStory(doc), ledger }, deskFrom({ sources, roster: [{ name: 'Eve', role: 'editor' }] }))
}

/** Signs every fact as main does, and lets the judge read it too. */
function sign(d: Desk, withBackup: boolean, version: number): Map<string, Signed> {
  const characters = charactersOf(d.doc)
  const signed = new Map<string, Signed>()
  for (const { id, words, sentence, preceding } of assess(d, new Map(), version)) {
    const judged = statementOf(characters, id)
    if (!judged) continue
    const evidence = withBackup ? [backup] : []
    const current: SignOff = {
      entry: 1,
      status: 'verified',
      by: 'Eve',
      at: INSTANT,
      words,
      sentence,
      preceding,
      sentenceRule: SENTENCE_RULE,
      evidence: evidence.map(hashEvidence),
      groundRules: withBackup ? { pool: version } : {},
    }
    signed.set(id, {
      record: { ...EMPTY_RECORD, signOffs: [current], current, evidence, lastWords: words },
      judged,
      spoilt: false,
    })
  }
  return signed
}

/** The judge's verdict on every fact of the document. */
function judge(d: Desk, signed: ReadonlyMap<string, Signed>): Record<string, string> {
  const characters = charactersOf(d.doc)
  const verdicts: Record<string, string> = {}
  for (const { id } of assess(d, signed, 1)) {
    const now = statementOf(characters, id)
    const then = signed.get(id)
    if (!now)
      verdicts[id] = then && then.judged.words !== '' && standUntagged(characters, then.judged.words) ? 'lost' : 'cut'
    else if (!then) verdicts[id] = now.whole ? 'toCheck' : 'reCheck'
    else
      verdicts[id] =
        now.whole && !then.spoilt && now.words === then.judged.words && now.sentence === then.judged.sentence
          ? 'verified'
          : 'reCheck'
  }
  return verdicts
}

const NAMES = Object.keys(ACTIONS)
const LETTERS = ['k', 'z', 'vu', '1', '0', '.', ' ', '-', ' ku', '10', '. Zu']
const seen: Record<string, number> = {}

/** Runs one story. `trace`: every step is recorded and checked. */
function live(seed: number, trace?: string[]): void {
  resetIds()
  const roll = dice(seed)
  // In every other story each letter occurs once, so that the tests can tell whose letters a tag covers.
  const fresh = seed % 2 === 0 ? new FreshLetters() : undefined
  const state = storyState(fresh ? PAGE.map((line) => fresh.rewrite(line)) : PAGE)
  const desks = [desk(state, 100), desk(state, 200)] as const
  const [a, b] = desks
  const hands: Hands = {
    roll,
    letters: fresh
      ? () => fresh.lower() + (roll() < 0.3 ? ` ${fresh.lower()}` : '')
      : () => LETTERS[Math.floor(roll() * LETTERS.length)] ?? 'k',
  }
  const lineage = fresh ? new Lineage(charactersOf(a.doc)) : undefined
  let signed = sign(a, roll() < 0.7, 1)
  let version = 1
  /** Facts whose replacement is still being typed. */
  const typing = new Map<Desk, ReadonlySet<string>>()
  try {
    for (let round = 0; round < 3; round++) {
      for (const d of desks) {
        const count = Math.floor(roll() * 5)
        for (let step = 0; step < count; step++) {
          const drawn = NAMES[Math.floor(roll() * NAMES.length)] ?? 'rest'
          // These would use a letter twice.
          const name = fresh && (drawn === 'copyOver' || drawn === 'replaceAll') ? 'type' : drawn
          trace?.push(`${d === a ? 'a' : 'b'} ${name}`)
          const before = lineage ? charactersOf(d.doc) : []
          ACTIONS[name]?.(d, hands)
          trace?.push(...shown(d))
          if (lineage) {
            const after = charactersOf(d.doc)
            // The caret may be at the end of an unfinished replacement.
            const going = typing.get(d) ?? new Set()
            const changed = before.map(({ char }) => char).join('') !== after.map(({ char }) => char).join('')
            if (name !== 'goOnTyping' && changed) typing.set(d, replacedIn(before, after))
            expect(
              lineage.action(before, after, name === 'mend' ? 'all' : new Set([...going, ...(typing.get(d) ?? [])])),
            ).toEqual([])
          }
        }
      }
      const exchanges = exchange(a, b)
      trace?.push(`exchange ${exchanges}`, ...shown(a))
      expect(exchanges).toBeLessThanOrEqual(2)
      expect(shown(b)).toEqual(shown(a))
      if (lineage) expect(lineage.merge(charactersOf(a.doc))).toEqual([])
      const event = roll()
      if (event < 0.1) signed = sign(a, true, version)
      else if (event < 0.15) {
        version++
        for (const fact of signed.values()) if (fact.record.evidence.length > 0) fact.spoilt = true
      } else if (event < 0.2) {
        for (const [id, fact] of signed) {
          if (fact.record.evidence.length === 0) continue
          signed.set(id, { ...fact, record: { ...fact.record, evidence: [] }, spoilt: true })
        }
      }
      const verdicts = Object.fromEntries(assess(a, signed, version).map(({ id, status }) => [id, status]))
      for (const status of Object.values(verdicts)) seen[status] = (seen[status] ?? 0) + 1
      expect(verdicts).toEqual(judge(a, signed))
    }
  } finally {
    for (const d of desks) close(d)
  }
}

/** Facts that lost characters and cover new letters: their text, or an end of it, was typed over. */
function replacedIn(before: readonly Character[], after: readonly Character[]): ReadonlySet<string> {
  const carried = (characters: readonly Character[], fact: string): readonly string[] =>
    characters.flatMap(({ char, facts }) => (facts.has(fact) ? [char] : []))
  const old = new Set(before.map(({ char }) => char))
  const facts = new Set(before.flatMap((character) => [...character.facts]))
  const count = (characters: readonly string[], char: string): number =>
    characters.filter((other) => other === char).length
  return new Set(
    [...facts].filter((fact) => {
      const [then, now] = [carried(before, fact), carried(after, fact)]
      return then.some((char) => count(now, char) < count(then, char)) && now.some((char) => !old.has(char))
    }),
  )
}

function retell(seed: number): string {
  const trace: string[] = []
  try {
    live(seed, trace)
  } catch (error) {
    trace.push(messageOf(error))
  }
  return trace.join('\n')
}

describe('facts under two pairs of hands', () => {
  const share = Math.ceil(RUNS / 4)
  it.each([0, 1, 2, 3])(
    `stand verified exactly when nothing changed (quarter %i of ${RUNS} stories)`,
    { timeout: RUNS > 1000 ? 3_600_000 : 240_000 },
    (quarter) => {
      const first = FIRST + quarter * share
      for (let seed = first; seed < Math.min(first + share, FIRST + RUNS); seed++) {
        try {
          live(seed)
        } catch (error) {
          throw new Error(`Story ${seed}:\n${retell(seed)}\n${messageOf(error)}`, { cause: error })
        }
      }
    },
  )

  afterAll(() => process.stdout.write(`verdicts seen: ${JSON.stringify(seen)}\n`))
})

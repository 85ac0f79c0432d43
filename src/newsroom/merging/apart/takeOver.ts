/**
 * What an editor gives under their own name when taking over an entry that stands apart. Never more than that editor
 * could give now: bad news, evidence and answers. Such an entry is foreign text, so each part of it is looked at first.
 */
import { storedText } from '../../../story/history/storedText'
import { apartText } from '../../../catalogue/merging/apart'
import { isAuthorEver } from '../../../story/assessment/people/authors'
import { countedOf, lastCounted } from '../../../story/assessment/counting'
import type { Assessment } from '../../../story/assessment/assessment'
import { againstOf } from '../../../story/assessment/verdicts/against'
import { lastVerdict } from '../../../story/assessment/verdicts/takenBack'
import { sameWords } from '../../../story/copy/words/factWords'
import { AGAINST, isSignedStatus, STATUS_WORDS, type Evidence, type SignOff } from '../../../story/ledger/facts/fact'
import { hashEvidence } from '../../../story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { NewsroomError } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import { isRecord } from '../../../story/text/isRecord'
import type { KnownKey } from '../../../story/trust/keys/knownKeys'
import { hashesUpTo } from '../../../story/trust/signing'
import { claimBackup, readEvidence } from '../../facts/evidence/evidence'
import { refuseAttached } from '../../facts/evidence/locators'
import { signature } from '../../facts/signing/signature'
import type { OpenStory } from '../../replica/openStory'
import type { Newsroom } from '../../state/newsroom'

/** As long as a person's reason may be. */
const LONGEST = 10_000

export interface Taking {
  readonly room: Newsroom
  readonly story: OpenStory
  /** The editor. */
  readonly by: string
}

/** `give`: the entries in the editor's name, made now. It throws a refusal. `keep`: why nobody takes it over. */
export type TakenOver =
  | { readonly keep: string }
  | { readonly fact: Assessment; readonly give: () => Promise<readonly LedgerEvent[]> }

/** Whose entry it is, as far as anybody here knows. */
export function writerOf({ by, signer = '' }: LedgerEntry, { ring }: Newsroom): { name: string; key?: KnownKey } {
  const key = ring.history.keys.get(signer)
  return key ? { name: key.grade === 'library' ? by : key.person, key } : { name: by }
}

/** What an entry becomes when the editor takes it over. Verdicts, evidence and answers can be; other kinds stay. */
export function takenOver(taking: Taking, entry: LedgerEntry): TakenOver {
  switch (entry.kind) {
    case 'signed':
      return verdictOver(taking, entry)
    case 'evidenceAdded':
      return evidenceOver(taking, entry)
    case 'answered':
      return answerOver(taking, entry)
    default:
      return { keep: apartText('keep.kind') }
  }
}

const factOf = (story: OpenStory, id: string): Assessment | undefined =>
  story.assessments().find((one) => one.id === id && one.ranges.length > 0)

function verdictOver(taking: Taking, entry: Extract<LedgerEntry, { kind: 'signed' }>): TakenOver {
  const { room, story, by } = taking
  const { status, words, reason = '', addressee, due, carries } = entry
  const texts: readonly unknown[] = [entry.fact, words, reason, addressee ?? '', due ?? '']
  if (!isSignedStatus(status) || !texts.every(isText)) return { keep: apartText('keep.unreadable') }
  if ((!AGAINST.has(status) && status !== 'queried') || carries !== undefined || entry.contextAccepted)
    return { keep: apartText('keep.trust') }
  const fact = factOf(story, entry.fact)
  if (!fact) return { keep: apartText('keep.noFact') }
  if (!sameWords(words, fact.words)) return { keep: apartText('keep.otherWords', { then: words, now: fact.words }) }
  const stands = standsAgainst(taking, fact)
  if (stands) {
    const { status: there, by: giver } = stands
    return {
      keep:
        there === 'queried'
          ? apartText('keep.queried', { by: giver })
          : apartText('keep.against', { by: giver, status: STATUS_WORDS[there] }),
    }
  }
  const given = {
    ...{ by, status, reason: told(taking, entry, reason), evidence: fact.record.evidence },
    ...(status === 'queried' ? defined({ addressee, due }) : {}),
  }
  if (given.reason.length > LONGEST) return { keep: apartText('keep.length') }
  const give = (): readonly LedgerEvent[] => [signature(story, fact, given, room.desk())]
  const why = whyRefused(give)
  return why === undefined ? { fact, give: () => Promise.resolve(give()) } : { keep: why }
}

/** Bad news that a verdict of this editor would replace. Taking over never does: it would take that news away. */
function standsAgainst({ room, story, by }: Taking, fact: Assessment): SignOff | undefined {
  const { record, words } = fact
  const [value, desk] = [story.value(), room.desk()]
  const last = lastVerdict({ ...lastCounted(record, story.value(), desk), record })
  if (last && (AGAINST.has(last.status) || fact.status === 'queried')) return last
  return againstOf(words, by, countedOf(record, value, desk), record)
}

function evidenceOver(taking: Taking, entry: Extract<LedgerEntry, { kind: 'evidenceAdded' }>): TakenOver {
  const { room, story } = taking
  const said: unknown = entry.evidence
  if (!isText(entry.fact) || !isEvidence(said)) return { keep: apartText('keep.unreadable') }
  const fact = factOf(story, entry.fact)
  if (!fact) return { keep: apartText('keep.noFact') }
  // By its id alone: a name may be another person's here.
  const source = room.desk().sources.get(said.source)
  if (!source) return { keep: apartText('keep.noSource') }
  const { name, key } = writerOf(entry, room)
  if (said.file === undefined && key === undefined) return { keep: apartText('keep.unknownKey') }
  const brought: unknown = entry.broughtBy ?? []
  if (!Array.isArray(brought) || !brought.every(isText)) return { keep: apartText('keep.unreadable') }
  const before = entry.replaces === undefined ? [] : (fact.record.broughtBy?.[entry.replaces] ?? [])
  const others = [...new Set([name, ...before, ...brought])]
  const author = others.find((person) => isAuthorEver(story.value(), person))
  if (said.file === undefined && author !== undefined) return { keep: apartText('keep.author', { by: author }) }
  const { locator, stance, excerpt, note, file, fileName } = said
  const item = { source: source.id, locator, stance, ...defined({ excerpt, note, file, fileName }) }
  if ([locator, excerpt, note].some((text = '') => text.length > LONGEST)) return { keep: apartText('keep.length') }
  if (fact.record.evidence.some((one) => hashEvidence(one) === hashEvidence({ ...item, id: '' })))
    return { keep: apartText('keep.evidenceThere') }
  return {
    fact,
    give: async () => {
      // It may have stayed on the other computer: nobody removed it here.
      if (file !== undefined && (await room.store.checkFile(file, { read: false })).is === 'gone')
        throw new NewsroomError('failed', apartText('fileElsewhere', { file: fileName ?? file.slice(0, 12) }))
      const whole = (await claimBackup(room, item)) ?? item
      await refuseAttached(room, whole)
      const evidence = readEvidence(room, story, whole)
      // The person who brought it there may become an author later.
      return [{ kind: 'evidenceAdded', fact: fact.id, evidence, broughtBy: others }]
    },
  }
}

/** An answer takes a query away, so it counts only for the query that its writer knew. */
function answerOver(taking: Taking, entry: Extract<LedgerEntry, { kind: 'answered' }>): TakenOver {
  const { story } = taking
  if (!isText(entry.fact) || !isText(entry.text)) return { keep: apartText('keep.unreadable') }
  const fact = factOf(story, entry.fact)
  if (!fact) return { keep: apartText('keep.noFact') }
  const query = fact.current
  const knew = (hash: string | undefined): boolean =>
    hash !== undefined && hashesUpTo(story.merging.place.lines, entry.hash).has(hash)
  if (fact.status !== 'queried' || query?.status !== 'queried' || !knew(query.hash) || entry.text.trim() === '')
    return { keep: apartText('keep.noAnswer') }
  const text = told(taking, entry, entry.text)
  if (text.length > LONGEST) return { keep: apartText('keep.length') }
  return { fact, give: () => Promise.resolve([{ kind: 'answered', fact: fact.id, text }]) }
}

/** The words of the entry, with whose they are. */
function told({ room }: Taking, entry: LedgerEntry, said: string): string {
  const { name, key } = writerOf(entry, room)
  return key
    ? storedText('stored.takenOver', { by: name, device: key.device, said: said.trim() })
    : storedText('stored.takenOverUnknown', { by: name, said: said.trim() })
}

function whyRefused(make: () => unknown): string | undefined {
  try {
    make()
    return undefined
  } catch (error) {
    if (error instanceof NewsroomError) return error.message
    throw error
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isEvidence = (value: unknown): value is Evidence =>
  isRecord(value) &&
  isText(value['source']) &&
  isText(value['locator']) &&
  (value['stance'] === 'supports' || value['stance'] === 'contradicts') &&
  ['excerpt', 'note', 'file', 'fileName'].every((part) => value[part] === undefined || isText(value[part])) &&
  (value['file'] === undefined || /^[0-9a-f]{64}$/.test(String(value['file'])))

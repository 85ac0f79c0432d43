import type { Assessment } from '../story/assessment'
import { STATUS_WORDS, TYPE_WORDS } from '../story/fact'
import { pseudonymAt, pseudonyms, type Source } from '../story/source'
import { publishableText } from './publishableText'

/** `internal`: with people, queries and backup. `public`: what readers may see of the checking. */
export type Edition = 'internal' | 'public'

export interface SheetBackup {
  /** "Source A" when the source may not be named. */
  readonly source: string
  readonly contradicts: boolean
  readonly locator: string
  readonly excerpt: string
}

export interface SheetFact {
  /** 1, 2, 3 … in text order. Internal ids never appear. */
  readonly number: number
  readonly type: string
  readonly words: string
  readonly attributedTo: string
  readonly statement: string
  readonly status: string
  /** Why it needs another look, in words; internal only. */
  readonly reasons: readonly string[]
  readonly signOff?: { readonly by?: string; readonly at: string; readonly status: string; readonly reason?: string; readonly selfChecked: boolean }
  readonly backup: readonly SheetBackup[]
}

export interface FactSheet {
  readonly edition: Edition
  readonly facts: readonly SheetFact[]
  /** Cut, lost and untagged facts; internal only. */
  readonly tray: readonly SheetFact[]
}

const REASON_WORDS: Readonly<Record<Assessment['reasons'][number], string>> = {
  words: 'the words changed', hole: 'an untagged piece stands inside', twoPlaces: 'the tag stands in two places', context: 'the sentence changed',
  evidence: 'the backup changed', groundRules: 'ground rules changed', translation: 'translation changed', inputs: 'what it was worked out from changed'
}

/**
 * The fact sheet by allow-list. Protected sources read "Source A" in both editions; in the public one every source that
 * is not on the record does, and its locator and excerpt are left out; off-the-record backing, people, queries and the
 * tray are left out altogether.
 */
export function projectFactSheet(assessments: readonly Assessment[], sources: ReadonlyMap<string, Source>, edition: Edition): FactSheet {
  const named = namesForPrint(sources, edition)
  const standing = assessments.filter((fact) => fact.ranges.length > 0)
  const tray = edition === 'internal' ? assessments.filter((fact) => fact.ranges.length === 0) : []
  return {
    edition,
    facts: standing.map((fact, index) => sheetFact(fact, index + 1, edition, named)),
    tray: tray.map((fact, index) => sheetFact(fact, standing.length + index + 1, edition, named))
  }
}

interface PrintName { readonly name: string; readonly withheld: boolean }

/** Source id → how it is printed; sources that may not even be counted are missing. */
function namesForPrint(sources: ReadonlyMap<string, Source>, edition: Edition): ReadonlyMap<string, PrintName> {
  const withheld = (source: Source) => source.protected || (edition === 'public' && source.groundRules !== 'onTheRecord')
  // A source that was merged stands in the book under both ids, and is one.
  const hidden = [...new Map([...sources.values()].filter(withheld).map((source) => [source.id, source])).values()]
  const labels = new Map(pseudonyms(hidden))
  const taken = new Set(labels.values())
  let index = 0
  for (const { id } of hidden) {
    if (labels.has(id)) continue
    while (taken.has(pseudonymAt(index))) index++
    labels.set(id, pseudonymAt(index++))
  }
  const names = new Map<string, PrintName>()
  for (const [id, source] of sources) {
    if (edition === 'public' && source.groundRules === 'offTheRecord') continue
    names.set(id, { name: labels.get(source.id) ?? publishableText(source.name), withheld: withheld(source) })
  }
  return names
}

function sheetFact(fact: Assessment, number: number, edition: Edition, names: ReadonlyMap<string, PrintName>): SheetFact {
  const internal = edition === 'internal'
  const { current, tag } = fact
  const hiddenStatus = !internal && fact.status === 'queried'
  const showsSignOff = current !== undefined && (internal || (current.status !== 'queried' && fact.status === current.status))
  return {
    number,
    type: TYPE_WORDS[tag.type],
    words: publishableText(fact.text),
    attributedTo: publishableText(tag.attributedTo ?? ''),
    statement: publishableText(tag.statement ?? ''),
    status: hiddenStatus ? STATUS_WORDS.toCheck : STATUS_WORDS[fact.status],
    reasons: internal ? [...fact.reasons.map((reason) => REASON_WORDS[reason]), ...untaggedReason(fact), ...(fact.answered ? ['query answered'] : [])] : [],
    ...(showsSignOff
      ? {
          signOff: {
            at: current.at,
            status: STATUS_WORDS[current.status],
            selfChecked: current.selfChecked ?? false,
            ...(internal ? { by: current.by } : {}),
            ...(current.reason && (internal || current.status === 'letStand') ? { reason: publishableText(current.reason) } : {})
          }
        }
      : {}),
    backup: fact.evidence.flatMap((evidence) => {
      const source = names.get(evidence.source) ?? (internal ? { name: 'Unknown source', withheld: false } : undefined)
      if (!source) return []
      const shown = internal || !source.withheld
      return [{
        source: source.name,
        contradicts: evidence.stance === 'contradicts',
        locator: shown ? publishableText(evidence.locator) : '',
        excerpt: shown ? publishableText(evidence.excerpt ?? '') : ''
      }]
    })
  }
}

const untaggedReason = ({ record: { untagged } }: Assessment): readonly string[] =>
  untagged ? [`untagged by ${publishableText(untagged.by)}: ${publishableText(untagged.reason)}`] : []

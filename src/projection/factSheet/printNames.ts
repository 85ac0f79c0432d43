/** The printed names of a fact sheet's sources, and the names that it may not print. */
import {
  GROUND_RULES_WORDS,
  NO_PSEUDONYM,
  pseudonymAt,
  pseudonyms,
  SOURCE_KIND_WORDS,
  type Source,
} from '../../story/desk/source'
import type { ProtectedTerm } from '../scan/protectedTerms'
import { publishableText } from '../published/publishableText'

export interface PrintName {
  readonly name: string
  readonly kind: string
  readonly protected: boolean
  readonly withheld: boolean
}

export interface PrintNames {
  /** Source id → printed name. Sources that may not even be counted are missing. */
  readonly bySource: ReadonlyMap<string, PrintName>
  /**
   * Names and aliases of withheld sources, off-the-record ones included, for sealing free text. Empty in the internal
   * edition, which is scanned as a whole.
   */
  readonly withheld: readonly ProtectedTerm[]
}

export function namesForPrint(sources: ReadonlyMap<string, Source>, edition: 'internal' | 'public'): PrintNames {
  const withheld = (source: Source) =>
    source.protected || (edition === 'public' && source.groundRules !== 'onTheRecord')
  // A merged source is in the book under both ids.
  const hidden = [...new Map([...sources.values()].filter(withheld).map((source) => [source.id, source])).values()]
  const labels = new Map(pseudonyms(hidden))
  const taken = new Set(labels.values())
  let index = 0
  for (const { id } of hidden) {
    if (labels.has(id)) continue
    while (taken.has(pseudonymAt(index))) index++
    labels.set(id, pseudonymAt(index++))
  }
  const bySource = new Map<string, PrintName>()
  for (const [id, source] of sources) {
    if (edition === 'public' && source.groundRules === 'offTheRecord') continue
    bySource.set(id, {
      name: labels.get(source.id) ?? publishableText(source.name),
      kind: kindOf(source),
      protected: source.protected,
      withheld: withheld(source),
    })
  }
  return {
    bySource,
    withheld:
      edition === 'public' ? hidden.flatMap((source) => termsOf(source, labels.get(source.id) ?? NO_PSEUDONYM)) : [],
  }
}

const termsOf = ({ name, aliases, destroyed }: Source, label: string): readonly ProtectedTerm[] =>
  [...(destroyed ? [] : [name]), ...aliases]
    .map((term) => ({ label, what: 'name' as const, term: term.trim() }))
    .filter(({ term }) => term !== '')

const kindOf = ({ kind, groundRules }: Source): string =>
  [
    SOURCE_KIND_WORDS[kind],
    ...(groundRules === 'onTheRecord' ? [] : [GROUND_RULES_WORDS[groundRules].toLowerCase()]),
  ].join(', ')

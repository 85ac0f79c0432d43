import type { Source } from '../story/source'

/** What must never leave the desk. `label` stands for the source wherever people read about it. */
export interface ProtectedTerm {
  /** "Source A" */
  readonly label: string
  readonly what: 'name' | 'alias' | 'contact'
  readonly term: string
}

/** Source id → "Source A", "Source B" … for each source, in the order given. */
export function sourceLabels(sources: Iterable<Source>): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const source of sources) labels.set(source.id, `Source ${letters(labels.size)}`)
  return labels
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(index: number): string {
  const here = String.fromCharCode(65 + (index % 26))
  return index < 26 ? here : letters(Math.floor(index / 26) - 1) + here
}

/** Names, aliases and contacts of all protected sources. Labels count protected sources only, in the order given. */
export function protectedTerms(sources: Iterable<Source>): readonly ProtectedTerm[] {
  const guarded = [...sources].filter((source) => source.protected)
  const labels = sourceLabels(guarded)
  return guarded.flatMap((source) => {
    const label = labels.get(source.id) ?? 'Source'
    const terms: ProtectedTerm[] = [
      { label, what: 'name', term: source.name },
      ...source.aliases.map((term) => ({ label, what: 'alias' as const, term })),
      ...contactTerms(source.contact ?? '').map((term) => ({ label, what: 'contact' as const, term }))
    ]
    return terms.map((entry) => ({ ...entry, term: entry.term.trim() })).filter(({ term }) => term !== '')
  })
}

/**
 * What in a contact note can identify somebody: addresses, numbers and handles; the rest ("Signal, mornings only") is words
 * that any copy may hold. A note without any of these is looked for as a whole.
 */
function contactTerms(note: string): readonly string[] {
  const pieces = note.split(/[,;\n]/).flatMap((piece) => piece.match(IDENTIFYING) ?? [])
  return pieces.length > 0 ? pieces : [note]
}

const IDENTIFYING = /[^\s<>()]+@[^\s<>()]+|@[\p{L}\p{N}_.]{2,}|https?:\/\/\S+|\+?\d[\d ().\-/]{4,}\d/gu

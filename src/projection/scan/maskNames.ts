import { prepare } from './prepared'
import { findTerm } from './seek/seekTerm'
import type { ProtectedTerm } from './protectedTerms'

/** Replaces every protected name, alias and contact by the label of its source: "called Source A at home". */
export function maskNames(text: string, terms: readonly ProtectedTerm[]): string {
  if (text === '') return text
  const prepared = prepare(text)
  const places = terms.flatMap((term) => findTerm(prepared, term).map((place) => ({ ...place, label: term.label })))
  if (places.length === 0) return text
  let masked = ''
  let at = 0
  for (const { from, to, label } of places.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue
    masked += text.slice(at, from) + label
    at = to
  }
  return masked + text.slice(at)
}

/** Nothing that the index keeps holds a protected name, alias or contact. */
import { findInReadings, prepare } from '../../../projection/scan/prepared'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import { maskNames } from '../../../projection/scan/maskNames'
import { seekTerm } from '../../../projection/scan/seek/seekTerm'
import type { IndexedStory } from '../../../storage/storyIndex/indexedStory'

/** What nobody types as text. */
const NO_TEXT: ReadonlySet<string> = new Set([
  ...['id', 'stamp', 'created', 'updated', 'embargo', 'stage', 'status', 'type', 'fact', 'source', 'at', 'language'],
  ...['heldUntil', 'sourcesBefore'],
])

/** Returns the function that masks the names in a story. Without protected sources it returns the story as it is. */
export function storyMasker(terms: readonly ProtectedTerm[]): (story: IndexedStory) => IndexedStory {
  if (terms.length === 0) return (story) => story
  const finders = terms.map((term) => seekTerm(term).find)
  const placesIn = (text: string): readonly { readonly from: number; readonly to: number }[] => {
    const prepared = prepare(text)
    return finders.flatMap((find) => findInReadings(prepared, find))
  }
  return (story) => {
    const texts: string[] = []
    mapTexts(story, (text) => (texts.push(text), text))
    // Most stories hold none: one look at all their texts.
    const whole = prepare(texts.join('\n'))
    const found = finders.map((find) => findInReadings(whole, find).length > 0)
    if (!found.includes(true)) return story
    const wide = [...terms, ...partsOf(terms.filter((_term, at) => found[at]))]
    const masked = texts.map((text) => maskNames(text, wide))
    // A name that goes from one text into the next stands in neither alone.
    for (const at of touched(masked, placesIn(masked.join('\n')))) masked[at] = ''
    let next = 0
    const made = mapTexts(story, () => masked[next++] ?? '')
    // A line without its name finds nobody: it stands for anybody then.
    const orAnybody = (lines: readonly string[], before: readonly string[]): readonly string[] =>
      lines.map((line, at) => (line === before[at] ? line : '*'))
    const { waitsFor, signers } = made
    return {
      ...made,
      waitsFor: orAnybody(waitsFor, story.waitsFor),
      ...(signers ? { signers: orAnybody(signers, story.signers ?? []) } : {}),
      sealed: true,
    }
  }
}

/** In a story with the name, each part of it stands for the person too: “Okafor said”. */
const partsOf = (terms: readonly ProtectedTerm[]): readonly ProtectedTerm[] =>
  terms.flatMap(({ label, what, own = [] }) =>
    what === 'contact' ? [] : own.map((term): ProtectedTerm => ({ label, what: 'alias', term })),
  )

/** The texts that these places of the joined texts touch. */
function touched(
  texts: readonly string[],
  places: readonly { readonly from: number; readonly to: number }[],
): readonly number[] {
  let begin = 0
  return texts.flatMap((text, at) => {
    const from = begin
    begin += text.length + 1
    return places.some((place) => place.from < from + text.length && from < place.to) ? [at] : []
  })
}

/** The story with every text replaced, in one fixed order. */
function mapTexts(story: IndexedStory, change: (text: string) => string): IndexedStory {
  const mapped = (value: unknown): unknown => {
    if (typeof value === 'string') return value === '' ? value : change(value)
    if (Array.isArray(value)) return value.map(mapped)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, NO_TEXT.has(key) ? inner : mapped(inner)]),
    )
  }
  return mapped(story) as IndexedStory
}

/** What is marked in a captured file: the place that was found, or the words of the fact at the evidence's locator. */
import { occurrencesOf, type Occurrence } from '../../checks/evidence/foldedText'
import type { FoundPlace } from '../../story/assessment/capturedText'

export interface Marks {
  /** The words of the fact. */
  readonly words: string
  readonly found?: FoundPlace
  /** Called with the found place once it is drawn, and with null when it goes. */
  readonly onFound?: (mark: Element | null) => void
}

/** The ranges to mark in a text that the locator leads to. */
export function marksIn(text: string, { words, found }: Marks): readonly Occurrence[] {
  if (!found) return words.trim() === '' ? [] : occurrencesOf(words, text)
  const place = occurrencesOf(found.words, text)[found.nth]
  return place ? [place] : []
}

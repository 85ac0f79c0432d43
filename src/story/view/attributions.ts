/**
 * Sentences that say who said something, without what stands in quotation marks (rule 4: the attribution is context,
 * wherever it stands in the graf).
 */
import { quotedRegions } from '../copy/words/quotedRegions'
import { sentencesOf, type SentenceRange } from '../copy/words/sentences'
import { tellsWhoSays } from '../language/sayings'
import { changesTelling } from './tellingWords'

/** Whether a sentence of the text says who spoke. `regions`: the quotations of the text. */
export const isAttribution = (text: string, sentence: SentenceRange, regions: readonly SentenceRange[]): boolean =>
  tellsWhoSays(outside(text, sentence, regions))

/**
 * Whether a change of the rest of a graf may change who says what in its quotations. `near`: the context. When that
 * does not say who spoke, the attribution stands further away, and each change of it counts.
 */
export const changesWhoSays = (was: string, is: string, near: string): boolean =>
  changesTelling(was, is, near) ||
  (attributionsIn(near).length === 0 && attributionsIn(was).join('\n') !== attributionsIn(is).join('\n'))

/** All such sentences of a text, in text order. */
function attributionsIn(text: string): readonly string[] {
  // Nearly every text has none: finding its sentences and quotations costs more.
  if (!tellsWhoSays(text)) return []
  const regions = quotedRegions(text, '')
  return sentencesOf(text)
    .filter((sentence) => isAttribution(text, sentence, regions))
    .map(({ from, to }) => text.slice(from, to).trim())
}

/** The text of a stretch without its quotations. */
function outside(text: string, { from, to }: SentenceRange, regions: readonly SentenceRange[]): string {
  let at = from
  let kept = ''
  for (const region of regions) {
    if (region.to <= at || region.from >= to) continue
    kept += `${text.slice(at, Math.max(at, region.from))} `
    at = Math.max(at, region.to)
  }
  return at < to ? kept + text.slice(at, to) : kept
}

/**
 * Sentences that say who said something, without what stands in quotation marks (rule 4: the attribution is context,
 * wherever it stands in the graf).
 */
import { quotedRegions } from '../copy/words/quotedRegions'
import { sentencesOf, type SentenceRange } from '../copy/words/sentences'
import { tellsWhoSays, tellsWhoseWords } from '../language/sayings'
import { changesTelling } from './tellingWords'

/** Whether a sentence of the text says by a verb who spoke. `regions`: the quotations of the text. */
export const isAttribution = (text: string, sentence: SentenceRange, regions: readonly SentenceRange[]): boolean =>
  tellsWhoSays(outside(text, sentence, regions))

/**
 * Whether a change of the rest of a graf may change who says what in its quotations. `near`: the context. When that
 * does not say by a verb who spoke, the attribution stands further away, and each change of it counts. There nouns tell
 * of it, too: “Those were the words of the minister.”
 */
export const changesWhoSays = (was: string, is: string, near: string): boolean =>
  changesTelling(was, is, near) ||
  (attributionsIn(near, tellsWhoSays).length === 0 &&
    attributionsIn(was, tellsWhoseWords).join('\n') !== attributionsIn(is, tellsWhoseWords).join('\n'))

/** All such sentences of a text, in text order. */
function attributionsIn(text: string, tells: (text: string) => boolean): readonly string[] {
  // Nearly every text has none: finding its sentences and quotations costs more.
  if (!tells(text)) return []
  const regions = quotedRegions(text, '')
  return sentencesOf(text)
    .filter((sentence) => tells(outside(text, sentence, regions)))
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

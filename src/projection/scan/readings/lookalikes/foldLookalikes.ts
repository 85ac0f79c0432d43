import { lazy } from '../../../../story/text/lazy'
import { foldForScan, type Folded, type Likeness } from '../foldForScan'
import table from './confusables.json' with { type: 'json' }
import more from './moreLookalikes.json' with { type: 'json' }

/** What each look-alike character looks like: "а" (Cyrillic) is "a". From Unicode's list; see confusables.json. */
const IMAGES = lazy(() => {
  const images = new Map<string, string>()
  for (const [image = '', signs = ''] of [...table.lookalikes, ...Object.entries(more.lookalikes)])
    for (const sign of signs) images.set(sign, image)
  return images
})

/**
 * Folds a text for finding names that are written with look-alike letters of other scripts: like foldForScan, and each
 * look-alike becomes the letter it looks like. Capital I after a small letter stays capital, because it looks like l.
 * `0`, `1` and `m` stay themselves: see likenessPattern.
 */
export const foldLookalikes = (original: string, keepCase = false): Folded =>
  foldForScan(original, keepCase, keepCase ? LETTERS : ANY)

const ANY: Likeness = { of: (character) => IMAGES().get(character), capitalI: true, known: new Map() }
/** Names of two or three letters: "10" is not the alias "IO". */
const LETTERS: Likeness = {
  of: (character) => (/\p{L}/u.test(character) ? IMAGES().get(character) : undefined),
  capitalI: false,
  known: new Map(),
}

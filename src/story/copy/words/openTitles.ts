/**
 * Titles and abbreviations behind which no sentence ends: “la Dra. López”, “laut dem Abg. Meier”. Version 4 of the
 * sentence rule (sentences.ts), so never changed: a new list is a new version. Written with a capital.
 */
import { BEGINS, setOf } from './openEnds'

/** A name follows, whatever it begins with. */
const TITLES = setOf(
  'spc pfc ofc dist dep cpt ens ald pte cst brig bp abp br det insp comdr ltc msgt tsgt ssgt sfc assem treas ' +
    'secy sec dir chmn ven mons mdm hl vors abg abgg hptm oblt olt uffz gefr präs frl gebr bgm pfr kard pr cdt ' +
    'gal adj cne mlles mmes pdt sté ets ste dra dras sres sras lic dña excmo excma ilmo ilma pdte pdta tte sgto ' +
    'cte cmte almte arq mtro mtra profa abog rvdo rvda pbro sto sta vda hno hna dip gob alc avda dpto dott sig ' +
    'avv rag geom cav magg egr spett segr exmo exma eng pe cel',
)
/** Words too, or behind a name: open if no word follows that begins a sentence. */
const WORDS_TOO = setOf('me on cap arch ass reg fa cie cía cia comm')
/** Measures in small letters, open in the same cases: “12 pct. Tuesday”, “3 mil. Euro”. */
const MEASURES = setOf('pct mil')
/** “Hauptstr. 5” */
const STREET = /\p{L}str$/u

/** “Shares fell at BP. Shell rose.”: capitals alone are a firm or a short form, and end a sentence. */
const TITLE_CASE = /^\p{Lu}\p{Ll}/u

/** Whether the word is one of them. */
export const isTitleWord = (word: string): boolean =>
  TITLE_CASE.test(word) && (TITLES.has(word.toLowerCase()) || WORDS_TOO.has(word.toLowerCase()))

/** Whether the sentence goes on after the mark at `at`, which ends at `end`. */
export function isOpenTitle(text: string, at: number, mark: string, end: number): boolean {
  if (mark !== '.') return false
  const next = text.slice(end, end + 80).replace(/^[\s"'“”‘’»«„「『([]+/u, '')
  const word = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  if (next === '' || word === '') return false
  if (STREET.test(word)) return /^\p{Nd}/u.test(next)
  const lower = word.toLowerCase()
  if (TITLE_CASE.test(word) && TITLES.has(lower)) return true
  return (MEASURES.has(lower) || (TITLE_CASE.test(word) && WORDS_TOO.has(lower))) && !BEGINS.test(next)
}

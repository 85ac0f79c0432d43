/**
 * Sentences that deny the one beside them (“That is not true.”): data for speakers of the language to read and extend.
 * They point back at what was said; “He denied wrongdoing.” says something of its own.
 */
import { lazy } from '../text/lazy'

/** "*": any ending. */
type Words = readonly [
  /** What points back at the start of a sentence, or behind a verb. */
  back: string,
  /** The first of two words that point back: “the” of “the figure”. */
  article: string,
  said: string,
  /** What denies it behind that. */
  no: string,
  /** Verbs and their like before what points back. */
  verbs: string,
]
const LANGUAGES: readonly Words[] = [
  [
    'that|this|it|these|those',
    'the|his|her|its|their',
    'claim|figure|number|report|statement|allegation|account|rumo|count|toll',
    "not|*n['’]t|never|false|untrue|wrong|incorrect|inaccurate|mistaken|lie|hoax|baseless|unfounded|invented|fabricat*",
    'den(?:y|ie[sd])|disput*|refut*|reject*|retract*|contradict*|debunk*|none of|nothing of',
  ],
  [
    'das|dies|dieses|es',
    'die|der|den|diese|dieser',
    'zahl|angabe|behauptung|meldung|aussage|bericht|gerücht',
    'nicht|falsch|unwahr|unzutreffend|gelogen|erfunden|haltlos',
    'bestreitet|bestritt*|dementier*|widerleg*|nichts an',
  ],
  [
    "c['’](?:est|était)|cela|ça|ceci",
    'ce|cet|cette|ces|la|le|les',
    'chiffre|affirmation|déclaration|information|rumeur',
    'pas|faux|fausse|inexact*|erroné*|mensonge|infondé*|inventé*',
    'dément*|nie|nié|nient|contest*|réfut*|rien de tout',
  ],
  [
    'eso|esto|ello',
    'la|el|esa|ese|esta|este',
    'cifra|afirmaci|declaraci|informaci|rumor|versi|dato',
    'no|fals*|mentira|incorrect*|erróne*|infundad*|inventad*',
    'neg*|niega*|desm[ie]+nt*|refut*|nada de',
  ],
]
/** In scripts without spaces around words, wherever they stand. */
const ANYWHERE =
  '사실이 ?아[니닙]|사실과 ?다[르릅]|사실 ?무근|(?:이를|주장을|보도를|의혹을) ?(?:[가-힣]+ )?(?:부인|반박)|事実では?な|事実無根|' +
  '[こそ]れは(?:嘘|虚偽|誤)|[こそ]れを(?:否定|反論)|不属实|不屬實|(?:并非|並非|不是)事[实實]|[这這那此该該].{0,8}(?:不[实實]|[虚虛]假|[错錯][误誤])|' +
  '否[认認]了?[这這此该該]'

const pattern = lazy(() => {
  const word = (list: string): string =>
    String.raw`(?<!\p{L})(?:${list.replaceAll('*', String.raw`\p{L}*`).replaceAll(' ', String.raw`\s+`)})(?!\p{L})`
  const all = LANGUAGES.flatMap(([back, article, said, no, verbs]) => {
    const pointing = `(?:${word(back)}|${word(article)}\\s+(?:${said})\\p{L}*)`
    return [`^\\P{L}*(?:\\p{L}+\\P{L}+)?${pointing}[^.!?]{0,40}?${word(no)}`, `${word(verbs)}\\s+${pointing}`]
  })
  return new RegExp([...all, word('no es (?:cierto|verdad)'), ANYWHERE].join('|'), 'iu')
})

/** By sentence: each pause in typing asks for those beside each fact and each statement. */
const known = new Map<string, boolean>()

/** Whether a sentence denies what stands beside it. */
export function denies(sentence: string): boolean {
  let answer = known.get(sentence)
  if (answer !== undefined) return answer
  answer = pattern().test(sentence)
  // A story of 100,000 words has some 6,000 sentences.
  if (known.size > 12_000) known.clear()
  known.set(sentence, answer)
  return answer
}

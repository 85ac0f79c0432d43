/**
 * Sentences that deny the one beside them (“That is not true.”): data for speakers of the language to read and extend.
 * They point back at what was said; “He denied wrongdoing.” says something of its own.
 */
import { lazy } from '../text/lazy'

const SAID_EN =
  'claims?|figures?|numbers?|reports?|statements?|allegations?|accounts?|rumou?rs?|assertions?|counts?|tolls?'
const SAID_DE = 'Zahl|Angabe|Behauptung|Meldung|Aussage|Darstellung|Bericht|Gerücht'
const SAID_FR = 'chiffre|affirmation|déclaration|information|allégation|rumeur'
const SAID_ES = 'cifra|afirmación|declaración|información|acusación|rumor|versión|dato'

/** Two parts each: what points back, and what denies it; or a whole denial. */
const DENIALS: readonly string[] = [
  // English
  String.raw`^\P{L}*(?:(?:but|and|yet|however)\P{L}+)?(?:that|this|it|these|those|(?:the|his|her|its|their|such)\s+(?:${SAID_EN}))(?!\p{L})[^.!?]{0,40}?(?<!\p{L})(?:not|\p{L}+n['’]t|never|false|falsehoods?|untrue|wrong|incorrect|inaccurate|mistaken|lies?|hoax|fabricat\p{L}+|invented|baseless|unfounded|bogus)(?!\p{L})`,
  String.raw`(?<!\p{L})(?:none|nothing)\s+of\s+(?:it|this|that|them|these|those|the\s+kind)(?!\p{L})`,
  String.raw`(?<!\p{L})(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|refut\p{L}+|reject\p{L}+|retract\p{L}+|contradict\p{L}+|debunk\p{L}+)\s+(?:it|this|that|these|those|(?:the|his|her|its|their|such)\s+(?:${SAID_EN}))(?!\p{L})`,
  // German
  String.raw`^\P{L}*(?:(?:aber|doch)\P{L}+)?(?:das|dies|dieses?|es|nichts\s+davon|(?:die|der|diese|dieser)\s+(?:${SAID_DE})\p{L}*)(?!\p{L})[^.!?]{0,40}?(?<!\p{L})(?:nicht|falsch|unwahr|unzutreffend|gelogen|erfunden|haltlos)(?!\p{L})`,
  String.raw`(?<!\p{L})(?:bestreitet|bestritt\p{L}*|dementier\p{L}+|widerleg\p{L}+|widersprach\p{L}*)\s+(?:das|dies|dem|es|(?:die|den|der|diese[nr]?)\s+(?:${SAID_DE})\p{L}*)(?!\p{L})`,
  // French
  String.raw`^\P{L}*(?:c['’](?:est|était)|cela|ça|ceci|rien\s+de\s+tout|ce(?:t|tte|s)?\s+(?:${SAID_FR})s?)(?!\p{L})[^.!?]{0,40}?(?<!\p{L})(?:pas|faux|fausse|inexacte?|erronée?|mensonge|infondée?|inventée?)(?!\p{L})`,
  String.raw`(?<!\p{L})(?:dément\p{L}*|nié\p{L}*|nie|nient|contest\p{L}+|réfut\p{L}+)\s+(?:cela|ceci|ce(?:t|tte|s)?|(?:la|le|l['’]|les)\s*(?:${SAID_FR})s?)(?!\p{L})`,
  // Spanish
  String.raw`^\P{L}*(?:eso|esto|ello|nada\s+de\s+eso|(?:la|el|esa|ese|esta|este)\s+(?:${SAID_ES}))(?!\p{L})[^.!?]{0,40}?(?<!\p{L})(?:no|falso|falsa|mentira|incorrect[oa]|errónea|infundad[oa]|inventad[oa])(?!\p{L})`,
  String.raw`(?<!\p{L})no\s+es\s+(?:verdad|cierto)(?!\p{L})`,
  String.raw`(?<!\p{L})(?:neg\p{L}+|niega\p{L}*|desm[ie]+nt\p{L}+|refut\p{L}+)\s+(?:eso|esto|ello|(?:la|el|esa|ese|esta|este)\s+(?:${SAID_ES}))(?!\p{L})`,
  // Korean, Japanese, Chinese: wherever they stand.
  String.raw`사실이\s*아니|사실이\s*아닙|사실과\s*다르|사실과\s*다릅|사실\s*무근|(?:이를|그것을|(?:주장|보도|의혹)을)\s*(?:\p{L}+\s+)?(?:부인|반박)`,
  '事実では?な|事実とは?異な|事実無根|(?:これ|それ)を(?:否定|反論)|これは(?:嘘|うそ|虚偽|誤)|それは(?:嘘|うそ|虚偽|誤)',
  '不属实|不屬實|(?:并非|並非|不是)(?:事实|事實)|(?:这|這|那|此|该|該)[^。！？]{0,8}(?:不实|不實|虚假|虛假|错误|錯誤|谎言|謊言)|(?:否认|否認|反驳|反駁)了?(?:这|這|此|该|該)',
]

const pattern = lazy(() => new RegExp(DENIALS.map((one) => `(?:${one})`).join('|'), 'iu'))

/** Whether a sentence denies what stands beside it. */
export const denies = (sentence: string): boolean => pattern().test(sentence)

/** Finds who is named in a clause of the copy, in scripts with spaces. */
import { lazy } from '../../../story/text/lazy'
import { phrasesOf } from '../words/quoteWords'
import { languagesFor, QUOTE_WORDS } from '../words/tables'
import { foldedName, isJoining, parseName, titleAt } from './parseName'

export interface Mention {
  readonly kind: 'name' | 'title' | 'pronoun'
  readonly text: string
  readonly from: number
  readonly to: number
  /** Behind a preposition: whom it was said to, where. */
  readonly object: boolean
  /** Has a part of the name of somebody in the transcript. */
  readonly known: boolean
}

export interface Clause {
  readonly mentions: readonly Mention[]
  /** Verbs of saying. */
  readonly verbs: readonly { readonly from: number; readonly to: number }[]
}

interface Words {
  readonly saying: ReadonlySet<string>
  readonly pronoun: ReadonlySet<string>
}

const known = new Map<string, Words>()

export function sayingWords(language: string): Words {
  const before = known.get(language)
  if (before) return before
  const tables = languagesFor(language).flatMap((one) => QUOTE_WORDS[one] ?? [])
  const made = {
    saying: new Set(tables.flatMap(({ saying }) => phrasesOf(saying))),
    pronoun: new Set(tables.flatMap(({ pronoun }) => phrasesOf(pronoun))),
  }
  known.set(language, made)
  return made
}

/** Before a name: it is whom something is said to, or a place. "According to" is a verb of saying. */
const PREPOSITIONS = new Set(
  (
    'to at in on for from with by of against about into near after before an am im in aus nach zu zum zur mit bei für vor gegen ' +
    'von vom über à au aux en dans chez avec pour par sur contre a al con por para contra ante em no na nos nas ao à com di del ' +
    'della da dal ad op voor met tegen naar aan i på till til från fra med mot av do w z na od dla przez przed в во на к ко с со от ' +
    'для о об у із з до від для про kepada di dari untuk dengan pada với cho tại ở của từ về ' +
    'في من إلى على عن مع لدى של את עם על אל מן में से को पर का की के'
  ).split(' '),
)
/** Capitalised words that are no names, and small words that are never part of one. */
const NO_NAMES = lazy(
  () =>
    new Set(
      (
        'the a an but and or so yet still then now later earlier today yesterday tomorrow when while as if after before on in at ' +
        'however meanwhile asked also even this that these those his her their its it we i you not no yes there here what who ' +
        'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
        'october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli ' +
        'oktober dezember der die das ein eine am im und aber doch dann auch so wie lundi mardi mercredi jeudi vendredi samedi ' +
        'dimanche le la les un une et mais puis lunes martes miércoles jueves viernes sábado domingo el los las y pero segunda ' +
        'terça quarta quinta sexta o os as e mas lunedì martedì mercoledì giovedì venerdì sabato domenica il lo gli i ma ' +
        'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag de het een en maar måndag tisdag onsdag torsdag fredag lördag ' +
        'söndag och men det så понедельник вторник среду четверг пятницу субботу воскресенье и а но понеділок вівторок середу ' +
        'але та w i ale ve ama pazartesi salı çarşamba perşembe cuma senin selasa rabu kamis jumat sabtu minggu dan tetapi và nhưng ' +
        'و ثم أن إن ف ו אבל כי और लेकिन ने कि हूँ है था थी थे'
      ).split(' '),
    ),
)

interface Token {
  readonly text: string
  readonly lower: string
  readonly from: number
  readonly to: number
}

const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’׳״"\-][\p{L}\p{M}]+)*\.?/gu

/** `parts`: the parts of all names in the transcript, folded. */
export function clauseIn(text: string, language: string, parts: ReadonlySet<string>): Clause {
  const { saying, pronoun } = sayingWords(language)
  const tokens: Token[] = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    text: word,
    lower: word.toLowerCase().replace(/\.$/u, ''),
    from: index,
    to: index + word.length,
  }))
  const folded = tokens.map(({ text: word }) => foldedName(word.replace(/['’].*$|\.$/gu, '')))
  const verbs: { from: number; to: number }[] = []
  const mentions: Mention[] = []
  const cased = /[\p{Lu}\p{Ll}]/u.test(text)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    const length = phraseAt(tokens, at, saying)
    const isPart = parts.has(folded[at] ?? '')
    if (length > 0 && !(isPart && /^\p{Lu}/u.test(token.text))) {
      verbs.push({ from: token.from, to: tokens[at + length - 1]?.to ?? token.to })
      at += length - 1
      continue
    }
    const pronouns = isPart ? 0 : phraseAt(tokens, at, pronoun)
    if (pronouns > 0) {
      const to = tokens[at + pronouns - 1]?.to ?? token.to
      mentions.push({
        kind: 'pronoun',
        text: text.slice(token.from, to),
        from: token.from,
        to,
        object: false,
        known: false,
      })
      at += pronouns - 1
      continue
    }
    const end = nameEnd(text, tokens, folded, at, parts, cased, saying)
    if (end === at) continue
    const first = token.from
    const to = tokens[end - 1]?.to ?? token.to
    const phrase = text.slice(first, to).replace(/[.]$/u, (dot) => (to - first < 4 ? dot : ''))
    mentions.push({
      kind: parseName(phrase).parts.length > 0 ? 'name' : 'title',
      text: phrase,
      from: first,
      to,
      object: PREPOSITIONS.has(before(tokens, at)) && !isAccording(tokens, at, saying),
      known: folded.slice(at, end).some((word) => parts.has(word)),
    })
    at = end - 1
  }
  return { mentions, verbs }
}

/** The word before, without an article. */
function before(tokens: readonly Token[], at: number): string {
  const word = tokens[at - 1]?.lower ?? ''
  return /^(?:the|a|an|le|la|el|den|dem|der|o|il|de|het)$/u.test(word) && at > 1 ? (tokens[at - 2]?.lower ?? '') : word
}

const isAccording = (tokens: readonly Token[], at: number, saying: ReadonlySet<string>): boolean =>
  saying.has(tokens[at - 2]?.lower ?? '') && tokens[at - 1]?.lower === 'to' && tokens[at - 2]?.lower === 'according'

function phraseAt(tokens: readonly Token[], at: number, phrases: ReadonlySet<string>): number {
  const first = tokens[at]?.lower ?? ''
  const second = tokens[at + 1]?.lower
  if (second !== undefined && phrases.has(`${first} ${second}`)) return 2
  return phrases.has(first) ? 1 : 0
}

/** The end of the longest name or title that begins at token `at`; `at` if there is none. */
function nameEnd(
  text: string,
  tokens: readonly Token[],
  folded: readonly string[],
  at: number,
  parts: ReadonlySet<string>,
  cased: boolean,
  saying: ReadonlySet<string>,
): number {
  let end = at
  let next = at
  while (next < tokens.length) {
    const token = tokens[next]
    if (!token || (next > at && !/^[ \u00A0]*$/u.test(text.slice(tokens[next - 1]?.to, token.from)))) break
    const title = titleAt(folded, next)
    const isPart = parts.has(folded[next] ?? '')
    if (title && (next === at || isCapital(token) || !cased || end > at)) next += title[0]
    else if (isPart && !(saying.has(token.lower) && cased && !isCapital(token))) next++
    else if (isCapital(token) && !NO_NAMES().has(token.lower) && !saying.has(token.lower)) next++
    else if (!cased && isNeighbour(tokens, folded, next, parts, saying)) next++
    else if (end > at && isJoining(token.lower) && isCapitalAfter(tokens, next)) {
      next++
      continue
    } else break
    end = next
  }
  return end
}

const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text)

const isCapitalAfter = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  return next !== undefined && (isCapital(next) || (isJoining(next.lower) && tokens[at + 2] !== undefined))
}

/** Scripts without capitals: a word directly before a known part of a name may be another given name. */
function isNeighbour(
  tokens: readonly Token[],
  folded: readonly string[],
  at: number,
  parts: ReadonlySet<string>,
  saying: ReadonlySet<string>,
): boolean {
  const word = tokens[at]?.lower ?? ''
  return parts.has(folded[at + 1] ?? '') && !saying.has(word) && !PREPOSITIONS.has(word) && !NO_NAMES().has(word)
}

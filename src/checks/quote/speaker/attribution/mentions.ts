/** Finds who is named in a clause of the copy, in scripts with spaces. */
import { lazy } from '../../../../story/text/lazy'
import { phrasesOf } from '../../words/quoteWords'
import { languagesFor, QUOTE_WORDS } from '../../words/tables'
import { foldedName, isJoining } from '../name/foldedName'
import { parseName } from '../name/parseName'
import { titleAt } from '../name/titles'
import { isRoleBehind } from '../name/theirs'

export interface Mention {
  readonly kind: 'name' | 'title' | 'pronoun'
  readonly text: string
  readonly from: number
  readonly to: number
  /** Behind a preposition: whom it was said to, where. */
  readonly object: boolean
  /** Whose lawyer, son or office is named. */
  readonly owner?: boolean
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
    'de du des del da do di dos das della dello van of to at in on for from with by against about into ' +
    'around beside alongside ' +
    'near after before an am im in aus nach zu zum zur mit bei für vor gegen von vom über à au aux en ' +
    'dans chez avec pour par sur contre a al con por para contra ante em no na nos nas ao à com di del ' +
    'della da dal ad op voor met tegen naar aan i på till til från fra med mot av do w z na od dla przez ' +
    'przed в во на к ко с со от для о об у із з до від для про kepada di dari untuk dengan pada với cho ' +
    'tại ở của từ về في من إلى على عن مع لدى של את עם על אל מן'
  ).split(' '),
)
/** Capitalised words that are no names, and small words that are never part of one. */
const NO_NAMES = lazy(
  () =>
    new Set(
      (
        'the a an but and or so yet still then now later earlier today yesterday tomorrow when while as if ' +
        'after before on in at however meanwhile asked also even this that these those his her their its it ' +
        'we i you not no yes there here what who monday tuesday wednesday thursday friday saturday sunday ' +
        'january february march april june july august september october november december montag dienstag ' +
        'mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember der ' +
        'die das ein eine am im und aber doch dann auch so wie lundi mardi mercredi jeudi vendredi samedi ' +
        'dimanche le la les un une et mais puis lunes martes miércoles jueves viernes sábado domingo el los ' +
        'las y pero segunda terça quarta quinta sexta o os as e mas lunedì martedì mercoledì giovedì venerdì ' +
        'sabato domenica il lo gli i ma maandag dinsdag woensdag donderdag vrijdag zaterdag zondag de het een ' +
        'en maar måndag tisdag onsdag torsdag fredag lördag söndag och men det så понедельник вторник среду ' +
        'четверг пятницу субботу воскресенье и а но понеділок вівторок середу але та w i ale ve ama pazartesi ' +
        'salı çarşamba perşembe cuma senin selasa rabu kamis jumat sabtu minggu dan tetapi và nhưng و ثم أن ' +
        'إن ف ו אבל כי और लेकिन ने कि में से को पर का की के हूँ है था थी थे ' +
        'for with from like unlike pour avec selon nach laut mit bei para según'
      ).split(' '),
    ),
)

/** Reed’s lawyer, Scholz’ Anwalt, Kaya'nın avukatı: not Reed, not Scholz, not Kaya. */
const POSSESSIVE = /\p{L}['’](?:s|\p{Ll}{1,4})$|[sxzß]['’]$/u
const POSTPOSITIONS = new Set('के की का को से पर में'.split(' '))
/** Also “a lawyer representing Roe” and “la famille Dupont”. */
const OWNING = new Set(
  (
    'के की का of de du des del da do di dos das della dello van von vom של của ' +
    'representing defending advising famille équipe camp clan gouvernement familia equipo gobierno famiglia governo ' +
    'família'
  ).split(' '),
)
/** l’avocat, dell’avvocato; not “d’après”, which is “according to”. */
const ELIDED = /^(?:l|d(?!['’]après)|qu|un|(?:de|a|ne|da|su)ll)['’](?=\p{L}{2})/iu
/** Arabic titles without an article rule the name behind them: محامي سلمى is her lawyer. */
const CONSTRUCT = /^(?!ال|و?ال|السيد)[\u0621-\u064A]+$/u

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
    lower: word.toLowerCase().replace(/\.$/u, '').replace(ELIDED, '').replaceAll('’', "'"),
    from: index,
    to: index + word.length,
  }))
  const folded = tokens.map(({ text: word }) => foldedName(word.replace(ELIDED, '').replace(/['’].*$|\.$/gu, '')))
  const verbs: { from: number; to: number }[] = []
  const mentions: Mention[] = []
  const cased = /[\p{Lu}\p{Ll}]/u.test(text)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    const length = phraseAt(tokens, at, saying)
    const isPart = parts.has(folded[at] ?? '')
    if (length > 0 && !(isPart && /^\p{Lu}/u.test(token.text)) && !isTitleNoun(tokens, folded, at, language)) {
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
    const name = nameEnd(text, tokens, folded, at, parts, cased, saying)
    if (name === at) continue
    // “The Roe campaign” is not Roe.
    const last = tokens[name - 1]
    const isName = isCapital(last) && !POSSESSIVE.test(last?.text ?? '')
    const isTheirs = isName && isRoleBehind(text.slice(last?.to, tokens[name]?.to))
    // “Roe aide Jane Lee” is Jane Lee.
    const isNamed = isTheirs && isCapital(tokens[name + 1]) && isNext(text, tokens, name + 1)
    const behind = name + (isTheirs ? 1 : 0)
    const end = isNamed ? nameEnd(text, tokens, folded, behind, parts, cased, saying) : behind
    const first = token.from
    const to = tokens[end - 1]?.to ?? token.to
    const phrase = text.slice(first, to).replace(/[.]$/u, (dot) => (to - first < 4 ? dot : ''))
    mentions.push({
      kind: parseName(phrase).parts.length > 0 ? 'name' : 'title',
      text: phrase,
      from: first,
      to,
      ...relation(tokens, at, end, `${phrase}${/^['’]/u.exec(text.slice(to))?.[0] ?? ''}`, language, saying),
      known: folded.slice(at, end).some((word) => parts.has(word)),
    })
    at = end - 1
  }
  return { mentions, verbs }
}

/** French “le juge” is a judge, and “juge” alone a verb. */
const isTitleNoun = (tokens: readonly Token[], folded: readonly string[], at: number, language: string): boolean =>
  (ARTICLES[language]?.has(lowerAt(tokens, at - 1)) ?? false) && titleAt(folded, at) !== undefined

function relation(
  tokens: readonly Token[],
  at: number,
  end: number,
  phrase: string,
  language: string,
  saying: ReadonlySet<string>,
): Pick<Mention, 'object' | 'owner'> {
  const before = isArticle(tokens, at, language) ? lowerAt(tokens, at - 2) : wordBefore(tokens, at, language)
  const after = tokens[end]?.lower ?? ''
  const owner =
    POSSESSIVE.test(phrase) ||
    OWNING.has(before) ||
    /^(?:के|की|का)$/u.test(after) ||
    OF_ELIDED.test(phrase) ||
    (language === 'de' && isGenitive(tokens, at))
  const object = PREPOSITIONS.has(before) && !isAccording(tokens, at, saying)
  return { object: owner || object || POSTPOSITIONS.has(after), owner }
}

/** l’entourage d’Emmanuel Macron */
const OF_ELIDED = /^d['’]\p{Lu}/u

/** “die Mutter der Kanzlerin”, “dem Kanzler”: no subject. */
function isGenitive(tokens: readonly Token[], at: number): boolean {
  const article = lowerAt(tokens, at - 1)
  if (/^(?:des|dem|den)$/u.test(article)) return true
  const [noun, name] = [tokens[at - 2], tokens[at]]
  if (article !== 'der') return false
  return (
    /\p{Ll}in$/u.test(name?.text ?? '') ||
    (isCapital(noun) &&
      lowerAt(tokens, at - 2) === '' &&
      !NO_NAMES().has(noun?.lower ?? '') &&
      !PREPOSITIONS.has(lowerAt(tokens, at - 3)))
  )
}

/** Portuguese “a” before a title: “disse a prefeita”. Before a name it is “to”. */
const isArticle = (tokens: readonly Token[], at: number, language: string): boolean =>
  language === 'pt' &&
  lowerAt(tokens, at - 1) === 'a' &&
  titleAt([foldedName(tokens[at]?.lower ?? '')], 0) !== undefined

/** The word before, without an article. */
function wordBefore(tokens: readonly Token[], at: number, language: string): string {
  const word = lowerAt(tokens, at - 1)
  return (ARTICLES[language] ?? ARTICLES['en'] ?? new Set()).has(word) ? lowerAt(tokens, at - 2) : word
}

const ARTICLES: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the a an',
    de: 'der die das den dem des ein eine einem einer',
    fr: 'le la les un une',
    es: 'el la los las un una',
    pt: 'o os as um uma',
    it: 'il lo la i gli le un una',
    nl: 'de het een',
    sv: 'en ett den det',
    da: 'en et den det',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Of a name like Van Gogh the joining word has a capital: it is no preposition. */
function lowerAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token && (token.text === token.lower || at === 0) ? token.lower : ''
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
    if (!token || (next > at && !isNext(text, tokens, next))) break
    const title = titleAt(folded, next)
    const isPart = parts.has(folded[next] ?? '')
    if (end > at && POSSESSIVE.test(tokens[end - 1]?.text ?? '')) break
    // The lawyer of the person named next.
    if (end > at && isPart && next === at + 1 && CONSTRUCT.test(tokens[at]?.text ?? '') && titleAt(folded, at)) break
    if (title && (next === at || isCapital(token) || !cased || end > at)) next += title[0]
    else if (isPart && !(saying.has(token.lower) && cased && !isCapital(token))) next++
    else if (isCapital(token) && !NO_NAMES().has(token.lower) && !saying.has(token.lower)) next++
    else if (!cased && isNeighbour(tokens, folded, next, parts, saying)) next++
    else if (end > at && joinsName(tokens, folded, next) && !(next === at + 1 && isNoun(tokens, at))) {
      next++
      continue
    } else break
    end = next
  }
  return end
}

/** Only a space stands before the token. */
const isNext = (text: string, tokens: readonly Token[], at: number): boolean =>
  /^[ \u00A0]*$/u.test(text.slice(tokens[at - 1]?.to, tokens[at]?.from))

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '')

/** “von” and “der” of Ursula von der Leyen. “Müller der Zeitung” and “Mann von Kanzlerin Roe” are no names. */
function joinsName(tokens: readonly Token[], folded: readonly string[], at: number): boolean {
  const token = tokens[at]
  if (!token || !isJoining(token.lower)) return false
  const before = tokens[at - 1]
  const isSecond = isJoining(before?.lower ?? '') && !isCapital(before) && isCapital(tokens[at - 2])
  if (!isCapital(before) && !isSecond) return false
  if (/^(?:der|den)$/u.test(token.lower) && !isSecond) return false
  const next = tokens[at + 1]
  if (!next) return false
  if (isCapital(next)) return !/^(?:von|zu|of|de)$/u.test(token.lower) || titleAt(folded, at + 1) === undefined
  return !isSecond && isJoining(next.lower) && isCapital(tokens[at + 2])
}

/** “Der Mann von Roe”: behind an article one word is no name. */
const isNoun = (tokens: readonly Token[], at: number): boolean =>
  /^(?:der|die|das|dem|den|eine?|einem|einer|ihre?|seine?)$/u.test(tokens[at - 1]?.lower ?? '') &&
  /^(?:von|vom|der)$/u.test(tokens[at + 1]?.lower ?? '')

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

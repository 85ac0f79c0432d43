/**
 * Reads off the copy who is said to have said a quotation: the attribution before, behind or in the middle of it, or
 * whom a pronoun means.
 */
import { quotedRegions } from '../../../../story/copy/words/quotedRegions'
import { sentencesOf } from '../../../../story/copy/words/sentences'
import { recognise } from '../../words/recognise'
import { isJoinedScript } from '../name/foldedName'
import { parseName } from '../name/parseName'
import { resolveSpeaker } from '../name/resolveSpeaker'
import { named, NOBODY, type Attribution, type SpeakerFound, type Reader } from './attribution'
import { joinedClause } from './joinedMentions'
import { isOfNobody, ownClause } from './koreanClauses'
import { clauseIn } from './mentions'
import { inClause } from './speakerInClause'

export interface QuoteInCopy {
  /** The graf, and the range of the quotation in it, in UTF-16 units. */
  readonly graf: string
  readonly from: number
  readonly to: number
  /** The grafs before, the nearest last. */
  readonly earlier?: readonly string[]
}

const GAP = '\u0002'
/** Grafs before that a pronoun may mean somebody of. */
const MOST_EARLIER = 6
/** More of a graf says nothing of a quotation. */
const FARTHEST = 2000

/** The parts of the copy that tell who said a quotation. */
export function aroundQuotation({ graf, from, to, earlier = [] }: QuoteInCopy): QuoteInCopy {
  const start = Math.max(0, from - FARTHEST)
  return {
    graf: graf.slice(start, to + FARTHEST),
    from: from - start,
    to: to - start,
    earlier: earlier.slice(-MOST_EARLIER).map((text) => text.slice(-FARTHEST)),
  }
}

/**
 * @param labels - The speakers in the transcript, as it writes them.
 * @returns Undefined if the copy names nobody. An empty name: the copy gives the words to somebody without a name,
 *   or to one of several.
 */
export function readAttribution(copy: QuoteInCopy, labels: readonly string[]): Attribution | undefined {
  const { graf, from, to, earlier = [] } = aroundQuotation(copy)
  const outside = withoutQuotations(graf, from, to)
  const reader: Reader = {
    language: recognise(outside.replaceAll(GAP, ' ').trim() === '' ? graf : `${outside.replaceAll(GAP, ' ')} ${graf}`),
    parts: new Set(labels.flatMap((label) => parseName(label).parts).filter((part) => part.length > 1)),
    labels,
  }
  const sentences = sentencesOf(graf)
  const first = sentences.find((sentence) => sentence.to > from)?.from ?? 0
  // « Avez-vous signé ? » a demandé le juge: the question ends no sentence.
  const goesOn = to + (/^[\s\u00A0]*(?=\p{Ll})/u.exec(graf.slice(to))?.[0].length ?? 0)
  const last = sentences.find((sentence) => (goesOn > to ? sentence.to > goesOn : sentence.to >= to))?.to ?? graf.length
  const inside = outside.slice(from, to).replaceAll(GAP, ' ')
  const own = inside.trim() === '' ? undefined : inClause(inside, reader, 'after')
  const found = own ?? inSentence(outside, Math.min(first, from), from, to, Math.max(last, to), graf, reader)
  if (found && found !== 'pronoun') return found
  const next = found ? undefined : afterwards(outside, Math.max(last, to), reader)
  if (next) return next
  if (!found && !/[\p{L}\p{N}]/u.test(outside)) return ofGrafBefore(earlier.at(-1) ?? '', reader)
  return antecedent(outside.slice(0, found ? from : Math.min(first, from)), earlier, reader, found === 'pronoun')
}

/** Only quotations stand in the graf: “Brown said:” before it names the speaker, or the last speaker there does. */
function ofGrafBefore(graf: string, reader: Reader): Attribution | undefined {
  const its = { ...reader, language: recognise(graf) }
  const last = sentencesOf(graf).at(-1)
  const introduces = last && /[:：]\s*$/u.test(graf) ? inClause(graf.slice(last.from), its, 'before') : undefined
  return introduces && introduces !== 'pronoun' ? introduces : antecedent(graf, [], its, false)
}

/** Quotations become GAP, so that offsets stay. */
function withoutQuotations(graf: string, from: number, to: number): string {
  const signs = [...graf].length === graf.length ? [...graf] : graf.split('')
  const blank = (start: number, end: number): void => void signs.fill(GAP, start, end)
  for (const region of quotedRegions(graf, 'und')) blank(region.from, region.to)
  // A tag over two quotations holds the attribution between them.
  const spans = quotedRegions(graf.slice(from, to), 'und').length > 1
  if (!spans) blank(from, to)
  return signs.join('')
}

function inSentence(
  outside: string,
  start: number,
  from: number,
  to: number,
  end: number,
  graf: string,
  reader: Reader,
): SpeakerFound {
  const gapAfter = outside.indexOf(GAP, skipGap(outside, to))
  const whole = outside.slice(skipGap(outside, to), gapAfter >= 0 && gapAfter < end ? gapAfter : end)
  if (isOfNobody(whole)) return NOBODY
  const after = ownClause(whole)
  const before = outside.slice(start, from).replace(new RegExp(`${GAP}+$`, 'u'), '')
  const near = before.slice(before.lastIndexOf(GAP) + 1)
  const ends = /[.。।۔．][”"»」』’'\u0002]*$/u.test(graf.slice(from, to)) && !/^\s*[,，、–—-]/u.test(after)
  const goesOn = gapAfter >= 0 && gapAfter < end
  const introduces = goesOn && (/[:：,，]\s*$/u.test(after) || CONJUNCTION.test(after))
  const behind = inClause(after, reader, 'after')
  const leading = inClause(near, reader, 'before') ?? (near === before ? undefined : inClause(before, reader, 'before'))
  if (leading && (ends || introduces) && (saysIn(near, reader) || /[:：]\s*$/u.test(near))) return leading
  return behind ?? leading
}

/** “…” and Lund said “…”: what follows the conjunction introduces the next quotation. */
const CONJUNCTION =
  /^\s*[,;]?\s*(?:and|but|while|whereas|und|aber|während|et|mais|tandis|alors|y|pero|mientras|e|mas|enquanto|ma|mentre|en|maar|terwijl|och|men|medan|i|ale|и|а|но|та|але|ve)\s/iu

/** The closing mark of a tag that ends before it. */
function skipGap(outside: string, at: number): number {
  let end = at
  while (outside.charAt(end) === GAP) end++
  return end
}

const saysIn = (text: string, { language, parts }: Reader): boolean =>
  isJoinedScript(text) || clauseIn(text, language, parts).verbs.length > 0

/** A sentence that says whose words stood before it. */
const SAID_BEHIND = /말이다|말입니다|설명이다|주장이다|とのこと|という|(?:そう|こう|このように)[\p{sc=Han}]/u

/** “…” 윤 교수의 말이다. */
function afterwards(outside: string, from: number, reader: Reader): Attribution | undefined {
  const rest = outside.slice(from, from + 200).trimStart()
  const sentence = sentencesOf(rest)[0]
  const text = sentence ? rest.slice(sentence.from, sentence.to) : ''
  if (!SAID_BEHIND.test(text) || text.includes(GAP)) return undefined
  const found = inClause(text, reader, 'after')
  return found === 'pronoun' ? undefined : found
}

/** Whom a pronoun means, or who goes on speaking: the one named last before. */
function antecedent(
  before: string,
  earlier: readonly string[],
  reader: Reader,
  pronoun: boolean,
): Attribution | undefined {
  const texts = [before, ...(pronoun ? earlier.toReversed() : [])]
  for (const text of texts) {
    const outside = withoutQuotations(text, 0, 0)
    for (const { from, to } of sentencesOf(outside.replaceAll(GAP, '“')).toReversed()) {
      const sentence = outside.slice(from, to)
      const found = inEarlier(sentence, reader, pronoun)
      if (found) return found
    }
  }
  return undefined
}

function inEarlier(sentence: string, reader: Reader, pronoun: boolean): Attribution | undefined {
  const clause = sentence.replaceAll(GAP, ' ')
  const isQuoted = sentence.includes(GAP)
  const found = inClause(clause, { ...reader, onlyNames: !isQuoted }, isQuoted ? 'after' : 'before')
  if (found && found !== 'pronoun') {
    // One capital at the start of a sentence need not be a name.
    const vague = !found.name.includes(' ') && resolveSpeaker(found.name, reader.labels).kind === 'none'
    return vague ? NOBODY : { ...found, sure: false }
  }
  if (!pronoun) return undefined
  const mentions = isJoinedScript(clause)
    ? joinedClause(clause, reader.language, reader.labels.map(parseName)).mentions
    : clauseIn(clause, reader.language, reader.parts).mentions
  const subject = mentions.find(({ object, kind }) => !object && kind !== 'pronoun')
  return subject?.known === true ? named(subject, false) : undefined
}

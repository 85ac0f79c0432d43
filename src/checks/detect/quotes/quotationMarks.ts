/**
 * Text between quotation marks, in every mark in use: “ ” „ “ ” ‘ ’ ‚ " ' « » » « ‹ › 「 」 『 』 《 》 〈 〉 ﹁ ﹂ 〝 〟 ″ ＂
 * ``…'' ′…′ ′′…′′. Which mark opens follows the characters beside it, never a language.
 *
 * Sees a quotation that goes on in the next graf (its graf has no closing mark), one that opens with “ and closes
 * with a straight ", and marks inside marks. Does not see single straight marks around a phrase that ends in a plural
 * possessive.
 */
import { lazy } from '../../../story/text/lazy'
import type { Region } from '../statement'
import { isKoreanTitle, isWorkTitle } from './workTitle'

/** Opening mark → marks that close it. */
const DOUBLE: Readonly<Record<string, string>> = {
  '“': '”"“″',
  '”': '”',
  '„': '“”"„',
  '‟': '”‟',
  '❝': '❞',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '﹁': '﹂',
  '﹃': '﹄',
  '｢': '｣',
  '《': '》',
  '〈': '〉',
  '〝': '〟〞',
  '"': '"”',
  '″': '″”"',
  '＂': '＂',
}
/** Brackets and marks that only open, whatever stands beside them. */
const ALWAYS_OPENS = '“„‟❝«‹「『﹁﹃｢《〈〝'
const TITLE_BRACKETS = '《〈'
const CJK = lazy(() => /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/)
const OPENS_AFTER = lazy(() => /[\s([{—–―\-/:;,、，：。‘“«„『「（…|]/)
const LETTER = lazy(() => /[\p{L}\p{N}\p{M}]/u)

export function quotationsIn(text: string): readonly Region[] {
  if (!MARKS.test(text)) return []
  const found: Region[] = []
  const seen: Seen = { exhausted: new Set(), pairEnds: new Map(), singleEnds: new Map() }
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (!MARKS.test(mark)) continue
    const end = endOfQuotation(text, at, mark, seen)
    if (end === undefined) continue
    const isTitle = (TITLE_BRACKETS.includes(mark) && isWorkTitle(text, at, end)) || isKoreanTitle(text, at, end)
    if (!isTitle) found.push({ from: at, to: end })
    at = end - 1
  }
  return found
}

/** What was found for the marks before. Marks are asked in the order of the text, so all of them read it once. */
interface Seen {
  /** Kinds of marks that no longer have a closing one. */
  readonly exhausted: Set<string>
  /** The last place found of each closing pair, and for each single mark. */
  readonly pairEnds: Map<string, number>
  readonly singleEnds: Map<string, number>
}

/** The first place from `from` on, which `find` says (-1: none) unless the last one found is that. Infinity: none. */
function nextEnd(ends: Map<string, number>, key: string, from: number, find: (from: number) => number): number {
  const last = ends.get(key) ?? -1
  if (last >= from) return last
  const found = find(from)
  const next = found < 0 ? Infinity : found
  ends.set(key, next)
  return next
}

const MARKS = /[“”„‟❝«»‹›「『﹁﹃｢《〈〝"″′＂‘’'‚‛`＇❛<,]/

/**
 * Offset after the mark that closes the one at `at`; the end of the text if the quotation goes on; undefined if it is
 * none.
 */
function endOfQuotation(
  text: string,
  at: number,
  mark: string,
  { exhausted, pairEnds, singleEnds }: Seen,
): number | undefined {
  const pair = text.startsWith('``', at)
    ? ["''", '"', '``', '´´', '’’', '”']
    : text.startsWith('<<', at)
      ? ['>>']
      : text.startsWith(',,', at) && /[\p{L}\p{N}]/u.test(text.charAt(at + 2))
        ? ["''", '``', '"', '“', '”', '´´']
        : text.startsWith("''", at) && opensAt(text, at, 2)
          ? ["''", '"', '’’']
          : text.startsWith('′′', at) && opensAt(text, at, 2)
            ? ['′′', '″', "''", '"', '”']
            : undefined
  if (pair) {
    if (exhausted.has(mark + mark)) return undefined
    const ends = pair
      .map((close) => ({ close, index: nextEnd(pairEnds, close, at + 2, (from) => text.indexOf(close, from)) }))
      .filter(({ index }) => index > at + 2 && index < Infinity)
    const first = ends.toSorted((a, b) => a.index - b.index)[0]
    if (!first) exhausted.add(mark + mark)
    return first && first.index + first.close.length
  }
  const closers = DOUBLE[mark]
  if (closers !== undefined) {
    if (!ALWAYS_OPENS.includes(mark) && !opensDouble(text, at, mark)) return undefined
    // A mark that is turned: “ closes „ and German quotations, so after a letter it opens only between letters of CJK.
    if ((mark === '“' || mark === '‟') && closesHere(text, at) && !beside(text, at)) return undefined
    if (exhausted.has(mark)) {
      const opens = mark === '″' ? LETTER().test(text.charAt(at + 1)) : text.slice(at + 1).trim() !== ''
      return opens ? text.length : undefined
    }
    const end = endOfDouble(text, at, closers)
    if (end !== undefined) return end
    exhausted.add(mark)
    const goesOn = !'"″＂”»›'.includes(mark) || LETTER().test(text.charAt(at + 1))
    return goesOn && mark !== '›' && mark !== '”' && text.slice(at + 1).trim() !== '' ? text.length : undefined
  }
  return SINGLE.has(mark) && opensSingle(text, at, mark) ? endOfSingle(text, at, mark, singleEnds) : undefined
}

/** The most characters between single marks. */
const NEAR = 3000
const SINGLE = new Set(['‘', '’', "'", '‚', '‛', '`', '＇', '❛', '′'])
/** Marks that close a single one, if not ’ and '. */
const SINGLE_CLOSERS: Readonly<Record<string, string>> = {
  '‚': "‘’'",
  '`': "'´’`",
  '＇': '＇',
  '❛': '❜',
  '′': '′',
  "'": "'’",
}

/** Nothing, a space or an opening character stands before; something stands after. */
const opensAt = (text: string, at: number, length = 1): boolean =>
  (at === 0 || OPENS_AFTER().test(text.charAt(at - 1))) && /\S/.test(text.charAt(at + length))

/** A closing place: something stands before, nothing that begins a word stands after. */
const closesHere = (text: string, at: number): boolean =>
  at > 0 &&
  /\S/.test(text.charAt(at - 1)) &&
  !OPENS_BEFORE.test(text.charAt(at - 1)) &&
  !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))
const OPENS_BEFORE = /[([{—–―/:：，、。（]/

/** Chinese, Japanese or Korean characters stand beside, so spaces tell nothing. */
const beside = (text: string, at: number): boolean => CJK().test(text.charAt(at - 1)) || CJK().test(text.charAt(at + 1))

function opensDouble(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (after === '') return false
  // Inches and seconds: 6'2", 35mm".
  if (/[\p{Nd}'’′]/u.test(before) && !CJK().test(after)) return false
  if (mark === '»' || mark === '›')
    return /^[\p{L}\p{N}¿¡([„“"‚‘…]/u.test(after) && (at === 0 || OPENS_AFTER().test(before))
  if (mark === '”') return opensAt(text, at) && LETTER().test(after)
  if (opensAt(text, at)) return true
  if (CJK().test(before) && /\S/.test(after)) return true
  // " spaced like French marks ".
  return (at === 0 || /\s/.test(before)) && /\s/.test(after) && /\s["″＂]/.test(text.slice(at + 2))
}

function endOfDouble(text: string, at: number, closers: string): number | undefined {
  const open = text.charAt(at)
  const straight = open === '"' || open === '″' || open === '＂'
  for (let index = at + 1; index < text.length; index++) {
    const here = text.charAt(index)
    if (here === open && !straight && !closers.includes(here)) {
      const inner = endOfDouble2(text, index, closers)
      if (inner !== undefined) index = inner - 1
      continue
    }
    if (!closers.includes(here)) continue
    if (here === '"' && /\d['’′]\s?\d{1,2}$/.test(text.slice(Math.max(0, index - 6), index))) continue
    // A straight mark inside curly ones opens before a word: “He said "go" and left”.
    if (here === '"' && !straight && opensAt(text, index) && !closesHere(text, index)) {
      const inner = text.indexOf('"', index + 1)
      if (inner > 0 && closesLater(text, inner + 1, open, closers)) {
        index = inner
        continue
      }
    }
    // A mark of the same form opens an inner or a next quotation: not the end.
    if ((here === '“' || here === '„' || here === '»') && (open === here || open === '“') && !closesHere(text, index))
      continue
    if (
      straight &&
      here === '"' &&
      index > at + 1 &&
      /\s/.test(text.charAt(index - 1)) &&
      LETTER().test(text.charAt(index + 1))
    ) {
      // "one "two" three": a mark before a word and after a space, while another one follows.
      if (text.indexOf('"', index + 1) < 0) return index + 1
    }
    return index + 1
  }
  return undefined
}

/** Whether a mark closes the quotation soon after `from`, before another one opens. */
function closesLater(text: string, from: number, open: string, closers: string): boolean {
  const limit = Math.min(text.length, from + 400)
  for (let index = from; index < limit; index++) {
    const here = text.charAt(index)
    if (here === open) return false
    if (closers.includes(here) && !(here === '"' && opensAt(text, index) && !closesHere(text, index))) return true
  }
  return false
}

/** The end of marks of one form inside marks of the same form, near by. */
function endOfDouble2(text: string, at: number, closers: string): number | undefined {
  for (let index = at + 1; index < Math.min(text.length, at + 80); index++)
    if (closers.includes(text.charAt(index)) && closers.charAt(0) === text.charAt(index))
      return text.indexOf(closers.charAt(0), index + 1) > 0 &&
        text.slice(index + 1, text.indexOf(closers.charAt(0), index + 1)).includes(text.charAt(at))
        ? undefined
        : text.indexOf(closers.charAt(0), index + 1) > 0
          ? index + 1
          : undefined
  return undefined
}

/** Words that begin with an apostrophe. */
const ELIDED =
  /^(?:\d{2}s?\b|\d0er\b|(?:n|em|til|till|tis|twas|twere|twill|cause|cos|round|bout|cuz|neath|tween|fraid|kay|ere|nuff|s|t|ne|nem|nen|ner|ns|ran|rum|rauf|rein|nauf|naus|ya|er|im|ard|ouse|alf|ello|ave|appen|orrible)\b)/iu

function opensSingle(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1)
  const after = text.slice(at + 1, at + 12)
  if (!/^[\p{L}\p{N}“"«¿¡(\[…]/u.test(after)) return false
  if (LETTER().test(before) && !CJK().test(before)) return false
  if (
    CJK().test(before) &&
    (mark === "'" || mark === '’') &&
    !/[\s(（:：，。、]/.test(before) &&
    !CJK().test(after.charAt(0))
  )
    return false
  if (mark === '’' && CJK().test(before)) return false
  return !(mark !== '‚' && ELIDED.test(after))
}

/**
 * Offset after the mark that closes the single one at `at`; undefined if there is none near by.
 */
function endOfSingle(text: string, at: number, mark: string, ends: Map<string, number>): number | undefined {
  const index = nextEnd(ends, mark, at + 2, (from) => singleEndFrom(text, from, mark))
  if (index >= Math.min(text.length, at + NEAR)) return undefined
  const sure =
    /[.,!?…;:。！？，]/.test(text.charAt(index - 1)) ||
    !/s/i.test(text.charAt(index - 1)) ||
    !/\s/.test(text.charAt(index + 1))
  if (sure) return index + 1
  // “the boys' school”: a plural possessive, if a surer end follows in the sentence.
  const next = /^[^'‘’.!?]*[.,!?]['’](?!\p{L})/u.exec(text.slice(index + 1, index + 160))
  return index + 1 + (next?.[0].length ?? 0)
}

/** Where a mark from `from` on may close the single `mark`; -1 if none does. */
function singleEndFrom(text: string, from: number, mark: string): number {
  const closers = SINGLE_CLOSERS[mark] ?? "’'"
  for (let index = from; index < text.length; index++) {
    const here = text.charAt(index)
    if (!closers.includes(here)) continue
    const before = text.charAt(index - 1)
    const after = text.charAt(index + 1)
    if (/\s/.test(before) || (LETTER().test(after) && !CJK().test(after) && !/^[\uac00-\ud7af]/.test(after))) continue
    if (/\d/.test(before) && /\d/.test(after)) continue
    // ’…’ with two marks of one form: only where punctuation closes the words.
    if (mark === '’' && !/[.,!?…。！？]/.test(before) && !/[.,!?;:)]/.test(after)) continue
    return index
  }
  return -1
}

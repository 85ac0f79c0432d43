/** Questions and answers, as courts and the White House write them: “Q.   Did you see him?”, “A.   I did not.” */
import type { Labelled } from './labelled'
import { letterOf, type Letter } from './questionLetter'
import { SentenceEnd } from '../sentenceEnd'
import type { TranscriptLine } from '../transcriptLine'
import { WhoAsks } from '../whoAsks'

const PERSON = "(?:M[RS]|MRS|MISS|DR)\\.?\\s\\p{L}[\\p{L}'’. -]{0,40}?"
/** “BY MS. LEE:” names who asks, not who answers. */
const EXAMINER = new RegExp(
  `^(?:\\d{1,2}\\s+)?BY\\s+(?<name>${PERSON})(?:,\\s[^:]{1,40}|\\s\\([^()]{1,40}\\))?\\s*:\\s*(?<rest>.*)$`,
  'isu',
)
/** “BY A JUROR:”, “BY MR. KING”, “FURTHER QUESTIONS BY MR. KING:”: another one asks from here on. */
const BY =
  /^(?:\d{1,2}\s+)?(?:BY\s+\S.{0,80}|By\s+\S.{0,80}:|[A-Z][\p{L}\s-]{0,40}\s(?:BY|by)\s+(?:M[RS]|MRS|MISS|DR|M[rs]s?|Miss|Dr)\b.{0,60})$/u
/** “CROSS-EXAMINATION:”, “Cross-Examination by Mr. King” */
const EXAMINATION =
  /(?:^|[\s-])EXAMINATION\b|^(?:\d{1,2}\s+)?(?:\p{Lu}\p{L}*[\s-]){0,4}Examination\b|^[A-Z]\p{L}*-examination\b/u
/** “Q.   (BY MR. KING)  You were paid?”, “Q.  [BY MR. KING]  You were paid?”, “Q.  (A JUROR)  Who paid?” */
const OTHERS =
  '(?:(?:the|an?)\\s)?(?:(?:grand|presiding)\\s)?(?:court|judge|juror|foreperson|foreman)(?:\\s(?:no\\.?\\s?)?\\d{1,3})?'
const TURNED = new RegExp(`^[([](?:BY\\s+[^()[\\]]{1,50}|${PERSON}|${OTHERS}):?[)\\]]\\s*(?<rest>.*)$`, 'isu')
const TURNED_TO = new RegExp(`^[([]BY\\s+(?<name>${PERSON})[)\\]]`, 'iu')
/** “Q.  BY THE COURT:  You were paid?”, “Q.  THE COURT:  You were paid?”, and a name without its colon */
const BY_OTHER =
  /^(?:BY\s+(?:(?!THE WAY)[A-Z][^:?]{0,50}:|(?=(?:M[RS]|MRS|MISS|DR)\b))|(?:M[RS]|MRS|MISS|DR|THE COURT|THE JUDGE|JUROR)\b[^a-z:?]{0,40}:)\s*(?<rest>.*)$/su
/** Captions break a sentence anywhere: “Plan” / “A. We wait.” */
const CAPTION = /^\d{1,3}:\d{2}/u
/** A single question in a file does not make each “A.” an answer. */
const LEAST_QUESTIONS = 2
/** “MR BEER: Did you know?” / “A. I did not.”: at inquiries the first question has a label. */
const ASKS = /\?["”’)\]]*$/u

/**
 * The lines that begin a question or an answer. The one who asks is named in a court; nobody says who answers. `read`:
 * the labels before a colon.
 */
export function labelsOfQuestions(
  lines: readonly TranscriptLine[],
  read: ReadonlyMap<TranscriptLine, Labelled>,
): ReadonlyMap<TranscriptLine, Labelled> {
  const own = lines.filter(({ speaker, at }) => speaker === undefined && !CAPTION.test(at ?? ''))
  const forms = own.flatMap((line) => {
    const letter = letterOf(line.text.trim())
    return read.get(line)?.speaker === 'Q' ? ['label'] : letter?.who === 'Q' ? [letter.form] : []
  })
  const hasLoose = forms.length >= LEAST_QUESTIONS
  const count = forms.filter((form) => hasLoose || form !== 'loose').length
  const texts = own.map(({ text }) => text.trim()).filter((text) => text !== '')
  const answers = texts.filter((text, at) => isPlainAnswer(text) && ASKS.test(texts[at - 1] ?? ''))
  const hasAnswers = hasLoose || answers.length >= LEAST_QUESTIONS
  if (count === 0 && !hasAnswers) return new Map()
  const isCourt = own.some(({ text }) => begins(text.trim()) || isAskedBy(text.trim()))
  const found = new Map<TranscriptLine, Labelled>()
  const end = new SentenceEnd()
  const lists = beginningsOfLists(own, read)
  const examined = new Examined(isCourt || hasAnswers, isCourt, hasLoose)
  for (const line of own) {
    const text = line.text.trim()
    const label = examined.label(text, read.get(line), { hasEnded: end.isHere, isList: lists.has(line) })
    if (label) found.set(line, label)
    end.follow(text)
  }
  return found
}

/** Whether another one asks from this line on. */
const begins = (text: string): boolean => EXAMINER.test(text) || BY.test(text) || EXAMINATION.test(text)

/** What is asked, and by whom, where a question says so behind its letter: “Q  BY MR. KING:  You lied?” */
function turnOf(asked: string): { readonly name: string | undefined; readonly rest: string } | undefined {
  const by = EXAMINER.exec(asked)?.groups
  if (by && POSSESSIVE.test(by['name'] ?? '')) return undefined
  if (by) return { name: SMALL.test(by['name'] ?? '') ? undefined : by['name'], rest: by['rest'] ?? '' }
  const turned = (TURNED.exec(asked) ?? BY_OTHER.exec(asked))?.groups
  return turned && { name: TURNED_TO.exec(asked)?.groups?.['name'], rest: turned['rest'] ?? '' }
}

/** “By Mr. King’s count: you lied?” are words of a question, and “By Mr. King and his team:” may be. */
const POSSESSIVE = /['’]s(?!\p{L})/iu
const SMALL = /\s\p{Ll}/u

/** Whether a question begins with “BY MR. KING:”. */
function isAskedBy(text: string): boolean {
  const letter = letterOf(text)
  return letter?.who === 'Q' && EXAMINER.test(letter.rest) && turnOf(letter.rest)?.name !== undefined
}

function isPlainAnswer(text: string): boolean {
  const letter = letterOf(text)
  return letter?.who === 'A' && (letter.form === 'wide' || letter.form === 'stop')
}

/** Lines “A. Money.” that a line “B. Time.” follows. */
function beginningsOfLists(
  lines: readonly TranscriptLine[],
  read: ReadonlyMap<TranscriptLine, Labelled>,
): ReadonlySet<TranscriptLine> {
  const found = new Set<TranscriptLine>()
  let hasB = false
  for (const line of lines.toReversed()) {
    const letter = letterOf(line.text.trim())
    if (letter?.who === 'A' && hasB) found.add(line)
    if (letter || read.has(line)) hasB = false
    hasB ||= /^(?:\d{1,2}\s+)?B(?:[.)]\s|\s{2}|\t)/u.test(line.text.trim())
  }
  return found
}

interface Here {
  /** The sentence before the line has ended. */
  readonly hasEnded: boolean
  /** “B.” follows. */
  readonly isList: boolean
}

/** Follows who asks, and what was read last. */
class Examined {
  private readonly asks = new WhoAsks()
  private lastLetter: 'Q' | 'A' | undefined
  private last: 'Q' | 'A' | 'other' | undefined
  /** Whether the line before asks something. */
  private isAsked = false

  /** `hasLoose`: “Q ” begins a question whatever follows. */
  constructor(
    private readonly hasAnswers: boolean,
    private readonly isCourt: boolean,
    private readonly hasLoose: boolean,
  ) {}

  /** The label of the next line. */
  label(text: string, read: Labelled | undefined, here: Here): Labelled | undefined {
    const label = this.read(text, read, here)
    if (text !== '') this.isAsked = ASKS.test(text)
    return label
  }

  private read(text: string, read: Labelled | undefined, here: Here): Labelled | undefined {
    if (begins(text)) this.asks.begins(undefined)
    const by = EXAMINER.exec(text)?.groups
    if (by) {
      this.asks.begins(by['name'] ?? '')
      this.last = 'other'
      const rest = by['rest'] ?? ''
      const letter = letterOf(rest)
      return this.asked(letter && letter.form !== 'loose' ? letter.rest : rest)
    }
    if (BY.test(text) && !isAskedBy(text)) return { rest: text }
    const letter = letterOf(text)
    if (letter?.who === 'Q' && (letter.form !== 'loose' || this.hasLoose)) return this.question(letter, here)
    if (letter?.who === 'A' && this.isAnswer(letter, here)) {
      this.follow('A')
      return { rest: letter.rest }
    }
    if (read?.speaker === 'Q') return this.colon(read.rest)
    if (read?.speaker === 'A') this.follow('A')
    else if (read) this.other(read)
    else this.asks.goesOn(text)
    return undefined
  }

  /** “we call that the / Q factor”: in mid sentence nobody knows whether it asks. */
  private question({ rest, form }: Letter, { hasEnded }: Here): Labelled {
    this.follow('Q')
    return form === 'loose' && !hasEnded ? { rest } : this.turned(rest)
  }

  private turned(rest: string): Labelled {
    const turn = turnOf(rest)
    if (!turn) return this.asked(rest)
    this.asks.begins(turn.name)
    return this.asked(turn.rest)
  }

  /** “Q: Why?” is a label already, and is the examiner’s. */
  private colon(rest: string): Labelled | undefined {
    this.follow('Q')
    return this.asks.name === undefined && !turnOf(rest) ? undefined : this.turned(rest)
  }

  /** In a court somebody may object between question and answer. Elsewhere “A. Money.” may be a list. */
  private isAnswer({ form }: Letter, { hasEnded, isList }: Here): boolean {
    if (!this.hasAnswers) return false
    const isObjected = this.isCourt && this.last === 'other'
    const isAskedByOther = this.last === 'other' && this.isAsked && !isList
    // “Did you sign Exhibit / A that day?”, “Did you use / A.I. at work?” is one question.
    if (form === 'loose')
      return hasEnded && (this.last === 'Q' || isAskedByOther || (isObjected && this.lastLetter === 'Q'))
    if (form === 'space') return this.last === 'Q' || isObjected || isAskedByOther
    if (this.isCourt || (form === 'wide' && (this.hasLoose || !isList))) return true
    return hasEnded && (this.lastLetter === 'Q' || isAskedByOther || (this.last === 'other' && !isList))
  }

  private other({ speaker = '', rest }: Labelled): void {
    this.last = 'other'
    this.asks.says(speaker, rest)
  }

  private follow(letter: 'Q' | 'A'): void {
    this.lastLetter = letter
    this.last = letter
  }

  private asked(rest: string): Labelled {
    const { name } = this.asks
    return name === undefined ? { rest } : { speaker: name, rest }
  }
}

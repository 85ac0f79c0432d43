/** Questions and answers, as courts and the White House write them: “Q.   Did you see him?”, “A.   I did not.” */
import type { Labelled } from './labelled'
import { SentenceEnd } from './sentenceEnd'
import type { TranscriptLine } from './transcriptLine'

/** “Q.   Why?”, “Q. Why?”, and “Q Why?” where a page lost its spaces. */
const LETTER = /^(?:\d{1,2}\s+)?(?<who>[QA])(?<gap>\.?(?:\s{2,}|\t)|\.(?:\s|$)|\s(?=["“'(]?\p{Lu})|$)(?<rest>.*)$/su
const PERSON = "(?:M[RS]|MRS|MISS|DR)\\.?\\s\\p{L}[\\p{L}'’. -]{0,40}?"
/** “BY MS. LEE:” names who asks, not who answers. */
const EXAMINER = new RegExp(
  `^(?:\\d{1,2}\\s+)?BY\\s+(?<name>${PERSON})(?:,\\s[^:]{1,40}|\\s\\([^()]{1,40}\\))?\\s*:\\s*(?<rest>.*)$`,
  'isu',
)
/** “BY A JUROR:”, “BY MR. KING”, “FURTHER QUESTIONS BY MR. KING:”: another one asks from here on. */
const BY =
  /^(?:\d{1,2}\s+)?(?:BY\s+\S.{0,80}|By\s+\S.{0,80}:|[A-Z][\p{L}\s-]{0,40}\s(?:BY|by)\s+(?:M[RS]|MRS|MISS|DR|M[rs]s?|Miss|Dr)\b.{0,60})$/u
/** A lawyer or juror who speaks, and may ask what comes next. */
const ANOTHER = /^(?:\d{1,2}\s+)?(?:M[RS]|MRS|MISS|DR|JUROR)\b/iu
/** What is said between a question and its answer, by one who asks nothing. */
const OBJECTION = /objec|sustain|overrul|strike|leading|hearsay|relevan|foundation/iu
/** “CROSS-EXAMINATION:”, “Cross-Examination by Mr. King” */
const EXAMINATION =
  /(?:^|[\s-])EXAMINATION\b|^(?:\d{1,2}\s+)?(?:\p{Lu}\p{L}*[\s-]){0,4}Examination\b|^[A-Z]\p{L}*-examination\b/u
/** “Q.   (BY MR. KING)  You were paid?” */
const TURNED = new RegExp(`^\\((?:(?<by>BY)\\s+[^()]{1,50}|${PERSON})\\)\\s*(?<rest>.*)$`, 'isu')
const TURNED_TO = new RegExp(`^\\(BY\\s+(?<name>${PERSON})\\)`, 'iu')
/** Captions break a sentence anywhere: “Plan” / “A. We wait.” */
const CAPTION = /^\d{1,3}:\d{2}/u
/** A single question in a file does not make each “A.” an answer. */
const LEAST_QUESTIONS = 2

interface Letter {
  readonly who: 'Q' | 'A'
  readonly rest: string
  /** `stop`: “A. ”, `space`: “A ”, `wide`: more spaces than a sentence has. */
  readonly form: 'wide' | 'stop' | 'space'
}

function letterOf(text: string): Letter | undefined {
  const { who, gap = '', rest = '' } = LETTER.exec(text)?.groups ?? {}
  if (who === undefined) return undefined
  const form = /\s\s|\t/u.test(gap) ? 'wide' : gap.startsWith('.') ? 'stop' : 'space'
  return { who: who === 'Q' ? 'Q' : 'A', rest: rest.trim(), form }
}

/**
 * The lines that begin a question or an answer. The one who asks is named in a court; nobody says who answers. `read`:
 * the labels before a colon.
 */
export function labelsOfQuestions(
  lines: readonly TranscriptLine[],
  read: ReadonlyMap<TranscriptLine, Labelled>,
): ReadonlyMap<TranscriptLine, Labelled> {
  const own = lines.filter(({ speaker, at }) => speaker === undefined && !CAPTION.test(at ?? ''))
  const questions = own.filter((line) => read.get(line)?.speaker === 'Q' || letterOf(line.text.trim())?.who === 'Q')
  if (questions.length === 0) return new Map()
  const isCourt = own.some(({ text }) => begins(text.trim()))
  const found = new Map<TranscriptLine, Labelled>()
  const end = new SentenceEnd()
  const examined = new Examined(isCourt || questions.length >= LEAST_QUESTIONS, isCourt)
  for (const line of own) {
    const text = line.text.trim()
    const label = examined.label(text, read.get(line), end.isHere)
    if (label) found.set(line, label)
    end.follow(text)
  }
  return found
}

/** Whether another one asks from this line on. */
const begins = (text: string): boolean => EXAMINER.test(text) || BY.test(text) || EXAMINATION.test(text)

/** Follows who asks, and what was read last. */
class Examined {
  private examiner: string | undefined
  private lastLetter: 'Q' | 'A' | undefined
  private last: 'Q' | 'A' | 'other' | undefined

  constructor(
    private readonly hasAnswers: boolean,
    private readonly isCourt: boolean,
  ) {}

  /** The label of the next line. `hasEnded`: the sentence before it. */
  label(text: string, read: Labelled | undefined, hasEnded: boolean): Labelled | undefined {
    if (begins(text)) this.examiner = undefined
    const by = EXAMINER.exec(text)?.groups
    if (by) {
      this.examiner = plain(by['name'] ?? '')
      this.last = 'other'
      const rest = by['rest'] ?? ''
      return this.asked(letterOf(rest)?.rest ?? rest)
    }
    if (BY.test(text)) return { rest: text }
    const letter = letterOf(text)
    if (letter?.who === 'Q') return this.question(letter.rest)
    if (letter && this.isAnswer(letter, hasEnded)) {
      this.follow('A')
      return { rest: letter.rest }
    }
    if (read?.speaker === 'Q') return this.colon(read.rest)
    if (read?.speaker === 'A') this.follow('A')
    else if (read) this.other(read)
    return undefined
  }

  private question(rest: string): Labelled {
    this.follow('Q')
    const turned = TURNED.exec(rest)?.groups
    if (!turned) return this.asked(rest)
    const name = TURNED_TO.exec(rest)?.groups?.['name']
    this.examiner = name === undefined ? undefined : plain(name)
    return this.asked(turned['rest'] ?? '')
  }

  /** “Q: Why?” is a label already, and is the examiner’s. */
  private colon(rest: string): Labelled | undefined {
    this.follow('Q')
    return this.examiner === undefined && !TURNED.test(rest) ? undefined : this.question(rest)
  }

  /** In a court somebody may object between question and answer. Elsewhere “A. Money.” may be a list. */
  private isAnswer({ form }: Letter, hasEnded: boolean): boolean {
    if (!this.hasAnswers) return false
    if (form === 'space') return this.last === 'Q' || (this.isCourt && this.last === 'other')
    return this.isCourt || form === 'wide' || (this.lastLetter === 'Q' && hasEnded)
  }

  private other({ speaker = '', rest }: Labelled): void {
    this.last = 'other'
    const isAnother = ANOTHER.test(speaker) && plain(speaker).toLowerCase() !== this.examiner?.toLowerCase()
    if (isAnother && !OBJECTION.test(rest)) this.examiner = undefined
  }

  private follow(letter: 'Q' | 'A'): void {
    this.lastLetter = letter
    this.last = letter
  }

  private asked(rest: string): Labelled {
    return this.examiner === undefined ? { rest } : { speaker: this.examiner, rest }
  }
}

const plain = (name: string): string => name.replace(/\s+/gu, ' ').trim()

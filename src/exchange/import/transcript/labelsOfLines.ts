/** Whose words each line begins. In doubt they are nobody’s: never those of the speaker before. */
import type { Labelled } from './labelled'
import { beginsLikeCall, beginsLikeOfficial, readOfficialLabel } from './officialLabel'
import { labelsOfQuestions } from './questionLabels'
import { isMailHeader, readLabel } from './speakerLabel'
import type { TranscriptLine } from './transcriptLine'

type Labels = ReadonlyMap<TranscriptLine, Labelled>

/** The labels of all lines whose file does not name the speaker outside the text. */
export function labelsOfLines(lines: readonly TranscriptLine[]): Labels {
  const read = new Map<TranscriptLine, Labelled>()
  for (const line of lines) {
    const label = line.speaker === undefined ? readLabel(line.text.trim()) : undefined
    if (label) read.set(line, label)
  }
  const sure = new Map([...read, ...labelsOfQuestions(lines, read)])
  return new Map([...headers(lines, sure), ...marked(lines, sure), ...officialLabels(lines, sure), ...sure])
}

const nobody = ({ text }: TranscriptLine): Labelled => ({ rest: text.trim() })

/** A file with one of these has labels of official minutes before a colon. */
const TITLED = /^(?:the|mr|mrs|ms|miss|hon|right hon|sir|madam|rep|sen|senator|president|m|mme|frau|herr)[. ]/iu
/** One alone, in a file with labels before a colon, is hardly a label. */
const LEAST_OFFICIAL = 2

/**
 * Labels before a full stop. Behind a line that has not ended, such as the foot of a page, nobody knows whose words
 * follow; so it is with each line of such minutes that begins like a label, and cannot be read as one.
 */
function officialLabels(lines: readonly TranscriptLine[], read: Labels): Labels {
  const found = new Map<TranscriptLine, Labelled>()
  const unsure = new Map<TranscriptLine, Labelled>()
  const calls = new Map<TranscriptLine, Labelled>()
  const end = new Ending()
  for (const line of lines) {
    const text = line.text.trim()
    if (line.speaker === undefined && !read.has(line)) {
      const label = readOfficialLabel(text)
      if (label && end.isHere) found.set(line, label)
      else if (label || beginsLikeOfficial(text)) unsure.set(line, nobody(line))
      if (beginsLikeCall(text)) calls.set(line, nobody(line))
    }
    end.follow(text)
  }
  const hasOthers = read.size > 0 || lines.some(({ speaker }) => speaker !== undefined)
  if (found.size === 0) return [...read.values()].some(({ speaker }) => TITLED.test(speaker ?? '')) ? calls : new Map()
  if (!hasOthers || found.size >= LEAST_OFFICIAL) return new Map([...found, ...unsure])
  return new Map([...[...found.keys()].map((line) => [line, nobody(line)] as const), ...unsure])
}

/** The end of a sentence, or a dash where somebody interrupts. */
const ENDED = /[.!?…:»”"'’)\]—–-]\s*$/u
/** Longer lines are no headlines. */
const LONGEST_HEADLINE = 200

/** Follows whether the sentence before a line has ended. */
class Ending {
  isHere = true
  private hasEnded = true
  private isBetween = false

  follow(text: string): void {
    if (text === '') {
      if (!this.isBetween) this.isHere = true
      return
    }
    this.isBetween = isBetween(text)
    if (!this.isBetween) this.hasEnded = ENDED.test(text) || isHeadline(text)
    this.isHere = this.hasEnded
  }
}

/** Several words in capitals. */
const isHeadline = (text: string): boolean =>
  text.length <= LONGEST_HEADLINE &&
  !/\p{Ll}/u.test(text) &&
  text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length > 1

/** A page number, or one word in capitals: it may stand within a sentence. */
const isBetween = (text: string): boolean =>
  /^\[+page\s/iu.test(text) || !/\p{L}/u.test(text) || (!/\p{Ll}/u.test(text) && !/\s/u.test(text) && !ENDED.test(text))

/** A mark before a label, as Korean and Japanese minutes and interviews have it. */
const MARK = /^[▲△▶▷▽▼◇◆■□○◯〇●◎]/u

/** Where marks begin turns, a line with a mark begins one, even if it cannot be read. */
function marked(lines: readonly TranscriptLine[], read: Labels): Labels {
  const has = lines.filter(({ text, speaker }) => speaker === undefined && MARK.test(text.trim()))
  return has.some((line) => read.has(line)) ? new Map(has.map((line) => [line, nobody(line)])) : new Map()
}

/** The head of a mail is nobody’s, where another one has spoken before. */
function headers(lines: readonly TranscriptLine[], read: Labels): Labels {
  const found = new Map<TranscriptLine, Labelled>()
  const isHeader = (at: number): boolean => isMailHeader(lines[at]?.text.trim() ?? '')
  let named = false
  lines.forEach((line, at) => {
    const label = read.get(line)
    named ||= label?.speaker !== undefined
    if (named && !isHeader(at - 1) && isHeader(at) && isHeader(at + 1)) found.set(line, nobody(line))
  })
  return found
}

/** Labels that a narrow column breaks: “Svenja Roth, Bundesministerin für Digitales und” / “Verkehr:” */
import { readLabel } from './speakerLabel'
import type { TranscriptLine } from '../transcriptLine'

const NAME = "(?:(?:Dr|Prof)\\. )*\\p{Lu}[\\p{L}'’-]+(?: (?:von|van|der|de|zu|\\p{Lu}[\\p{L}.'’-]*)){1,4}"
/** A name, and the beginning of an office. */
const BEGUN = new RegExp(`^${NAME}(?: \\([^()]{1,60}\\))?, \\p{Lu}[^.:!?]{1,90}$`, 'u')
/** A name, and the beginning of a party in brackets. */
const OPENED = new RegExp(`^${NAME} \\([^().:!?]{1,60}$`, 'u')
/** An office of the Spanish Cortes: “La señora MINISTRA DE POLÍTICA TERRITORIAL Y” / “MEMORIA (Torres Pérez):” */
const CORTES = /^(?:El señor|La señora) \p{Lu}{2}[\p{Lu},. -]{1,150}(?: \([^():]{0,60})?$/u
const ENDED = /[.!?…:»”"'’)\]—–-]\s*$/u

/** Joins a label with its second line, where the line before has ended. */
export function withWholeLabels(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const whole: TranscriptLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    const next = lines[at + 1]
    const text = next && goesOn(line, next, lines[at - 1]) ? `${line.text.trim()} ${next.text.trim()}` : undefined
    whole.push(text === undefined ? line : { ...line, text })
    if (text !== undefined) at++
  }
  return whole
}

function goesOn(line: TranscriptLine, next: TranscriptLine, before: TranscriptLine | undefined): boolean {
  if ([line, next].some(({ speaker, changes, cell }) => speaker !== undefined || changes || cell)) return false
  const [first, second] = [line.text.trim(), next.text.trim()]
  const last = before?.text.trim() ?? ''
  if (last !== '' && !ENDED.test(last)) return false
  const isBroken =
    (BEGUN.test(first) && /^[^.:!?]{1,90}:$/u.test(second)) ||
    (CORTES.test(first) && /^[^.:!?]{1,120}:/u.test(second)) ||
    (OPENED.test(first) && /^[^().:!?]{1,40}\):/u.test(second))
  return isBroken && readLabel(`${first} ${second}`) !== undefined
}

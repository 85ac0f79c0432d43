import { deskLineOf } from '../../../formats/deskLines'
import type { Fields } from '../../../../story/ledger/fields'
import { instantFrom } from './instantFrom'
import type { LossCollector } from '../losses'

/**
 * Takes the lines that our own exports print for the receiving desk out of an ed note: they are about the version that
 * was sent, not about the new story. An embargo becomes the field if the file has none. All others are listed.
 */
export function withoutDeskLines(
  note: string,
  embargo: string | undefined,
  losses: LossCollector,
): Pick<Partial<Fields>, 'edNote' | 'embargo'> {
  const kept: string[] = []
  let until = embargo
  for (const text of note.split('\n')) {
    const line = deskLineOf(text.trim())
    if (line === undefined || line.kind === 'edNote') kept.push(text)
    else if (line.kind === 'correction') losses.add('printedCorrection', text)
    else if (line.kind === 'embargo') {
      const said = instantFrom(line.until)
      until ??= said
      // The field says the same.
      if (said === undefined || until === undefined || Date.parse(said) !== Date.parse(until))
        losses.add('deskNotes', text)
    } else losses.add('deskNotes', text)
  }
  const edNote = kept.join('\n').trim()
  return { ...(edNote === '' ? {} : { edNote }), ...(until === undefined ? {} : { embargo: until }) }
}

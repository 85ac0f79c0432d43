import { deskLineOf } from '../../../formats/deskLines'
import type { Fields } from '../../../../story/ledger/fields'
import { instantFrom } from './instantFrom'
import type { LossCollector } from '../losses'
import { DeskMatter } from './DeskMatter'

/**
 * Takes the lines that our own exports print for the receiving desk out of an ed note: they are about the version that
 * was sent, not about the new story. All but a known embargo are listed. What the note says of an embargo counts beside
 * the field.
 */
export function withoutDeskLines(
  note: string,
  embargo: string | undefined,
  losses: LossCollector,
): Pick<Partial<Fields>, 'edNote' | 'embargo'> {
  const kept: string[] = []
  const desk = deskMatterBeside({ embargo }, losses)
  for (const text of note.split('\n')) {
    const line = deskLineOf(text.trim())
    const said = line?.kind === 'embargo' ? instantFrom(line.until) : undefined
    if (line === undefined || line.kind === 'edNote') kept.push(text)
    else if (said !== undefined) desk.embargo(said, text.trim())
    else losses.add(line.kind === 'correction' ? 'printedCorrection' : 'deskNotes', text)
  }
  desk.note(kept.join('\n').trim())
  return desk.fields()
}

/** Returns what collects more lines for the desk, beside the embargo that a field of the file says. */
export function deskMatterBeside({ embargo }: Pick<Partial<Fields>, 'embargo'>, losses: LossCollector): DeskMatter {
  const desk = new DeskMatter(losses)
  if (embargo !== undefined && embargo !== '') desk.embargo(embargo, `Embargo: ${embargo}`)
  return desk
}

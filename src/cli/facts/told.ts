/** What corrections and kills share at the command line: who has the wrong words, and who was notified. */
import { cliText } from '../../catalogue/rooms/cli'
import type { NoticeTo } from '../../story/requests/requests'
import { localMinute } from '../../story/text/format/localMinute'
import { usage, type Arguments } from '../run/arguments'

/** The place of `--told`, how it was told, and whether that is undone. Refuses `--how` and `--undo` alone. */
export function toldIn(args: Arguments): {
  readonly destination: string | undefined
  readonly how: string | undefined
  readonly undo: boolean
} {
  const [destination, how, undo] = [args.text('told'), args.text('how'), args.flag('undo')]
  if (destination === undefined && (how !== undefined || undo)) throw usage(cliText('correctionCommand.toldOptions'))
  return { destination, how, undo }
}

export const notedTold = (undo: boolean, destination: string): string =>
  cliText(undo ? 'correctionCommand.notedNobodyTold' : 'correctionCommand.notedTold', { destination })

/** The notice for each place, one under the other. */
export const noticesFor = (destinations: readonly NoticeTo[]): string =>
  destinations
    .map(({ destination, told, held, notice = cliText('correctionCommand.noNotice', { why: held ?? '' }) }) =>
      cliText('correctionCommand.to', {
        destination,
        told: told ? cliText('correctionCommand.told', { by: told.by, at: localMinute(told.at) }) : '',
        notice,
      }),
    )
    .join('\n\n---\n\n')

/** A line for each place: what it has, and whether it was told. */
export const toldLines = (destinations: readonly NoticeTo[]): readonly string[] =>
  destinations.map(({ destination, version, number: had = version, format, told }) =>
    cliText('correctionCommand.destination', {
      told: told
        ? cliText('correctionCommand.toldBy', {
            by: told.by,
            at: localMinute(told.at),
            how: told.how ? ` (${told.how})` : '',
          })
        : cliText('correctionCommand.notTold'),
      destination,
      had,
      format,
    }),
  )

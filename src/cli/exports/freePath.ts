import { cliText } from '../../catalogue/rooms/cli'
import { join } from 'node:path'
import { lookAtTarget } from '../../newsroom/exports/file/exportTarget'
import { NewsroomError } from '../../story/requests/requests'
import { usage } from '../run/arguments'

/**
 * The path of a file to write: `out`, or the name that `named` gives in the folder `out`. Throws for a path that cannot
 * be used, before anything is exported or logged.
 */
export async function freePath(out: string, force: boolean, named: () => Promise<string>): Promise<string> {
  const place = await lookAtTarget(out)
  const target = place.isFolder ? await lookAtTarget(join(out, await named())) : place
  if (target.isFolder) throw new NewsroomError('failed', cliText('freePath.isFolder', { path: target.path }))
  if (target.taken && !force) throw new NewsroomError('failed', cliText('freePath.taken', { path: target.path }))
  return target.path
}

/** Throws a usage error for what names no file: nothing, or the sign with which other programs name their output. */
export function refuseNoFile(out: string | undefined): void {
  if (out === '') throw usage(cliText('exportCommand.outNeedsPath'))
  if (out === '-') throw usage(cliText('freePath.dash'))
}

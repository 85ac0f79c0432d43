import { cliText } from '../../catalogue/rooms/cli'
import { join } from 'node:path'
import { lookAtTarget } from '../../newsroom/exports/exportTarget'
import { NewsroomError } from '../../story/requests/requests'

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

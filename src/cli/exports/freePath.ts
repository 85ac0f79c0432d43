import { cliText } from '../../catalogue/cli'
import { join } from 'node:path'
import { lookAtTarget } from '../../newsroom/exports/exportTarget'
import { NewsroomError } from '../../story/requests/requests'

/** Where a file goes that is written out: in a folder under the name that `named` gives. Looks before anything is exported or logged, so that a wrong path costs nothing. */
export async function freePath(out: string, force: boolean, named: () => Promise<string>): Promise<string> {
  const place = await lookAtTarget(out)
  const target = place.isFolder ? await lookAtTarget(join(out, await named())) : place
  if (target.isFolder) throw new NewsroomError('failed', cliText('freePath.isFolder', { path: target.path }))
  if (target.taken && !force) throw new NewsroomError('failed', cliText('freePath.taken', { path: target.path }))
  return target.path
}

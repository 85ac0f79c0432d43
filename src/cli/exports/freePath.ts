import { join } from 'node:path'
import { lookAtTarget } from '../../newsroom/exports/exportTarget'
import { NewsroomError } from '../../story/requests/requests'

/** Where a file goes that is written out: in a folder under the name that `named` gives. Looks before anything is exported or logged, so that a wrong path costs nothing. */
export async function freePath(out: string, force: boolean, named: () => Promise<string>): Promise<string> {
  const place = await lookAtTarget(out)
  const target = place.isFolder ? await lookAtTarget(join(out, await named())) : place
  if (target.isFolder) throw new NewsroomError('failed', `${target.path} is a folder. Nothing was exported.`)
  if (target.taken && !force)
    throw new NewsroomError(
      'failed',
      `${target.path} is there already and was left as it is. Nothing was exported. Give --force to replace it.`,
    )
  return target.path
}

import { basename } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LibraryProblem } from '../../story/requests/requests'
import type { FileLayer } from '../disk/fileLayer'
import { setAside } from '../disk/damaged/setAside'

/** The problem that a file’s previous generation is damaged and the current one is good. A repair sets it aside. */
export async function previousDamaged(
  { files, repair }: { readonly files: FileLayer; readonly repair: boolean },
  { path, previousPath }: { readonly path: string; readonly previousPath: string },
  why: string,
): Promise<LibraryProblem> {
  if (repair) await setAside(files, previousPath)
  const file = basename(path)
  return {
    path: previousPath,
    what: storageText('doctor.previousDamaged', { file, why }),
    safe: storageText('doctor.currentGood', { file }),
    action: storageText('doctor.setPreviousAside'),
    ...(repair ? { done: true as const } : {}),
  }
}

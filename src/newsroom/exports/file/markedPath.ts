import { basename, dirname, join } from 'node:path'
import { marksMissing, withEmbargoMark, withMarks } from '../../../exchange/export/parts/fileName'

/** The chosen path with the marks of `fileName` (such as -DRAFT) in its name. The folder stays. */
export function markedPath(path: string, fileName: string, saveAs: string | undefined): string {
  return saveAs === undefined || !path.endsWith(saveAs)
    ? path
    : `${path.slice(0, path.length - saveAs.length)}${withMarks(saveAs, fileName)}`
}

/** The chosen path with EMBARGOED in its name, if `fileName` says so. */
export const embargoPath = (path: string, fileName: string): string =>
  join(dirname(path), withEmbargoMark(basename(path), fileName))

/** The marks of `fileName`, such as DRAFT, that the name of the path lacks. */
export const marksLacking = (path: string, fileName: string): readonly string[] =>
  marksMissing(basename(path), fileName)

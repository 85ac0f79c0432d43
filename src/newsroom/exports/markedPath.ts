import { withMarks } from '../../exchange/export/parts/fileName'

/** A path that ends with the file's name as the person chose it, with the marks of `fileName` in it; a folder stays. */
export function markedPath(path: string, fileName: string, saveAs: string | undefined): string {
  return saveAs === undefined || !path.endsWith(saveAs)
    ? path
    : `${path.slice(0, path.length - saveAs.length)}${withMarks(saveAs, fileName)}`
}

/** Files that a person chooses in a dialog of the system, and what is in them. */
import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { Calls } from '../../ipc/contract'

type ReadFiles = Calls['chooseImports']['answer']

export async function chooseImports(window: BrowserWindow): Promise<ReadFiles> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: mainText('import.title'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      {
        name: mainText('import.stories'),
        extensions: [
          'txt',
          'text',
          'md',
          'markdown',
          'html',
          'htm',
          'xhtml',
          'xml',
          'nitf',
          'newsml',
          'json',
          'ninjs',
          'docx',
          'stet',
        ],
      },
      { name: mainText('import.allFiles'), extensions: ['*'] },
    ],
  })
  if (canceled) return []
  return readFiles(filePaths)
}

export async function choosePictures(window: BrowserWindow, replaces = false): Promise<ReadFiles> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: mainText(replaces ? 'pictures.replace' : 'pictures.title'),
    properties: replaces ? ['openFile'] : ['openFile', 'multiSelections'],
    filters: [{ name: mainText('pictures.files'), extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif'] }],
  })
  return canceled ? [] : readFiles(filePaths)
}

/** The bytes of each file, or why it cannot be read. */
export async function readFiles(paths: readonly string[]): Promise<ReadFiles> {
  const { readImport } = await import('../../newsroom/stories/create/readImport')
  return Promise.all(paths.map((path) => readImport(path, '/')))
}

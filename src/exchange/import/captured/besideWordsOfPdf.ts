import { importsText } from '../../../catalogue/rooms/imports'
import { ImportError } from '../parts/importError'
import { MOST_PAGES, withPdf } from '../transcript/withPdf'
import type { BesideWords, FileInside } from './wordsBeside'

/** Metadata, packed or not; notes, links, form fields, bookmarks; the attached files. */
export const besideWordsOfPdf = (name: string, bytes: Uint8Array): Promise<BesideWords> =>
  withPdf(name, bytes, async (document) => {
    if (document.numPages > MOST_PAGES)
      throw new ImportError(name, importsText('refusal.damagedPdf'), importsText('advice.savePdfAgain'))
    const { info, metadata } = await document.getMetadata()
    const found: unknown[] = [info, metadata?.getRaw(), await document.getOutline(), await document.getFieldObjects()]
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      found.push(await page.getAnnotations(), await page.getStructTree())
      page.cleanup()
    }
    const files: FileInside[] = []
    const attachments: unknown = await document.getAttachments()
    for (const one of [...Object.values(attachments ?? {}), ...attachedIn(found)])
      if (isAttached(one)) {
        found.push(one.filename)
        files.push({ name: one.filename, bytes: one.content })
      }
    return { texts: [valuesOf(found).join('\n')], files }
  })

interface Attached {
  readonly filename: string
  readonly content: Uint8Array
}

const isAttached = (value: unknown): value is Attached =>
  typeof value === 'object' &&
  value !== null &&
  'content' in value &&
  value.content instanceof Uint8Array &&
  'filename' in value &&
  typeof value.filename === 'string'

/** Files in notes. */
const attachedIn = (value: unknown): readonly unknown[] =>
  isAttached(value) ? [value] : isTree(value) ? Object.values(value).flatMap(attachedIn) : []

const valuesOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : isTree(value) ? Object.values(value).flatMap(valuesOf) : []

const isTree = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

import { exportsText } from '../../../catalogue/rooms/exports'
import { NewsroomError } from '../../../story/requests/requests'
import type { PdfProperties } from './finishPdf'
import type { PagePicture, PrintedPage } from './pageParts'
import { messageOf } from '../../../story/text/messageOf'

export interface MadePdf {
  readonly bytes: Uint8Array
  /** Pictures that cannot be printed. The page is without them. */
  readonly lost: ReadonlySet<PagePicture>
}

/**
 * Makes a finished PDF of a page. The typesetter is loaded on first use. @throws NewsroomError `failed` that says
 * what to do.
 */
export async function pdfOf(page: PrintedPage, properties: PdfProperties): Promise<MadePdf> {
  const [{ printable, typeset, TypesetError }, { finishPdf }] = await Promise.all([
    import('./typst/typeset'),
    import('./finishPdf'),
  ])
  const make = (wanted: PrintedPage): Uint8Array => finishPdf(typeset(wanted), properties)
  try {
    const pictures = page.parts.flatMap((part) => (part.kind === 'picture' ? [part.picture] : []))
    try {
      return { bytes: make(page), lost: new Set() }
    } catch (error) {
      const good = error instanceof TypesetError ? new Set(printable(pictures)) : new Set(pictures)
      if (good.size === pictures.length) throw error
      return { bytes: make(without(page, good)), lost: new Set(pictures.filter((picture) => !good.has(picture))) }
    }
  } catch (error) {
    if (error instanceof NewsroomError) throw error
    throw new NewsroomError('failed', exportsText('pdf.notTypeset', { error: messageOf(error) }))
  }
}

/** Leaves out pictures that cannot be shown, and keeps their cutlines. */
const without = ({ parts, ...page }: PrintedPage, good: ReadonlySet<PagePicture>): PrintedPage => ({
  ...page,
  parts: parts.flatMap((part) =>
    part.kind !== 'picture' || good.has(part.picture)
      ? [part]
      : part.runs.length === 0
        ? []
        : [{ kind: 'cutline', runs: part.runs }],
  ),
})

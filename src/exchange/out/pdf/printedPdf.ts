import { NewsroomError } from '../../../story/requests'
import type { WriterInput } from '../writer'
import type { PdfProperties } from './finishPdf'

/** A page of ours as PDF. The library that rewrites metadata is loaded on first use. */
export async function printedPdf({ print }: WriterInput, page: string, properties: PdfProperties): Promise<Uint8Array> {
  if (!print) throw new NewsroomError('failed', 'Nothing was exported: this process cannot print. Export PDF from the app, or with “stet export” where the app is installed.')
  const [printed, { finishPdf }] = await Promise.all([print(page), import('./finishPdf')])
  return finishPdf(printed, properties)
}

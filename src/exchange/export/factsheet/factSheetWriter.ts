import { languageNow } from '../../../catalogue/area'
import { docxWriter } from '../docx/writeDocx'
import { correctionLoss } from '../parts/correctionFields'
import { lossList } from '../parts/lossList'
import type { PdfProperties } from '../pdf/finishPdf'
import { pdfOf } from '../pdf/pdfOf'
import { pdfWriter } from '../pdf/writePdf'
import { toBytes, type Writer, type WriterInput } from '../parts/writer'
import { factSheetParts } from './factSheetDocx'
import { factSheetPrint } from './factSheetPdf'
import {
  factSheetName,
  factSheetOf,
  factSheetPage,
  factSheetPageWriter,
  inSheetLanguage,
  paperOf,
  sheetTitle,
  type TitledSheet,
} from './writeFactSheet'

/** Writes numbered facts with their backup as a web page, a PDF or a Word document. */
export const factSheetWriter: Writer = {
  ...factSheetPageWriter,
  fileName: (input) => factSheetName(input, ENDINGS[input.formatVersion ?? ''] ?? '.html'),
  write: async (input) => {
    const made = <T>(make: () => T): T => inSheetLanguage(input, make)
    const sheet = made(() => factSheetOf(input))
    const page = made(() => factSheetPage(sheet))
    const properties = made(() => propertiesOf(sheet, input))
    const losses = lossList(correctionLoss(input))
    if (input.formatVersion === 'pdf')
      return {
        bytes: (
          await pdfOf(
            made(() => factSheetPrint(sheet)),
            properties,
          )
        ).bytes,
        losses,
        mediaType: pdfWriter.mediaType,
        preview: toBytes(page),
      }
    if (input.formatVersion !== 'docx') return { bytes: toBytes(made(() => paperOf(sheet, input))), losses }
    const { packDocx } = await import('../docx/packDocx')
    const bytes = packDocx({
      parts: made(() => factSheetParts(sheet)),
      lists: [],
      rightToLeft: false,
      properties: { ...properties, subjects: [], keywords: [] },
    })
    return { bytes, losses, mediaType: docxWriter.mediaType, preview: toBytes(page) }
  },
}

const ENDINGS: Readonly<Record<string, string>> = { pdf: '.pdf', docx: '.docx' }

const propertiesOf = (sheet: TitledSheet, { story, dates }: WriterInput): PdfProperties => ({
  title: sheetTitle(sheet),
  language: languageNow(),
  publisher: '',
  date: dates.version ?? story.created,
})

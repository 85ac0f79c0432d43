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
  paperOf,
  sheetTitle,
  type TitledSheet,
} from './writeFactSheet'

/** Writes numbered facts with their backup as a web page, a PDF or a Word document. */
export const factSheetWriter: Writer = {
  ...factSheetPageWriter,
  fileName: (input) => factSheetName(input, ENDINGS[input.formatVersion ?? ''] ?? '.html'),
  write: async (input) => {
    const sheet = factSheetOf(input)
    const page = factSheetPage(sheet)
    const losses = lossList(correctionLoss(input))
    if (input.formatVersion === 'pdf')
      return {
        bytes: (await pdfOf(factSheetPrint(sheet), propertiesOf(sheet, input))).bytes,
        losses,
        mediaType: pdfWriter.mediaType,
        preview: toBytes(page),
      }
    if (input.formatVersion !== 'docx') return { bytes: toBytes(paperOf(sheet, input)), losses }
    const { packDocx } = await import('../docx/packDocx')
    const bytes = packDocx({
      parts: factSheetParts(sheet),
      lists: [],
      rightToLeft: false,
      properties: { ...propertiesOf(sheet, input), subjects: [], keywords: [] },
    })
    return { bytes, losses, mediaType: docxWriter.mediaType, preview: toBytes(page) }
  },
}

const ENDINGS: Readonly<Record<string, string>> = { pdf: '.pdf', docx: '.docx' }

const propertiesOf = (sheet: TitledSheet, { story, dates }: WriterInput): PdfProperties => ({
  title: sheetTitle(sheet),
  language: 'en',
  publisher: '',
  date: dates.version ?? story.created,
})

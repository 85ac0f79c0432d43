/** Every format that a story can leave in: a folder here and a line in this table. */
import type { ExportFormat } from '../../story/requests/requests'
import { annotationsWriter } from './annotations/writeAnnotations'
import { docxWriter } from './docx/writeDocx'
import { factSheetWriter } from './factsheet/factSheetWriter'
import { htmlWriter } from './html/writeHtml'
import { markdownWriter } from './markdown/writeMarkdown'
import { newsmlWriter } from './newsml/writeNewsml'
import { ninjsWriter } from './ninjs/writeNinjs'
import { nitfWriter } from './nitf/writeNitf'
import { pdfWriter } from './pdf/writePdf'
import { textWriter } from './text/writeText'
import type { Writer } from './parts/writer'

export const WRITERS = {
  ninjs: ninjsWriter,
  'newsml-g2': newsmlWriter,
  nitf: nitfWriter,
  html: htmlWriter,
  markdown: markdownWriter,
  docx: docxWriter,
  pdf: pdfWriter,
  text: textWriter,
  factsheet: factSheetWriter,
  annotations: annotationsWriter,
} as const satisfies Readonly<Record<ExportFormat, Writer>>

export type { FileBeside, TextWriter, Writer, WriterInput, Written } from './parts/writer'

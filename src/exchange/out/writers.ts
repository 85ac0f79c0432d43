/** Every format that a story can leave in. A format is a folder here and a line in this table. */
import type { ExportFormat } from '../../story/requests'
import { factSheetWriter } from './factsheet/writeFactSheet'
import { htmlWriter } from './html/writeHtml'
import { markdownWriter } from './markdown/writeMarkdown'
import { ninjsWriter } from './ninjs/writeNinjs'
import { textWriter } from './text/writeText'
import type { Writer } from './writer'

export const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  ninjs: ninjsWriter,
  html: htmlWriter,
  markdown: markdownWriter,
  text: textWriter,
  factsheet: factSheetWriter
}

export type { Writer, WriterInput, Written } from './writer'

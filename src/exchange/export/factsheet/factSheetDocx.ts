import { exportsText } from '../../../catalogue/rooms/exports'
import type { SheetFact } from '../../../projection/factSheet/factSheet'
import { copyRows, countsLine, editionNote, factRows, type SheetRow } from '../../../projection/factSheet/factSheetRows'
import { DOCX_STYLES } from '../../formats/docx'
import type { DocxParagraph } from '../docx/documentPart'
import type { TitledSheet } from './writeFactSheet'

/** Turns the sheet into paragraphs in styles that Word knows: a heading for each fact, its rows, and quotations. */
export function factSheetParts({ title, identity, draft, embargo, sheet }: TitledSheet): readonly DocxParagraph[] {
  const edition = editionNote(sheet)
  const line = (style: string, text: string): readonly DocxParagraph[] =>
    text === '' ? [] : [{ style, runs: [{ text }] }]
  return [
    ...line(DOCX_STYLES.note, embargo),
    ...line(DOCX_STYLES.note, draft ? exportsText('note.draft') : ''),
    ...line(DOCX_STYLES.note, edition),
    ...line(DOCX_STYLES.headline, title),
    ...line(DOCX_STYLES.byline, identity),
    ...copyRows(sheet).flatMap(rowParts),
    { runs: [{ text: countsLine(sheet) }] },
    ...sheet.facts.flatMap(factParts),
    ...(sheet.tray.length === 0
      ? []
      : [...line(DOCX_STYLES.subhead2, exportsText('factSheet.tray')), ...sheet.tray.flatMap(factParts)]),
  ]
}

const factParts = (fact: SheetFact): readonly DocxParagraph[] => [
  { style: DOCX_STYLES.subhead3, runs: [{ text: `${fact.number}. ${fact.type}: ${fact.words}` }] },
  ...factRows(fact).flatMap(rowParts),
]

const rowParts = ({ term, text, quoted }: SheetRow): readonly DocxParagraph[] => [
  { style: DOCX_STYLES.list, runs: [{ text: `${term}:`, bold: true }, { text: ` ${text}` }] },
  ...(quoted ? [{ style: DOCX_STYLES.quote, runs: [{ text: quoted.text }] }] : []),
]

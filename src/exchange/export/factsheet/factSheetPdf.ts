import { languageNow } from '../../../catalogue/area'
import { exportsText } from '../../../catalogue/rooms/exports'
import type { SheetFact } from '../../../projection/factSheet/factSheet'
import { copyRows, countsLine, editionNote, factRows, type SheetRow } from '../../../projection/factSheet/factSheetRows'
import { directionOf } from '../../../story/language/direction'
import type { PagePart, PageRow, PrintedPage } from '../pdf/pageParts'
import type { TitledSheet } from './writeFactSheet'
import { defined } from '../../../story/text/defined'

/** Turns the sheet into a page to typeset. */
export function factSheetPrint({ title, identity, draft, embargo, sheet }: TitledSheet): PrintedPage {
  const edition = editionNote(sheet)
  const line = (kind: 'draft' | 'edition' | 'identity' | 'paragraph' | 'subhead2', text: string): readonly PagePart[] =>
    text === '' ? [] : [{ kind, runs: [{ text }] }]
  return {
    language: languageNow(),
    headlineSize: 18,
    parts: [
      ...line('edition', embargo),
      ...line('draft', draft ? exportsText('note.draft') : ''),
      ...line('edition', edition),
      { kind: 'headline', runs: [{ text: title }], rightToLeft: isWrittenRightToLeft(title) },
      ...line('identity', identity),
      { kind: 'rows', rows: copyRows(sheet).map(pageRow) },
      ...line('paragraph', countsLine(sheet)),
      ...sheet.facts.map(factPart),
      ...(sheet.tray.length === 0
        ? []
        : [...line('subhead2', exportsText('factSheet.tray')), ...sheet.tray.map(factPart)]),
    ],
  }
}

const factPart = (fact: SheetFact): PagePart => ({
  kind: 'fact',
  label: `${fact.number}. ${fact.type}`,
  words: fact.words,
  rightToLeft: isWrittenRightToLeft(fact.words),
  rows: factRows(fact).map(pageRow),
})

const pageRow = ({ term, text, quoted }: SheetRow): PageRow => ({
  term: `${term}:`,
  text,
  ...defined({ quoted: quoted && { text: quoted.text, rightToLeft: isWrittenRightToLeft(quoted.text) } }),
})

const isWrittenRightToLeft = (text: string): boolean => directionOf(text) === 'rtl'

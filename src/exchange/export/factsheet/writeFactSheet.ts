import { sheetLanguage } from '../parts/language'
import { inLanguage, languageNow } from '../../../catalogue/area'
import { exportsText } from '../../../catalogue/rooms/exports'
import { projectFactSheet, type FactSheet, type SheetFact } from '../../../projection/factSheet/factSheet'
import { copyRows, countsLine, editionNote, factRows, type SheetRow } from '../../../projection/factSheet/factSheetRows'
import { escapeHtml } from '../../../projection/print/htmlOfBlocks'
import { lineOf } from '../../../projection/published/publishedStory'
import { correctionLoss } from '../parts/correctionFields'
import { embargoNote, isEmbargoed } from '../parts/embargo'
import { fileNameOf, fileWord } from '../parts/fileName'
import { htmlDocument } from '../html/document'
import { articleOf } from '../html/writeHtml'
import { lossList } from '../parts/lossList'
import { PRINT_STYLE } from '../print/printPage'
import { projected } from '../parts/projected'
import { titleOf } from '../parts/titles'
import { toBytes, type TextWriter, type WriterInput } from '../parts/writer'
import { defined } from '../../../story/text/defined'

/** Writes numbered facts with their backup as a page to read and print. */
export const factSheetPageWriter: TextWriter = {
  mediaType: 'text/html',
  audience: 'desk',
  hasEmbargoField: false,
  fileName: (input) => factSheetName(input, '.html'),
  write: (input) => ({
    bytes: toBytes(inSheetLanguage(input, () => paperOf(factSheetOf(input), input))),
    losses: lossList(correctionLoss(input)),
  }),
}

/** Makes a part of a fact sheet in the language of its story, if Stet speaks it, else in English. */
export const inSheetLanguage = <T>({ story }: Pick<WriterInput, 'story'>, make: () => T): T =>
  inLanguage(sheetLanguage(story), make)

/** A fact sheet with the story that it belongs to. */
export interface TitledSheet {
  readonly title: string
  /** Public id and version: "urn:uuid:…, version 2". */
  readonly identity: string
  readonly draft: boolean
  /** Until when it is held, for people. '' without an embargo that runs. */
  readonly embargo: string
  readonly sheet: FactSheet
}

/** Collects what each format of the fact sheet prints. @throws ProjectionError if the story may not be projected. */
export function factSheetOf(input: WriterInput): TitledSheet {
  const {
    story,
    draft = false,
    edition = 'internal',
    assessments = [],
    sources = new Map(),
    gives,
    dates: { killReason },
  } = input
  const published = projected(input, 'public')
  const sheet = projectFactSheet({
    story,
    assessments,
    sources,
    edition,
    ...defined({ gives, killText: killReason }),
  })
  return {
    title: exportsText('factSheet.title', { headline: lineOf(published.blocks, 'headline') }),
    identity: exportsText('factSheet.identity', { guid: published.guid, version: published.version }),
    draft,
    embargo: embargoOf(input),
    sheet,
  }
}

/** @param extension With its dot. */
export const factSheetName = (input: WriterInput, extension: string): string =>
  input.edition === 'public'
    ? fileNameOf(input, 'public', extension, fileWord('factSheet'))
    : fileNameOf(input, 'wire', extension, fileWord(input.paper === 'story' ? 'internal' : 'internalFactSheet'))

/** Returns the title, marked DRAFT in a draft. */
export const sheetTitle = ({ title, draft }: Pick<TitledSheet, 'title' | 'draft'>): string =>
  draft ? exportsText('title.draft', { title }) : title

/**
 * Writes the page that was asked for: the facts, or for the desk only the story alone or before its facts. The public
 * edition has the facts only.
 */
export function paperOf(titled: TitledSheet, input: WriterInput): string {
  if (input.paper === undefined || titled.sheet.edition !== 'internal') return factSheetPage(titled)
  const story = projected(input, 'public')
  const facts =
    input.paper === 'story'
      ? ''
      : `\n<section class="facts" lang="${languageNow()}" dir="ltr">\n${sheetBody({ ...titled, draft: false, embargo: '' })}\n</section>`
  return htmlDocument({
    language: story.fields.language,
    title: titleOf(story),
    head: headOf(`${STYLE}\n${PAPER_STYLE}`),
    body: `${editionLine(titled.sheet, languageNow())}\n${embargoLine(titled.embargo)}${articleOf(story, input)}${facts}`,
  })
}

const headOf = (style: string): string =>
  `<meta name="robots" content="noindex">\n<style>${PRINT_STYLE}\n${style}</style>\n`

/** A headline of the copy keeps its size; the facts begin on a page of their own. */
const PAPER_STYLE = `article h1{font-size:24pt}h1{text-wrap:balance}p{text-wrap:pretty}.facts{break-before:page}`

const editionLine = (sheet: FactSheet, language = ''): string => {
  const edition = editionNote(sheet)
  const lang = language === '' ? '' : ` lang="${language}" dir="ltr"`
  return edition === '' ? '' : `<p class="edition"${lang}><strong>${escapeHtml(edition)}</strong></p>`
}

/** A sheet goes from hand to hand, in both editions: who holds it must see the embargo. */
function embargoOf(input: WriterInput): string {
  const story = projected(input, 'wire')
  return isEmbargoed(story, input.now) ? embargoNote(story) : ''
}

const embargoLine = (embargo: string): string =>
  embargo === '' ? '' : `<p class="edition"><strong>${escapeHtml(embargo)}</strong></p>\n`

/** Writes the sheet as a complete page, for the screen and for A4 paper. */
export function factSheetPage(titled: TitledSheet): string {
  return htmlDocument({
    language: languageNow(),
    title: sheetTitle(titled),
    head: headOf(STYLE),
    body: sheetBody(titled),
  })
}

function sheetBody({ title, identity, draft, embargo, sheet }: TitledSheet): string {
  return [
    embargoLine(embargo).trimEnd(),
    draft ? `<p class="draft"><strong>${escapeHtml(exportsText('note.draft'))}</strong></p>` : '',
    editionLine(sheet),
    `<h1 dir="auto">${escapeHtml(title)}</h1>`,
    `<p class="identity">${escapeHtml(identity)}</p>`,
    rowList(copyRows(sheet)),
    `<p class="counts">${escapeHtml(countsLine(sheet))}</p>`,
    factList(sheet.facts),
    sheet.tray.length === 0 ? '' : `<h2>${escapeHtml(exportsText('factSheet.tray'))}</h2>\n${factList(sheet.tray)}`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

const STYLE = `h1{font-size:18pt}ol{padding:0;list-style:none}li{margin:0 0 10pt}\
li>strong{font-family:'Inter Variable',sans-serif;font-size:9.5pt}.words{font-size:12.5pt}
.edition{color:#a4262c;font-size:9.5pt}.identity,dl{font-size:9.5pt}.identity{color:#4d4842;margin:0 0 4pt}
dl{margin:2pt 0 0;display:grid;grid-template-columns:8.5em minmax(0,1fr);gap:1pt 8pt}\
dt{color:#4d4842}dd{margin:0}dd blockquote{margin:2pt 0 2pt;white-space:pre-line}
@media print{li{break-inside:avoid}}`

const factList = (facts: FactSheet['facts']): string =>
  facts.length === 0 ? '' : `<ol>\n${facts.map(factItem).join('\n')}\n</ol>`

const factItem = (fact: SheetFact): string =>
  `<li><strong>${fact.number}. ${fact.type}</strong> ` +
  `<span class="words" dir="auto">${escapeHtml(fact.words)}</span>\n${rowList(factRows(fact))}</li>`

const rowList = (rows: readonly SheetRow[]): string => `<dl>${rows.map(rowItem).join('\n')}</dl>`

const rowItem = ({ term, text, quoted }: SheetRow): string =>
  `<dt>${escapeHtml(term)}:</dt><dd>${escapeHtml(text)}${quoted ? quotation(quoted) : ''}</dd>`

function quotation({ text, language }: NonNullable<SheetRow['quoted']>): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`
  return `<blockquote dir="auto"${lang}>${escapeHtml(text)}</blockquote>`
}

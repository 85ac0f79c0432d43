/** The fact sheet in words, for every format that prints it: the top lines, and the rows of each fact. */
import { projectionText } from '../../catalogue/rooms/projection'
import { utcMinute } from '../../story/text/format/instant'
import type { FactSheet, SheetBackup, SheetFact, SheetTranslation, SheetWorkings } from './factSheet'

export interface SheetRow {
  readonly term: string
  readonly text: string
  /** Quoted words, such as an excerpt or an original. `language`: BCP 47, if known. */
  readonly quoted?: { readonly text: string; readonly language?: string }
}

/** "INTERNAL. Not for publication."; '' in the public edition. */
export const editionNote = ({ edition }: Pick<FactSheet, 'edition'>): string =>
  edition === 'internal' ? projectionText('factSheetRows.internal') : ''

/** "4 facts: 2 verified, 1 let stand, 1 to check." */
export function countsLine({ facts, counts, killText }: Pick<FactSheet, 'facts' | 'counts' | 'killText'>): string {
  if (killText !== undefined) return projectionText('factSheetRows.withdrawn')
  if (facts.length === 0) return projectionText('factSheetRows.noFacts')
  return projectionText('factSheetRows.counts', {
    count: facts.length,
    statuses: counts
      .map(([status, count]) => projectionText('factSheetRows.count', { count, status: status.toLowerCase() }))
      .join(', '),
  })
}

/** Stage and hash of the copy; of a killed story for the public, stage and kill text. */
export function copyRows({
  stage,
  isCleared,
  copyHash,
  killText,
  losses,
}: Pick<FactSheet, 'stage' | 'isCleared' | 'copyHash' | 'killText' | 'losses'>): readonly SheetRow[] {
  if (killText !== undefined)
    return [
      { term: projectionText('factSheetRows.stage'), text: stage },
      ...(killText === '' ? [] : [{ term: projectionText('factSheetRows.killText'), text: killText }]),
    ]
  const clearance =
    isCleared === undefined
      ? stage
      : projectionText(isCleared ? 'factSheetRows.cleared' : 'factSheetRows.notCleared', { stage })
  return [
    { term: projectionText('factSheetRows.stage'), text: clearance },
    { term: projectionText('factSheetRows.copyHash'), text: copyHash },
    ...losses.map((text) => ({ term: projectionText('factSheetRows.lost'), text })),
  ]
}

/** Returns the rows of a fact in reading order, without empty ones. */
export function factRows(fact: SheetFact): readonly SheetRow[] {
  const rows: readonly SheetRow[] = [
    { term: projectionText('factSheetRows.where'), text: fact.where },
    { term: projectionText('factSheetRows.attributedTo'), text: fact.attributedTo },
    { term: projectionText('factSheetRows.claim'), text: fact.statement },
    { term: projectionText('factSheetRows.status'), text: [fact.status, ...fact.reasons].join('; ') },
    { term: projectionText('factSheetRows.signOff'), text: fact.signOff ? signOffText(fact.signOff) : '' },
    ...(fact.translation ? [translationRow(fact.translation)] : []),
    ...(fact.workings ? [{ term: projectionText('factSheetRows.workedOut'), text: workingsText(fact.workings) }] : []),
    ...fact.responses.map(({ who, how, when, reply }) => ({
      term: projectionText('factSheetRows.responseSought'),
      text: `${[who, how, when].filter(Boolean).join(', ')}: ${reply || projectionText('factSheetRows.awaited')}`,
    })),
    ...fact.backup.map(backupRow),
  ]
  return rows.filter(({ text, quoted }) => text !== '' || quoted !== undefined)
}

function signOffText({
  by,
  at,
  status,
  reason,
  selfChecked,
  beforeViews,
  fromOriginal,
}: NonNullable<SheetFact['signOff']>): string {
  return projectionText('factSheetRows.signed', {
    status,
    by: by === undefined ? '' : projectionText('factSheetRows.signedBy', { person: by }),
    at: utcMinute(at),
    selfChecked:
      (selfChecked ? projectionText('factSheetRows.selfChecked') : '') +
      (beforeViews ? projectionText('factSheetRows.beforeViews') : '') +
      (fromOriginal ? projectionText('factSheetRows.fromOriginal') : ''),
    reason: reason === undefined ? '' : projectionText('factSheetRows.reason', { reason }),
  })
}

const translationRow = ({ original, language, by }: SheetTranslation): SheetRow => ({
  term: projectionText('factSheetRows.translated'),
  text: [
    projectionText('factSheetRows.from', {
      language: language === 'und' || language === '' ? projectionText('factSheetRows.anotherLanguage') : language,
    }),
    ...(by === '' ? [] : [by]),
  ].join(', '),
  quoted: { text: original, ...(language === '' ? {} : { language }) },
})

function workingsText({ expression, inputs, rate, roundedTo, gives }: SheetWorkings): string {
  return [
    [
      expression,
      gives === '' ? '' : projectionText('factSheetRows.gives', { figure: gives }),
      roundedTo === undefined ? '' : projectionText('factSheetRows.roundedTo', { places: String(roundedTo) }),
    ].join(''),
    ...inputs.map(({ name, reads, from }) => `${name} = ${reads || '?'}${from === '' ? '' : ` (${from})`}`),
    ...(rate ? [projectionText('factSheetRows.rate', { ...rate })] : []),
  ].join('; ')
}

const backupRow = ({ source, contradicts, kind, locator, excerpt, file }: SheetBackup): SheetRow => ({
  term: projectionText('factSheetRows.backup'),
  text: [
    backupSource(contradicts, kind === '' ? source : `${source} (${kind})`),
    ...(locator === '' ? [] : [locator]),
    ...(file ? [projectionText(file.name === '' ? 'factSheetRows.file' : 'factSheetRows.namedFile', { ...file })] : []),
  ].join(', '),
  ...(excerpt === '' ? {} : { quoted: { text: excerpt } }),
})

const backupSource = (contradicts: boolean, source: string): string =>
  contradicts ? projectionText('factSheetRows.contradicts', { source }) : source

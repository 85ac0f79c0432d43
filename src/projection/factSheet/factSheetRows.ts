/** The fact sheet in words, for every format that prints it: what stands at its top, and the rows under each fact. */
import { utcMinute } from '../../story/text/instant'
import type { FactSheet, SheetBackup, SheetFact, SheetTranslation, SheetWorkings } from './factSheet'

export interface SheetRow {
  readonly term: string
  readonly text: string
  /** Words of others, set off from ours: an excerpt, an original. `language`: BCP 47, when it is known. */
  readonly quoted?: { readonly text: string; readonly language?: string }
}

/** "INTERNAL. Not for publication."; '' on the public edition. */
export const editionNote = ({ edition }: Pick<FactSheet, 'edition'>): string =>
  edition === 'internal' ? 'INTERNAL. Not for publication.' : ''

/** "4 facts: 2 verified, 1 let stand, 1 to check." */
export function countsLine({ facts, counts, killText }: Pick<FactSheet, 'facts' | 'counts' | 'killText'>): string {
  if (killText !== undefined) return 'This story has been withdrawn, and its facts with it.'
  if (facts.length === 0) return 'No facts are tagged.'
  return `${facts.length === 1 ? '1 fact' : `${facts.length} facts`}: ${counts.map(([status, count]) => `${count} ${status.toLowerCase()}`).join(', ')}.`
}

/** Stage and hash of the copy that the facts stand in; of a story without them for the public, stage and kill text. */
export function copyRows({
  stage,
  isCleared,
  copyHash,
  killText,
}: Pick<FactSheet, 'stage' | 'isCleared' | 'copyHash' | 'killText'>): readonly SheetRow[] {
  if (killText !== undefined)
    return [{ term: 'Stage', text: stage }, ...(killText === '' ? [] : [{ term: 'Kill text', text: killText }])]
  const cleared =
    isCleared === undefined
      ? ''
      : isCleared
        ? '; this is the copy that was cleared'
        : '; the copy is not the one that was cleared'
  return [
    { term: 'Stage', text: `${stage}${cleared}` },
    { term: 'Copy SHA-256', text: copyHash },
  ]
}

/** What is said about a fact, in the order in which it is read. Empty rows are left out. */
export function factRows(fact: SheetFact): readonly SheetRow[] {
  const rows: readonly SheetRow[] = [
    { term: 'Where', text: fact.where },
    { term: 'Attributed to', text: fact.attributedTo },
    { term: 'Claim', text: fact.statement },
    { term: 'Status', text: [fact.status, ...fact.reasons].join('; ') },
    { term: 'Sign-off', text: fact.signOff ? signOffText(fact.signOff) : '' },
    ...(fact.translation ? [translationRow(fact.translation)] : []),
    ...(fact.workings ? [{ term: 'Worked out', text: workingsText(fact.workings) }] : []),
    ...fact.responses.map(({ who, how, when, reply }) => ({
      term: 'Response sought',
      text: `${[who, how, when].filter(Boolean).join(', ')}: ${reply || 'awaited'}`,
    })),
    ...fact.backup.map(backupRow),
  ]
  return rows.filter(({ text, quoted }) => text !== '' || quoted !== undefined)
}

function signOffText({ by, at, status, reason, selfChecked }: NonNullable<SheetFact['signOff']>): string {
  return `${status}${by === undefined ? '' : ` by ${by}`}, ${utcMinute(at)}${selfChecked ? ', self-checked' : ''}${reason === undefined ? '' : `. Reason: ${reason}`}`
}

const translationRow = ({ original, language, by }: SheetTranslation): SheetRow => ({
  term: 'Translated',
  text: [
    `from ${language === 'und' || language === '' ? 'another language' : language}`,
    ...(by === '' ? [] : [by]),
  ].join(', '),
  quoted: { text: original, ...(language === '' ? {} : { language }) },
})

function workingsText({ expression, inputs, rate, roundedTo, gives }: SheetWorkings): string {
  return [
    `${expression}${gives === '' ? '' : ` gives ${gives}`}${roundedTo === undefined ? '' : `, rounded to ${roundedTo}`}`,
    ...inputs.map(({ name, reads, from }) => `${name} = ${reads || '?'}${from === '' ? '' : ` (${from})`}`),
    ...(rate ? [`rate ${rate.value} (${rate.source}, ${rate.date})`] : []),
  ].join('; ')
}

const backupRow = ({ source, contradicts, kind, locator, excerpt, file }: SheetBackup): SheetRow => ({
  term: 'Backup',
  text: [
    `${contradicts ? 'Contradicts: ' : ''}${source}${kind === '' ? '' : ` (${kind})`}`,
    ...(locator === '' ? [] : [locator]),
    ...(file ? [`file ${file.name === '' ? '' : `${file.name}, `}SHA-256 ${file.sha256}`] : []),
  ].join(', '),
  ...(excerpt === '' ? {} : { quoted: { text: excerpt } }),
})

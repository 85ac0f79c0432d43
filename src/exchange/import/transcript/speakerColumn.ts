/** Reads a table with a column of speakers, in a Word file or tab-separated text: each row is a turn. */
import { defined } from '../../../story/text/defined'
import { isName } from './speakerLabel'
import type { TranscriptLine } from './turnsOfLines'

const SPEAKER =
  /^(?:speakers?|names?|who|participants?|발언자|발화자|화자|이름|성명|sprecher(?:[/:*]?in)?|redner(?:[/:*]?in)?|name des sprechers|intervenante?s?|orateurs?|locuteurs?|noms?|hablante|orador(?:a|es)?|interviniente|nombre|oratore|relatore|interlocutore|spreker|falante|mówca|konuşmacı|спикер|говорящий|发言人|發言人|发言者|姓名|発言者|話者|氏名)$/iu
const WORDS =
  /^(?:words|texts?|transcript(?:ion)?|speech|said|statement|content|dialogue|발언|발언\s?내용|내용|말|텍스트|wortlaut|redebeitrag|gesagtes|inhalt|textes?|propos|paroles|texto|palabras|testo|parole|tekst|metin|текст|内容|发言内容|发言|發言|発言|発言内容)$/iu
const WHEN =
  /^(?:time(?:code|stamp)?|start|at|시간|시각|타임코드|zeit(?:code|stempel)?|temps|heure|hora|tiempo|tempo|ora|tijd|czas|время|时间|時間|時刻)$/iu
const TIME = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?$/u

/** Rows that show a column of names without a heading. */
const LEAST_ROWS = 4

interface Row {
  /** Of its first line, among all. */
  readonly at: number
  readonly cells: Map<number, string>
}

interface Columns {
  readonly speaker: number
  readonly words: number
  readonly when: number | undefined
  readonly hasHeading: boolean
}

/** The lines of tables with a column of speakers become turns. All others stay as they are. */
export function withSpeakerColumn(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const tables = tablesOf(lines)
  const read = new Map<number, TranscriptLine | undefined>()
  for (const { rows, used } of tables.values()) {
    const columns = columnsOf(rows)
    if (!columns) continue
    for (const at of used) read.set(at, undefined)
    for (const row of rows.slice(columns.hasHeading ? 1 : 0)) read.set(row.at, turnOf(row, columns))
  }
  return read.size === 0 ? lines : lines.flatMap((line, at) => (read.has(at) ? (read.get(at) ?? []) : line))
}

interface Table {
  readonly rows: Row[]
  /** The numbers of its lines. */
  readonly used: number[]
}

/** By number. Tab-separated text is one table. */
function tablesOf(lines: readonly TranscriptLine[]): ReadonlyMap<number, Table> {
  const tables = new Map<number, Table>()
  const places = new Map<string, Row>()
  const rowAt = (table: number, row: number, at: number): Row => {
    const its = tables.get(table) ?? { rows: [], used: [] }
    tables.set(table, its)
    its.used.push(at)
    const key = `${table}.${row}`
    const known = places.get(key)
    if (known) return known
    const made: Row = { at, cells: new Map() }
    places.set(key, made)
    its.rows.push(made)
    return made
  }
  lines.forEach(({ text, cell, at: time, speaker }, at) => {
    if (cell) {
      const { cells } = rowAt(cell.table, cell.row, at)
      cells.set(cell.column, `${cells.get(cell.column) ?? ''} ${text}`.trim())
    } else if (text.includes('\t') && time === undefined && speaker === undefined) {
      const { cells } = rowAt(0, at, at)
      text.split('\t').forEach((words, column) => cells.set(column + 1, words.trim()))
    }
  })
  return tables
}

function columnsOf(rows: readonly Row[]): Columns | undefined {
  const [first, ...others] = rows
  if (!first) return undefined
  const headed = (name: RegExp): number | undefined =>
    [...first.cells].find(([, text]) => name.test(text.replace(/[:：]$/u, '')))?.[0]
  const heading = headed(SPEAKER)
  const speaker = heading ?? columnOfNames(rows)
  if (speaker === undefined) return undefined
  const hasHeading = heading !== undefined
  const words = (hasHeading ? headed(WORDS) : undefined) ?? longestColumn(hasHeading ? others : rows, speaker)
  return words === undefined || words === speaker
    ? undefined
    : { speaker, words, when: hasHeading ? headed(WHEN) : undefined, hasHeading }
}

/** The column of a few names that come again, beside one with more words. */
function columnOfNames(rows: readonly Row[]): number | undefined {
  if (rows.length < LEAST_ROWS) return undefined
  const columns = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  return [...columns].find((column) => {
    const names = rows.map(({ cells }) => nameIn(cells.get(column) ?? ''))
    const beside = longestColumn(rows, column)
    return (
      names.every((name) => name !== '' && !TIME.test(name) && /\p{L}/u.test(name) && isName(name)) &&
      new Set(names).size * 2 <= rows.length &&
      beside !== undefined &&
      lengthOf(rows, beside) > lengthOf(rows, column) * 2
    )
  })
}

function longestColumn(rows: readonly Row[], except: number): number | undefined {
  const columns = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  columns.delete(except)
  return [...columns].toSorted((a, b) => lengthOf(rows, b) - lengthOf(rows, a))[0]
}

const lengthOf = (rows: readonly Row[], column: number): number =>
  rows.reduce((sum, { cells }) => sum + (cells.get(column) ?? '').length, 0)

const nameIn = (cell: string): string => cell.replace(/\s*[:：]\s*$/u, '').trim()

/** A row without a speaker goes on with the one before. */
function turnOf({ cells }: Row, { speaker, words, when }: Columns): TranscriptLine | undefined {
  const text = cells.get(words) ?? ''
  if (text === '') return undefined
  const name = nameIn(cells.get(speaker) ?? '')
  const times = when === undefined ? [...cells.values()] : [cells.get(when) ?? '']
  const at = times.flatMap((cell) => TIME.exec(cell)?.[1] ?? [])[0]
  return { text, ...defined({ speaker: name === '' ? undefined : name, at }) }
}

/** Reads a table with a column of speakers, in a Word file or tab-separated text: each row is a turn. */
import { defined } from '../../../../story/text/defined'
import { isKoreanName } from './koreanMinutes'
import { isName } from './speakerLabel'
import type { TranscriptLine } from '../transcriptLine'

const SPEAKER =
  /^(?:speakers?|names?|who|participants?|발언자|발화자|화자|이름|성명|sprecher(?:[/:*]?in)?|redner(?:[/:*]?in)?|name des sprechers|intervenante?s?|orateurs?|locuteurs?|noms?|hablante|orador(?:a|es)?|interviniente|nombre|oratore|relatore|interlocutore|spreker|falante|mówca|konuşmacı|спикер|говорящий|发言人|發言人|发言者|姓名|発言者|話者|氏名)$/iu
const WORDS =
  /^(?:words|texts?|transcript(?:ion)?|speech|said|statement|content|dialogue|발언|발언\s?내용|내용|말|텍스트|wortlaut|redebeitrag|gesagtes|inhalt|textes?|propos|paroles|texto|palabras|testo|parole|tekst|metin|текст|内容|发言内容|发言|發言|発言|発言内容)$/iu
const WHEN =
  /^(?:time(?:code|stamp)?|start|at|시간|시각|타임코드|zeit(?:code|stempel)?|temps|heure|hora|tiempo|tempo|ora|tijd|czas|время|时间|時間|時刻)$/iu
const TIME = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?$/u

/** Beside words, another language of the same: nobody knows which of them was spoken. */
const OTHER_LANGUAGE =
  /^(?:original|translat\w*|english|korean|german|french|spanish|chinese|japanese|원문|번역문?|영어|한국어|국문|영문|originaltext|übersetzung|deutsch|englisch|traduction|français|anglais|traducción|español|inglés|traduzione|tradução|перевод|оригинал|原文|译文|譯文|翻訳|訳文|中文|英文)$/iu
/** What stands beside a name, and was not said by them. */
const NOT_SAID =
  /^(?:notes?|remarks?|questions?|summary|roles?|titles?|비고|메모|질문|요약|직책|anmerkung(?:en)?|notizen?|fragen?|rolle|remarques?|fonctions?|notas?|preguntas?|cargo|备注|備註|備考|问题|問題|質問)$/iu

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
  const read = new Map<number, readonly TranscriptLine[]>()
  /** Of the last table that was read. */
  let before: { readonly columns: Columns; readonly names: ReadonlySet<string> } | undefined
  for (const { rows, used, isText } of tablesOf(lines)) {
    const columns = columnsOf(rows) ?? (isText && before ? goingOn(rows, before.columns, before.names) : undefined)
    const [first = 0] = used
    if (columns) {
      for (const at of used) read.set(at, [])
      const turns = turnsOf(rows, columns)
      for (const [at, turn] of turns) read.set(at, [turn])
      before = {
        columns,
        names: new Set([...(before?.names ?? []), ...turns.flatMap(([, turn]) => turn.speaker ?? [])]),
      }
    } else if (isText && before) {
      // Nobody knows whose words these are: not surely those of the last row before.
      const line = lines[first]
      if (line) read.set(first, [{ ...line, changes: true }])
    }
  }
  return read.size === 0 ? lines : lines.flatMap((line, at) => read.get(at) ?? line)
}

interface Table {
  readonly rows: Row[]
  /** The numbers of its lines. */
  readonly used: number[]
  /** Tab-separated text, not a table of a Word file. */
  readonly isText: boolean
}

/** In order. A table of tab-separated text ends at each line without a tab. */
function tablesOf(lines: readonly TranscriptLine[]): readonly Table[] {
  const tables = new Map<string, Table>()
  const places = new Map<string, Row>()
  const rowAt = (table: string, row: number, at: number, isText: boolean): Row => {
    const its = tables.get(table) ?? { rows: [], used: [], isText }
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
  let breaks = 0
  lines.forEach(({ text, cell, at: time, speaker }, at) => {
    if (!cell && text.includes('\t') && time === undefined && speaker === undefined) {
      const { cells } = rowAt(`text ${breaks}`, at, at, true)
      text.split('\t').forEach((words, column) => cells.set(column + 1, words.trim()))
      return
    }
    breaks++
    if (!cell) return
    const { cells } = rowAt(`${cell.table}`, cell.row, at, false)
    cells.set(cell.column, `${cells.get(cell.column) ?? ''} ${text}`.trim())
  })
  return [...tables.values()]
}

const columnsOf = (rows: readonly Row[]): Columns | undefined => headedColumns(rows) ?? columnsWithoutHeading(rows)

/** By the headings of speaker and words; or one column of sentences beside the speaker and the time. */
function headedColumns([first, ...rows]: readonly Row[]): Columns | undefined {
  if (!first) return undefined
  const headed = (name: RegExp): readonly number[] =>
    [...first.cells].filter(([, text]) => name.test(text.replace(/[:：]$/u, ''))).map(([column]) => column)
  const [speaker] = headed(SPEAKER)
  if (speaker === undefined || !areNames(rows, speaker)) return undefined
  const [when] = headed(WHEN)
  const [said, ...more] = headed(WORDS).filter((column) => column !== speaker)
  if (more.length > 0 || (said !== undefined && headed(OTHER_LANGUAGE).length > 0)) return undefined
  if (said !== undefined) return { speaker, words: said, when, hasHeading: true }
  const [words, ...others] = textColumns(rows).filter((column) => column !== speaker && column !== when)
  if (words === undefined || others.length > 0 || headed(NOT_SAID).includes(words)) return undefined
  return areSentences(rows, words) ? { speaker, words, when, hasHeading: true } : undefined
}

/** A column of a few names of people that come again, and behind it one with more words. */
function columnsWithoutHeading(rows: readonly Row[]): Columns | undefined {
  if (rows.length < LEAST_ROWS) return undefined
  const [speaker, words, ...others] = textColumns(rows)
  if (speaker === undefined || words === undefined || others.length > 0 || !areNames(rows, speaker)) return undefined
  const names = rows.map(({ cells }) => nameIn(cells.get(speaker) ?? ''))
  const isSpeaker =
    names.every(isPerson) &&
    new Set(names).size * 2 <= rows.length &&
    lengthOf(rows, words) > lengthOf(rows, speaker) * 2
  return isSpeaker ? { speaker, words, when: undefined, hasHeading: false } : undefined
}

/** The columns of the table before, if a line without a tab only parts its rows from these. */
function goingOn(rows: readonly Row[], columns: Columns, names: ReadonlySet<string>): Columns | undefined {
  const { speaker, words } = columns
  const isAlike =
    rows.every(({ cells }) => {
      const name = nameIn(cells.get(speaker) ?? '')
      return names.has(name) || isPerson(name)
    }) &&
    textColumns(rows).every((column) => column === speaker || column === words) &&
    areSentences(rows, words)
  return isAlike ? { ...columns, hasHeading: false } : undefined
}

/** The columns with letters in them, in order: not those of times and numbers. */
const textColumns = (rows: readonly Row[]): readonly number[] =>
  [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
    .filter((column) => rows.some(({ cells }) => /\p{L}/u.test(cells.get(column) ?? '')))
    .toSorted((a, b) => a - b)

/** Whether everything in the column can be a name. A time is not a name. */
const areNames = (rows: readonly Row[], column: number): boolean =>
  rows.every(({ cells }) => {
    const name = nameIn(cells.get(column) ?? '')
    return name === '' || (!TIME.test(name) && /\p{L}/u.test(name) && isName(name))
  })

const areSentences = (rows: readonly Row[], column: number): boolean => {
  const cells = rows.map((row) => row.cells.get(column) ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter((cell) => /[.!?…。！？]["”’»」)]*$/u.test(cell)).length * 2 >= cells.length
}

/** Words that begin the names of places and parts. */
const NO_PERSON =
  /^(?:new|north|south|east|west|san|los|las|hong|united|saudi|sri|costa|cape|day|week|part|chapter|group|version)\s/iu

/** Two words with capitals: Ann Lee, Rep. Wilson; or a Korean name. Seoul, Monday and EN are one word. */
const isPerson = (name: string): boolean =>
  isKoreanName(name) ||
  (/^\p{Lu}[\p{L}.'’-]*(?:\s[\p{L}.'’-]+){0,4}\s\p{Lu}[\p{L}'’-]+$/u.test(name) && !NO_PERSON.test(name))

const lengthOf = (rows: readonly Row[], column: number): number =>
  rows.reduce((sum, { cells }) => sum + (cells.get(column) ?? '').length, 0)

const nameIn = (cell: string): string => cell.replace(/\s*[:：]\s*$/u, '').trim()

/** Each turn with the number of its line. A row without a speaker goes on with the one before. */
function turnsOf(
  rows: readonly Row[],
  { speaker, words, when, hasHeading }: Columns,
): readonly (readonly [number, TranscriptLine])[] {
  /** The speaker of a row that has no words. */
  let waiting = ''
  return rows.slice(hasHeading ? 1 : 0).flatMap(({ at: line, cells }) => {
    const name = nameIn(cells.get(speaker) ?? '') || waiting
    const text = cells.get(words) ?? ''
    waiting = text === '' ? name : ''
    if (text === '') return []
    const times = when === undefined ? [...cells.values()] : [cells.get(when) ?? '']
    const at = times.flatMap((cell) => TIME.exec(cell)?.[1] ?? [])[0]
    return [[line, { text, ...defined({ speaker: name === '' ? undefined : name, at }) }] as const]
  })
}

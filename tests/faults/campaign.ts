/**
 * Shared by all campaigns: seeded random numbers, the table, and the notebook from which a stopped campaign goes on.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppTools } from './appTools'

/** One line of the table. */
export interface Row {
  readonly fault: string
  readonly runs: number
  /** Writes that were acknowledged before the fault. */
  readonly acknowledged: number
  /** Acknowledged writes that are missing afterwards without a message. */
  readonly lost: number
  /** Libraries or stories that did not open. */
  readonly unopenable: number
  /** Further columns, in order. */
  readonly more?: Readonly<Record<string, number | string>>
}

export interface Options {
  /** Runs in all, including those of earlier calls. */
  readonly runs: number
  readonly seed: number
  /** A scratch folder, deleted afterwards. */
  readonly scratch: string
  /** Built programs by name. */
  readonly program: (name: string) => string
  readonly say: (line: string) => void
  readonly notebook: Notebook
  /** True when the campaign has to end and print what it counted. */
  readonly stopped: () => boolean
  readonly app: AppTools
}

/** Random numbers that depend only on the seed. */
export function dice(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** The counts of a campaign so far, on disk, so that it can be stopped and continued. */
export interface Notebook {
  load<T>(empty: T): T
  save(counted: unknown): void
  clear(): void
}

export function notebookAt(path: string): Notebook {
  return {
    load<T>(empty: T): T {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as T
      } catch {
        return empty
      }
    },
    save(counted) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify(counted))
    },
    clear: () => rmSync(path, { force: true }),
  }
}
export const noNotebook: Notebook = { load: (empty) => empty, save: () => undefined, clear: () => undefined }
export const notebookFolder = (root: string): string => join(root, 'node_modules', '.cache', 'faults')

const COLUMNS = ['fault', 'runs', 'acknowledged', 'lost', 'unopenable'] as const

export function tableOf(rows: readonly Row[]): string {
  const more = [...new Set(rows.flatMap((row) => Object.keys(row.more ?? {})))]
  const cells = [
    [...COLUMNS, ...more],
    ...rows.map((row) => [
      ...COLUMNS.map((name) => String(row[name])),
      ...more.map((name) => String(row.more?.[name] ?? '')),
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A quantile of numbers. 0 for an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length - 1) * share))] ?? 0
}

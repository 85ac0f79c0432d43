/** A short merge campaign. `npm run faults:merge` runs 20,000 rounds and prints the table. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { emptyRow, liveMerging } from './mergeCampaign'

const ROUNDS = Number(process.env['STET_ROUNDS'] ?? 120)
const FIRST = Number(process.env['STET_SEED'] ?? 1)
const REPORT = process.env['STET_REPORT']

describe('windows that write in one story without hearing of each other', () => {
  for (const windows of [2, 3, 4]) {
    test(
      `${windows} windows: all show the same afterwards, and every letter and tag that nobody took away is in the copy or in a tray`,
      async () => {
        const row = emptyRow(windows)
        for (let seed = FIRST; row.rounds < ROUNDS / 3; seed++) {
          await liveMerging(seed * 10 + windows, row)
          // After each story, so that a stopped campaign keeps its counts.
          if (REPORT !== undefined) writeFileSync(`${REPORT}.${windows}`, JSON.stringify(row))
        }
        expect(row.troubles.slice(0, 5)).toEqual([])
        expect([row.lost, row.apart, row.unopenable, row.refused]).toEqual([0, 0, 0, 0])
        expect(row.letters).toBeGreaterThan(row.rounds)
      },
      ROUNDS > 1000 ? 3_600_000 : 120_000,
    )
  }
})

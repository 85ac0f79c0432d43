import { expect, test } from 'vitest'
import type { Finding, Place } from '../../../src/story/assessment/finding'
import { nextTk, openTksIn, placesOfTks } from '../../../src/renderer/sheet/tk/openTks'

const tk = (key: string, where: Place, rule: Finding['rule'] = 'openTk'): Finding => ({
  rule,
  key,
  severity: 'block',
  message: '',
  where,
  overridable: true,
  dismissable: true,
})
const at = (block: number, from: number): Place => ({ kind: 'text', block, from, to: from + 2 })
const verdict = {
  door: 'clear',
  blocks: [tk('second', at(2, 9)), tk('note', { kind: 'field', field: 'edNote' }), tk('other', at(0, 0), 'mustFix')],
  warns: [tk('first', at(2, 3))],
  overridden: [tk('third', at(4, 0))],
}
const keys = (findings: readonly Finding[]): readonly string[] => findings.map(({ key }) => key)

test('the open TKs are those of the copy in text order, then those of fields, also ones that somebody overrode', () => {
  const tks = openTksIn(verdict)
  expect(keys(tks)).toEqual(['first', 'second', 'third', 'note'])
  expect(placesOfTks(tks)).toEqual([at(2, 3), at(2, 9), at(4, 0)])
})

test('the next TK is the one after the caret, then those of fields, then the first', () => {
  const tks = openTksIn(verdict)
  const next = (block: number, offset: number, shown?: string) => nextTk(tks, { block, offset }, shown)?.key
  expect([next(0, 0), next(2, 3), next(2, 9), next(4, 0), next(4, 0, 'note')]).toEqual([
    'first',
    'second',
    'third',
    'note',
    'first',
  ])
  expect([nextTk(tks, undefined, undefined)?.key, nextTk([], undefined, undefined)]).toEqual(['first', undefined])
})

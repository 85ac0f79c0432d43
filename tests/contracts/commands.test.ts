import { expect, test } from 'vitest'
import { COMMANDS, type Command } from '../../src/ipc/commands'

test('no two commands have the same key or label', () => {
  const rows: readonly Command[] = COMMANDS
  const twice = (values: readonly string[]): readonly string[] =>
    values.filter((value, at) => values.indexOf(value) !== at)
  expect({
    keys: twice(rows.flatMap(({ keys }) => (keys === undefined ? [] : [keys]))),
    labels: twice(rows.map(({ label }) => label)),
  }).toEqual({ keys: [], labels: [] })
})

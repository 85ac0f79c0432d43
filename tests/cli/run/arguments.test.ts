import { describe, expect, test } from 'vitest'
import { optionalPath, readArguments } from '../../../src/cli/run/arguments'
import { NewsroomError } from '../../../src/story/requests/requests'

const OPTIONS = { with: 'text', alias: 'texts', json: 'flag' } as const
const read = (...argv: string[]) => {
  const args = readArguments(argv, OPTIONS)
  return { positionals: args.positionals, with: args.text('with'), alias: args.texts('alias'), json: args.flag('json') }
}

describe('arguments that begin with a dash', () => {
  test.each([['-100'], ['-5 - 3'], ['-h'], ['--json'], ['--'], ['−1'], ['']])(
    '“%s” is the value of an option',
    (value) => {
      expect(read('--with', value, 'a')).toEqual({ positionals: ['a'], with: value, alias: [], json: false })
      expect(read(`--with=${value}`)).toEqual({ positionals: [], with: value, alias: [], json: false })
    },
  )
  test.each([['-100'], ['-5 - 3'], ['-1--2'], ['-'], ['-$'], ['']])('“%s” is an argument of its own', (value) => {
    expect(read('a', value, '--json').positionals).toEqual(['a', value])
  })
  test('everything after “--” is an argument', () => {
    expect(read('a', '--', '--json', '-x', '-1')).toEqual({
      positionals: ['a', '--json', '-x', '-1'],
      with: undefined,
      alias: [],
      json: false,
    })
  })
})

test('a question for help is the value of no option, unless it is written so', () => {
  const asks = [['--with', '--help'], ['--with'], ['--alias', '--help']] as const
  expect(asks.map((argv) => thrown(() => read(...argv)))).toEqual([
    'usage: --with needs a value. To give it “--help” as its value, write --with=--help. Nothing was done.',
    'usage: --with needs a value.',
    'usage: --alias needs a value. To give it “--help” as its value, write --alias=--help. Nothing was done.',
  ])
  expect(read('--with=--help').with).toBe('--help')
})

test('an option is no path, and a path that begins so can be written', () => {
  const path = (...argv: string[]): string | undefined => optionalPath(readArguments(argv, OPTIONS), 'with')
  expect(thrown(() => path('--with', '--json'))).toBe(
    'usage: --with needs a path, not “--json”. If a file or folder has this name, write “./--json”. Nothing was done.',
  )
  expect([path('--with', './--json'), path('--with', '-a')]).toEqual(['./--json', '-a'])
})

/** What the error says that `work` throws. */
function thrown(work: () => unknown): string {
  try {
    return `nothing: ${String(work())}`
  } catch (error) {
    return error instanceof NewsroomError ? `${error.reason}: ${error.message}` : String(error)
  }
}

test('an option of many values keeps them in order', () => {
  expect(read('--alias', 'B', '--alias=A=1').alias).toEqual(['B', 'A=1'])
})

test.each([
  [
    ['-json'],
    'There is no option -json. Write options out, such as --json. Put “--” before a name that begins with a dash.',
  ],
  [['-x'], 'There is no option -x. Write options out, such as --json. Put “--” before a name that begins with a dash.'],
  [['--jsn'], 'There is no option --jsn here. Did you mean --json?'],
  [['--colour=red'], 'There is no option --colour here.'],
  [['--toString'], 'There is no option --toString here.'],
  [['--with'], '--with needs a value.'],
  [['--with', 'a', '--with', 'b'], '--with is given twice.'],
  [['--json', '--json'], '--json is given twice.'],
  [['--json=yes'], '--json takes no value.'],
])('%j is wrong usage', (argv, message) => {
  expect(() => read(...argv)).toThrow(expect.objectContaining({ reason: 'usage', message }) as Error)
})

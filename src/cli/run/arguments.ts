/** Reads a command's arguments. Every option takes its value whatever it looks like, so that `--with -100` means minus one hundred. */
import { NewsroomError } from '../../story/requests/requests'
import { didYouMean } from './didYouMean'

/** `flag`: no value. `text`: one value. `texts`: may be given several times. */
export type OptionKind = 'flag' | 'text' | 'texts'

export interface Arguments {
  readonly positionals: readonly string[]
  flag(name: string): boolean
  text(name: string): string | undefined
  texts(name: string): readonly string[]
}

/** Throws a usage error for an unknown option, a missing value, or a value given twice. */
export function readArguments(argv: readonly string[], options: Readonly<Record<string, OptionKind>>): Arguments {
  const positionals: string[] = []
  const given = new Map<string, string[]>()
  const rest = [...argv]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') {
      positionals.push(...rest)
      break
    }
    if (!arg.startsWith('--')) {
      if (/^-[a-zA-Z]/.test(arg)) throw usage(`There is no option ${arg}. Options are written out, such as --json.`)
      positionals.push(arg)
      continue
    }
    const equals = arg.indexOf('=')
    const name = arg.slice(2, equals < 0 ? undefined : equals)
    const kind = Object.hasOwn(options, name) ? options[name] : undefined
    if (kind === undefined)
      throw usage(`There is no option --${name} here.${didYouMean(name, Object.keys(options), '--')}`)
    const before = given.get(name) ?? []
    if (kind !== 'texts' && before.length) throw usage(`--${name} is given twice.`)
    if (kind === 'flag' && equals >= 0) throw usage(`--${name} takes no value.`)
    const value = kind === 'flag' ? '' : equals >= 0 ? arg.slice(equals + 1) : rest.shift()
    if (value === undefined) throw usage(`--${name} needs a value.`)
    given.set(name, [...before, value])
  }
  return {
    positionals,
    flag: (name) => given.has(name),
    text: (name) => given.get(name)?.[0],
    texts: (name) => given.get(name) ?? [],
  }
}

/** The value of an option that must be given. */
export function required(args: Arguments, name: string): string {
  const value = args.text(name)
  if (value === undefined) throw usage(`--${name} is needed.`)
  return value
}

/** A whole number from 1, or undefined when the option is absent. */
export function count(args: Arguments, name: string): number | undefined {
  const value = args.text(name)
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value)) throw usage(`--${name} takes a whole number from 1, not “${value}”.`)
  return Number(value)
}

/** One of the values that are known; throws a usage error that lists them. */
export function oneOf<T extends string>(what: string, value: string, known: readonly T[]): T {
  const found = known.find((choice) => choice === value)
  if (found === undefined) throw usage(`There is no ${what} “${value}”. Known: ${known.join(', ')}.`)
  return found
}

export const usage = (message: string): NewsroomError => new NewsroomError('usage', message)

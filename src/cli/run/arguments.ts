/**
 * Reads a command's arguments. An option takes the next argument as its value even when that begins with a dash, except
 * for `--help`: with it a person asks what to write there.
 */
import { cliText } from '../../catalogue/rooms/cli'
import { parseArgs } from 'node:util'
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
  // `strict` would refuse `--with -100` (tests/cli/run/commandLine.test.ts) and use its own words for an unknown
  // option.
  const { tokens } = parseArgs({
    args: argv.map(guardDash),
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const),
    ),
    strict: false,
    tokens: true,
  })
  const positionals: string[] = []
  const given = new Map<string, readonly string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(unguardDash(token.value))
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!rawName.startsWith('--'))
      throw usage(cliText('arguments.shortOption', { option: argv[token.index] ?? rawName }))
    const kind = Object.hasOwn(options, name) ? options[name] : undefined
    if (kind === undefined)
      throw usage(cliText('arguments.unknownOption', { name, hint: didYouMean(name, Object.keys(options), '--') }))
    const before = given.get(name) ?? []
    if (kind !== 'texts' && before.length > 0) throw usage(cliText('arguments.givenTwice', { name }))
    if (kind === 'flag' && inlineValue) throw usage(cliText('arguments.takesNoValue', { name }))
    if (kind !== 'flag' && value === undefined) throw usage(cliText('arguments.needsValue', { name }))
    if (kind !== 'flag' && value === '--help' && !inlineValue) throw usage(cliText('arguments.helpIsNoValue', { name }))
    given.set(name, [...before, unguardDash(value ?? '')])
  }
  return {
    positionals,
    flag: (name) => given.has(name),
    text: (name) => given.get(name)?.[0],
    texts: (name) => given.get(name) ?? [],
  }
}

/**
 * Stands before an argument that `parseArgs` would split into short options: "-100" is an argument. No argument can
 * hold NUL.
 */
const GUARD = '\0'
const guardDash = (arg: string): string => (/^-[^a-zA-Z-]/.test(arg) ? GUARD + arg : arg)
const unguardDash = (arg: string): string => (arg.startsWith(GUARD) ? arg.slice(GUARD.length) : arg)

/** The value of an option that must be given. */
export function required(args: Arguments, name: string): string {
  const value = args.text(name)
  if (value === undefined) throw new MissingOption(name)
  return value
}

/** The path in an option that must be given. '', as of a variable that is not set, would be the current folder. */
export const requiredPath = (args: Arguments, name: string): string => pathIn(name, required(args, name))

/** The path in an option that may be absent. */
export function optionalPath(args: Arguments, name: string): string | undefined {
  const path = args.text(name)
  return path === undefined ? undefined : pathIn(name, path)
}

/** The paths in an option that may be given several times. */
export const pathsIn = (args: Arguments, name: string): readonly string[] =>
  args.texts(name).map((path) => pathIn(name, path))

/** `--to --dry-run` is a value that was forgotten, and no folder of that name. */
function pathIn(name: string, path: string): string {
  if (path.startsWith('--')) throw usage(cliText('arguments.pathDashes', { name, path }))
  if (path.trim() === '') throw usage(cliText('arguments.pathEmpty', { name }))
  return path
}

/** A whole number from 1, or undefined when the option is absent. */
export function count(args: Arguments, name: string): number | undefined {
  const value = args.text(name)
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value)) throw usage(cliText('arguments.notACount', { name, value }))
  return Number(value)
}

/** The hash of what the person saw, in --seen. Undefined when it is absent. */
export function seenIn(args: Arguments): string | undefined {
  const value = args.text('seen')
  if (value !== undefined && !/^[0-9a-f]{64}$/.test(value)) throw usage(cliText('arguments.notAHash', { value }))
  return value
}

/** One of the known values. Throws a usage error that lists them. */
export function oneOf<T extends string>(what: string, value: string, known: readonly T[]): T {
  const found = known.find((choice) => choice === value)
  if (found === undefined) throw usage(cliText('arguments.unknownChoice', { what, value, known: known.join(', ') }))
  return found
}

/** A missing option. The usage of the command is added to its message. */
export class MissingOption extends NewsroomError {
  constructor(option: string) {
    super('usage', cliText('arguments.needed', { name: option }))
  }
}

export const usage = (message: string): NewsroomError => new NewsroomError('usage', message)

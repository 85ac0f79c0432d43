/**
 * Reads a regular expression as people write them: literals, `.`, classes, `\d \w \s \b \p{…}`, groups, `|`, and
 * `* + ? {n,m}`, also lazy. `\w` and `\b` know the letters of every script; `^` and `$` are edges of a line. What only
 * backtracking can do (back references, looking ahead or behind) is refused by name.
 */
import { editorText } from '../../catalogue/writing/editor'

/** Whether a character, by its code point, is one of a class. */
export type CharTest = (code: number) => boolean
export type Edge = 'lineStart' | 'lineEnd' | 'border' | 'noBorder'

export type PatternNode =
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'group'; readonly index: number; readonly of: PatternNode }
  | { readonly kind: 'sequence'; readonly of: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly of: readonly PatternNode[] }
  | {
      readonly kind: 'repeat'
      readonly of: PatternNode
      readonly least: number
      /** Undefined: without end. */
      readonly most: number | undefined
      readonly lazy: boolean
    }

export interface ParsedPattern {
  readonly node: PatternNode
  readonly groups: number
}

/** What is wrong with an expression, as a sentence. */
export class PatternError extends Error {}

export const LETTERS_OF_WORDS = String.raw`_\p{L}\p{N}\p{M}`
const MOST_REPEATS = 1000

export const parsePattern = (source: string, caseSensitive: boolean): ParsedPattern =>
  new Reader(source, caseSensitive).read()

class Reader {
  readonly #signs: readonly string[]
  #at = 0
  #groups = 0

  constructor(
    source: string,
    readonly caseSensitive: boolean,
  ) {
    this.#signs = [...source]
  }

  read(): ParsedPattern {
    const node = this.#either()
    if (this.#at < this.#signs.length) throw new PatternError(editorText('find.unopened'))
    return { node, groups: this.#groups }
  }

  get #sign(): string | undefined {
    return this.#signs[this.#at]
  }

  #takes(words: string): boolean {
    if (
      !this.#signs
        .slice(this.#at, this.#at + words.length)
        .join('')
        .startsWith(words)
    )
      return false
    this.#at += words.length
    return true
  }

  #either(): PatternNode {
    const of = [this.#sequence()]
    while (this.#takes('|')) of.push(this.#sequence())
    const [only] = of
    return of.length === 1 && only ? only : { kind: 'either', of }
  }

  #sequence(): PatternNode {
    const of: PatternNode[] = []
    while (this.#sign !== undefined && this.#sign !== '|' && this.#sign !== ')') of.push(this.#repeated(this.#one()))
    return { kind: 'sequence', of }
  }

  #repeated(of: PatternNode): PatternNode {
    const range = this.#range()
    if (!range) return of
    const [least, most] = range
    if (most !== undefined && most < least) throw new PatternError(editorText('find.badRange', { least, most }))
    if (least > MOST_REPEATS || (most ?? 0) > MOST_REPEATS) throw new PatternError(editorText('find.tooLong'))
    const repeat: PatternNode = { kind: 'repeat', of, least, most, lazy: this.#takes('?') }
    if (this.#range()) throw new PatternError(editorText('find.nothingToRepeat', { sign: this.#before(1) }))
    return repeat
  }

  #range(): readonly [number, number | undefined] | undefined {
    if (this.#takes('*')) return [0, undefined]
    if (this.#takes('+')) return [1, undefined]
    if (this.#takes('?')) return [0, 1]
    const rest = this.#signs.slice(this.#at, this.#at + 14).join('')
    const [whole, least = '', comma, most = ''] = /^\{(\d{1,5})(,)?(\d{1,5})?\}/.exec(rest) ?? []
    if (whole === undefined) return undefined
    this.#at += whole.length
    return [Number(least), comma === undefined ? Number(least) : most === '' ? undefined : Number(most)]
  }

  #one(): PatternNode {
    const sign = this.#sign ?? ''
    if ('*+?'.includes(sign)) throw new PatternError(editorText('find.nothingToRepeat', { sign }))
    if (sign === '[') return { kind: 'char', test: this.#class() }
    this.#at++
    if (sign === '(') return this.#group()
    if (sign === '.') return { kind: 'char', test: (code) => code !== LINE }
    if (sign === '^') return { kind: 'edge', edge: 'lineStart' }
    if (sign === '$') return { kind: 'edge', edge: 'lineEnd' }
    if (sign === '\\') return this.#escaped()
    return this.#char(escapeSign(sign))
  }

  #group(): PatternNode {
    let index = 0
    if (this.#takes('?')) {
      if (!this.#takes(':')) throw new PatternError(editorText('find.unsupported', { words: `(?${this.#sign ?? ''}` }))
    } else index = ++this.#groups
    const of = this.#either()
    if (!this.#takes(')')) throw new PatternError(editorText('find.unclosed'))
    return index === 0 ? of : { kind: 'group', index, of }
  }

  #escaped(): PatternNode {
    const sign = this.#sign
    if (sign === undefined) throw new PatternError(editorText('find.loneBackslash'))
    if (sign === 'b' || sign === 'B') {
      this.#at++
      return { kind: 'edge', edge: sign === 'b' ? 'border' : 'noBorder' }
    }
    if (/[1-9k]/.test(sign)) throw new PatternError(editorText('find.unsupported', { words: `\\${sign}` }))
    if (sign === 'W') {
      this.#at++
      return { kind: 'char', test: this.#test(`[^${LETTERS_OF_WORDS}]`, '\\W') }
    }
    return this.#char(this.#escape())
  }

  /** The escape after a backslash, as the source of a class. */
  #escape(): string {
    const rest = this.#signs.slice(this.#at, this.#at + 40).join('')
    const [known] = ESCAPE.exec(rest) ?? []
    if (known !== undefined) {
      this.#at += known.length
      return `\\${known}`
    }
    const sign = this.#sign ?? ''
    this.#at++
    if (sign === 'w') return LETTERS_OF_WORDS
    if (/[\p{L}\p{N}]/u.test(sign)) throw new PatternError(editorText('find.badEscape', { words: `\\${sign}` }))
    return escapeSign(sign)
  }

  #class(): CharTest {
    const start = this.#at++
    let inside = this.#takes('^') ? '^' : ''
    while (this.#sign !== ']') {
      const sign = this.#sign
      if (sign === undefined) throw new PatternError(editorText('find.unclosedClass'))
      this.#at++
      inside += sign === '\\' ? (this.#sign === undefined ? '\\' : this.#escape()) : sign === '[' ? '\\[' : sign
    }
    this.#at++
    return this.#test(`[${inside}]`, this.#signs.slice(start, this.#at).join(''))
  }

  #char(inside: string): PatternNode {
    return { kind: 'char', test: this.#test(`[${inside}]`, this.#before(2)) }
  }

  #test(source: string, words: string): CharTest {
    try {
      return charTest(new RegExp(`^${source}$`, this.caseSensitive ? 'u' : 'iu'))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new PatternError(editorText('find.badClass', { words }))
    }
  }

  #before(count: number): string {
    return this.#signs.slice(Math.max(0, this.#at - count), this.#at).join('')
  }
}

const ESCAPE = /^(?:[dDsStnrfv]|[pP]\{[\w=]{1,32}\}|u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|x[\da-fA-F]{2})/
const LINE = 10
/** Characters whose answer is kept in a table. */
const LOW = 0x250

function charTest(one: RegExp): CharTest {
  const low = new Int8Array(LOW)
  const high = new Map<number, boolean>()
  return (code) => {
    const known = code < LOW ? low[code] : undefined
    if (known !== undefined && known !== 0) return known > 0
    const kept = known === undefined ? high.get(code) : undefined
    if (kept !== undefined) return kept
    const answer = one.test(String.fromCodePoint(code))
    if (known === undefined) high.set(code, answer)
    else low[code] = answer ? 1 : -1
    return answer
  }
}

/** A sign of the text as it stands in a class. */
const escapeSign = (sign: string): string => (/[\\^$.*+?()[\]{}|/-]/.test(sign) ? `\\${sign}` : sign)

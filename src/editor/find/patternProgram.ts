/**
 * A regular expression that never hangs: all ways through it are followed at once (Thompson 1968, Pike 1987), so its
 * time grows with the text and with the expression, never with both to a power. Of two matches the earlier one counts,
 * at one place the one that the expression prefers. An empty match does not count.
 */
import { editorText } from '../../catalogue/writing/editor'
import { OutOfPatience, type Patience } from './patience'
import {
  LETTERS_OF_WORDS,
  PatternError,
  type CharTest,
  type Edge,
  type ParsedPattern,
  type PatternNode,
} from './parsePattern'

type Step =
  | { readonly op: 'char'; readonly test: CharTest }
  | { readonly op: 'edge'; readonly edge: Edge }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { readonly op: 'keep'; readonly slot: number }
  | { readonly op: 'done' }

/** Longer ones take too long on a long story. */
const MOST_STEPS = 1500

export interface PatternMatch {
  readonly from: number
  readonly to: number
  /** The words of each group, the first at 0; undefined if it has none. Only if they were asked for. */
  readonly groups: readonly (string | undefined)[]
}

interface Thread {
  readonly at: number
  /** Where it began, then from and to of each group. */
  readonly slots: readonly number[]
}

export class PatternProgram {
  readonly #steps: Step[] = []
  /** Tests of the first character. Undefined: the expression may begin with none. */
  readonly #first: readonly CharTest[] | undefined
  readonly #groups: number
  readonly #seen: Int32Array
  #turn = 0

  constructor({ node, groups }: ParsedPattern) {
    this.#groups = groups
    this.#first = firstOf(node)
    this.#write(node)
    this.#steps.push({ op: 'done' })
    this.#seen = new Int32Array(this.#steps.length)
  }

  /** The first match at or after `from`. */
  match(text: string, from: number, patience: Patience, withGroups = false): PatternMatch | undefined {
    let threads: Thread[] = []
    let found: Thread | undefined
    let end = 0
    let position = from
    for (;;) {
      if (!found) {
        if (threads.length === 0) {
          position = this.#nextStart(text, position, patience)
          this.#turn++
        }
        this.#follow(threads, 0, [position], text, position, withGroups)
      }
      if (threads.length === 0 && (found || position >= text.length)) break
      const code = text.codePointAt(position)
      const next = position + (code !== undefined && code > 0xffff ? 2 : 1)
      const following: Thread[] = []
      this.#turn++
      patience.left -= threads.length + 1
      if (patience.left < 0) throw new OutOfPatience()
      for (const thread of threads) {
        const step = this.#steps[thread.at]
        if (step?.op === 'done') {
          if (thread.slots[0] === position) continue
          found = thread
          end = position
          break
        }
        if (step?.op === 'char' && code !== undefined && step.test(code))
          this.#follow(following, thread.at + 1, thread.slots, text, next, withGroups)
      }
      if (code === undefined) break
      threads = following
      position = next
    }
    return found && { from: found.slots[0] ?? 0, to: end, groups: withGroups ? this.#wordsOf(text, found.slots) : [] }
  }

  #wordsOf(text: string, slots: readonly number[]): readonly (string | undefined)[] {
    return Array.from({ length: this.#groups }, (_, group) => {
      const [from, to] = [slots[1 + 2 * group], slots[2 + 2 * group]]
      return from === undefined || to === undefined ? undefined : text.slice(from, to)
    })
  }

  #nextStart(text: string, from: number, patience: Patience): number {
    const first = this.#first
    if (!first) return from
    let position = from
    while (position < text.length) {
      const code = text.codePointAt(position) ?? 0
      if (first.some((test) => test(code))) break
      position += code > 0xffff ? 2 : 1
    }
    patience.left -= (position - from) / 8
    return position
  }

  /** Adds the threads that a step leads to without a character, the preferred ones first. */
  #follow(
    threads: Thread[],
    at: number,
    slots: readonly number[],
    text: string,
    position: number,
    withGroups: boolean,
  ): void {
    if (this.#seen[at] === this.#turn) return
    this.#seen[at] = this.#turn
    const step = this.#steps[at]
    if (step?.op === 'jump') this.#follow(threads, step.to, slots, text, position, withGroups)
    else if (step?.op === 'split') {
      this.#follow(threads, step.first, slots, text, position, withGroups)
      this.#follow(threads, step.second, slots, text, position, withGroups)
    } else if (step?.op === 'edge') {
      if (isAt(step.edge, text, position)) this.#follow(threads, at + 1, slots, text, position, withGroups)
    } else if (step?.op === 'keep') {
      const kept = withGroups ? [...slots] : slots
      if (withGroups) (kept as number[])[step.slot] = position
      this.#follow(threads, at + 1, kept, text, position, withGroups)
    } else threads.push({ at, slots })
  }

  #write(node: PatternNode): void {
    const steps = this.#steps
    if (steps.length > MOST_STEPS) throw new PatternError(editorText('find.tooLong'))
    switch (node.kind) {
      case 'char':
        return void steps.push({ op: 'char', test: node.test })
      case 'edge':
        return void steps.push({ op: 'edge', edge: node.edge })
      case 'sequence':
        return node.of.forEach((one) => this.#write(one))
      case 'group':
        steps.push({ op: 'keep', slot: 2 * node.index - 1 })
        this.#write(node.of)
        return void steps.push({ op: 'keep', slot: 2 * node.index })
      case 'either':
        return this.#writeEither(node.of)
      case 'repeat':
        return this.#writeRepeat(node)
    }
  }

  #writeEither(of: readonly PatternNode[]): void {
    const jumps: { op: 'jump'; to: number }[] = []
    for (const [index, one] of of.entries()) {
      if (index === of.length - 1) this.#write(one)
      else {
        const split = this.#split(false)
        this.#write(one)
        const jump = { op: 'jump' as const, to: 0 }
        jumps.push(jump)
        this.#steps.push(jump)
        split.second = this.#steps.length
      }
    }
    for (const jump of jumps) jump.to = this.#steps.length
  }

  #writeRepeat({ of, least, most, lazy }: Extract<PatternNode, { kind: 'repeat' }>): void {
    for (let count = 0; count < least; count++) this.#write(of)
    if (most === undefined) {
      const start = this.#steps.length
      const split = this.#split(lazy)
      this.#write(of)
      this.#steps.push({ op: 'jump', to: start })
      this.#leave(split, lazy)
      return
    }
    const splits: { op: 'split'; first: number; second: number }[] = []
    for (let count = least; count < most; count++) {
      splits.push(this.#split(lazy))
      this.#write(of)
    }
    for (const split of splits) this.#leave(split, lazy)
  }

  /** A fork whose one way goes on here. Lazy: that way is the second choice. */
  #split(lazy: boolean): { op: 'split'; first: number; second: number } {
    const on = this.#steps.length + 1
    const split = { op: 'split' as const, first: lazy ? -1 : on, second: lazy ? on : -1 }
    this.#steps.push(split)
    return split
  }

  #leave(split: { first: number; second: number }, lazy: boolean): void {
    if (lazy) split.first = this.#steps.length
    else split.second = this.#steps.length
  }
}

function firstOf(node: PatternNode): readonly CharTest[] | undefined {
  switch (node.kind) {
    case 'char':
      return [node.test]
    case 'edge':
      return undefined
    case 'group':
      return firstOf(node.of)
    case 'repeat':
      return node.least > 0 ? firstOf(node.of) : undefined
    case 'either': {
      const ways = node.of.map(firstOf)
      return ways.every((way) => way !== undefined) ? ways.flat() : undefined
    }
    case 'sequence': {
      const [first] = node.of.filter(({ kind }) => kind !== 'edge')
      return first && firstOf(first)
    }
  }
}

const LETTER = new RegExp(`[${LETTERS_OF_WORDS}]`, 'u')

function isAt(edge: Edge, text: string, position: number): boolean {
  if (edge === 'lineStart') return position === 0 || text[position - 1] === '\n'
  if (edge === 'lineEnd') return position === text.length || text[position] === '\n'
  return isBorderAt(text, position) === (edge === 'border')
}

/** Whether a word begins or ends at a position. */
function isBorderAt(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const after = [...text.slice(at, at + 2)][0] ?? ''
  return LETTER.test(before) !== LETTER.test(after)
}

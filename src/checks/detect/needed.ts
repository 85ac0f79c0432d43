/**
 * What a text must hold for a pattern to match, so that most patterns are never tried: of “(record)(?=[- ]…)” the
 * letters “record”, of “(?:plus|moins) que” one of “plus” and “moins”. Says “perhaps” or “never”, and is never wrong
 * about “never”.
 *
 * Reads the regular expressions that word tables use (patterns.ts): groups, alternatives, classes, looks ahead and
 * behind, `?`, `{n,m}`. A part that it cannot read asks for nothing.
 */

/** One of these must stand in the text. Undefined: nothing is asked for. */
type Need = readonly string[] | undefined

/** No literal is compared further than this. */
const LONGEST = 5
const CJK = /[\u3000-\u9fff\uac00-\ud7af]/

/** About how many of a hundred sentences hold one of these, and what it costs to ask. */
function priceOf(need: readonly string[]): number {
  let price = 0
  for (const literal of need) {
    if (CJK.test(literal)) price += literal.length === 1 ? 3 : 1.2
    else price += [100, 80, 30, 6][literal.length] ?? 2
  }
  return price
}

const cheaper = (a: Need, b: Need): Need => (a && (!b || priceOf(a) <= priceOf(b)) ? a : b)

/** `source`: a regular expression with `{n,m}` in place of `+` and `*`. */
export function neededBy(source: string): Need {
  let at = 0

  function alternatives(): Need {
    const found = new Set<string>()
    let all = true
    for (;;) {
      const need = sequence()
      if (need) for (const literal of need) found.add(literal.slice(0, LONGEST))
      else all = false
      if (source[at] !== '|') break
      at++
    }
    return all ? [...found] : undefined
  }

  function sequence(): Need {
    let best: Need
    let run = ''
    const close = (): void => {
      if (run !== '') best = cheaper([run], best)
      run = ''
    }
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = one()
      const least = leastTimes()
      if (typeof part === 'string' && part !== '') {
        if (least === 1) run += part
        else {
          if (least > 1) run += part
          close()
        }
      } else if (part !== '') {
        close()
        if (least > 0 && part) best = cheaper(part, best)
      }
    }
    close()
    return best
  }

  /** A letter that must stand here; '' for a place (`^`, `\b`, what must not follow); else what a group asks for. */
  function one(): string | Need {
    const sign = source.charAt(at++)
    if (sign === '(') return group()
    if (sign === '[') {
      while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
      at++
      return undefined
    }
    if (sign === '\\') {
      const escaped = source.charAt(at++)
      if (escaped === 'b') return ''
      return /[a-zA-Z\d]/.test(escaped) ? undefined : escaped
    }
    if (sign === '^' || sign === '$') return ''
    return sign === '.' ? undefined : sign
  }

  function group(): string | Need {
    const kind = /^\?(?:[:=!]|<[=!])/.exec(source.slice(at, at + 3))?.[0] ?? ''
    at += kind.length
    const need = alternatives()
    at++
    return kind.endsWith('!') ? '' : need
  }

  function leastTimes(): number {
    const times = /^(?:\?|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 12))
    if (!times) return 1
    at += times[0].length
    const least = times[1] === undefined ? 0 : Number(times[1])
    // “a{1,24}” ends a run of letters: what follows need not stand behind the first one.
    return least === 0 ? 0 : 2
  }

  return alternatives()
}

const SIZE = 8192
const single = (a: number): number => (a * 7 + 1) & (SIZE - 1)
const double = (a: number, b: number): number => (a * 211 + b * 3 + 5) & (SIZE - 1)
const triple = (a: number, b: number, c: number): number => (a * 961 + b * 31 + c) & (SIZE - 1)

/** The letters of a text, in ones, twos and threes. */
const seen = new Uint8Array(SIZE)
let seenText: string | undefined

function read(text: string): void {
  if (seenText === text) return
  seenText = text
  seen.fill(0)
  let before = 0
  let last = 0
  for (let at = 0; at < text.length; at++) {
    const here = text.charCodeAt(at)
    seen[single(here)] = 1
    if (at > 0) seen[double(last, here)] = 1
    if (at > 1) seen[triple(before, last, here)] = 1
    before = last
    last = here
  }
}

/** The places of `seen` that all must be set, for each literal of a need. */
export type Asked = readonly (readonly number[])[]

export function askedFor(source: string): Asked | undefined {
  const need = neededBy(source)
  return need?.map((literal) => {
    const [a = 0, b = 0] = [literal.charCodeAt(0), literal.charCodeAt(1)]
    if (literal.length === 1) return [single(a)]
    if (literal.length === 2) return [double(a, b)]
    return Array.from({ length: literal.length - 2 }, (_, at) =>
      triple(literal.charCodeAt(at), literal.charCodeAt(at + 1), literal.charCodeAt(at + 2)),
    )
  })
}

/** Whether a pattern may match in the text. */
export function mayMatch(text: string, asked: Asked | undefined): boolean {
  if (!asked) return true
  read(text)
  return asked.some((places) => places.every((place) => seen[place] === 1))
}

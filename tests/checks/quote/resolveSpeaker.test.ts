/** Whom of a transcript a name means: the work is bounded, and the answer is that of the rule in full. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../src/checks/quote/speaker/name/compareNames'
import { parseName } from '../../../src/checks/quote/speaker/name/parseName'
import { resolveSpeaker } from '../../../src/checks/quote/speaker/name/resolveSpeaker'

/** How many names are compared. */
function comparisons(name: string, labels: readonly string[]): number {
  let made = 0
  resolveSpeaker(name, labels, (one, other) => {
    made += 1
    return compareNames(one, other)
  })
  return made
}

const isSame = (one: string, other: string): boolean => compareNames(parseName(one), parseName(other)) === 'same'
const areOne = (names: readonly string[]): boolean =>
  names.every((one) => names.every((other) => one === other || isSame(one, other)))
/** Whether a label means this person and nobody else. */
function isThem(label: string, person: string, labels: readonly string[]): boolean {
  const fits = labels.filter((other) => isSame(label, other))
  return fits.includes(person) && areOne(fits)
}

describe('labels that mean one person', () => {
  it('are all that mean nobody else, whatever the order', () => {
    const part = fc.constantFrom('Mr.', 'Gov.', 'Dr.', 'Kim', 'Min', 'Lee', 'Jun', 'K.', 'Jr.', 'Baker', 'Alan')
    const label = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(label, fc.array(label, { maxLength: 8 }), (name, given) => {
        const labels = [...new Set(given)]
        const same = labels.includes(name) ? [name] : labels.filter((one) => isSame(name, one))
        const [first] = same
        if (first === undefined || !areOne(same)) {
          expect(resolveSpeaker(name, given).kind).not.toBe('one')
          return
        }
        const more = labels.filter((one) => isThem(first, one, labels) && isThem(one, first, labels))
        const all = [...new Set([...same, ...more])]
        expect(resolveSpeaker(name, given)).toEqual({ kind: 'one', labels: all })
      }),
      { numRuns: 2000, seed: 18 },
    )
  })

  it.each([
    ['of one person each', (n: number) => `Speaker ${n} Kim`],
    ['that all fit one surname', (n: number) => `Kim ${String.fromCodePoint(0x4e00 + n)}`],
    ['that all fit each other', (n: number) => `Kim${' Min'.repeat(n + 1)}`],
    ['with one title', (n: number) => `Gov. ${n} Baker`],
  ])('twice as many labels %s take about twice the comparisons', (_what, label) => {
    const labels = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => label(n))
    for (const name of ['Kim', 'Gov. Baker', labels(1)[0] ?? '']) {
      const [once, twice] = [comparisons(name, labels(400)), comparisons(name, labels(800))]
      expect(twice).toBeLessThan(once * 2.5)
    }
  })

  it('more names than one person has are several people', () => {
    const labels = Array.from({ length: 41 }, (_, n) => `Kim${' Min'.repeat(n + 1)}`)
    expect(resolveSpeaker('Kim Min Min', labels.slice(0, 40)).kind).toBe('one')
    expect(resolveSpeaker('Kim', labels)).toEqual({ kind: 'several', labels })
  })
})

/** Who wrote what a field says, as its ledger tells. */
import { canonical } from '../../text/compare'

/** Somebody set a field. The values as the ledger writes them: `fieldText`. */
export interface FieldSetter {
  readonly by: string
  readonly from: string
  readonly to: string
}

/** For each field that somebody set: who did so, oldest first; the same change by the same person once. */
export type FieldSetters = ReadonlyMap<string, readonly FieldSetter[]>

/** The setters of a story that begins with fields that others wrote: a duplicate, or the newsroom's defaults. */
export const settersAtFirst = (set: Readonly<Record<string, readonly FieldSetter[]>> = {}): FieldSetters =>
  new Map(Object.entries(set))

/** The setters after one more entry. */
export function afterFieldSet(
  setters: FieldSetters,
  { field, from, to, by }: FieldSetter & { readonly field: string },
): FieldSetters {
  const others = (setters.get(field) ?? []).filter((one) => one.by !== by || one.from !== from || one.to !== to)
  return new Map([...setters, [field, [...others, { by, from, to }]]])
}

/**
 * Names of all who wrote words of a field: each who ever set it so that it says them where it had not, and who set
 * it last if nobody did, as the ledger may hold a name masked. A change and back by another name takes words over from
 * nobody. Without `words`: who set it last.
 */
export function settersOf(setters: FieldSetters, field: string, words = ''): ReadonlySet<string> {
  const all = setters.get(field) ?? []
  const sought = canonical(words)
  const says = (value: string): boolean => textOf(value).includes(sought)
  const wrote = sought === '' ? [] : all.filter(({ from, to }) => says(to) && !says(from))
  return new Set((wrote.length > 0 ? wrote : all.slice(-1)).map(({ by }) => by))
}

/** The words of a value: a list or record is written as JSON. */
function textOf(value: string): string {
  if (!/^[[{]/u.test(value)) return canonical(value)
  try {
    const texts: string[] = []
    JSON.parse(value, (_key, part: unknown) => {
      if (typeof part === 'string') texts.push(canonical(part))
      return part
    })
    return texts.join('\n')
  } catch {
    return canonical(value)
  }
}

/** Who set a field to what, as its ledger tells. */
import { fieldText, type FieldName, type Fields } from './fields'

export interface FieldSetter {
  readonly by: string
  /** The value as the ledger writes it: `fieldText`. */
  readonly to: string
}

/** For each field that somebody set: who set it to what, oldest first, each name once for each value. */
export type FieldSetters = ReadonlyMap<string, readonly FieldSetter[]>

/** What a field said in the original of a duplicate, and the names of all who wrote that. */
export interface FieldWritten {
  readonly to: string
  readonly by: readonly string[]
}

/** The setters of a story that begins as a duplicate. */
export const settersAtFirst = (set: Readonly<Record<string, FieldWritten>> = {}): FieldSetters =>
  new Map(Object.entries(set).map(([field, { to, by }]) => [field, by.map((name) => ({ by: name, to }))]))

/** The setters after one more entry. */
export function afterFieldSet(
  setters: FieldSetters,
  { field, to, by }: FieldSetter & { readonly field: string },
): FieldSetters {
  const others = (setters.get(field) ?? []).filter((one) => one.by !== by || one.to !== to)
  return new Map([...setters, [field, [...others, { by, to }]]])
}

/**
 * Names of all who wrote what a field says now: each who ever set it so, and whoever set it last. A change and back by
 * another name takes it over from nobody.
 */
export function settersOf(
  setters: FieldSetters,
  field: string,
  value: Fields[FieldName] | undefined,
): ReadonlySet<string> {
  const all = setters.get(field) ?? []
  const now = value === undefined ? undefined : fieldText(value)
  return new Set(all.filter((one, at) => one.to === now || at === all.length - 1).map(({ by }) => by))
}

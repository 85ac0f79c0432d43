/**
 * Shapes of what entries say. The compiler checks that they name every part of a type, and which may be absent. They
 * are plain functions, as all entries of a story are looked at when it opens: parsers took a fifth of that time.
 */
import { isRecord } from '../../text/isRecord'
import type { EntryRef } from '../entryRef'
import type { LedgerEvent } from '../ledgerEntry'

export type EventKind = LedgerEvent['kind']

type Named<E, K> = E extends { readonly kind: infer Kinds } ? (K extends Kinds ? E : never) : never
/** What an entry of this kind says. */
export type EventOf<K extends EventKind> = Omit<Named<LedgerEvent, K>, 'kind'>

/** Says whether a value is one of this type. */
export type Shape<T> = (value: unknown) => value is T
/** The shape of a part that may be absent. */
export interface Maybe<T> {
  (value: unknown): value is T | undefined
  readonly maybe: true
}

/** A shape for each part of a value. */
export type Parts<T> = {
  readonly [P in keyof T]-?: undefined extends T[P] ? Maybe<Exclude<T[P], undefined>> : Shape<T[P]>
}

/** The parts of entries, by kind. */
export type Shapes<K extends EventKind> = { readonly [Kind in K]: Parts<EventOf<Kind>> }

/** A value with these parts. It may have others: a later Stet may write more. */
export function parts<T>(of: Parts<T>): Shape<T> {
  const all = Object.entries<Shape<unknown>>(of)
  return (value): value is T => isRecord(value) && all.every(([name, is]) => is(value[name]))
}

export const maybe = <T>(is: Shape<T>): Maybe<T> =>
  Object.assign((value: unknown): value is T | undefined => value === undefined || is(value), { maybe: true as const })
export const listOf =
  <T>(is: Shape<T>): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(is)
export const recordOf =
  <T>(is: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every(is)
export const oneOf = <const T extends string>(values: readonly T[]): Shape<T> => {
  const all: ReadonlySet<unknown> = new Set(values)
  return (value): value is T => all.has(value)
}
export const either =
  <A, B>(isA: Shape<A>, isB: Shape<B>): Shape<A | B> =>
  (value): value is A | B =>
    isA(value) || isB(value)

export const text: Shape<string> = (value) => typeof value === 'string'
export const texts = listOf(text)
/** A list without an item. */
export const none: Shape<readonly []> = (value): value is readonly [] => Array.isArray(value) && value.length === 0
/** JSON has no number that is not finite. */
export const number: Shape<number> = (value): value is number => Number.isFinite(value)
/**
 * A count, or a place in a list. Large ones are well-formed, too. If they were not, what comes after one would have the
 * next number and would never count. Which numbers Stet continues from: trust/plausibleNumbers.ts.
 */
export const count: Shape<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0
export const flag: Shape<boolean> = (value) => typeof value === 'boolean'
export const yes: Shape<true> = (value) => value === true

export const entryRef: Shape<EntryRef> = either(text, number)

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/
/** An instant that a calendar has. */
export const instant: Shape<string> = (value): value is string =>
  text(value) && INSTANT.test(value) && !Number.isNaN(Date.parse(value))

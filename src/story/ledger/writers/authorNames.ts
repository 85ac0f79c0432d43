/** Names that a ledger tells as authors of its story, at any time. Reads entries of every earlier form. */
import { sameName } from '../../text/words/personName'
import type { LedgerEntry } from '../ledgerEntry'

/**
 * The names after one more entry; the same list if the entry tells of none. `hasWords`: a fact had words by then, so
 * nobody sets a field before there are any.
 */
export function authorsAfter(names: readonly string[], entry: LedgerEntry, hasWords = false): readonly string[] {
  switch (entry.kind) {
    case 'created':
      // A duplicate keeps the authors of its original.
      return withNames(names, entry.origin === 'duplicate' ? (entry.authors ?? [entry.by]) : [entry.by])
    case 'fieldSet': {
      if (entry.field !== 'author' && entry.field !== 'byline') return names
      const before = namesOfField(entry.field, entry.from)
      const now = namesOfField(entry.field, entry.to)
      // Named and removed before there was a word: nothing was written under that name.
      if (entry.beforeWords && !hasWords) return withNames(without(names, before), now)
      return withNames(names, [...before, ...now])
    }
    case 'bylineStruck':
      return without(names, [entry.name])
    default:
      return names
  }
}

/** The lines of an author field or byline, as the ledger notes its value. */
export function namesOfField(field: 'author' | 'byline', text: string): readonly string[] {
  if (field === 'author') return [text]
  const lines = parsed(text)
  if (!Array.isArray(lines)) return [text]
  return lines.flatMap((line: unknown) => {
    const { name, role } = (line ?? {}) as { readonly name?: unknown; readonly role?: unknown }
    return [String(name ?? ''), ...(typeof role === 'string' ? [role] : [])]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // A byline that is no list is read as one name: more names only take trust away.
    return undefined
  }
}

/** Each name once. */
export function withNames(names: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((name, index) => name !== '' && !names.includes(name) && more.indexOf(name) === index)
  return added.length === 0 ? names : [...names, ...added]
}

const without = (names: readonly string[], gone: readonly string[]): readonly string[] =>
  names.filter((name) => !gone.some((other) => sameName(other, name)))

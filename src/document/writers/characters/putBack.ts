/** Characters that somebody typed again where they had been deleted: who wrote them, and the deleted ones. */
import type * as Y from 'yjs'
import { canonical } from '../../../story/text/compare'
import { ownTypist, takersOf, type Atom } from './atoms'
import { nameOf, writersOfCharacters } from './hands'

export interface PutBack {
  readonly writers: ReadonlyMap<Atom, ReadonlySet<string>>
  readonly gone: ReadonlySet<Atom>
}

/**
 * Looks between characters that others typed. Where the live ones, all by one person, read as a row of the deleted ones
 * there, they are those characters: they keep their writers (`writersOf`). The person who typed them again is a writer
 * too, unless they had taken them away themselves.
 */
export function putBack(
  doc: Y.Doc,
  atoms: readonly Atom[],
  writersOf: (atom: Atom) => ReadonlySet<string> = (atom) => typistsOf(doc, atom),
): PutBack {
  const writers = new Map<Atom, ReadonlySet<string>>()
  const gone = new Set<Atom>()
  let cluster: Atom[] = []
  const settle = (): void => {
    const live = cluster.filter((atom) => atom.isLive)
    const typist = live[0] && nameOf(doc, live[0].client)
    const rows = live.length > 0 ? rowsBack(doc, live.map((atom) => atom.text).join(''), cluster) : []
    // After typing to and fro, one's own deleted characters read like them, too. Those of others came first.
    const row = rows.find((found) => found.some((atom) => !isOf(doc, atom, typist))) ?? rows[0]
    if (row && typist !== undefined) {
      const before = new Set(row.flatMap((atom) => [...writersOf(atom)]))
      const takers = new Set(row.flatMap((atom) => takersNoted(doc, atom, typist)))
      const tookAll = takers.size === 1 && takers.has(typist)
      if (!tookAll && (takers.size > 0 || [...before].some((name) => name !== typist))) before.add(typist)
      for (const atom of live) writers.set(atom, before)
      for (const atom of row) gone.add(atom)
    }
    for (const atom of exchanged(doc, cluster)) gone.add(atom)
    // Deleted characters between live ones, or behind those that were put back: the next ones may read like them.
    const last = row?.at(-1)
    const end = last ? cluster.indexOf(last) : cluster.findLastIndex((atom) => atom.isLive)
    cluster = cluster.slice(end + 1).filter((atom) => !atom.isLive && !gone.has(atom))
  }
  let typist: string | undefined
  for (const atom of atoms) {
    // A proposed insertion does not stand in the copy.
    if (atom.isLive && atom.isPending) continue
    const own = atom.isLive ? ownTypist(doc, atom) : undefined
    const begins = cluster.every((one) => !one.isLive)
    if (atom.isLive && (own === undefined || (!begins && own !== typist))) settle()
    if (!atom.isLive) cluster.push(atom)
    else if (own === undefined) cluster = []
    else {
      typist = own
      cluster.push(atom)
    }
  }
  settle()
  return { writers, gone }
}

/** Who took a character away. Who takes away what they typed themselves, moved meanwhile or not, leaves no note. */
function takersNoted(doc: Y.Doc, atom: Atom, typist: string): readonly string[] {
  const noted = [...takersOf(doc, atom)]
  return noted.length === 0 && isOf(doc, atom, typist) ? [typist] : noted
}

const typistsOf = (doc: Y.Doc, { client, clock, text }: Atom): ReadonlySet<string> =>
  writersOfCharacters(doc, client, clock, text.length)

const isOf = (doc: Y.Doc, atom: Atom, name: string | undefined): boolean =>
  [...typistsOf(doc, atom)].every((writer) => writer === name)

/**
 * Characters that one person took and put the same in place of, which somebody else deleted since: that one took the
 * words away, not this person. Who deletes their own typing leaves no note.
 */
function exchanged(doc: Y.Doc, cluster: readonly Atom[]): readonly Atom[] {
  const found = new Set<Atom>()
  let run: Atom[] = []
  const settle = (): void => {
    const typist = run[0] && nameOf(doc, run[0].client)
    if (typist !== undefined) {
      const others = cluster.filter((atom) => !run.includes(atom) && !found.has(atom))
      const row = rowsReading(run.map(({ text }) => text).join(''), others).find((atoms) =>
        atoms.every((atom) => {
          const takers = takersOf(doc, atom)
          return takers.size === 1 && takers.has(typist)
        }),
      )
      for (const atom of row ?? []) found.add(atom)
    }
    run = []
  }
  for (const atom of cluster) {
    const isTyped = !atom.isLive && !atom.isPending && isOf(doc, atom, nameOf(doc, atom.client))
    const isDeleted = isTyped && takersOf(doc, atom).size > 0
    if (!isDeleted || atom.client !== (run[0] ?? atom).client) settle()
    if (isDeleted) run.push(atom)
  }
  settle()
  return [...found]
}

/**
 * Rows of deleted atoms that read as these characters. Others may stand between them that went at another time: then
 * those that one person took away, in order.
 */
function rowsBack(doc: Y.Doc, wanted: string, cluster: readonly Atom[]): readonly (readonly Atom[])[] {
  const rows = rowsReading(wanted, cluster)
  if (rows.length > 0) return rows
  const taken = cluster.flatMap((atom) => {
    if (atom.isLive || atom.isPending) return []
    const takers = takersOf(doc, atom)
    return [{ atom, takers: takers.size > 0 ? takers : typistsOf(doc, atom) }]
  })
  const names = new Set(taken.flatMap(({ takers }) => [...takers]))
  return names.size < 2
    ? []
    : [...names].flatMap((name) =>
        rowsReading(
          wanted,
          taken.flatMap(({ atom, takers }) => (takers.has(name) ? [atom] : [])),
        ),
      )
}

/** Deleted atoms of a cluster, side by side, that read as these characters. One row for each place where one begins. */
function rowsReading(wanted: string, cluster: readonly Atom[]): readonly (readonly Atom[])[] {
  const deleted = cluster.filter((atom) => !atom.isLive && !atom.isPending)
  // Framed: white space and invisible characters at the ends count as inside a line.
  const reading = (text: string): string => canonical(`|${text}|`)
  const same = reading(wanted)
  const rows: (readonly Atom[])[] = []
  for (let first = 0; first < deleted.length; first++) {
    let text = ''
    for (let last = first; last < deleted.length && text.length <= wanted.length; last++) {
      text += deleted[last]?.text ?? ''
      if (reading(text) !== same) continue
      rows.push(deleted.slice(first, last + 1))
      break
    }
  }
  return rows
}

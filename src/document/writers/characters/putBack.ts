/** Characters that somebody typed again where they had been deleted: who wrote them, and the deleted ones. */
import * as Y from 'yjs'
import { canonical } from '../../../story/text/compare'
import { firstWithin, ownTypist, takersOf, textOf, type Atom } from './atoms'
import type { ItemId } from '../../reading/yjsItems'
import { handsOf, nameOf, piecesOf, writersOfCharacters } from './hands'
import { againOf, sourceAmong, type Again } from './standsAgain'

type Row = readonly Atom[]

export interface PutBack {
  readonly writers: ReadonlyMap<Atom, ReadonlySet<string>>
  readonly gone: ReadonlySet<Atom>
  /** What stands again, by the notes. */
  readonly again: Again
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
  const again = againOf(doc, atoms)
  const spent = new Set<Atom>()
  let cluster: Atom[] = []
  const settleAs = (live: Row, rows: readonly Row[], typist: string): void => {
    const isPutBack = rowsPutBack(doc, rows)
    const written = rowsWritten(doc, rows, typist, isPutBack)
    const before = new Set(written.flatMap((row) => row.flatMap((atom) => [...writersOf(atom)])))
    const latest = latestOf(doc, rows, typist)
    const takers = new Set(latest.flatMap((atom) => takersNoted(doc, atom, typist)))
    const tookAll = takers.size === 1 && takers.has(typist)
    if (!tookAll && (takers.size > 0 || [...before].some((name) => name !== typist))) before.add(typist)
    for (const atom of live) writers.set(atom, before)
    // What it was put back for, too. Other rows that read the same are words that somebody took away.
    for (let one: Row | undefined = latest; one; one = rows.find((row) => one && isPutBack(one, row)))
      for (const atom of one) spent.add(atom)
  }
  const settle = (): void => {
    const live = cluster.filter((atom) => atom.isLive)
    const typist = live[0] && nameOf(doc, live[0].client)
    const rows = live.length > 0 ? rowsBack(doc, live.map((atom) => atom.text).join(''), cluster) : []
    const row = firstOf(doc, rows, typist)
    if (row && typist !== undefined) settleAs(live, rows, typist)
    else if (typist !== undefined)
      for (const one of amongOwn(doc, cluster, typist)) settleAs(one.typed, one.rows, typist)
    for (const atom of exchanged(doc, cluster)) gone.add(atom)
    // Deleted characters between live ones, or behind those that were put back: the next ones may read like them.
    const last = row?.at(-1)
    const end = last ? cluster.indexOf(last) : cluster.findLastIndex((atom) => atom.isLive)
    cluster = cluster.slice(end + 1).filter((atom) => !atom.isLive && !spent.has(atom))
  }
  let typist: string | undefined
  const places = new Map(again.undone.size === 0 ? [] : atoms.map((atom, place) => [atom, place]))
  const placeOf = (atom: Atom): number => places.get(atom) ?? -1
  let lastLive = -1
  // And behind all that was put there since.
  const isBehind = (one: Atom, was: Atom): boolean =>
    placeOf(one) > placeOf(was) && (lastLive < placeOf(was) || placeOf(one) < lastLive)
  const isAgain = (one: Atom): boolean =>
    sourceAmong(doc, { ...one, length: one.text.length }, again.undone) !== undefined
  for (const atom of atoms) {
    // A proposed insertion does not stand in the copy.
    if (atom.isLive && atom.isPending) continue
    if (atom.isForgotten) continue
    if (again.undone.has(atom) || (!atom.isLive && again.goesOn.has(atom))) continue
    const own = atom.isLive ? ownTypist(doc, atom) : undefined
    const begins = cluster.every((one) => !one.isLive)
    if (atom.isLive && (own === undefined || (!begins && own !== typist))) settle()
    if (!atom.isLive) cluster.push(atom)
    else if (own === undefined) {
      // What stood behind words that stand again is still there.
      const was = sourceAmong(doc, { ...atom, length: atom.text.length }, again.undone)
      cluster = was ? cluster.filter((one) => isBehind(one, was) && !isAgain(one)) : []
    } else {
      typist = own
      cluster.push(atom)
    }
    if (atom.isLive) lastLive = placeOf(atom)
  }
  settle()
  for (const atom of spent) gone.add(atom)
  return { writers, gone, again }
}

/** Characters that somebody typed again among their own words, and the deleted ones beside them that they read as. */
function amongOwn(
  doc: Y.Doc,
  cluster: readonly Atom[],
  typist: string,
): readonly { readonly typed: Row; readonly rows: readonly Row[] }[] {
  if (cluster.every((atom) => atom.isLive || isOf(doc, atom, typist))) return []
  const found: { readonly typed: Row; readonly rows: readonly Row[] }[] = []
  let begin = 0
  for (let from = 0; from < cluster.length;) {
    const typed = typedTogether(cluster, from)
    const to = from + Math.max(1, typed.length)
    if (typed.length > 0) {
      const next = cluster.findIndex((atom, at) => at >= to && atom.isLive)
      const end = next < 0 ? cluster.length : next
      const wanted = typed.map(({ text }) => text).join('')
      const rows = [cluster.slice(begin, from), cluster.slice(to, end)].flatMap((atoms) =>
        rowsReading(doc, wanted, atoms),
      )
      if (rows.some((row) => row.some((atom) => !isOf(doc, atom, typist)))) {
        found.push({ typed, rows })
        // What was put back once is not put back a second time.
        begin = end
      } else begin = to
    }
    from = to
  }
  return found
}

/** Live characters from a place on that were typed one after the other. */
function typedTogether(cluster: readonly Atom[], from: number): Row {
  const typed: Atom[] = []
  for (const atom of cluster.slice(from)) {
    const last = typed.at(-1)
    const goesOn = !last || (last.client === atom.client && last.clock + last.text.length === atom.clock)
    if (!atom.isLive || !goesOn) break
    typed.push(atom)
  }
  return typed
}

/**
 * The rows that somebody wrote. Not those that somebody put back who had taken such a row away, nor what the typist
 * typed to and fro.
 */
function rowsWritten(doc: Y.Doc, rows: readonly Row[], typist: string, isPutBack: IsPutBack): readonly Row[] {
  const isOthers = (row: Row): boolean => row.some((atom) => !isOf(doc, atom, typist))
  const isTaken = (row: Row): boolean => row.some((atom) => [...takersOf(doc, atom)].some((name) => name !== typist))
  const written = rows.filter((row) => !rows.some((one) => isPutBack(row, one)))
  const counted = written.filter((row) => isOthers(row) || isTaken(row))
  return counted.length > 0 ? counted : written.slice(0, 1)
}

/** Whether one person took away all of a row, and only then typed another one, which somebody took since. */
type IsPutBack = (row: Row, before: Row) => boolean

/** Reads each row once: there may be thousands, and each is compared with each. */
function rowsPutBack(doc: Y.Doc, rows: readonly Row[]): IsPutBack {
  const read = new Map(
    rows.map((row) => {
      const typist = row[0] && nameOf(doc, row[0].client)
      const taken = takenAt(doc, row)
      const takers = row.map((atom) => takersOf(doc, atom))
      const names = new Set(takers.flatMap((some) => [...some]))
      const isByOne = names.size === 1 && takers.every(({ size }) => size === 1)
      return [
        row,
        {
          typist: row.every((atom) => isOf(doc, atom, typist)) ? typist : undefined,
          taker: isByOne ? [...names][0] : undefined,
          first: taken.length > 0 ? Math.min(...taken) : -Infinity,
          last: taken.length > 0 ? Math.max(...taken) : Infinity,
        },
      ]
    }),
  )
  return (row, before) => {
    const [now, then] = [read.get(row), read.get(before)]
    if (!now || !then || now.typist === undefined || now.typist !== then.taker || then.last >= now.first) return false
    return !row.some((atom) => before.includes(atom))
  }
}

/** The first row that is not the typist's alone. After typing to and fro, their own deleted characters read like it. */
const firstOf = (doc: Y.Doc, rows: readonly Row[], typist: string | undefined): Row | undefined =>
  rows.find((row) => row.some((atom) => !isOf(doc, atom, typist))) ?? rows[0]

/** The row that was taken away last, by the notes. */
function latestOf(doc: Y.Doc, rows: readonly Row[], typist: string): Row {
  const last = rows.map((row) => Math.max(0, ...takenAt(doc, row)))
  const latest = Math.max(...last)
  return (latest > 0 ? rows[last.lastIndexOf(latest)] : firstOf(doc, rows, typist)) ?? []
}

/** When the characters of a row were taken, in the order of such notes. */
const takenAt = (doc: Y.Doc, row: Row): readonly number[] =>
  row.flatMap(({ client, clock, text }) =>
    [...piecesOf(handsOf(doc).took, client, clock, text.length)].flatMap(({ run }) => run?.nth ?? []),
  )

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
      const row = rowsReading(doc, run.map(({ text }) => text).join(''), others).find((atoms) =>
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
  const rows = rowsReading(doc, wanted, cluster)
  const taken = cluster.flatMap((atom) => {
    if (atom.isLive || atom.isPending) return []
    const noted = takersOf(doc, atom)
    return [{ atom, noted, takers: noted.size > 0 ? noted : typistsOf(doc, atom) }]
  })
  const names = new Set(taken.flatMap(({ takers }) => [...takers]))
  if (names.size < 2) return rows
  const byOne = [...names].flatMap((name) => [
    ...rowsReading(
      doc,
      wanted,
      taken.flatMap(({ atom, takers }) => (takers.has(name) ? [atom] : [])),
    ),
    // Without what they typed and deleted themselves.
    ...rowsReading(
      doc,
      wanted,
      taken.flatMap(({ atom, noted }) => (noted.has(name) ? [atom] : [])),
    ),
  ])
  return [...rows, ...byOne.filter((row) => !rows.some((one) => row.every((atom) => one.includes(atom))))]
}

/** Deleted atoms of a cluster, side by side, that read as these characters. One row for each place where one begins. */
function rowsReading(doc: Y.Doc, wanted: string, cluster: readonly Atom[]): readonly (readonly Atom[])[] {
  const deleted = cluster.filter((atom) => !atom.isLive && !atom.isPending)
  // Framed: white space and invisible characters at the ends count as inside a line.
  const reading = (text: string): string => canonical(`|${text}|`)
  const same = reading(wanted)
  const bare = bareOf(wanted)
  const pieces = deleted.map(({ text }) => bareOf(text))
  const rows: Row[] = []
  for (let first = 0; first < deleted.length; first++) {
    let text = ''
    let at = 0
    for (let last = first; last < deleted.length && text.length <= wanted.length; last++) {
      text += deleted[last]?.text ?? ''
      const piece = pieces[last] ?? ''
      if (!bare.startsWith(piece, at)) break
      at += piece.length
      if (at < bare.length || reading(text) !== same) continue
      const row = deleted.slice(first, last + 1)
      if (stoodInOrder(doc, row)) rows.push(row)
      break
    }
  }
  return rows
}

const FOLDED = /[\p{M}\s\u00AD\u200B\u2060\uFEFF"'“”‟‘’‛‚„,]+/gu

/** What two texts share that read alike, piece by piece: without all that may be folded when they are compared. */
const bareOf = (text: string): string => text.normalize('NFD').replace(FOLDED, '')

/** Whether no characters of a row are some that stood before others of it, and were put there again behind those. */
function stoodInOrder(doc: Y.Doc, row: Row): boolean {
  const sources = row.map((atom) => {
    const text = textOf(doc, atom)
    const [source] = text ? firstWithin(doc, text, atom, atom.text.length) : []
    return source && (source.client !== atom.client || source.clock !== atom.clock) ? source : undefined
  })
  return sources.every((source, at) => !source || row.slice(0, at).every((one) => isBefore(doc, one, source)))
}

/** Whether one character of a text stands before another one. */
function isBefore(doc: Y.Doc, one: ItemId, other: ItemId): boolean {
  const from = Y.getItem(doc.store, Y.createID(one.client, one.clock))
  for (let item: Y.Item | null = from instanceof Y.Item ? from : null; item; item = item.right)
    if (item.id.client === other.client && item.id.clock <= other.clock && other.clock < item.id.clock + item.length)
      return item !== from || one.clock < other.clock
  return false
}

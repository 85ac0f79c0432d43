/** The leak scan of a finished bundle: file name, manifest, documents, ledgers, sources and snapshots. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { documentTexts, stringsOf } from '../../../document/reading/documentTexts'
import {
  CARD,
  capturedIn,
  documentPath,
  ledgerPath,
  MANIFEST,
  sealedPath,
  sourcesPath,
  versionOf,
} from '../../../exchange/bundle/bundlePaths'
import { unzipPackage } from '../../../exchange/export/readBack/unzipPackage'
import type { IsConfirmed } from '../../../gate/confirmedNames'
import { textOfCopy } from '../../../projection/scan/layOut'
import { scanForLeaks, type LeakHit } from '../../../projection/scan/leakScan'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import { CHANGE_SIGNS } from '../../../projection/scan/readings/shownReadings'
import type { Copy } from '../../../story/copy/copy'
import { sentencesOf } from '../../../story/copy/words/sentences'
import type { MarkedCopy } from '../../../story/copy/suggestions/markedCopy'
import { isRecord } from '../../../story/text/isRecord'

/** A protected name in a bundle. */
export interface BundleLeak {
  /** Place of the story in the bundle, from 0. Undefined: the file name or the manifest. */
  readonly nth?: number
  readonly hit: LeakHit
  /** What of the story names it, for people. */
  readonly where: string
  /** Nobody can take the name out again. */
  readonly forEver: boolean
}

/** A story of the bundle as the scan needs it. */
export interface ScannedStory {
  /** Whether another person confirmed a hit in its copy. */
  readonly isConfirmed: IsConfirmed
}

/**
 * Finds every protected name in the finished bytes. Sealed parts and captured files are left out: they were searched
 * before (sealed.ts, captured.ts). Throws an Error for a part that cannot be read.
 */
export function leaksOfBundle(
  bytes: Uint8Array,
  fileNames: readonly string[],
  stories: readonly ScannedStory[],
  terms: readonly ProtectedTerm[],
): readonly BundleLeak[] {
  if (terms.length === 0) return []
  const parts = new Map(unzipPackage(bytes))
  const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(parts.get(path)))
  const leaks: BundleLeak[] = []
  const scan = (texts: readonly string[], where: string, more: Partial<BundleLeak> = {}): void => {
    leaks.push(...hitsIn(texts, terms).map((hit) => ({ hit, where, forEver: false, ...more })))
  }
  for (const name of fileNames) scan([name], newsroomText('handOver.place.fileName'))
  scan([...parts.keys()], newsroomText('handOver.place.fileName'))
  scan(stringsOf(json(MANIFEST)), newsroomText('handOver.place.manifest'))
  if (parts.has(CARD)) scan(cardTexts(parts.get(CARD)), newsroomText('handOver.place.manifest'))
  for (const [nth, story] of stories.entries()) {
    const ofDocument = leaksOfDocument(parts.get(documentPath(nth + 1)), story, terms)
    leaks.push(...ofDocument.leaks.map((leak) => ({ nth, ...leak })))
    const lines = new TextDecoder()
      .decode(parts.get(ledgerPath(nth + 1)))
      .split('\n')
      .filter((line) => line !== '')
    leaks.push(...leaksOfLedger(lines, ofDocument.confirmed, terms).map((leak) => ({ nth, ...leak })))
    scan(stringsOf(json(sourcesPath(nth + 1))), newsroomText('handOver.place.sources'), { nth })
    for (const [path, part] of parts)
      if (versionOf(path, nth + 1) !== undefined && snapshotLeaks(JSON.parse(new TextDecoder().decode(part)), terms))
        throw new Error(newsroomText('handOver.unreadable', { part: path }))
  }
  const unknown = [...parts.keys()].find((path) => capturedIn(path) === undefined && !isScanned(path, stories.length))
  if (unknown !== undefined) throw new Error(newsroomText('handOver.unreadable', { part: unknown }))
  return leaks
}

const isScanned = (path: string, stories: number): boolean =>
  path === MANIFEST ||
  path === CARD ||
  Array.from({ length: stories }, (_, at) => at + 1).some(
    (nth) =>
      path === documentPath(nth) ||
      path === ledgerPath(nth) ||
      path === sourcesPath(nth) ||
      path === sealedPath(nth) ||
      versionOf(path, nth) !== undefined,
  )

/** A card is base64 between two lines. */
const cardTexts = (card: Uint8Array | undefined): readonly string[] => {
  const [, ...lines] = new TextDecoder().decode(card).split('\n')
  return [Buffer.from(lines.slice(0, -1).join(''), 'base64').toString()]
}

export const hitsIn = (
  texts: readonly string[],
  terms: readonly ProtectedTerm[],
  copy: Copy = [],
): readonly LeakHit[] =>
  scanForLeaks({ text: texts.join('\n'), fileName: '', mediaType: 'text/plain' }, terms, [], copy)

/** Ids, names and words that repeat are searched once. */
const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** Whether a snapshot names a protected source. Then it stays out of the bundle: docs/formats.md. */
export function snapshotLeaks(
  { state, view, ...about }: { readonly state: Uint8Array | string; readonly view: object },
  terms: readonly ProtectedTerm[],
): boolean {
  if (terms.length === 0) return false
  const texts = documentTexts(typeof state === 'string' ? Buffer.from(state, 'base64') : state)
  if (!texts) return true
  const all = [...stringsOf(about), ...stringsOf(view), ...[...texts.beside.values()].flat()]
  return hitsIn([...once(all), ...withSigns(texts.marked), textOfCopy(texts.copy)], terms).length > 0
}

/** The names in a document, but for places in the copy that another person confirmed. */
export function leaksOfDocument(
  update: Uint8Array | undefined,
  { isConfirmed }: ScannedStory,
  terms: readonly ProtectedTerm[],
): {
  readonly leaks: readonly Omit<BundleLeak, 'nth'>[]
  /** Sentences of the copy that may leave with the name in them: another person confirmed it. */
  readonly confirmed: readonly string[]
} {
  const texts = update && documentTexts(update)
  if (!texts) throw new Error(newsroomText('handOver.unreadable', { part: newsroomText('handOver.place.copy') }))
  const hits = hitsIn([textOfCopy(texts.copy)], terms, texts.copy)
  const inCopy = hits.filter((hit) => !isConfirmed(hit))
  // What is proposed shows a name only when it is accepted, or rejected.
  const isProposed = texts.marked.some(({ proposed }) => proposed.length > 0)
  const proposed = isProposed
    ? hitsIn(withSigns(texts.marked), terms, texts.copy).filter((hit) => !isConfirmed(hit))
    : []
  const place = (root: string): string => newsroomText('handOver.place.beside', { root })
  const leaks = [
    ...inCopy.map((hit) => ({ hit, where: newsroomText('handOver.place.copy'), forEver: false })),
    ...(inCopy.length > 0 ? [] : proposed).map((hit) => ({
      hit,
      where: newsroomText('handOver.place.suggestion'),
      forEver: false,
    })),
    ...[...texts.beside].flatMap(([root, strings]) =>
      hitsIn(once(strings), terms).map((hit) => ({ hit, where: place(root), forEver: FOR_EVER.has(root) })),
    ),
  ]
  return { leaks, confirmed: hits.filter(isConfirmed).flatMap((hit) => sentenceAt(texts.copy, hit)) }
}

function sentenceAt(copy: Copy, { where }: LeakHit): readonly string[] {
  if (where === undefined) return []
  const text = copy[where.block]?.text ?? ''
  const sentence = sentencesOf(text).find(({ from, to }) => from <= where.from && where.to <= to)
  return sentence ? [text.slice(sentence.from, sentence.to)] : []
}

/** Parts of the document out of which nobody can take a name. */
const FOR_EVER: ReadonlySet<string> = new Set(['comments', 'writers', 'hands'])

const withSigns = (marked: MarkedCopy): readonly string[] =>
  marked.map(({ text, proposed }) => {
    let shown = ''
    let at = 0
    const changes = proposed.flatMap((span) => (span.mark === 'restyle' ? [] : [span]))
    for (const { from, to, mark } of [...changes].sort((a, b) => a.from - b.from)) {
      if (from < at) continue
      const [begins, ends] = CHANGE_SIGNS[mark === 'insertion' ? 'ins' : 'del']
      shown += text.slice(at, from) + begins + text.slice(from, to) + ends
      at = to
    }
    return shown + text.slice(at)
  })

/** The names in the lines of a ledger. All entries at once; only if a name is there, one by one. */
export function leaksOfLedger(
  lines: readonly string[],
  confirmed: readonly string[],
  terms: readonly ProtectedTerm[],
): readonly Omit<BundleLeak, 'nth'>[] {
  const texts = lines.map((line) => textsOfEntry(JSON.parse(line), confirmed))
  const [hit] = hitsIn(once(texts.flat()), terms)
  if (!hit) return []
  const found = texts.flatMap((entry, at) =>
    hitsIn(entry, terms).map((hit) => ({
      hit,
      where: newsroomText('handOver.place.entry', { seq: at + 1 }),
      forEver: true,
    })),
  )
  // A name that goes over two entries belongs to none.
  return found.length > 0 ? found : [{ hit, where: newsroomText('handOver.place.history'), forEver: true }]
}

/**
 * The strings of an entry without its hashes and signatures, in which short names stand by chance, and without words of
 * the copy that stand as they are in a confirmed sentence.
 */
function textsOfEntry(entry: unknown, confirmed: readonly string[]): readonly string[] {
  if (!isRecord(entry)) return stringsOf(entry)
  const plain = Object.entries(entry).map(([name, value]) => [name, toScan(name, value, confirmed)])
  return stringsOf(Object.fromEntries(plain))
}

const OF_COPY: ReadonlySet<string> = new Set(['words', 'sentence', 'preceding'])

function toScan(name: string, value: unknown, confirmed: readonly string[]): unknown {
  if (OF_COPY.has(name) && typeof value === 'string' && confirmed.some((sentence) => sentence.includes(value)))
    return null
  if (!PROOFS.has(name)) return value
  // Hashes, ids of keys and signatures are as long as they are. Anything else is looked at.
  const isProof = (one: unknown): boolean => typeof one === 'string' && PROOF.test(one)
  return isProof(value) || (Array.isArray(value) && value.every(isProof)) ? null : value
}
const PROOF = /^(?:|[0-9a-f]{32}|[0-9a-f]{64}|[0-9a-zA-Z_-]{43}|[0-9a-zA-Z_-]{86})$/
const PROOFS: ReadonlySet<string> = new Set([
  'hash',
  'prev',
  'follows',
  'vouches',
  'signer',
  'signature',
  'keyOnce',
  'ledger',
])

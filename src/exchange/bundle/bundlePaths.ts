/** The names of the parts of a bundle. No other name is one. */

export const MANIFEST = 'manifest.json'
export const CARD = 'card.txt'

export const documentPath = (nth: number): string => `stories/${nth}/document.yjs`
export const ledgerPath = (nth: number): string => `stories/${nth}/ledger.jsonl`
export const sourcesPath = (nth: number): string => `stories/${nth}/sources.json`
export const sealedPath = (nth: number): string => `stories/${nth}/sealed.age`
export const snapshotPath = (nth: number, n: number): string => `stories/${nth}/versions/${n}.json`
export const capturedPath = (sha256: string): string => `files/${sha256}`

const NUMBER = '[1-9][0-9]{0,8}'
const PART = new RegExp(
  `^(?:card\\.txt|stories/${NUMBER}/(?:document\\.yjs|ledger\\.jsonl|sources\\.json|sealed\\.age|versions/${NUMBER}\\.json)|files/[0-9a-f]{64})$`,
)

/** Whether this Stet knows a part of this name. */
export const isPartPath = (path: string): boolean => PART.test(path)

/** The number of a version, if the path is that of a version of the story `nth`. */
export function versionOf(path: string, nth: number): number | undefined {
  const [, story, n] = /^stories\/(\d+)\/versions\/(\d+)\.json$/.exec(path) ?? []
  return story === String(nth) ? Number(n) : undefined
}

/** Whether the path is that of a sealed part. */
export const isSealedPath = (path: string): boolean => path.endsWith('/sealed.age')

/** The hash of a captured file, if the path is that of one. */
export const capturedIn = (path: string): string | undefined =>
  path.startsWith('files/') ? path.slice('files/'.length) : undefined

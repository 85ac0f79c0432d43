import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../text/canonicalJson'
import type { Copy } from '../copy/copy'
import type { Derivation } from './derivation'
import { digest } from '../text/digest'
import type { Evidence } from './fact'
import type { LedgerEntry } from './ledgerEntry'
import type { Translation } from './translation'
import { defined } from '../text/defined'

/** SHA-256 of UTF-8 text, lower-case hex. */
export const hashText = (text: string): string => digest(utf8ToBytes(text))
export const hashBytes = (bytes: Uint8Array): string => digest(bytes)

/** Hash of what readers see: roles, levels, words and links, tables and what is said about pictures. Bold, italic, facts and comments do not count. */
export function hashCopy(copy: Copy): string {
  const visible = copy.map((block) => ({
    role: block.role,
    level: block.level,
    list: block.list,
    ...defined({ cell: block.cell, picture: block.picture }),
    text: block.text,
    links: block.spans.flatMap((span) => (span.mark === 'link' ? [[span.from, span.to, span.href]] : [])),
  }))
  return hashText(canonicalJson(visible))
}

/** Hash of one piece of evidence without its id: replacing it by an equal one is no change. */
export function hashEvidence(evidence: Evidence): string {
  const { id: _id, ...content } = evidence
  return hashText(canonicalJson(content))
}

export const hashTranslation = (translation: Translation): string => hashText(canonicalJson(translation))

/** Hash of a derivation with the words of the facts that it takes in, as they read now; undefined for a fact that is gone. */
export const hashDerivation = (derivation: Derivation, wordsOf: (fact: string) => string | undefined): string =>
  hashText(
    canonicalJson({
      ...derivation,
      inputs: derivation.inputs.map((input) => ({
        ...input,
        reads: input.fact === undefined ? null : (wordsOf(input.fact) ?? null),
      })),
    }),
  )

/** `hash` of a ledger entry: over everything but itself, `prev` included, which makes the chain. */
export function hashEntry(entry: Omit<LedgerEntry, 'hash'>): string {
  const { hash: _hash, ...rest } = entry as LedgerEntry
  return hashText(canonicalJson(rest))
}

import { canonicalJson } from '../text/canonicalJson'
import type { Block, Copy } from '../copy/copy'
import type { Derivation } from './facts/derivation'
import { digest } from '../text/digest'
import type { Evidence } from './facts/fact'
import { isSignedForm, type LedgerEntry } from './ledgerEntry'
import type { Translation } from './facts/translation'
import { defined } from '../text/defined'

/** SHA-256 of UTF-8 text, lower-case hex. */
export const hashText = (text: string): string => digest(text)
export const hashBytes = (bytes: Uint8Array): string => digest(bytes)

/**
 * Hash of everything readers see: roles, levels, words, links, tables and picture details. Bold, italic, facts and
 * comments do not count.
 */
export const hashCopy = (copy: Copy): string => hashText(canonicalJson(copy.map(visibleBlock)))

/** What readers see of a block. */
export const visibleBlock = (block: Block) => ({
  role: block.role,
  level: block.level,
  list: block.list,
  ...defined({ cell: block.cell, picture: block.picture }),
  text: block.text,
  links: block.spans.flatMap((span) => (span.mark === 'link' ? [[span.from, span.to, span.href]] : [])),
})

/** Evidence is a value: another one replaces it. Each look at a fact asks for the hashes of what it rests on. */
const evidenceHashes = new WeakMap<Evidence, string>()

/** Hash of a piece of evidence without its id. An equal replacement has the same hash. */
export function hashEvidence(evidence: Evidence): string {
  const known = evidenceHashes.get(evidence)
  if (known !== undefined) return known
  const { id: _id, size: _size, ...content } = evidence
  const hash = hashText(canonicalJson(content))
  evidenceHashes.set(evidence, hash)
  return hash
}

export const hashTranslation = (translation: Translation): string => hashText(canonicalJson(translation))

/** Hash of a derivation with the current words of its facts; undefined for a fact that is gone. */
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

/** Computes `hash` of an entry. What it follows is in it and makes the chain. */
export function hashEntry(entry: Omit<LedgerEntry, 'hash'>): string {
  const { hash: _hash, signature: _signature, seq, ...rest } = entry as LedgerEntry
  return hashText(canonicalJson(isSignedForm(entry) ? rest : { ...rest, seq }))
}

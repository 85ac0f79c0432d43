import { canonicalJson } from '../text/canonicalJson'
import { canonical } from '../text/compare'
import { hashText } from '../ledger/hash'
import { headingsOf, neighboursOf } from '../view/neighbours'
import type { Copy } from '../copy/copy'
import type { Assessment } from './assessment'
import type { Finding, Verdict } from './finding'

/**
 * Hash of a finding as a person sees it: its rule and key, the text where it stands with the headers of its table, and
 * the view of its fact. "Nothing to check" and overrides carry it.
 */
export function seenOfFinding(
  { rule, key, where }: Pick<Finding, 'rule' | 'key' | 'where'>,
  copy: Copy,
  assessments: readonly Assessment[],
): string {
  const fact = 'fact' in where ? assessments.find(({ id }) => id === where.fact)?.view?.hash : undefined
  const stands =
    where.kind === 'text'
      ? [where.block, ...headingsOf(neighboursOf(copy)[where.block] ?? { headers: [] })].map((at) =>
          canonical(copy[at]?.text ?? ''),
        )
      : undefined
  return hashText(canonicalJson({ rule, key, stands, fact }))
}

/** The verdict with the hashes of its findings, and of its blocks together. */
export function withSeen(verdict: Verdict, copy: Copy, assessments: readonly Assessment[]): Verdict {
  const seen = ({ formerKeys: _former, ...finding }: Finding): Finding => ({
    ...finding,
    seen: seenOfFinding(finding, copy, assessments),
  })
  const blocks = verdict.blocks.map(seen)
  return {
    ...verdict,
    blocks,
    warns: verdict.warns.map(seen),
    seen: hashText(canonicalJson(blocks.map((finding) => finding.seen))),
  }
}

/** A correction or clarification leaves with its record: what was and is, since when, why, what readers are told, approved by a second person. */
import { canonical } from '../../../story/text/compare'
import type { Copy } from '../../../story/copy/copy'
import { isCorrectionKind } from '../../../story/ledger/correctionNote'
import { whyNotApproveCorrection } from '../../../story/assessment/entitlement'
import type { Finding } from '../../../story/assessment/finding'
import { containsWords } from '../../../story/text/containsWords'
import type { Check } from '../../finding/check'

export const correctionRecord: Check = ({ story, desk }) => {
  const {
    standing: { stage, version, versionKind },
    correction,
  } = story.ledger
  // What was published once stays as it went out: exports of before there were records are made again as they were.
  if (!isCorrectionKind(versionKind) || stage === 'published' || stage === 'killed') return []
  const unsaid = (key: string): readonly Finding[] =>
    story.ledger.overrides.some(({ rule, key: lifted }) => rule === 'correctionRecord' && lifted === key)
      ? [
          finding(
            'warn',
            `${key}, unsaid`,
            `Readers are told nothing of this ${versionKind}, and there is no notice for whoever has the wrong words: it goes without an approved record.`,
          ),
        ]
      : []
  if (!correction) {
    return [
      finding(
        'block',
        `version ${version}`,
        `This version is a ${versionKind}, and nothing says what it corrects. Record what was and what is, since when, why, and what readers are told.`,
      ),
      ...unsaid(`version ${version}`),
    ]
  }
  const key = `version ${version}, entry ${correction.entry}`
  const { approver, selfApproved, was, is } = correction
  const why =
    approver === undefined
      ? `${correction.by} recorded what this ${versionKind} corrects; someone who is neither author nor byline must approve it.`
      : whyNotApproveCorrection(approver, story, desk)
  if (why !== undefined) return [finding('block', key, why), ...unsaid(key)]
  return [
    ...(selfApproved ? [finding('warn', `${key}, self`, `The record of this ${versionKind} is self-approved.`)] : []),
    ...(stillStands(story.copy, was, is)
      ? [finding('warn', `${key}, words`, `“${was}” still stands in the copy, and the record says that it was wrong.`)]
      : []),
  ]
}

const finding = (severity: Finding['severity'], key: string, message: string): Finding => ({
  rule: 'correctionRecord',
  key,
  severity,
  message,
  where: { kind: 'correction' },
  overridable: severity === 'block',
  dismissable: false,
})

/** Whether the wrong words stand somewhere as whole words, and not as a part of the right ones. */
function stillStands(copy: Copy, was: string, is: string): boolean {
  const [wrong, right] = [canonical(was), canonical(is)]
  return copy.some(({ text }) =>
    containsWords(wrong, wrong !== '' && right.includes(wrong) ? canonical(text).replaceAll(right, '\u0000') : text),
  )
}

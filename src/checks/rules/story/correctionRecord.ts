/**
 * A correction or clarification needs its record: what was and is, since when, why, and what readers are told, approved
 * by a second person. The approval lapses when what “is” right is no longer in the story.
 */
import { VERSION_KIND_WORDS } from '../../../story/ledger/stages'
import { checksText } from '../../../catalogue/rooms/checks'
import { canonical } from '../../../story/text/compare'
import type { Copy } from '../../../story/copy/copy'
import { hasLapsedApproval } from '../../../story/ledger/leaving/corrections/correctedWords'
import { isCorrectionKind } from '../../../story/ledger/leaving/corrections/correctionNote'
import { whyNotApproveCorrection } from '../../../story/assessment/people/entitlement'
import type { Finding } from '../../../story/assessment/finding'
import { containsWords } from '../../../story/text/words/containsWords'
import type { Check } from '../../finding/check'

export const correctionRecord: Check = ({ story, desk }) => {
  const {
    standing: { stage, version, versionKind },
    correction,
  } = story.ledger
  // A published version stays as it is: exports from before records existed are repeated unchanged.
  if (!isCorrectionKind(versionKind) || stage === 'published' || stage === 'killed') return []
  const unsaid = (key: string): readonly Finding[] =>
    story.ledger.overrides.some(({ rule, key: lifted }) => rule === 'correctionRecord' && lifted === key)
      ? [
          finding(
            'warn',
            `${key}, unsaid`,
            checksText('correction.unsaid', { versionKind: VERSION_KIND_WORDS[versionKind] }),
          ),
        ]
      : []
  if (!correction) {
    return [
      finding(
        'block',
        `version ${version}`,
        checksText('correction.missing', { versionKind: VERSION_KIND_WORDS[versionKind] }),
      ),
      ...unsaid(`version ${version}`),
    ]
  }
  const key = `version ${version}, entry ${correction.entry}`
  const { approver, selfApproved, was, is } = correction
  const why =
    approver === undefined
      ? checksText('correction.notApproved', { by: correction.by, versionKind: VERSION_KIND_WORDS[versionKind] })
      : whyNotApproveCorrection(approver, story, desk)
  if (why !== undefined) return [finding('block', key, why), ...unsaid(key)]
  return [
    ...(hasLapsedApproval(story.copy, story.fields, story.ledger)
      ? [finding('block', `${key}, is`, checksText('correction.lapsed', { is, approver: approver ?? '' }))]
      : []),
    ...(selfApproved
      ? [
          finding(
            'warn',
            `${key}, self`,
            checksText('correction.selfApproved', { versionKind: VERSION_KIND_WORDS[versionKind] }),
          ),
        ]
      : []),
    ...(stillStands(story.copy, was, is)
      ? [finding('warn', `${key}, words`, checksText('correction.stillStands', { was }))]
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

/** Whether the copy has the wrong words as whole words, and not as part of the right ones. */
function stillStands(copy: Copy, was: string, is: string): boolean {
  const [wrong, right] = [canonical(was), canonical(is)]
  return copy.some(({ text }) =>
    containsWords(wrong, wrong !== '' && right.includes(wrong) ? canonical(text).replaceAll(right, '\u0000') : text),
  )
}

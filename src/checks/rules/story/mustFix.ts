/** An open comment marked "must fix". It also blocks in the tray, after its words are gone. */
import { checksText } from '../../../catalogue/rooms/checks'
import { placeComments } from '../../../story/copy/comment'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { named } from '../../finding/wording'

/** An override ends when the words that the comment is on change. */
const keysOf = (comment: string, words: string | undefined): Pick<Finding, 'key' | 'formerKeys'> =>
  words === undefined ? { key: comment } : { key: `${comment}:${keyText(words)}`, formerKeys: [comment] }

export const mustFix: Check = ({ story: { copy, comments = [] } }) =>
  placeComments(
    copy,
    comments.filter(({ mustFix: must, resolved }) => must && !resolved),
  ).map(({ thread, ranges: [range], standing }): Finding => ({
    rule: 'mustFix',
    ...keysOf(`${thread.id}:${keyText(thread.text)}`, standing),
    severity: 'block',
    message: checksText('mustFix.open', { by: thread.by, text: named(thread.text) }),
    where: range ? { kind: 'text', ...range } : { kind: 'story' },
    overridable: true,
    dismissable: false,
  }))

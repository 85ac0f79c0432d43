/** An open comment that somebody marked "must fix". It waits in the tray when its words are gone, and blocks all the same. */
import { placeComments } from '../story/comment'
import type { Finding } from '../story/finding'
import type { Check } from './check'
import { named } from './wording'

export const mustFix: Check = ({ story: { copy, comments = [] } }) =>
  placeComments(copy, comments.filter(({ mustFix: must, resolved }) => must && !resolved)).map(({ thread, ranges: [range] }): Finding => ({
    rule: 'mustFix', key: thread.id, severity: 'block', message: `${thread.by} says this must be fixed: ${named(thread.text)}.`,
    where: range ? { kind: 'text', ...range } : { kind: 'story' }, overridable: true, dismissable: false
  }))

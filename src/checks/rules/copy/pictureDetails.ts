/** What must be said of a picture before it is published: who made it, and what it may be used for; what it shows, for those who cannot see it. */
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { named } from '../../finding/wording'

export const pictureDetails: Check = ({ story: { copy } }) =>
  copy.flatMap(({ picture, text }, block): Finding[] => {
    if (!picture) return []
    const which = text.trim() === '' ? 'A picture' : `The picture ${named(text)}`
    const lacks = (
      rule: 'pictureCredit' | 'pictureRights' | 'pictureAlt',
      severity: Finding['severity'],
      message: string,
    ): Finding => ({
      rule,
      key: `${picture.file.slice(0, 16)}:${keyText(text)}`,
      severity,
      message,
      where: { kind: 'text', block, from: 0, to: text.length },
      overridable: true,
      dismissable: false,
    })
    return [
      ...(picture.credit.trim() === '' ? [lacks('pictureCredit', 'block', `${which} has no credit.`)] : []),
      ...(picture.rights.trim() === ''
        ? [lacks('pictureRights', 'block', `${which} does not say what it may be used for (rights).`)]
        : []),
      ...(picture.alt.trim() === ''
        ? [lacks('pictureAlt', 'warn', `${which} has no text for those who cannot see it.`)]
        : []),
    ]
  })

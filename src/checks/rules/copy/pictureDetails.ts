/** Details that a picture needs before publication: credit, rights, and a text for people who cannot see it. */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { named } from '../../finding/wording'

export const pictureDetails: Check = ({ story: { copy } }) =>
  copy.flatMap(({ picture, text }, block): Finding[] => {
    if (!picture) return []
    const which =
      text.trim() === '' ? checksText('picture.unnamed') : checksText('picture.named', { cutline: named(text) })
    const lacks = (
      rule: 'pictureCredit' | 'pictureRights' | 'pictureAlt',
      severity: Finding['severity'],
      message: string,
    ): Finding => ({
      rule,
      key: `${picture.file.slice(0, 16)}:${keyText(text)}`,
      severity,
      message,
      where: { kind: 'text', block, from: 0, to: text.length, ofPicture: true },
      overridable: true,
      dismissable: false,
    })
    return [
      ...(picture.credit.trim() === ''
        ? [lacks('pictureCredit', 'block', checksText('picture.noCredit', { picture: which }))]
        : []),
      ...(picture.rights.trim() === ''
        ? [lacks('pictureRights', 'block', checksText('picture.noRights', { picture: which }))]
        : []),
      ...(picture.alt.trim() === ''
        ? [lacks('pictureAlt', 'warn', checksText('picture.noAlt', { picture: which }))]
        : []),
    ]
  })

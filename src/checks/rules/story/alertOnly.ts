/** An alert is only a headline. Text below it would leave unread in the seconds that an alert takes. */
import { checksText } from '../../../catalogue/rooms/checks'
import { partOf } from '../../../story/copy/copy'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'

export const alertOnly: Check = ({ story: { fields, copy } }) => {
  if (fields.kind !== 'alert') return []
  const block = copy.findIndex(
    ({ role, text, picture }) => partOf(role) !== 'headline' && (text.trim() !== '' || picture),
  )
  const text = copy[block]?.text
  if (text === undefined) return []
  return [
    {
      rule: 'alertOnly',
      key: keyText(
        copy
          .filter(({ role }) => partOf(role) !== 'headline')
          .map(({ text: words, picture }) => (picture ? `${picture.file} ${words}` : words))
          .join('\n'),
      ),
      severity: 'block',
      message: checksText('alertOnly.hasMore'),
      where: { kind: 'text', block, from: 0, to: text.length },
      overridable: true,
      dismissable: false,
    },
  ]
}

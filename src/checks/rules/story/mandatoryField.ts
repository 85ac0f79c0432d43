/** Mandatory parts: slug and headline; for a story that is not an alert also an author and body copy. */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import { authorsOf } from '../../../story/assessment/story'
import type { Check } from '../../finding/check'

export const mandatoryField: Check = ({ story: { fields, copy } }) => {
  const missing: Finding[] = []
  const isBlank = (text: string): boolean => text.trim() === ''
  if (isBlank(fields.slug)) missing.push(lacking('slug', checksText('mandatory.slug')))
  if (copy.every(({ role, text }) => role !== 'headline' || isBlank(text)))
    missing.push(lacking('headline', checksText('mandatory.headline')))
  if (fields.kind === 'alert') return missing
  if (authorsOf(fields).size === 0) missing.push(lacking('author', checksText('mandatory.author')))
  if (copy.every(({ role, text }) => role === 'headline' || role === 'deck' || isBlank(text)))
    missing.push(lacking('body', checksText('mandatory.body')))
  return missing
}

const lacking = (field: string, message: string): Finding => ({
  rule: 'mandatoryField',
  key: field,
  severity: 'block',
  message,
  where: { kind: 'field', field },
  overridable: true,
  dismissable: false,
})

import { gateText } from '../catalogue/rooms/gate'
import type { Finding } from '../story/assessment/finding'
import type { Story } from '../story/assessment/story'

/** A kill needs the text that withdraws the story. Not overridable: without the text there is nothing to send. */
export function killText({ ledger }: Story, text: string | undefined): readonly Finding[] {
  if (text !== undefined && text.trim() !== '') return []
  return [
    {
      rule: 'killText',
      key: `version ${ledger.standing.version}`,
      severity: text === undefined ? 'warn' : 'block',
      message: gateText('killText.missing'),
      where: { kind: 'story' },
      overridable: false,
      dismissable: false,
    },
  ]
}

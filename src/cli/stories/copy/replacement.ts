import { cliText } from '../../../catalogue/rooms/cli'
import { count, required, usage, type Arguments } from '../../run/arguments'
import { defined } from '../../../story/text/defined'

/** `--replace OLD --with NEW [--nth N]`: exact text of the copy, and the words that replace it. */
export function replacementFrom(args: Arguments): {
  readonly replace: string
  readonly with: string
  readonly nth?: number
} {
  const nth = count(args, 'nth')
  const replace = required(args, 'replace')
  if (replace === '') throw usage(cliText('replacement.replaceNeedsTextLook'))
  return { replace, with: required(args, 'with'), ...defined({ nth }) }
}

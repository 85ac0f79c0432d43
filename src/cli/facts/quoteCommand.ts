import { cliText } from '../../catalogue/rooms/cli'
import { readImport } from '../../newsroom/stories/create/readImport'
import { isMatch, quoteAgainst, type QuoteAnswer } from '../../newsroom/reading/quoteAgainst'
import { NewsroomError } from '../../story/requests/requests'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const quoteCommand: CliCommand = {
  name: 'quote',
  get usage() {
    return cliText('quote.usage')
  },
  takes: [0, 0],
  options: { quote: 'text', transcript: 'text', speaker: 'text', strict: 'flag' },
  needs: 'nothing',
  get about() {
    return cliText('quote.about')
  },
  prepare: (args, { cwd }) => {
    const quote = required(args, 'quote')
    const path = required(args, 'transcript')
    const speaker = args.text('speaker')
    if (quote.trim() === '') throw usage(cliText('quoteCommand.quoteNeedsWordsCompare'))
    return async () => {
      const file = await readImport(path, cwd)
      if ('problem' in file) throw new NewsroomError('failed', cliText('quoteCommand.notRead', { path, why: file.why }))
      const answer = await quoteAgainst({
        quote,
        name: file.name,
        bytes: file.bytes,
        ...defined({ speaker }),
      })
      const refused = args.flag('strict') && answer.detail.open.length > 0
      return {
        json: answer,
        text: textOf(answer),
        ...(refused ? { refused: cliText('quoteCommand.strict') } : {}),
      }
    }
  },
}

/**
 * For people: the result and why; then old against new, removed in [- -] and added in {+ +}. A match that somebody has
 * to accept first does not begin with "matches".
 */
function textOf(answer: QuoteAnswer): string {
  const { result, detail } = answer
  const { message, at, changes, open } = detail
  const notClear = isMatch(answer) && open.length > 0
  const lines = [notClear ? cliText('quoteCommand.notClear', { why: open.join(' ') }) : `${result}: ${message}`]
  if (at !== undefined) lines.push(cliText('quoteCommand.at', { at }))
  if (changes)
    lines.push(
      changes
        .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
        .join(''),
    )
  return lines.join('\n')
}

import { readImport } from '../../newsroom/stories/readImport'
import { quoteAgainst, type QuoteAnswer } from '../../newsroom/reading/quoteAgainst'
import { NewsroomError } from '../../story/requests/requests'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const quoteCommand: CliCommand = {
  name: 'quote',
  usage: '--quote TEXT --transcript FILE [--speaker NAME]',
  takes: [0, 0],
  options: { quote: 'text', transcript: 'text', speaker: 'text' },
  needs: 'nothing',
  about:
    'Compares a quote with a transcript, word by word. Reads text, SubRip, WebVTT, PDF and Word; needs no library. Results: matches, matchesWithElision, differs, notFound, ambiguous, noTranscript, translation.',
  prepare: (args, { cwd }) => {
    const quote = required(args, 'quote')
    const path = required(args, 'transcript')
    const speaker = args.text('speaker')
    if (quote.trim() === '') throw usage('--quote needs the words to compare.')
    return async () => {
      const file = await readImport(path, cwd)
      if ('trouble' in file)
        throw new NewsroomError(
          'failed',
          file.trouble
            .replace(' was not imported: ', ' was not read: ')
            .replace(/ Nothing in the library changed\.$/u, ''),
        )
      const answer = await quoteAgainst({
        quote,
        name: file.name,
        bytes: file.bytes,
        ...defined({ speaker }),
      })
      return { json: answer, text: textOf(answer) }
    }
  },
}

/** For people: the result and why; then old against new, removed in [- -] and added in {+ +}. */
function textOf({ result, detail: { message, at, changes } }: QuoteAnswer): string {
  const lines = [`${result}: ${message}`]
  if (at !== undefined) lines.push(`At ${at}.`)
  if (changes)
    lines.push(
      changes
        .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
        .join(''),
    )
  return lines.join('\n')
}

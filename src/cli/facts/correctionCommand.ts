import { CORRECTION_WORDS, type CorrectionText } from '../../story/ledger/correctionNote'
import type { CorrectionView } from '../../story/requests/requests'
import { count, usage, type Arguments } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

/** What is typed of a record, by option. */
const TEXTS = { was: 'was', is: 'is', cause: 'cause', public: 'publicText' } as const satisfies Readonly<
  Record<string, CorrectionText>
>

export const correctionCommand: CliCommand = {
  name: 'correction',
  usage:
    'ID [--version N] | ID [--was TEXT] [--is TEXT] [--since VERSION] [--cause TEXT] [--public TEXT] | ID --approve | ID --notices [--version N] | ID --told DESTINATION [--how HOW] [--undo] [--version N]',
  takes: [1, 1],
  options: {
    version: 'text',
    was: 'text',
    is: 'text',
    since: 'text',
    cause: 'text',
    public: 'text',
    approve: 'flag',
    notices: 'flag',
    told: 'text',
    how: 'text',
    undo: 'flag',
  },
  needs: 'write',
  onlyShows: (args) =>
    args.text('told') === undefined && !args.flag('approve') && Object.keys(typedIn(args)).length === 0,
  about:
    'Shows or records what a correction or clarification corrects. Was, is and since are proposed where one thing changed; whoever is neither author nor byline approves by recording, or with --approve. --notices prints what to send to each destination, --told notes that one was told. Without --version it is about the last correction of the story.',
  prepare: (args) => {
    const [story = ''] = args.positionals
    const typed = typedIn(args)
    const destination = args.text('told')
    const how = args.text('how')
    const number = count(args, 'version')
    const modes = [
      Object.keys(typed).length > 0,
      args.flag('approve'),
      args.flag('notices'),
      destination !== undefined,
    ].filter(Boolean).length
    if (modes > 1) throw usage('Give the record, --approve, --notices or --told, one at a time.')
    if (number !== undefined && (Object.keys(typed).length > 0 || args.flag('approve')))
      throw usage('The version that stands is recorded; --version belongs to what is shown and told.')
    if (destination === undefined && (how !== undefined || args.flag('undo')))
      throw usage('--how and --undo belong to --told DESTINATION.')
    const of = number === undefined ? {} : { version: number }
    return async (ask) => {
      if (destination !== undefined) {
        const undo = args.flag('undo')
        const answer = await ask('correction.told', {
          story,
          ...of,
          destination,
          ...defined({ how }),
          ...(undo ? { undo } : {}),
        })
        return {
          json: answer,
          text: undo ? `Noted that nobody told ${destination}.` : `Noted that ${destination} was told.`,
        }
      }
      if (Object.keys(typed).length > 0 || args.flag('approve')) {
        const answer = await ask('correction.note', { story, ...typed })
        return {
          json: answer,
          text: answer.approved
            ? 'Recorded and approved.'
            : 'Recorded. Someone who is neither author nor byline must approve it: “stet correction ID --approve”.',
        }
      }
      const view = await ask('correction.show', { story, ...of })
      return { json: view, text: args.flag('notices') ? noticesOf(view) : textOf(view) }
    }
  },
}

function typedIn(args: Arguments): Partial<Record<CorrectionText, string>> & { readonly since?: number } {
  const since = count(args, 'since')
  const texts = Object.entries(TEXTS).flatMap(([option, name]) => {
    const value = args.text(option)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(texts), ...defined({ since }) }
}

function noticesOf({ kind, destinations, record }: CorrectionView): string {
  if (!kind) return 'This story has no correction.'
  if (destinations.length === 0) return `What this ${kind} corrects went nowhere.`
  const ready = destinations.filter(({ notice, held }) => notice !== undefined || held !== undefined)
  if (ready.length === 0) return `There is no notice before the record is ${record ? 'approved' : 'made'}.`
  return ready
    .map(
      ({ destination, told, held, notice = `No notice. ${held ?? ''}` }) =>
        `To ${destination}${told ? ` (told by ${told.by}, ${told.at})` : ''}:\n\n${notice}`,
    )
    .join('\n\n---\n\n')
}

function textOf({ version, kind, record, proposed, published, destinations }: CorrectionView): string {
  if (!kind) return `Version ${version} is no correction or clarification.`
  const row = (name: string, value: string | undefined): string => `${name}: ${value ?? ''}`
  const since = record?.since.version ?? proposed.since
  return [
    `Version ${version}, ${kind}: ${record ? (record.approver === undefined ? `recorded by ${record.by}, not approved` : `approved by ${record.approver}${record.selfApproved ? ' (self-approved)' : ''}`) : 'nothing recorded'}`,
    row('Was', record?.was ?? proposed.was),
    row('Is', record?.is ?? proposed.is),
    row(
      'Since',
      since === undefined
        ? undefined
        : `version ${since}, published ${published.find((one) => one.version === since)?.at ?? ''}`,
    ),
    ...(record
      ? [row('Cause', record.cause), row('Public text', record.publicText)]
      : [`To be said: ${CORRECTION_WORDS.cause} (--cause) and ${CORRECTION_WORDS.publicText} (--public).`]),
    ...destinations.map(
      ({ destination, version: had, format, told }) =>
        `${told ? `Told by ${told.by}, ${told.at}${told.how ? ` (${told.how})` : ''}` : 'Not told'}: ${destination} (version ${had}, ${format})`,
    ),
  ].join('\n')
}

import { VERSION_KIND_WORDS } from '../../story/ledger/stages'
import { cliText } from '../../catalogue/rooms/cli'
import { CORRECTION_WORDS, type CorrectionText } from '../../story/ledger/leaving/corrections/correctionNote'
import type { CorrectionView } from '../../story/requests/requests'
import { count, usage, type Arguments } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'
import { localMinute } from '../../story/text/format/localMinute'
import { toldLines, notedTold, noticesFor, toldIn } from './told'

/** The texts of a record by the option that gives them. */
const TEXTS = { was: 'was', is: 'is', cause: 'cause', public: 'publicText' } as const satisfies Readonly<
  Record<string, CorrectionText>
>

export const correctionCommand: CliCommand = {
  name: 'correction',
  get usage() {
    return cliText('correction.usage')
  },
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
  get about() {
    return cliText('correction.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const typed = typedIn(args)
    const { destination, how, undo } = toldIn(args)
    const number = count(args, 'version')
    const modes = [
      Object.keys(typed).length > 0,
      args.flag('approve'),
      args.flag('notices'),
      destination !== undefined,
    ].filter(Boolean).length
    if (modes > 1) throw usage(cliText('correctionCommand.oneAtATime'))
    if (number !== undefined && (Object.keys(typed).length > 0 || args.flag('approve')))
      throw usage(cliText('correctionCommand.versionShownOnly'))
    const of = number === undefined ? {} : { version: number }
    return async (ask) => {
      if (destination !== undefined) {
        const answer = await ask('correction.told', {
          story,
          ...of,
          destination,
          ...defined({ how }),
          ...(undo ? { undo } : {}),
        })
        return { json: answer, text: notedTold(undo, destination) }
      }
      if (Object.keys(typed).length > 0 || args.flag('approve')) {
        const answer = await ask('correction.note', { story, ...typed })
        return {
          json: answer,
          text: answer.approved
            ? cliText(`correctionCommand.${args.flag('approve') ? 'approvedNow' : 'recordedApproved'}`)
            : cliText('correctionCommand.needsApproval'),
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
  if (!kind) return cliText('correctionCommand.storyNoCorrection')
  if (destinations.length === 0)
    return cliText('correctionCommand.whatCorrectsWentNowhere', { kind: VERSION_KIND_WORDS[kind] })
  const ready = destinations.filter(({ notice, held }) => notice !== undefined || held !== undefined)
  if (ready.length === 0) return cliText(`correctionCommand.noNoticeYet.${record ? 'approved' : 'made'}`)
  return noticesFor(ready)
}

function textOf({ version, kind, record, lapsed, proposed, published, destinations }: CorrectionView): string {
  if (!kind) return cliText('correctionCommand.versionNoCorrectionClarification', { version })
  const row = (name: string, value: string | undefined): string => `${name}: ${value ?? ''}`
  const since = record?.since.version ?? proposed.since
  return [
    cliText('correctionCommand.heading', {
      version,
      kind: VERSION_KIND_WORDS[kind],
      state: record
        ? record.approver === undefined
          ? cliText('correctionCommand.recordedBy', { by: record.by })
          : lapsed
            ? cliText('correctionCommand.lapsed', { approver: record.approver })
            : cliText('correctionCommand.approved', {
                approver: record.approver,
                note: record.selfApproved ? cliText('correctionCommand.selfApproved') : '',
              })
        : cliText('correctionCommand.nothingRecorded'),
    }),
    row(cliText('correctionCommand.was'), record?.was ?? proposed.was),
    row(cliText('correctionCommand.is'), record?.is ?? proposed.is),
    row(
      cliText('correctionCommand.since'),
      since === undefined
        ? undefined
        : cliText('correctionCommand.versionPublished', {
            since,
            at: localMinute(published.find((one) => one.version === since)?.at ?? ''),
          }),
    ),
    ...(record
      ? [
          row(cliText('correctionCommand.cause'), record.cause),
          row(cliText('correctionCommand.publicText'), record.publicText),
        ]
      : [
          cliText('correctionCommand.toBeSaid', {
            cause: CORRECTION_WORDS.cause,
            publicText: CORRECTION_WORDS.publicText,
          }),
        ]),
    ...toldLines(destinations),
  ].join('\n')
}

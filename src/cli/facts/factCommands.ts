import { cliText } from '../../catalogue/rooms/cli'
import { FACT_TYPES, isSignedStatus, SIGNED_STATUSES } from '../../story/ledger/facts/fact'
import { count, MissingOption, oneOf, required, seenIn, usage } from '../run/arguments'
import type { Ask, CliCommand } from '../run/command'
import { factViewLines } from './factViewLines'
import { keepFile } from '../exports/keepFile'
import { quoted } from '../run/quoted'
import { defined } from '../../story/text/defined'

export const tagCommand: CliCommand = {
  name: 'tag',
  get usage() {
    return cliText('tag.usage')
  },
  takes: [1, 1],
  options: { text: 'text', type: 'text', nth: 'text', 'attributed-to': 'text', statement: 'text' },
  needs: 'write',
  get about() {
    return cliText('tag.about', { types: FACT_TYPES.join(', ') })
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const nth = count(args, 'nth')
    const attributedTo = args.text('attributed-to')
    const statement = args.text('statement')
    const request = {
      story,
      text: required(args, 'text'),
      type: oneOf(cliText('factCommands.factType'), required(args, 'type'), FACT_TYPES),
      ...defined({ nth, attributedTo, statement }),
    }
    if (request.text === '') throw usage(cliText('factCommands.textNeedsTextTag'))
    return async (ask) => {
      const { id } = await ask('fact.tag', request)
      return { json: { id }, text: cliText('factCommands.tagged', { text: quoted(request.text), id }) }
    }
  },
}

export const untagCommand: CliCommand = {
  name: 'untag',
  get usage() {
    return cliText('untag.usage')
  },
  takes: [2, 2],
  options: { reason: 'text' },
  needs: 'write',
  get about() {
    return cliText('untag.about')
  },
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    const reason = required(args, 'reason')
    if (reason.trim() === '') throw usage(cliText('factCommands.reasonNeedsTextStays'))
    return async (ask) => ({
      json: await ask('fact.untag', { story, fact, reason }),
      text: cliText('factCommands.untagged', { fact }),
    })
  },
}

export const factCommand: CliCommand = {
  name: 'fact',
  get usage() {
    return cliText('fact.usage')
  },
  takes: [2, 2],
  options: {
    status: 'text',
    seen: 'text',
    proposed: 'text',
    evidence: 'text',
    locator: 'text',
    file: 'text',
    excerpt: 'text',
    note: 'text',
    contradicts: 'flag',
    reason: 'text',
    to: 'text',
    due: 'text',
  },
  needs: 'write',
  get about() {
    return cliText('fact.about', { statuses: SIGNED_STATUSES.join(', ') })
  },
  prepare: (args, place) => {
    const [story = '', fact = ''] = args.positionals
    const file = args.text('file')
    const status = args.text('status')
    const source = args.text('evidence')
    const [excerpt, note] = [args.text('excerpt'), args.text('note')]
    const reason = args.text('reason')
    const addressee = args.text('to')
    const due = args.text('due')
    if (status !== 'queried' && (addressee !== undefined || due !== undefined))
      throw usage(cliText('factCommands.dueBelongQueryStatus'))
    const proposed = args.text('proposed')
    if (proposed !== undefined && status !== 'wrong') throw usage(cliText('factCommands.proposedGoesStatusWrong'))
    if (status !== undefined && !isSignedStatus(status))
      throw usage(cliText('factCommands.unknownStatus', { status, known: SIGNED_STATUSES.join(', ') }))
    if (status === undefined && source === undefined) throw new MissingOption('status')
    if (
      source === undefined &&
      ([args.text('locator'), file, excerpt, note].some((text) => text !== undefined) || args.flag('contradicts'))
    )
      throw usage(cliText('factCommands.whichSource'))
    const seen = seenIn(args)
    if (seen !== undefined && status === undefined) throw usage(cliText('factCommands.seenBelongsStatus'))
    if (reason !== undefined && status === undefined) throw usage(cliText('factCommands.reasonBelongsStatus'))
    const stance = args.flag('contradicts') ? ('contradicts' as const) : ('supports' as const)
    const evidence =
      source === undefined
        ? undefined
        : { source, locator: args.text('locator') ?? '', stance, ...defined({ excerpt, note }) }
    return async (ask) => {
      if (status !== undefined && seen === undefined) throw usage(await unseen(ask, story, fact))
      const kept = file === undefined ? undefined : await keepFile(ask, file, place)
      const captured = evidence && kept ? { ...evidence, file: kept.sha256, fileName: kept.name } : evidence
      if (status === undefined && captured) {
        const { id } = await ask('fact.addEvidence', { story, fact, evidence: captured })
        return { json: { id: fact, evidence: id }, text: cliText('factCommands.attachedEvidence', { id }) }
      }
      if (status === undefined || seen === undefined) throw new MissingOption('status')
      const { entry, suggestion } = await ask('fact.sign', {
        story,
        fact,
        seen,
        status,
        ...defined({ evidence: captured, reason, addressee, due, proposed }),
      })
      return {
        json: { id: fact, status, entry, ...defined({ suggestion }) },
        text: cliText('factCommands.signed', {
          fact,
          status,
          note: suggestion === undefined ? '' : cliText('factCommands.proposed', { suggestion }),
        }),
      }
    }
  },
}

/** What a verdict without --seen is told: the view of the fact, and the option that signs it. */
export async function unseen(ask: Ask, story: string, fact: string): Promise<string> {
  const { facts } = await ask('story.show', { story })
  const view = facts.find(({ id }) => id === fact)
  if (!view) return cliText('factCommands.unknownFact', { fact })
  return cliText('factCommands.seenNeeded', { view: factViewLines(view).join('\n'), seen: view.seen ?? '' })
}

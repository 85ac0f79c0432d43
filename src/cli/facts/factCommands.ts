import { FACT_TYPES, isSignedStatus, SIGNED_STATUSES } from '../../story/ledger/fact'
import { count, oneOf, required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { keepFile } from '../exports/keepFile'
import { quoted } from '../run/quoted'
import { defined } from '../../story/text/defined'

export const tagCommand: CliCommand = {
  name: 'tag',
  usage: 'ID --text TEXT --type TYPE [--nth N] [--attributed-to NAME] [--statement TEXT]',
  takes: [1, 1],
  options: { text: 'text', type: 'text', nth: 'text', 'attributed-to': 'text', statement: 'text' },
  needs: 'write',
  about: `Tags exact text of the copy as a fact, never similar text; with --nth its Nth place, otherwise its first. Types: ${FACT_TYPES.join(', ')}.`,
  prepare: (args) => {
    const [story = ''] = args.positionals
    const nth = count(args, 'nth')
    const attributedTo = args.text('attributed-to')
    const statement = args.text('statement')
    const request = {
      story,
      text: required(args, 'text'),
      type: oneOf('fact type', required(args, 'type'), FACT_TYPES),
      ...defined({ nth, attributedTo, statement }),
    }
    if (request.text === '') throw usage('--text needs the text to tag.')
    return async (ask) => {
      const { id } = await ask('fact.tag', request)
      return { json: { id }, text: `Tagged ${quoted(request.text)} as ${id}.` }
    }
  },
}

export const untagCommand: CliCommand = {
  name: 'untag',
  usage: 'ID FACT --reason TEXT',
  takes: [2, 2],
  options: { reason: 'text' },
  needs: 'write',
  about: 'Takes a tag off the copy. The fact stays in the tray with its history.',
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    const reason = required(args, 'reason')
    if (reason.trim() === '') throw usage('--reason needs a text: it stays in the history.')
    return async (ask) => ({ json: await ask('fact.untag', { story, fact, reason }), text: `Untagged ${fact}.` })
  },
}

export const factCommand: CliCommand = {
  name: 'fact',
  usage:
    'ID FACT --status STATUS [--evidence SOURCE --locator WHERE [--file PATH] [--excerpt TEXT] [--contradicts]] [--reason TEXT] [--to NAME] [--due WHEN] [--proposed WORDS]',
  takes: [2, 2],
  options: {
    status: 'text',
    proposed: 'text',
    evidence: 'text',
    locator: 'text',
    file: 'text',
    excerpt: 'text',
    contradicts: 'flag',
    reason: 'text',
    to: 'text',
    due: 'text',
  },
  needs: 'write',
  about: `Signs a fact's words as they stand, attaching evidence when given (a source of the source book, by id or name; with --file the file is copied into the library). Without --status only the evidence is attached. With --status wrong, --proposed suggests the right words: when another person accepts them they stand verified, provided that the fact has evidence. Statuses: ${SIGNED_STATUSES.join(', ')}.`,
  prepare: (args, place) => {
    const [story = '', fact = ''] = args.positionals
    const file = args.text('file')
    const status = args.text('status')
    const source = args.text('evidence')
    const excerpt = args.text('excerpt')
    const reason = args.text('reason')
    const addressee = args.text('to')
    const due = args.text('due')
    if (status !== 'queried' && (addressee !== undefined || due !== undefined))
      throw usage('--to and --due belong to a query: --status queried.')
    const proposed = args.text('proposed')
    if (proposed !== undefined && status !== 'wrong') throw usage('--proposed goes with --status wrong only.')
    if (status !== undefined && !isSignedStatus(status))
      throw usage(`There is no status “${status}” that a person gives. Known: ${SIGNED_STATUSES.join(', ')}.`)
    if (status === undefined && source === undefined) throw usage('--status is needed.')
    if (
      source === undefined &&
      (args.text('locator') !== undefined || file !== undefined || excerpt !== undefined || args.flag('contradicts'))
    )
      throw usage('--evidence is needed: which source is it?')
    const stance = args.flag('contradicts') ? ('contradicts' as const) : ('supports' as const)
    const evidence =
      source === undefined
        ? undefined
        : { source, locator: args.text('locator') ?? '', stance, ...defined({ excerpt }) }
    return async (ask) => {
      const kept = file === undefined ? undefined : await keepFile(ask, file, place)
      const captured = evidence && kept ? { ...evidence, file: kept.sha256, fileName: kept.name } : evidence
      if (status === undefined && captured) {
        const { id } = await ask('fact.addEvidence', { story, fact, evidence: captured })
        return { json: { id: fact, evidence: id }, text: `Attached evidence ${id}.` }
      }
      if (status === undefined) throw usage('--status is needed.')
      const { entry, suggestion } = await ask('fact.sign', {
        story,
        fact,
        status,
        ...defined({ evidence: captured, reason, addressee, due, proposed }),
      })
      return {
        json: { id: fact, status, entry, ...defined({ suggestion }) },
        text: `${fact} is signed ${status}.${suggestion === undefined ? '' : ` The right words are suggestion ${suggestion}.`}`,
      }
    }
  },
}

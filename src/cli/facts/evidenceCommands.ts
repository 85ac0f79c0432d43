import { cliText } from '../../catalogue/rooms/cli'
import { defined } from '../../story/text/defined'
import { keepFile } from '../exports/keepFile'
import { usage } from '../run/arguments'
import type { CliCommand } from '../run/command'

export const evidenceEditCommand: CliCommand = {
  name: 'evidence edit',
  get usage() {
    return cliText('evidenceEdit.usage')
  },
  takes: [3, 3],
  options: { locator: 'text', excerpt: 'text', note: 'text', file: 'text', supports: 'flag', contradicts: 'flag' },
  needs: 'write',
  get about() {
    return cliText('evidenceEdit.about')
  },
  prepare: (args, place) => {
    const [story = '', fact = '', evidence = ''] = args.positionals
    const file = args.text('file')
    const [locator, excerpt, note] = [args.text('locator'), args.text('excerpt'), args.text('note')]
    const [supports, contradicts] = [args.flag('supports'), args.flag('contradicts')]
    if (supports && contradicts) throw usage(cliText('evidenceEdit.both'))
    if ([locator, excerpt, note, file].every((text) => text === undefined) && !supports && !contradicts)
      throw usage(cliText('evidenceEdit.nothing'))
    const stance = supports ? ('supports' as const) : contradicts ? ('contradicts' as const) : undefined
    return async (ask) => {
      const kept = file ? await keepFile(ask, file, place) : undefined
      const captured = kept ? { file: kept.sha256, fileName: kept.name } : defined({ file })
      const changes = defined({ locator, excerpt, note, stance })
      const { id } = await ask('fact.editEvidence', { story, fact, evidence, ...changes, ...captured })
      return { json: { id: fact, evidence: id }, text: cliText('evidenceEdit.done', { id }) }
    }
  },
}

export const evidenceRemoveCommand: CliCommand = {
  name: 'evidence remove',
  get usage() {
    return cliText('evidenceRemove.usage')
  },
  takes: [3, 3],
  options: {},
  needs: 'write',
  get about() {
    return cliText('evidenceRemove.about')
  },
  prepare: (args) => {
    const [story = '', fact = '', evidence = ''] = args.positionals
    return async (ask) => ({
      json: await ask('fact.removeEvidence', { story, fact, evidence }),
      text: cliText('evidenceRemove.done', { evidence }),
    })
  },
}

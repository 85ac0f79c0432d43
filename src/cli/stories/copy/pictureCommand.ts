import { cliText } from '../../../catalogue/rooms/cli'
import { PICTURE_DETAILS, PICTURE_TYPES } from '../../../story/copy/picture'
import { count, usage } from '../../run/arguments'
import type { CliCommand } from '../../run/command'
import { keepFile } from '../../exports/keepFile'
import { defined } from '../../../story/text/defined'

export const pictureCommand: CliCommand = {
  name: 'picture',
  get usage() {
    return cliText('picture.usage')
  },
  takes: [1, 1],
  options: {
    file: 'text',
    after: 'text',
    cutline: 'text',
    nth: 'text',
    credit: 'text',
    rights: 'text',
    alt: 'text',
    captured: 'text',
    replace: 'flag',
  },
  needs: 'write',
  get about() {
    return cliText('picture.about')
  },
  prepare: (args, place) => {
    const [story = ''] = args.positionals
    const path = args.text('file')
    const nth = count(args, 'nth')
    const words = Object.fromEntries(
      PICTURE_DETAILS.flatMap((name) => (args.text(name) === undefined ? [] : [[name, args.text(name)]])),
    )
    const replaces = args.flag('replace')
    if (path === undefined) {
      if (replaces) throw usage(cliText('pictureCommand.replaceNeedsFile'))
      if (args.text('after') !== undefined || args.text('cutline') !== undefined)
        throw usage(cliText('pictureCommand.needsFile'))
      if (Object.keys(words).length === 0) throw usage(cliText('pictureCommand.whatToDo'))
      return async (ask) => ({
        json: await ask('picture.describe', { story, ...defined({ nth }), ...words }),
        text: cliText('pictureCommand.pictureDescribed'),
      })
    }
    const after = args.text('after')
    if (after !== undefined && !/^\d{1,7}$/.test(after)) throw usage(cliText('pictureCommand.notABlock', { after }))
    if (replaces) {
      if (after !== undefined || args.text('cutline') !== undefined)
        throw usage(cliText('pictureCommand.replaceInPlace'))
      return async (ask) => {
        const { sha256: file } = await keepFile(ask, path, place, noPicture)
        const answer = await ask('picture.describe', { story, file, ...defined({ nth }), ...words })
        return { json: { ...answer, file }, text: cliText('pictureCommand.replaced', { block: answer.block }) }
      }
    }
    if (nth !== undefined) throw usage(cliText('pictureCommand.nthWithoutFile'))
    const cutline = args.text('cutline')
    return async (ask) => {
      const { sha256: file } = await keepFile(ask, path, place, noPicture)
      const answer = await ask('picture.add', {
        story,
        file,
        ...defined({ after: after === undefined ? undefined : Number(after), cutline }),
        ...words,
      })
      return { json: { ...answer, file }, text: cliText('pictureCommand.putBlock', { block: answer.block }) }
    }
  },
}

const noPicture = (mediaType: string): string | undefined =>
  Object.hasOwn(PICTURE_TYPES, mediaType) ? undefined : cliText('pictureCommand.otherFormat')

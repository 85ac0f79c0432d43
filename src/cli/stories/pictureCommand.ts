import { PICTURE_DETAILS, PICTURE_TYPES } from '../../story/copy/picture'
import { count, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { keepFile } from '../exports/keepFile'
import { defined } from '../../story/text/defined'

export const pictureCommand: CliCommand = {
  name: 'picture',
  usage:
    'ID [--file FILE [--after BLOCK] [--cutline TEXT]] [--nth N] [--credit TEXT] [--rights TEXT] [--alt TEXT] [--captured DATE]',
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
  },
  needs: 'write',
  about:
    'With --file copies a picture into the library and puts it into the copy, at the end or after a block (counted from 0, as “stet show --json” lists them). Without it, changes what is said about the story’s picture, or its Nth.',
  prepare: (args, place) => {
    const [story = ''] = args.positionals
    const path = args.text('file')
    const nth = count(args, 'nth')
    const words = Object.fromEntries(
      PICTURE_DETAILS.flatMap((name) => (args.text(name) === undefined ? [] : [[name, args.text(name)]])),
    )
    if (path === undefined) {
      if (args.text('after') !== undefined || args.text('cutline') !== undefined)
        throw usage('--after and --cutline come with --file. A cutline is copy: change it with “stet edit”.')
      if (Object.keys(words).length === 0)
        throw usage('Give --file to put a picture in, or what to say about one: --credit, --rights, --alt, --captured.')
      return async (ask) => ({
        json: await ask('picture.describe', { story, ...defined({ nth }), ...words }),
        text: 'The picture is described.',
      })
    }
    const after = args.text('after')
    if (after !== undefined && !/^\d{1,7}$/.test(after))
      throw usage(`--after takes the number of a block from 0, not “${after}”.`)
    if (nth !== undefined) throw usage('--nth says which picture to describe; it does not go with --file.')
    const cutline = args.text('cutline')
    return async (ask) => {
      const { sha256: file } = await keepFile(ask, path, place, noPicture)
      const answer = await ask('picture.add', {
        story,
        file,
        ...defined({ after: after === undefined ? undefined : Number(after), cutline }),
        ...words,
      })
      return { json: { ...answer, file }, text: `Put in as block ${answer.block}.` }
    }
  },
}

const noPicture = (mediaType: string): string | undefined =>
  Object.hasOwn(PICTURE_TYPES, mediaType)
    ? undefined
    : 'it is no JPEG, PNG, WebP or GIF picture. Save it as one of those.'

/** The texts beside the copy that readers see, where nothing can be tagged: details of pictures, and fields. */
import type { Place } from '../../../story/assessment/finding'
import type { Copy } from '../../../story/copy/copy'
import { PICTURE_DETAILS, type PictureDetail } from '../../../story/copy/picture'
import type { Fields, FieldName } from '../../../story/ledger/fields'
import { pictureKey } from '../../finding/placeKey'

/** The texts of each field that readers see. The others are for desks, or codes. */
const READ_FIELDS: { readonly [Name in FieldName]?: (fields: Fields) => readonly string[] } = {
  byline: ({ byline }) => byline.flatMap(({ name, role }) => [name, role ?? '']),
  contributors: ({ contributors }) => [contributors],
  // "30/10" is a date there.
  dateline: ({ dateline }) => [dateline.place, /^[\p{Nd}\s./-]+$/u.test(dateline.date) ? '' : dateline.date],
  keywords: ({ keywords }) => keywords,
  provider: ({ provider }) => [provider],
  copyrightLine: ({ copyrightLine }) => [copyrightLine],
  usageTerms: ({ usageTerms }) => [usageTerms],
}

export interface TextBeside {
  readonly text: string
  /** Which text it is, for the key of a finding. The texts of one field share it, but for their number `nth`. */
  readonly part: string
  readonly nth: number
  readonly of: { readonly detail: PictureDetail } | { readonly field: FieldName }
  readonly where: Place
}

/** In the order of the copy, then of the fields. The date of a picture is no text. */
export const textsBeside = (copy: Copy, fields: Fields): readonly TextBeside[] => [
  ...copy.flatMap(({ picture, text }, block) =>
    picture
      ? PICTURE_DETAILS.filter((detail) => detail !== 'captured').map((detail) => ({
          text: picture[detail],
          part: `${detail}${pictureKey({ picture })}`,
          nth: 0,
          of: { detail },
          where: { kind: 'text', block, from: 0, to: text.length, ofPicture: true } as const,
        }))
      : [],
  ),
  ...(Object.entries(READ_FIELDS) as readonly [FieldName, (fields: Fields) => readonly string[]][]).flatMap(
    ([field, texts]) =>
      texts(fields).map((text, nth) => ({
        text,
        part: field,
        nth,
        of: { field },
        where: { kind: 'field', field } as const,
      })),
  ),
]

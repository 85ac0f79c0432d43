/**
 * An open TK ("to come") in any part of the copy (cells and cutlines too), in picture details or in a field. Only
 * whole tokens in capitals: TK, TKTK, [TK how many], also in disguise (detect/gaps.ts). Anyone on the roster may
 * dismiss one in its place (TK, the airline).
 */
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { checksText } from '../../../catalogue/rooms/checks'
import { factsText } from '../../../catalogue/story/facts'
import { FIELD_NAMES, type FieldName, type Fields } from '../../../story/ledger/fields'
import type { Finding } from '../../../story/assessment/finding'
import { PICTURE_DETAILS } from '../../../story/copy/picture'
import { defined } from '../../../story/text/defined'
import { gapsIn } from '../../detect/gaps'
import { tksIn } from '../../detect/tks'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { pictureKey, placeKey } from '../../finding/placeKey'
import { named } from '../../finding/wording'

export const openTk: Check = ({ story }) => {
  const seen = new Map<string, number>()
  const inCopy = story.copy.flatMap((block, index) =>
    tksIn(block).map(({ from, to, words, sentence, former }): Finding => {
      const numbered = (within: string): string => {
        const key = `${within}:${words}${placeKey(story.copy, index)}`
        const nth = (seen.get(key) ?? 0) + 1
        seen.set(key, nth)
        return `${key}:${nth}`
      }
      const where = { kind: 'text', block: index, from, to } as const
      return {
        ...found(numbered(sentence), checksText('openTk.words', { words: named(words) }), where),
        ...defined({ formerKeys: former.length > 0 ? former.map(numbered) : undefined }),
      }
    }),
  )
  const inPictures = story.copy.flatMap(({ picture, text }, block) =>
    picture
      ? PICTURE_DETAILS.filter((detail) => gapsIn(picture[detail]).length > 0).map((detail) =>
          found(
            `${detail}${pictureKey({ picture })}:${keyText(picture[detail])}`,
            checksText('openTk.picture', {
              words: named(picture[detail]),
              detail: factsText(`pictureDetail.${detail}`),
            }),
            { kind: 'text', block, from: 0, to: text.length, ofPicture: true },
          ),
        )
      : [],
  )
  const inFields = textsOf(story.fields)
    .filter(([, value]) => gapsIn(value).length > 0)
    .map(([field, value]) =>
      found(
        `${field}:${keyText(value)}`,
        checksText('openTk.field', { words: named(value), field: fieldWords(field) }),
        {
          kind: 'field',
          field,
        },
      ),
    )
  return [...inCopy, ...inPictures, ...inFields]
}

const found = (key: string, message: string, where: Finding['where']): Finding => ({
  rule: 'openTk',
  key,
  severity: 'block',
  message,
  where,
  overridable: true,
  dismissable: true,
})

/** All fields with words, also for the desk: a TK in the ed note leaves on the wire. */
function textsOf(fields: Fields): readonly (readonly [FieldName, string])[] {
  return FIELD_NAMES.flatMap((name): (readonly [FieldName, string])[] => {
    const text = wordsOf(fields[name])
    return text === '' ? [] : [[name, text]]
  })
}

const wordsOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value)
    .map(wordsOf)
    .filter((text) => text !== '')
    .join(', ')
}

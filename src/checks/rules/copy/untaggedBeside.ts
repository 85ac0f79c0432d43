/**
 * Untagged statements beside the copy (rule 10): picture details and the fields that readers see. Nothing there can be
 * tagged, so a quotation, figure or superlative blocks until someone other than the author marks it "nothing to check".
 * Names, dates and places are what these fields are for.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { factsText } from '../../../catalogue/story/facts'
import type { Finding, Place } from '../../../story/assessment/finding'
import { PICTURE_DETAILS } from '../../../story/copy/picture'
import type { DeskWords } from '../../../story/desk/deskWords'
import type { Fields, FieldName } from '../../../story/ledger/fields'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { overlapAny } from '../../detect/statement'
import { statementsOf, type KeyedStatement } from '../../detect/statementsOf'
import { taughtIn } from '../../detect/taught/taughtWords'
import type { Check } from '../../finding/check'
import { pictureKey } from '../../finding/placeKey'
import { named } from '../../finding/wording'
import { kindOf, UNTAGGED_RULE } from './untaggedStatements'

/** The texts of each field that readers see. The others are for desks, or codes. */
export const READ_FIELDS: { readonly [Name in FieldName]?: (fields: Fields) => readonly string[] } = {
  byline: ({ byline }) => byline.flatMap(({ name, role }) => [name, role ?? '']),
  contributors: ({ contributors }) => [contributors],
  // "30/10" is a date there.
  dateline: ({ dateline }) => [dateline.place, /^[\p{Nd}\s./-]+$/u.test(dateline.date) ? '' : dateline.date],
  keywords: ({ keywords }) => keywords,
  provider: ({ provider }) => [provider],
  copyrightLine: ({ copyrightLine }) => [copyrightLine],
  usageTerms: ({ usageTerms }) => [usageTerms],
}

export const untaggedBeside: Check = ({ story: { copy, fields }, desk: { words } }) => {
  const seen = new Map<string, number>()
  const lookAt = (part: string, text: string, place: string, where: Place): readonly Finding[] =>
    blockingIn(text, words).map((statement) => {
      const name = `beside:${part}:${statement.key}`
      const nth = (seen.get(name) ?? 0) + 1
      seen.set(name, nth)
      const at = where.kind === 'field' ? { ...where, words: statement.words } : where
      return finding(statement, `${name}:${nth}`, place, at)
    })
  return [
    ...copy.flatMap(({ picture, text }, block) =>
      picture
        ? PICTURE_DETAILS.filter((detail) => detail !== 'captured').flatMap((detail) =>
            lookAt(
              `${detail}${pictureKey({ picture })}`,
              picture[detail],
              checksText('untagged.ofPicture', { detail: factsText(`pictureDetail.${detail}`) }),
              {
                kind: 'text',
                block,
                from: 0,
                to: text.length,
                ofPicture: true,
              },
            ),
          )
        : [],
    ),
    ...(Object.entries(READ_FIELDS) as readonly [FieldName, (fields: Fields) => readonly string[]][]).flatMap(
      ([field, texts]) =>
        texts(fields).flatMap((text) =>
          lookAt(field, text, checksText('untagged.ofField', { field: fieldWords(field) }), { kind: 'field', field }),
        ),
    ),
  ]
}

/** Statements that block; those inside an earlier one are part of it. */
function blockingIn(text: string, words: DeskWords | undefined): readonly KeyedStatement[] {
  if (text.trim() === '') return []
  let end = 0
  const block = { role: 'cell', text, spans: [] } as const
  const found = statementsOf(block).filter(({ kind, to }) => {
    if (kind === 'name' || kind === 'date' || to <= end) return false
    end = to
    return true
  })
  const isFound = overlapAny(found)
  return [...found, ...taughtIn(block, words).sought.filter((one) => !isFound(one))]
}

const finding = (statement: KeyedStatement, key: string, place: string, where: Place): Finding => ({
  rule: UNTAGGED_RULE[statement.kind],
  key,
  severity: 'block',
  message: checksText('untagged.beside', { words: named(statement.words), kind: kindOf(statement), place }),
  where,
  overridable: true,
  dismissable: true,
  dismissNotAuthor: true,
})

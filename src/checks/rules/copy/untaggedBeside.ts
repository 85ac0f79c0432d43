/**
 * Untagged statements beside the copy (rule 10): picture details and the fields that readers see. Nothing there can be
 * tagged, so a quotation, figure or superlative blocks until someone other than the author marks it "nothing to check".
 * Names, dates and places are what these fields are for.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { factsText } from '../../../catalogue/story/facts'
import type { Finding, Place } from '../../../story/assessment/finding'
import type { DeskWords } from '../../../story/desk/deskWords'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { overlapAny } from '../../detect/statement'
import { statementsOf, type KeyedStatement } from '../../detect/statementsOf'
import { taughtIn } from '../../detect/taught/taughtWords'
import type { Check } from '../../finding/check'
import { named } from '../../finding/wording'
import { textsBeside } from './textsBeside'
import { kindOf, UNTAGGED_RULE } from './untaggedStatements'

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
  return textsBeside(copy, fields).flatMap(({ part, text, of, where }) =>
    lookAt(
      part,
      text,
      'detail' in of
        ? checksText('untagged.ofPicture', { detail: factsText(`pictureDetail.${of.detail}`) })
        : checksText('untagged.ofField', { field: fieldWords(of.field) }),
      where,
    ),
  )
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

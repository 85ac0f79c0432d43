import { factsPanelText } from '../../../../catalogue/window/factsPanel'
import type { Derived } from '../../../../checks/derived/computeDerived'
import type { DerivedInput } from '../../../../story/ledger/facts/derivation'

interface TypedDerivation {
  readonly expression: string
  readonly inputs: readonly DerivedInput[]
  /** '' when nothing is typed. */
  readonly rate: string
}

/** The form's line while a working is typed: empty at first, then which values are missing, then the result. */
export function derivedLine(
  { expression, inputs, rate }: TypedDerivation,
  result: Derived,
  words: string,
): { readonly text: string; readonly wrong: boolean } {
  const named = new Set(expression.match(/\p{L}[\p{L}\p{N}]*/gu))
  const asked = [
    ...inputs.map(({ name, value, fact }) => ({ name, isGiven: value.trim() !== '' || fact !== undefined })),
    { name: 'rate', isGiven: rate.trim() !== '' },
  ].filter(({ name }) => named.has(name))
  const missing = asked.filter(({ isGiven }) => !isGiven).map(({ name }) => `“${name}”`)
  if (missing.length > 0)
    return {
      text:
        missing.length === asked.length
          ? ''
          : factsPanelText('derivedLine.stillWithoutValue', { join: missing.join(', ') }),
      wrong: false,
    }
  switch (result.kind) {
    case 'agrees':
      return { text: factsPanelText('derivedLine.givesWordsSay', { shown: result.shown }), wrong: false }
    case 'differs':
      return { text: factsPanelText('derivedLine.givesOtherThanWords', { shown: result.shown, words }), wrong: true }
    case 'unclear':
      return { text: factsPanelText('derivedLine.workedOutYet', { why: result.why }), wrong: true }
  }
}

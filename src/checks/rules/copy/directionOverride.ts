/**
 * Direction overrides and embeddings show words in another order than they are stored: what people read is not what was
 * checked. New ones never enter; those of older stories and of merges block until they are taken out.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { PICTURE_DETAILS } from '../../../story/copy/picture'
import type { Block } from '../../../story/copy/copy'
import type { Finding, Place } from '../../../story/assessment/finding'
import { LEAVING_FIELDS } from '../../../story/ledger/fields'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { hasDirectionOverride } from '../../../story/text/words/directionOverrides'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'

export const directionOverride: Check = ({ story: { copy, fields } }) => [
  ...copy.flatMap(inBlock),
  ...LEAVING_FIELDS.flatMap((field): readonly Finding[] =>
    !hasDirectionOverride(JSON.stringify(fields[field]))
      ? []
      : [
          finding(
            `${field}:${keyText(JSON.stringify(fields[field]))}`,
            checksText('directionOverride.field', { field: fieldWords(field) }),
            { kind: 'field', field },
          ),
        ],
  ),
]

function inBlock({ text, picture, spans }: Block, block: number): readonly Finding[] {
  const found: Finding[] = []
  const places = hasDirectionOverride(text) ? [...text.matchAll(/[\u202a-\u202e]/g)].map(({ index }) => index) : []
  const [from] = places
  if (from !== undefined) {
    const to = (places.at(-1) ?? from) + 1
    found.push(finding(keyText(text), checksText('directionOverride.words'), { kind: 'text', block, from, to }))
  }
  const beside = [
    ...(picture ? PICTURE_DETAILS.map((name) => picture[name]) : []),
    ...spans.map((span) => (span.mark === 'link' ? span.href : '')),
  ].filter(hasDirectionOverride)
  for (const detail of beside)
    found.push(
      finding(`${block}:${keyText(detail)}`, checksText('directionOverride.details'), {
        kind: 'text',
        block,
        from: 0,
        to: text.length,
      }),
    )
  return found
}

const finding = (key: string, message: string, where: Place): Finding => ({
  rule: 'directionOverride',
  key,
  severity: 'block',
  message,
  where,
  // One act takes them out, so nobody needs to let them through.
  overridable: false,
  dismissable: false,
})

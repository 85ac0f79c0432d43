/** A fact as people and programs read it. */
import type { Assessment } from '../../../story/assessment/assessment'
import { factType } from '../../../story/ledger/facts/fact'
import type { FactView } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import type { ViewPart } from '../../../story/view/compare/viewChange'

export function factViewOf(assessment: Assessment): FactView {
  const { current, tag } = assessment
  return {
    id: assessment.id,
    type: factType(assessment),
    status: assessment.status,
    seen: assessment.view?.hash ?? '',
    text: assessment.text,
    words: assessment.words,
    context: contextOf(assessment),
    reasons: assessment.reasons,
    answered: assessment.answered,
    sentence: assessment.sentence,
    ...defined({ attributedTo: tag.attributedTo, statement: tag.statement }),
    evidence: assessment.evidence,
    ...defined({ translation: assessment.record.translation, derivation: assessment.record.derivation }),
    ...queryOf(assessment),
    ...defined({
      responses: assessment.record.responses?.map(({ who, how, when, reply }) => ({ who, how, when, reply })),
    }),
    ...(current
      ? {
          signed: {
            by: current.by,
            at: current.at,
            status: current.status,
            words: current.words,
            ...defined({ reason: current.reason, fromOriginal: current.fromOriginal }),
            ...(assessment.beforeViews ? { beforeViews: true as const } : {}),
          },
        }
      : {}),
  }
}

function queryOf({ current, status, record }: Assessment): Pick<FactView, 'query' | 'answer'> {
  const asked = record.signOffs.findLast((signOff) => signOff.status === 'queried')?.by
  return {
    ...(current && status === 'queried'
      ? {
          query: {
            question: current.reason ?? '',
            by: current.by,
            ...defined({ addressee: current.addressee, due: current.due }),
          },
        }
      : {}),
    ...(record.answer ? { answer: { text: record.answer.text, by: record.answer.by, ...defined({ asked }) } } : {}),
  }
}

function contextOf({ current, reasons, changes, precedingChanged }: Assessment): FactView['context'] {
  if (!current) return ''
  const around = changes.some(({ part, lapses }) => lapses && part !== 'words' && AROUND.has(part))
  if (around || reasons.includes('words')) return 'changed'
  return precedingChanged ? 'precedingChanged' : 'asSigned'
}

const AROUND: ReadonlySet<ViewPart> = new Set(['context', 'graf', 'headers', 'belongsTo', 'picture', 'links'])

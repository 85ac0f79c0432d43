import type { Assessment } from '../../story/assessment/assessment'
import { whyNotSign } from '../../story/assessment/people/entitlement'
import type { Authored } from '../../story/assessment/people/authors'
import { whySaidTo } from '../../story/desk/saidTo'
import { sourceBook } from '../../story/desk/source'
import { factType, type Evidence, type SignedStatus } from '../../story/ledger/facts/fact'
import type { NewsroomFacts } from '../state/stores/newsroom/newsroomState'

/** Stands for any backup when only the person's right to sign is asked. What else the verdict needs is asked later. */
const ANY_BACKUP: readonly Evidence[] = [{ id: '', source: '', locator: 'p. 1', stance: 'supports' }]

/** Why a person may not give this verdict, said to that person. Undefined: they may. */
export const whyNotGive = (
  fact: Assessment,
  status: SignedStatus,
  person: string,
  story: Authored,
  desk: NewsroomFacts['desk'],
): string | undefined =>
  whySaidTo(
    person,
    whyNotSign(
      {
        ...{ by: person, status, type: factType(fact), record: fact.record, words: fact.words },
        ...{ evidence: ANY_BACKUP, reason: '-' },
      },
      story,
      { ...desk, sources: sourceBook(desk.sources) },
    ),
  )

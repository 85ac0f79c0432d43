import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { Assessment } from '../../../story/assessment/assessment'
import { lookerOf } from '../../../story/assessment/verdicts/anotherLook'
import { nameOfVerdict, standingVerdicts } from '../../../story/assessment/verdicts/standing'
import { shownStored } from '../../../story/history/storedText'
import { STATUS_WORDS, type SignOff } from '../../../story/ledger/facts/fact'
import { isAnswered } from '../../../story/ledger/record/factRecord'
import { NewsroomError } from '../../../story/requests/requests'

/**
 * Refuses a person who had other verdicts on the fact before them, and says who did what meanwhile.
 *
 * @param standing - The names of those verdicts. Undefined: the command line, which names none.
 */
export function refuseOtherVerdicts(now: Assessment, standing: readonly string[] | undefined): void {
  if (standing === undefined) return
  const verdicts = standingVerdicts(now)
  const names = new Set(verdicts.map(nameOfVerdict))
  const came = verdicts.filter((one) => !standing.includes(nameOfVerdict(one)))
  const gone = standing.filter((name) => !names.has(name))
  if (came.length === 0 && gone.length === 0) return
  const acts = [...takenAway(now, gone), ...came.map(given)]
  throw new NewsroomError(
    'refused',
    acts.length > 0
      ? newsroomText('otherVerdicts.refused', { words: now.words, acts: acts.join('; ') })
      : newsroomText('otherVerdicts.unknown', { words: now.words }),
  )
}

/** A verdict that stands now and did not then: “Mira: Wrong (“It was 90.”)”. */
function given(one: SignOff): string {
  const said = { by: lookerOf(one), status: STATUS_WORDS[one.status] }
  return one.reason === undefined
    ? newsroomText('otherVerdicts.gave', said)
    : newsroomText('otherVerdicts.gaveReason', { ...said, reason: shownStored(one.reason) })
}

/** Who took back, or answered, verdicts that stood then. One that another verdict replaced needs no words. */
function takenAway({ record }: Assessment, gone: readonly string[]): readonly string[] {
  const isGone = (one: SignOff): boolean => gone.includes(nameOfVerdict(one))
  const withdrawn = (record.withdrawals ?? []).flatMap(({ by, signOffs }) =>
    signOffs
      .filter(isGone)
      .map(({ status }) => newsroomText('otherVerdicts.tookBack', { by, status: STATUS_WORDS[status] })),
  )
  const { answer } = record
  return answer && record.signOffs.some((one) => isGone(one) && isAnswered(record, one))
    ? [...withdrawn, newsroomText('otherVerdicts.answered', { by: answer.by, text: answer.text })]
    : withdrawn
}

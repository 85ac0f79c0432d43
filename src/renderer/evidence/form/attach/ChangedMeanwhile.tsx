import { evidenceText } from '../../../../catalogue/window/evidence'
import type { Assessment } from '../../../../story/assessment/assessment'
import { standingOf } from '../../../../story/assessment/verdicts/standing'
import type { Source } from '../../../../story/desk/source'
import { STATUS_WORDS } from '../../../../story/ledger/facts/fact'
import { changesBetween } from '../../../../story/view/compare/changesBetween'
import { changeWords } from '../../../../story/view/compare/changeWords'

/** Says what became of a fact since its form was opened: what is signed now is not what the person saw then. */
export function ChangedMeanwhile({
  before,
  now,
  sources,
}: {
  readonly before: Assessment
  readonly now: Assessment
  readonly sources: ReadonlyMap<string, Source>
}) {
  const changes = changesBetween(before, now, sources).map(changeWords)
  const isAnotherVerdict = standingOf(before).join() !== standingOf(now).join()
  const by = now.current?.by
  const status = STATUS_WORDS[now.status]
  return (
    <div className="changed-meanwhile" role="status">
      <p className="field-hint">{evidenceText('evidenceForm.changedMeanwhile')}</p>
      {changes
        .filter((words) => words !== '')
        .map((words) => (
          <p key={words} dir="auto">
            {words}
          </p>
        ))}
      {isAnotherVerdict ? (
        <p>
          {by === undefined
            ? evidenceText('evidenceForm.nowReads', { status })
            : evidenceText('evidenceForm.nowReadsBy', { status, by })}
        </p>
      ) : null}
    </div>
  )
}

import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useMemo } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import { GROUND_RULES_WORDS, shownSource, SOURCE_KIND_WORDS, sourceBook } from '../../story/desk/source'
import { EvidenceViewer } from '../evidence/EvidenceViewer'
import { StatusWord } from '../facts/Status'
import { useShown } from '../state/hooks/useShown'
import { useKeys, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'
import { lookKey } from '../verdicts/lookKey'

/** The words of the fact, its status, its claim and its sentence. Time runs while it is shown: see Attention. */
export function FactHead({ fact }: { readonly fact: Assessment }) {
  const { panels } = useWindowServices()
  const shown = useShown(panels.attention.fact, lookKey(fact))
  return (
    <div ref={shown} className="review-backup review-fact">
      <p className="review-words serif" dir="auto">
        {fact.text || fact.words}
      </p>
      <StatusWord status={fact.status} />
      {fact.tag.statement ? <p>{fact.tag.statement}</p> : null}
      {fact.sentence && fact.sentence !== fact.text ? (
        <p className="review-sentence serif soft" dir="auto">
          {fact.sentence}
        </p>
      ) : null}
    </div>
  )
}

/** Its evidence, with the captured files at their places. */
export function Backup({ fact }: { readonly fact: Assessment }) {
  const desk = useNewsroom(({ desk }) => desk)
  const keyOf = useKeys()
  const sources = useMemo(() => sourceBook(desk.sources), [desk.sources])
  return (
    <div className="review-backup">
      {fact.evidence.length === 0 ? (
        <p className="soft">
          {reviewRoomText('reviewRoom.noBackupYet')} {keyOf('review.verified') || reviewRoomText('reviewRoom.verified')}{' '}
          {reviewRoomText('reviewRoom.asksVerifiesOneGo')}
        </p>
      ) : (
        fact.evidence.map((item) => {
          const source = sources.get(item.source)
          return (
            <div key={item.id} className="backup" data-stance={item.stance}>
              <span className="review-source">
                {source ? shownSource(source, desk.sources) : reviewRoomText('reviewRoom.sourceNoLongerBook')}
              </span>
              <span className="soft">
                {[
                  item.locator,
                  source ? SOURCE_KIND_WORDS[source.kind] : '',
                  source && source.groundRules !== 'onTheRecord' ? GROUND_RULES_WORDS[source.groundRules] : '',
                  source?.protected ? reviewRoomText('reviewRoom.protected') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {item.stance === 'contradicts' ? (
                <span className="backup-against">{reviewRoomText('reviewRoom.contradicts')}</span>
              ) : null}
              {item.excerpt ? (
                <p className="review-excerpt serif" dir="auto">
                  {item.excerpt}
                </p>
              ) : null}
              {item.file === undefined ? null : (
                <EvidenceViewer evidence={{ ...item, file: item.file }} marks={{ words: item.excerpt ?? fact.words }} />
              )}
            </div>
          )
        })
      )}
    </div>
  )
}

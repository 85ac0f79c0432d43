import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useId, useMemo, useState, type ReactNode } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import {
  FACT_TYPES,
  isFactType,
  STATUS_MARKS,
  STATUS_WORDS,
  TYPE_WORDS,
  type Evidence,
  type FactType,
} from '../../../story/ledger/fact'
import { QUOTE_LIKE } from '../../../story/ledger/fact'
import type { ViewChange } from '../../../story/view/viewChange'
import { ledgerText } from '../../../catalogue/rooms/ledger'
import { quoteOfFact } from '../../../checks/quote/quoteOfFact'
import { shownSource, type Source } from '../../../story/desk/source'
import { historyLines } from '../../../story/history/historyLines'
import { Button, SettledSelect } from '../../ui'
import { useShown } from '../../state/hooks/useShown'
import { lookKey } from '../../verdicts/lookKey'
import { returnToFact } from '../../verdicts/focusFact'
import { useVerdicts } from '../../verdicts/useVerdicts'
import { runCommand, useNewsroom, useNotice, usePanels, useStoryReadOnly, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { AskForm } from '../forms/AskForm'
import { shortTime } from './factLines'
import { placeToPutBack } from './putBack'
import { QuoteLine } from './QuoteLine'
import { removedEvidence } from './removedEvidence'
import { Responses } from '../forms/ResponseForm'
import { isInTray } from '../../verdicts/walk'
import { Workings } from './Workings'
import { WordDiff } from './WordDiff'

interface FactDetailProps {
  readonly fact: Assessment
  readonly story: StoryPart<'id' | 'copy' | 'entries' | 'assessments' | 'clear' | 'transcripts'>
  readonly sources: ReadonlyMap<string, Source>
}

/** The open fact: what changed, its evidence, what can be done, its history. */
export function FactDetail({ fact, story, sources }: FactDetailProps) {
  const readOnly = useStoryReadOnly()
  const ask = usePanels(({ ask }) => ask)
  const { panels } = useWindowServices()
  const shown = useShown(panels.attention.detail, lookKey(fact))
  const words = useNewsroom(({ desk }) => desk.words)
  const quote = quoteOfFact(fact, story.transcripts, story.copy, words)
  return (
    <div ref={shown} className="fact-detail">
      <Said fact={fact} />
      <Changes fact={fact} />
      {quote ? <QuoteLine fact={fact} story={story} quote={quote} /> : null}
      <EvidenceList fact={fact} story={story} sources={sources} />
      {readOnly === undefined ? <RemovedEvidence fact={fact} story={story} sources={sources} /> : null}
      <Workings fact={fact} story={story} />
      {(fact.record.type ?? fact.tag.type) === 'allegation' && !isInTray(fact) ? (
        <Responses fact={fact} story={story.id} />
      ) : null}
      {ask?.fact === fact.id ? <AskForm /> : null}
      {readOnly !== undefined ? null : isInTray(fact) ? (
        <PutBack fact={fact} story={story} />
      ) : (
        <Actions fact={fact} story={story} />
      )}
      <History fact={fact} story={story} sources={sources} />
    </div>
  )
}

/**
 * Claim, attribution and who signed. The signed status shows as its mark only: the one status in words is the one that
 * holds now.
 */
function Said({ fact }: { readonly fact: Assessment }) {
  const { current, tag } = fact
  if (!current && !tag.statement && !tag.attributedTo && !fact.answered) return null
  return (
    <dl>
      {tag.statement ? <Row term={factsPanelText('factDetail.claim')}>{tag.statement}</Row> : null}
      {tag.attributedTo ? <Row term={factsPanelText('factDetail.said')}>{tag.attributedTo}</Row> : null}
      {current ? (
        <Row term={factsPanelText('factDetail.signed')}>
          <span
            className="status-mark"
            data-status={current.status}
            role="img"
            aria-label={STATUS_WORDS[current.status]}
          >
            {STATUS_MARKS[current.status]}
          </span>
          {` ${current.by}, ${shortTime(current.at)}${current.selfChecked ? factsPanelText('factDetail.selfChecked') : ''}`}
        </Row>
      ) : null}
      {current?.status === 'queried' && (current.addressee ?? current.due) ? (
        <Row term={factsPanelText('factDetail.asked')}>
          {[current.addressee, current.due ? factsPanelText('factDetail.until', { due: current.due }) : '']
            .filter(Boolean)
            .join(', ')}
        </Row>
      ) : null}
      {fact.answered && fact.record.answer ? (
        <Row
          term={factsPanelText('factDetail.answer')}
        >{`${fact.record.answer.text} (${fact.record.answer.by}, ${shortTime(fact.record.answer.at)})`}</Row>
      ) : null}
      {current?.reason ? (
        <Row
          term={
            current.status === 'queried' ? factsPanelText('factDetail.question') : factsPanelText('factDetail.reason')
          }
        >
          {current.reason}
        </Row>
      ) : null}
    </dl>
  )
}

const Row = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div className="fact-said">
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

/** What changed since the sign-off, part by part: old against new. */
function Changes({ fact }: { readonly fact: Assessment }) {
  if (!fact.current || isInTray(fact)) return null
  return (
    <>
      {fact.beforeViews ? <p className="fact-changed">{factsPanelText('factDetail.beforeViews')}</p> : null}
      {fact.changes
        .filter(({ weight }) => weight !== 'nothing')
        .map(({ part, weight, lapses, before, now }) => (
          <p className="fact-changed" key={`${part} ${before}`}>
            <span className="fact-changed-label">
              {part === 'words' ? factsPanelText('factDetail.wordsSinceSignOff') : changedLabel(part, weight, lapses)}
            </span>
            {before === '' && now === '' ? null : <WordDiff before={before} after={now} />}
          </p>
        ))}
    </>
  )
}

function changedLabel(part: ViewChange['part'], weight: ViewChange['weight'], lapses: boolean): string {
  if (part === 'context')
    return weight === 'blocks'
      ? factsPanelText('factDetail.sentenceChanged')
      : factsPanelText('factDetail.sentenceChangedWarns')
  return factsPanelText(lapses ? 'factDetail.partChanged' : 'factDetail.partChangedWarns', {
    what: ledgerText(`view.${part}`),
  })
}

function EvidenceList({ fact, story, sources }: FactDetailProps) {
  const { act } = useWindowServices().newsroom
  const readOnly = useStoryReadOnly()
  const { check } = useNotice()
  return fact.evidence.map((item) => (
    <div key={item.id} className="backup" data-stance={item.stance}>
      <span className="backup-head">
        <span>
          {evidenceName(sources, item)}
          {item.stance === 'contradicts' ? (
            <span className="backup-against"> {factsPanelText('factDetail.contradicts')}</span>
          ) : null}
        </span>
        {readOnly === undefined ? (
          <Button
            look="plain"
            onClick={() =>
              void act('fact.removeEvidence', { story: story.id, fact: fact.id, evidence: item.id })
                .then(check)
                .then(() => returnToFact(fact.id))
            }
          >
            {factsPanelText('factDetail.remove')}
          </Button>
        ) : null}
      </span>
      {item.file === undefined ? null : <FileRow fact={fact.id} item={item} />}
      {item.excerpt ? (
        <span className="backup-excerpt" dir="auto">
          {item.excerpt}
        </span>
      ) : null}
    </div>
  ))
}

/** Undoes a removal by adding the same evidence again. */
function RemovedEvidence({ fact, story, sources }: FactDetailProps) {
  const { act } = useWindowServices().newsroom
  const person = useNewsroom(({ person }) => person)
  const { check } = useNotice()
  const removed = useMemo(() => removedEvidence(story.entries, fact.id, person), [story.entries, fact.id, person])
  const putBack = async ({ id: _id, ...evidence }: Evidence): Promise<void> => {
    check(await act('fact.addEvidence', { story: story.id, fact: fact.id, evidence }))
    returnToFact(fact.id)
  }
  return removed.map((item) => (
    <div key={item.id} className="backup-removed">
      <span>{factsPanelText('factDetail.removed', { sources: evidenceName(sources, item) })}</span>
      <Button
        look="plain"
        aria-label={factsPanelText('factDetail.putBack', { sources: evidenceName(sources, item) })}
        onClick={() => void putBack(item)}
      >
        {factsPanelText('factDetail.putBack2')}
      </Button>
    </div>
  ))
}

const evidenceName = (sources: ReadonlyMap<string, Source>, { source, locator }: Evidence): string =>
  [nameIn(sources, source), locator].filter(Boolean).join(', ')

/** "Source A" for a protected source: only the source book shows the identity. */
function nameIn(sources: ReadonlyMap<string, Source>, id: string): string {
  const source = sources.get(id)
  return source ? shownSource(source, sources.values()) : factsPanelText('factDetail.unknownSource')
}

function FileRow({ fact, item }: { readonly fact: string; readonly item: Evidence }) {
  const { setViewing, setDrawer } = useWindowServices().panels
  const review = usePanels(({ review }) => review)
  return (
    <span className="backup-head">
      <bdi>{item.fileName ?? factsPanelText('factDetail.capturedFile')}</bdi>
      {review ? null : (
        <Button
          look="plain"
          aria-label={factsPanelText('factDetail.open', {
            value: item.fileName ?? factsPanelText('factDetail.capturedFile2'),
          })}
          onClick={() => {
            setViewing({ fact, evidence: item.id })
            setDrawer('library')
          }}
        >
          {factsPanelText('factDetail.open2')}
        </Button>
      )}
    </span>
  )
}

const TYPE_OPTIONS = FACT_TYPES.map((type) => ({ value: type, label: TYPE_WORDS[type] }))

function Actions({ fact, story }: { readonly fact: Assessment; readonly story: StoryPart<'id'> }) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const { open, dismiss } = useWindowServices().panels
  const review = usePanels(({ review }) => review)
  const { answer, note } = useVerdicts()
  const type = fact.record.type ?? fact.tag.type
  const retype = (to: FactType): void => {
    const send = async (reason?: string): Promise<boolean> =>
      check(await act('fact.retype', { story: story.id, fact: fact.id, type: to, ...(reason ? { reason } : {}) })) !==
      undefined
    if (type !== 'quote' && type !== 'allegation') void send()
    else
      open({
        kind: 'reason',
        about: `${story.id} ${fact.id}`,
        words: fact.text || fact.words,
        title: factsPanelText('factDetail.changeFrom', {
          toLowerCase: TYPE_WORDS[type].toLowerCase(),
          toLowerCase2: TYPE_WORDS[to].toLowerCase(),
        }),
        label: factsPanelText('factDetail.whyAnotherKindFact'),
        action: factsPanelText('factDetail.change'),
        submit: send,
      })
  }
  const broken = fact.reasons.includes('hole')
  return (
    <div className="fact-actions">
      <SettledSelect
        label={factsPanelText('factDetail.type')}
        hideLabel
        value={type}
        options={TYPE_OPTIONS}
        onSettle={(chosen) => {
          if (isFactType(chosen)) retype(chosen)
        }}
      />
      {review ? null : (
        <Button onClick={() => open({ kind: 'evidence', fact: fact.id })}>
          {factsPanelText('factDetail.evidence')}
        </Button>
      )}
      {review ? null : (
        <Button onClick={() => note(fact)}>
          {QUOTE_LIKE.has(type) ? factsPanelText('factDetail.said2') : factsPanelText('factDetail.claim2')}
        </Button>
      )}
      {!review && fact.status === 'queried' ? (
        <Button onClick={() => answer(fact)}>{factsPanelText('factDetail.answer')}</Button>
      ) : null}
      {!fact.record.translation && (type === 'quote' || type === 'paraphrase') ? (
        <Button onClick={() => open({ kind: 'translation', fact: fact.id })}>
          {factsPanelText('factDetail.translated')}
        </Button>
      ) : null}
      {!fact.record.derivation && (type === 'figure' || type === 'superlative' || type === 'date') ? (
        <Button onClick={() => open({ kind: 'derivation', fact: fact.id })}>
          {factsPanelText('factDetail.workedOut')}
        </Button>
      ) : null}
      {broken ? <Button onClick={() => runCommand('fact.mend')}>{factsPanelText('factDetail.closeGap')}</Button> : null}
      {fact.current ? (
        <Button
          look="plain"
          onClick={() =>
            open({
              kind: 'reason',
              about: `${story.id} ${fact.id}`,
              words: fact.text || fact.words,
              title: factsPanelText('factDetail.takeBackVerdict'),
              label: factsPanelText('factDetail.whyTakenBack'),
              action: factsPanelText('factDetail.takeBack'),
              submit: async (reason) => {
                const done = check(await act('fact.withdraw', { story: story.id, fact: fact.id, reason }))
                if (!done) return false
                // The button that opened the form is gone with the verdict.
                dismiss()
                returnToFact(fact.id)
                return true
              },
            })
          }
        >
          {factsPanelText('factDetail.withdraw')}
        </Button>
      ) : null}
      <Button look="plain" onClick={() => runCommand('fact.untag')}>
        {factsPanelText('factDetail.removeTag')}
      </Button>
    </div>
  )
}

function PutBack({ fact, story }: { readonly fact: Assessment; readonly story: StoryPart<'id' | 'copy'> }) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const hint = useId()
  const place = placeToPutBack(fact, story.copy)
  return (
    <div className="fact-actions">
      <Button
        disabled={!place}
        aria-describedby={hint}
        onClick={() => {
          if (place)
            void act('fact.retag', {
              story: story.id,
              fact: fact.id,
              block: place.block,
              from: place.from,
              to: place.to,
            })
              .then(check)
              .then(() => returnToFact(fact.id))
        }}
      >
        {factsPanelText('factDetail.putBack2')}
      </Button>
      <span id={hint} className="soft">
        {place ? factsPanelText('factDetail.wordsStillStandCopy') : factsPanelText('factDetail.exactWordsStandNowhere')}
      </span>
    </div>
  )
}

/** Rendered when opened: it names statuses that no longer hold. */
function History(props: FactDetailProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="fact-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{factsPanelText('factDetail.history')}</summary>
      {open ? <HistoryLines {...props} /> : null}
    </details>
  )
}

function HistoryLines({ fact, story, sources }: FactDetailProps) {
  const lines = historyLines(story.entries, (id) => nameIn(sources, id)).filter((line) => line.fact === fact.id)
  return lines.length === 0 ? (
    <p className="soft">{factsPanelText('factDetail.nothingYet')}</p>
  ) : (
    lines.map(({ entry, did, notes, change }) => (
      <p key={entry.seq}>
        <span className="soft">{shortTime(entry.at)}</span> {entry.by} {did}
        {change ? (
          <>
            : <WordDiff before={change.old} after={change.now} />
          </>
        ) : null}
        {notes.length > 0 ? <span className="soft"> {notes.join(' · ')}</span> : null}
      </p>
    ))
  )
}

import { blockRoleWords } from '../../../story/copy/describePlace'
import { reviewRoomText } from '../../../catalogue/window/reviewRoom'
import { useEffect, useState } from 'react'
import type { BlockChange, SinceSignature as Since } from '../../../story/requests/comparison'
import { shortTime } from '../../facts/shortTime'
import { snapshotName } from '../../history/snapshotWords'
import { Button, Problem } from '../../ui'
import type { StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { ChangedWords } from '../../facts/ChangedWords'

/** What changed since this person completed the legal read or cleared the story. Nothing when they did neither. */
export function SinceSignatures({
  story: { id, copy, entries },
}: {
  readonly story: StoryPart<'id' | 'copy' | 'entries'>
}) {
  const { act } = useWindowServices().newsroom
  const [since, setSince] = useState<readonly Since[]>([])
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let gone = false
    void act('story.sinceSigned', { story: id }).then((outcome) => {
      if (gone) return
      setSince(outcome.ok ? outcome.value : [])
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, id, copy, entries])
  return (
    <>
      {since.map((one) => (
        <Signature key={one.kind} since={one} />
      ))}
      <Problem text={problem} />
    </>
  )
}

const TITLES: Readonly<Record<Since['kind'], string>> = {
  get legal() {
    return reviewRoomText('sinceSignatures.sinceIReadLegal')
  },
  get cleared() {
    return reviewRoomText('sinceSignatures.sinceICleared')
  },
}
const UNCHANGED: Readonly<Record<Since['kind'], string>> = {
  get legal() {
    return reviewRoomText('sinceSignatures.headlineDeckCutlinesGrafs')
  },
  get cleared() {
    return reviewRoomText('sinceSignatures.copyYouCleared')
  },
}
/** What to say when something changed and every word is the same. */
const NO_WORDS: Readonly<Record<Since['kind'], string>> = {
  get legal() {
    return reviewRoomText('sinceSignatures.noWordChangedWhat')
  },
  get cleared() {
    return reviewRoomText('sinceSignatures.noWordChangedLink')
  },
}

function Signature({ since: { kind, at, changed, against } }: { readonly since: Since }) {
  const { open } = useWindowServices().panels
  const differing = against?.blocks.filter((block) => block.kind !== 'same') ?? []
  return (
    <section aria-label={TITLES[kind]} className="since-signature">
      <h4 className="related-places-title">
        {TITLES[kind]} <span className="soft">{shortTime(at)}</span>
      </h4>
      {!changed ? (
        <p className="soft">{UNCHANGED[kind]}</p>
      ) : !against ? (
        <p>
          {kind === 'legal' ? reviewRoomText('sinceSignatures.whatLegalReads') : reviewRoomText('sinceSignatures.copy')}{' '}
          {reviewRoomText('sinceSignatures.changedSinceCopyMoment')}
        </p>
      ) : (
        <>
          {differing.length === 0 ? (
            <p>{NO_WORDS[kind]}</p>
          ) : (
            <ul>
              {differing.map((block, index) => (
                <li key={index}>
                  <Changed block={block} />
                </li>
              ))}
            </ul>
          )}
          <p className="soft">
            {differing.length === 0
              ? ''
              : reviewRoomText('sinceSignatures.wordsOut', { added: against.added, removed: against.removed })}
            {reviewRoomText('sinceSignatures.againstState', {
              n: against.n,
              against: snapshotName(against),
              at: shortTime(against.at),
            })}{' '}
            <Button look="plain" onClick={() => open({ kind: 'compare', from: against.n })}>
              {reviewRoomText('sinceSignatures.compare')}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

const Changed = ({ block: { kind, role, roleBefore, runs } }: { readonly block: BlockChange }) => (
  <>
    <span className="word-diff serif" dir="auto">
      <ChangedWords runs={runs} />
    </span>
    {kind === 'moved' ? <span className="soft"> {reviewRoomText('sinceSignatures.moved')}</span> : null}
    {roleBefore === undefined ? null : (
      <span className="soft">
        {' '}
        {reviewRoomText('sinceSignatures.wasIs', {
          roleBefore: blockRoleWords(roleBefore),
          role: blockRoleWords(role),
        })}
      </span>
    )}
  </>
)

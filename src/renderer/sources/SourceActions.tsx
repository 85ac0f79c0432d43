import { sourcesText } from '../../catalogue/window/sources'
import { useState } from 'react'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import { shownSource, type Source } from '../../story/desk/source'
import type { RestingFact } from '../../story/requests/requests'
import { Button } from '../ui'
import { useNewsroom, useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'
import { MergeForm } from './MergeForm'
import { SpellingForm } from './SpellingForm'

interface SourceActionsProps {
  readonly source: Source
  readonly book: readonly Source[]
  readonly onMerged: (into: string) => void
}

/** Lists where a source is used in all stories. Offers to merge it or to destroy its identity. */
export function SourceActions({ source, book, onMerged }: SourceActionsProps) {
  const { act } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const { check } = useNotice()
  const { open } = useWindowServices().panels
  const [facts, setFacts] = useState<readonly RestingFact[]>()
  const [isOpened, setOpened] = useState(false)
  const destroy = (): void =>
    open({
      kind: 'reason',
      about: source.id,
      title: sourcesText('sourcesPanel.destroyIdentity', { name: shownSource(source, book) }),
      action: sourcesText('sourcesPanel.destroy'),
      label: sourcesText('sourcesPanel.whyNothingBringsBack'),
      submit: async (reason) => check(await act('source.destroy', { source: source.id, reason })) !== undefined,
    })
  return (
    <details
      className="source-deeds"
      onToggle={(event) => {
        if (!event.currentTarget.open) return
        setOpened(true)
        void act('source.facts', { source: source.id }).then((outcome) => setFacts(outcome.ok ? outcome.value : []))
      }}
    >
      <summary>{sourcesText('sourcesPanel.allStoriesMerge')}</summary>
      {/* What is typed stays when it is closed again. */}
      {isOpened ? (
        <>
          <SourceUses facts={facts} />
          {readOnly === undefined && !source.destroyed ? (
            <>
              <MergeForm source={source} book={book} onMerged={onMerged} />
              <SpellingForm source={source} />
            </>
          ) : null}
        </>
      ) : null}
      {/* The menu of the row offers this button while it is closed, too. */}
      {readOnly === undefined && source.protected && !source.destroyed ? (
        <Button look="danger" onClick={destroy}>
          {sourcesText('sourcesPanel.destroyShort')}
        </Button>
      ) : null}
    </details>
  )
}

/** The facts of all stories that rest on a source. Undefined: they are being read. */
function SourceUses({ facts }: { readonly facts: readonly RestingFact[] | undefined }) {
  const { openStory } = useWindowServices().newsroom
  return (
    <>
      {facts ? (
        <p className="panel-subtitle">
          {facts.length === 0
            ? sourcesText('sourcesPanel.noFactAnyStory')
            : sourcesText('sourcesPanel.factsRest', { count: facts.length })}
        </p>
      ) : (
        <p className="soft">{sourcesText('sourcesPanel.looking')}</p>
      )}
      <ul className="source-facts">
        {facts?.map(({ story, fact, words, status, headline, slug }) => (
          <li key={`${story} ${fact}`}>
            <button type="button" className="finding-jump" onClick={() => void openStory(story)}>
              {words}
            </button>{' '}
            <span className="soft">
              {STATUS_WORDS[status]} · {headline || slug}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

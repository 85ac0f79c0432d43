import { correctionsText } from '../../catalogue/window/corrections'
import { useEffect, useState } from 'react'
import type { CorrectionView } from '../../story/requests/requests'
import { Problem, SelectField } from '../ui'
import { pick, useStory, type StoryPart } from '../state'
import { CorrectionForm } from './CorrectionForm'
import { Notices } from './Notices'
import { TabForm } from './TabForm'
import { useWindowServices } from '../state/windowServices'
import { defined } from '../../story/text/defined'

/** Shows the record of a correction: was, is, since when, cause, text for readers; and who has to be told. */
export function CorrectionPanel() {
  const story = useStory(pick('id', 'story', 'copy', 'entries'))
  return story ? <Correction key={story.id} story={story} /> : null
}

function Correction({ story }: { readonly story: StoryPart<'id' | 'story' | 'copy' | 'entries'> }) {
  const { act } = useWindowServices().newsroom
  const [version, setVersion] = useState<number>()
  const [view, setView] = useState<CorrectionView>()
  const [problem, setProblem] = useState<string>()
  const { entries, copy, id } = story
  useEffect(() => {
    let gone = false
    void act('correction.show', { story: id, ...defined({ version }) }).then((outcome) => {
      if (gone) return
      setProblem(outcome.ok ? undefined : outcome.message)
      if (outcome.ok) setView(outcome.value)
    })
    return () => {
      gone = true
    }
    // The proposal depends on the words, the rest on the ledger.
  }, [act, id, entries, copy, version])

  if (view === undefined)
    return (
      <TabForm tab="correction" title={correctionsText('correctionPanel.correction')} isReady={false}>
        {problem ? (
          <Problem text={problem} />
        ) : (
          <p className="soft">{correctionsText('correctionPanel.lookingWhatChanged')}</p>
        )}
      </TabForm>
    )
  if (view.kind === undefined) {
    return (
      <TabForm tab="correction" title={correctionsText('correctionPanel.correction')} isReady>
        <div className="empty">
          <strong>{correctionsText('correctionPanel.nothingCorrectedHere')}</strong>
          <p>{correctionsText('correctionPanel.openNextVersionPublished')}</p>
        </div>
      </TabForm>
    )
  }
  const isApproved = view.record?.approver !== undefined && !view.lapsed
  return (
    <TabForm
      key="record"
      tab="correction"
      isReady
      title={correctionsText('correctionPanel.version', {
        part:
          view.kind === 'correction'
            ? correctionsText('correctionPanel.correction')
            : correctionsText('correctionPanel.clarification'),
        version: view.version,
      })}
      aside={
        <span className={isApproved ? 'is-ok' : 'is-stop'}>
          {correctionsText(
            view.lapsed
              ? 'correctionPanel.isLapsed'
              : isApproved
                ? 'correctionPanel.isApproved'
                : 'correctionPanel.notApproved',
          )}
        </span>
      }
    >
      {view.versions.length > 1 ? (
        <SelectField
          label={correctionsText('correctionPanel.versionLabel')}
          value={String(view.version)}
          options={view.versions.map((one) => ({
            value: String(one),
            label: correctionsText('correctionPanel.versionOption', { one }),
          }))}
          onChange={(event) => setVersion(Number(event.target.value))}
        />
      ) : null}
      <CorrectionForm key={view.version} view={view} story={story} />
      <Notices
        of={{ story: story.id, version: view.version }}
        title={correctionsText('correctionNotices.whereWrongWordsWent', {
          count: view.published.length,
          version: view.published[0]?.version ?? 1,
        })}
        nowhere={correctionsText('correctionNotices.noExportCarriedThem', { kind: view.kind })}
        destinations={view.destinations}
        notYet={correctionsText('correctionNotices.noticeHereOnceRecord')}
      />
    </TabForm>
  )
}

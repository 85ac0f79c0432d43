import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useState } from 'react'
import { Button, Problem, SelectField, TextArea } from '../ui'
import { SideSheet } from '../ui/dialogs/SideSheet'
import { pick, useClose, useKeys, useNotice, useStory, useStoryReadOnly } from '../state'
import { useWindowServices } from '../state/windowServices'
import { AnswersForm } from './AnswersForm'
import { useQueries } from './useQueries'
import './queries.css'

/** The open queries as text to send, and pasted answers filed by their numbers. */
export function QueriesPanel() {
  const story = useStory(pick('id', 'entries'))
  return story ? <Queries key={story.id} story={story.id} entries={story.entries.length} /> : null
}

function Queries({ story, entries }: { readonly story: string; readonly entries: number }) {
  const { clipboard } = useWindowServices().newsroom
  const readOnly = useStoryReadOnly()
  const { say } = useNotice()
  const keyOf = useKeys()
  const close = useClose()
  const [to, setTo] = useState('')
  const { all, list, unread } = useQueries(story, to, entries)
  const open = all?.queries.filter((query) => query.open) ?? []
  const text = list?.queries.some((query) => query.open) ? list.text : ''
  const people = [
    ...new Set([...open.flatMap(({ addressee }) => addressee ?? []), ...(to === '' ? [] : [to])].toSorted()),
  ]

  return (
    <SideSheet title={reviewRoomText('queriesPanel.queries')} onClose={close}>
      <Problem text={unread} />
      {all === undefined ? (
        unread === undefined ? (
          <p className="soft" role="status">
            {reviewRoomText('queriesPanel.reading')}
          </p>
        ) : null
      ) : open.length === 0 ? (
        <div className="empty">
          <strong>{reviewRoomText('queriesPanel.noQueryOpen')}</strong>
          <p>
            {keyOf('review.queried') || reviewRoomText('queriesPanel.query')}{' '}
            {reviewRoomText('queriesPanel.reviewAsksAuthorSomebody')}
          </p>
        </div>
      ) : (
        <div className="form">
          {people.length > 0 ? (
            <SelectField
              label={reviewRoomText('queriesPanel.to')}
              value={to}
              options={[
                { value: '', label: reviewRoomText('queriesPanel.everybody') },
                ...people.map((name) => ({ value: name, label: name })),
              ]}
              onChange={(event) => setTo(event.target.value)}
            />
          ) : null}
          <TextArea
            label={reviewRoomText('queriesPanel.textSend')}
            hint={list && text === '' ? reviewRoomText('queriesPanel.noneTo', { name: to }) : undefined}
            readOnly
            data-first-focus
            rows={Math.min(14, open.length * 2 + 2)}
            value={text}
            onFocus={(event) => event.target.select()}
          />
          <div className="form-foot">
            <Button
              data-first-focus
              aria-disabled={text === ''}
              onClick={() => {
                if (text === '') return
                void clipboard.copyText(text).then((done) => {
                  if (done === 'copied') say(reviewRoomText('queriesPanel.questionsClipboard'))
                  if (done === 'failed') say(reviewRoomText('queriesPanel.selectTextCopyCtrl'))
                })
              }}
            >
              {reviewRoomText('queriesPanel.copy')}
            </Button>
          </div>
        </div>
      )}
      {all && open.length > 0 && readOnly === undefined ? (
        <AnswersForm story={story} entries={entries} queries={all.queries} />
      ) : null}
    </SideSheet>
  )
}

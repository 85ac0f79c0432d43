import { archiveText } from '../../../catalogue/window/archive'
import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui'
import { useShowMore } from '../../ui/useShowMore'
import type { BulkState } from '../../state/stores/stories/bulkWork'
import { useWindowServices } from '../../state/windowServices'
import { bulkOf } from './bulkOf'

/** Rows that are drawn at first. Thousands of stories may fail. */
const DRAWN = 100

/** Progress while the work runs, then what worked and a list of what did not. */
export function BulkReport({ work, onClose }: { readonly work: BulkState; readonly onClose: () => void }) {
  const { newsroom } = useWindowServices()
  const { openStory } = newsroom
  const bulk = bulkOf(newsroom)
  const { phase, of, done, failed, isStopped, undo } = work
  const isRunning = phase !== 'done'
  const { list, drawn, showMore } = useShowMore(failed, DRAWN)
  const next = useRef<HTMLButtonElement>(null)
  // Stop goes when the work ends, and the keyboard with it.
  useEffect(() => next.current?.focus(), [isRunning])
  return (
    <div className="form">
      <p role="status" aria-label={libraryText('bulk.progressName')}>
        {isRunning
          ? libraryText(work.deletes ? 'delete.progress' : 'bulk.progress', { at: Math.min(done + 1, of), of })
          : inWords(work)}
      </p>
      {work.remark === undefined ? null : <p>{work.remark}</p>}
      {isRunning ? (
        <progress
          className="bulk-progress"
          aria-label={libraryText('bulk.progressName')}
          value={done}
          max={Math.max(of, 1)}
        />
      ) : null}
      {failed.length > 0 ? (
        <section aria-label={libraryText('bulk.failed', { count: failed.length })}>
          <h3 className="panel-title">{libraryText('bulk.failed', { count: failed.length })}</h3>
          <ul ref={list} className="bulk-failures">
            {drawn.map(({ id, headline, message }) => (
              <li key={id} tabIndex={-1}>
                <button
                  type="button"
                  className="bulk-failure"
                  onClick={() => {
                    onClose()
                    void openStory(id)
                  }}
                >
                  <span className="serif" dir="auto">
                    {headline || libraryText('shared.untitled')}
                  </span>{' '}
                  <span className="soft">{message}</span>
                </button>
              </li>
            ))}
          </ul>
          {showMore ? <Button onClick={showMore}>{archiveText('more')}</Button> : null}
        </section>
      ) : null}
      <div className="form-foot">
        {isRunning ? (
          <Button ref={next} disabled={isStopped} onClick={bulk.stop}>
            {libraryText('bulk.stop')}
          </Button>
        ) : (
          <>
            {undo.length > 0 ? (
              <Button onClick={() => void bulk.undo()}>{libraryText('bulk.undoCount', { count: undo.length })}</Button>
            ) : null}
            <Button ref={next} look="primary" onClick={onClose}>
              {libraryText('bulk.close')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function inWords({ isUndo, deletes, isStopped, succeeded, done, of }: BulkState): string {
  const worked = libraryText(deletes ? 'delete.did' : isUndo ? 'bulk.undone' : 'bulk.did', { count: succeeded, of })
  return isStopped && done < of ? `${worked} ${libraryText('bulk.stopped', { count: of - done })}` : worked
}

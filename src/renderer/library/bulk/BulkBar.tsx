import { libraryText } from '../../../catalogue/window/library'
import { useStore } from 'zustand'
import { Ellipsis, X } from 'lucide-react'
import { Button, IconButton, Menu } from '../../ui'
import { useNewsroom } from '../../state'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { useWindowServices } from '../../state/windowServices'
import './bulk.css'

/** Counts the selected stories and offers what can be done with all of them. */
export function BulkBar() {
  const { newsroom, panels } = useWindowServices()
  const { selection } = newsroom
  const count = useStore(selection.store, ({ chosen }) => chosen.size)
  const isAsking = useStore(selection.store, ({ isAsking }) => isAsking)
  const isLocked = useNewsroom(({ readOnly, person }) => readOnly !== undefined || person === undefined)
  const open = (what: 'move' | 'desk' | 'assignee' | 'spike' | 'export') => (): void =>
    panels.open({ kind: 'bulk', what })
  const askToDelete = (): void => panels.open({ kind: 'delete', stories: selection.stories })
  const handOver = (): void => panels.open({ kind: 'handOver', stories: selection.stories })
  const said = isAsking
    ? libraryText('bulk.selecting')
    : count === 0
      ? ''
      : libraryText('bulk.selected', { count, number: formatInteger(count) })
  return (
    <div className="bulk-bar" role="group" aria-label={libraryText('bulk.bar')} data-shown={said !== ''}>
      <p aria-live="polite" className="bulk-count">
        {said}
      </p>
      {count > 0 ? (
        <>
          <Menu
            label={libraryText('bulk.more')}
            items={[
              { id: 'spike', label: libraryText('bulk.spike'), disabled: isLocked, onSelect: open('spike') },
              { id: 'delete', label: libraryText('bulk.delete'), disabled: isLocked, onSelect: askToDelete },
              { id: 'handOver', label: libraryText('bulk.handOver'), disabled: isLocked, onSelect: handOver },
              { id: 'export', label: libraryText('bulk.export'), disabled: isLocked, onSelect: open('export') },
            ]}
            trigger={
              <button type="button" className="icon-button" aria-label={libraryText('bulk.more')}>
                <Ellipsis aria-hidden="true" />
              </button>
            }
          />
          <span className="bulk-clear">
            <IconButton
              label={libraryText('bulk.clear')}
              keys="Esc"
              icon={<X aria-hidden="true" />}
              onClick={selection.clear}
            />
          </span>
          <div className="bulk-acts">
            <Button disabled={isLocked} onClick={open('move')}>
              {libraryText('bulk.move')}
            </Button>
            <Button disabled={isLocked} onClick={open('desk')}>
              {libraryText('bulk.desk')}
            </Button>
            <Button disabled={isLocked} onClick={open('assignee')}>
              {libraryText('bulk.assign')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}

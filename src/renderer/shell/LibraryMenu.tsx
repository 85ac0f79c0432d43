import { windowText } from '../../catalogue/window/window'
import { ChevronDown } from 'lucide-react'
import type { CommandId } from '../../ipc/commands'
import { Menu } from '../ui'
import { commandItem, pick, useNewsroom } from '../state'

const COMMANDS: readonly CommandId[] = [
  'story.alert',
  'story.import',
  'window.new',
  'library.backups',
  'library.archive',
  'library.openArchive',
  'library.takeBack',
  'library.roster',
  'library.words',
  'library.doctor',
  'library.settings',
  'help.keys',
  'help.tour',
]

/** Names the library. Its menu holds what concerns every story. */
export function LibraryMenu() {
  const { library, desk, archive } = useNewsroom(pick('library', 'desk', 'archive'))
  const folder = library.split(/[\\/]/u).pop() ?? ''
  const name = archive ? windowText('titleBar.archive') + folder : folder
  return (
    <Menu
      label={windowText('libraryMenu.name')}
      align="start"
      items={() => COMMANDS.map(commandItem)}
      trigger={
        <button
          type="button"
          className="title-library"
          title={library}
          aria-label={windowText('libraryMenu.button', { name })}
        >
          <span className="title-library-name">
            {name}
            {desk.settings.deskOfOne ? windowText('titleBar.deskOfOne') : ''}
          </span>
          <ChevronDown aria-hidden="true" />
        </button>
      }
    />
  )
}

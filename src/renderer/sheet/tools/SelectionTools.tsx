import { sheetText } from '../../../catalogue/writing/sheet'
import { Bold, ChevronDown, Italic, Link, MessageSquare, Tag } from 'lucide-react'
import { TYPE_KEYS } from '../../../ipc/commands'
import type { FactType } from '../../../story/ledger/facts/fact'
import { Button, IconButton, KeyCap, Menu } from '../../ui'
import { shortcutOf, runCommand, useKeys } from '../../state'

/** What can be done with the selected words: tag them as what they probably are or as another type, comment, format. */
export function SelectionTools({
  likely,
  onType,
  onClosed,
}: {
  readonly likely: FactType
  readonly onType: (type: FactType) => void
  /** Called when the menu of types has closed: the keyboard goes back to the words. */
  readonly onClosed: () => void
}) {
  const keyOf = useKeys()
  const tool = (command: 'format.bold' | 'format.italic' | 'format.link', label: string, icon: React.ReactNode) => (
    <IconButton
      tabIndex={-1}
      label={label}
      keys={shortcutOf(command)}
      icon={icon}
      onClick={() => runCommand(command)}
    />
  )
  return (
    <>
      {TYPE_KEYS.filter(({ type }) => type === likely).map(({ id, type, label }) => (
        <Button
          key={type}
          look="tinted"
          tabIndex={-1}
          icon={<Tag aria-hidden="true" />}
          title={shortcutOf('fact.tag')}
          onClick={() => onType(type)}
        >
          {label}
          {keyOf(id) ? <KeyCap silent>{keyOf(id)}</KeyCap> : null}
        </Button>
      ))}
      <Menu
        label={sheetText('types.others')}
        align="start"
        onClosed={onClosed}
        items={() =>
          TYPE_KEYS.filter(({ type }) => type !== likely).map(({ id, type, label }) => ({
            ...{ id: type, label, keys: keyOf(id) },
            onSelect: () => onType(type),
          }))
        }
        trigger={
          <IconButton tabIndex={-1} label={sheetText('types.others')} icon={<ChevronDown aria-hidden="true" />} />
        }
      />
      <span className="tool-rule" />
      <Button
        look="plain"
        tabIndex={-1}
        icon={<MessageSquare aria-hidden="true" />}
        title={shortcutOf('comment.add')}
        onClick={() => runCommand('comment.add')}
      >
        {sheetText('tools.comment')}
      </Button>
      <span className="tool-rule" />
      {tool('format.bold', sheetText('tools.bold'), <Bold aria-hidden="true" />)}
      {tool('format.italic', sheetText('tools.italic'), <Italic aria-hidden="true" />)}
      {tool('format.link', sheetText('tools.link'), <Link aria-hidden="true" />)}
    </>
  )
}

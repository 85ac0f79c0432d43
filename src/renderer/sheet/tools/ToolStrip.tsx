import { sheetText } from '../../../catalogue/writing/sheet'
import {
  Bold,
  ChevronDown,
  Image,
  Italic,
  Link,
  Lock,
  MessageSquare,
  MessageSquareDiff,
  PenLine,
  Plus,
  Search,
  Tag,
} from 'lucide-react'
import { useEffect, useState, type MouseEvent } from 'react'
import { currentBlock, makeParagraph, toggleSubhead } from '../../../editor/keys/blockCommands'
import { Button, IconButton, Menu, SelectField, type MenuItem, type Option } from '../../ui'
import { penText } from '../../../catalogue/writing/pen'
import { useSuggesting } from '../../pen/useSuggesting'
import { commandItem, shortcutOf, runCommand, type StoryPart } from '../../state'
import { LinkField } from './LinkField'
import { TABLE_COMMANDS, useBlockTools } from './useBlockTools'
import { TableField } from './TableField'
import { runInSheet } from '../../state/session/runEditor'

const roles = (): readonly Option[] => [
  { value: 'paragraph', label: sheetText('role.paragraph') },
  { value: 'subhead2', label: sheetText('role.subhead') },
  { value: 'subhead3', label: sheetText('role.smallSubhead') },
]

/** The tools for formatting and tagging. */
export function ToolStrip({ story }: { readonly story: StoryPart<'editor' | 'session'> }) {
  const { editor } = story
  const role = useRoleAtCaret(story)
  const [linking, setLinking] = useState(false)
  const { suggesting, penOf } = useSuggesting()
  const writable = editor?.isEditable === true
  const { sizing, setSizing, inTable, inPicture } = useBlockTools(story)
  const isPart = role === 'headline' || role === 'deck'
  // A press on a button must not change the selection in the sheet.
  const keepSelection = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('button')) event.preventDefault()
  }
  const tool = (label: string, command: Parameters<typeof runCommand>[0], icon: React.ReactNode): React.ReactNode => (
    <IconButton
      label={label}
      keys={shortcutOf(command)}
      icon={icon}
      disabled={!writable}
      onClick={() => runCommand(command)}
    />
  )
  return (
    <div className="tool-strip" role="toolbar" aria-label={sheetText('tools.format')} onMouseDown={keepSelection}>
      <SelectField
        label={sheetText('tools.role')}
        hideLabel
        value={role}
        disabled={!writable || isPart || role === 'other'}
        options={
          isPart
            ? [{ value: role, label: role === 'headline' ? sheetText('role.headline') : sheetText('role.deck') }]
            : [
                ...roles(),
                ...(role === 'other'
                  ? [
                      {
                        value: 'other',
                        label: inTable
                          ? sheetText('role.cell')
                          : inPicture
                            ? sheetText('role.cutline')
                            : sheetText('role.quoteOrList'),
                      },
                    ]
                  : []),
              ]
        }
        onChange={(event) =>
          runInSheet(
            editor,
            event.target.value === 'paragraph'
              ? makeParagraph
              : toggleSubhead(event.target.value === 'subhead3' ? 3 : 2),
          )
        }
      />
      <span className="tool-rule" />
      {tool(sheetText('tools.bold'), 'format.bold', <Bold aria-hidden="true" />)}
      {tool(sheetText('tools.italic'), 'format.italic', <Italic aria-hidden="true" />)}
      <IconButton
        label={sheetText('tools.link')}
        keys={shortcutOf('format.link')}
        icon={<Link aria-hidden="true" />}
        disabled={!writable}
        onClick={() => setLinking(true)}
      />
      <span className="tool-rule" />
      <Menu
        label={sheetText('tools.insert')}
        align="start"
        items={() => insertItems(inTable)}
        trigger={
          <Button
            look="plain"
            className="tool-menu"
            icon={<Plus aria-hidden="true" />}
            title={sheetText('tools.insert')}
            disabled={!writable}
          >
            <span className="tool-word">{sheetText('tools.insert')}</span>
            <ChevronDown aria-hidden="true" className="tool-open" />
          </Button>
        }
      />
      {inPicture ? tool(sheetText('tools.describePicture'), 'picture.describe', <Image aria-hidden="true" />) : null}
      {tool(sheetText('tools.find'), 'edit.find', <Search aria-hidden="true" />)}
      <Button
        look="plain"
        className="tool-tag"
        icon={<Tag aria-hidden="true" />}
        title={shortcutOf('fact.tag')}
        disabled={!writable}
        onClick={() => runCommand('fact.tag')}
      >
        <span className="tool-word">{sheetText('tools.tagFact')}</span>
      </Button>
      <Button
        look="plain"
        icon={<MessageSquare aria-hidden="true" />}
        title={shortcutOf('comment.add')}
        disabled={!writable}
        onClick={() => runCommand('comment.add')}
      >
        <span className="tool-word">{sheetText('tools.comment')}</span>
      </Button>
      <span className="tool-rule" />
      <Menu
        label={sheetText('tools.mode')}
        items={() => modeItems(suggesting, penOf !== undefined)}
        trigger={
          <Button
            look="plain"
            className="tool-mode"
            icon={
              penOf !== undefined ? (
                <Lock aria-hidden="true" />
              ) : suggesting ? (
                <MessageSquareDiff aria-hidden="true" />
              ) : (
                <PenLine aria-hidden="true" />
              )
            }
            title={penOf === undefined ? shortcutOf('edit.suggesting') : penText('pen.fixed', { holder: penOf })}
            data-suggesting={suggesting}
            disabled={!writable}
          >
            <span className="tool-word tool-mode-word">
              {sheetText(suggesting ? 'tools.suggesting' : 'tools.editing')}
            </span>
            <ChevronDown aria-hidden="true" className="tool-open" />
          </Button>
        }
      />
      {sizing ? <TableField story={story} onClose={() => setSizing(false)} /> : null}
      <LinkField story={story} open={linking} onOpen={setLinking} />
    </div>
  )
}

/** What can be put in at the caret, or done with the table that it stands in. */
const insertItems = (inTable: boolean): readonly MenuItem[] => [
  ...(['format.quote', 'format.bulletList', 'format.orderedList'] as const).map(commandItem),
  ...(inTable
    ? TABLE_COMMANDS.map((id): MenuItem => ({ id, label: sheetText(id), onSelect: () => void runCommand(id) }))
    : [commandItem('insert.table')]),
  commandItem('insert.picture'),
]

/** Editing changes the copy; suggesting proposes. With somebody else's pen only the second is possible. */
const modeItems = (suggesting: boolean, isFixed: boolean): readonly MenuItem[] =>
  (['editing', 'suggesting'] as const).map((mode) => ({
    id: mode,
    label: sheetText(`tools.${mode}`),
    checked: suggesting === (mode === 'suggesting'),
    disabled: isFixed && mode === 'editing',
    ...(mode === 'suggesting' ? { keys: shortcutOf('edit.suggesting') } : {}),
    onSelect: () => {
      if (suggesting !== (mode === 'suggesting')) runCommand('edit.suggesting')
    },
  }))

type RoleHere = 'headline' | 'deck' | 'paragraph' | 'subhead2' | 'subhead3' | 'other'

function useRoleAtCaret({ editor }: StoryPart<'editor'>): RoleHere {
  const [role, setRole] = useState<RoleHere>('paragraph')
  useEffect(() => {
    if (!editor) return
    const read = (): void => {
      const block = currentBlock(editor.state)
      setRole(
        block === undefined || block.role === 'paragraph'
          ? 'paragraph'
          : block.role === 'subhead'
            ? block.level === 3
              ? 'subhead3'
              : 'subhead2'
            : block.role === 'headline' || block.role === 'deck'
              ? block.role
              : 'other',
      )
    }
    read()
    editor.on('selectionUpdate', read)
    editor.on('update', read)
    return () => {
      editor.off('selectionUpdate', read)
      editor.off('update', read)
    }
  }, [editor])
  return role
}

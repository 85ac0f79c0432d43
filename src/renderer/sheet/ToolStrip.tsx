import { sheetText } from '../../catalogue/window/sheet'
import {
  Bold,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquare,
  PencilLine,
  Quote,
  Search,
  Table,
  Tag,
} from 'lucide-react'
import { useEffect, useState, type MouseEvent } from 'react'
import { currentBlock, makeParagraph, toggleSubhead } from '../../editor/keys/blockCommands'
import { Button, IconButton, Menu, SelectField, type Option } from '../ui'
import { penText } from '../../catalogue/window/pen'
import { useSuggesting } from '../pen/useSuggesting'
import { keysOf, runCommand, type StoryPart } from '../state'
import { LinkField } from './LinkField'
import { TABLE_COMMANDS, useBlockTools } from './useBlockTools'
import { TableField } from './TableField'
import { runInSheet } from '../state/session/runEditor'

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
      keys={keysOf(command)}
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
      {tool(sheetText('tools.bold'), 'format.bold', <Bold aria-hidden="true" />)}
      {tool(sheetText('tools.italic'), 'format.italic', <Italic aria-hidden="true" />)}
      <IconButton
        label={sheetText('tools.link')}
        keys={keysOf('format.link')}
        icon={<Link aria-hidden="true" />}
        disabled={!writable}
        onClick={() => setLinking(true)}
      />
      {tool(sheetText('tools.quote'), 'format.quote', <Quote aria-hidden="true" />)}
      {tool(sheetText('tools.bullets'), 'format.bulletList', <List aria-hidden="true" />)}
      {tool(sheetText('tools.numbers'), 'format.orderedList', <ListOrdered aria-hidden="true" />)}
      <Menu
        label={sheetText('tools.table')}
        trigger={
          <button
            type="button"
            className="icon-button"
            aria-label={sheetText('tools.table')}
            title={sheetText('tools.table')}
            disabled={!writable}
          >
            <Table aria-hidden="true" />
          </button>
        }
        items={[
          {
            id: 'insert.table',
            label: sheetText('tools.insertTable'),
            keys: keysOf('insert.table'),
            disabled: inTable,
            onSelect: () => runCommand('insert.table'),
          },
          ...TABLE_COMMANDS.map((id) => ({
            id,
            label: sheetText(id),
            disabled: !inTable,
            onSelect: () => void runCommand(id),
          })),
        ]}
      />
      {inPicture
        ? tool(sheetText('tools.describePicture'), 'picture.describe', <Image aria-hidden="true" />)
        : tool(sheetText('tools.insertPicture'), 'insert.picture', <Image aria-hidden="true" />)}
      {tool(sheetText('tools.find'), 'edit.find', <Search aria-hidden="true" />)}
      <Button
        className="tool-mode"
        icon={<PencilLine aria-hidden="true" />}
        title={penOf === undefined ? keysOf('edit.suggesting') : penText('pen.fixed', { holder: penOf })}
        aria-pressed={suggesting}
        disabled={!writable}
        onClick={() => runCommand('edit.suggesting')}
      >
        <span className="tool-word">{suggesting ? sheetText('tools.suggesting') : sheetText('tools.suggest')}</span>
      </Button>
      <Button
        className="tool-tag"
        icon={<Tag aria-hidden="true" />}
        title={keysOf('fact.tag')}
        disabled={!writable}
        onClick={() => runCommand('fact.tag')}
      >
        {sheetText('tools.tagFact')}
      </Button>
      <Button
        icon={<MessageSquare aria-hidden="true" />}
        title={keysOf('comment.add')}
        disabled={!writable}
        onClick={() => runCommand('comment.add')}
      >
        <span className="tool-word">{sheetText('tools.comment')}</span>
      </Button>
      {sizing ? <TableField story={story} onClose={() => setSizing(false)} /> : null}
      <LinkField story={story} open={linking} onOpen={setLinking} />
    </div>
  )
}

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

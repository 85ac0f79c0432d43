import { sheetText } from '../../../catalogue/writing/sheet'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { linkAt, removeLink, setLink } from '../../../editor/keys/markCommands'
import { addressTyped } from '../../../editor/schema/safeHref'
import { Button, TextField } from '../../ui'
import { useCommand, type StoryPart } from '../../state'
import { caretBehind } from '../../facts/retag'
import { runInSheet } from '../../state/session/runEditor'
import { useWindowServices } from '../../state/windowServices'
import { afterDrawing } from '../../ui/focus/focusService'
import { focusSheet } from '../../state/session/sheet/focusSheet'

interface LinkFieldProps {
  readonly story: StoryPart<'editor'>
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** Sets, changes or removes the link on the selection. */
export function LinkField({ story, open, onOpen }: LinkFieldProps) {
  useCommand('format.link', () => onOpen(true), story.editor?.isEditable === true)
  return open ? <Form story={story} onClose={() => onOpen(false)} /> : null
}

function Form({ story, onClose }: { readonly story: StoryPart<'editor'>; readonly onClose: () => void }) {
  const { editor } = story
  const { setDrawer } = useWindowServices().panels
  // In a narrow window a drawer would cover half of it.
  useEffect(() => setDrawer(null), [setDrawer])
  const known = editor ? linkAt(editor.state) : undefined
  const [address, setAddress] = useState(known ?? '')
  const [problem, setProblem] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  // Opened again from other words: the typed address stays unless they have one.
  useCommand('format.link', () => {
    const there = editor ? linkAt(editor.state) : undefined
    if (there !== undefined) setAddress(there)
    setProblem(undefined)
    field.current?.focus()
    afterDrawing(() => field.current?.select())
  })
  const done = (): void => {
    onClose()
    focusSheet(editor)
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    // After a refusal the keyboard stays in the field: in the sheet the next letter would overwrite the selected words.
    if (editor && setLink(addressTyped(address))(editor.state, editor.view.dispatch)) {
      caretBehind(editor)
      done()
    } else
      setProblem(
        editor?.state.selection.empty && known === undefined ? sheetText('link.noWords') : sheetText('link.badAddress'),
      )
  }
  return (
    <form
      className="link-field"
      aria-label={sheetText('link.title')}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          done()
        }
      }}
    >
      <TextField
        ref={field}
        label={sheetText('link.address')}
        hideLabel
        autoFocus
        placeholder={sheetText('link.placeholder')}
        value={address}
        error={problem}
        onChange={(event) => {
          setAddress(event.target.value)
          setProblem(undefined)
        }}
      />
      <Button look="tinted" type="submit">
        {sheetText('link.set')}
      </Button>
      {known === undefined ? null : (
        <Button
          onClick={() => {
            runInSheet(editor, removeLink)
            done()
          }}
        >
          {sheetText('link.remove')}
        </Button>
      )}
      <Button look="plain" keys="Esc" onClick={done}>
        {sheetText('shared.cancel')}
      </Button>
    </form>
  )
}

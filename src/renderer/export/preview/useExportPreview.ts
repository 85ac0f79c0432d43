import { useEffect, useState } from 'react'
import type { Verdict } from '../../../story/assessment/finding'
import type { ExportChoices, Exported, ExportRequest } from '../../../story/requests/requests'
import { pick, useStory } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { defined } from '../../../story/text/defined'

export interface ExportPreview {
  /** Set once the bytes are there. */
  readonly exported?: Exported
  /** The gate's verdict, also when nothing could be shown. */
  readonly verdict?: Verdict
  /** Why there is nothing to show. */
  readonly problem?: string
}

interface Asked {
  readonly format: ExportRequest['format']
  readonly choices: ExportChoices
  readonly draft: boolean
  /** The pattern of the file's name. Absent: the format's own. */
  readonly pattern?: string
  /** Nothing is asked for. */
  readonly off?: true
}

/** What the export would be now. Undefined while it is being made. Nothing is logged or written. */
export function useExportPreview({ format, choices, draft, pattern, off }: Asked): ExportPreview | undefined {
  const { act } = useWindowServices().newsroom
  const story = useStory(pick('id', 'story', 'copy', 'fields'))
  const id = story?.id
  const key = JSON.stringify([format, choices, draft, pattern])
  const [shown, setShown] = useState<ExportPreview & { readonly key: string }>()
  const copy = story?.copy
  const ledger = story?.story.ledger
  const fields = story?.fields

  useEffect(() => {
    if (id === undefined || off) return
    let gone = false
    const request: ExportRequest = {
      story: id,
      format,
      ...choices,
      ...(draft ? { draft } : {}),
      ...defined({ fileNamePattern: pattern }),
    }
    void act('story.previewExport', request).then((outcome) => {
      if (gone) return
      setShown(
        outcome.ok
          ? { key, exported: outcome.value, verdict: outcome.value.verdict }
          : { key, problem: outcome.message, ...defined({ verdict: outcome.verdict }) },
      )
    })
    return () => {
      gone = true
    }
    // The story's objects change with its words, fields and ledger, and the preview follows.
  }, [act, id, off, format, choices, draft, pattern, key, copy, ledger, fields])

  return shown?.key === key ? shown : undefined
}

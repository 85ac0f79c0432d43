import { exportPanelText } from '../../../catalogue/window/exportPanel'
import { useMemo } from 'react'
import type { ExportFormat } from '../../../story/requests/requests'
import { previewText, FORMAT_WORDS } from '../exportWords'
import { useWindowServices } from '../../state/windowServices'
import { Problem } from '../../ui'
import { dress, splitStyles } from './styledPreview'
import type { ExportPreview } from './useExportPreview'

/** Shows the finished output as its readers get it: web formats without scripts in a sandbox, others as text. */
export function ExportPreviewPane({
  preview,
  format,
}: {
  readonly preview: ExportPreview | undefined
  readonly format: ExportFormat
}) {
  const { name } = FORMAT_WORDS[format]
  const exported = preview?.exported
  const problem = exported ? exported.withheld : preview?.problem
  if (!exported || problem !== undefined) {
    return problem ? (
      <div className="export-preview export-nothing">
        <Problem text={problem} />
      </div>
    ) : (
      <div className="export-preview export-nothing" />
    )
  }
  const shown = exported.preview ?? exported
  const { text, cut } = previewText(shown.bytes, shown.mediaType)
  return (
    <div className="export-preview">
      <p className="export-name">
        <strong>{exported.fileName}</strong>{' '}
        <span className="soft">
          {sizeWords(exported.bytes.length)}
          {exported.preview ? exportPanelText('exportPreviewPane.wordsOrderPagesType') : ''}
        </span>
      </p>
      {exported.losses.length > 0 ? (
        <ul className="losses" aria-label={exportPanelText('exportPreviewPane.whatFormatCannotKeep')}>
          {exported.losses.map((loss) => (
            <li key={loss.what}>
              {exportPanelText('exportPreviewPane.kept', { what: loss.what })}{' '}
              <span className="soft">
                ({loss.count}
                {loss.example ? exportPanelText('exportPreviewPane.such', { example: loss.example }) : ''})
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {shown.mediaType.startsWith('text/html') ? (
        <WebPage title={exportPanelText('exportPreviewPane.preview', { name })} html={text} />
      ) : (
        <pre
          className="export-text"
          tabIndex={0}
          role="region"
          aria-label={exportPanelText('exportPreviewPane.preview', { name })}
        >
          {text}
        </pre>
      )}
      {cut ? <p className="soft">{exportPanelText('exportPreviewPane.previewEndsHereFile')}</p> : null}
    </div>
  )
}

/**
 * No scripts, forms, windows or navigation. The sandbox allows the frame its own origin only, so that it can be styled.
 */
function WebPage({ title, html }: { readonly title: string; readonly html: string }) {
  const { clipboard } = useWindowServices().newsroom
  const { page, css } = useMemo(() => splitStyles(html), [html])
  return (
    <iframe
      className="export-page"
      title={title}
      sandbox="allow-same-origin"
      srcDoc={page}
      onLoad={({ currentTarget }) => {
        dress(currentTarget, css)
        if (currentTarget.contentDocument) clipboard.watch(currentTarget.contentDocument)
      }}
    />
  )
}

const sizeWords = (bytes: number): string =>
  bytes < 1000
    ? exportPanelText('exportPreviewPane.bytes', { bytes })
    : exportPanelText('exportPreviewPane.kb', { toFixed: (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0) })

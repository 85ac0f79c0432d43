import { exportPanelText } from '../../catalogue/window/exportPanel'

/** What a bundle holds, and what it does not. */
export function BundleNote() {
  return (
    <section className="export-bundle" aria-label={exportPanelText('bundle.whatLeaves')}>
      <p>{exportPanelText('bundle.holds')}</p>
      <p>{exportPanelText('bundle.deleted')}</p>
      <p>{exportPanelText('bundle.sources')}</p>
      <p>{exportPanelText('bundle.gate')}</p>
    </section>
  )
}

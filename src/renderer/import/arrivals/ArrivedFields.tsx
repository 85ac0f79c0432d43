import { libraryText } from '../../../catalogue/window/library'
import type { ImportPreview } from '../../../story/requests/requests'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { embargoWords, newsroomZone } from '../../fields/embargoTime'
import { useNewsroom } from '../../state'
import { deskNow } from '../../state/stores/deskClock'

/** Fields that an import sets and the copy does not show: as whose, from where and when the story may leave. */
export function ArrivedFields({ fields }: { readonly fields: NonNullable<ImportPreview['fields']> }) {
  const zone = useNewsroom(({ desk }) => newsroomZone(desk.settings.defaults))
  const { byline = [], dateline, embargo = '', edNote = '' } = fields
  const lines = [
    ['byline', byline.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')],
    ['dateline', [dateline?.place ?? '', dateline?.date ?? ''].filter((part) => part !== '').join(', ')],
    ['embargo', embargo === '' ? '' : embargoWords(embargo, deskNow(), zone)],
    ['edNote', edNote],
  ] as const
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => (
      <p key={name} className="panel-note arrived-field">
        {libraryText('import.field', { name: fieldWords(name), value })}
      </p>
    ))
}

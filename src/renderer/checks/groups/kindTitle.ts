import { checksPanelText } from '../../../catalogue/window/checksPanel'
import type { IssueGroup } from './issueList'

/** Facts to check block clearing or not, by their type. The two groups have two names. */
export const kindTitle = ({ kind, section }: Pick<IssueGroup, 'kind' | 'section'>): string =>
  checksPanelText(kind === 'toCheck' && section === 'warns' ? 'findingKinds.toCheckOptional' : `findingKinds.${kind}`)

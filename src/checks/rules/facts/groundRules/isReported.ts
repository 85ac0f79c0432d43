/** Whether a sentence says of its content that somebody said it. */
import { clauseIn } from '../../../quote/speaker/attribution/mentions'
import { recognise } from '../../../quote/words/recognise'

/** Verbs of saying where words have no spaces between them, or endings behind them. */
const JOINED =
  /말했|말한|밝혔|밝힌|전했|전한|설명했|주장했|덧붙였|강조했|(?:에 따르면|[고라]며|다고 (?:말|밝|전))|述べ|語っ|話し|明らかにし|によると|によれば|としてい|表示|说|說|称|稱|指出|透露|据.{1,12}[，,]/u

export const isReported = (sentence: string): boolean =>
  JOINED.test(sentence) || clauseIn(sentence, recognise(sentence), new Set()).verbs.length > 0

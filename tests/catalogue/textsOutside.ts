/** Finds texts for people that a source file holds itself. They belong into the catalogue. */
import ts from 'typescript'

/** Attributes of elements and properties of components that are shown or read out. */
const SHOWN_ATTRIBUTES =
  /^(?:aria-(?:label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|hint|heading|action|message|text|error|note|empty|summary|description)$/
/** Names of values that end up before people, in objects and as assignments. */
const SHOWN_PROPERTIES =
  /^(?:message|text|title|label|hint|heading|placeholder|tooltip|problem|description|about|summary|what|safe|next|why|notice|question|detail|buttonLabel)$/
/** Functions that show or say what they are given. */
const SAYING_CALLS =
  /^(?:say|tell|announce|notify|ask|askLasting|offer|settle|show(?:Lasting)?(?:Alert|Notice|Message|Error)|set(?:Problem|Error|Notice|Message|Status)|alert|confirm|prompt|fail|refuse|warn|remark|print|writeLine)$/
/** Names and selectors, never texts. */
const NAME_ATTRIBUTES =
  /^(?:class(?:Name)?|id|key|role|type|href|src|rel|target|style|name|autoComplete|htmlFor|form|d|viewBox|data-[\w-]+|aria-(?:labelledby|describedby|controls|owns|keyshortcuts|live|haspopup|current|relevant)|sandbox|accept|transform|points)$/
const SELECTOR_CALLS = /^(?:querySelector(?:All)?|closest|matches|getElementById|classNames)$/

export interface TextOutside {
  /** 1-based. */
  readonly line: number
  /** The text; a value in it reads `{}`. */
  readonly text: string
}

const hasWord = (text: string): boolean => /\p{L}{2,}/u.test(text)
/** Two words with a space between, or a value and a word. */
const hasWords = (text: string): boolean =>
  /(?:\p{L}{2,}|\{\})[,:;’'”)]?\s+[“(]?(?:\p{L}{2,}|a\b|\{\})/u.test(text) && hasWord(text.replaceAll('{}', ''))
/** A key of a map, a store or a place: `story {}`. */
const isKey = (text: string): boolean => /^\p{Ll}[\p{L}-]* \{\}$/u.test(text)
/** A list of selectors, or of classes with hyphens. */
const isSelector = (text: string): boolean =>
  /^[\w\-[\]=":*()., >#~+]*$/.test(text) &&
  (/\[[\w-]+(?:=|\])/.test(text) ||
    /^[a-z]+(?:, [a-z]+)+$/.test(text) ||
    /^[a-z]+-[a-z-]+(?: [a-z]+-[a-z-]+)+$/.test(text))
/** A capital, several words and a full stop or the like at the end. */
const isSentence = (text: string): boolean =>
  /^\s*[“"(]?(?:\p{Lu}|\{\}|\p{Script=Hangul}).*[.?!…][”")]?\s*$/su.test(text) && hasWords(text)

/**
 * Returns the texts for people in `source`, the text of the TypeScript file `name`. `isWindow`: the file belongs
 * to the window,
 * where every string of several words counts. Elsewhere only sentences and what is plainly shown do.
 */
export function textsOutside(name: string, source: string, isWindow: boolean): readonly TextOutside[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found: TextOutside[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return
    const text = textOf(node)
    if (text !== undefined && isForPeople(node, text, isWindow))
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: text.trim() })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** The text of a literal; undefined for other nodes. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('')
  return undefined
}

function isForPeople(node: ts.Node, text: string, isWindow: boolean): boolean {
  if (!hasWord(text.replaceAll('{}', ''))) return false
  if (ts.isJsxText(node)) return true
  const use = useOf(node)
  if (use === 'shown' || use === 'glued') return true
  if (use === 'name') return false
  if (use === 'said') return hasWords(text) || /^\p{Lu}\p{Ll}/u.test(text)
  if (isKey(text) || isSelector(text)) return false
  return isWindow ? hasWords(text) || isSentence(text) : isSentence(text)
}

/** What the place of a literal says about it; undefined if nothing. */
function useOf(node: ts.Node): 'shown' | 'said' | 'glued' | 'name' | undefined {
  const { parent } = node
  // Both branches of a condition, what stands after ?? or ||, brackets and joined parts are used as the whole is.
  if (
    ts.isConditionalExpression(parent)
      ? parent.condition !== node
      : ts.isParenthesizedExpression(parent) ||
        ts.isAsExpression(parent) ||
        ts.isSatisfiesExpression(parent) ||
        isJoin(parent)
  )
    return useOf(parent)
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? ofAttribute(parent.parent) : 'shown'
  if (ts.isJsxAttribute(parent)) return ofAttribute(parent)
  if (ts.isPropertyAssignment(parent) && parent.initializer === node && isValueOfText(parent)) return 'glued'
  if (ts.isPropertyAssignment(parent) && parent.initializer === node)
    return SHOWN_PROPERTIES.test(nameOf(parent.name)) ? 'said' : undefined
  if (ts.isNewExpression(parent))
    return /(?:Error|Exception|Refusal|InUse)$/.test(nameOf(parent.expression)) ? 'said' : undefined
  if (ts.isCallExpression(parent) && parent.expression !== node) {
    const name = nameOf(parent.expression)
    if (name === 'join' && ts.isPropertyAccessExpression(parent.expression) && parent.arguments.length === 1)
      return 'glued'
    if (/Text$/.test(name) || SELECTOR_CALLS.test(name)) return 'name'
    return SAYING_CALLS.test(name) ? 'said' : undefined
  }
  return ts.isExpressionStatement(parent) || ts.isElementAccessExpression(parent) ? 'name' : undefined
}

/** Whether it is a value of a text of the catalogue: a word there stays English in every language. */
const isValueOfText = ({ parent: values }: ts.PropertyAssignment): boolean =>
  ts.isCallExpression(values.parent) &&
  values.parent.arguments[1] === values &&
  /[a-z]Text$/.test(nameOf(values.parent.expression))

const isJoin = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(
    node.operatorToken.kind,
  )

function ofAttribute(attribute: ts.JsxAttribute): 'shown' | 'name' | undefined {
  const name = attribute.name.getText()
  return SHOWN_ATTRIBUTES.test(name) ? 'shown' : NAME_ATTRIBUTES.test(name) ? 'name' : undefined
}

/** The last part of a name: `show` of `notices.show`. */
function nameOf(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : ''
}

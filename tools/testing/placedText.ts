import { byClass, byTag, findAll, type HtmlElement, parseHtml, textOf } from './html.ts'

/** What stands where on the page of a form, without blanks, so that two pages of one filing can be compared. */
export interface PlacedText {
  /** Box number and its data; ticked boxes as `X` before their label. */
  boxes: Record<string, string[]>
  /** Whether ticked, and the label. */
  checks: [isTicked: boolean, label: string][]
  tables: Record<'I' | 'II', string[][]>
  notes: string[]
  remarks: string
  signatures: string[][]
}

const bare = (text: string) => text.replace(/[\s\u00a0]+/g, '')
const childrenOf = (element: HtmlElement) => element.children.filter((child) => typeof child !== 'string')

/** Of a page that EDGAR's stylesheets made. */
export function edgarText(html: string): PlacedText {
  const { root } = parseHtml(html)
  const cells = findAll(root, byTag('td'))
  const boxes: PlacedText['boxes'] = {}
  for (const cell of cells) {
    const [first] = childrenOf(cell)
    const number = first && byClass('MedSmallFormText')(first) ? /^(\d)\./.exec(textOf(first))?.[1] : undefined
    if (number !== undefined) boxes[number] ??= edgarBox(cell)
  }
  const notes = findAll(root, byTag('table')).find((table) => textOf(table).startsWith('Explanation of Responses:'))
  const rows = notes ? findAll(notes, byTag('tr')).map(textOf) : []
  const remarks = rows.indexOf('Remarks:')
  return {
    boxes,
    checks: edgarChecks(root),
    tables: { I: edgarRows(root, 'Table I -'), II: edgarRows(root, 'Table II -') },
    notes: rows.slice(1, remarks < 0 ? undefined : remarks).map(bare),
    remarks: remarks < 0 ? '' : bare(rows.slice(remarks + 1).join('')),
    signatures: findAll(root, byTag('tr'))
      .map((row) => childrenOf(row).flatMap((cell) => findAll(cell, byTag('u')).map((u) => bare(textOf(u)))))
      .filter((row) => row.length === 2),
  }
}

/** Data is coloured or a link; a cross stands in a cell before its label. */
function edgarBox(box: HtmlElement): string[] {
  const isData = (element: HtmlElement) =>
    byClass('FormData', 'FormDataC')(element) ||
    element.tag === 'a' ||
    /color: ?blue/.test(element.attributes.get('style') ?? '')
  const labels = new Map<HtmlElement, string>()
  for (const row of findAll(box, byTag('tr'))) {
    const cells = childrenOf(row)
    for (const [i, cell] of cells.entries()) {
      for (const data of findAll(cell, isData)) if (textOf(data) === 'X') labels.set(data, textOf(cells[i + 1] ?? cell))
    }
  }
  return findAll(box, isData)
    .map((data) => bare(textOf(data) + (labels.get(data) ?? '')))
    .filter(Boolean)
}

function edgarChecks(root: HtmlElement): PlacedText['checks'] {
  return findAll(root, byTag('tr')).flatMap((row) => {
    const [box, label] = childrenOf(row)
    const text = label ? textOf(label) : ''
    if (!box || !/^(?:Check this box|Form [34] (?:Holdings|Transactions) Reported)/.test(text)) return []
    return [[textOf(box).includes('X'), bare(text)] satisfies [boolean, string]]
  })
}

function edgarRows(root: HtmlElement, title: string): string[][] {
  const table = findAll(root, byTag('table')).find((each) => {
    const [head] = childrenOf(each)
    return head?.tag === 'thead' && textOf(head).startsWith(title)
  })
  const bodies = table ? childrenOf(table).filter(byTag('tbody')) : []
  return bodies.flatMap((body) => childrenOf(body).map((row) => childrenOf(row).map((cell) => bare(textOf(cell)))))
}

/** Of a page of `renderHtml`. What it says in words of its own is left out. */
export function pageText(html: string): PlacedText {
  const { root } = parseHtml(html)
  const boxes = findAll(root, byClass('boxes')).flatMap(childrenOf)
  const [note] = findAll(root, byClass('notes'))
  const [signatures] = findAll(root, byClass('signatures'))
  const remarks = findAll(root, byClass('remarks')).map(textOf).join('')
  return {
    boxes: Object.fromEntries(boxes.map((box) => [textOf(box).slice(0, 1), pageBox(box)])),
    checks: findAll(root, byClass('checks'))
      .flatMap(childrenOf)
      .map((item) => [isTicked(item), bare(textOf(childrenOf(item)[1]!))]),
    tables: { I: pageRows(root, 'table-I'), II: pageRows(root, 'table-II') },
    notes: note ? childrenOf(note).map((item) => bare(textWithout(item, byClass('back')))) : [],
    remarks: bare(remarks),
    signatures: signatures
      ? findAll(signatures, byTag('tr'))
          .slice(1)
          .map((row) => childrenOf(row).map((cell) => bare(textOf(cell))))
      : [],
  }
}

const isTicked = (element: HtmlElement) =>
  findAll(element, byClass('tick')).some(({ attributes }) => attributes.get('aria-label') === 'checked')

function pageBox(box: HtmlElement): string[] {
  const isCik = (element: HtmlElement) => byClass('cik')(element)
  const ciks = new Set(findAll(box, isCik).flatMap((cik) => findAll(cik, () => true)))
  return findAll(box, (element) => byClass('v')(element) || element.tag === 'li')
    .filter((element) => !ciks.has(element))
    .flatMap((element) =>
      element.tag === 'li' ? (isTicked(element) ? [bare(textOf(element))] : []) : [bare(textOf(element))],
    )
}

function pageRows(root: HtmlElement, id: string): string[][] {
  const table = findAll(root, byTag('table')).find(({ attributes }) => attributes.get('aria-labelledby') === id)
  const body = table && childrenOf(table).find(byTag('tbody'))
  return (body ? childrenOf(body) : [])
    .filter((row) => findAll(row, byClass('none')).length === 0)
    .map((row) => childrenOf(row).map((cell) => bare(textOf(cell))))
}

function textWithout(element: HtmlElement, is: (element: HtmlElement) => boolean): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : is(child) ? '' : textWithout(child, is)))
    .join('')
}

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { inventedForm } from './invented.mts'
import { renderPdf } from './renderPdf.ts'

// What of PDF/UA (ISO 14289-1) a program can see without its validator, on a form of several pages.
const bytes = await renderPdf(inventedForm(10, 30, 25))
const file = Buffer.from(bytes).toString('latin1')
const pdf = await getDocumentProxy(bytes.slice())
const { OPS } = await getResolvedPDFJS()
const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)))

interface Node {
  role?: string
  type?: string
  id?: string
  children?: Node[]
}

const treeOf = async (page: (typeof pages)[number]) => (await page.getStructTree()) as Node
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]
const trees = await Promise.all(pages.map(treeOf))
const nodes = trees.flatMap(nodesOf)

/** Operators that paint. */
const PAINTS = new Set(
  Object.entries(OPS as Record<string, number>).flatMap(([name, number]) =>
    /^(?:showText|showSpacedText|nextLineShowText|nextLineSetSpacingShowText|paint\w+|constructPath|shadingFill|stroke|fill|eoFill|fillStroke)$/.test(
      name,
    )
      ? [number]
      : [],
  ),
)

/** For each operator that paints: the tag of the marked content around it, and its number in the structure. */
async function painted(page: (typeof pages)[number]): Promise<{ tag: string | undefined; id: number | null }[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const open: { tag: string; id: number | null }[] = []
  const found: { tag: string | undefined; id: number | null }[] = []
  for (const [i, operator] of fnArray.entries()) {
    const [tag, id = null] = (argsArray[i] ?? []) as [string | { name: string }, (number | null)?]
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      open.push({ tag: typeof tag === 'string' ? tag : tag.name, id })
    } else if (operator === OPS.endMarkedContent) open.pop()
    else if (PAINTS.has(operator)) found.push({ tag: open.at(-1)?.tag, id: open.at(-1)?.id ?? null })
  }
  return found
}

describe('what can be asked of a tagged file', () => {
  it('has several pages, so that the rest says something', () => {
    expect(pages.length).toBeGreaterThan(4)
    expect(nodes.length).toBeGreaterThan(500)
  })

  it('says its language and title, and shows the title', async () => {
    expect(file).toContain('/Lang (en-US)')
    expect(file).toContain('/DisplayDocTitle true')
    expect(file).toMatch(/\/MarkInfo (?:\d+ 0 R|<<)/)
    expect(file).toContain('/StructTreeRoot')
    const { info, metadata } = await pdf.getMetadata()
    expect(metadata?.get('dc:title')).toBe((info as { Title: string }).Title)
  })

  it('does not claim PDF/UA, which nobody validated', () => {
    expect(file).not.toContain('pdfuaid')
  })

  it('paints nothing that is neither content of an element nor an artifact', async () => {
    for (const page of pages) {
      const all = await painted(page)
      expect(all.length).toBeGreaterThan(50)
      expect(all.filter(({ tag, id }) => tag !== 'Artifact' && id === null)).toEqual([])
    }
  })

  it('has every piece of content in the structure, once', async () => {
    for (const [i, page] of pages.entries()) {
      const contents = nodesOf(trees[i]!).flatMap(({ type, id }) => (type === 'content' && id ? [id] : []))
      const numbers = (await painted(page)).flatMap(({ id }) => (id === null ? [] : [String(id)]))
      expect(contents.length).toBe(new Set(contents).size)
      expect(new Set(contents.map((id) => id.replace(/^.*mc/, '')))).toEqual(
        new Set(numbers.map((id) => id.replace(/^.*mc/, ''))),
      )
    }
  })

  it('uses standard roles only, so that none has to be mapped, and no picture that needs a text', () => {
    const roles = new Set(nodes.flatMap(({ role }) => role ?? []))
    const standard = 'Root Document H1 H2 P L LI LBody Link Table THead TBody TR TH TD'.split(' ')
    expect([...roles].filter((role) => !standard.includes(role))).toEqual([])
    expect(file).not.toContain('/Subtype /Image')
  })

  it('begins with a heading of the first level, and skips none', () => {
    const levels = nodes.flatMap(({ role }) => /^H(\d)$/.exec(role ?? '')?.[1] ?? []).map(Number)
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1)
  })

  it('says of every heading cell what it heads', () => {
    const headings = file.split('endobj').filter((object) => /\/S \/TH\b/.test(object))
    expect(headings.length).toBeGreaterThan(60)
    expect(headings.filter((object) => !/\/Scope \/(?:Row|Column)\b/.test(object))).toEqual([])
  })

  it('describes every link, ties it to its element, and is read in the order of the structure', async () => {
    const links = file.split('endobj').filter((object) => /\/Subtype \/Link\b/.test(object))
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((object) => !/\/Contents \(/.test(object) || !/\/StructParent \d/.test(object))).toEqual([])
    expect(file.split('/Tabs /S').length - 1).toBe(pages.length)
  })
})

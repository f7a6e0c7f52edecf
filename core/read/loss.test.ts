import { describe, expect, it } from 'vitest'
import { lossReport } from './loss.ts'
import { readOwnershipXml } from './ownershipXml.ts'

const wrapped = (inside: string) => `<?xml version="1.0"?>\n<ownershipDocument>${inside}</ownershipDocument>`

function reportOf(inside: string) {
  const reading = readOwnershipXml(wrapped(inside))
  return { reading, report: lossReport(reading) }
}

const line = (inside: string) => reportOf(inside).report.kept.map(({ why, path, nodes }) => `${why} ${path} ${nodes}`)

describe('what is kept', () => {
  it('is nothing where every node has a home', () => {
    const { report } = reportOf(
      '<remarks>a &amp; b</remarks><footnotes><footnote id="F1">x</footnote></footnotes>' +
        '<nonDerivativeTable><nonDerivativeHolding><securityTitle><value>C</value><footnoteId id="F1"/></securityTitle>' +
        '</nonDerivativeHolding></nonDerivativeTable>',
    )
    expect(report.kept).toEqual([])
    // Root; remarks, its text; footnotes, footnote, its id, its text; table, line, title, value, text, reference, id.
    expect(report.nodes).toEqual({ total: 14, model: 14, kept: 0 })
  })

  it.each([
    ['an unknown element, whole', '<new a="1"><b>2</b></new>', 'R130 /ownershipDocument/new 4'],
    ['what stands twice', '<remarks>1</remarks><remarks>2</remarks>', 'R131 /ownershipDocument/remarks 2'],
    ['an unknown attribute', '<remarks lang="en">1</remarks>', 'R132 /ownershipDocument/remarks/@lang 1'],
    ['text between elements', 'stray<remarks>1</remarks>', 'R133 /ownershipDocument 1'],
    [
      'a tag in a text, whose text is the model’s',
      '<remarks>a <b>c</b></remarks>',
      'R133 /ownershipDocument/remarks 1',
    ],
    ['a comment', '<remarks>1<!-- c --></remarks>', 'R134 /ownershipDocument/remarks 1'],
    ['an instruction', '<?go on?><remarks>1</remarks>', 'R135 /ownershipDocument 1'],
  ])('%s', (_, inside, expected) => {
    expect(line(inside)).toEqual([expected])
  })

  it('a reference without an id, and what else a reference says', () => {
    const inTitle = (inside: string) =>
      `<nonDerivativeTable><nonDerivativeHolding><securityTitle>${inside}</securityTitle></nonDerivativeHolding></nonDerivativeTable>`
    const title = '/ownershipDocument/nonDerivativeTable/nonDerivativeHolding[1]/securityTitle'
    expect(line(inTitle('<footnoteId/>'))).toEqual([`R136 ${title} 1`])
    expect(line(inTitle('<footnoteId id="F1" kind="x">y</footnoteId>'))).toEqual([
      `R132 ${title}/footnoteId/@kind 1`,
      `R133 ${title}/footnoteId 1`,
    ])
    expect(line(inTitle('<value>1</value><value>2</value>'))).toEqual([`R131 ${title}/value 2`])
  })

  it('comments beside the root', () => {
    const report = lossReport(readOwnershipXml(`${wrapped('<remarks>1</remarks>')}<!-- after -->`))
    expect(report.kept).toMatchObject([{ why: 'R134', path: '', excerpt: '<!-- after -->' }])
    expect(report.nodes).toEqual({ total: 4, model: 3, kept: 1 })
  })

  it('names known elements that stand where they are not known', () => {
    const { report } = reportOf('<new><transactionCode>P</transactionCode></new><!-- transactionCode -->')
    expect(report.kept.map(({ known }) => known)).toEqual([['transactionCode'], []])
  })

  it('is what the reader noted, in the same order', () => {
    const inside =
      '<!-- a --><new/><issuer x="1"><issuerCik>1</issuerCik>stray<issuerCik>2</issuerCik></issuer>' +
      '<reportingOwner/><reportingOwner><odd/></reportingOwner><remarks>t<i>u</i><!-- c --></remarks>'
    const { reading, report } = reportOf(inside)
    const noted = reading.diagnostics.filter(({ code }) => code.startsWith('R13'))
    expect(report.kept.map(({ why }) => why)).toEqual(noted.map(({ code }) => code))
    expect(report.kept.map(({ start }) => start)).toEqual(noted.map(({ at }) => at.offset))
    expect(report.kept.length).toBe(8)
  })

  it('shows no CCC', () => {
    const { report } = reportOf('<new><rptOwnerCcc>q9#CaNaR</rptOwnerCcc></new>')
    expect(report.kept[0]?.excerpt).toBe('<new><rptOwnerCcc>********</rptOwnerCcc></new>')
    const inside =
      '<reportingOwner><reportingOwnerId><rptOwnerCcc>q9<!-- q9#CaNaR --></rptOwnerCcc></reportingOwnerId></reportingOwner>'
    expect(reportOf(inside).report.kept[0]?.excerpt).toBe('********')
  })
})

describe('what is mended', () => {
  it('comes with the reason, what was left out apart', () => {
    const reading = readOwnershipXml(`junk ${wrapped('<remarks>a & b</remarks></stray>')}`)
    const report = lossReport(reading)
    expect(report.repaired.map(({ code }) => code)).toContain('R140')
    expect(report.leftOut.map(({ code }) => code).sort()).toEqual(['R146', 'R148'])
    expect(report.nodes.total).toBe(3)
  })

  it('a refused reading has nothing', () => {
    const report = lossReport(readOwnershipXml('<!DOCTYPE x><ownershipDocument/>'))
    expect(report).toEqual({ kept: [], repaired: [], leftOut: [], nodes: { total: 0, model: 0, kept: 0 } })
  })
})

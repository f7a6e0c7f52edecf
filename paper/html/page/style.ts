import type { PaperTick } from '../../form/paperForm.ts'
import type { House } from './blocks.ts'

/** How text stands; elements inherit it. */
export interface Style {
  readonly isRaised: boolean
  /** In a font whose letters are pictures. */
  readonly isSymbols: boolean
  /** Filled in, not print. */
  readonly isValue: boolean
  readonly isRemark: boolean
  readonly isHidden: boolean
  /** A box to tick, as pages of ours draw it: its label for those who do not see it says how it stands. */
  readonly isTick: boolean
  readonly isPreformatted: boolean
  readonly cik: string | undefined
}

export const PLAIN: Style = {
  isRaised: false,
  isSymbols: false,
  isValue: false,
  isRemark: false,
  isHidden: false,
  isTick: false,
  isPreformatted: false,
  cik: undefined,
}

export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdo big cite code del dfn em font i ins kbd label nobr q s samp small span strike strong sub ' +
    'sup tt u var'
  ).split(' '),
)

const HIDDEN: ReadonlySet<string> = new Set('script style noscript template select svg object'.split(' '))

/** The style inside an element. */
export function styleIn(name: string, attributes: Readonly<Record<string, string>>, outer: Style, house: House): Style {
  const { class: classes = '', style: css = '', href = '', face = '' } = attributes
  if (HIDDEN.has(name) || attributes.hidden !== undefined || /display:\s*none/i.test(css)) {
    return { ...outer, isHidden: true }
  }
  const cik = name === 'a' ? /action=getcompany&CIK=(\d{1,10})/i.exec(href)?.[1] : undefined
  const has = (...names: string[]) => house === 'ours' && classes.split(' ').some((each) => names.includes(each))
  const isRaised = name === 'sup' || (INLINE.has(name) && /vertical-align:\s*(?:super|top)/i.test(css))
  return {
    isRaised: outer.isRaised || isRaised,
    isSymbols: outer.isSymbols || /wingdings/i.test(face + css),
    isValue: outer.isValue || has('v', 'bad') || (house === 'edgar' && isEdgarValue(classes, css, cik)),
    isRemark: outer.isRemark || has('ours', 'back'),
    isHidden: outer.isHidden,
    isTick: outer.isTick || has('tick'),
    isPreformatted: outer.isPreformatted || name === 'pre',
    cik: cik?.padStart(10, '0') ?? outer.cik,
  }
}

/** EDGAR's style sheets colour what is filled in, and link names. */
function isEdgarValue(classes: string, css: string, cik: string | undefined): boolean {
  return cik !== undefined || /FormData|FootnoteData/.test(classes) || /color:\s*blue/.test(css)
}

const TICKS: Readonly<Record<string, PaperTick['state']>> = { checked: 'ticked', 'not checked': 'empty' }

/** How a box of ours stands. */
export const ownTick = (attributes: Readonly<Record<string, string>>): PaperTick['state'] =>
  TICKS[attributes['aria-label'] ?? ''] ?? 'unread'

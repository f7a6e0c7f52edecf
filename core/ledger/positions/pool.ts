import { Decimal } from '../../model/decimal.ts'
import { formFamily } from '../amendments/index.ts'
import { type Edge, edgesOf, type Path, pathsOf, singleEdges } from './edges.ts'
import { isGranted, type Movement, ownerText, type PositionKey, ZERO } from './movement.ts'
import { Chain, type Opening } from './positionChain.ts'
import { reportOf, Trails } from './trails.ts'

/** Why a line could not be put into a position. */
export type UnplacedReason = 'noTotalYet' | 'severalPositions'

export interface UnplacedLine {
  readonly movement: Movement
  readonly reason: UnplacedReason
}

/**
 * All positions with one key. Usually one for each set of owners; more where a report has several lines that the form
 * cannot tell apart ("By Trust" three times): then the totals tell which line goes on with which position.
 */
export class Pool {
  readonly key: PositionKey
  readonly chains: Chain[] = []
  readonly unplaced: UnplacedLine[] = []
  /** What the reports at hand add. */
  private trails = new Trails()

  constructor(key: PositionKey) {
    this.key = key
  }

  /**
   * Counts what the reports that one set of owners filed on one day say: usually one report; of several nobody knows in
   * which order their totals stand. Days have to come in order.
   */
  count(ofDay: readonly (readonly Movement[])[]): void {
    this.trails = new Trails()
    const parts = ofDay.map(edgesOf)
    const followed = this.trails.withDetours(this.follow(parts.flatMap(({ edges }) => edges)))
    const broken = followed.flatMap((edge) => this.inParts(edge))
    for (const path of pathsOf(broken)) this.place(path)
    this.trails.countAll()
    for (const { rest } of parts) for (const movement of rest) this.withoutTotal(movement)
  }

  /** Adds every edge that begins where a position stands, in whatever order they are stated; gives those that do not. */
  private follow(edges: readonly Edge[]): Edge[] {
    let left = [...edges]
    for (let before = -1; before !== left.length; ) {
      before = left.length
      left = left.filter((edge) => {
        const chain = this.standingAt(edge)
        if (chain) this.trails.add(chain, edge)
        return !chain
      })
    }
    return left
  }

  /** The position at which an edge begins: of the same owners, else one that shares an owner. Untouched ones first. */
  private standingAt(edge: Edge): Chain | undefined {
    const { opening } = edge
    const report = reportOf(edge)
    const at = this.chains.filter((chain) => this.trails.endOf(chain).equals(opening))
    const inTurn = [...at.filter((chain) => !this.trails.has(chain)), ...at.filter((chain) => this.trails.has(chain))]
    const same = inTurn.find((chain) => chain.owners.join() === ownerText(report))
    if (same && (isMoving(edge) || this.trails.lastReport(same) !== report || this.key.ownership === 'D')) return same
    if (same || opening.isZero) return undefined
    const owners = new Set(ownerText(report).split(','))
    const shared = inTurn.find((chain) => !this.trails.has(chain) && chain.owners.some((owner) => owners.has(owner)))
    if (shared) shared.owners = ownerText(report).split(',')
    return shared
  }

  /** An edge of several lines, line by line, if every one of them begins where a position stands; else as it is. */
  private inParts(edge: Edge): Edge[] {
    const singles = singleEdges(edge)
    const stand = singles.map((single) => this.standingAt(single))
    if (singles.length === 1 || new Set(stand).size < singles.length || stand.includes(undefined)) return [edge]
    for (const [i, single] of singles.entries()) this.trails.add(stand[i]!, single)
    return []
  }

  /** A path that begins nowhere: a break in a position, or a position not seen before. */
  private place(path: Path): void {
    const chain = this.continued(path) ?? this.opened(path)
    for (const edge of path.edges) this.trails.add(chain, edge)
  }

  /** The position that a path most likely goes on with, of those that the reports of the day have not touched. */
  private continued({ edges }: Path): Chain | undefined {
    const [first] = edges
    const { opening } = first!
    const isOneByOne = isGranted(this.key)
    const mine = this.chains.filter((chain) => chain.owners.join() === ownerText(reportOf(first!)))
    // A grant of derivatives or of units begins with nothing: it is no break in an older one.
    if (opening.isZero && (isOneByOne || mine.length > 1)) return undefined
    const free = mine.filter((chain) => !this.trails.has(chain) && this.mayGoOn(chain, opening))
    const [likeliest] = free.toSorted(
      (a, b) =>
        b.sharedNotes(first!.movements) - a.sharedNotes(first!.movements) ||
        distance(a, opening).compare(distance(b, opening)),
    )
    if (likeliest) return likeliest
    // Direct ownership is one line (R2.7.1): a second total for it in one report contradicts the first.
    return this.key.ownership === 'D' && !isOneByOne && edges.some(isMoving) ? mine[0] : undefined
  }

  /**
   * Whether a position may go on with a balance. Derivatives that are gone do not come back, and units without price and
   * term, which every grant has alike, become fewer: one that begins with many more is another grant.
   */
  private mayGoOn({ balance }: Chain, opening: Decimal): boolean {
    if (!isGranted(this.key)) return true
    if (balance.isZero) return false
    const { series } = this.key
    const hasTerms = series !== undefined && (series.price !== '' || series.expires !== '')
    return hasTerms || opening.minus(balance).times(TEN).compare(balance) <= 0
  }

  private opened({ edges }: Path): Chain {
    const { opening: balance, movements } = edges[0]!
    const [first] = movements
    const { line, standsIn } = first!
    const from: Opening['from'] = formFamily(standsIn) === '3' ? 'form3' : balance.isZero ? 'nothing' : 'firstBalance'
    const chain = new Chain(this.key, ownerText(standsIn).split(','), { from, balance, line }, first!)
    this.chains.push(chain)
    return chain
  }

  private withoutTotal(movement: Movement): void {
    const mine = this.chains.filter((chain) => chain.owners.join() === ownerText(movement.standsIn))
    const [only] = mine
    if (only && mine.length === 1) {
      only.countLine(movement, false)
    } else this.unplaced.push({ movement, reason: only ? 'severalPositions' : 'noTotalYet' })
  }
}

const TEN = Decimal.of(10)

const isMoving = ({ movements }: Edge) => movements.some(({ line }) => line.row.isTransaction)

/** How far a position's balance is from where a line begins. */
function distance({ balance }: Chain, opening: Decimal): Decimal {
  const far = balance.minus(opening)
  return far.sign < 0 ? ZERO.minus(far) : far
}

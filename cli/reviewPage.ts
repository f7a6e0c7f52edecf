import { writeNew } from './files.ts'
import type { PaperResult, PaperRoom } from './paperRoom.ts'
import { UsageError } from './usageError.ts'

/** The page on which a person checks the forms of one file. */
export class ReviewPage {
  readonly path: string
  private readonly force: boolean
  private file: string | undefined

  constructor(path: string, force: boolean) {
    this.path = path
    this.force = force
  }

  get isWritten(): boolean {
    return this.file !== undefined
  }

  /** Writes the forms of a file, named `name`, whose SHA-256 the answers saved from it will name. One file, no second. */
  write(room: PaperRoom, name: string, of: string, { readings, pages, images }: PaperResult): void {
    if (this.file !== undefined)
      throw new UsageError(`--review shows the forms of one file: that of ${this.file} is written, ${name} is another`)
    this.file = name
    if (!writeNew(this.path, room.renderReview(readings, pages, images, { name, of }), this.force))
      throw new UsageError(`${this.path} exists; --force overwrites it`)
  }
}

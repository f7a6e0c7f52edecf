import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import type { GreyImage } from '../scan/image/greyImage.ts'
import { PDF_LIMITS } from './limits.ts'

/** Points of an inch. */
const POINTS = 72

let library: Promise<PDFiumLibrary> | undefined

/** A file opened to be drawn, kept until another is. */
export class OpenedPdf {
  private readonly document: Promise<PDFiumDocument>

  constructor(bytes: Uint8Array) {
    library ??= PDFiumLibrary.init()
    this.document = library.then((loaded) => loaded.loadDocument(bytes))
  }

  /**
   * A page, from 1, in grey, with the values of its form's fields. A page larger than the limit of pixels is drawn at
   * fewer dots an inch, as `dpi` of the image says. Rejects where the library cannot open or draw it.
   */
  async draw(page: number, asked: number): Promise<GreyImage> {
    const document = await this.document
    if (page < 1 || page > document.getPageCount()) throw new Error(`there is no page ${page}`)
    const drawn = document.getPage(page - 1)
    const { originalWidth, originalHeight } = drawn.getOriginalSize()
    const area = (originalWidth * originalHeight) / POINTS ** 2
    const dpi = Math.min(asked, Math.floor(Math.sqrt(PDF_LIMITS.pixels / area)))
    const { width, height, data } = await drawn.render({
      scale: dpi / POINTS,
      colorSpace: 'Gray',
      renderFormFields: true,
      render: (bitmap) => Promise.resolve(bitmap.data),
    })
    return { width, height, data: data.slice(), dpi }
  }

  async close(): Promise<void> {
    await this.document.then(
      (document) => document.destroy(),
      () => undefined,
    )
  }
}

import { styleText } from 'node:util'

/** What a page is wide where nobody says: room for the form's columns side by side. */
const DEFAULT_WIDTH = 120

/** What the options say about how to show things to people. */
export interface ShowOptions {
  /** False for `--no-color`. */
  color?: boolean
  width?: number
}

/** Columns to draw in: as asked, else the terminal's. */
export function widthOf({ width }: ShowOptions): number {
  return width ?? process.stdout.columns ?? DEFAULT_WIDTH
}

/** Colour is for terminals, and only where neither `NO_COLOR` nor `--no-color` says no. */
export function hasColour({ color }: ShowOptions): boolean {
  return color !== false && process.stdout.isTTY === true && !process.env.NO_COLOR
}

type Style = Parameters<typeof styleText>[0]

/** Puts text in a style, or leaves it as it is. */
export function styled(style: Style, text: string, colour: boolean): string {
  return colour ? styleText(style, text, { validateStream: false }) : text
}

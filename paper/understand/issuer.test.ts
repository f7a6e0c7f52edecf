import { expect, test } from 'vitest'
import { cell } from './invented.mts'
import { nameAndSymbol } from './issuer.ts'

test.each([
  ['INVENTED WIDGETS INC [INVW]', 'INVENTED WIDGETS INC', 'INVW'],
  ['INVENTED WIDGETS INC [ INVW ]', 'INVENTED WIDGETS INC', 'INVW'],
  ['INVENTED WIDGETS INC /DE/ [ INVW, INVWA ]', 'INVENTED WIDGETS INC /DE/', 'INVW, INVWA'],
  ['Invented Widgets, Inc. (INVW)', 'Invented Widgets, Inc.', 'INVW'],
  ['Invented Widgets, Inc. (NASDAQ: INVW)', 'Invented Widgets, Inc.', 'INVW'],
  ['Invented Widgets, Inc. NYSE: IW', 'Invented Widgets, Inc.', 'IW'],
  ['Invented Widgets, Inc.; INVW', 'Invented Widgets, Inc.', 'INVW'],
  ['Invented Widgets, Inc. - INVW', 'Invented Widgets, Inc.', 'INVW'],
  ['Invented Widgets, Inc. "INVW"', 'Invented Widgets, Inc.', 'INVW'],
  ['Invented Widgets Corp.\nINVW', 'Invented Widgets Corp.', 'INVW'],
  ['Invented Widgets\nCORP', 'Invented Widgets CORP', undefined],
  ['Invented Widgets (Holdings) Ltd', 'Invented Widgets (Holdings) Ltd', undefined],
  ['INVENTED WIDGETS INC [NONE]', 'INVENTED WIDGETS INC', 'NONE'],
  ['Invented Widgets, Inc.', 'Invented Widgets, Inc.', undefined],
])('%s', (printed, name, symbol) => {
  const read = nameAndSymbol(cell(printed))
  expect([read.name, read.symbol]).toEqual([name, symbol])
})

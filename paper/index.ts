export type * from './form/paperForm.ts'
export type * from './page/page.ts'

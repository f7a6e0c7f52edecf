import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{core,cli,print,paper,edgar,desk,cases,tools,bench}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})

/** Vite takes them along. */
declare module '*.css' {}

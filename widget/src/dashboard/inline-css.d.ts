declare module '*.css?inline' {
  /** The sheet as text. */
  const sheet: string;
  export { sheet as default };
}

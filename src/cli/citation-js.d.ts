/** The little of Citation.js that is used: its formatters, which work on what they are given and reach for nothing else. */
declare module '@citation-js/core' {
  export const plugins: {
    output: { format(format: string, data: readonly unknown[], options?: object): string };
    config: { get(plugin: string): { format: Record<string, boolean> } };
  };
}
declare module '@citation-js/plugin-bibtex';

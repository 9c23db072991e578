/** The files of `src/schema/generated/` by path, with the text that they should have. */
export function generateSchema(): Promise<Map<string, string>>;

/** The program as results name it. A test holds it to package.json. */
export const PROGRAM = { name: 'demarche', version: '0.1.0' } as const;

import { PROGRAM } from '../version.js';
import { ENDPOINTS } from './endpoints.js';

type Schema = Record<string, unknown>;

const COMMON = 'common';
/** What the interface speaks of beside the requests and answers of its endpoints. */
const OTHERS = ['rule-sets', 'problem'];

/** The OpenAPI 3.1 document of the HTTP interface, from the JSON Schemas of the package by their kinds. */
export function openApiDocument(schemas: ReadonlyMap<string, Schema>): object {
  const wanted = [...ENDPOINTS.flatMap(({ request, answer }) => [request, answer]), ...OTHERS];
  const posts = ENDPOINTS.map(({ path, about, request, answer }) => [
    path,
    {
      post: {
        operationId: path.split('/').at(-1)!,
        summary: about,
        requestBody: { required: true, content: { 'application/json': { schema: refTo(request) } } },
        responses: { 200: ok(schemas, answer), default: PROBLEM },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Demarche',
      version: PROGRAM.version,
      summary:
        'Ranked policy options for a situation, with reasons, how sure they are and what would change them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#',
    servers: [
      {
        url: 'http://127.0.0.1:4070',
        description: 'Where `demarche serve` listens unless it is told otherwise.',
      },
    ],
    security: [],
    paths: {
      ...Object.fromEntries(posts),
      '/v1/rule-sets': {
        get: {
          operationId: 'ruleSets',
          summary: 'The rule sets that the server holds, and what a scenario for each has to say.',
          responses: { 200: ok(schemas, 'rule-sets'), default: PROBLEM },
        },
      },
      '/healthz': {
        get: {
          operationId: 'health',
          summary: 'Whether the server answers.',
          responses: {
            200: {
              description: 'It does.',
              content: {
                'application/json': {
                  schema: { type: 'object', required: ['status'], properties: { status: { const: 'ok' } } },
                },
              },
            },
            default: PROBLEM,
          },
        },
      },
    },
    components: { schemas: Object.fromEntries(reached(wanted, schemas)) },
  };
}

const refTo = (kind: string) => ({ $ref: `#/components/schemas/${kind}` });

const PROBLEM = {
  description: 'What is wrong, as problem details after RFC 9457.',
  content: { 'application/problem+json': { schema: refTo('problem') } },
};

function ok(schemas: ReadonlyMap<string, Schema>, kind: string) {
  const { description } = schemas.get(kind)!;
  return { description, content: { 'application/json': { schema: refTo(kind) } } };
}

/** These schemas and all that they refer to, each reference pointing into the document. */
function reached(kinds: readonly string[], schemas: ReadonlyMap<string, Schema>): [string, Schema][] {
  const known = new Map<string, Schema>();
  const open = [...kinds, COMMON];
  for (let kind = open.pop(); kind !== undefined; kind = open.pop()) {
    if (known.has(kind)) continue;
    const { $schema: _, ...schema } = schemas.get(kind)!;
    known.set(kind, pointed(schema, kind, other => open.push(other)) as Schema);
  }
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The same with references between files as references inside one document. */
function pointed(schema: unknown, own: string, reach: (kind: string) => void): unknown {
  if (Array.isArray(schema)) return schema.map(one => pointed(one, own, reach));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key !== '$ref' || typeof value !== 'string') return [key, pointed(value, own, reach)];
      const [file, path = ''] = value.split('#');
      const kind = file === '' ? own : file!.replace(/\.schema\.json$/, '');
      reach(kind);
      return [key, `#/components/schemas/${kind}${path}`];
    }),
  );
}

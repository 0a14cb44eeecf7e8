import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { readLetterClasses } from '@/features/privacy/server/letter-classes';
import { patternsOf } from '@/features/privacy/term-patterns';
import { db } from '@/lib/db/db';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { growsFaster } from '../support/growth';
import { hostileTexts } from '../support/hostile-texts';

// What the database does with a text, in its functions, its conditions and the app’s queries, takes no longer than the text is long, whatever stands
// in it. The functions are found, not named: one that a later migration adds is covered as it stands.

type Reader = { name: string; definition: string; call: string };

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
afterAll(() => client.end());

const { rows: functions } = await client.query<{
	name: string;
	definition: string;
	types: string[];
	names: string[];
	reads: boolean;
}>(`
	SELECT p.proname AS name, pg_get_functiondef(p.oid) AS definition,
		array(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) t) AS types, p.proargnames AS names,
		pg_get_functiondef(p.oid) ~ 'regexp_|~|SUBSTRING\\(.* FROM' AS reads
	FROM pg_proc p
	WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f' AND p.prorettype <> 'trigger'::regtype
		AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
	ORDER BY 1`);

/** What an erasure looks for, as the app makes it of somebody's name and addresses. */
const terms = patternsOf(
	[
		{ kind: 'name', value: 'Nguyễn Thị Lan' },
		{ kind: 'email', value: 'lan@example.com' },
		{ kind: 'phone', value: '+84 24 3555 0101' },
	],
	await readLetterClasses(db),
).exact.map((pattern) => `'${pattern.replaceAll("'", "''")}'`);

const values: Record<string, string> = {
	text: '$1::text',
	jsonb: "jsonb_build_object('Zalo', $1::text)",
	'text[]': `ARRAY[${terms}]`,
};
/** Arguments that are of another form than the others of their type. */
const named: Record<string, string> = {
	instead: "'(erased)'",
	further_points: "jsonb_build_array(jsonb_build_array('email', $1::text), jsonb_build_array('phone', $1::text))",
};

const readers: Reader[] = functions
	.filter(({ types }) => types.every((type) => values[type]) && types.some((type) => type !== 'text[]'))
	.map(({ name, definition, types, names }) => ({
		name,
		definition: types.includes('text[]') ? `${definition} ${terms}` : definition,
		call: `public.${name}(${types.map((type, at) => named[names[at] ?? ''] ?? values[type])})`,
	}));

const { rows: conditions } = await client.query<Reader>(`
	SELECT conname AS name, quote_literal(found[1]) AS definition, '$1::text ~ ' || quote_literal(found[1]) AS call
	FROM pg_constraint, regexp_matches(pg_get_constraintdef(oid), '~ ''([^'']*)''', 'g') AS found
	WHERE connamespace = 'public'::regnamespace ORDER BY 1`);

const sources = fs
	.readdirSync(path.join(CHECKOUT, 'src'), { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^generated/.test(file))
	.map((file) => ({ file, text: fs.readFileSync(path.join(CHECKOUT, 'src', file), 'utf8') }));

/** Expressions in the queries of the sources; a backslash is written twice there. */
const queries: Reader[] = sources.flatMap(({ file, text }) =>
	[...text.matchAll(/\bsubstring\s*\([^)]* from '([^']+)'/gi)].map(([, found = '']) => {
		const definition = found.replaceAll('\\\\', '\\');
		return { name: file, definition: `'${definition}'`, call: `substring($1::text FROM '${definition}')` };
	}),
);

queries.push({
	name: 'features/privacy/server/mention-sql.ts',
	definition: `${terms}`,
	call: `(SELECT min(regexp_instr($1::text, pattern)) FROM unnest(ARRAY[${terms}]) AS pattern)`,
});
/** What these ask is a letter at a time. */
const ofOneLetter = ['features/privacy/server/letter-classes.ts'];

const { rows: connection } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
const times = `/proc/${connection[0]?.pid}/schedstat`;

/** The processor time of the connection's server process, in milliseconds; where the system does not tell, the time of day. */
const clock = fs.existsSync(times)
	? () => Number(fs.readFileSync(times, 'utf8').split(' ')[0]) / 1e6
	: () => performance.now();
const growth = { clock, lengths: [256, 1_024, 4_096, 16_384] };

/** What an expression is written of, and the words of its lists, such as legal forms. */
function* textsFor(definition: string) {
	const literals = [...definition.matchAll(/'((?:[^']|'')*)'/g)].map(([, literal = '']) => literal).join('');
	const words = [...new Set(literals.match(/[a-z]{2,}/g))].map((word) => ` ${word}`);
	yield* hostileTexts(literals, words.slice(0, 40));
}

const run = (call: string) => (text: string) => client.query(`SELECT ${call}`, [text]);

test('every function that reads a text by a regular expression is found', () => {
	const found = readers.map(({ name }) => name);
	expect(found).toEqual(expect.arrayContaining(['fold', 'holds', 'phone_numbers', 'company_core', 'metadata_digits']));
	expect(functions.filter(({ name, reads }) => reads && !found.includes(name)).map(({ name }) => name)).toEqual([]);
	expect(conditions.map(({ name }) => name)).toContain('deal_currency_check');
});

test('so is every one that a query of the sources uses, if any does', () => {
	expect(sources.length).toBeGreaterThan(300);
	const using = /\bregexp_\w+\(|\bSIMILAR TO\b|!?~\*? ?['$]\{?|\bsubstring\s*\([^)]* from ['$]/gi;
	const uses = sources.flatMap(({ file, text }) => Array.from(text.matchAll(using), () => file));
	expect(uses.toSorted()).toEqual([...queries.map(({ name }) => name), ...ofOneLetter].toSorted());
});

test('what takes the square of the length is told from what does not', async () => {
	const spaces = (length: number) => ' '.repeat(length);
	// each space begins a search to the end
	const slow = "(SELECT count(*) FROM generate_series(1, length($1::text)) n WHERE substr($1, n) ~ '^ +x')";
	expect(await growsFaster(run(slow), spaces, growth)).toBe(true);
	expect(await growsFaster(run("regexp_replace($1::text, ' +', '', 'g')"), spaces, growth)).toBe(false);
});

test.each([...readers, ...conditions, ...queries])(
	'$name',
	async ({ definition, call }) => {
		for (const make of textsFor(definition)) {
			// PostgreSQL takes no NUL
			const made = (length: number) => make(length).replace('\0', '');
			expect(await growsFaster(run(call), made, growth), `on ${JSON.stringify(made(12))}`).toBe(false);
		}
	},
	120_000,
);

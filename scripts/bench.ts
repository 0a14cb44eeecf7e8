import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Account, openAccount } from '../tests/bench/accounts.ts';
import { benchAgainst } from '../tests/bench/against.ts';
import { benchFelt } from '../tests/bench/felt.ts';
import { benchImport } from '../tests/bench/imports.ts';
import { benchLarge } from '../tests/bench/large.ts';
import { benchLogBytes } from '../tests/bench/log-bytes.ts';
import { describeRun, documentRun, keepRun } from '../tests/bench/results.ts';
import { sizes } from '../tests/bench/sizes.ts';
import type { Table } from '../tests/bench/table.ts';
import { benchUsual } from '../tests/bench/usual.ts';
import { benchWeights } from '../tests/bench/weights.ts';
import { startServerForTests, type TestServer } from '../tests/support/app-server.ts';
import { findPresentChromium } from './browser.ts';
import { CHECKOUT } from './launcher/config.ts';

// npm run bench [-- PARTS OF ROWS' NAMES]: times every page over a filled account, and what a person feels in a browser, and
// prints tables. With --size large every page is timed beside that in an account of a million contacts; --size both does the
// one after the other. With --against CHECKOUT every page is timed beside the same one of an earlier commit. --keep FOLDER
// keeps the filled accounts for the next time, and the results, which --document FILE writes into docs/performance.md.

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		size: { type: 'string', default: 'usual' },
		keep: { type: 'string' },
		against: { type: 'string' },
		document: { type: 'string' },
	},
});
if (!['usual', 'large', 'both'].includes(options.size))
	throw new Error(`There is no size ${options.size}: usual, large or both.`);
const only = positionals.map((part) => part.toLowerCase());
const imports = 'Import and export';

const isAsked = (name: string) => only.length === 0 || only.some((part) => name.toLowerCase().includes(part));

if (options.document) {
	documentRun(options.document, path.join(CHECKOUT, 'docs/performance.md'));
	process.exit(0);
}

const server = await startServer('');
let earlier: TestServer | undefined;
try {
	if (options.against) earlier = await startServer('-before', fs.realpathSync(options.against));
	if (earlier) {
		const slower = await benchAgainst({ before: await openBoth(earlier), after: await openBoth(server) }, isAsked);
		console.log(`\nMore than a tenth slower: ${slower.join('; ') || 'no row'}.`);
	} else {
		await benchGoals();
	}
} finally {
	await server.stop();
	await earlier?.stop();
}
process.exit(0);

/** Starts MiniCRM for the benchmark, from this checkout or another, on the folder that is kept or on a new one. */
function startServer(suffix: string, checkout?: string): Promise<TestServer> {
	if (options.keep) fs.mkdirSync(options.keep + suffix, { recursive: true, mode: 0o755 });
	return startServerForTests({
		env: { SIGN_UP: 'open', MINICRM_BENCH: '1' },
		...(checkout && { checkout }),
		...(options.keep && { dataDir: fs.realpathSync(options.keep + suffix) }),
	});
}

/** Times everything that is asked for against its goals, and keeps what was found. */
async function benchGoals() {
	const usual = await openAccount(server, 'bench@example.com', sizes.usual);
	const others = {
		manyCompanies: await openAccount(server, 'many-companies@example.com', sizes.companies),
		...(options.size !== 'usual' && { large: await openAccount(server, 'large@example.com', sizes.large) }),
	};
	const [described, begun] = [describeRun(CHECKOUT), performance.now()];
	const tables = await measureAll(usual, others);
	const missed = tables.flatMap((table) => table.missed);
	console.log(missed.length > 0 ? `\nGoals missed by: ${missed.join('; ')}.` : '\nEvery goal was reached.');
	if (!options.keep) return;
	const file = path.join(`${options.keep}-results`, `${described.begun.replaceAll(':', '')}.json`);
	keepRun(file, { ...described, minutes: (performance.now() - begun) / 60_000, tables });
	console.log(`Kept in ${file}.`);
}

async function measureAll(usual: Account, { manyCompanies, large }: { manyCompanies: Account; large?: Account }) {
	const tables: Table[] = [];
	if (options.size !== 'large') {
		const chromium = findPresentChromium();
		tables.push(await benchUsual(server, { usual, manyCompanies }, isAsked));
		tables.push(await benchWeights(server, usual, isAsked));
		tables.push(await benchLogBytes(server, await openAccount(server, 'log@example.com'), isAsked));
		if (chromium) tables.push(...(await benchFelt(server, usual, chromium, isAsked)));
		else console.log('\nNo Chromium was found, so that nothing is measured in a browser; CHROME_PATH can name one.');
		if (isAsked(imports)) {
			const importer = await openAccount(server, `import-${Date.now()}@example.com`);
			tables.push(await benchImport(server, importer.cookie, usual.cookie));
		}
	}
	if (large) tables.push(await benchLarge(server, { usual, large }, isAsked));
	return tables.filter(({ rows }) => rows.length > 0);
}

/** Both accounts that pages are timed in. */
async function openBoth(of: TestServer) {
	return {
		server: of,
		account: await (options.size === 'large'
			? openAccount(of, 'large@example.com', sizes.large)
			: openAccount(of, 'bench@example.com', sizes.usual)),
		manyCompanies: await openAccount(of, 'many-companies@example.com', sizes.companies),
	};
}

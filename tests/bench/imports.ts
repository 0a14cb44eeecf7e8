import pg from 'pg';
import { prepareAction } from './action.ts';
import { getPage, request, residentMemory, spread } from './measure.ts';
import { figure, openTable, type Table } from './table.ts';

const size = { contacts: 100_000, companies: 20_000 };
/** Where the account imports a file of that size: what is waited for, and how long that may take, in seconds. */
const goals = { check: 12, run: 30, undo: 40 };
const maxMemory = 500;
const maxSlowdown = 2;
/** Pages of somebody else's that are asked for meanwhile, again and again. */
const paths = ['/companies', '/contacts', '/dashboard', '/deals'];

type Server = { url: string; databaseUrl: string; pids: { app: number } };

/**
 * Imports 100,000 contacts with 20,000 companies into an empty account, undoes that, and prints how long each step took,
 * the most memory of the app, and how pages of another account fared meanwhile; then how long the account's exports take.
 */
export async function benchImport(server: Server, cookie: string, otherCookie: string): Promise<Table> {
	const ask = (path: string) => request(server.url + path, cookie);
	const id = await upload(server, cookie, makeFile());
	const act = (name: string, input: object) => prepareAction(server, 'import', name, `/import/${id}`, cookie)(input);
	// what is decided of single rows goes by an action of its own
	const { maybe: _, decided: __, ...settings } = (await readImport(server, id)).settings;
	const reaches = async (expected: string) => {
		for (;;) {
			const { status } = JSON.parse((await ask(`/api/import/progress?id=${id}`)).body);
			if (status === expected) return;
			if (status !== 'checking' && status !== 'running')
				throw new Error(`The import is ${status}: ${JSON.stringify(await readImport(server, id))}`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	};
	const table = openTable('Import of 100,000 contacts', [
		'step',
		'seconds',
		'goal',
		'most memory, MB',
		'pages meanwhile, median ms',
	]);
	const alone = await timePages(server, otherCookie, () => new Promise((resolve) => setTimeout(resolve, 10_000)));
	table.add(['nothing, for ten seconds', '', '', alone.memory, figure(alone.median)]);
	const step = async (name: string, goal: number, work: () => Promise<unknown>) => {
		const { seconds, memory, median } = await timePages(server, otherCookie, work);
		const isMissed = seconds > goal || memory > maxMemory || median > maxSlowdown * alone.median;
		table.add([name, figure(seconds), goal, memory, figure(median)], isMissed);
	};
	await step('check', goals.check, async () => {
		await act('checkImport', { id, settings });
		await reaches('checked');
	});
	await step('import', goals.run, async () => {
		await act('runImport', { id });
		await reaches('done');
	});
	for (const list of ['contacts', 'companies', 'everything']) {
		const { seconds, memory, median, result } = await timePages(server, otherCookie, () => ask(`/api/export/${list}`));
		if (result.status !== 200) throw new Error(`The export of ${list} answered ${result.status}.`);
		table.add([`export of ${list}`, figure(seconds), '', memory, figure(median)]);
	}
	await step('undoing it', goals.undo, () => act('undoImport', { id }));
	return table;
}

/** Does something while pages are asked for one after the other; returns how long both took, and the app's memory in MB. */
async function timePages<Result>(server: Server, cookie: string, work: () => Promise<Result>) {
	const times: number[] = [];
	let memory = 0;
	let working = true;
	const begun = performance.now();
	const done = work().finally(() => {
		working = false;
	});
	const watcher = setInterval(() => {
		memory = Math.max(memory, residentMemory(server.pids.app));
	}, 50);
	for (let n = 0; working; n++) times.push((await getPage(server.url + paths[n % paths.length], cookie)).milliseconds);
	clearInterval(watcher);
	const result = await done;
	return { seconds: (performance.now() - begun) / 1000, memory, median: spread(times).median, result };
}

/** Uploads a file as the page does; returns the import's id. */
async function upload({ url }: Server, cookie: string, file: string): Promise<string> {
	const headers = { origin: url, 'x-file-name': 'contacts.csv', 'content-type': 'text/csv' };
	const { status, body } = await request(`${url}/api/import/upload`, cookie, { headers, body: file });
	if (status !== 200) throw new Error(`The upload was answered ${status}: ${body}`);
	return JSON.parse(body).id;
}

/** How the app has guessed that the file is to be read, and what came of it so far. */
async function readImport(
	{ databaseUrl }: Server,
	id: string,
): Promise<{ settings: Record<string, unknown>; report: object | null }> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		return (await client.query('SELECT settings, report FROM data_import WHERE id = $1', [id])).rows[0];
	} finally {
		await client.end();
	}
}

/** A file of made-up people: five at each company, the same on every machine. */
function makeFile(): string {
	const header = 'First name,Last name,Company,Job title,Email,Phone,Notes,Tags,Zalo';
	const rows = Array.from({ length: size.contacts }, (_, n) => {
		const company = n % size.companies;
		const phone = `09${String(n).padStart(8, '0')}`;
		return `Người ${n},Nguyễn Văn,Công ty ${company} Thủy sản,Giám đốc,nguoi${n}@cty${company}.example.com,${phone},"Ghi chú, số ${n}",${n % 10 === 0 ? 'VIP' : ''},${n}`;
	});
	return [header, ...rows].join('\n');
}

import { firstLoadScripts, request, timeWithFloor } from '../tests/bench/measure.ts';
import { pages } from '../tests/bench/pages.ts';
import { seed } from '../tests/bench/seed.ts';
import { startServerForTests } from '../tests/support/app-server.ts';

// npm run bench [-- PART OF A PAGE'S NAME]: times every page over a filled account and prints a table. docs/performance.md
// says what the columns are.

const only = process.argv[2];
const repetitions = { warmUps: 20, samples: 200 };
const size = { companies: 20_000, contacts: 100_000 };
const goals = { median: 40, picker: 15, p95: 80, ratio: 0.5, html: 20, scripts: 200 };

const server = await startServerForTests({ env: { SIGN_UP: 'open', MINICRM_BENCH: '1' } });
try {
	const cookie = await register(server.url, 'bench@example.com');
	const otherCookie = await register(server.url, 'many-companies@example.com');
	console.log(
		`Seeding ${size.companies.toLocaleString('en')} companies and ${size.contacts.toLocaleString('en')} contacts …`,
	);
	await seed(server.databaseUrl, await accountId(cookie), size);
	await seed(server.databaseUrl, await accountId(otherCookie), { companies: 100_000, contacts: 0 });
	console.log(
		'| page | median ms | p95 ms | floor ms | share of floor | HTML kB | scripts kB |\n|---|--:|--:|--:|--:|--:|--:|',
	);
	const missed: string[] = [];
	for (const { name, path, manyCompanies } of pages) {
		if (only && !name.toLowerCase().includes(only.toLowerCase())) continue;
		const isPage = !path.startsWith('/api/');
		const url = encodeURI(decodeURI(server.url + path));
		const { page, floor } = await timeWithFloor(
			url,
			`${server.url}/bench/floor`,
			manyCompanies ? otherCookie : cookie,
			repetitions,
		);
		const scripts = isPage ? (await firstLoadScripts(url, cookie)) / 1000 : 0;
		const ratio = floor.median / page.median;
		const html = page.bytes / 1000;
		console.log(
			`| ${name} | ${page.median.toFixed(1)} | ${page.p95.toFixed(1)} | ${floor.median.toFixed(1)} | ${(ratio * 100).toFixed(0)} % | ${html.toFixed(1)} | ${scripts ? scripts.toFixed(0) : ''} |`,
		);
		if (
			page.median > (isPage ? goals.median : goals.picker) ||
			page.p95 > goals.p95 ||
			html > goals.html ||
			scripts > goals.scripts ||
			(isPage && ratio < goals.ratio)
		)
			missed.push(name);
	}
	console.log(missed.length > 0 ? `\nGoals missed by: ${missed.join('; ')}.` : '\nEvery goal was reached.');
} finally {
	await server.stop();
}
process.exit(0);

async function register(base: string, email: string): Promise<string> {
	const response = await fetch(`${base}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: base },
		body: JSON.stringify({ name: 'Bench', email, password: 'đo cho đúng tốc độ' }),
	});
	if (!response.ok) throw new Error(`The sign-up answered ${response.status}.`);
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

async function accountId(cookie: string): Promise<string> {
	return JSON.parse((await request(`${server.url}/api/auth/get-session`, cookie)).body).user.id;
}

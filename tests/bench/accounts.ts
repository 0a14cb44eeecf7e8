import pg from 'pg';
import { request } from './measure.ts';
import { type Size, seed } from './seed.ts';
import { describeSize } from './sizes.ts';

type Server = { url: string; databaseUrl: string };
export type Account = { cookie: string; userId: string };

/** Signs an account in; where it is not there yet, registers and fills it. Refuses one that was not filled to its end. */
export async function openAccount(server: Server, email: string, size?: Size): Promise<Account> {
	const known = await authenticate(server, '/sign-in/email', { email });
	const cookie = known ?? (await authenticate(server, '/sign-up/email', { email, name: 'Bench' }));
	if (!cookie) throw new Error(`${email} can neither sign in nor register.`);
	const userId = JSON.parse((await request(`${server.url}/api/auth/get-session`, cookie)).body).user.id;
	if (!size) return { cookie, userId };
	if (!known) {
		console.log(`Filling an account with ${describeSize(size)} …`);
		await seed(server.databaseUrl, userId, size);
	} else if (!(await isFilled(server, userId, size))) {
		throw new Error(`${email} was not filled to its end: remove the folder, and start again.`);
	}
	return { cookie, userId };
}

async function authenticate({ url }: Server, path: string, body: object): Promise<string | undefined> {
	const response = await fetch(`${url}/api/auth${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: url },
		body: JSON.stringify({ ...body, password: 'đo cho đúng tốc độ' }),
	});
	if (!response.ok) return undefined;
	const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
	return cookies.join('; ');
}

/** Whether what is made last is there, as every company and follow-up. */
async function isFilled({ databaseUrl }: Server, userId: string, { companies, followUps }: Size): Promise<boolean> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		const { rows } = await client.query<{ companies: number; followUps: number }>(
			`SELECT (SELECT count(*)::int FROM company WHERE user_id = $1) AS companies,
				(SELECT count(*)::int FROM follow_up WHERE user_id = $1) AS "followUps"`,
			[userId],
		);
		return rows[0]?.companies === companies && rows[0].followUps === followUps;
	} finally {
		await client.end();
	}
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { beginCheck, beginRun, takeFile } from '@/features/import/server/import-mutations';
import { getImport } from '@/features/import/server/import-queries';
import { workOff } from '@/features/import/server/job-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { makeAccount } from '../support/accounts';
import { inSet } from '../support/import-files';
import { rounds } from '../support/rounds';
import { snapshot } from '../support/snapshot';

const kills = rounds(8);
// somewhat more than are read together
const people = 1_100;
const companies = 220;

type Snapshot = Awaited<ReturnType<typeof snapshot>>;

/** A checked import, marked as running, of people that nobody has yet. */
async function prepare(lan: UserId, round: number): Promise<string> {
	const rows = Array.from(
		{ length: people },
		(_, n) => `Người ${n},Công ty ${round} ${n % companies},p${n}@r${round}.example.com,VIP,${n}`,
	);
	async function* chunks() {
		yield Buffer.from(['Contact name,Company name,Email,Tags,Field (number): Visits', ...rows].join('\n'));
	}
	const { id } = await takeFile(lan, { name: 'khách.csv', chunks: chunks() });
	const found = await getImport(lan, id);
	if (!found) throw new Error('The import is not there.');
	await inSet((tx) => beginCheck(tx, lan, { id, settings: found.settings }));
	await workOff(lan, id);
	await inSet((tx) => beginRun(tx, lan, { id }));
	return id;
}

/** Runs an import in a process of its own and kills it after so long, where given; resolves with how long it took. */
async function runApart(lan: UserId, id: string, killedAfter?: number): Promise<number> {
	const node = [
		'--disable-warning=ExperimentalWarning',
		'--import',
		'./scripts/app-modules.mjs',
		'tests/support/work-off.ts',
	];
	const child = spawn(process.execPath, [...node, lan, id], { cwd: CHECKOUT, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	await once(child.stdout, 'data');
	const begun = performance.now();
	if (killedAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killedAfter);
	await ended;
	return performance.now() - begun;
}

const withoutField = ({ contact = [] }: Snapshot) =>
	contact.filter((row) => !/"metadata":\{"[0-9a-f-]{36}":\d+\}/.test(JSON.stringify(row))).length;

/** Expects an account to have what it had before, and one import of people more. */
function expectImported(after: Snapshot, before: Snapshot) {
	expect(after.contact?.length).toBe((before.contact?.length ?? 0) + people);
	expect(after.company?.length).toBe((before.company?.length ?? 0) + companies);
	expect(after.contact_tag?.length).toBe((before.contact_tag?.length ?? 0) + people);
	// with its custom field, which is made once
	expect(after.field?.length).toBe(1);
	expect(withoutField(after)).toBe(0);
}

test(`killed ${kills} times in the middle, an import is there as a whole or not at all`, async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const begun = performance.now();
	let usual = await runApart(lan, await prepare(lan, 0));
	let id = await prepare(lan, 1);
	let before = await snapshot(lan);
	let whole = 0;
	for (let round = 1; round <= kills; round++) {
		// a little beyond the end as well, where it is finished
		const took = await runApart(lan, id, Math.random() * usual * 1.1);
		// PostgreSQL notices a killed client when it next speaks to it
		await expect.poll(() => isWorkedOn(id), { timeout: 10_000 }).toBe(false);
		const after = await snapshot(lan);
		const found = await db.dataImport.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		if (found.status === 'done') {
			whole++;
			// the first one was slower: a kill after the end shows little
			usual = Math.min(usual, took);
			expectImported(after, before);
			before = after;
			id = await prepare(lan, round + 1);
		} else {
			expect(found.status).toBe('running');
			expect(after).toEqual(before);
			// and it says so, and is started again, to be killed again
			await db.dataImport.updateMany({
				where: { userId: lan, id },
				data: { startedAt: new Date(Date.now() - 60_000) },
			});
			const told = await getImport(lan, id);
			expect(told).toMatchObject({ status: 'checked' });
			expect(told?.report?.problem).toContain('stopped in the middle');
			await inSet((tx) => beginRun(tx, lan, { id }));
		}
	}
	await workOff(lan, id);
	expectImported(await snapshot(lan), before);
	console.log(
		`Measured: of ${kills} kills ${whole} came after the end; an import took ${Math.round(usual)} ms, all ${Math.round((performance.now() - begun) / 1000)} s.`,
	);
	expect(whole).toBeLessThan(kills);
}, 300_000);

/** Whether somebody holds the lock of an import that is being worked on. */
async function isWorkedOn(id: string): Promise<boolean> {
	const [lock] = await db.$queryRaw<[{ free: boolean }]>`
		SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || ${id}::uuid, 0)) AS free`;
	return !lock.free;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { workOff } from '@/features/import/job-mutations';
import { beginCheck, beginRun, takeFile } from '@/features/import/mutations';
import { getImport } from '@/features/import/queries';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { makeAccount } from '../support/accounts';
import { inSet } from '../support/import-files';
import { snapshot } from '../support/snapshot';

const kills = 20;
const people = 1_500;

/** A checked import of people that nobody has yet. */
async function prepare(lan: UserId, round: number): Promise<string> {
	const rows = Array.from(
		{ length: people },
		(_, n) => `Người ${n},Công ty ${round} ${n % 300},p${n}@r${round}.example.com,VIP`,
	);
	async function* chunks() {
		yield Buffer.from(['Contact name,Company name,Email,Tags', ...rows].join('\n'));
	}
	const { id } = await takeFile(lan, { name: 'khách.csv', chunks: chunks() });
	const found = await getImport(lan, id);
	if (!found) throw new Error('The import is not there.');
	await inSet((tx) => beginCheck(tx, lan, { id, settings: found.settings }));
	await workOff(lan, id);
	await inSet((tx) => beginRun(tx, lan, { id }));
	return id;
}

/** Runs an import in a process of its own and kills it after a while; resolves when it has ended. */
async function runAndKill(lan: UserId, id: string, milliseconds: number): Promise<void> {
	const node = [
		'--disable-warning=ExperimentalWarning',
		'--import',
		'./scripts/app-modules.mjs',
		'tests/support/work-off.ts',
	];
	const child = spawn(process.execPath, [...node, lan, id], { cwd: CHECKOUT, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	await once(child.stdout, 'data');
	setTimeout(() => child.kill('SIGKILL'), milliseconds);
	await ended;
}

test(`killed ${kills} times in the middle, an import is there as a whole or not at all`, async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const begun = performance.now();
	const first = await prepare(lan, 0);
	const prepared = performance.now();
	await workOff(lan, first);
	const usual = performance.now() - prepared;
	let whole = 0;
	for (let round = 1; round <= kills; round++) {
		const id = await prepare(lan, round);
		const before = await snapshot(lan);
		// a little beyond the end as well, where it is finished
		await runAndKill(lan, id, Math.random() * usual * 2.5);
		// PostgreSQL notices a killed client when it next speaks to it
		await expect.poll(() => isWorkedOn(id), { timeout: 10_000 }).toBe(false);
		const after = await snapshot(lan);
		const found = await db.dataImport.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		if (found.status === 'done') {
			whole++;
			expect(after.contact?.length).toBe((before.contact?.length ?? 0) + people);
			expect(after.company?.length).toBe((before.company?.length ?? 0) + 300);
			expect(after.contact_tag?.length).toBe((before.contact_tag?.length ?? 0) + people);
		} else {
			expect(found.status).toBe('running');
			expect(after).toEqual(before);
			// and it says so, and can be started again
			await db.dataImport.updateMany({
				where: { userId: lan, id },
				data: { startedAt: new Date(Date.now() - 60_000) },
			});
			const told = await getImport(lan, id);
			expect(told).toMatchObject({ status: 'checked' });
			expect(told?.report?.problem).toContain('stopped in the middle');
		}
	}
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

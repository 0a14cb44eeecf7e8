import { createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { openSettings } from '@/features/account/server/account-mutations';
import { sampleDataLabel } from '@/features/sample-data/schema';
import { loadSampleData } from '@/features/sample-data/server/sample-data-mutations';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { captureSpeech } from '@/lib/operations/log';

// npm start -- --demo: makes the demo account with sample data, once, and prints its login, each time.

if (process.env.LOG_FORMAT === 'json') captureSpeech();

const email = 'demo@example.com';
// derived, so that it is this installation's own and can be printed again
const password = createHmac('sha256', env().AUTH_SECRET).update('demo account').digest('base64url').slice(0, 16);

const found = await db.user.findUnique({ where: { email }, include: { accounts: true } });
const id = found?.id ?? uuidv7();
if (!found) {
	await inChangeSet({ id: uuidv7(), label: 'Create account' }, async (tx) => {
		const hash = await hashPassword(password);
		const account = { accountId: id, providerId: 'credential', password: hash };
		await tx.user.create({ data: { id, email, name: 'Demo', demo: true, accounts: { create: account } } });
		// made here, and nobody else's
		const userId = id as UserId;
		await openSettings(tx, userId, { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: null });
	});
}
// also where a start was ended between the two; who has removed it does not get it again
const loaded = await db.changeSet.count({ where: { userId: id, label: sampleDataLabel } });
if ((!found || found.demo) && loaded === 0)
	await inChangeSet({ id: uuidv7(), label: sampleDataLabel }, (tx) => loadSampleData(tx, id as UserId));
const hash = found?.accounts[0]?.password;
const changed = found && !(hash && (await verifyPassword({ hash, password })));
const line =
	found && !found.demo
		? `There is no demo account: somebody has registered with ${email}.`
		: `The demo account: ${email}, password ${changed ? 'as it was changed since' : password}`;
// biome-ignore lint/suspicious/noConsole: the launcher shows it in the terminal
console.log(line);
await db.$disconnect();

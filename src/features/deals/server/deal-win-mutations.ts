import 'server-only';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, instantOf } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import { formatMoney } from '@/lib/money/money';
import type { dealWin } from '../schema';
import type { DealStage } from '../stage/stages';
import { readValue } from './read-value';

type Won = { name: string; stage: DealStage; value: string; currency: string; closedAt: Date };

/**
 * Saves what a won deal was won for and on which day; returns its name, its value and that value's currency. Refuses where the
 * deal is not won any more, or has another value than the one that was shown.
 */
export async function settleWin(
	tx: Tx,
	userId: UserId,
	{ id, was, value, currency, closedOn }: z.output<typeof dealWin>,
) {
	const [deal] = await tx.$queryRaw<Won[]>`
		SELECT name, stage, value::text AS value, currency, closed_at AS "closedAt" FROM deal
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
	if (!deal) return refuseMissing('deal');
	if (deal.stage !== 'closed_won')
		throw new Refusal('This deal isn’t in Closed Won anymore, so nothing was saved. Reload the page to see it.');
	const { locale, timeZone } = await getSettings(userId, tx);
	const amount = new Prisma.Decimal(await readValue(tx, userId, { value, currency })).toFixed(2);
	const present = `${deal.value} ${deal.currency}`;
	if (present !== was && present !== `${amount} ${currency}`)
		refuseField({
			value: `This value was changed elsewhere. It’s ${formatMoney(deal.value, { locale, ...deal })} now.`,
		});
	const now = new Date();
	if (closedOn > dayIn(now, timeZone)) refuseField({ closedOn: 'Enter today’s date or an earlier one.' });
	// noon, as of an imported deal: the day stays the same one in most other zones
	const closedAt =
		dayIn(deal.closedAt, timeZone) === closedOn ? deal.closedAt : instantOf(`${closedOn}T12:00`, timeZone);
	await tx.deal.update({
		where: { userId_id: { userId, id } },
		data: { value: amount, currency, closedAt },
		select: { id: true },
	});
	return { name: deal.name, value: amount, currency };
}

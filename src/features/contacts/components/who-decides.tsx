import { Alert } from '@/components/ui/alert';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { newContactPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysBetween } from '@/lib/dates/dates';
import { getDeciders, listCompanyPeople } from '../server/contact-queries';
import { decisionHint } from './decision-hint';
import { PeopleCard } from './people-card';

const shownPeople = 6;

/** A company's contacts by authority, with a hint if a decision maker is missing. `count` is the number of its contacts. */
export async function WhoDecides({ companyId, count }: { companyId: string; count: number }) {
	const userId = await requireUserId();
	const [people, deciders, settings] = await Promise.all([
		listCompanyPeople(userId, companyId, { limit: shownPeople }),
		getDeciders(userId, companyId),
		getSettings(userId),
	]);
	if (people.length === 0) {
		return (
			<Card>
				<CardHeader>
					<CardTitle>Who decides here</CardTitle>
				</CardHeader>
				<CardContent className="text-muted-foreground">
					Nobody is known here yet.{' '}
					<Link href={newContactPath(companyId)} className="text-foreground underline">
						Add the first contact
					</Link>{' '}
					and mark who decides.
				</CardContent>
			</Card>
		);
	}
	const { timeZone } = settings;
	const last = deciders.lastContactAt;
	const days = last && daysBetween(dayIn(last, timeZone), dayIn(new Date(), timeZone));
	const hint = decisionHint({ deciders: deciders.deciders, days });
	return (
		<PeopleCard
			title="Who decides here"
			people={people}
			companyId={companyId}
			more={count > shownPeople}
			settings={settings}
		>
			{hint && (
				<div className="px-4 pb-3">
					<Alert variant="warning">{hint}</Alert>
				</div>
			)}
		</PeopleCard>
	);
}

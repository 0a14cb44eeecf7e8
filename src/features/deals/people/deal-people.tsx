import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { authorityTones } from '@/components/ui/tones';
import { getSettings } from '@/features/account/server/account-queries';
import { authorityLabels } from '@/features/contacts/schema';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysBetween, formatDay } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { readableAddress } from '@/lib/text/domain-names';
import { type DealPerson, listDealPeople } from '../server/deal-people-queries';
import { AddDealPerson } from './add-deal-person';
import { DealPersonLine } from './deal-person-line';
import { OthersAtCompany } from './others-at-company';

type DealPeopleProps = { dealId: string; companyId: string };

/** The contacts of a deal with their roles and last contact, a form to add one, and who else there is at the company. */
export async function DealPeople({ dealId, companyId }: DealPeopleProps) {
	const userId = await requireUserId();
	const [{ people, others, hasMore }, settings] = await Promise.all([
		listDealPeople(userId, dealId),
		getSettings(userId),
	]);
	const today = dayIn(new Date(), settings.timeZone);
	return (
		<Card className="gap-2 pb-3">
			<CardHeader>
				<CardTitle>Contacts in this deal</CardTitle>
			</CardHeader>
			<CardContent className="@container px-0">
				{people.length === 0 && (
					<p className="px-4 pb-3 text-muted-foreground">No contacts yet. Add those who have a say in this deal.</p>
				)}
				<ul>
					{people.map(({ lastContactAt, ...person }) => (
						<DealPersonLine
							key={person.id}
							dealId={dealId}
							person={person}
							elsewhere={person.companyId !== companyId}
							authority={authorityOf(person)}
							shownEmail={person.email && readableAddress(person.email)}
							lastContact={
								lastContactAt && {
									day: formatDay(lastContactAt, settings),
									ago: agoText(daysBetween(dayIn(lastContactAt, settings.timeZone), today)),
								}
							}
						/>
					))}
				</ul>
				<AddDealPerson key={people.map(({ id }) => id).join()} dealId={dealId} companyId={companyId} />
				{others.length > 0 && <OthersAtCompany dealId={dealId} companyId={companyId} people={others} more={hasMore} />}
			</CardContent>
		</Card>
	);
}

function authorityOf({
	isDecisionMaker,
	authorityLevel: level,
	leftOn,
}: Pick<DealPerson, 'isDecisionMaker' | 'authorityLevel' | 'leftOn'>) {
	if (leftOn) return { label: 'Left', tone: undefined };
	if (!isDecisionMaker) return null;
	return level
		? { label: authorityLabels[level], tone: authorityTones[level] }
		: { label: 'Decision maker', tone: undefined };
}

function agoText(days: number): string {
	if (days <= 0) return 'today';
	return days === 1 ? 'yesterday' : `${counted(days, 'day', 'days')} ago`;
}

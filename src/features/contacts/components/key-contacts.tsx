import type { ReactNode } from 'react';
import { RailSection } from '@/components/layout/record-frame';
import { AddLink } from '@/components/rail/add-link';
import { Alert } from '@/components/ui/alert';
import { newContactPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysBetween } from '@/lib/dates/dates';
import { readCompanyPeople } from '../server/company-people-queries';
import { decisionHint } from './decision-hint';
import { FirstContact } from './first-contact';
import { PeopleLines } from './people-lines';

/** How many a rail shows at first. */
const shownPeople = 4;

type KeyContactsProps = {
	companyId: string;
	/** The way to the decision map, where there is somebody to be seen on it. */
	map?: ReactNode;
};

/** A company's contacts by authority, with a hint if a decision maker is missing. */
export async function KeyContacts({ companyId, map }: KeyContactsProps) {
	const userId = await requireUserId();
	const [{ people, count, deciders, decidersContactedAt: last }, { timeZone }] = await Promise.all([
		readCompanyPeople(userId, { companyId }, shownPeople),
		getSettings(userId),
	]);
	const add = <AddLink href={newContactPath(companyId)} label="Add contact" />;
	if (count === 0)
		return (
			<RailSection title="Key contacts" action={add}>
				<p>No contacts yet. Who decides here?</p>
				<FirstContact companyId={companyId} />
			</RailSection>
		);
	const days = last && daysBetween(dayIn(last, timeZone), dayIn(new Date(), timeZone));
	const hint = decisionHint({ deciders, days });
	return (
		<RailSection title="Key contacts" count={count.toLocaleString('en')} action={add}>
			{hint && <Alert variant="warning">{hint}</Alert>}
			<PeopleLines people={people} count={count} noun="contacts" companyId={companyId} />
			{map}
		</RailSection>
	);
}

import { RailSection } from '@/components/layout/record-frame';
import { AddLink } from '@/components/rail/add-link';
import { newContactPath } from '@/domain/paths';
import { requireUserId } from '@/lib/auth/session';
import { readCompanyPeople } from '../server/company-people-queries';
import type { Contact } from '../server/contact-queries';
import { PeopleLines } from './people-lines';

/** How many a rail shows at first. */
const shownColleagues = 3;

/** The others at a contact's company. */
export async function Colleagues({ contact: { id, company } }: { contact: Pick<Contact, 'id' | 'company'> }) {
	const asked = { companyId: company.id, except: id };
	const { people, count } = await readCompanyPeople(await requireUserId(), asked, shownColleagues);
	return (
		<RailSection
			title="Same company"
			count={count > 0 ? count.toLocaleString('en') : undefined}
			action={<AddLink href={newContactPath(company.id)} label="Add contact at this company" />}
		>
			{count === 0 ? (
				<p>No other contacts at this company.</p>
			) : (
				<PeopleLines people={people} count={count} noun="colleagues" companyId={company.id} except={id} />
			)}
		</RailSection>
	);
}

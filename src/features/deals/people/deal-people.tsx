import { RailSection } from '@/components/layout/record-frame';
import { requireUserId } from '@/lib/auth/session';
import { listDealPeople } from '../server/deal-people-queries';
import { AddDealPerson } from './add-deal-person';
import { DealPersonLine } from './deal-person-line';
import { OthersAtCompany } from './others-at-company';

type DealPeopleProps = { dealId: string; companyId: string };

/** The contacts of a deal with their roles and last contact, a form to add one, and who else there is at the company. */
export async function DealPeople({ dealId, companyId }: DealPeopleProps) {
	const { people, others, hasMore } = await listDealPeople(await requireUserId(), dealId);
	return (
		<RailSection
			title="Contacts in this deal"
			count={people.length > 0 ? String(people.length) : undefined}
			action={<AddDealPerson key={people.map(({ id }) => id).join()} dealId={dealId} companyId={companyId} />}
		>
			{people.length === 0 && <p>No contacts yet. Add those who have a say in this deal.</p>}
			<ul>
				{people.map((person) => (
					<DealPersonLine key={person.id} dealId={dealId} person={person} />
				))}
			</ul>
			{others.length > 0 && <OthersAtCompany dealId={dealId} companyId={companyId} people={others} more={hasMore} />}
		</RailSection>
	);
}

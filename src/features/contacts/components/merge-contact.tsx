import { ChooseMerge } from '@/components/form/choose-merge';
import { MergeForm } from '@/components/form/merge-form';
import { getSettings } from '@/features/account/queries';
import { countedList } from '@/lib/counted';
import { formatDay } from '@/lib/dates';
import { mergedOwnFields, mergedTags } from '@/lib/merge-values';
import { requireUserId } from '@/lib/session';
import { mergeContacts } from '../actions';
import { authorityLabels } from '../authority';
import { findContactDuplicates } from '../duplicate-queries';
import type { Contact } from '../queries';
import { rhythmLabels } from '../rhythm';

/** A contact and the one that it is to be merged with, side by side. */
export async function MergeContact({ contact, other }: { contact: Contact; other: Contact }) {
	const settings = await getSettings(await requireUserId());
	const sideOf = ({ id, version, name, company, stats, createdAt }: Contact) => {
		const belongings = countedList([
			[stats?.deals ?? 0, 'deal', 'deals'],
			[stats?.activities ?? 0, 'activity', 'activities'],
		]);
		const detail = [company.name, belongings, `added ${formatDay(createdAt, settings)}`].filter(Boolean).join(' · ');
		return { id, version, name, detail, belongings };
	};
	const values = (read: (of: Contact) => string | null): [string | null, string | null] => [read(contact), read(other)];
	return (
		<MergeForm
			many="contacts"
			sides={[sideOf(contact), sideOf(other)]}
			fields={[
				{ name: 'name', label: 'Contact name', values: values(({ name }) => name) },
				{
					name: 'company',
					label: 'Company',
					values: values(({ company }) => company.name),
					differ: contact.company.id !== other.company.id,
				},
				{ name: 'jobTitle', label: 'Job title', values: values(({ jobTitle }) => jobTitle) },
				{ name: 'email', label: 'Email', values: values(({ email }) => email) },
				{ name: 'phone', label: 'Phone', values: values(({ phone }) => phone) },
				{ name: 'decides', label: 'Decision maker', values: values(decisionOf), none: 'No' },
				{ name: 'rhythm', label: 'Stay in touch', values: values(({ rhythm }) => rhythm && rhythmLabels[rhythm]) },
			]}
			notes={values(({ notes }) => notes)}
			own={mergedOwnFields(contact.metadata, other.metadata)}
			tags={mergedTags(contact, other)}
			{...(contact.company.id !== other.company.id && {
				note: 'What was said and sold stays with the company that it was with.',
			})}
			action={mergeContacts}
		/>
	);
}

function decisionOf({ isDecisionMaker, authorityLevel }: Contact): string | null {
	if (!isDecisionMaker) return null;
	return authorityLevel ? `Yes · ${authorityLabels[authorityLevel]}` : 'Yes';
}

/** Asks which other contact this one is to be merged with. */
export async function ChooseContactToMerge({ contact, problem }: { contact: Contact; problem?: string | undefined }) {
	const { id, name, email, phone } = contact;
	const typed = { name, email: email ?? '', phone: phone ?? '' };
	const duplicates = await findContactDuplicates(await requireUserId(), { ...typed, except: id });
	return <ChooseMerge many="contacts" id={id} duplicates={duplicates} problem={problem} />;
}

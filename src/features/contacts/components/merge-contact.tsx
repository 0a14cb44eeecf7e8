import { ChooseMerge } from '@/components/form/merge/choose-merge';
import { MergeForm } from '@/components/form/merge/merge-form';
import { allPointsStay, keepsPoints, type PointKind, pointsOfKind } from '@/domain/contact-points/contact-point';
import { storedCustom } from '@/domain/custom-fields/typed-custom';
import { mergedOwnFields } from '@/domain/merge/merge-fields';
import { mergedTags, proposeKept } from '@/domain/merge/merge-values';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDate, formatDay } from '@/lib/dates/dates';
import { countedList } from '@/lib/text/counted';
import { mergeContacts } from '../actions';
import { authorityLabels } from '../authority';
import { rhythmLabels } from '../rhythm';
import { findContactDuplicates } from '../server/contact-duplicate-queries';
import { type Contact, countFollowUps } from '../server/contact-queries';

/** A contact and the one to merge it with, side by side. */
export async function MergeContact({ contact, other }: { contact: Contact; other: Contact }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const sideOf = async ({ id, version, name, company, stats, createdAt, tags }: Contact) => {
		const { deals = 0, activities = 0 } = stats ?? {};
		const followUps = await countFollowUps(userId, id);
		const belongings = countedList([
			[deals, 'deal', 'deals'],
			[activities, 'activity', 'activities'],
			[followUps, 'follow-up', 'follow-ups'],
		]);
		const detail = [company.name, belongings, `added ${formatDay(createdAt, settings)}`].filter(Boolean).join(' · ');
		const records = deals + activities + followUps + tags.length;
		return { id, version, name, detail, belongings, records, createdAt };
	};
	const [one, two] = [await sideOf(contact), await sideOf(other)];
	const values = (read: (of: Contact) => string | null): [string | null, string | null] => [read(contact), read(other)];
	const fields = [
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
		{
			name: 'left',
			label: 'Left on',
			values: values(({ leftOn, leftTo }) =>
				leftOn ? [formatDate(leftOn, settings), leftTo].filter(Boolean).join(' · ') : null,
			),
		},
		{
			name: 'introducedBy',
			label: 'Introduced by',
			values: values(({ introducedBy }) => introducedBy?.name ?? null),
			differ: contact.introducedBy?.id !== other.introducedBy?.id,
		},
		{
			name: 'reportsTo',
			label: 'Reports to',
			values: values(({ reportsTo }) => reportsTo?.name ?? null),
			differ: contact.reportsTo?.id !== other.reportsTo?.id,
		},
	];
	const notes = values(({ notes }) => notes);
	const own = await mergedOwnFields(userId, 'contact', [contact, other], settings);
	return (
		<MergeForm
			many="contacts"
			sides={[one, two]}
			proposed={proposeKept([one, two], [...[...fields, ...own].map((field) => field.values), notes])}
			fields={fields}
			notes={notes}
			own={own}
			tags={mergedTags(contact, other)}
			note={[
				contact.company.id !== other.company.id && 'What was said and sold stays with the company that it was with.',
				keepsPoints([contact, other]) && allPointsStay,
			]
				.filter(Boolean)
				.join(' ')}
			action={mergeContacts}
		/>
	);
}

function decisionOf({ isDecisionMaker, authorityLevel }: Contact): string | null {
	if (!isDecisionMaker) return null;
	return authorityLevel ? `Yes · ${authorityLabels[authorityLevel]}` : 'Yes';
}

/** Asks which contact to merge this one with. */
export async function ChooseContactToMerge({ contact, problem }: { contact: Contact; problem?: string | undefined }) {
	const { id, name } = contact;
	const all = (kind: PointKind) =>
		pointsOfKind(contact, kind)
			.map(({ value }) => value)
			.join('\n');
	const typed = { name, email: all('email'), phone: all('phone') };
	const duplicates = await findContactDuplicates(await requireUserId(), {
		...typed,
		custom: storedCustom(contact.metadata),
		except: id,
	});
	return <ChooseMerge many="contacts" id={id} duplicates={duplicates} problem={problem} />;
}

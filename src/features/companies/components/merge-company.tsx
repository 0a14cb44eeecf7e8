import { ChooseMerge } from '@/components/form/merge/choose-merge';
import { MergeForm } from '@/components/form/merge/merge-form';
import { allPointsStay, keepsPoints, type PointKind, pointsOfKind } from '@/domain/contact-points/contact-point';
import { storedCustom } from '@/domain/custom-fields/typed-custom';
import { mergedOwnFields } from '@/domain/merge/merge-fields';
import { mergedTags, proposeKept } from '@/domain/merge/merge-values';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import { countedList } from '@/lib/text/counted';
import { mergeCompanies } from '../actions';
import { sizeOf } from '../schema';
import { findCompanyDuplicates } from '../server/company-duplicate-queries';
import { type Company, countWithCompanies } from '../server/company-queries';

/** A company and the one to merge it with, side by side. */
export async function MergeCompany({ company, other }: { company: Company; other: Company }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const both = [company, other] as const;
	const [one, two] = await Promise.all(
		both.map(async ({ id, version, name, createdAt, tags }) => {
			const { contacts, deals, activities, followUps } = await countWithCompanies(userId, [id]);
			const belongings = countedList([
				[contacts, 'contact', 'contacts'],
				[deals, 'deal', 'deals'],
				[activities, 'activity', 'activities'],
				[followUps, 'follow-up', 'follow-ups'],
			]);
			const detail = [belongings, `added ${formatDay(createdAt, settings)}`].filter(Boolean).join(' · ');
			const records = contacts + deals + activities + followUps + tags.length;
			return { id, version, name, detail, belongings, records, createdAt };
		}),
	);
	if (!one || !two) return null;
	const values = (read: (of: Company) => string | null): [string | null, string | null] => [read(company), read(other)];
	const fields = [
		{ name: 'name', label: 'Company name', values: values(({ name }) => name) },
		{ name: 'industry', label: 'Industry', values: values(({ industry }) => industry) },
		{ name: 'size', label: 'Size', values: values(({ size }) => size && `${sizeOf(size)} people`) },
		{ name: 'website', label: 'Website', values: values(({ website }) => website) },
		{ name: 'email', label: 'Email', values: values(({ email }) => email) },
		{ name: 'phone', label: 'Phone', values: values(({ phone }) => phone) },
		{ name: 'address', label: 'Address', values: values(({ address }) => address) },
		{
			name: 'introducedBy',
			label: 'Introduced by',
			values: values(({ introducedBy }) => introducedBy?.name ?? null),
			differ: company.introducedBy?.id !== other.introducedBy?.id,
		},
	];
	const notes = values(({ notes }) => notes);
	const own = await mergedOwnFields(userId, 'company', [company, other], settings);
	return (
		<MergeForm
			many="companies"
			sides={[one, two]}
			proposed={proposeKept([one, two], [...[...fields, ...own].map((field) => field.values), notes])}
			fields={fields}
			notes={notes}
			own={own}
			tags={mergedTags(...both)}
			note={keepsPoints(both) ? allPointsStay : ''}
			action={mergeCompanies}
		/>
	);
}

/** Asks which company to merge this one with. */
export async function ChooseCompanyToMerge({ company, problem }: { company: Company; problem?: string | undefined }) {
	const { id, name } = company;
	const all = (kind: PointKind) =>
		pointsOfKind(company, kind)
			.map(({ value }) => value)
			.join('\n');
	const typed = { name, website: all('link'), email: all('email'), phone: all('phone') };
	const duplicates = await findCompanyDuplicates(await requireUserId(), {
		...typed,
		custom: storedCustom(company.metadata),
		except: id,
	});
	return <ChooseMerge many="companies" id={id} duplicates={duplicates} problem={problem} />;
}

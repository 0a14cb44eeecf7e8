import { EmptyState } from '@/components/layout/empty-state';
import { Link } from '@/components/ui/link';
import { segmentLinkClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { nameDefaults } from '@/domain/custom-fields/held-records';
import { customFields } from '@/domain/field-definitions';
import { askedFields } from '@/domain/fields/form-fields';
import type { RecordNoun } from '@/domain/named-record';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import { offeredPresets } from '../field-presets';
import { listFields } from '../server/field-queries';
import { FieldList } from './field-list';
import { FieldPreview } from './field-preview';
import { NewField, NewFieldOfType } from './new-field';
import { ReadyMadeFields } from './ready-made-fields';

const kinds: Record<RecordNoun, { one: string; many: string; builtIn: string }> = {
	company: {
		one: 'company',
		many: 'Companies',
		builtIn: 'Name, Industry, Size, Website, Email, Phone, Address, Introduced by, Tags, Notes',
	},
	contact: {
		one: 'contact',
		many: 'Contacts',
		builtIn:
			'Name, Company, Job title, Decision maker, Authority level, Email, Phone, Link, Stay in touch, Introduced by, Reports to, Tags, Notes',
	},
	deal: {
		one: 'deal',
		many: 'Deals',
		builtIn: 'Name, Company, Contacts, Value, Stage, Probability, Expected close date, Lost reason, Notes',
	},
	activity: {
		one: 'activity',
		many: 'Activities',
		builtIn: 'Type, Subject, Date, Duration, Company, Contacts, Deal, Description, Outcome, Next steps',
	},
};

/** The account's custom fields of one kind of record, and all that can be done with them; the address says of which. */
export async function FieldSettings({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const asked = [(await params).kind].flat()[0] ?? '';
	const kind = Object.hasOwn(kinds, asked) ? (asked as RecordNoun) : 'company';
	const [all, fields, settings] = await Promise.all([
		customFields(userId),
		listFields(userId, kind),
		getSettings(userId),
	]);
	const shown = fields.filter(({ isArchived }) => !isArchived);
	const archived = fields.filter(({ isArchived }) => isArchived);
	return (
		<>
			<div className="mb-3 flex flex-wrap items-center justify-between gap-2">
				<nav aria-label="Kind of record" className={`${segmentsClasses} overflow-x-auto`}>
					{Object.entries(kinds).map(([each, { many }]) => (
						<Link
							key={each}
							href={`/settings/fields?kind=${each}`}
							scroll={false}
							aria-current={each === kind ? 'page' : undefined}
							className={`${segmentLinkClasses} max-sm:px-2`}
						>
							{many}{' '}
							<span className="tabular-nums max-lg:hidden">
								{all.filter((field) => field.kind === each && !field.isArchived).length}
							</span>
						</Link>
					))}
				</nav>
				{fields.length > 0 && (
					<div className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
						{shown.length > 0 && (
							<FieldPreview
								noun={kinds[kind].one}
								asked={askedFields(shown, kind, settings, await nameDefaults(userId, shown))}
								names={shown.map(({ id, name }) => ({ id, name }))}
							/>
						)}
						<NewField kind={kind} />
					</div>
				)}
			</div>
			{fields.length === 0 ? (
				<EmptyState icon="icon-list-plus/1.5" title="No fields yet" actions={<NewField kind={kind} />}>
					Add what you want to know of every {kinds[kind].one}. It can be a column, a filter and an order of the list.
				</EmptyState>
			) : (
				shown.length > 0 && (
					<FieldList kind={kind} fields={shown} label={`Fields of ${kinds[kind].many.toLowerCase()}`}>
						<NewFieldOfType kind={kind} />
					</FieldList>
				)
			)}
			<ReadyMadeFields
				kind={kind}
				offered={offeredPresets(kind, fields).map(([preset, { name, does }]) => ({ preset, name, does }))}
			/>
			<details className="mt-5">
				<summary className="cursor-pointer font-medium">
					Built in{' '}
					<span className="font-normal text-muted-foreground">
						They have jobs of their own, so they can’t be renamed or removed.
					</span>
				</summary>
				<p className="my-1.5 text-muted-foreground">{kinds[kind].builtIn}</p>
			</details>
			{archived.length > 0 && (
				<details className="mt-5">
					<summary className="cursor-pointer font-medium">
						Archived <span className="text-muted-foreground tabular-nums">{archived.length}</span>
					</summary>
					<p className="my-1.5 text-muted-foreground">They keep their values, and are shown nowhere.</p>
					<FieldList kind={kind} fields={archived} label="Archived fields" />
				</details>
			)}
		</>
	);
}

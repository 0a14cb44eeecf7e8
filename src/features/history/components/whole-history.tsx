import Form from 'next/form';
import { DateInput } from '@/components/form/date/date-input';
import { ListLink } from '@/components/list/list-link';
import { ListSearch } from '@/components/list/list-search';
import { ListFrame, ListRows } from '@/components/list/list-transition';
import { ParamSelect } from '@/components/list/param-select';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { spanNames } from '@/lib/list/list-fields';
import type { SearchParams } from '@/lib/list/list-params';
import { counted } from '@/lib/text/counted';
import {
	actionNames,
	type HistoryFilter,
	historyKinds,
	historyQuery,
	isFiltered,
	parseHistory,
	times,
} from '../history-filter';
import { maxNamedRecords, type Named } from '../server/change-set-queries';
import { listHistory } from '../server/history-queries';
import { HistoryEnd } from './history-end';
import { HistoryEntries } from './history-entries';

/** All changes of the account, filtered as the address says, one page at a time. */
export async function WholeHistory({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const [filter, settings] = await Promise.all([params.then(parseHistory), getSettings(userId)]);
	const { entries, names, older, named } = await listHistory(userId, filter, settings);
	return (
		<ListFrame>
			<Filters filter={filter} />
			<ListRows>
				<p data-list-count tabIndex={-1} role="status" className="mb-3 text-muted-foreground empty:hidden">
					{wordsOnNamed(named)}
				</p>
				{entries.length > 0 ? (
					<HistoryEntries entries={entries} names={names} settings={settings} />
				) : (
					<Nothing filter={filter} />
				)}
				{!older && <HistoryEnd />}
				{(filter.before || older) && (
					<nav aria-label="Pages of the history" className="mt-4 flex flex-wrap justify-center gap-2">
						{filter.before && (
							<Button asChild variant="outline">
								<ListLink href={`/settings/history?${historyQuery(filter)}`} sets={['before']} scroll>
									Back to the newest
								</ListLink>
							</Button>
						)}
						{older && (
							<Button asChild variant="outline">
								<ListLink
									href={`/settings/history?${historyQuery(filter, { before: older })}`}
									sets={['before']}
									scroll
								>
									Show older changes
								</ListLink>
							</Button>
						)}
					</nav>
				)}
			</ListRows>
		</ListFrame>
	);
}

const timeNames = { ...spanNames, own: 'Between two days' };

type Choice = {
	label: string;
	param: 'kind' | 'action' | 'when';
	all: string;
	names: [value: string, name: string][];
	className: string;
};

/** What the history is filtered by beside the name. */
const choices: Choice[] = [
	{ label: 'Kind', param: 'kind', all: 'All kinds', names: Object.entries(historyKinds), className: 'sm:w-40' },
	{ label: 'Action', param: 'action', all: 'All actions', names: Object.entries(actionNames), className: 'sm:w-44' },
	{
		...{ label: 'Time', param: 'when', all: 'Any time', className: 'max-sm:col-span-2 sm:w-44' },
		names: times.map((time) => [time, timeNames[time]]),
	},
];

function Filters({ filter }: { filter: HistoryFilter }) {
	const query = historyQuery(filter);
	return (
		<div data-print="no" className="mb-3 grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
			<ListSearch
				label="Search by name"
				hint="The name of a company, a contact, a deal …, also of one that was deleted"
				value={filter.q}
				otherParams={historyQuery(filter, { q: '' })}
			/>
			{choices.map(({ label, param, all, names, className }) => (
				<ParamSelect
					key={param}
					label={label}
					param={param}
					query={query}
					value={filter[param] ?? ''}
					options={[{ value: '', label: all }, ...names.map(([value, name]) => ({ value, label: name }))]}
					className={className}
				/>
			))}
			{isFiltered(filter) && (
				<Button asChild variant="ghost" size="sm" className="max-sm:col-span-2">
					<ListLink href="/settings/history" sets="all">
						Clear filters
					</ListLink>
				</Button>
			)}
			{filter.when === 'own' && <OwnRange filter={filter} />}
		</div>
	);
}

function OwnRange({ filter }: { filter: HistoryFilter }) {
	const { q, kind, action } = filter;
	return (
		<Form
			prefetch={false}
			action="/settings/history"
			scroll={false}
			aria-label={timeNames.own}
			className="col-span-2 flex w-full flex-wrap items-end gap-2"
		>
			{Object.entries({ q, kind, action, when: 'own' }).map(
				([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
			)}
			{(['from', 'to'] as const).map((name) => (
				<div key={name} className="min-w-38 max-sm:flex-1">
					<Label htmlFor={`history-${name}`} className="mb-1 text-muted-foreground text-xs">
						{name === 'from' ? 'From' : 'To'}
					</Label>
					<DateInput id={`history-${name}`} name={name} defaultValue={filter[name] ?? ''} className="sm:w-40" />
				</div>
			))}
			<Button type="submit" variant="outline" className="mb-5.5">
				Show range
			</Button>
		</Form>
	);
}

/** How many records the searched name belongs to. */
function wordsOnNamed(named: Named | undefined): string | null {
	if (!named) return null;
	if (named.ids.length === 0) return 'No record has a name like that.';
	if (named.more)
		return `More than ${maxNamedRecords} records have a name like that; these are changes of ${maxNamedRecords} of them. Type more of the name.`;
	return `Changes of ${counted(named.ids.length, 'record', 'records')} with a name like that, deleted ones included.`;
}

function Nothing({ filter }: { filter: HistoryFilter }) {
	return (
		<p className="rounded-lg border border-dashed bg-card px-4 py-8 text-center text-muted-foreground">
			{filter.before
				? 'There are no older changes.'
				: isFiltered(filter)
					? 'No changes match.'
					: 'Nothing has been changed yet.'}
		</p>
	);
}

import { XIcon } from '@/components/ui/icons';
import type { FilterOption } from './chosen-options';
import { ListLink } from './list-link';
import { ParamPicker } from './param-picker';
import { ParamSelect } from './param-select';

export type FilterChoice = {
	/** The parameter in the address. */
	name: string;
	label: string;
	/** What can be chosen; of a filter with a `source`, what is chosen already. */
	options: FilterOption[];
	chosen: string[];
	/** Set elsewhere in the toolbar; only its chips are shown. */
	range?: true;
	/** A GET that finds records to choose from, where they are too many to list. */
	source?: string;
};

/** Wide enough that the label is not cut, whatever the options are, and no wider: all filters are to fit on one line. */
const widthFor = ({ length }: string) => (length > 12 ? 'sm:w-42' : length > 6 ? 'sm:w-36' : 'sm:w-26');

type FiltersProps = { filters: FilterChoice[]; query: string };

/** One choice per filter; what is chosen stands below as chips. */
export function FilterSelects({ filters, query }: FiltersProps) {
	'use no memo';
	return filters.map(({ name, label, options, chosen, source, range }) => {
		if (range) return null;
		if (source) return <ParamPicker key={name} label={label} param={name} source={source} query={query} />;
		const left = options.filter(({ value }) => !chosen.includes(value));
		return (
			left.length > 0 && (
				<ParamSelect key={name} label={label} param={name} options={left} query={query} className={widthFor(label)} />
			)
		);
	});
}

type FilterChipsProps = {
	filters: FilterChoice[];
	/** The address of the list without one value of a filter, and without any. */
	without: (name: string, value: string) => string;
	cleared: string;
};

/** The filters that are on, each with a way to take it off. */
export function FilterChips({ filters, without, cleared }: FilterChipsProps) {
	'use no memo';
	const chips = filters.flatMap(({ name, label, options, chosen }) =>
		chosen.map((value) => {
			const known = options.find((option) => option.value === value);
			return { name, label, value, text: known?.label ?? value, isName: known?.isName };
		}),
	);
	if (chips.length === 0) return null;
	return (
		<ul aria-label="Filters" className="mb-3 flex flex-wrap items-center gap-2">
			{chips.map(({ name, label, value, text, isName }) => (
				<li
					key={`${name} ${value}`}
					className="flex max-w-full items-center rounded-md border bg-secondary text-secondary-foreground text-sm"
				>
					<span className="truncate py-1 pl-2.5">
						<span className="text-muted-foreground">
							<span>{label}</span>:
						</span>{' '}
						<span translate={isName && 'no'}>{text}</span>
					</span>
					<ListLink
						href={without(name, value)}
						className="grid size-7 shrink-0 place-content-center rounded-md hover:bg-accent"
						aria-label={`Remove the filter ${label}: ${text}`}
					>
						<XIcon className="size-3.5" />
					</ListLink>
				</li>
			))}
			{chips.length > 1 && (
				<li>
					<ListLink href={cleared} sets="all" className="text-muted-foreground text-sm underline">
						Clear all
					</ListLink>
				</li>
			)}
		</ul>
	);
}

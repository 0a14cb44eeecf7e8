'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import type { Condition } from '@/lib/list/conditions';
import { conditionWords } from './condition-words';
import type { Editing, FilterEditorProps } from './filter-editing';
import { conditionAt, placeOn } from './filter-edits';
import { FilterField } from './filter-field';
import { FilterGroups } from './filter-groups';

/** So many options stand in the sheet itself, in reach of a thumb. */
const fewOptions = 8;

/** The filters of a list on a phone: the options of its fields to tap, and the way to those of other kinds. */
export function FilterSheet(props: FilterEditorProps & { editing: Editing }) {
	'use no memo';
	const { fields, where, setup, count, noun, start, editing, onChange, onClose } = props;
	const [isInside, setInside] = useState(start !== null);
	const field = editing.field === null ? undefined : fields[editing.field];
	const conditionOn = (name: string): Condition | undefined => conditionAt(where, placeOn(where, 0, name));
	return (
		<Dialog open onOpenChange={(open) => open || onClose(true)}>
			<DialogContent
				showCloseButton={false}
				className="filter-sheet flex max-h-[85dvh] flex-col gap-0 p-0 max-sm:top-auto max-sm:bottom-0 max-sm:left-0 max-sm:w-full max-sm:max-w-none max-sm:translate-x-0 max-sm:translate-y-0 max-sm:rounded-b-none max-sm:data-[state=open]:animate-fade-in"
			>
				<header>
					{isInside && (
						<Button variant="ghost" size="icon-sm" onClick={() => setInside(false)}>
							<ChevronLeftIcon />
							<span className="sr-only">All filters</span>
						</Button>
					)}
					<DialogTitle className="grow">{isInside && field ? field.label : `Filter ${noun[1]}`}</DialogTitle>
					<DialogDescription className="sr-only">What you select applies at once.</DialogDescription>
					<Button variant="ghost" onClick={editing.clear}>
						Clear all
					</Button>
				</header>
				<div className="filter-sheet-body">
					{isInside && field && editing.field !== null ? (
						<>
							<FilterField
								key={`${editing.field} ${editing.place.group}`}
								name={editing.field}
								field={field}
								condition={editing.condition}
								setup={setup}
								onChange={editing.set}
								onDone={() => setInside(false)}
							/>
							<FilterGroups where={where} editing={editing} onChange={onChange} />
						</>
					) : (
						Object.entries(fields).map(([name, each]) => {
							const condition = conditionOn(name);
							const options = each.kind === 'yes' ? yesAndNo : each.kind === 'choice' ? each.options : undefined;
							const isPlain = !condition || condition.is === 'any' || condition.is === 'is';
							if (options && options.length <= fewOptions && isPlain && !each.open)
								return (
									<Pills
										key={name}
										label={each.label}
										options={options}
										isSingle={each.single === true || each.kind === 'yes'}
										values={condition?.values ?? []}
										onValues={(values) =>
											editing.setFor(
												name,
												values.length > 0 ? { field: name, is: each.kind === 'yes' ? 'is' : 'any', values } : null,
											)
										}
									/>
								);
							return (
								<button
									key={name}
									type="button"
									className="filter-row"
									onClick={() => {
										editing.edit(name);
										setInside(true);
									}}
								>
									<span>{each.label}</span>
									<span className="truncate text-muted-foreground" translate={condition && 'no'}>
										{condition ? conditionWords(each, condition, { ...setup.style, names: setup.names }) : 'Any'}
									</span>
									<ChevronRightIcon className="size-4 shrink-0" />
								</button>
							);
						})
					)}
				</div>
				<footer>
					<Button className="w-full" onClick={() => onClose(true)}>
						<span>Show</span> <span className="tabular-nums">{count}</span>{' '}
						<span>{count === '1' ? noun[0] : noun[1]}</span>
					</Button>
				</footer>
			</DialogContent>
		</Dialog>
	);
}

type PillsProps = {
	label: string;
	options: readonly { value: string; label: string }[];
	isSingle: boolean;
	values: string[];
	onValues: (values: string[]) => void;
};

function Pills({ label, options, isSingle, values, onValues }: PillsProps) {
	function toggle(value: string) {
		const others = isSingle ? [] : values.filter((each) => each !== value);
		onValues(values.includes(value) ? others : [...others, value]);
	}
	return (
		<fieldset className="filter-pills">
			<legend>{label}</legend>
			{options.map(({ value, label: name }) => (
				<button key={value} type="button" aria-pressed={values.includes(value)} onClick={() => toggle(value)}>
					{name}
				</button>
			))}
		</fieldset>
	);
}

const yesAndNo = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' },
];

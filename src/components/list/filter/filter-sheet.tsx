'use client';

import { Fragment, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { ChevronLeftIcon } from '@/components/ui/icons';
import type { Condition } from '@/lib/list/conditions';
import { useListNavigation } from '../list-transition';
import { useSaveOffer } from '../save-offer';
import { labeledCondition } from './condition-words';
import type { Editing, FilterEditorProps } from './filter-editing';
import { conditionAt, type Place, placesOn } from './filter-edits';
import { FilterPane } from './filter-pane';
import { FilterPills, yesAndNo } from './filter-pills';
import { FilterRow } from './filter-row';
import { FilterSheetGroups } from './filter-sheet-groups';

/** So many options stand in the sheet itself, in reach of a thumb. */
const fewOptions = 8;

/** The filters of a list on a phone: the options of its fields to tap, and the way to those of other kinds. */
export function FilterSheet(props: FilterEditorProps & { editing: Editing }) {
	'use no memo';
	const { fields, where, setup, count, noun, start, editing, onChange, onClose } = props;
	const [isInside, setInside] = useState(start !== null || editing.field !== null);
	const field = editing.field === null ? undefined : fields[editing.field];
	const offer = useSaveOffer();
	const { pending } = useListNavigation();

	/** Leads to the values of a field, those of the condition that stands at a place if there is one. */
	function open(place: Place, name?: string) {
		if (name !== undefined && place.index < 0) editing.edit(name, 0);
		else editing.open(place);
		setInside(true);
	}

	function wordsOf(condition: Condition) {
		const style = { ...setup.style, names: setup.names };
		return { field: condition.field, ...labeledCondition(fields, condition, style) };
	}
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
						<FilterPane {...props} onDone={() => setInside(false)} />
					) : (
						<>
							<FilterSheetGroups where={where} wordsOf={wordsOf} onOpen={open} onChange={onChange} />
							{Object.entries(fields).map(([name, each]) => {
								const [first, ...others] = placesOn(where, name);
								const condition = first && conditionAt(where, first);
								const options = each.kind === 'yes' ? yesAndNo : each.kind === 'choice' ? each.options : undefined;
								const isPlain = !condition || condition.is === 'any' || condition.is === 'is';
								return (
									<Fragment key={name}>
										{options && options.length <= fewOptions && isPlain && !each.open ? (
											<FilterPills
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
										) : (
											<FilterRow
												field={name}
												label={each.label}
												words={condition && wordsOf(condition).words}
												onOpen={() => open(first ?? { group: 0, index: -1 }, name)}
											/>
										)}
										{others.map((place) => {
											const other = conditionAt(where, place);
											return other && <FilterRow key={place.index} {...wordsOf(other)} onOpen={() => open(place)} />;
										})}
									</Fragment>
								);
							})}
						</>
					)}
				</div>
				<footer>
					{offer && !isInside && (
						<Button
							variant="outline"
							// what is saved is the list that is shown
							disabled={pending}
							onClick={() => {
								onClose(false);
								offer.save();
							}}
						>
							{offer.label}
						</Button>
					)}
					<Button className="grow" onClick={() => onClose(true)}>
						<span>Show</span> <span className="tabular-nums">{count}</span>{' '}
						<span>{count === '1' ? noun[0] : noun[1]}</span>
					</Button>
				</footer>
			</DialogContent>
		</Dialog>
	);
}

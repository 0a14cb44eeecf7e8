'use client';

import { startTransition, useOptimistic, useRef, useState } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { CarryHandle, carryByKey, useCarriedLine } from '@/components/list/carried-lines';
import { Checkbox } from '@/components/ui/checkbox';
import { ChevronDownIcon } from '@/components/ui/icons';
import { type CustomField, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { cn } from '@/lib/cn';
import { counted } from '@/lib/text/counted';
import { showField } from '../actions';
import type { FieldCounts, ListedField } from '../server/field-queries';
import { FieldPanel } from './field-panel';
import { FieldTypeIcon } from './field-type-icon';

type FieldLineProps = {
	field: ListedField;
	counts: FieldCounts | null;
	onMove: (by: 1 | -1) => void;
};

/** A field of the settings: what it is and how many records have it. Its row opens in place, and moves by its handle or by Alt with an arrow. */
export function FieldLine({ field, counts, onMove }: FieldLineProps) {
	const { id, name, type, isArchived } = field;
	const [isOpen, setOpen] = useState(false);
	const [inList, setInList] = useOptimistic(field.inList);
	const opener = useRef<HTMLButtonElement>(null);
	const closer = useRef<HTMLButtonElement>(null);
	const { line, looks, handle } = useCarriedLine(id, {
		disabled: isOpen,
		carriedLooks: 'z-10 shadow-md outline outline-primary',
	});
	const filled = counts ? (counts.filled[id] ?? 0) : undefined;

	function show(on: boolean) {
		startTransition(async () => {
			setInList(on);
			const result = await showField({ id, inList: on }).catch(noAnswerFailure('this was saved'));
			if (!result.ok) sayFailure(result);
		});
	}

	return (
		<li
			{...line}
			className={cn('relative border-t bg-card first:rounded-t-lg first:border-t-0 last:rounded-b-lg', looks)}
		>
			<div className="flex min-h-10 items-center gap-2 pr-2 pl-1 pointer-coarse:min-h-12">
				<CarryHandle handle={handle} className={cn('pointer-coarse:h-12 pointer-coarse:w-9', isOpen && 'invisible')} />
				<button
					ref={opener}
					type="button"
					aria-expanded={isOpen}
					aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
					// what was typed is saved before it closes
					onClick={() => (isOpen ? closer.current?.click() : setOpen(true))}
					onKeyDown={(event) => carryByKey(event, onMove)}
					className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 self-stretch text-left"
				>
					<FieldTypeIcon type={type} />
					<span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4">
						<span translate="no" className="min-w-0 max-w-full flex-1 basis-40 truncate font-medium" title={name}>
							{name}
						</span>
						<span className="min-w-0 max-w-full truncate text-muted-foreground text-xs max-sm:basis-full sm:w-60">
							{detailsOf(field)}
						</span>
					</span>
					<span className="w-24 shrink-0 text-right text-muted-foreground text-xs tabular-nums max-sm:w-auto">
						{counts && (
							<>
								<span className="sr-only">Filled in: </span>
								{(filled ?? 0).toLocaleString('en')} of {counts.all.toLocaleString('en')}
							</>
						)}
					</span>
					<ChevronDownIcon className={cn('size-4 shrink-0 text-muted-foreground', isOpen && 'rotate-180')} />
				</button>
				{!isArchived && (
					// on a phone, the opened row has it
					<div className="flex min-h-8 shrink-0 items-center gap-2 text-sm max-sm:hidden pointer-coarse:min-h-11">
						<Checkbox id={`list-${id}`} checked={inList} onCheckedChange={show} />
						<label htmlFor={`list-${id}`} className="cursor-pointer">
							In list
							<span className="sr-only">
								: <span translate="no">{name}</span>
							</span>
						</label>
					</div>
				)}
			</div>
			{isOpen && (
				<FieldPanel
					field={field}
					counts={counts}
					closer={closer}
					onMove={onMove}
					onDone={() => {
						setOpen(false);
						opener.current?.focus();
					}}
				/>
			)}
		</li>
	);
}

/** What a field holds and does, in a few words. */
function detailsOf({ type, options, reminds, remindDays, checks }: CustomField): string {
	const details = [
		fieldTypes[type],
		...(options.length > 0 ? [counted(options.length, 'option', 'options')] : []),
		...(reminds ? [remindWords(reminds, remindDays ?? 0)] : []),
		...(checks ? ['Checked for typos'] : []),
	];
	return details.join(' · ');
}

function remindWords(reminds: 'once' | 'yearly', days: number): string {
	const before = days === 0 ? 'on its day' : `${counted(days, 'day', 'days')} before`;
	return `On Today ${before}${reminds === 'yearly' ? ', every year' : ''}`;
}

'use client';

import { useRef, useState } from 'react';
import { segmentClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { cn } from '@/lib/cn';
import type { ShownImport } from '../server/shown-rows-queries';
import { AllMaybe } from './all-maybe';
import { RejectedTable } from './rejected-table';
import type { EditedRow, ShownFile } from './shown-file';
import { ShownTable } from './shown-table';

type ShownRowsProps = ShownImport & {
	file: ShownFile;
	counts: Record<'all' | 'new' | 'changed' | 'kept' | 'rejected', number>;
};

const filters = {
	all: 'All',
	new: 'New',
	changed: 'Changed',
	rejected: 'Rejected',
	maybe: 'Maybe the same',
	kept: 'Unchanged',
} as const;
type Filter = keyof typeof filters;

/** The first rows of a file as they will be, and those that are rejected: to be looked through, edited and decided on. */
export function ShownRows({ rows, rejected, file, counts }: ShownRowsProps) {
	const [filter, setFilter] = useState<Filter>('all');
	const [editing, setEditing] = useState<EditedRow | null>(null);
	const frame = useRef<HTMLDivElement>(null);
	const maybe = rows.filter((row) => row.maybe);
	const numbers: Record<Filter, number> = { ...counts, maybe: maybe.length };
	const present = (Object.keys(filters) as Filter[]).filter((each) => each === 'all' || numbers[each] > 0);
	const chosen = present.includes(filter) ? filter : 'all';
	const shown = chosen === 'all' ? rows : chosen === 'maybe' ? maybe : rows.filter(({ state }) => state === chosen);
	const refused = chosen === 'all' || chosen === 'rejected' ? rejected : [];
	const stop = () => {
		const line = editing?.line;
		setEditing(null);
		// back to where the editing began, if the row is still there
		requestAnimationFrame(() => {
			const button = frame.current?.querySelector<HTMLElement>(`[data-edits="${line}"]`);
			(button ?? frame.current?.querySelector<HTMLElement>('input:checked'))?.focus();
		});
	};
	const edits = { file, editing, onEdit: setEditing, onStop: stop };
	return (
		<section ref={frame} className="flex min-w-0 flex-col gap-3" aria-labelledby="shown-rows">
			<h2 id="shown-rows" className="font-semibold text-base">
				Rows
			</h2>
			<fieldset className="min-w-0">
				<legend className="sr-only">Show rows</legend>
				<div className={cn(segmentsClasses, 'max-sm:flex-wrap')}>
					{present.map((each) => (
						<label
							key={each}
							className={cn(
								segmentClasses,
								'relative cursor-pointer whitespace-nowrap text-muted-foreground has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring',
							)}
						>
							<input
								type="radio"
								name="shown-rows"
								value={each}
								checked={chosen === each}
								onChange={() => setFilter(each)}
								className="absolute inset-0 cursor-pointer opacity-0"
							/>
							<span>{filters[each]}</span> <span className="tabular-nums">{numbers[each].toLocaleString('en')}</span>
						</label>
					))}
				</div>
			</fieldset>
			{chosen === 'maybe' && <AllMaybe id={file.id} maybe={file.maybe} />}
			{/* what needs somebody comes first, also a row that was rejected for what was typed into it just now */}
			{refused.length > 0 && <RejectedTable rows={refused} {...edits} />}
			{shown.length > 0 && <ShownTable rows={shown} withMaybe={chosen === 'maybe'} {...edits} />}
			<p className="text-muted-foreground text-xs">
				{isPart(chosen, shown.length + refused.length, numbers) && (
					<span>{chosen === 'rejected' ? 'The first 200 are shown. ' : 'The first 50 of each kind are shown. '}</span>
				)}
				<span>Edits apply to this import only. Your file stays as it is.</span>
			</p>
		</section>
	);
}

const isPart = (filter: Filter, shown: number, numbers: Record<Filter, number>) =>
	filter !== 'maybe' && shown < numbers[filter];

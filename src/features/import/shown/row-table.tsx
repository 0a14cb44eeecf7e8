import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { PencilIcon } from '@/components/ui/icons';
import { cn } from '@/lib/cn';
import type { EditedRow, ShownFile } from './shown-file';

/** What the tables of rows need to have them edited. */
export type RowEdits = {
	file: ShownFile;
	editing: EditedRow | null;
	onEdit: (cell: EditedRow) => void;
	onStop: () => void;
};

type RowTableProps = { caption: string; heads: { key: string; label: string; isOwn?: boolean }[]; children: ReactNode };

/** A table of rows in a frame that scrolls by itself, its head in sight; cards where there is no room for one. */
export function RowTable({ caption, heads, children }: RowTableProps) {
	return (
		<div className="max-h-[70vh] min-w-0 overflow-auto rounded-lg border bg-card">
			<table className="w-full border-collapse text-left text-sm max-sm:block">
				<caption className="sr-only">{caption}</caption>
				<thead className="max-sm:sr-only">
					<tr>
						{heads.map(({ key, label, isOwn }) => (
							<th
								key={key}
								scope="col"
								translate={isOwn ? 'no' : undefined}
								className="sticky top-0 z-10 max-w-64 truncate whitespace-nowrap bg-card px-3 py-2 font-medium text-muted-foreground text-xs shadow-[inset_0_-1px_0_var(--border)]"
							>
								{label}
							</th>
						))}
					</tr>
				</thead>
				<tbody className="divide-y max-sm:block">{children}</tbody>
			</table>
		</div>
	);
}

export const cardClasses =
	'max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:px-3 max-sm:py-2';

/** A cell with its column's name before it on a card; a cell without anything is left out there. */
export function RowCell({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
	return (
		<td
			className={cn(
				'max-w-72 px-3 py-1.5 align-top max-sm:flex max-sm:w-full max-sm:max-w-full max-sm:items-start max-sm:gap-2 max-sm:p-0 sm:min-w-28',
				!children && 'max-sm:hidden',
				className,
			)}
		>
			<span aria-hidden className="wrap-anywhere w-28 shrink-0 text-muted-foreground sm:hidden">
				{label}
			</span>
			{children}
		</td>
	);
}

/** The line that a row begins in, with the button that edits it. */
export function LineCell({ line, isEdited, onEdit }: { line: number; isEdited: boolean; onEdit: RowEdits['onEdit'] }) {
	return (
		<td className="whitespace-nowrap py-1 pr-1 pl-3 align-top max-sm:p-0">
			<span className="flex items-center gap-1">
				<span className="min-w-6 tabular-nums">
					<span className="sm:sr-only">Line </span>
					{line}
				</span>
				<Button
					type="button"
					variant="ghost"
					size="icon-sm"
					data-edits={line}
					aria-label={`Edit line ${line}`}
					title={isEdited ? 'Edited. Edit again' : 'Edit'}
					className={isEdited ? 'text-primary' : 'text-muted-foreground'}
					onClick={() => onEdit({ line, column: null })}
				>
					<PencilIcon />
				</Button>
			</span>
		</td>
	);
}

'use client';

import { Badge } from '@/components/ui/badge';
import { counted } from '@/lib/text/counted';
import type { RowValue, ShownState } from '../import-shown';
import type { ShownImport } from '../server/shown-rows-queries';
import { MaybeChoice } from './maybe-choice';
import { RowEditor } from './row-editor';
import { cardClasses, LineCell, RowCell, type RowEdits, RowTable } from './row-table';

type Row = ShownImport['rows'][number];

type ShownTableProps = RowEdits & { rows: Row[]; withMaybe: boolean };

const stateNames: Record<ShownState, string> = { new: 'New', changed: 'Changed', kept: 'Unchanged' };
const stateLooks = { new: 'success', changed: 'info', kept: 'outline' } as const;

/** Rows as they will be saved; of a record that is there, what it has now and what it will have. */
export function ShownTable({ rows, withMaybe, file, editing, onEdit, onStop }: ShownTableProps) {
	const [name, ...labels] = labelsOf(rows);
	const heads = [
		...['Line', 'State', name ?? 'Name'].map((label) => ({ key: label, label })),
		...(withMaybe ? [{ key: 'maybe', label: 'May be the same as' }] : []),
		...labels.map((label) => ({ key: `of ${label}`, label })),
	];
	const columnOf = (label: string) => {
		const at = file.fields.indexOf(label);
		return at < 0 ? null : at;
	};
	return (
		<RowTable caption="Rows to import" heads={heads}>
			{rows.map((row) => {
				if (editing?.line === row.line)
					return (
						<tr key={row.line} className="max-sm:block">
							<td colSpan={heads.length} className="p-0 max-sm:block">
								<RowEditor file={file} line={row.line} column={editing.column} onStop={onStop} />
							</td>
						</tr>
					);
				const edit = (label: string) => () => onEdit({ line: row.line, column: columnOf(label) });
				const named = valueIn(row, name ?? '');
				return (
					<tr key={row.line} className={cardClasses}>
						<LineCell line={row.line} isEdited={row.isEdited} onEdit={onEdit} />
						<td className="px-3 py-1.5 align-top max-sm:p-0">
							<Badge variant={stateLooks[row.state]}>{stateNames[row.state]}</Badge>
							{row.maybe && !withMaybe && (
								<Badge variant="warning" className="mt-1 whitespace-nowrap">
									Maybe the same
								</Badge>
							)}
						</td>
						<td className="min-w-44 max-w-72 px-3 py-1.5 align-top font-medium max-sm:w-full max-sm:max-w-full max-sm:p-0">
							{named && named.after === row.name ? (
								<Value value={named} state={row.state} onEdit={edit(named.label)} />
							) : (
								<span translate="no" className="wrap-anywhere">
									{row.name}
								</span>
							)}
							{row.lines.length > 0 && (
								<span className="block font-normal text-muted-foreground text-xs">
									{`with ${row.lines.length > 3 ? counted(row.lines.length, 'other line', 'other lines') : `line ${row.lines.join(', ')}`}`}
								</span>
							)}
						</td>
						{withMaybe && row.maybe && (
							<td className="min-w-56 max-w-80 px-3 py-1.5 align-top max-sm:w-full max-sm:max-w-full max-sm:p-0">
								<MaybeChoice file={file} line={row.line} name={row.name} maybe={row.maybe} />
							</td>
						)}
						{labels.map((label) => {
							const value = valueIn(row, label);
							return (
								<RowCell key={label} label={label}>
									{value && <Value value={value} state={row.state} onEdit={edit(label)} />}
								</RowCell>
							);
						})}
					</tr>
				);
			})}
		</RowTable>
	);
}

const valueIn = ({ values }: Row, label: string) => values.find((value) => value.label === label);

/** The fields of all rows, in the order that they have in each. */
function labelsOf(rows: Row[]): string[] {
	const labels: string[] = [];
	for (const { values } of rows) {
		let place = 0;
		for (const { label } of values) {
			const known = labels.indexOf(label);
			if (known < 0) labels.splice(place, 0, label);
			place = (known < 0 ? place : known) + 1;
		}
	}
	return labels;
}

/** A value from old to new; a click on it edits its cell. */
function Value({
	value: { before, after },
	state,
	onEdit,
}: {
	value: RowValue;
	state: ShownState;
	onEdit: () => void;
}) {
	// a contact may come to a company that stays as it is
	const isChanged = state !== 'new' && before !== after;
	return (
		// the row has a button for the keyboard
		<button
			type="button"
			tabIndex={-1}
			onClick={onEdit}
			className="wrap-break-word line-clamp-4 min-w-0 max-w-66 cursor-text whitespace-pre-line text-left hover:underline hover:decoration-dotted hover:underline-offset-4"
		>
			{isChanged ? (
				<>
					{before !== null && (
						<>
							<del translate="no" className="text-muted-foreground">
								{before}
							</del>{' '}
							<span aria-hidden>→</span>{' '}
						</>
					)}
					{after === null ? (
						<span className="text-muted-foreground">empty</span>
					) : (
						<ins translate="no" className="rounded-xs bg-success-soft px-0.5 text-success-ink no-underline">
							{after}
						</ins>
					)}
				</>
			) : (
				<span translate="no" className={state === 'new' ? undefined : 'text-muted-foreground'}>
					{after}
				</span>
			)}
		</button>
	);
}

'use client';

import { cn } from '@/lib/cn';
import type { RejectedRow } from '../server/shown-rows-queries';
import { RowEditor } from './row-editor';
import { cardClasses, LineCell, RowCell, type RowEdits, RowTable } from './row-table';
import { isReasonFor } from './shown-file';

/** Rejected rows with all their cells, the wrong ones marked, and what is wrong. */
export function RejectedTable({ rows, file, editing, onEdit, onStop }: RowEdits & { rows: RejectedRow[] }) {
	const width = Math.max(file.header.length, ...rows.map(({ cells }) => cells.length));
	const columns = Array.from({ length: width }, (_, at) => ({
		key: `column ${at}`,
		label: file.header[at] || `Column ${at + 1}`,
		isOwn: Boolean(file.header[at]),
	}));
	const heads = [{ key: 'Line', label: 'Line' }, { key: 'Reason', label: 'Reason' }, ...columns];
	return (
		<RowTable caption="Rejected rows" heads={heads}>
			{rows.map(({ line, field, reason, cells, isEdited }) => {
				if (editing?.line === line)
					return (
						<tr key={line} className="max-sm:block">
							<td colSpan={heads.length} className="p-0 max-sm:block">
								<RowEditor file={file} line={line} column={editing.column} wrong={{ field, reason }} onStop={onStop} />
							</td>
						</tr>
					);
				return (
					<tr key={line} className={cardClasses}>
						<LineCell line={line} isEdited={isEdited} onEdit={onEdit} />
						<td className="wrap-anywhere min-w-56 max-w-80 px-3 py-1.5 align-top text-destructive-ink max-sm:w-full max-sm:max-w-full max-sm:p-0">
							{field && (
								<span translate="no" className="font-medium">
									{field}
								</span>
							)}{' '}
							<span>{reason}</span>
						</td>
						{columns.map(({ key, label }, at) => {
							const isWrong = isReasonFor(field, at, file);
							const cell = cells[at] ?? '';
							return (
								<RowCell key={key} label={label} className={cn(isWrong && 'bg-destructive-soft max-sm:rounded-xs')}>
									{(cell !== '' || isWrong) && (
										<button
											type="button"
											tabIndex={-1}
											onClick={() => onEdit({ line, column: at })}
											className="wrap-break-word line-clamp-4 min-w-0 max-w-66 cursor-text whitespace-pre-line text-left hover:underline hover:decoration-dotted hover:underline-offset-4"
										>
											{cell === '' ? (
												<span className="text-destructive-ink">empty</span>
											) : (
												<span translate="no">{cell.length > 300 ? `${cell.slice(0, 300)}…` : cell}</span>
											)}
										</button>
									)}
								</RowCell>
							);
						})}
					</tr>
				);
			})}
		</RowTable>
	);
}
